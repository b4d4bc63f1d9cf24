using Custodia.Books;
using Custodia.Commitments.Law;
using static Custodia.Commitments.Tests.Law.LawState;
using static Custodia.Commitments.Tests.StateJournal;

namespace Custodia.Commitments.Tests.Law;

/// <summary>Each refusal of the book of law, by an input that produces it.</summary>
public sealed class RefusalTests : IAsyncLifetime
{
    private readonly LawState _state = new();
    private long _act;
    private long _clause;
    private long _mapping;
    private long _measure;

    public async ValueTask InitializeAsync()
    {
        _act = await _state.Enact();
        _clause = await _state.Add("7");
        _mapping = await _state.Map("CPPNM-8", "7");
        _measure = await _state.Do(new RecordMeasure("ICSANT-18", "Kept", "保管", Day("2015-01-01"), Entry: 1));
    }

    public ValueTask DisposeAsync()
    {
        _state.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("")]
    [InlineData("act")]
    [InlineData("-A")]
    [InlineData("A\u0000")]
    [InlineData("A\n")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("法")]
    public async Task An_id_has_its_form(string id) =>
        Assert.Equal(["id-malformed"], await _state.Refused(Law(id)));

    [Fact]
    public async Task An_act_is_whole_and_recorded_once()
    {
        Assert.Equal(["law-twice"], await _state.Refused(Law(LawState.Act)));
        Assert.Equal(["text-missing", "text-missing", "text-missing", "day-order", "cycle-out-of-range"],
            await _state.Refused(new EnactLaw("B", LawKind.Act, " ", new string('x', 501), "a\nb", Day("1799-12-31"), 0)));
        Assert.Equal(["cycle-out-of-range"], await _state.Refused(Law("B") with { ReviewYears = 31 }));
    }

    [Fact]
    public async Task A_law_ends_once_and_not_before_it_began()
    {
        Assert.Equal(["law-unknown", "text-missing"], await _state.Refused(new RepealLaw("NONE", Day("2020-01-01"), "")));
        Assert.Equal(["day-order"], await _state.Refused(new RepealLaw(LawState.Act, Day("2012-06-30"), "Act 8")));
        await _state.Do(new RepealLaw(LawState.Act, Day("2030-01-01"), "Act 8"));
        Assert.Equal(["ended-already"], await _state.Refused(new RepealLaw(LawState.Act, Day("2031-01-01"), "Act 8")));
    }

    [Fact]
    public async Task A_review_is_of_a_day_that_has_come()
    {
        Assert.Equal(["day-ahead"], await _state.Refused(new ReviewLaw(LawState.Act, Today.AddDays(1), "Report")));
        Assert.Equal(["day-order", "text-missing"], await _state.Refused(new ReviewLaw(LawState.Act, Day("2012-06-30"), "")));
        Assert.Equal(["law-unknown"], await _state.Refused(new ReviewLaw("NONE", Day("2020-01-01"), "Report")));
    }

    [Fact]
    public async Task A_clause_is_recorded_once_and_amended_in_order()
    {
        Assert.Equal(["clause-twice"], await _state.Refused(new AddClause(LawState.Act, "7", Day("2013-01-01"), "x", "x")));
        Assert.Equal(["id-malformed", "day-order", "text-missing"],
            await _state.Refused(new AddClause(LawState.Act, "7 8", Day("2012-06-30"), "", "x")));
        Assert.Equal(["text-missing"], await _state.Refused(new AddClause(LawState.Act, "8", Day("2013-01-01"), "x", "x", null, "5 years")));
        Assert.Equal(["clause-unknown"], await _state.Refused(Amend("8", "2013-01-01")));
        Assert.Equal(["day-order"], await _state.Refused(Amend("7", "2012-07-01")));
        Assert.Equal(["day-order"], await _state.Refused(new EndClause(LawState.Act, "7", Day("2012-06-30"), "Act 8")));
        await _state.Do(new EndClause(LawState.Act, "7", Day("2020-12-31"), "Act 8"));
        Assert.Equal(["ended-already"], await _state.Refused(Amend("7", "2021-06-01")));
        Assert.Equal(["ended-already"], await _state.Refused(new EndClause(LawState.Act, "7", Day("2021-12-31"), "Act 8")));
    }

