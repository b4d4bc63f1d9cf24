using Custodia.Books;
using Custodia.Commitments.Missions;
using Custodia.Commitments.Missions.Commands;
using Custodia.Commitments.Missions.Folds;
using Custodia.Commitments.Missions.Queries;
using FsCheck;
using FsCheck.Fluent;
using static Custodia.Commitments.Tests.Missions.MissionsJournal;

namespace Custodia.Commitments.Tests.Missions;

/// <summary>One mechanism of actions: who, by when, what shows it, and another who looked.</summary>
public sealed class ActionTests : IDisposable
{
    private readonly MissionsJournal _journal = new();

    public void Dispose() => _journal.Dispose();

    [Fact]
    public async Task The_ladder_turns_on_the_days_that_it_names()
    {
        await _journal.Open("ex-01", "2026-06-30");
        (string Day, string Step, int Late)[] expected =
        [
            ("2026-05-30", "later", -31), ("2026-05-31", "due-soon", -30), ("2026-06-30", "due-soon", 0), ("2026-07-01", "overdue-30", 1),
            ("2026-07-30", "overdue-30", 30), ("2026-07-31", "overdue-90", 31), ("2026-09-28", "overdue-90", 90), ("2026-09-29", "overdue-long", 91),
        ];
        foreach (var (day, step, late) in expected)
        {
            var row = _journal.Action("ex-01", day);
            Assert.Equal((step, late), (row.Step, row.DaysLate));
        }
    }

    [Fact]
    public void Every_number_of_days_stands_on_one_step_and_never_on_a_lower_one_the_later_it_is() =>
        Prop.ForAll(Gen.Choose(-400, 400).ToArbitrary(), days =>
            DueLadder.Of(days).Rank <= DueLadder.Of(days + 1).Rank
            && DueLadder.Of(days).Rank == DueLadder.Steps.Count(step => step.From is { } from && from <= days)).Check(Config.QuickThrowOnFailure);

    [Fact]
    public async Task It_is_closed_by_another_person_than_who_reported_it_done()
    {
        await _journal.Open("ex-01", "2026-06-30");
        Assert.Equal(["not-now action"], await _journal.Refused(new CloseAction("ex-01", On("2026-03-02")), "bob"));
        await _journal.Do("ann", new ReportAction("ex-01", On("2026-03-01"), "D-17"));
        Assert.Equal((ActionState.ReportedDone, "D-17"), (_journal.Action("ex-01", "2026-03-01").State,
            _journal.Action("ex-01", "2026-03-01").Evidence));
        Assert.Equal(["same-person action"], await _journal.Refused(new CloseAction("ex-01", On("2026-03-02")), "ann"));
        Assert.Equal(["same-person action"], await _journal.Refused(new SendBackAction("ex-01", On("2026-03-02"), "No"), "ann"));
        await _journal.Do("bob", new SendBackAction("ex-01", On("2026-03-02"), "The second gate is missing"));
        Assert.Equal((ActionState.Open, null), (_journal.Action("ex-01", "2026-03-02").State, _journal.Action("ex-01", "2026-03-02").Evidence));
        // Whoever sent it back may report it: then another has to look.
        await _journal.Do("bob", new ReportAction("ex-01", On("2026-04-01"), "D-18"));
        Assert.Equal(["same-person action"], await _journal.Refused(new CloseAction("ex-01", On("2026-04-02")), "bob"));
        await _journal.Do("ann", new CloseAction("ex-01", On("2026-04-02"), "Looked at both gates"));
        var closed = _journal.Action("ex-01", "2026-07-20");
        Assert.Equal((ActionState.Closed, On("2026-04-02"), null, 87), (closed.State, closed.Ended, closed.Step, closed.DaysOpen));
    }

    [Fact]
    public async Task A_past_day_and_an_earlier_knowledge_are_told_as_they_were()
    {
        var opened = await _journal.Open("ex-01", "2026-06-30");
        await _journal.Do(new ChangeAction("ex-01", On("2026-05-02"), "Parts are late", "FUEL", On("2026-09-30")));
        await _journal.Do(new WithdrawAction("ex-01", On("2026-06-01"), "The gate is gone"));
        Assert.Equal(("POWER", On("2026-06-30")), (_journal.Action("ex-01", "2026-05-01").Owner, _journal.Action("ex-01", "2026-05-01").Due));
        var moved = _journal.Action("ex-01", "2026-05-02");
        Assert.Equal(("FUEL", On("2026-09-30"), On("2026-06-30"), ActionState.Open), (moved.Owner, moved.Due, moved.FirstDue, moved.State));
        Assert.Equal(ActionState.Withdrawn, _journal.Action("ex-01", "2026-07-20").State);
        var known = _journal.Action("ex-01", "2026-07-20", _journal.Now with { Count = opened + 1 });
        Assert.Equal((ActionState.Open, "POWER", "overdue-30"), (known.State, known.Owner, known.Step));
        Assert.False(ActionQueries.Ask(_journal.Book, new ActionQuery("ex-01", On("2026-01-04")), _journal.Now).IsGiven);
        // The view's own day bounds the day that is asked for.
        Assert.Equal(On("2026-05-01"), ActionQueries.Ask(_journal.Book, new ActionQuery("ex-01", Today),
            _journal.Now with { AsOf = On("2026-05-01") }).Value!.Day);
    }

