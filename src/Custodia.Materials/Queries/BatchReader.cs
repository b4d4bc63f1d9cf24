using System.Runtime.InteropServices;
using Custodia.Books;
using Custodia.Materials.Ledger;

namespace Custodia.Materials.Queries;

/// <summary>
/// Reads what batches hold, one after the other, without allocating for each: a reader is made for one question and
/// keeps
/// the last batch it read.
/// </summary>
internal sealed class BatchReader(View view)
{
    private readonly List<Weight> _contents = new(4);

    /// <summary>What the batch holds, in the order of materials; nothing where a sum is zero.</summary>
    public ReadOnlySpan<Weight> Contents => CollectionsMarshal.AsSpan(_contents);

    /// <summary>Its items.</summary>
    public int Items { get; private set; }

    /// <summary>How many postings the view sees.</summary>
    public int Postings { get; private set; }

    /// <summary>Day of the first and last posting, where there are any.</summary>
    public DateOnly FirstDay { get; private set; }

    /// <inheritdoc cref="FirstDay"/>
    public DateOnly LastDay { get; private set; }

    /// <summary>Reads a batch.</summary>
    /// <param name="batch">Which.</param>
    /// <param name="adjustedOn">A day whose MF postings are left out: to see the book as it was before a closing
    /// adjusted it.</param>
    public void Read(Batch batch, DateOnly? adjustedOn = null)
    {
        _contents.Clear();
        (Items, Postings, FirstDay, LastDay) = (0, 0, DateOnly.MaxValue, DateOnly.MinValue);
        if (batch.FirstDay > view.AsOf)
            return;
        var isWhole = batch.IsWhole(view) && !(batch.IsAdjusted && adjustedOn is not null);
        if (isWhole && batch.IsEmptied)
        {
            (Postings, FirstDay, LastDay) = (batch.PostingCount, batch.FirstDay, batch.LastDay);
            return;
        }

        var postings = batch.Postings;
        for (var i = 0; i < postings.Count; i++)
        {
            var posting = postings[i];
            if (!view.Sees(posting.Sequence, posting.Day) || (posting.Day == adjustedOn && posting.Code == "MF"))
                continue;
            Postings++;
            Items += posting.Items;
            FirstDay = posting.Day < FirstDay ? posting.Day : FirstDay;
            LastDay = posting.Day > LastDay ? posting.Day : LastDay;
            Add(posting.Material, posting.Amount);
        }

        _contents.RemoveAll(weight => weight.Amount.IsZero);
        if (isWhole && Items == 0 && _contents.Count == 0)
            batch.SeenEmpty();
    }

    private void Add(MaterialCode material, Amount amount)
    {
        var at = 0;
        while (at < _contents.Count && _contents[at].Material < material)
            at++;
        if (at < _contents.Count && _contents[at].Material == material)
            _contents[at] = new Weight(material, _contents[at].Amount + amount);
        else
            _contents.Insert(at, new Weight(material, amount));
    }
}
