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
/// <param name="Size">Rows on a page, at most 500.</param>
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
    [Meaning("Rows on a page, at most 500", "每頁列數，最多 500")] int Size = 100);

/// <summary>Pages of ledgers.</summary>
public static class LedgerPages
{
    /// <summary>Answers <see cref="LedgerQuery"/>: rows in accounting order, which is by day, then by entry.</summary>
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
        var search = new LedgerSearch(ledger, query, view);
        var rows = new LedgerRows(ledger, view, search.Batches);
        var keys = search.Find();
        var page = Paging.Cut(keys, query.Page, query.Size, key => rows.Row(new RowKey(key)));
        return query.Material is not { } material
            ? page
            : page with { Rows = WithBalances(ledger, material, keys, page, view) };
    }

    private static List<LedgerRow> WithBalances(
        MbaLedger ledger, MaterialCode material, List<ulong> keys, Page<LedgerRow> page, View view)
    {
        var shown = keys.GetRange(Math.Min((page.Number - 1) * page.Size, keys.Count), page.Rows.Count);
        var sums = SumsUpTo(shown, ledger.Find(LedgerKind.Book, material)?.Postings ?? [], view);
        var rows = new List<LedgerRow>(page.Rows.Count);
        var balance = Amount.Zero;
        for (var i = 0; i < page.Rows.Count; i++)
        {
            balance += sums[i];
            var row = page.Rows[i];
            // A line taken back is posted under the same entry as the line that replaces it: its own part comes first.
            rows.Add(row with
            {
                Balance = row.Kind == LedgerRowKind.TakenBack ? balance + EffectOn(row, material) : balance,
            });
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
