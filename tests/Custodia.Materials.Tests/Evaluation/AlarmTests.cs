using System.Text.Json;
using Custodia.Books;
using Custodia.Materials.Evaluation;
using Custodia.Materials.Tests.Queries;
using static Custodia.Materials.Tests.Scenario;

namespace Custodia.Materials.Tests.Evaluation;

public sealed class AlarmTests
{
    private static readonly DateOnly First = Day("2025-07-31");

    [Fact]
    public void A_closed_alarm_lets_the_sums_of_Page_begin_anew_and_an_open_one_keeps_adding_up()
    {
        using var plant = Losing.Of(5_000, 1_500, 0);
        var before = plant.Evaluate();
        Assert.Equal((Standing.Alarm, First), (before.Verdict.Standing, before.Verdict.Alarms[0]));
        Assert.Equal(Sum(before.Periods[0].PageUp, before.Periods[1].Sitmuf), before.Periods[1].PageUp!.Value, 1e-12);
        plant.S.Do(Close());
        var after = plant.Evaluate();
        Assert.Equal(Sum(0, after.Periods[1].Sitmuf), after.Periods[1].PageUp!.Value, 1e-12);
        Assert.Equal(before.Periods.Select(period => period.Sitmuf), after.Periods.Select(period => period.Sitmuf));
        Assert.Equal(before.Periods[0].PageUp, after.Periods[0].PageUp);
        Assert.Equal((Standing.Closed, new ClosedAlarm("tester", Day("2026-12-31"), "a valve leaked", plant.S.Last)),
            (after.Periods[0].Verdict.Standing, after.Periods[0].Verdict.Closed));
        Assert.Equal(before.Periods[0].Verdict.Alarms, after.Periods[0].Verdict.Alarms);
        Assert.DoesNotContain(First, after.Verdict.Alarms);
        Assert.NotEqual(before.Basis.Digest, after.Basis.Digest);

        static double Sum(double? earlier, double? z) => Math.Max(0, earlier!.Value + z!.Value - 0.5);
    }

    [Fact]
    public void What_was_missing_in_a_closed_balance_does_not_keep_the_sum_of_all_in_alarm()
    {
        using var plant = Losing.Of(9_000, 0, 0, 4_400);
        Assert.Equal([[AlarmTest.Cumuf], [AlarmTest.Cumuf]], plant.Evaluate().Periods.Skip(1).Take(2).Select(OfSum));
        plant.S.Do(Close());
        var periods = plant.Evaluate().Periods;
        Assert.Equal([[AlarmTest.Cumuf], [], [], [AlarmTest.Cumuf]], periods.Select(OfSum));
        Assert.Equal(13_400, (double)periods[3].Cumuf.Grams);

        static IEnumerable<AlarmTest> OfSum(EvaluatedBalance period) => period.Verdict.Alarms.Where(test => test == AlarmTest.Cumuf);
    }

    [Fact]
    public void An_alarm_is_open_before_the_entry_and_the_day_of_its_closing_and_after_it_was_opened_again()
    {
        using var plant = Losing.Of(5_000, 1_500);
        var (now, open) = (plant.S.Now, Text(plant.Evaluate()));
        var closing = plant.S.Do(Close());
        Assert.NotEqual(open, Text(plant.Evaluate()));
        Assert.Equal(open, Text(plant.Evaluate(now)));
        Assert.Equal(open, Text(plant.Evaluate(plant.S.Now with { AsOf = Day("2026-12-30") })));
        Assert.NotEqual(open, Text(plant.Evaluate(plant.S.Now with { AsOf = Day("2026-12-31") })));
        plant.S.Do(new ReopenAlarm("XAFB", closing, "the valve was tight"));
        Assert.Equal(open, Text(plant.Evaluate()));
        plant.S.Do(Close());
        Assert.Equal(plant.S.Last, plant.Evaluate().Periods[0].Verdict.Closed!.Entry);
    }

    [Fact]
    public void What_was_closed_for_the_element_is_open_for_the_isotope()
    {
        using var plant = Losing.Of(5_000);
        plant.S.Do(Close());
        var isotope = BalanceEvaluations.Ask(plant.S.Book, new("XAFB", Losing.Enriched, Isotope: true), plant.S.Now).Value!;
        Assert.Equal([First], isotope.Verdict.Alarms);
        plant.S.Do(Close() with { Isotope = true });
        Assert.Equal(Standing.Closed, plant.Evaluate().Verdict.Standing);
    }

