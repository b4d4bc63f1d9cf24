using System.Text.Json;
using Custodia.Books;
using Custodia.Materials.Evaluation;
using Custodia.Materials.Measurement;
using Custodia.Materials.Queries;

namespace Custodia.Materials.Tests.Queries;

/// <summary>A question asked as known at an entry has the answer that the book gave when that entry was the
/// last.</summary>
public sealed class KnownAtTests
{
    private static readonly MaterialCode Enriched = new('E', 'G');

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Every_query_answers_from_a_full_book_as_from_one_that_ended_there(int seed)
    {
        using var s = Streams.Random(seed);
        var random = new Random(seed);
        for (var i = 0; i < 25; i++)
        {
            var count = 30 + random.Next((int)s.Now.Count - 29);
            var view = new View(count, i % 3 == 0
                ? DateOnly.MaxValue
                : Scenario.Day("2025-08-01").AddDays(random.Next(450)));
            using var then = Streams.Folded(s, count);
            Assert.All(Questions(), ask => Assert.Equal(ask(then, view), ask(s.Book, view)));
        }
    }

    private static IEnumerable<Func<MaterialsBook, View, string>> Questions() =>
    [
        (b, v) => Text(Overviews.Ask(b, new OverviewQuery(), v)),
        (b, v) => Text(StructureTrees.Ask(b, new StructureQuery(), v)),
        (b, v) => Text(LedgerPages.Ask(b, new LedgerQuery("XAFB", Enriched, Size: 500), v)),
        (b, v) => Text(LedgerPages.Ask(b, new LedgerQuery("XAFB", Batch: "A1", Status: LedgerStatus.Effective), v)),
        (b, v) => Text(Overviews.Ask(b, new AreaQuery("XAFB"), v)),
        (b, v) => Text(Balances.Ask(b, new BalanceQuery("XAFB"), v)),
        (b, v) => Text(StatementAnswers.Ask(b, new StatementQuery("XAFB"), v)),
        (b, v) => Text(StatementAnswers.Ask(b, new StatementQuery("XAFB", Streams.FirstPit), v)),
        (b, v) => Text(Batches.Ask(b, new BatchesQuery("XAFB", IncludeEmpty: true, Size: 500), v)),
        (b, v) => Text(BatchHistories.Ask(b, new BatchQuery("XAFB", "A1"), v)),
        (b, v) => Text(BatchHistories.Ask(b, new BatchQuery("XARA", "A3-R"), v)),
        (b, v) => Text(Figures.Ask(b, new FigureQuery("XAFB", Line: "MF", Day: Streams.FirstPit), v)),
        (b, v) => Text(Transfers.Ask(b, new TransfersQuery(OpenOnly: false), v)),
        (b, v) => Text(Deadlines.Ask(b, new DueQuery(IncludeDone: true), v)),
        (b, v) => Text(PhysicalInventories.Ask(b, new InventoriesQuery("XAFB"), v)),
        (b, v) => Text(PhysicalInventories.Ask(b, new InventoryQuery("XAFB", Streams.FirstPit), v)),
        (b, v) => Text(Records.Ask(b, new ReportsQuery(), v)),
        (b, v) => Text(Records.Ask(b, new FilesQuery(), v)),
        (b, v) => Text(Records.Ask(b, new CodesQuery(), v)),
        (b, v) => Text(MethodQueries.Ask(b, new MethodsQuery("XAFB"), v)),
        (b, v) => Text(BalanceEvaluations.Ask(b, new BalanceEvaluationQuery("XAFB", Enriched, UseAccepted: true), v)),
        (b, v) => Text(Finds.Ask(b, new FindQuery("A", 500), v)),
        (b, v) => Text(Finds.Ask(b, new FindQuery("a1"), v)),
    ];

    private static string Text<T>(Answer<T> answer) => answer.IsGiven
        ? JsonSerializer.Serialize(answer.Value, FaceJson.Options)
        : string.Join("; ", answer.Refusals);
}
