using Custodia.Books;
using Custodia.Commitments.Indicators;
using Custodia.Commitments.Queries;
using Custodia.Commitments.Statements;

namespace Custodia.Commitments.Tests.Statements;

/// <summary>What persons state and set, and how far that counts.</summary>
public sealed class StatementTests : IDisposable
{
    private static readonly DateOnly Day = new(2026, 1, 1);

    private readonly StateJournal _journal = new();

    public void Dispose() => _journal.Dispose();

    [Fact]
    public async Task A_signed_statement_fills_what_no_book_shows_until_it_expires()
    {
        var entry = await _journal.Do(Given.Attestation("IND-S01", "100", "2025-06-30", "2025-12-31"));
        var value = Value("IND-S01", new DateOnly(2025, 12, 31));
        Assert.Equal((Standing.Met, Grade.Attested, "100", entry), (value.Standing, value.Grade, value.Value, value.Statement));
        var before = Value("IND-S01", new DateOnly(2025, 6, 29));
        Assert.Equal((Standing.NoEvidence, null), (before.Standing, before.Grade));
        var expired = Value("IND-S01", Day);
        Assert.Equal((Standing.NoEvidence, Grade.Asserted, MissingReason.Expired), (expired.Standing, expired.Grade, expired.Missing));
    }

    [Fact]
    public async Task What_a_book_shows_goes_before_what_is_stated()
    {
        await _journal.Do(Given.Attestation("IND-T01", "inForce", "2025-01-01", "2027-01-01"));
        Assert.Equal((Standing.Met, Grade.Attested), Of("IND-T01"));
        await _journal.Act("cppnm", Facts.ActType.Sign, "2020-01-01");
        Assert.Equal((Standing.OnTrack, Grade.Computed), Of("IND-T01"));
    }

    [Fact]
    public async Task What_is_only_said_is_shown_as_said_and_turns_nothing_green()
    {
        var entry = await _journal.Do(new AssertIndicator("IND-S01", Day, "All sources were seen."));
        var value = Value("IND-S01");
        Assert.Equal((Standing.NoEvidence, Grade.Asserted, MissingReason.SaidOnly, entry),
            (value.Standing, value.Grade, value.Missing, value.Statement));
        Assert.Null(value.Value);
    }

    [Fact]
    public async Task A_statement_that_was_withdrawn_counts_no_more_and_did_before()
    {
        var entry = await _journal.Do(Given.Attestation("IND-S01", "100", "2025-06-30", "2027-12-31"));
        var before = _journal.Now;
        await _journal.Do(new WithdrawStatement(entry, "Signed in error"));
        Assert.Equal((Standing.NoEvidence, null), Of("IND-S01"));
        Assert.Equal(Standing.Met, _journal.Book.Engine.At(before with { AsOf = Day }).Of(IndicatorCatalogue.Find("IND-S01")!).Standing);
        Assert.Equal(["statement-unknown"], await _journal.Refused(new WithdrawStatement(entry, "Again")));
    }

    [Fact]
    public async Task The_State_sets_its_own_threshold_from_a_day_on()
    {
        await _journal.Act("gicnt", Facts.ActType.Join, "2008-01-01");
        Assert.Equal(Standing.Measured, Of("IND-C03").Standing);
        var entry = await _journal.Do(new SetThreshold("IND-C03", new DateOnly(2025, 1, 1), "value >= 2", "Cabinet decision", "value >= 1"));
        Assert.Equal(Standing.OnTrack, Of("IND-C03").Standing);
        Assert.Equal(entry, Value("IND-C03").Threshold);
        Assert.Equal(Standing.Measured, Value("IND-C03", new DateOnly(2024, 12, 31)).Standing);
        await _journal.Act("psi", Facts.ActType.Join, "2009-01-01");
        Assert.Equal(Standing.Met, Of("IND-C03").Standing);
    }

    [Fact]
    public async Task What_does_not_apply_names_the_entry_that_says_so()
    {
        var entry = await _journal.Do(new SetApplicability("IND-M04", new DateOnly(2025, 1, 1), false, "No reactor burns it"));
        Assert.Equal((Standing.NotApplicable, entry), (Value("IND-M04").Standing, Value("IND-M04").Statement));
        await _journal.Do(new SetApplicability("IND-M04", new DateOnly(2025, 6, 1), true, "One was built"));
        Assert.Equal(Standing.NoEvidence, Of("IND-M04").Standing);
        Assert.Equal(Standing.NotApplicable, Value("IND-M04", new DateOnly(2025, 5, 31)).Standing);
    }

    [Fact]
    public async Task A_target_that_passed_puts_what_is_only_on_its_way_off_its_track()
    {
        await _journal.Act("cppnm", Facts.ActType.Ratify, "1990-01-01");
        await _journal.Act("cppnm-amendment", Facts.ActType.Sign, "2012-01-01");
        var item = Register.Items.Find("C14-09")!;
        Assert.Equal(new DateOnly(2014, 12, 31), item.Target!.Due);
        Assert.Contains("IND-T02", Item("C14-09", new DateOnly(2015, 1, 1)).Deciding);
        Assert.Equal(Standing.OffTrack, Item("C14-09", new DateOnly(2015, 1, 1)).Item.Standing);
        Assert.NotEqual(Standing.OffTrack, Item("C14-09", new DateOnly(2014, 12, 31)).Item.Standing);
        var entry = await _journal.Do(new SetTarget("C14-09", "IND-T02", new DateOnly(2030, 1, 1), "In force by 2030", "2030 年前生效"));
        Assert.NotEqual(Standing.OffTrack, Item("C14-09", new DateOnly(2015, 1, 1)).Item.Standing);
        Assert.Equal(entry, Item("C14-09", Day).TargetEntry);
    }

