using Custodia.Books;
using Custodia.Materials.Ledger;

namespace Custodia.Materials.Queries;

/// <summary>Asks which entries make a figure that another question shows: a balance, a line of a statement, a
/// batch.</summary>
/// <param name="Mba">MBA code.</param>
/// <param name="Material">The material; left out: all, each by itself.</param>
/// <param name="Ledger">Which ledger.</param>
/// <param name="Line">A line of the material balance: PB, a change code, BE, DI, BA, PE, MF.</param>
/// <param name="Batch">Name of a batch.</param>
/// <param name="Day">With a line: a day of the period; left out: the last day seen.</param>
/// <param name="Page">Page number, from 1.</param>
/// <param name="Size">Rows on a page, at most 5,000.</param>
public sealed record FigureQuery(
    [Meaning("MBA code", "物料平衡區代碼")] string Mba,
    [Meaning("Material, such as E/G", "物料，如 E/G")] MaterialCode? Material = null,
    [Meaning("Ledger: book, retained waste, exempt material", "帳別：帳冊、保留廢棄物、豁免物料")] LedgerKind Ledger = LedgerKind.Book,
    [Meaning("Line of the material balance", "物料平衡表之列")] string? Line = null,
    [Meaning("Batch name", "批次名稱")] string? Batch = null,
    [Meaning("A day of the period", "期間內之一日")] DateOnly? Day = null,
    [Meaning("Page, from 1", "頁碼，自 1 起")] int Page = 1,
    [Meaning("Rows on a page, at most 5,000", "每頁列數，最多 5,000")] int Size = 100);

/// <summary>A figure and what makes it.</summary>
/// <param name="Amounts">The figure, by material.</param>
/// <param name="Parts">What makes it: their amounts add up to the figure, all pages together.</param>
public sealed record Figure(IReadOnlyList<Weight> Amounts, Page<FigurePart> Parts);

/// <summary>One part of a figure.</summary>
/// <param name="Entry">Number of the journal entry.</param>
/// <param name="Date">Accounting date.</param>
/// <param name="Code">Change code, PB or MF of a posting; PE of a line of a listing.</param>
/// <param name="Batch">The batch, where the entry concerns one.</param>
/// <param name="Weight">Amount, with the sign with which it counts in the figure.</param>
/// <param name="Items">Of a batch: items that came (plus) or went; of other figures items are not kept: 0.</param>
public readonly record struct FigurePart(long Entry, DateOnly Date, string Code, string? Batch, Weight Weight, int Items = 0);

/// <summary>Traces figures to entries.</summary>
public static class Figures
{
    /// <summary>Answers <see cref="FigureQuery"/>: parts by material, each in the order of entries.</summary>
    public static Answer<Figure> Ask(MaterialsBook book, FigureQuery query, View view)
    {
        if (Sight.Mba(book, query.Mba, view) is not { } ledger)
            return Sight.NoMba(query.Mba);
        if (Paging.Check(query.Page, query.Size) is { } refusal)
            return refusal;
        if ((query.Line is not null || query.Ledger != LedgerKind.Book) && query.Batch is not null
            || (query.Line is not null && query.Ledger != LedgerKind.Book))
            return QueryRefusals.FigureUnknown.In("line", found: query.Line ?? query.Ledger.ToString());
        if (query.Batch is not { } name)
            return Gather(ledger, query,
                query.Line is null ? OfAccounts(ledger, query, view) : OfLine(book, ledger, query, view));
        return ledger.Batches.TryGetValue(name, out var batch) && batch.Postings.Any(p => view.Sees(p.Sequence, p.Day))
            ? Gather(ledger, query, OfBatch(batch, view))
            : Rules.MaterialsRefusals.BatchUnknown.In("batch", found: name);
    }

