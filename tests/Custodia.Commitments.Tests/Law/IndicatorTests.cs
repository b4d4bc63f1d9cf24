using System.Globalization;
using Custodia.Commitments.Facts;
using Custodia.Commitments.Indicators;
using Custodia.Commitments.Law;
using static Custodia.Commitments.Tests.Law.LawState;

namespace Custodia.Commitments.Tests.Law;

/// <summary>What the indicators on law are worked out of.</summary>
public sealed class IndicatorTests : IAsyncLifetime
{
    private readonly LawState _state = new();

    public async ValueTask InitializeAsync()
    {
        await _state.Enact();
        await _state.Add("7", penalty: "5 years");
    }

    public ValueTask DisposeAsync()
    {
        _state.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void Each_is_kept_by_this_book() => Assert.All(new LawBook().Indicators, declared =>
    {
        Assert.Equal("law", IndicatorCatalogue.Find(declared.Id)!.Keeper);
        Assert.NotNull(Formula.Parse(declared.Value));
    });

    [Fact]
    public async Task Coverage_counts_the_duties_of_what_is_in_force_for_the_State_alone()
    {
        Assert.Equal(MissingReason.NothingToCount, _state.Value("IND-T04").Missing);
        await _state.Journal.Act("cppnm", ActType.Ratify, "2014-01-01");
        await _state.Journal.Act("icsant", ActType.Sign, "2014-01-01");
        var mapped = await _state.Map("CPPNM-8", "7");
        await _state.Map("ICSANT-9", "7");
        Assert.Equal(100m / 16, Number("IND-T04"));
        Assert.Equal([mapped], _state.Value("IND-T04").Entries);
        Assert.Equal(Standing.OffTrack, _state.Value("IND-T04").Standing);
        Assert.Equal(MissingReason.NothingToCount, _state.Value("IND-T04", "2013-12-31").Missing);
        foreach (var duty in Register.Instruments.Find("cppnm")!.Duties.Where(duty => duty.Id != "CPPNM-8"))
            await _state.Map(duty.Id, "7");
        Assert.Equal((100m, Standing.Met), (Number("IND-T04"), _state.Value("IND-T04").Standing));
    }

    [Fact]
    public async Task A_State_that_no_depositary_takes_is_measured_by_what_it_carries_out()
    {
        await _state.Do(new SetProfile(false, "Not a member"));
        foreach (var id in new[] { "cppnm", "cppnm-amendment", "icsant" })
            await _state.Journal.Act(id, ActType.Align, "2011-01-01");
        Assert.All(new[] { "IND-T01", "IND-T02", "IND-T03" }, id => Assert.Equal(Standing.NotApplicable, _state.Value(id).Standing));
        Assert.Equal(0, Number("IND-T07"));
        var shown = await _state.Map("CPPNM-8", "7", shown: true);
        await _state.Map("CPPNM-9", "7");
        var measure = await _state.Do(new RecordMeasure("ICSANT-18", "Kept", "保管", Day("2015-01-01"), Entry: 1));
        var open = _state.Ask(book => Coverage.Ask(book, new CoverageQuery(null, Day("2026-01-01")), _state.Journal.Now)).Value!
            .Rows.Where(row => row.IsOpen).Sum(row => row.Duties);
        Assert.Equal(200m / open, Number("IND-T07"));
        Assert.Equal([shown, measure], _state.Value("IND-T07").Entries);
        Assert.Equal(100m / open, Number("IND-T07", "2014-12-31"));
        // None of them binds the State, so there is nothing that law would have to cover.
        Assert.Equal(MissingReason.NothingToCount, _state.Value("IND-T04").Missing);
    }

    [Fact]
    public async Task What_the_State_joins_counts_no_longer_as_aligned()
    {
        await _state.Do(new RecordMeasure("ICSANT-18", "Kept", "保管", Day("2015-01-01"), Entry: 1));
        Assert.True(Number("IND-T07") > 0);
        await _state.Journal.Act("icsant", ActType.Ratify, "2016-01-01");
        Assert.Equal(0, Number("IND-T07"));
    }

    [Fact]
    public async Task An_offence_counts_where_a_statute_has_it_with_a_penalty()
    {
        Assert.Equal(0, Number("IND-T05"));
        await _state.Map("ICSANT-2.3", "7");
        await _state.Add("8");
        await _state.Map("ICSANT-2.4a", "8");
        var rows = _state.Ask(book => Offences.Ask(book, new OffencesQuery(Day("2026-01-01")), _state.Journal.Now)).Value!.Rows.Count;
        Assert.Equal(100m / rows, Number("IND-T05"));
    }

    [Fact]
    public async Task Currency_is_the_share_that_was_reviewed_inside_its_cycle()
    {
        await _state.Enact("REG-2020", "2020-01-01", years: 10);
        Assert.Equal(50m, Number("IND-R01"));
        await _state.Do(new ReviewLaw(LawState.Act, Day("2022-01-01"), "Report"));
        Assert.Equal(100m, Number("IND-R01"));
        Assert.Equal(50m, Number("IND-R01", "2021-12-31"));
    }

    [Fact]
    public async Task The_share_of_outcomes_counts_what_requires_something()
    {
        Assert.Equal(MissingReason.NothingToCount, _state.Value("IND-R07").Missing);
        await _state.Add("9", style: RuleStyle.Prescriptive);
        await _state.Add("10", from: "2020-01-01", style: RuleStyle.PerformanceBased);
        Assert.Equal(50m, Number("IND-R07"));
        Assert.Equal(0m, Number("IND-R07", "2019-12-31"));
    }

    [Fact]
    public async Task Independence_is_counted_by_the_clauses_in_force_that_provide_for_it()
    {
        Assert.Equal(MissingReason.NothingToCount, _state.Value("IND-R02").Missing);
        await _state.Do(new RecordIndependence(IndependenceItem.Budget, LawState.Act, "7", Entry: 1));
        await _state.Do(new RecordIndependence(IndependenceItem.Removal, LawState.Act, "7", Entry: 1));
        Assert.Equal(2, Number("IND-R02"));
        await _state.Do(new EndClause(LawState.Act, "7", Day("2020-12-31"), "Act 8"));
        Assert.Equal((2m, 0m), (Number("IND-R02", "2020-12-31"), Number("IND-R02")));
    }

    private decimal Number(string id, string day = "2026-01-01") => decimal.Parse(_state.Value(id, day).Value!, CultureInfo.InvariantCulture);
}
