using Custodia.Materials.Files;
using Custodia.Materials.Ledger;

namespace Custodia.Materials.Tests.Sample;

/// <summary>
/// A book kept from the files alone: what each batch of one MBA holds at the end of each day. It knows the codes that
/// the
/// sample uses and nothing else.
/// </summary>
internal sealed class Replay(string mba)
{
    private readonly Dictionary<string, SortedDictionary<MaterialCode, Amount>> _contents = [];
    private readonly Dictionary<string, int> _items = [];

    public static Replay To(WrittenSample sample, string mba, DateOnly day, Action<Replay, DateOnly>? endOfDay = null)
    {
        var replay = new Replay(mba);
        foreach (var row in sample.Initial.Where(i => i.Mba == mba))
            replay.Post(row.Item.Batch, row.Item.Weights, row.Item.Items, 1);
        var listings = sample.Listed.Where(l => l.Mba == mba).GroupBy(l => l.Date).ToDictionary(g => g.Key);
        foreach (var date in sample.AsCorrected.Where(c => c.Mba == mba && c.Date <= day).GroupBy(c => c.Date)
            .OrderBy(g => g.Key))
        {
            foreach (var listing in listings.Keys.Where(l => l < date.Key).Order().ToList())
            {
                replay.Replace(listings[listing]);
                listings.Remove(listing);
            }

            foreach (var change in date)
                replay.Post(change);
            endOfDay?.Invoke(replay, date.Key);
        }

        return replay;
    }

    /// <summary>What is left of each batch that is not used up, as text that can be compared.</summary>
    public IReadOnlyDictionary<string, string> Stock => _contents.Where(c => c.Value.Values.Any(a => !a.IsZero))
        .ToDictionary(c => c.Key, c =>
            Text(_items[c.Key], c.Value.Where(w => !w.Value.IsZero).Select(w => new Weight(w.Key, w.Value))));

    public IReadOnlyDictionary<string, int> Items => _items;

    public IEnumerable<string> Short => _contents.Where(c => _items[c.Key] < 0 || c.Value.Values.Any(a => a.IsNegative))
        .Select(c => $"{mba} {c.Key}");

    public SortedDictionary<MaterialCode, Amount> Book()
    {
        var book = new SortedDictionary<MaterialCode, Amount>();
        foreach (var (material, amount) in _contents.Values.SelectMany(c => c))
            book[material] = book.GetValueOrDefault(material) + amount;
        return book;
    }

    public static string Text(int items, IEnumerable<Weight> weights) => $"{items}: {string.Join(' ', weights)}";

    /// <summary>From a physical inventory on, the book holds what was found.</summary>
    private void Replace(IEnumerable<InventoryRow> listing)
    {
        _contents.Clear();
        _items.Clear();
        foreach (var row in listing)
            Post(row.Item.Batch, row.Item.Weights, row.Item.Items, 1);
    }

    private void Post(InventoryChange change)
    {
        switch (change.Code)
        {
            case "RF" or "RD" or "RP" or "DQ":
                Post(change.Batch, change.Weights, change.Items, 1);
                break;
            case "NP":
                Post(change.Batch, change.Weights, 0, 1);
                break;
            case "SF" or "SD" or "RM" or "LD" or "TW" or "EQ" or "LA":
                Post(change.Batch, change.Weights, change.Items, -1);
                break;
            case "LN" or "DI":
                Post(change.Batch, change.Weights, 0, -1);
                break;
            case "ND":
                Post(change.Batch, [change.Weights[0]], 0, -1);
                Post(change.Batch, [change.Weights[1]], 0, 1);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(change), change.Code);
        }
    }

    private void Post(string batch, IEnumerable<Weight> weights, int items, int sign)
    {
        if (!_contents.TryGetValue(batch, out var contents))
            _contents.Add(batch, contents = []);
        foreach (var (material, amount) in weights)
            contents[material] = contents.GetValueOrDefault(material) + (sign < 0 ? -amount : amount);
        _items[batch] = _items.GetValueOrDefault(batch) + sign * items;
    }
}