    [Fact]
    public async Task The_list_is_narrowed_and_counts_the_ladder_whatever_was_asked_for()
    {
        await _journal.Open("ex-01", "2026-06-30");
        await _journal.Open("ex-02", "2026-07-25");
        await _journal.Open("ex-03", "2027-07-25");
        await _journal.Do(new ReportAction("ex-02", On("2026-07-01"), "D-1"));
        await _journal.Do("bob", new ReportAction("ex-03", On("2026-07-01"), "D-1"));
        await _journal.Do("ann", new CloseAction("ex-03", On("2026-07-02")));
        Assert.Equal(["ex-01", "ex-02", "ex-03"], Ids(new ActionsQuery(Day: Today)));
        Assert.Equal(["ex-01"], Ids(new ActionsQuery(Step: "overdue-30", Day: Today)));
        Assert.Equal(["ex-02"], Ids(new ActionsQuery(State: ActionState.ReportedDone, Day: Today)));
        Assert.Empty(Ids(new ActionsQuery(ActionSource.Plan, Day: Today)));
        Assert.Equal(3, Ids(new ActionsQuery(Owner: "power", Of: "Exercise", Day: Today)).Length);
        var ladder = ActionQueries.Ask(_journal.Book, new ActionsQuery(Owner: "NOBODY", Day: Today), _journal.Now).Value!.Ladder;
        Assert.Equal([("later", 0), ("due-soon", 1), ("overdue-30", 1), ("overdue-90", 0), ("overdue-long", 0)],
            ladder.Select(step => (step.Step, step.Count)));
    }

    [Fact]
    public async Task Every_bad_step_is_refused_with_its_reason()
    {
        await _journal.Open("ex-01", "2026-06-30", "2026-02-01");
        Assert.Equal(["id-wrong id", "day-ahead on", "text-wrong words", "text-wrong reference", "text-wrong owner", "day-too-early due"],
            await _journal.Refused(new OpenAction("X!", "", "\u0007", Today.AddDays(1), Today, new string('x', 201))));
        Assert.Equal(["id-taken id"], await _journal.Refused(new OpenAction("ex-01", "w", "o", Today, Today, "r")));
        Assert.Equal(["unknown action"], await _journal.Refused(new ReportAction("ex-09", Today, "D")));
        Assert.Equal(["day-too-early on", "text-wrong evidence"], await _journal.Refused(new ReportAction("ex-01", On("2026-01-31"), " ")));
        Assert.Equal(["text-wrong reason", "nothing-changed due"],
            await _journal.Refused(new ChangeAction("ex-01", Today, "", "POWER", On("2026-06-30"))));
        Assert.Equal(["day-too-early due"], await _journal.Refused(new ChangeAction("ex-01", Today, "r", Due: On("2026-01-31"))));
        Assert.Equal(["text-wrong reason"], await _journal.Refused(new WithdrawAction("ex-01", Today, new string('x', 2_001))));
        await _journal.Do(new WithdrawAction("ex-01", Today, "r"));
        Assert.Equal(["not-now action"], await _journal.Refused(new ReportAction("ex-01", Today, "D")));
        Assert.Equal("missions.day-missing", Code(ActionQueries.Ask(_journal.Book, new ActionsQuery(), _journal.Now)));
        Assert.Equal("missions.unknown", Code(ActionQueries.Ask(_journal.Book, new ActionsQuery(Step: "never", Day: Today), _journal.Now)));
    }

    private static string Code<T>(Answer<T> answer) => Assert.Single(answer.Refusals).Code;

    private string[] Ids(ActionsQuery query) =>
        [.. ActionQueries.Ask(_journal.Book, query, _journal.Now).Value!.Rows.Select(row => row.Id).Order(StringComparer.Ordinal)];
}
