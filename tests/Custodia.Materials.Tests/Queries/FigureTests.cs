using Custodia.Books;
using Custodia.Materials.Ledger;
using Custodia.Materials.Queries;

namespace Custodia.Materials.Tests.Queries;

/// <summary>Every figure that is shown is the sum of the entries that are shown for it.</summary>
public sealed class FigureTests
{
    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public void Lines_of_statements_balances_and_batches_are_the_sums_of_their_parts(int seed)
    {
        using var s = Streams.Random(seed);
        foreach (var view in new[] { s.Now, s.Now with { AsOf = Streams.SecondPit }, s.Now with { Count = s.Now.Count * 2 / 3 } })
        {
            foreach (var day in new DateOnly?[] { Streams.FirstPit, Streams.SecondPit, null })
                CheckStatement(s.Book, day, view);
            foreach (var account in Balances.Ask(s.Book, new("XAFB"), view).Value!.Book)
                CheckFigure(s.Book, new FigureQuery("XAFB", account.Material), account.Amount, account.Entries, view);
            foreach (var batch in Batches.Ask(s.Book, new("XAFB", IncludeEmpty: true, Size: 500), view).Value!.Rows)
            {
                var figure = Parts(s.Book, new FigureQuery("XAFB", Batch: batch.Name), view);
                Assert.Equal(batch.Contents, figure.Amounts.Where(weight => !weight.Amount.IsZero));
                Assert.Equal(batch.Items, figure.Parts.Rows.Sum(part => part.Items));
            }
        }
    }

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    public void Muf_of_a_closed_period_is_what_its_inventory_lacks_and_the_next_opens_with_the_inventory(int seed)
    {
        using var s = Streams.Random(seed);
        var statement = StatementAnswers.Ask(s.Book, new("XAFB", Streams.FirstPit), s.Now).Value!;
        var inventory = PhysicalInventories.Ask(s.Book, new InventoryQuery("XAFB", Streams.FirstPit), s.Now).Value!;
        var muf = statement.Statement.Materials.Single()["MF"];
        Assert.Equal(muf, statement.Periods[0].Muf.Single().Amount);
        var lacking = inventory.Discrepancies.SelectMany(d => d.Weights).Aggregate(Amount.Zero, (sum, w) => sum - w.Amount);
        Assert.Equal(muf, lacking);
        var next = StatementAnswers.Ask(s.Book, new("XAFB", Streams.FirstPit.AddDays(1)), s.Now).Value!;
        Assert.Equal(statement.Statement.Materials.Single()["PE"], next.Statement.Materials.Single()["PB"]);
    }

    [Theory]
    [InlineData(31)]
    [InlineData(32)]
    public void The_running_balance_of_the_ledger_goes_from_row_to_row_by_their_effects(int seed)
    {
        using var s = Streams.Random(seed);
        var material = new MaterialCode('E', 'G');
        var rows = new List<LedgerRow>();
        for (var page = 1; ; page++)
        {
            var part = LedgerPages.Ask(s.Book, new LedgerQuery("XAFB", material, Page: page, Size: 7), s.Now).Value!;
            rows.AddRange(part.Rows);
            if (rows.Count >= part.Total)
                break;
        }

        var balance = Amount.Zero;
        foreach (var row in rows)
        {
            balance += row.Effect.Where(w => w.Material == material).Aggregate(Amount.Zero, (sum, w) => sum + w.Amount);
            Assert.Equal(balance, row.Balance);
        }

        Assert.Equal(s.Book.Mbas["XAFB"].Find(LedgerKind.Book, material)!.Current, balance);
        Assert.Contains(rows, row => row.Kind == LedgerRowKind.Adjustment);
        Assert.Contains(rows, row => row.Kind is LedgerRowKind.Correction or LedgerRowKind.Deletion);
    }

    [Fact]
    public void A_line_of_the_statement_belongs_to_no_batch()
    {
        using var s = Scenario.WithCylinder();
        var answer = Figures.Ask(s.Book, new FigureQuery("XAFB", Line: "RD", Batch: "CYL"), s.Now);
        Assert.Equal(QueryRefusals.FigureUnknown.Code, Assert.Single(answer.Refusals).Code);
    }

    private static void CheckStatement(MaterialsBook book, DateOnly? day, View view)
    {
        var statement = StatementAnswers.Ask(book, new("XAFB", day), view).Value!.Statement;
        foreach (var balance in statement.Materials)
        {
            foreach (var line in balance.Lines)
                CheckFigure(book, new FigureQuery("XAFB", balance.Material, Line: line.Name, Day: day), line.Amount, line.Entries, view);
        }
    }

    private static void CheckFigure(MaterialsBook book, FigureQuery query, Amount amount, int entries, View view)
    {
        var figure = Parts(book, query, view);
        Assert.Equal(amount, figure.Amounts.SingleOrDefault().Amount);
        Assert.Equal(entries, figure.Parts.Total);
    }

    /// <summary>The figure with the parts of all its pages, checked to add up.</summary>
    private static Figure Parts(MaterialsBook book, FigureQuery query, View view)
    {
        var figure = Figures.Ask(book, query with { Size = 500 }, view).Value!;
        Assert.Equal(figure.Parts.Total, figure.Parts.Rows.Count);
        foreach (var (material, amount) in figure.Amounts)
        {
            var sum = figure.Parts.Rows.Where(part => part.Weight.Material == material)
                .Aggregate(Amount.Zero, (total, part) => total + part.Weight.Amount);
            Assert.Equal(amount, sum);
        }

        return figure;
    }
}
