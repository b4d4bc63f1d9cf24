using System.Runtime.InteropServices;
using Custodia.Books;

namespace Custodia.Materials.Ledger;

/// <summary>One signed amount of a batch.</summary>
/// <param name="Sequence">The entry that made it.</param>
/// <param name="Day">Accounting date.</param>
/// <param name="Code">Change code, <c>PB</c> or <c>MF</c>.</param>
/// <param name="Material">Which material.</param>
/// <param name="Amount">Signed.</param>
/// <param name="Items">Signed change of the number of items; carried by the first posting of a line.</param>
public readonly record struct BatchPosting(
    long Sequence, DateOnly Day, string Code, MaterialCode Material, Amount Amount, int Items);

/// <summary>A batch in the book of one MBA: all that ever happened to it there.</summary>
public sealed class Batch
{
    private readonly List<BatchPosting> _postings;
    private readonly List<BatchSighting> _sightings;
    private volatile bool _isEmptied;

    internal Batch(string mba, string name, int number = -1)
    {
        Mba = mba;
        Name = name;
        Number = number;
        _postings = new List<BatchPosting>(2);
        _sightings = new List<BatchSighting>(1);
    }

    private Batch(Batch other)
    {
        Mba = other.Mba;
        Name = other.Name;
        Number = other.Number;
        _postings = [.. other._postings];
        _sightings = [.. other._sightings];
        (FirstDay, LastDay, LastChange, LastPosting, PostingCount, IsAdjusted) =
            (other.FirstDay, other.LastDay, other.LastChange, other.LastPosting, other.PostingCount, other.IsAdjusted);
    }

    /// <summary>MBA code.</summary>
    public string Mba { get; }

    /// <summary>Name in that MBA.</summary>
    public string Name { get; }

    /// <summary>All postings, by entry.</summary>
    public IReadOnlyList<BatchPosting> Postings => _postings;

    /// <summary>What each line said of its form, basis and place, by entry.</summary>
    public IReadOnlyList<BatchSighting> Sightings => _sightings;

    /// <summary>Its place among the batches of its MBA, from 0, in the order of their first entries; -1 where it is of a
    /// draft only.</summary>
    internal int Number { get; }

    /// <summary>Accounting date of its first posting.</summary>
    internal DateOnly FirstDay { get; private set; } = DateOnly.MaxValue;

    /// <summary>Accounting date of its last posting.</summary>
    internal DateOnly LastDay { get; private set; } = DateOnly.MinValue;

    /// <summary>The last day on which anything was posted to it or said of it.</summary>
    internal DateOnly LastChange { get; private set; } = DateOnly.MinValue;

    /// <summary>The entry of its last posting.</summary>
    internal long LastPosting { get; private set; } = long.MaxValue;

    /// <summary>How many postings it has.</summary>
    internal int PostingCount { get; private set; }

    /// <summary>Whether a physical inventory changed it.</summary>
    internal bool IsAdjusted { get; private set; }

    /// <summary>
    /// Whether a reader saw that all its postings together leave nothing: most batches of a long ledger are gone, and need
    /// not be summed up again. A further posting ends it.
    /// </summary>
    internal bool IsEmptied => _isEmptied;

    /// <summary>The entry that first spoke of it: that made its first posting or sighting.</summary>
    internal long FirstEntry => Math.Min(
        _postings.Count > 0 ? _postings[0].Sequence : long.MaxValue,
        _sightings.Count > 0 ? _sightings[0].Sequence : long.MaxValue);

    /// <summary>Whether a view sees any posting of it.</summary>
    internal bool IsSeen(View view)
    {
        foreach (var posting in CollectionsMarshal.AsSpan(_postings))
        {
            if (view.Sees(posting.Sequence, posting.Day))
                return true;
        }

        return false;
    }

    /// <summary>What a view sees in the batch, by material; nothing where the sum is zero.</summary>
    public SortedDictionary<MaterialCode, Amount> Contents(View view)
    {
        var contents = new SortedDictionary<MaterialCode, Amount>();
        foreach (var posting in _postings)
        {
            if (view.Sees(posting.Sequence, posting.Day))
                contents[posting.Material] = contents.GetValueOrDefault(posting.Material) + posting.Amount;
        }

        foreach (var material in contents.Where(pair => pair.Value.IsZero).Select(pair => pair.Key).ToList())
            contents.Remove(material);
        return contents;
    }

