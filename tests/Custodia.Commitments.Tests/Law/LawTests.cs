using Custodia.Commitments.Law;
using static Custodia.Commitments.Tests.Law.LawState;

namespace Custodia.Commitments.Tests.Law;

/// <summary>What is in force on which day, and as it was known at each entry.</summary>
public sealed class LawTests : IDisposable
{
    private readonly LawState _state = new();

    public void Dispose() => _state.Dispose();

    [Fact]
    public async Task An_act_is_in_force_from_its_first_day_to_its_last()
    {
        await _state.Enact();
        await _state.Do(new RepealLaw(LawState.Act, Day("2020-12-31"), "Act 1 of 2021"));
        Assert.Equal((ForceState.ToCome, null), State("2012-06-30"));
        Assert.Equal((ForceState.InForce, ReviewState.Current), State("2012-07-01"));
        Assert.Equal((ForceState.InForce, ReviewState.Overdue), State("2020-12-31"));
        Assert.Equal((ForceState.Ended, null), State("2021-01-01"));
        Assert.Equal(Day("2020-12-31"), _state.Acts("2026-01-01").Rows.Single().LastDay);

        (ForceState, ReviewState?) State(string day) => _state.Acts(day).Rows.Single() is var row ? (row.State, row.Review) : default;
    }

    [Fact]
    public async Task A_clause_has_the_wording_of_the_day()
    {
        await _state.Enact();
        await _state.Add("7");
        await _state.Do(new AmendClause(LawState.Act, "7", Day("2016-01-01"), "New", "新", "Act 9", RuleStyle.PerformanceBased));
        await _state.Do(new EndClause(LawState.Act, "7", Day("2019-12-31"), "Act 8"));
        Assert.Empty(_state.Clauses("2012-06-30"));
        Assert.Equal(("Clause 7", Day("2015-12-31")), Wording("2015-12-31"));
        Assert.Equal(("New", Day("2019-12-31")), Wording("2016-01-01"));
        Assert.Empty(_state.Clauses("2020-01-01"));
        Assert.Equal(ForceState.Ended, _state.Clauses("2020-01-01", all: true).Single().State);
        Assert.Equal([null, "7", "7", "7"], _state.Law("2026-01-01").History.Select(turn => turn.Clause));

        (string, DateOnly?) Wording(string day) => _state.Clauses(day).Single() is var row ? (row.TextEn, row.LastDay) : default;
    }

    [Fact]
    public async Task A_clause_ends_with_its_act()
    {
        await _state.Enact();
        await _state.Add("7");
        await _state.Map("CPPNM-8", "7");
        await _state.Do(new RepealLaw(LawState.Act, Day("2020-12-31"), "Act 1 of 2021"));
        Assert.True(_state.Duty("CPPNM-8", "2020-12-31").IsCovered);
        Assert.False(_state.Duty("CPPNM-8", "2021-01-01").IsCovered);
        Assert.Equal(ForceState.Ended, _state.Clauses("2021-01-01", all: true).Single().State);
        Assert.Empty(_state.Clauses("2021-01-01"));
    }

    [Fact]
    public async Task The_cycle_of_review_runs_from_the_last_review()
    {
        await _state.Enact();
        Assert.Equal((null, Day("2017-07-01")), Review("2017-07-01"));
        await _state.Do(new ReviewLaw(LawState.Act, Day("2017-06-15"), "Report 4"));
        Assert.Equal((Day("2017-06-15"), Day("2022-06-15")), Review("2017-07-01"));
        Assert.Equal((null, Day("2017-07-01")), Review("2017-06-14"));
        Assert.Equal(ReviewState.Current, _state.Acts("2022-06-15").Rows.Single().Review);
        Assert.Equal(ReviewState.Overdue, _state.Acts("2022-06-16").Rows.Single().Review);

        (DateOnly?, DateOnly) Review(string day) => _state.Acts(day).Rows.Single() is var row ? (row.LastReview, row.ReviewDue) : default;
    }

