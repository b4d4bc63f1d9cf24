using Custodia.Books;
using Custodia.Materials.Ledger;

namespace Custodia.Materials.Queries;

/// <summary>Asks for all that is known of one batch.</summary>
/// <param name="Mba">MBA code.</param>
/// <param name="Name">Name of the batch in that MBA.</param>
/// <param name="Depth">How many steps its genealogy is followed, each way; at most 20.</param>
/// <param name="Page">Page of its ledger rows, from 1.</param>
/// <param name="Size">Rows on a page, at most 5,000.</param>
public sealed record BatchQuery(
    [Meaning("MBA code", "物料平衡區代碼")] string Mba,
    [Meaning("Batch name", "批次名稱")] string Name,
    [Meaning("Steps of genealogy, at most 20", "沿革追溯層數，最多 20")] int Depth = 5,
    [Meaning("Page, from 1", "頁碼，自 1 起")] int Page = 1,
    [Meaning("Rows on a page, at most 5,000", "每頁列數，最多 5,000")] int Size = 100);

/// <summary>A batch with its history.</summary>
/// <param name="Mba">MBA code.</param>
/// <param name="Batch">What it holds.</param>
/// <param name="Rows">Its rows of the ledger, in accounting order.</param>
/// <param name="Listings">Where physical inventories listed it, by date.</param>
/// <param name="Genealogy">Where it came from and went.</param>
public sealed record BatchHistory(string Mba, BatchRow Batch, Page<LedgerRow> Rows,
    IReadOnlyList<BatchListing> Listings, Genealogy Genealogy);

/// <summary>A listing of the batch at a physical inventory.</summary>
/// <param name="Date">PIT date.</param>
/// <param name="Entry">Entry of the line.</param>
/// <param name="Item">The line.</param>
public sealed record BatchListing(DateOnly Date, long Entry, InventoryItem Item);

/// <summary>Histories of batches.</summary>
public static class BatchHistories
{
    /// <summary>Answers <see cref="BatchQuery"/>.</summary>
    public static Answer<BatchHistory> Ask(MaterialsBook book, BatchQuery query, View view)
    {
        if (Sight.Mba(book, query.Mba, view) is not { } ledger)
            return Sight.NoMba(query.Mba);
        if (Paging.Check(query.Page, query.Size) is { } refusal)
            return refusal;
        if (query.Depth is < 0 or > Genealogies.MaxDepth)
            return QueryRefusals.DepthOutside.In("depth", $"0–{Genealogies.MaxDepth}", $"{query.Depth}");
        if (!ledger.Batches.TryGetValue(query.Name, out var batch)
            || Batches.Row(ledger, batch, new BatchReader(view), view) is not { } row || row.FirstDay > row.LastDay)
            return Rules.MaterialsRefusals.BatchUnknown.In("name", found: query.Name);
        var rows = new LedgerRows(ledger, view, [batch]);
        return new BatchHistory(query.Mba, row,
            Paging.Cut(Keys(ledger, batch, view), query.Page, query.Size, rows.Row), Listings(ledger, batch, view),
            Genealogies.Follow(book, query.Mba, query.Name, query.Depth, view));
    }

    private static List<RowKey> Keys(MbaLedger ledger, Batch batch, View view)
    {
        var keys = new HashSet<RowKey>();
        foreach (var posting in batch.Postings.Where(p => view.Sees(p.Sequence, p.Day)))
            keys.Add(RowKey.Of(posting.Day, posting.Sequence, Part(ledger, batch, posting)));
        return [.. keys.OrderBy(key => key.Value)];
    }

    /// <summary>A posting of a correction on another day or batch than the corrected line's takes that line
    /// back.</summary>
    private static RowPart Part(MbaLedger ledger, Batch batch, in BatchPosting posting)
    {
        if (posting.Code == "MF")
            return RowPart.Adjustment;
        var line = ledger.LineOf(posting.Sequence)!.Change;
        return line.Batch == batch.Name && line.Date == posting.Day ? RowPart.Line : RowPart.TakenBack;
    }

    private static List<BatchListing> Listings(MbaLedger ledger, Batch batch, View view) =>
    [
        .. from inventory in ledger.Inventories
           where inventory.IsKnown(view) && inventory.Date <= view.AsOf
           orderby inventory.Date
           from line in inventory.Effective(view)
           where line.Item.Batch == batch.Name
           select new BatchListing(inventory.Date, line.Stamp.Sequence, line.Item),
    ];
}