    [Fact]
    public void A_closing_that_does_not_fit_is_refused_whole()
    {
        using var plant = Losing.Of(5_000, 0);
        var s = plant.S;
        Assert.Equal(["alarm-finding-missing"], s.Refused(Close() with { Finding = " " }));
        Assert.Equal(["alarm-finding-missing"], s.Refused(Close() with { Finding = new string('x', 501) }));
        Assert.Equal(["alarm-finding-missing"], s.Refused(Close() with { Finding = "a\0b" }));
        Assert.Equal(["mba-unknown"], s.Refused(Close() with { Mba = "XAZZ" }));
        Assert.Equal(["evaluation-item-area"], s.Refused(Close() with { Mba = "XARA" }));
        Assert.Equal(["evaluation-material-unknown"], s.Refused(Close() with { Material = new('P', '\0') }));
        Assert.Equal(["evaluation-options-outside"], s.Refused(Close() with { Alpha = 0 }));
        Assert.Equal(["alarm-none"], s.Refused(Close() with { Date = Day("2025-08-01") }));
        var refused = Assert.IsType<Decision.Refused>(s.Decide(Close() with { Date = Day("2025-08-01") }));
        Assert.Equal("2025-07-31, 2025-08-31", refused.Refusals[0].Expected);
        using var quiet = Losing.Of(0);
        Assert.Equal(["alarm-none"], quiet.S.Refused(Close()));
        var closing = s.Do(Close());
        Assert.Equal(["alarm-closed"], s.Refused(Close()));
        Assert.Equal(["mba-unknown"], s.Refused(new ReopenAlarm("XAZZ", closing, "wrong")));
        Assert.Equal(["alarm-closing-unknown", "alarm-finding-missing"], s.Refused(new ReopenAlarm("XAFB", closing - 1, "")));
        s.Do(new ReopenAlarm("XAFB", closing, "wrong"));
        Assert.Equal(["alarm-closing-unknown"], s.Refused(new ReopenAlarm("XAFB", closing, "wrong")));
    }

    [Fact]
    public void Each_refusal_has_both_languages() => Assert.All(RefusalCatalogue.Of(typeof(AlarmRefusals)), code =>
        Assert.All([code.Message.En, code.Message.Zh, code.Remedy.En, code.Remedy.Zh], text => Assert.NotEmpty(text)));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void After_any_history_each_evaluation_is_that_of_a_book_which_ended_there_and_keeps_nothing(int seed)
    {
        var random = new Random(seed);
        using var plant = Losing.Of(5_000);
        for (var step = 0; step < 30; step++)
        {
            plant.Step(random);
            var count = random.Next(3) == 0 ? plant.S.Now.Count : plant.S.Now.Count - random.Next(12);
            var view = new View(count, random.Next(3) == 0 ? Day("2025-09-01").AddDays(random.Next(600)) : DateOnly.MaxValue);
            using var then = Streams.Folded(plant.S, count);
            foreach (var query in new BalanceEvaluationQuery[] { new("XAFB", Losing.Enriched), new("XAFB", Losing.Enriched, K: 0.25m, Alpha: 0.01m) })
                Assert.Equal(Text(BalanceEvaluations.Ask(then, query, view)), Text(BalanceEvaluations.Ask(plant.S.Book, query, view)));
        }

        Assert.NotEmpty(plant.S.Book.Mbas["XAFB"].AlarmClosings);
    }

    [Fact]
    public void An_evaluation_is_worked_out_once_for_all_who_ask_the_same_of_the_same_ledger()
    {
        using var plant = Losing.Of(5_000);
        var first = plant.Evaluate();
        Assert.Same(first, plant.Evaluate());
        plant.S.Do(new Custodia.Materials.Structure.Facility("XA-Z", "Store", "庫", Custodia.Materials.Structure.FacilityKind.Storage, First));
        Assert.Same(first, plant.Evaluate());
        for (var k = 0; k < 20; k++)
            BalanceEvaluations.Ask(plant.S.Book, new("XAFB", Losing.Enriched, K: 0.1m * k), plant.S.Now);
        // Only so many answers are kept: it was worked out again, and is the same.
        Assert.NotSame(first, plant.Evaluate());
        Assert.Equal(Text(first), Text(plant.Evaluate()));
        plant.Month(0);
        Assert.Equal(2, plant.Evaluate().Periods.Count);
    }

    private static CloseAlarm Close() => new("XAFB", Losing.Enriched, First, "a valve leaked");

    private static string Text(BalanceEvaluation answer) => JsonSerializer.Serialize(answer, FaceJson.Options);

    private static string Text(Answer<BalanceEvaluation> answer) =>
        answer.IsGiven ? Text(answer.Value) : string.Join("; ", answer.Refusals);
}
