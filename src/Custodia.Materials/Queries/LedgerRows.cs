using Custodia.Books;
using Custodia.Materials.Ledger;

namespace Custodia.Materials.Queries;

/// <summary>What a row of the ledger is.</summary>
public enum LedgerRowKind
{
    /// <summary>A line of the initial inventory.</summary>
    Initial,

    /// <summary>An inventory change.</summary>
    Change,

    /// <summary>A change recorded after its period was closed.</summary>
    Late,

    /// <summary>A corrected line, whole; its effect is the difference from the line that it corrects, where that stood
    /// on the same day and batch.</summary>
    Correction,

    /// <summary>A line deleted; its effect takes back what the line did.</summary>
    Deletion,

    /// <summary>The line that a correction took back, on that line's own day or batch where the correction has
    /// another.</summary>
    TakenBack,

    /// <summary>What a physical inventory changed (MF), or a line that came after it.</summary>
    Adjustment,
}

/// <summary>A row of the ledger of an MBA or of a batch.</summary>
/// <param name="Entry">Number of the journal entry that made it.</param>
/// <param name="RecordedAt">When it was recorded (UTC).</param>
/// <param name="Actor">Who recorded it; empty for an adjustment.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Date">Accounting date.</param>
/// <param name="Established">Day on which it was established, if later.</param>
/// <param name="Code">Change code; <c>PB</c> of the initial inventory, <c>MF</c> of an adjustment.</param>
/// <param name="Kmp">Key measurement point.</param>
/// <param name="From">MBA or State from which it came.</param>
/// <param name="To">MBA or State to which it went.</param>
/// <param name="Batch">Batch name; <c>null</c> for an adjustment of several.</param>
/// <param name="ShipperBatch">Name that the shipper gave it.</param>
/// <param name="Items">Items that the line states; 0 for an adjustment.</param>
/// <param name="Description">Material description code.</param>
/// <param name="Basis">Measurement basis.</param>
/// <param name="Weights">Weights as the line states them.</param>
/// <param name="Effect">Signed effect on the book by material.</param>
/// <param name="IsEffective">Whether it counts: it is not corrected, deleted or taken back.</param>
/// <param name="Corrects">Entry that it corrects.</param>
/// <param name="CorrectedBy">Entry that corrects it, where the view knows it.</param>
/// <param name="Source">File and row.</param>
/// <param name="Reason">Why it corrects or comes late.</param>
/// <param name="Reference">The operator's number of the record.</param>
/// <param name="Operation">What ties it to other lines.</param>
/// <param name="Note">Remark.</param>
/// <param name="Balance">Book balance of the material asked for, after this row; <c>null</c> where none was asked
/// for.</param>
public sealed record LedgerRow(
    long Entry, DateTimeOffset? RecordedAt, string Actor, LedgerRowKind Kind, DateOnly Date, DateOnly? Established,
    string Code, string? Kmp, string? From, string? To, string? Batch, string? ShipperBatch, int Items,
    string? Description, string? Basis, IReadOnlyList<Weight> Weights, IReadOnlyList<Weight> Effect, bool IsEffective,
    long? Corrects, long? CorrectedBy, SourceRow? Source, string? Reason, string? Reference, string? Operation,
    string? Note, Amount? Balance = null);

/// <summary>Makes rows of an MBA's ledger from their keys.</summary>
/// <param name="ledger">The MBA.</param>
/// <param name="view">What is known.</param>
/// <param name="adjusted">The batches whose adjustments a row of that kind sums up; <c>null</c>: all, by the
/// accounts.</param>
internal sealed class LedgerRows(MbaLedger ledger, View view, IReadOnlyList<Batch>? adjusted = null)
{
    /// <summary>The row of a key.</summary>
    public LedgerRow Row(RowKey key)
    {
        if (key.Part == RowPart.Adjustment)
            return Adjustment(key);
        var line = ledger.LineOf(key.Entry)!;
        return key.Part == RowPart.TakenBack
            ? Line(key, line, ledger.LineOf(line.Corrects!.Value)!.Change, LedgerRowKind.TakenBack)
            : Line(key, line, line.Change, KindOf(line.Kind));
    }

    private LedgerRow Line(RowKey key, LedgerLine line, InventoryChange change, LedgerRowKind kind)
    {
        var effect = new SortedDictionary<MaterialCode, Amount>();
        Add(effect, ledger.Batches[change.Batch], key);
        return new LedgerRow(key.Entry, line.Stamp.RecordedAt, line.Stamp.Actor, kind, change.Date, change.Established,
            change.Code, change.Kmp, change.From, change.To, change.Batch, change.ShipperBatch, change.Items,
            change.Description, change.Basis, change.Weights, Weights(effect),
            kind != LedgerRowKind.TakenBack && line.IsEffective(view), line.Corrects,
            view.Knows(line.CorrectedBy) ? line.CorrectedBy : null, line.Source, line.Reason, change.Reference,
            change.Operation, change.Note);
    }

    private LedgerRow Adjustment(RowKey key)
    {
        var effect = new SortedDictionary<MaterialCode, Amount>();
        if (adjusted is null)
            Add(effect, key);
        foreach (var batch in adjusted ?? [])
            Add(effect, batch, key);
        var line = ledger.LineOf(key.Entry);
        var stamp = line?.Stamp ?? ledger.Closings.Find(closing => closing.Stamp.Sequence == key.Entry)?.Stamp;
        var batchName = line?.Change.Batch ?? (adjusted is [var only] ? only.Name : null);
        return new LedgerRow(key.Entry, stamp?.RecordedAt, stamp?.Actor ?? "", LedgerRowKind.Adjustment, key.Day, null,
            "MF", null, null, null, batchName, null, 0, null, null, [], Weights(effect), true, null, null, null,
            line?.Reason, null, null, null);
    }

    private void Add(SortedDictionary<MaterialCode, Amount> effect, RowKey key)
    {
        foreach (var (material, account) in ledger.Accounts(LedgerKind.Book))
        {
            var postings = account.Postings;
            var i = Sight.FirstFrom(postings, key.Entry, posting => posting.Sequence);
            for (; i < postings.Count && postings[i].Sequence == key.Entry; i++)
            {
                if (key.Has(postings[i].Day, postings[i].Code))
                    effect[material] = effect.GetValueOrDefault(material) + postings[i].Amount;
            }
        }
    }

    private static void Add(SortedDictionary<MaterialCode, Amount> effect, Batch batch, RowKey key)
    {
        var postings = batch.Postings;
        var i = Sight.FirstFrom(postings, key.Entry, posting => posting.Sequence);
        for (; i < postings.Count && postings[i].Sequence == key.Entry; i++)
        {
            var posting = postings[i];
            if (key.Has(posting.Day, posting.Code) && !posting.Amount.IsZero)
                effect[posting.Material] = effect.GetValueOrDefault(posting.Material) + posting.Amount;
        }
    }

    private static List<Weight> Weights(SortedDictionary<MaterialCode, Amount> effect) =>
        [.. effect.Where(pair => !pair.Value.IsZero).Select(pair => new Weight(pair.Key, pair.Value))];

    private static LedgerRowKind KindOf(LineKind kind) => kind switch
    {
        LineKind.Initial => LedgerRowKind.Initial,
        LineKind.Change => LedgerRowKind.Change,
        LineKind.Late => LedgerRowKind.Late,
        LineKind.Correction => LedgerRowKind.Correction,
        LineKind.Deletion => LedgerRowKind.Deletion,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
