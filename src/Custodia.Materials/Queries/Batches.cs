using Custodia.Books;
using Custodia.Materials.Ledger;

namespace Custodia.Materials.Queries;

/// <summary>Asks for a page of the batches of an MBA.</summary>
/// <param name="Mba">MBA code.</param>
/// <param name="Kmp">Only those last listed at this inventory KMP.</param>
/// <param name="Material">Only those that hold this material.</param>
/// <param name="Contains">Part of the name.</param>
/// <param name="IncludeEmpty">Also those that hold nothing any more.</param>
/// <param name="Page">Page number, from 1.</param>
/// <param name="Size">Rows on a page, at most 5,000.</param>
/// <param name="Sort">Name of a column, turned round by a leading minus; left out: the list's own order.</param>
public sealed record BatchesQuery(
    [Meaning("MBA code", "物料平衡區代碼")] string Mba,
    [Meaning("Inventory KMP", "盤存關鍵量測點")] string? Kmp = null,
    [Meaning("Material, such as E/G", "物料，如 E/G")] MaterialCode? Material = null,
    [Meaning("Part of the batch name", "批次名稱之部分文字")] string? Contains = null,
    [Meaning("Also batches that are empty", "包含已無存量之批次")] bool IncludeEmpty = false,
    [Meaning("Page, from 1", "頁碼，自 1 起")] int Page = 1,
    [Meaning("Rows on a page, at most 5,000", "每頁列數，最多 5,000")] int Size = 100,
    [Meaning("Order: name, kmp, form, items, contents, enrichment, first, last; -name turns it round", "排序：name, kmp, form, items, contents, enrichment, first, last；前加 - 為反序")] string? Sort = null);

/// <summary>A batch in the book of an MBA.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kmp">Inventory KMP at which it was last listed.</param>
/// <param name="Description">Material description code last stated.</param>
/// <param name="Items">Its items.</param>
/// <param name="Contents">What it holds.</param>
/// <param name="EnrichmentPercent">Weight percent of the fissile isotopes in its enriched uranium.</param>
/// <param name="FirstDay">Accounting date of its first posting.</param>
/// <param name="LastDay">Accounting date of its last posting.</param>
public sealed record BatchRow(string Name, string? Kmp, string? Description, int Items, IReadOnlyList<Weight> Contents,
    decimal? EnrichmentPercent, DateOnly FirstDay, DateOnly LastDay);

/// <summary>Lists of batches.</summary>
public static class Batches
{
    /// <summary>Contents are ordered by the first material's element.</summary>
    private static readonly Sorting<BatchRow> Orders = new Sorting<BatchRow>()
        .ByText("name", row => row.Name).ByText("kmp", row => row.Kmp).ByText("form", row => row.Description)
        .By("items", row => row.Items).By("contents", row => row.Contents is [var first, ..] ? first.Amount.Element : default)
        .By("enrichment", row => row.EnrichmentPercent).By("first", row => row.FirstDay).By("last", row => row.LastDay);

    /// <summary>Answers <see cref="BatchesQuery"/>: by name where no order is asked for.</summary>
    public static Answer<Page<BatchRow>> Ask(MaterialsBook book, BatchesQuery query, View view)
    {
        if (Sight.Mba(book, query.Mba, view) is not { } ledger)
            return Sight.NoMba(query.Mba);
        if (Paging.Check(query.Page, query.Size) is { } refusal)
            return refusal;
        if (Orders.Check(query.Sort) is { } unknown)
            return unknown;
        var reader = new BatchReader(view);
        var found = ledger.Batches.Values.Where(batch => Matches(ledger, batch, query, reader, view)).ToList();
        found.Sort((left, right) => string.CompareOrdinal(left.Name, right.Name));
        return query.Sort is null or "name"
            ? Paging.Cut(found, query.Page, query.Size, batch => Row(ledger, batch, reader, view))
            : Paging.Cut(Orders.Apply(found.ConvertAll(batch => Row(ledger, batch, reader, view)), query.Sort),
                query.Page, query.Size, row => row);
    }

    /// <summary>The row of a batch.</summary>
    internal static BatchRow Row(MbaLedger ledger, Batch batch, BatchReader reader, View view)
    {
        reader.Read(batch);
        var contents = reader.Contents.ToArray();
        return new BatchRow(batch.Name, batch.InventoryKmp(view),
            batch.LastSighting(view)?.Description, reader.Items, contents,
            contents.Select(MaterialTypes.EnrichmentPercent).FirstOrDefault(percent => percent is not null),
            reader.FirstDay, reader.LastDay);
    }

    private static bool Matches(MbaLedger ledger, Batch batch, BatchesQuery query, BatchReader reader, View view)
    {
        if (query.Contains is { } text && !batch.Name.Contains(text, StringComparison.OrdinalIgnoreCase))
            return false;
        if (query.Kmp is { } kmp && batch.InventoryKmp(view) != kmp)
            return false;
        reader.Read(batch);
        if (reader.Postings == 0 || (!query.IncludeEmpty && reader is { Items: 0, Contents.Length: 0 }))
            return false;
        if (query.Material is not { } material)
            return true;
        foreach (var weight in reader.Contents)
        {
            if (weight.Material == material)
                return true;
        }

        return false;
    }
}