    [Fact]
    public async Task What_was_known_earlier_is_told_as_it_was_known()
    {
        await _state.Enact();
        await _state.Add("7");
        var mapped = await _state.Map("CPPNM-8", "7");
        var then = _state.Journal.Now;
        var amended = await _state.Do(new AmendClause(LawState.Act, "7", Day("2016-01-01"), "New", "新", "Act 9"));
        await _state.Do(new TakeBackLaw(mapped, "another duty"));
        Assert.Equal("Clause 7", _state.Clauses("2026-01-01", then).Single().TextEn);
        Assert.True(_state.Duty("CPPNM-8", "2026-01-01", then).IsCovered);
        Assert.Equal("New", _state.Clauses("2026-01-01").Single().TextEn);
        Assert.False(_state.Duty("CPPNM-8", "2026-01-01").IsCovered);
        await _state.Do(new TakeBackLaw(amended, "never passed"));
        Assert.Equal("Clause 7", _state.Clauses("2026-01-01").Single().TextEn);
        Assert.Empty(_state.Law("2026-01-01", _state.Journal.Now with { Count = then.Count - 1 }).Clauses.Single().Duties);
    }

    [Fact]
    public async Task What_was_taken_back_can_be_recorded_again()
    {
        var act = await _state.Enact();
        await _state.Do(new TakeBackLaw(act, "wrong year"));
        Assert.Empty(_state.Acts("2026-01-01").Rows);
        await _state.Enact(from: "2013-07-01");
        Assert.Equal(Day("2013-07-01"), _state.Acts("2026-01-01").Rows.Single().From);
    }

    [Fact]
    public async Task Clauses_stand_in_the_order_in_which_people_count()
    {
        await _state.Enact();
        foreach (var number in new[] { "12", "2", "2a", "12.10", "12.9", "A1" })
            await _state.Add(number);
        Assert.Equal(["2", "2a", "12", "12.9", "12.10", "A1"], _state.Clauses("2026-01-01").Select(row => row.Clause));
    }

    [Fact]
    public async Task A_mapping_holds_until_it_is_ended_and_only_while_its_clause_is_in_force()
    {
        await _state.Enact();
        await _state.Add("7", from: "2014-01-01");
        var entry = await _state.Map("CPPNM-8", "7", shown: true);
        Assert.Equal((false, false), Covered("2013-12-31"));
        Assert.Equal((true, true), Covered("2014-01-01"));
        Assert.Equal((16, 1, 1), _state.Coverage("cppnm", "2026-01-01") is var row ? (row.Duties, row.Covered, row.Evidenced) : default);
        await _state.Do(new UnmapDuty(entry, Day("2020-01-31"), "other clause"));
        Assert.Equal((true, true), Covered("2020-01-31"));
        Assert.Equal((false, false), Covered("2020-02-01"));
        await _state.Map("CPPNM-8", "7");
        Assert.Equal((true, false), Covered("2020-02-01"));

        (bool, bool) Covered(string day) => _state.Duty("CPPNM-8", day) is var line ? (line.IsCovered, line.IsEvidenced) : default;
    }

    [Fact]
    public async Task A_measure_is_evidence_while_it_is_in_place_and_its_clause_is_in_force()
    {
        await _state.Enact();
        await _state.Add("7");
        var entry = await _state.Do(new RecordMeasure("ICSANT-18", "Kept safe", "妥為保管", Day("2015-01-01"), LawState.Act, "7", Entry: 1));
        Assert.False(_state.Duty("ICSANT-18", "2014-12-31").IsEvidenced);
        Assert.Equal((false, true), _state.Duty("ICSANT-18", "2015-01-01") is var line ? (line.IsCovered, line.IsEvidenced) : default);
        await _state.Do(new EndClause(LawState.Act, "7", Day("2016-12-31"), "Act 8"));
        Assert.False(_state.Duty("ICSANT-18", "2017-01-01").IsEvidenced);
        await _state.Do(new EndMeasure(entry, Day("2015-12-31"), "moved"));
        Assert.False(_state.Duty("ICSANT-18", "2016-01-01").IsEvidenced);
    }

    [Fact]
    public async Task Duties_of_nuclear_weapon_States_alone_are_left_out()
    {
        await _state.Enact();
        Assert.DoesNotContain(_state.Coverage("npt", "2026-01-01").Lines, line => line.Duty == "NPT-1");
        Assert.Contains(_state.Coverage("npt", "2026-01-01").Lines, line => line.Duty == "NPT-2");
    }
}
