using System.Text.Json;
using Custodia.Books;
using Custodia.Commitments.Facts;
using Custodia.Commitments.Indicators;
using Custodia.Commitments.Queries;
using Custodia.Commitments.Statements;

namespace Custodia.Commitments.Tests.Indicators;

/// <summary>The values of indicators, and what they say of the promises.</summary>
public sealed class EngineTests : IDisposable
{
    private static readonly DateOnly Day = new(2026, 1, 1);

    private readonly StateJournal _journal = new();

    public void Dispose() => _journal.Dispose();

    [Fact]
    public void There_are_89_indicators_and_each_formula_of_them_is_one()
    {
        Assert.Equal(89, IndicatorCatalogue.All.Count);
        Assert.Equal(89, IndicatorCatalogue.All.DistinctBy(indicator => indicator.Id).Count());
        foreach (var formula in IndicatorCatalogue.All.SelectMany(indicator => new[] { indicator.Met, indicator.OnTrack, indicator.NotApplicable }))
            Assert.NotNull(formula is null ? Formula.Parse("1") : Formula.Parse(formula));
        Assert.All(_journal.Book.Indicators, declared => Assert.Equal("commitments", IndicatorCatalogue.Find(declared.Id)!.Keeper));
        Assert.All(Register.Items.SelectMany(item => item.Indicators), id => Assert.NotNull(IndicatorCatalogue.Find(id)));
    }

    [Fact]
    public async Task A_status_is_worked_out_of_the_acts_and_names_their_entries()
    {
        Assert.Equal((Standing.NoEvidence, MissingReason.NothingToCount, null), Of("IND-T01"));
        var (signed, ratified) = (await _journal.Act("cppnm", ActType.Sign, "1980-06-01"), await _journal.Act("cppnm", ActType.Ratify, "1985-01-01"));
        Assert.Equal((Standing.Met, MissingReason.None, "inForce"), Of("IND-T01"));
        Assert.Equal([signed, ratified], Value("IND-T01").Entries);
        Assert.Equal((Standing.OnTrack, MissingReason.None, "signed"), Of("IND-T01", new DateOnly(1984, 12, 31)));
    }

    [Fact]
    public async Task What_does_not_apply_to_a_State_that_is_not_taken_as_a_party_is_said_so()
    {
        await _journal.Act("icsant", ActType.Align, "2011-01-01");
        Assert.Equal((Standing.NotApplicable, MissingReason.None, "alignedNotParty"), Of("IND-T03"));
    }

    [Fact]
    public void A_book_that_is_not_kept_is_no_evidence()
    {
        Assert.Equal((Standing.NoEvidence, MissingReason.BookNotKept, null), Of("IND-S01"));
        Assert.Equal((Standing.NoEvidence, MissingReason.BookNotKept, null), Of("IND-M01"));
    }

    [Fact]
    public async Task The_same_day_and_entry_give_the_same_bytes_whatever_came_later()
    {
        await _journal.Act("gicnt", ActType.Join, "2008-01-01");
        var view = _journal.Now with { AsOf = Day };
        var before = All(view);
        await _journal.Act("psi", ActType.Join, "2009-01-01");
        Assert.Equal(before, All(view));
        Assert.NotEqual(before, All(_journal.Now with { AsOf = Day }));

        string All(View at) => JsonSerializer.Serialize(Measures.Ask(_journal.Book, new IndicatorsQuery(Day), at).Value, FaceJson.Options);
    }

    [Fact]
    public async Task The_series_shows_the_month_in_which_it_changed()
    {
        await _journal.Act("gicnt", ActType.Join, "2025-11-15");
        await _journal.Act("psi", ActType.Join, "2025-12-31");
        var view = Measures.Ask(_journal.Book, new IndicatorQuery("IND-C03", Day, 3), _journal.Now).Value!;
        Assert.Equal([("2025-10-31", "0"), ("2025-11-30", "1"), ("2025-12-31", "2"), ("2026-01-01", "2")],
            view.Series.Select(point => ($"{point.Day:yyyy-MM-dd}", point.Value!)));
    }

