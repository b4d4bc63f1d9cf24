using Custodia.Books;
using Custodia.Commitments.Documents;
using Custodia.Commitments.Facts;
using Custodia.Commitments.Queries;
using Custodia.Commitments.Statements;
using static Custodia.Commitments.Tests.StateJournal;

namespace Custodia.Commitments.Tests;

/// <summary>The register as it is asked, and what is due by it.</summary>
public sealed class RegistryTests : IDisposable
{
    private readonly StateJournal _journal = new();

    public void Dispose() => _journal.Dispose();

    [Fact]
    public void Every_record_opens_with_a_source_and_an_answer() => Assert.All(RegisterEntries.All, entry =>
    {
        Assert.Contains(System(entry.Id).Records, record => record.Kind == entry.Kind);
        Assert.True(entry.Answer is { En: not "", Zh: not "" }, entry.ToString());
        Assert.All(entry.Sources, citation => Assert.NotNull(Register.Sources.Find(citation.Source)));
        if (entry.Kind != RecordKind.Term)
            Assert.NotEmpty(entry.Sources);
    });

    [Fact]
    public void Values_that_differ_stand_side_by_side_with_their_sources()
    {
        var told = System("african-nwfz").Facts.Single(fact => fact.IsConflict);
        Assert.Equal([("2009-08-14", "S2"), ("2009-07-15", "treaty-text")], told.Values.Select(fact => (fact.Value, fact.Source.Source)));
    }

    [Fact]
    public void A_system_has_its_names_its_place_and_what_it_opens()
    {
        var system = System("joint-statement");
        Assert.Equal(('A', 7), (system.Row!.Section, system.Row.Row));
        Assert.Equal(11, system.Opens.Count(record => record.Kind == RecordKind.Circular));
        Assert.Contains(System("UNSCR-1540").Opens, record => record.Id == "UNSCR1540-OP4");
    }

    [Fact]
    public void A_part_alone_is_given_whole_and_without_one_the_systems()
    {
        Assert.Equal(157, Ask(new RegisterQuery()).Count);
        Assert.Equal(20, Ask(new RegisterQuery(Part: RecordKind.Resolution)).Count);
        Assert.All(Ask(new RegisterQuery("1540", RecordKind.Resolution)), row => Assert.Equal(RecordKind.Resolution, row.Kind));
    }

    [Fact]
    public void What_is_not_in_the_register_is_refused()
    {
        Assert.Equal("commitments.unknown", Assert.Single(Registry.Ask(_journal.Book, new SystemQuery("none"), _journal.Now).Refusals).Code);
        Assert.Equal("commitments.unknown", Assert.Single(Registry.Ask(_journal.Book, new SummitQuery("none"), _journal.Now).Refusals).Code);
        Assert.Equal("commitments.unknown", Assert.Single(Registry.Ask(_journal.Book, new StatesQuery("none"), _journal.Now).Refusals).Code);
        Assert.Equal("commitments.text-missing",
            Assert.Single(Registry.Ask(_journal.Book, new RegisterQuery(new string('x', 101)), _journal.Now).Refusals).Code);
    }

    [Fact]
    public void A_summit_has_documents_facts_and_the_source_of_its_participants()
    {
        var summit = Assert.Single(Registry.Ask(_journal.Book, new SummitQuery("NSS2010"), _journal.Now).Value!.Rows);
        Assert.Equal(["C10", "WP10"], summit.Documents.Select(document => document.Id));
        Assert.Equal("nss2010-states", summit.Attendance.Id);
        Assert.Equal(2, summit.Facts.Count(fact => fact.IsConflict));
    }

    [Fact]
    public void States_are_compared_by_facts_that_each_have_a_source()
    {
        var rows = Registry.Ask(_journal.Book, new StatesQuery(), _journal.Now).Value!.Rows;
        Assert.Equal(Register.States.Count, rows.Count);
        Assert.All(rows.SelectMany(row => row.Attended), attended => Assert.NotNull(Register.Sources.Find(attended.Source)));
        Assert.Contains(rows.Single(row => row.State.Code == "NO").Told, told => told is { Kind: RecordKind.Circular, Id: "IC912" });
        Assert.DoesNotContain(rows.Single(row => row.State.Code == "RU").Attended, attended => attended.Summit == "NSS2016");
    }

    [Fact]
    public async Task Duties_are_due_once_they_bind_the_State_and_no_longer_when_it_left()
    {
        Assert.DoesNotContain(Due("2026-01-01", "2026-12-31"), row => row.Sort == DueSort.Duty);
        var entry = await _journal.Act("bwc", ActType.Ratify, "2020-06-01");
        var row = Assert.Single(Due("2026-01-01", "2026-12-31"), row => row.Sort == DueSort.Duty);
        Assert.Equal(("BWC-CBM", new DateOnly(2026, 4, 15), "domain", (long?)entry), (row.Id, row.Day, row.Source, row.Entry));
        await _journal.Act("bwc", ActType.Withdraw, "2026-02-01");
        Assert.DoesNotContain(Due("2026-01-01", "2026-12-31"), found => found.Sort == DueSort.Duty);
        Assert.Single(Due("2026-01-01", "2026-12-31", _journal.Now with { Count = entry + 1 }), found => found.Sort == DueSort.Duty);
    }