    [Fact]
    public async Task A_mapping_names_what_is_there_and_evidence_that_shows_something()
    {
        var map = new MapDuty("CPPNM-9", LawState.Act, "7");
        Assert.Equal(["duty-unknown", "clause-unknown"], await _state.Refused(new MapDuty("CPPNM-99", LawState.Act, "8")));
        Assert.Equal(["mapped-twice"], await _state.Refused(map with { Duty = "CPPNM-8" }));
        Assert.Equal(["id-malformed"], await _state.Refused(map with { Control = "GV 04" }));
        Assert.Equal(["id-malformed"], await _state.Refused(map with { Document = "Report", Sha256 = "00" }));
        Assert.Equal(["evidence-missing"], await _state.Refused(map with { Document = "Report" }));
        Assert.Equal(["evidence-missing"], await _state.Refused(map with { Sha256 = Digest }));
        Assert.Equal(["evidence-missing"], await _state.Refused(map with { Entry = -1 }));
        Assert.Equal(["entry-unknown"], await _state.Refused(new UnmapDuty(_clause, Day("2020-01-01"), "wrong")));
        await _state.Do(new UnmapDuty(_mapping, Day("2020-01-01"), "other"));
        Assert.Equal(["ended-already"], await _state.Refused(new UnmapDuty(_mapping, Day("2021-01-01"), "other")));
    }

    [Fact]
    public async Task Independence_rests_on_a_clause_and_on_evidence_once()
    {
        var budget = new RecordIndependence(IndependenceItem.Budget, LawState.Act, "7", Entry: 1);
        Assert.Equal(["clause-unknown", "evidence-missing"], await _state.Refused(budget with { Clause = "8", Entry = null }));
        await _state.Do(budget);
        Assert.Equal(["mapped-twice"], await _state.Refused(budget));
        await _state.Do(new TakeBackLaw(_mapping, "wrong"));
        Assert.Equal(["in-use"], await _state.Refused(new TakeBackLaw(_clause, "wrong")));
    }

    [Fact]
    public async Task A_measure_needs_evidence()
    {
        var measure = new RecordMeasure("ICSANT-8", "Kept", "保管", Day("2015-01-01"));
        Assert.Equal(["evidence-missing"], await _state.Refused(measure));
        Assert.Equal(["clause-unknown"], await _state.Refused(measure with { Entry = 1, Law = LawState.Act }));
        Assert.Equal(["day-order"], await _state.Refused(new EndMeasure(_measure, Day("2014-12-31"), "moved")));
        await _state.Do(new EndMeasure(_measure, Day("2020-12-31"), "moved"));
        Assert.Equal(["ended-already"], await _state.Refused(new EndMeasure(_measure, Day("2021-12-31"), "moved")));
    }

    [Fact]
    public async Task What_others_rest_on_is_not_taken_back()
    {
        Assert.Equal(["in-use"], await _state.Refused(new TakeBackLaw(_act, "wrong")));
        Assert.Equal(["in-use"], await _state.Refused(new TakeBackLaw(_clause, "wrong")));
        await _state.Do(new TakeBackLaw(_mapping, "wrong"));
        await _state.Do(new TakeBackLaw(_clause, "wrong"));
        Assert.Equal(["entry-unknown", "text-missing"], await _state.Refused(new TakeBackLaw(_clause, "")));
        await _state.Do(new TakeBackLaw(_act, "wrong"));
    }

    [Fact]
    public void Questions_that_cannot_be_answered_are_refused()
    {
        var now = _state.Journal.Now;
        Assert.Equal("law.day-missing", _state.Ask(book => Acts.Ask(book, new ActsQuery(), now)).Refusals.Single().Code);
        Assert.Equal("law.law-unknown", _state.Ask(book => Acts.Ask(book, new ActQuery("NONE"), now)).Refusals.Single().Code);
        Assert.Equal("law.law-unknown", _state.Ask(book => Acts.Ask(book, new ClausesQuery("NONE"), now)).Refusals.Single().Code);
        Assert.Equal("law.instrument-unknown", _state.Ask(book => Coverage.Ask(book, new CoverageQuery("gicnt"), now)).Refusals.Single().Code);
    }

    [Fact]
    public void Every_refusal_is_produced_here()
    {
        var test = File.ReadAllText(SourceOf());
        foreach (var code in RefusalCatalogue.Of(typeof(LawRefusals)))
            Assert.Contains(code.Code["law.".Length..] + "\"", test, StringComparison.Ordinal);
    }

    private static EnactLaw Law(string id) => new(id, LawKind.Act, "Act", "法", "Act 1", new(2020, 1, 1), 5);

    private static AmendClause Amend(string clause, string from) => new(LawState.Act, clause, Day(from), "New", "新", "Act 9");

    private static string SourceOf([System.Runtime.CompilerServices.CallerFilePath] string file = "") => file;
}