    /// <summary>How many items a view sees in it.</summary>
    public int Items(View view)
    {
        var items = 0;
        foreach (var posting in _postings)
        {
            if (view.Sees(posting.Sequence, posting.Day))
                items += posting.Items;
        }

        return items;
    }

    /// <summary>The last that a view knows of its form, basis and place; <c>null</c> before its first line.</summary>
    public BatchSighting? LastSighting(View view)
    {
        BatchSighting? last = null;
        foreach (var sighting in _sightings)
        {
            if (view.Sees(sighting.Sequence, sighting.Day) && (last is null || sighting.Day >= last.Value.Day))
                last = sighting;
        }

        return last;
    }

    /// <summary>The inventory KMP at which a view last saw it listed, or <c>null</c>.</summary>
    public string? InventoryKmp(View view)
    {
        BatchSighting? last = null;
        foreach (var sighting in _sightings)
        {
            if (sighting.InventoryKmp is not null && view.Sees(sighting.Sequence, sighting.Day)
                && (last is null || sighting.Day >= last.Value.Day))
                last = sighting;
        }

        return last?.InventoryKmp;
    }

    /// <summary>The first day at whose end there would be less than nothing of it, or <c>null</c>.</summary>
    /// <param name="shortOf">The material that is short, and by how much the balance is below zero; a default material: items.</param>
    public DateOnly? FirstShortage(out Weight shortOf)
    {
        shortOf = default;
        var running = new Dictionary<MaterialCode, Amount>(2);
        var items = 0;
        var ordered = InDayOrder();
        for (var i = 0; i < ordered.Count; i++)
        {
            var posting = ordered[i];
            items += posting.Items;
            running[posting.Material] = running.GetValueOrDefault(posting.Material) + posting.Amount;
            if (i + 1 < ordered.Count && ordered[i + 1].Day == posting.Day)
                continue;
            foreach (var (material, amount) in running)
            {
                if (amount.IsNegative)
                {
                    shortOf = new Weight(material, amount);
                    return posting.Day;
                }
            }

            if (items < 0)
                return posting.Day;
        }

        return null;
    }

    internal Batch Clone() => new(this);

    /// <summary>Whether a view sees all its postings.</summary>
    internal bool IsWhole(View view) => LastDay <= view.AsOf && view.Knows(LastPosting);

    internal void Post(in BatchPosting posting)
    {
        _postings.Add(posting);
        (LastPosting, PostingCount, _isEmptied) = (posting.Sequence, PostingCount + 1, false);
        FirstDay = posting.Day < FirstDay ? posting.Day : FirstDay;
        LastDay = posting.Day > LastDay ? posting.Day : LastDay;
        LastChange = posting.Day > LastChange ? posting.Day : LastChange;
        IsAdjusted |= posting.Code == "MF";
    }

    /// <summary>Told by whoever summed all its postings up; by several at once, too.</summary>
    internal void SeenEmpty() => _isEmptied = true;

    /// <summary>Keeps a sighting, unless it says what the last one said: whoever sees it sees that one too.</summary>
    internal void See(in BatchSighting sighting)
    {
        if (_sightings.Count > 0 && _sightings[^1] is var last && last.Day <= sighting.Day
            && sighting == last with { Sequence = sighting.Sequence, Day = sighting.Day })
            return;
        _sightings.Add(sighting);
        LastChange = sighting.Day > LastChange ? sighting.Day : LastChange;
    }

    private List<BatchPosting> InDayOrder()
    {
        for (var i = 1; i < _postings.Count; i++)
        {
            if (_postings[i].Day < _postings[i - 1].Day)
                return [.. _postings.OrderBy(p => p.Day)];
        }

        return _postings;
    }
}

/// <summary>What a line said of a batch besides its weights.</summary>
/// <param name="Sequence">The entry.</param>
/// <param name="Day">Its day.</param>
/// <param name="Description">Material description code.</param>
/// <param name="Basis">Measurement basis.</param>
/// <param name="InventoryKmp">Inventory KMP, where the line is of a listing.</param>
public readonly record struct BatchSighting(long Sequence, DateOnly Day, string Description, string Basis, string? InventoryKmp);
