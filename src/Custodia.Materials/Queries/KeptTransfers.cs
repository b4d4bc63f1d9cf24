using Custodia.Books;
using Custodia.Materials.Ledger;

namespace Custodia.Materials.Queries;

/// <summary>All transfers of a view, whoever asks, and those of them that do not agree.</summary>
internal sealed record MatchedTransfers(IReadOnlyCollection<TransferSides> All, IReadOnlyList<TransferSides> Open);

/// <summary>
/// The transfers as they stand now, matched once for everybody and kept until an entry concerns one; and those of the past day
/// that was last looked back to. What a reader may see of them is decided where they are used. Safe on any thread that holds
/// the book's lock for reading.
/// </summary>
internal sealed class KeptTransfers
{
    private readonly Lock _matching = new();
    private (long Entry, MatchedTransfers Matched)? _kept;
    private volatile Past? _past;

    /// <summary>Whether a line is part of a transfer inside the State.</summary>
    public static bool Concern(InventoryChange change) => change.Code is "SD" or "RD" or "DI";

    /// <summary>The transfers of a view.</summary>
    public MatchedTransfers Of(MaterialsBook book, View view)
    {
        var own = view with { Reader = null };
        if (!view.Knows(book.LastTransfer))
            return Match(book, own);
        if (view.AsOf != DateOnly.MaxValue)
        {
            if (_past is not { } past || past.Entry != book.LastTransfer || past.Day != view.AsOf)
                _past = past = new Past(book.LastTransfer, view.AsOf, Match(book, own));
            return past.Matched;
        }

        // Those who come together wait for one answer.
        lock (_matching)
        {
            if (_kept is not { } kept || kept.Entry != book.LastTransfer)
                _kept = kept = (book.LastTransfer, Match(book, own));
            return kept.Matched;
        }
    }

    private sealed record Past(long Entry, DateOnly Day, MatchedTransfers Matched);

    private static MatchedTransfers Match(MaterialsBook book, View view)
    {
        var found = new Dictionary<(string, string, string, MaterialCode), TransferSides>();
        foreach (var ledger in Sight.Mbas(book, null, view))
        {
            foreach (var line in Lines(ledger, view))
            {
                if (line.Change is { Code: "SD", To: { } to })
                    Add(found, line, ledger.Area.Code, to, line.Change.Batch);
                else if (line.Change is { Code: "RD", From: { } from })
                    Add(found, line, from, ledger.Area.Code, line.Change.ShipperBatch ?? line.Change.Batch);
            }
        }

        AddDifferences(book, found.Values, view);
        return new MatchedTransfers(found.Values, [.. found.Values.Where(sides => sides.IsOpen)]);
    }

    private static IEnumerable<LedgerLine> Lines(MbaLedger ledger, View view) =>
        ledger.TransferLines.Where(line => line.IsEffective(view) && line.Change.Date <= view.AsOf);

    private static void Add(Dictionary<(string, string, string, MaterialCode), TransferSides> found, LedgerLine line,
        string shipper, string receiver, string batch)
    {
        foreach (var (material, amount) in line.Change.Weights)
        {
            var key = (shipper, receiver, batch, material);
            if (!found.TryGetValue(key, out var sides))
                found.Add(key, sides = new TransferSides(shipper, receiver, batch, material));
            sides.Add(line, amount);
        }
    }

    private static void AddDifferences(MaterialsBook book, IReadOnlyCollection<TransferSides> found, View view)
    {
        var differences = Sight.Mbas(book, null, view)
            .SelectMany(ledger => Lines(ledger, view).Where(line => line.Change.Code == "DI"), (ledger, line) => (ledger, line)).ToList();
        if (differences.Count == 0)
            return;
        var byReceipt = found
            .SelectMany(sides => sides.ReceivedBatches, (sides, batch) => (Key: (sides.Receiver, batch, sides.Material), sides))
            .ToLookup(pair => pair.Key, pair => pair.sides);
        foreach (var (ledger, line) in differences)
        {
            foreach (var (material, amount) in line.Change.Weights)
            {
                foreach (var sides in byReceipt[(ledger.Area.Code, line.Change.Batch, material)])
                    sides.Stated += amount;
            }
        }
    }
}
