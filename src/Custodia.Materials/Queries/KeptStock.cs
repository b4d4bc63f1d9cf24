using Custodia.Books;
using Custodia.Materials.Ledger;
using Custodia.Quantities;

namespace Custodia.Materials.Queries;

/// <summary>
/// What an MBA holds at the end of each day that was asked for. A day is worked out from the nearest earlier one that is kept,
/// by the batches that changed between them; a posting drops the days on and after its own. So ten years of months cost little
/// more than one reading of the ledger, and a further line costs only the days that it touches. Safe on any thread that holds
/// the book's lock for reading.
/// </summary>
internal sealed class KeptStock
{
    /// <summary>Most days that are kept.</summary>
    public const int MaxDays = 512;

    private readonly Lock _lock = new();
    private readonly SortedList<DateOnly, IReadOnlyList<StockRow>> _days = [];
    private DateOnly _lastDay = DateOnly.MinValue;

    /// <summary>What a view sees; a view that does not know the whole ledger is worked out anew.</summary>
    public IReadOnlyList<StockRow> Of(MbaLedger ledger, View view)
    {
        var own = view with { Reader = null };
        if (!view.Knows(ledger.LastEntry))
            return Between(ledger, [], DateOnly.MinValue, own);
        IReadOnlyList<StockRow> rows = [];
        var from = DateOnly.MinValue;
        lock (_lock)
        {
            if (_days.TryGetValue(view.AsOf, out var kept))
                return kept;
            var before = FirstAfter(view.AsOf) - 1;
            if (before >= 0)
                (from, rows) = (_days.Keys[before], _days.Values[before]);
        }

        rows = Between(ledger, rows, from, own);
        lock (_lock)
        {
            if (_days.Count >= MaxDays)
                _days.Clear();
            _days[view.AsOf] = rows;
            _lastDay = _days.Keys[^1];
        }

        return rows;
    }

    /// <summary>Told of a posting or sighting on a day, while the book is folded.</summary>
    public void Drop(DateOnly day)
    {
        // While the book is opened nothing is kept yet, and this is asked of each line.
        if (day > _lastDay)
            return;
        lock (_lock)
        {
            while (_days.Count > 0 && _days.Keys[^1] >= day)
                _days.RemoveAt(_days.Count - 1);
            _lastDay = _days.Count > 0 ? _days.Keys[^1] : DateOnly.MinValue;
        }
    }

    private int FirstAfter(DateOnly day)
    {
        var (low, high) = (0, _days.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_days.Keys[middle] <= day)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private static IReadOnlyList<StockRow> Between(MbaLedger ledger, IReadOnlyList<StockRow> rows, DateOnly from, View view)
    {
        var sums = new SortedDictionary<(MaterialType Type, bool IsIrradiated), StockRow>();
        foreach (var row in rows)
            sums.Add((row.Type, row.IsIrradiated), row);
        var earlier = view with { AsOf = from };
        var (before, after) = (new BatchReader(earlier), new BatchReader(view));
        foreach (var batch in ledger.Batches.Values)
        {
            if (batch.FirstDay > view.AsOf || batch.LastChange <= from)
                continue;
            if (batch.FirstDay <= from)
                Add(sums, ledger, batch, before, earlier, -1);
            Add(sums, ledger, batch, after, view, 1);
        }

        return [.. sums.Values.Where(row => row.Batches != 0)];
    }

    private static void Add(SortedDictionary<(MaterialType Type, bool IsIrradiated), StockRow> sums, MbaLedger ledger, Batch batch,
        BatchReader reader, View view, int sign)
    {
        reader.Read(batch);
        if (reader.Contents.IsEmpty)
            return;
        var isIrradiated = batch.LastSighting(view)?.Description.EndsWith('I') ?? false;
        foreach (var (material, amount) in reader.Contents)
        {
            var key = (MaterialTypes.Of(material, amount), isIrradiated);
            var sum = sums.GetValueOrDefault(key) ?? new StockRow(ledger.Area.Code, ledger.Facility.Code, ledger.Facility.Kind,
                key.Item1, isIrradiated, Mass.Zero, Mass.Zero, 0);
            sums[key] = sum with
            {
                Element = sign > 0 ? sum.Element + amount.Element : sum.Element - amount.Element,
                Fissile = sign > 0 ? sum.Fissile + amount.Fissile : sum.Fissile - amount.Fissile,
                Batches = sum.Batches + sign,
            };
        }
    }
}
