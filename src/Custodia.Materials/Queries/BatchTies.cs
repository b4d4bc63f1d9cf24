using Custodia.Books;
using Custodia.Materials.Ledger;

namespace Custodia.Materials.Queries;

/// <summary>That material went from one batch to another, as one line states it.</summary>
/// <param name="Giver">MBA and batch that gave.</param>
/// <param name="Taker">MBA and batch that took.</param>
/// <param name="Kind">How.</param>
/// <param name="Line">The line that states it.</param>
internal sealed record BatchTie(
    (string Mba, string Batch) Giver, (string Mba, string Batch) Taker, BatchEdgeKind Kind, LedgerLine Line)
{
    public bool IsExternal => Kind is BatchEdgeKind.ForeignReceipt or BatchEdgeKind.ForeignShipment;

    public (string Mba, string Batch) Other(string mba, string batch) => Giver == (mba, batch) ? Taker : Giver;
}

/// <summary>Finds what ties a batch to others. What an MBA's lines say is gathered when the first of its batches is
/// asked for.</summary>
internal sealed class BatchTies(MaterialsBook book, View view)
{
    private readonly Dictionary<string, ILookup<string, LedgerLine>> _operations = [];
    private readonly Dictionary<string, ILookup<(string? From, string Batch), LedgerLine>> _receipts = [];

    /// <summary>All ties of a batch, in the order of its lines.</summary>
    public IEnumerable<BatchTie> Of(string mba, string batch)
    {
        if (Sight.Mba(book, mba, view) is not { } ledger || !ledger.Batches.TryGetValue(batch, out var found))
            return [];
        var lines = found.Postings.Select(posting => posting.Sequence).Distinct()
            .Select(ledger.LineOf).OfType<LedgerLine>().Where(line => Counts(line) && line.Change.Batch == batch);
        return lines.SelectMany(line => Of(ledger, line));
    }

    private IEnumerable<BatchTie> Of(MbaLedger ledger, LedgerLine line)
    {
        var change = line.Change;
        var here = (change.Mba, change.Batch);
        return change.Code switch
        {
            "RM" or "RP" when change.Operation is { } operation =>
                from other in Operations(ledger)[operation]
                where other.Change.Code != change.Code && other.Change.Date == change.Date
                select change.Code == "RM"
                    ? new BatchTie(here, (change.Mba, other.Change.Batch), BatchEdgeKind.Rebatching, other)
                    : new BatchTie((change.Mba, other.Change.Batch), here, BatchEdgeKind.Rebatching, line),
            "SD" when change.To is { } to => Shipped(here, to, line),
            "RD" when change.From is { } from =>
                [new BatchTie((from, change.ShipperBatch ?? change.Batch), here, BatchEdgeKind.Transfer, line)],
            "SF" when change.To is { } to =>
                [new BatchTie(here, (to, change.Batch), BatchEdgeKind.ForeignShipment, line)],
            "RF" when change.From is { } from =>
                [new BatchTie((from, change.ShipperBatch ?? change.Batch), here, BatchEdgeKind.ForeignReceipt, line)],
            _ => [],
        };
    }

    private IEnumerable<BatchTie> Shipped((string Mba, string Batch) here, string to, LedgerLine shipment)
    {
        var receipts = Sight.Mba(book, to, view) is { } receiver ? Receipts(receiver)[here] : [];
        return receipts.Any()
            ? receipts.Select(receipt =>
                new BatchTie(here, (to, receipt.Change.Batch), BatchEdgeKind.Transfer, receipt))
            : [new BatchTie(here, (to, here.Batch), BatchEdgeKind.Transfer, shipment)];
    }

    private ILookup<string, LedgerLine> Operations(MbaLedger ledger)
    {
        if (!_operations.TryGetValue(ledger.Area.Code, out var lookup))
        {
            lookup = Lines(ledger).Where(line => line.Change is { Code: "RM" or "RP", Operation: not null })
                .ToLookup(line => line.Change.Operation!, StringComparer.Ordinal);
            _operations.Add(ledger.Area.Code, lookup);
        }

        return lookup;
    }

    private ILookup<(string? From, string Batch), LedgerLine> Receipts(MbaLedger ledger)
    {
        if (!_receipts.TryGetValue(ledger.Area.Code, out var lookup))
        {
            lookup = Lines(ledger).Where(line => line.Change.Code == "RD")
                .ToLookup(line => (line.Change.From, line.Change.ShipperBatch ?? line.Change.Batch));
            _receipts.Add(ledger.Area.Code, lookup);
        }

        return lookup;
    }

    private IEnumerable<LedgerLine> Lines(MbaLedger ledger) => ledger.Lines.Where(Counts);

    private bool Counts(LedgerLine line) => line.IsEffective(view) && line.Change.Date <= view.AsOf;
}
