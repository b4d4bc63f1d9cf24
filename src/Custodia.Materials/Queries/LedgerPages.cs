using Custodia.Books;
using Custodia.Materials.Ledger;

namespace Custodia.Materials.Queries;

/// <summary>Which lines of a ledger are shown.</summary>
public enum LedgerStatus
{
    /// <summary>Every line that was ever recorded.</summary>
    All,

    /// <summary>Those that count: the last of each chain of corrections.</summary>
    Effective,
}

/// <summary>Asks for a page of the ledger of an MBA.</summary>
/// <param name="Mba">MBA code.</param>
/// <param name="Material">Only what concerns this material; each row then has the running balance.</param>
/// <param name="Code">Only this change code.</param>
/// <param name="Batch">Only batches whose name contains this.</param>
/// <param name="Kmp">Only this key measurement point.</param>
/// <param name="From">First accounting date.</param>
/// <param name="To">Last accounting date.</param>
/// <param name="Status">All lines, or those that count.</param>
/// <param name="Page">Page number, from 1.</param>
/// <param name="Size">Rows on a page, at most 5,000.</param>
/// <param name="Sort">Name of a column, turned round by a leading minus; left out: the list's own order.</param>
public sealed record LedgerQuery(
    [Meaning("MBA code", "物料平衡區代碼")] string Mba,
    [Meaning("Material, such as E/G; gives the running balance", "物料，如 E/G；將顯示結存")] MaterialCode? Material = null,
    [Meaning("Inventory change code", "存量變動代碼")] string? Code = null,
    [Meaning("Part of a batch name", "批次名稱之部分文字")] string? Batch = null,
    [Meaning("Key measurement point", "關鍵量測點")] string? Kmp = null,
    [Meaning("First accounting date", "起始日期")] DateOnly? From = null,
    [Meaning("Last accounting date", "截止日期")] DateOnly? To = null,
    [Meaning("All lines, or those that count", "全部列或僅有效列")] LedgerStatus Status = LedgerStatus.All,
    [Meaning("Page, from 1", "頁碼，自 1 起")] int Page = 1,
    [Meaning("Rows on a page, at most 5,000", "每頁列數，最多 5,000")] int Size = 100,
    [Meaning("Order: date, entry, code, kmp, batch, items; -name turns it round", "排序：date, entry, code, kmp, batch, items；前加 - 為反序")] string? Sort = null);

/// <summary>Pages of ledgers.</summary>
public static class LedgerPages
{
    /// <summary>
    /// Answers <see cref="LedgerQuery"/>: rows in accounting order, which is by day, then by entry, where no other is
    /// asked for.
    /// </summary>
    /// <remarks>
    /// The running balance is that of the whole account, whatever else the question leaves out: it takes in the
    /// adjustments by physical inventories.
    /// </remarks>
    public static Answer<Page<LedgerRow>> Ask(MaterialsBook book, LedgerQuery query, View view)
    {
        if (Sight.Mba(book, query.Mba, view) is not { } ledger)
            return Sight.NoMba(query.Mba);
        if (Paging.Check(query.Page, query.Size) is { } refusal)
            return refusal;
        var orders = Orders(ledger);
        if (orders.Check(query.Sort) is { } unknown)
            return unknown;
        var search = new LedgerSearch(ledger, query, view);
        var rows = new LedgerRows(ledger, view, search.Batches);
        var keys = Paging.Cut(orders.Apply(search.Find(), query.Sort), query.Page, query.Size, key => key);
        List<LedgerRow> page = [.. keys.Rows.Select(key => rows.Row(new RowKey(key)))];
        return new Page<LedgerRow>(query.Material is { } material ? WithBalances(ledger, material, keys.Rows, page, view) : page,
            keys.Total, keys.Number, keys.Size);
    }

    private static Sorting<ulong> Orders(MbaLedger ledger)
    {
        InventoryChange? Line(ulong key) => new RowKey(key) is { Part: not RowPart.Adjustment } row ? Change(ledger, row) : null;
        return new Sorting<ulong>().By("date", key => key).By("entry", key => (new RowKey(key).Entry, key))
            .ByText("code", key => Line(key)?.Code ?? "MF").ByText("kmp", key => Line(key)?.Kmp)
            .ByText("batch", key => Line(key)?.Batch).By("items", key => Line(key)?.Items ?? 0);
    }

    private static InventoryChange Change(MbaLedger ledger, RowKey row)
    {
        var line = ledger.LineOf(row.Entry)!;
        return row.Part == RowPart.TakenBack ? ledger.LineOf(line.Corrects!.Value)!.Change : line.Change;
    }

    private static LedgerRow[] WithBalances(
        MbaLedger ledger, MaterialCode material, IReadOnlyList<ulong> keys, List<LedgerRow> page, View view)
    {
        var places = Enumerable.Range(0, keys.Count).OrderBy(i => keys[i]).ToArray();
        var sums = SumsUpTo([.. places.Select(i => keys[i])], ledger.Find(LedgerKind.Book, material)?.Postings ?? [], view);
        var rows = new LedgerRow[keys.Count];
        var balance = Amount.Zero;
        for (var i = 0; i < places.Length; i++)
        {
            balance += sums[i];
            var row = page[places[i]];
            // A line taken back is posted under the same entry as the line that replaces it: its own part comes first.
            rows[places[i]] = row with
            {
                Balance = row.Kind == LedgerRowKind.TakenBack ? balance + EffectOn(row, material) : balance,
            };
        }

        return rows;
    }

    /// <summary>
    /// For each row shown, what was posted after the row before it and up to it: one pass over the account, without
    /// sorting it.
    /// </summary>
    private static Amount[] SumsUpTo(List<ulong> shown, IReadOnlyList<Posting> postings, View view)
    {
        var sums = new Amount[shown.Count];
        var known = Sight.Known(postings, view, posting => posting.Sequence);
        for (var i = 0; i < known && shown.Count > 0; i++)
        {
            var posting = postings[i];
            var key = RowKey.Of(posting).Value;
            if (posting.Day > view.AsOf || key > shown[^1])
                continue;
            var at = shown.BinarySearch(key);
            sums[at < 0 ? ~at : at] += posting.Amount;
        }

        return sums;
    }

    private static Amount EffectOn(LedgerRow row, MaterialCode material)
    {
        foreach (var weight in row.Effect)
        {
            if (weight.Material == material)
                return weight.Amount;
        }

        return Amount.Zero;
    }
}
