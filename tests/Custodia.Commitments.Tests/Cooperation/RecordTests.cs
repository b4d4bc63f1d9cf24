using Custodia.Commitments.Cooperation.Facts;
using Custodia.Commitments.Cooperation.Queries;
using Custodia.Commitments.Facts;
using Custodia.Commitments.Indicators;
using static Custodia.Commitments.Tests.Cooperation.CooperationJournal;

namespace Custodia.Commitments.Tests.Cooperation;

/// <summary>What the State gave, whom it named, where it went, and what came of it.</summary>
public sealed class RecordTests : IAsyncLifetime
{
    private static readonly RecordContribution Gift =
        new("nuclear-security-fund", Day("2026-03-01"), 50_000, "EUR", 60_000, Receipt: "R-7");

    private CooperationJournal _journal = null!;

    public async ValueTask InitializeAsync() => _journal = await WithReactor();

    public ValueTask DisposeAsync()
    {
        _journal.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Contributions_of_the_last_year_to_the_funds_are_summed_in_the_national_currency()
    {
        Assert.Equal(MissingReason.NothingToCount, _journal.Value("IND-I05", "2026-07-20").Missing);
        var entry = await _journal.Do(Gift);
        await _journal.Do(Gift with { Fund = "interpol", National = 1_000 });
        await _journal.Do(Gift with { On = Day("2025-03-01"), National = 7_000, InKind = "Two detectors" });
        Assert.Equal("60000", _journal.Value("IND-I05", "2026-07-20").Value);
        Assert.Equal("7000", _journal.Value("IND-I05", "2025-12-31").Value);
        await _journal.Do(new TakeBack(entry, "another State's"));
        Assert.Equal("0", _journal.Value("IND-I05", "2026-07-20").Value);
    }

    [Fact]
    public async Task A_point_of_contact_is_fresh_as_long_as_its_last_test()
    {
        await _journal.Do(new RecordAct("itdb", ActType.Join, Day("1998-07-01"), "letter"));
        var entry = await _journal.Do(new NameContact(ContactFunction.Itdb, "Desk of incidents", Day("2025-01-10"), 180));
        Assert.Equal((10, false), Contact("2025-01-20"));
        Assert.Equal("no", _journal.Value("IND-D01", "2025-01-20").Value);
        await _journal.Do(new RecordStep(entry, StepKind.Confirmed, Day("2025-02-01"), "Answered in 20 min"));
        await _journal.Do(new RecordStep(entry, StepKind.Confirmed, Day("2025-06-01"), "Answered in 5 min"));
        Assert.Equal((0, true), Contact("2025-06-01"));
        Assert.Equal(("yes", Standing.Met), (_journal.Value("IND-D01", "2025-06-01").Value, _journal.Value("IND-D01", "2025-06-01").Standing));
        Assert.Equal((181, false), Contact("2025-11-29"));
        Assert.Equal(("no", "181"), (_journal.Value("IND-D01", "2025-11-29").Value, _journal.Value("IND-F03", "2025-11-29").Value));
        await _journal.Do(new NameContact(ContactFunction.Itdb, "Another desk", Day("2026-01-01")));
        Assert.Equal((0, false), Contact("2026-01-01"));
    }

    [Fact]
    public async Task Open_assistance_of_two_donors_in_one_area_overlaps()
    {
        var one = await _journal.Do(new RecordAssistance(AssistanceWay.Requested, "Border detection", "Portals", Day("2025-01-01"), "State XB"));
        await _journal.Do(new RecordAssistance(AssistanceWay.Requested, "border detection", "Training", Day("2025-02-01"), "State XC"));
        await _journal.Do(new RecordAssistance(AssistanceWay.Offered, "Border detection", "Course", Day("2025-02-01"), "XA"));
        Assert.Equal(2, Rows().Count(row => row.IsOverlapping));
        Assert.Equal(200m / 3, decimal.Parse(_journal.Value("IND-C04", "2026-01-01").Value!, System.Globalization.CultureInfo.InvariantCulture));
        await _journal.Do(new RecordStep(one, StepKind.Matched, Day("2025-01-31"), "State XB"));
        Assert.Equal((30, "State XB"), (Rows().Single(row => row.IsMatched).DaysToMatch, Rows().Single(row => row.IsMatched).Partner));
        Assert.Equal("1", _journal.Value("IND-C01", "2026-01-01").Value);
        await _journal.Do(new RecordStep(one, StepKind.Closed, Day("2025-12-01"), "Portals handed over"));
        Assert.DoesNotContain(Rows(), row => row.IsOverlapping);

        IReadOnlyList<AssistanceRow> Rows() => Logs.Ask(_journal.Book, new AssistanceQuery(), _journal.Now).Value!.Rows;
    }

    [Fact]
    public async Task Only_what_was_closed_with_an_outcome_counts_as_cooperation()
    {
        var bilateral = await _journal.Do(new RecordActivity(ActivityKind.Bilateral, "Exchange on culture", Day("2026-01-10"), "State XB"));
        var industry = await _journal.Do(new RecordActivity(ActivityKind.Industry, "Round table", Day("2026-01-10")));
        var lesson = await _journal.Do(new RecordActivity(ActivityKind.Lesson, "Keys left in a lock", Day("2026-01-10")));
        Assert.Equal(("0", "0", "0"), Three());
        foreach (var entry in new[] { bilateral, industry, lesson })
            await _journal.Do(new RecordStep(entry, StepKind.Closed, Day("2026-02-01"), "Note 3"));
        Assert.Equal(("1", "1", "1"), Three());
        Assert.Equal(["step-twice"], await _journal.Refused(new RecordStep(lesson, StepKind.Closed, Day("2026-02-02"), "again")));

        (string?, string?, string?) Three() => (_journal.Value("IND-C02", "2026-07-01").Value, _journal.Value("IND-H07", "2026-07-01").Value,
            _journal.Value("IND-I07", "2026-07-01").Value);
    }

    [Fact]
    public async Task Forums_measures_and_publications_are_counted()
    {
        await _journal.Do(new RecordForum("Conference", Day("2024-05-20"), true, ForumLevel.Minister, "Statement"));
        await _journal.Do(new RecordForum("Workshop", Day("2025-05-20"), false));
        Assert.Equal("1", _journal.Value("IND-G01", "2026-01-01").Value);
        var entry = await _journal.Do(new AnnounceMeasure("Publish the law", Day("2024-01-01"), "Statement 1", ["C12-05"]));
        Assert.Equal("0", _journal.Value("IND-V03", "2026-01-01").Value);
        await _journal.Do(new RecordStep(entry, StepKind.Evidenced, Day("2025-01-01"), "Gazette 5", Evidence: 0));
        Assert.Equal(("1", "0"), (_journal.Value("IND-V03", "2026-01-01").Value, _journal.Value("IND-V03", "2024-12-31").Value));
        await _journal.Do(new PublishFramework("Laws", "3", new string('a', 64), Day("2025-04-01")));
        Assert.Equal(("2025-04-01", Standing.Met), (_journal.Value("IND-V01", "2026-01-01").Value, _journal.Value("IND-V01", "2026-01-01").Standing));
    }

    [Fact]
    public async Task The_day_of_the_letters_is_that_of_the_last_of_three()
    {
        foreach (var (id, on) in new[] { ("code-of-conduct-sources", "2005-02-14"), ("guidance-disused", "2018-09-01") })
            await _journal.Do(new RecordAct(id, ActType.Join, Day(on), "letter"));
        Assert.Equal(MissingReason.NothingToCount, _journal.Value("IND-S05", "2026-01-01").Missing);
        await _journal.Do(new RecordAct("guidance-import-export", ActType.Join, Day("2006-03-30"), "letter"));
        Assert.Equal("2018-09-01", _journal.Value("IND-S05", "2026-01-01").Value);
    }

    [Fact]
    public async Task What_was_known_earlier_is_told_as_it_was_known()
    {
        var entry = await _journal.Do(new RecordForum("Conference", Day("2024-05-20"), true, ForumLevel.Expert));
        var before = _journal.Now;
        await _journal.Do(new TakeBack(entry, "was not there"));
        Assert.Empty(Logs.Ask(_journal.Book, new ForumsQuery(), _journal.Now).Value!.Rows);
        Assert.Equal(entry, Logs.Ask(_journal.Book, new ForumsQuery(), before).Value!.Rows.Single().Entry);
        Assert.Empty(Logs.Ask(_journal.Book, new ForumsQuery(), before with { AsOf = Day("2024-05-19") }).Value!.Rows);
    }

    [Fact]
    public async Task Bad_records_are_refused_with_their_reason()
    {
        Assert.Equal(["fund-unknown", "amount-wrong", "amount-wrong", "currency-wrong"],
            await _journal.Refused(Gift with { Fund = "pocket", Amount = 0, National = -1, Currency = "Eur" }));
        Assert.Equal(["level-missing"], await _journal.Refused(new RecordForum("Conference", Today, true)));
        Assert.Equal(["digest-wrong"], await _journal.Refused(new PublishFramework("Laws", "3", "abc", Today)));
        Assert.Equal(["amount-wrong"], await _journal.Refused(new NameContact(ContactFunction.Cppnm, "Desk", Today, 0)));
        Assert.Equal(["text-missing"], await _journal.Refused(new RecordActivity(ActivityKind.Bilateral, new string('x', 501), Today)));
        Assert.Equal(["record-unknown"], await _journal.Refused(new RecordStep(long.MaxValue, StepKind.Closed, Today, "x")));
        Assert.Equal(["record-unknown"], await _journal.Refused(new TakeBack(long.MaxValue, "x")));
        var entry = await _journal.Do(Gift);
        await _journal.Do(new TakeBack(entry, "wrong"));
        Assert.Equal(["record-unknown"], await _journal.Refused(new TakeBack(entry, "wrong")));
        var contact = await _journal.Do(new NameContact(ContactFunction.Cppnm, "Desk", Day("2026-01-01")));
        Assert.Equal(["day-before"], await _journal.Refused(new RecordStep(contact, StepKind.Confirmed, Day("2025-12-31"), "x")));
        Assert.Equal("cooperation.day-missing", Logs.Ask(_journal.Book, new ContactsQuery(), _journal.Now).Refusals.Single().Code);
    }

    private (int Days, bool IsFresh) Contact(string day)
    {
        var row = Logs.Ask(_journal.Book, new ContactsQuery(ContactFunction.Itdb, Day(day)), _journal.Now).Value!.Rows.Single();
        return (row.Days, row.IsFresh);
    }
}
