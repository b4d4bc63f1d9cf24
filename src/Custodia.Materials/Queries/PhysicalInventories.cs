using Custodia.Books;
using Custodia.Materials.Ledger;

namespace Custodia.Materials.Queries;

/// <summary>Asks for the physical inventories of an MBA.</summary>
/// <param name="Mba">MBA code.</param>
public sealed record InventoriesQuery([Meaning("MBA code", "物料平衡區代碼")] string Mba);

/// <summary>A physical inventory in short.</summary>
/// <param name="Date">PIT date.</param>
/// <param name="TakenAt">Entry that completed the listing.</param>
/// <param name="Lines">Lines that count.</param>
/// <param name="Items">Items listed.</param>
/// <param name="Totals">Amounts listed, by material.</param>
/// <param name="ClosedAt">Entry that closed its balance, or <c>null</c>.</param>
/// <param name="Muf">MUF of the period that it closed, by material.</param>
public sealed record InventorySummary(DateOnly Date, long TakenAt, int Lines, int Items, IReadOnlyList<Weight> Totals,
    long? ClosedAt, IReadOnlyList<Weight> Muf);

/// <summary>The physical inventories of an MBA.</summary>
/// <param name="Mba">MBA code.</param>
/// <param name="Inventories">The newest first.</param>
public sealed record InventoryList(string Mba, IReadOnlyList<InventorySummary> Inventories);

/// <summary>Asks for one physical inventory.</summary>
/// <param name="Mba">MBA code.</param>
/// <param name="Date">PIT date.</param>
/// <param name="Page">Page of its lines, from 1.</param>
/// <param name="Size">Lines on a page, at most 5,000.</param>
/// <param name="Sort">Name of a column, turned round by a leading minus; left out: the list's own order.</param>
public sealed record InventoryQuery(
    [Meaning("MBA code", "物料平衡區代碼")] string Mba,
    [Meaning("PIT date", "盤點日")] DateOnly Date,
    [Meaning("Page, from 1", "頁碼，自 1 起")] int Page = 1,
    [Meaning("Lines on a page, at most 5,000", "每頁列數，最多 5,000")] int Size = 100,
    [Meaning("Order: entry, kmp, batch, items, form, basis; -name turns it round", "排序：entry, kmp, batch, items, form, basis；前加 - 為反序")] string? Sort = null);

/// <summary>A physical inventory, beside the book that it was compared with.</summary>
/// <param name="Mba">MBA code.</param>
/// <param name="Inventory">The inventory in short.</param>
/// <param name="Lines">Its lines, by entry: those that count.</param>
/// <param name="Discrepancies">Batches of which it found more (plus) or less than the book held, by name: the first
/// thousand.</param>
/// <param name="DiscrepancyCount">How many there are.</param>
public sealed record InventoryAnswer(string Mba, InventorySummary Inventory, Page<InventoryLine> Lines,
    IReadOnlyList<InventoryDifference> Discrepancies, int DiscrepancyCount);

/// <summary>A line of a physical inventory.</summary>
/// <param name="Entry">Its entry.</param>
/// <param name="Item">What it lists.</param>
/// <param name="Source">File and row.</param>
/// <param name="Corrects">Entry that it corrects.</param>
/// <param name="Reason">Why it corrects.</param>
public sealed record InventoryLine(long Entry, InventoryItem Item, SourceRow? Source, long? Corrects, string? Reason);

/// <summary>Physical inventories and what they found.</summary>
public static class PhysicalInventories
{
    /// <summary>The most discrepancies of one answer.</summary>
    public const int MaxDiscrepancies = 1_000;

    private static readonly Sorting<InventoryLine> Orders = new Sorting<InventoryLine>()
        .By("entry", line => line.Entry).ByText("kmp", line => line.Item.Kmp).ByText("batch", line => line.Item.Batch)
        .By("items", line => line.Item.Items).ByText("form", line => line.Item.Description)
        .ByText("basis", line => line.Item.Basis);

