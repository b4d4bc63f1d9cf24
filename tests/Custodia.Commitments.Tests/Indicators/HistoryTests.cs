using System.Text.Json;
using Custodia.Books;
using Custodia.Commitments.Facts;
using Custodia.Commitments.Queries;
using Custodia.Commitments.Statements;
using Custodia.Commitments.Tests.Statements;

namespace Custodia.Commitments.Tests.Indicators;

/// <summary>How indicators went, kept from one question to the next.</summary>
public sealed class HistoryTests
{
    private static readonly DateOnly Day = new(2026, 1, 15);

    [Fact]
    public async Task What_was_kept_is_what_a_book_that_was_never_asked_works_out()
    {
        var random = new Random(11);
        for (var round = 0; round < 20; round++)
        {
            using var asked = new StateJournal();
            var commands = new List<object>();
            for (var step = 0; step < 12; step++)
            {
                if (Any(random) is var command && await asked.Offer(command))
                    commands.Add(command);
                Assert.NotEmpty(Histories(asked));
            }

            using var fresh = new StateJournal();
            foreach (var command in commands)
                await fresh.Do(command);
            Assert.Equal(Histories(fresh), Histories(asked));
        }
    }

    [Fact]
    public async Task An_entry_that_reaches_back_marks_the_days_that_it_reaches()
    {
        using var journal = new StateJournal();
        await journal.Act("gicnt", ActType.Join, "2008-01-01");
        Assert.All(Series(journal, "IND-C03", StateJournal.Today), point => Assert.Null(point.KnownThen));
        var known = journal.Count - 1;
        journal.NextDay();
        await journal.Act("psi", ActType.Join, $"{StateJournal.Today:yyyy-MM-dd}");
        var series = Series(journal, "IND-C03", StateJournal.Today);
        Assert.Equal(("2", known), (series[^1].Value, series[^1].KnownThen));
        // What was recorded before a day that nothing reaches back to stands as it stood.
        Assert.All(series.SkipLast(1), point => Assert.Null(point.KnownThen));
    }

    [Fact]
    public void A_history_of_too_many_months_is_refused()
    {
        using var journal = new StateJournal();
        Assert.Equal("commitments.series-too-long",
            Measures.Ask(journal.Book, new HistoriesQuery(Day, 241), journal.Now).Refusals.Single().Code);
    }

    private static IReadOnlyList<SeriesPoint> Series(StateJournal journal, string id, DateOnly day) =>
        Measures.Ask(journal.Book, new HistoriesQuery(day, 3), journal.Now).Value!.Rows.Single(row => row.Indicator == id).Series;

    private static string Histories(StateJournal journal) =>
        JsonSerializer.Serialize(Measures.Ask(journal.Book, new HistoriesQuery(Day, 6), journal.Now).Value, FaceJson.Options);

    private static object Any(Random random)
    {
        var on = Day.AddDays(-random.Next(220));
        return random.Next(6) switch
        {
            0 => Given.Attestation("IND-S01", $"{random.Next(90, 101)}", $"{on:yyyy-MM-dd}", $"{on.AddDays(90):yyyy-MM-dd}"),
            1 => new AssertIndicator("IND-S02", on, "Done."),
            2 => new SetThreshold("IND-C03", on, $"value >= {random.Next(3)}", "r"),
            3 => new SetApplicability("IND-S01", on, random.Next(2) == 0, "r"),
            4 => new SetTarget("C14-09", "IND-T02", on, "t", "t"),
            _ => new RecordAct(random.Next(2) == 0 ? "gicnt" : "cppnm", (ActType)random.Next(6), on, "C.N.1"),
        };
    }
}