    [Fact]
    public async Task The_wall_counts_what_is_met_of_what_is_due_and_the_indicator_says_the_same()
    {
        foreach (var id in new[] { "cppnm", "cppnm-amendment", "icsant" })
            await _journal.Act(id, ActType.Ratify, "2017-01-01");
        var wall = Walls.Ask(_journal.Book, new WallQuery(null, Day), _journal.Now).Value!;
        Assert.Equal([12, 50, 13, 36, 12], wall.Documents.Select(document => document.Items.Count));
        Assert.All(wall.Documents.SelectMany(document => document.Items),
            item => Assert.Equal(item.Type == ItemType.Recognition, item.Standing is null));
        var (met, due) = (wall.Documents.Sum(document => document.Met), wall.Documents.Sum(document => document.Due));
        Assert.InRange(met, 1, due);
        var share = decimal.Parse(Value("IND-G02").Value!, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(met * 100m / due, share);
        Assert.Contains(wall.Documents.SelectMany(document => document.Items), item => item is { Standing: Standing.Met, Grade: Grade.Computed });
    }

    [Fact]
    public async Task The_share_of_promises_names_the_entries_by_which_they_are_judged()
    {
        var act = await _journal.Act("cppnm", ActType.Ratify, "2017-01-01");
        var attested = await _journal.Do(
            new AttestIndicator("IND-S01", "100", new(2025, 6, 30), Day.AddYears(1), "Office", "Letter 1", new('0', 64)));
        var threshold = await _journal.Do(new SetThreshold("IND-S01", new(2020, 1, 1), "value >= 90", "Decision 1"));
        var target = await _journal.Do(new SetTarget("C14-09", "IND-T02", new DateOnly(2027, 9, 1), "By then", "屆時"));
        Assert.Equal([act, attested, threshold, target], Value("IND-G02").Entries);
    }

    [Theory]
    [InlineData(Standing.OffTrack, Standing.Met, Standing.OffTrack)]
    [InlineData(Standing.NoEvidence, Standing.Met, Standing.NoEvidence)]
    [InlineData(Standing.OffTrack, Standing.OffTrack, Standing.NoEvidence)]
    [InlineData(Standing.OnTrack, Standing.OnTrack, Standing.Met)]
    [InlineData(Standing.Met, Standing.Met, Standing.Measured)]
    [InlineData(Standing.Measured, Standing.Measured, Standing.NotApplicable)]
    [InlineData(Standing.NotApplicable, Standing.NotApplicable, Standing.NotApplicable)]
    public void A_promise_stands_as_its_weakest_indicator(Standing expected, Standing one, Standing other)
    {
        Assert.Equal(expected, Walls.Judge([one, other]));
        Assert.Equal(expected, Walls.Judge([other, one]));
    }

    [Fact]
    public void The_bands_of_an_indicator_rise_and_no_other_has_any()
    {
        foreach (var indicator in IndicatorCatalogue.All)
        {
            Assert.Equal(indicator.Disclosure == Disclosure.Band, indicator.Bands is { Count: > 1 });
            Assert.Equal(indicator.Bands ?? [], (indicator.Bands ?? []).Order());
        }
    }

    [Fact]
    public void Questions_that_cannot_be_answered_are_refused()
    {
        Assert.Equal("commitments.unknown", Measures.Ask(_journal.Book, new IndicatorQuery("IND-X99", Day), _journal.Now).Refusals.Single().Code);
        Assert.Equal("commitments.series-too-long",
            Measures.Ask(_journal.Book, new IndicatorQuery("IND-M01", Day, 241), _journal.Now).Refusals.Single().Code);
        Assert.Equal("commitments.day-missing", Walls.Ask(_journal.Book, new WallQuery(), _journal.Now).Refusals.Single().Code);
        Assert.Equal("commitments.unknown", Walls.Ask(_journal.Book, new WallQuery("C99"), _journal.Now).Refusals.Single().Code);
        Assert.Equal("commitments.unknown", Walls.Ask(_journal.Book, new ItemQuery("C10-99", Day), _journal.Now).Refusals.Single().Code);
    }

    private IndicatorValue Value(string id, DateOnly? day = null) =>
        _journal.Book.Engine.At(_journal.Now with { AsOf = day ?? Day }).Of(IndicatorCatalogue.Find(id)!);

    private (Standing, MissingReason, string?) Of(string id, DateOnly? day = null) =>
        Value(id, day) is var value ? (value.Standing, value.Missing, value.Value) : default;
}