    /// <summary>Answers <see cref="InventoriesQuery"/>: the newest first.</summary>
    public static Answer<InventoryList> Ask(MaterialsBook book, InventoriesQuery query, View view)
    {
        if (Sight.Mba(book, query.Mba, view) is not { } ledger)
            return Sight.NoMba(query.Mba);
        var muf = Muf.ByPeriod(ledger, view);
        return new InventoryList(query.Mba,
        [
            .. ledger.Inventories.Where(inventory => inventory.IsKnown(view) && inventory.Date <= view.AsOf)
                .OrderByDescending(inventory => inventory.Date)
                .Select(inventory => Summary(ledger, inventory, muf, view)),
        ]);
    }

    /// <summary>Answers <see cref="InventoryQuery"/>.</summary>
    public static Answer<InventoryAnswer> Ask(MaterialsBook book, InventoryQuery query, View view)
    {
        if (Sight.Mba(book, query.Mba, view) is not { } ledger)
            return Sight.NoMba(query.Mba);
        if (Paging.Check(query.Page, query.Size) is { } refusal)
            return refusal;
        if (Orders.Check(query.Sort) is { } unknown)
            return unknown;
        if (query.Date > view.AsOf || ledger.Inventory(query.Date, view) is not { } inventory)
            return Rules.MaterialsRefusals.InventoryMissing.In("date", found: $"{query.Date:yyyy-MM-dd}");
        var lines = inventory.Effective(view).Select(line =>
            new InventoryLine(line.Stamp.Sequence, line.Item, line.Source, line.Corrects, line.Reason)).ToList();
        var differences = Differences(ledger, inventory, view);
        return new InventoryAnswer(query.Mba, Summary(ledger, inventory, Muf.ByPeriod(ledger, view), view),
            Paging.Cut(Orders.Apply(lines, query.Sort), query.Page, query.Size, line => line),
            differences.Count > MaxDiscrepancies ? differences[..MaxDiscrepancies] : differences, differences.Count);
    }

    private static InventorySummary Summary(MbaLedger ledger, PhysicalInventory inventory,
        SortedDictionary<DateOnly, SortedDictionary<MaterialCode, Amount>> muf, View view)
    {
        var (lines, items) = (0, 0);
        var totals = new SortedDictionary<MaterialCode, Amount>();
        foreach (var item in inventory.Effective(view).Select(line => line.Item))
        {
            lines++;
            items += item.Items;
            foreach (var (material, amount) in item.Weights)
                totals[material] = totals.GetValueOrDefault(material) + amount;
        }

        var closing = ledger.Closings.Find(c => c.Fact.To == inventory.Date && view.Knows(c.Stamp.Sequence));
        return new InventorySummary(inventory.Date, inventory.TakenAt, lines, items, Muf.Weights(totals),
            closing?.Stamp.Sequence, closing is null ? [] : Muf.Weights(muf[inventory.Date]));
    }

    /// <summary>What was found less the book, before the closing brought the book to it.</summary>
    private static List<InventoryDifference> Differences(MbaLedger ledger, PhysicalInventory inventory, View view)
    {
        var book = new SortedDictionary<string, BatchContents>(StringComparer.Ordinal);
        var reader = new BatchReader(view with { AsOf = inventory.Date });
        foreach (var batch in ledger.Batches.Values)
        {
            reader.Read(batch, adjustedOn: inventory.Date);
            if (reader is { Items: 0, Contents.Length: 0 })
                continue;
            var contents = new SortedDictionary<MaterialCode, Amount>();
            foreach (var (material, amount) in reader.Contents)
                contents.Add(material, amount);
            book.Add(batch.Name, new BatchContents(reader.Items, contents));
        }

        var listed = InventoryDifferences.Contents(inventory.Effective(view).Select(line => line.Item));
        return [.. InventoryDifferences.Between(book, listed)];
    }
}