    [Fact]
    public async Task A_duty_without_a_day_of_its_own_counts_from_the_act()
    {
        await _journal.Act("IC912", ActType.Join, "2019-03-10");
        Assert.Equal([new DateOnly(2025, 3, 10), new DateOnly(2026, 3, 10)],
            Due("2025-01-01", "2026-12-31").Where(row => row.Id == "IC912-04").Select(row => row.Day));
    }

    [Fact]
    public async Task A_monthly_report_is_due_thirty_days_after_each_calendar_month()
    {
        await _journal.Act("comprehensive-safeguards-agreement", ActType.Ratify, "2000-01-15");
        Assert.Equal([new DateOnly(2026, 1, 30), new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 30)],
            Due("2026-01-01", "2026-03-31").Where(row => row.Id == "CSA-63").Select(row => row.Day));
    }

    [Fact]
    public async Task Targets_and_statements_stand_in_the_calendar_until_they_are_replaced_or_withdrawn()
    {
        Assert.Equal(["C12-01", "C14-09"], Due("2014-12-31", "2014-12-31").Select(row => row.Id));
        var target = await _journal.Do(new SetTarget("C14-09", "IND-T02", new DateOnly(2026, 9, 1), "By then", "屆時"));
        Assert.Equal((DueSort.Target, "C14-09", (long?)target), Key(Assert.Single(Due("2026-09-01", "2026-09-01"))));
        await _journal.Do(new AttestIndicator("IND-S01", "100", Today, Today.AddDays(90), "Office", "Letter 1", new string('0', 64)));
        Assert.Contains(Due("2026-10-01", "2026-10-31"), row => row is { Sort: DueSort.Expiry, Id: "IND-S01" });

        static (DueSort, string, long?) Key(CalendarRow row) => (row.Sort, row.Id, row.Entry);
    }

    [Fact]
    public async Task A_promise_of_the_States_own_is_due_while_it_stands()
    {
        await _journal.Do(new KeepDocument("XA-2016", "Statement", "聲明", Day("2016-04-01"), KeptKind.NationalStatement, "statement.txt",
            StateJournal.KeptFile, TextLanguage.En, [new(1, 1, "We will ratify.")]));
        var promise = new AddCommitment("XA-2016-1", "XA-2016", "icsant", ItemType.Commitment, "Ratify", "批准", ["IND-T03"],
            Day("2016-04-01"), Day("2018-11-30"), "IND-T03");
        var (kept, dropped) = (await _journal.Do(promise), await _journal.Do(promise with { Id = "XA-2016-2" }));
        var rows = Due("2018-11-30", "2018-11-30");
        Assert.Equal([("XA-2016-1", (long?)kept), ("XA-2016-2", dropped)], rows.Select(row => (row.Id, row.Entry)));
        Assert.All(rows, row => Assert.Equal((DueSort.Target, "XA-2016", "Statement"), (row.Sort, row.Owner, row.Name.En)));
        await _journal.Do(new EndCommitment("XA-2016-1", Day("2019-01-01"), "Done"));
        await _journal.Do(new EndCommitment("XA-2016-2", Day("2017-01-01"), "Replaced"));
        Assert.Equal(["XA-2016-1"], Due("2018-11-30", "2018-11-30").Select(row => row.Id));
    }

    [Fact]
    public async Task The_last_days_there_are_can_be_asked_for()
    {
        await _journal.Act("bwc", ActType.Ratify, "2000-01-01");
        await _journal.Act("IC912", ActType.Join, "2019-03-10");
        Assert.Equal(Day("9998-04-15"), Due("9993-12-31", "9998-12-30")[^1].Day);
    }

    [Theory]
    [InlineData("2026-01-02", "2026-01-01")]
    [InlineData("2026-01-01", "2031-01-02")]
    [InlineData("9994-12-31", "9999-12-31")]
    [InlineData("9998-01-01", "9999-12-31")]
    public void A_span_that_ends_before_it_begins_or_is_too_long_is_refused(string from, string to) => Assert.Equal("commitments.span-wrong",
        Assert.Single(Calendars.Ask(_journal.Book, new CalendarQuery(Day(from), Day(to)), _journal.Now).Refusals).Code);

    private IReadOnlyList<CalendarRow> Due(string from, string to, View? view = null) =>
        Calendars.Ask(_journal.Book, new CalendarQuery(Day(from), Day(to)), view ?? _journal.Now).Value!.Rows;

    private SystemView System(string id) => Registry.Ask(_journal.Book, new SystemQuery(id), _journal.Now).Value!;

    private IReadOnlyList<RegisterEntry> Ask(RegisterQuery query) => Registry.Ask(_journal.Book, query, _journal.Now).Value!.Rows;

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", global::System.Globalization.CultureInfo.InvariantCulture);
}