    [Fact]
    public async Task A_promise_says_how_it_would_stand_if_what_is_missing_were_met_or_not()
    {
        await _journal.Act("cppnm", Facts.ActType.Ratify, "1990-01-01");
        await _journal.Act("cppnm-amendment", Facts.ActType.Ratify, "2012-01-01");
        var item = Item("C14-09", Day);
        Assert.Equal((Standing.NoEvidence, Standing.Met, Standing.OffTrack), (item.Item.Standing, item.Item.Best, item.Item.Worst));
        Assert.Equal(["IND-T04"], item.Deciding);
    }

    [Fact]
    public async Task What_cannot_be_stated_is_refused()
    {
        var good = Given.Attestation("IND-S01", "100", "2025-06-30", "2026-12-31");
        Assert.Equal(["unknown"], await _journal.Refused(good with { Indicator = "IND-Z01" }));
        Assert.Equal(["day-ahead"], await _journal.Refused(good with { StatedOn = StateJournal.Today.AddDays(1) }));
        Assert.Equal(["expiry-wrong"], await _journal.Refused(good with { Expires = good.StatedOn }));
        Assert.Equal(["expiry-wrong"], await _journal.Refused(good with { Expires = good.StatedOn.AddYears(5).AddDays(1) }));
        Assert.Equal(["value-wrong"], await _journal.Refused(good with { Value = "nearly all" }));
        Assert.Equal(["digest-wrong"], await _journal.Refused(good with { Digest = new string('A', 64) }));
        Assert.Equal(["text-missing"], await _journal.Refused(good with { Signatory = " " }));
        Assert.Equal(["text-missing"], await _journal.Refused(new AssertIndicator("IND-S01", Day, new string('x', 501))));
        Assert.Equal(["formula-wrong"], await _journal.Refused(new SetThreshold("IND-S01", Day, "value >=", "r")));
        Assert.Equal(["not-of-item"], await _journal.Refused(new SetTarget("C14-09", "IND-S01", Day, "t", "t")));
        Assert.Equal(["due-wrong"], await _journal.Refused(new SetTarget("C14-09", "IND-T02", new DateOnly(2014, 3, 25), "t", "t")));
        Assert.Equal("commitments.unknown",
            StatementQueries.Ask(_journal.Book, new StatementsQuery("IND-Z01"), _journal.Now).Refusals.Single().Code);
    }

    [Theory]
    [InlineData("value <= 5")]
    [InlineData("value + value <= 10")]
    [InlineData("value <= 10")]
    [InlineData("if(value > 7, true, false)")]
    public async Task A_threshold_inside_a_band_is_refused_because_it_would_tell_the_value(string met)
    {
        Assert.Equal(["threshold-tells"], await _journal.Refused(new SetThreshold("IND-M01", Day, met, "r")));
        await _journal.Do(new SetThreshold("IND-M01", Day, "value <= 0", "r"));
    }

    [Fact]
    public async Task A_threshold_asks_nothing_but_the_value()
    {
        Assert.Equal(["formula-wrong"],
            await _journal.Refused(new SetThreshold("IND-M08", Day, "count(held.items[mba = 'XA-1']) > 3", "r")));
    }

    [Fact]
    public async Task All_that_was_stated_is_listed_the_newest_first()
    {
        var first = await _journal.Do(Given.Attestation("IND-S01", "100", "2025-06-30", "2026-12-31"));
        var second = await _journal.Do(new AssertIndicator("IND-S02", Day, "Complete"));
        await _journal.Do(new WithdrawStatement(first, "Wrong"));
        var rows = StatementQueries.Ask(_journal.Book, new StatementsQuery(), _journal.Now).Value!.Rows;
        Assert.Equal([(second, "Complete", null), (first, "100", first + 2)], rows.Select(row => (row.Entry, row.Text!, row.WithdrawnBy)));
        Assert.Single(StatementQueries.Ask(_journal.Book, new StatementsQuery("IND-S02"), _journal.Now).Value!.Rows);
    }

    [Fact]
    public async Task The_log_of_what_is_suppressed_names_what_was_stated_and_is_not_shown()
    {
        await _journal.Do(Given.Attestation("IND-M01", "12", "2025-06-30", "2026-12-31"));
        await _journal.Do(Given.Attestation("IND-S01", "100", "2025-06-30", "2026-12-31"));
        var row = Assert.Single(Suppressions.Ask(_journal.Book, new SuppressionsQuery(Day), _journal.Now).Value!.Rows);
        Assert.Equal(("IND-M01", null, Suppression.None), (row.Indicator, row.Shown, row.Why));
    }

    private IndicatorValue Value(string id, DateOnly? day = null) =>
        _journal.Book.Engine.At(_journal.Now with { AsOf = day ?? Day }).Of(IndicatorCatalogue.Find(id)!);

    private (Standing Standing, Grade? Grade) Of(string id) => Value(id) is var value ? (value.Standing, value.Grade) : default;

    private ItemView Item(string id, DateOnly day) => Walls.Ask(_journal.Book, new ItemQuery(id, day), _journal.Now).Value!;
}