    private static Figure Gather(MbaLedger ledger, FigureQuery query, IEnumerable<FigurePart> parts)
    {
        var sums = new SortedDictionary<MaterialCode, Amount>();
        var rows = new List<FigurePart>();
        var (count, first) = (0, (query.Page - 1) * query.Size);
        foreach (var part in parts)
        {
            var (material, amount) = part.Weight;
            if (query.Material is { } only && only != material)
                continue;
            sums[material] = sums.GetValueOrDefault(material) + amount;
            if (count >= first && rows.Count < query.Size)
                rows.Add(part with { Batch = part.Batch ?? ledger.LineOf(part.Entry)?.Change.Batch });
            count++;
        }

        return new Figure(Muf.Weights(sums), new Page<FigurePart>(rows, count, query.Page, query.Size));
    }

    private static IEnumerable<FigurePart> OfBatch(Batch batch, View view) =>
        from posting in batch.Postings
        where view.Sees(posting.Sequence, posting.Day) && (!posting.Amount.IsZero || posting.Items != 0)
        select new FigurePart(posting.Sequence, posting.Day, posting.Code, batch.Name,
            new Weight(posting.Material, posting.Amount), posting.Items);

    private static IEnumerable<FigurePart> OfAccounts(MbaLedger ledger, FigureQuery query, View view)
    {
        foreach (var (material, account) in ledger.Accounts(query.Ledger))
        {
            if (query.Material is { } only && only != material)
                continue;
            var postings = account.Postings;
            var known = Sight.Known(postings, view, posting => posting.Sequence);
            for (var i = 0; i < known; i++)
            {
                if (postings[i].Day <= view.AsOf)
                    yield return Part(material, postings[i]);
            }
        }
    }

    private static IEnumerable<FigurePart> OfLine(MaterialsBook book, MbaLedger ledger, FigureQuery query, View view)
    {
        var (from, to, _) = Statements.PeriodOf(ledger, Sight.DayOfPeriod(book, query.Day, view), view);
        var inventory = ledger.Inventory(to, view);
        if (query.Line is not "PE" && (query.Line is not "MF" || inventory is not null))
        {
            foreach (var part in OfPeriod(ledger, query, from, to, view))
                yield return part;
        }

        if (query.Line is not ("PE" or "MF") || inventory is null)
            yield break;
        foreach (var line in inventory.Effective(view))
        {
            foreach (var (material, amount) in line.Item.Weights)
                yield return new FigurePart(line.Stamp.Sequence, to, "PE", line.Item.Batch,
                    new Weight(material, query.Line == "PE" ? amount : -amount));
        }
    }

    private static IEnumerable<FigurePart> OfPeriod(
        MbaLedger ledger, FigureQuery query, DateOnly from, DateOnly to, View view)
    {
        foreach (var (material, account) in ledger.Accounts(LedgerKind.Book))
        {
            if (query.Material is { } only && only != material)
                continue;
            var parts = OfPeriod(material, account, query.Line!, from, to, view);
            // The MBR states a decrease as a positive amount, and DI as shipper − receiver.
            var turn = query.Line == "DI" || (!Statements.IsBalance(query.Line!)
                && !Statements.IsIncrease(parts.Aggregate(Amount.Zero, (sum, part) => sum + part.Weight.Amount)));
            foreach (var part in parts)
                yield return turn ? part with { Weight = new Weight(material, -part.Weight.Amount) } : part;
        }
    }

    private static IEnumerable<FigurePart> OfPeriod(MaterialCode material, Account account, string line, DateOnly from,
        DateOnly to, View view)
    {
        var postings = account.Postings;
        var known = Sight.Known(postings, view, posting => posting.Sequence);
        for (var i = 0; i < known; i++)
        {
            var posting = postings[i];
            if (Statements.Belongs(posting, line, from, to))
                yield return Part(material, posting);
        }
    }

    private static FigurePart Part(MaterialCode material, in Posting posting) =>
        new(posting.Sequence, posting.Day, posting.Code, null, new Weight(material, posting.Amount));
}
