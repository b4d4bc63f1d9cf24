using Custodia.Books;
using Custodia.Commitments.Indicators;
using Custodia.Commitments.Queries;
using Custodia.Commitments.Reports;
using Custodia.Commitments.Tests.Statements;

namespace Custodia.Commitments.Tests.Reports;

/// <summary>What a report says, and what it must not say.</summary>
public sealed class ReportTests : IDisposable
{
    private readonly StateJournal _journal = new();

    public static TheoryData<ReportKind> Kinds => [.. GivenReport.Kinds];

    public void Dispose() => _journal.Dispose();

    [Fact]
    public async Task The_progress_report_counts_as_the_wall_does()
    {
        await GivenReport.Acts(_journal);
        var wall = Walls.Ask(_journal.Book, new WallQuery(null, GivenReport.Day), _journal.Now).Value!;
        foreach (var kind in new[] { ReportKind.ByDocument, ReportKind.ByTheme })
        {
            var counts = GivenReport.Report(_journal, kind).Sections[0].Counts;
            Assert.Equal((wall.Documents.Sum(document => document.Met), wall.Documents.Sum(document => document.Due)),
                (counts[^1].Met, counts[^1].Scored));
            Assert.True(counts[^1].Met > counts[^1].MetBefore);
            foreach (var count in counts)
                Assert.Equal(count.Scored, count.Met + count.OnTrack + count.OffTrack + count.NoEvidence + count.Measured);
            Assert.Equal(counts[^1].Scored, counts.SkipLast(1).Sum(count => count.Scored));
        }
    }

    [Fact]
    public void A_State_with_no_books_has_met_nothing_and_the_report_says_so()
    {
        var report = GivenReport.Report(_journal, ReportKind.ByDocument);
        var total = report.Sections[0].Counts[^1];
        Assert.Equal(0, total.Met);
        Assert.True(total.NoEvidence > 50, $"{total.NoEvidence}");
        var missing = report.Sections.Single(section => section.Heading == ReportWords.Of("missing.title"));
        Assert.Contains(missing.Lines, line => line.En.Contains("IND-S01", StringComparison.Ordinal)
            && line.Zh.Contains("IND-S01", StringComparison.Ordinal));
        Assert.Contains(GivenReport.Report(_journal, ReportKind.Statement).Sections,
            section => section.Text.Contains(ReportWords.Of("statement.lawNone")));
        Assert.Contains(GivenReport.Report(_journal, ReportKind.OnePager).Sections,
            section => section.Text.Contains(ReportWords.Of("pager.movedNone")));
    }

    [Fact]
    public async Task What_only_welcomes_is_named_and_never_scored()
    {
        await GivenReport.Acts(_journal);
        var recognised = Register.Items.Where(item => item.Type == ItemType.Recognition).Select(item => item.Id).ToList();
        foreach (var kind in new[] { ReportKind.ByDocument, ReportKind.ByTheme })
        {
            var sections = GivenReport.Report(_journal, kind).Sections;
            Assert.Empty(sections.SelectMany(section => section.Promises).Select(row => row.Id).Intersect(recognised));
            Assert.Equal(Register.Items.Count - recognised.Count, sections.Sum(section => section.Promises.Count));
            Assert.All(recognised, id => Assert.Contains(sections, section =>
                section.Lines.Any(line => line.En.Contains(id, StringComparison.Ordinal) && line.Zh.Contains(id, StringComparison.Ordinal))));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Each_figure_has_its_grade_its_day_its_trend_and_a_note_that_names_its_evidence(ReportKind kind)
    {
        await GivenReport.Acts(_journal);
        var report = GivenReport.Report(_journal, kind);
        var figures = report.Sections.SelectMany(section => section.Figures).ToList();
        Assert.Equal(report.Notes.Select(note => note.Number), figures.Select(figure => figure.Note));
        Assert.Equal(Enumerable.Range(1, report.Notes.Count), report.Notes.Select(note => note.Number));
        Assert.Equal(kind != ReportKind.Changes, figures.Count > 0);
        foreach (var (figure, note) in figures.Zip(report.Notes))
        {
            Assert.Equal((figure.Indicator, figure.Date, report.Day), (note.Indicator, note.Date, figure.Date));
            Assert.Equal(GivenReport.Before, figure.Trend.Since);
            Assert.NotEmpty(note.Asked);
            Assert.All(note.Asked, asked => Assert.Equal(64, asked.Digest.Length));
            Assert.NotNull(note.FormulaVersion);
        }
    }

    [Fact]
    public async Task A_figure_tells_how_it_moved()
    {
        await GivenReport.Acts(_journal);
        var figures = GivenReport.Report(_journal, ReportKind.ByDocument).Sections.SelectMany(section => section.Figures)
            .ToDictionary(figure => figure.Indicator, figure => figure.Trend);
        Assert.Equal(new FigureTrend(GivenReport.Before, TrendWay.Rose, "1", Standing.Measured), figures["IND-C03"]);
        Assert.Equal(TrendWay.Appeared, figures["IND-T02"].Way);
        Assert.Equal(TrendWay.Same, figures["IND-T01"].Way);
    }

    [Fact]
    public async Task The_64_actions_are_there_and_those_of_others_are_not_scored()
    {
        await GivenReport.Acts(_journal);
        var rows = GivenReport.Report(_journal, ReportKind.NptActions).Sections.SelectMany(section => section.Promises).ToList();
        Assert.Equal(Register.NptActions.Select(action => action.Id), rows.Select(row => row.Id));
        Assert.Equal(17, rows.Count(row => row.Standing is null));
        Assert.All(rows.Where(row => row.Indicators.Count == 0 && row.Standing is not null), row => Assert.Equal(Standing.NoEvidence, row.Standing));
        Assert.Equal(Standing.Met, rows.Single(row => row.Id == "NPT10-42").Standing);
    }

    [Fact]
    public async Task What_rests_on_a_statement_says_so_and_what_expired_is_no_evidence()
    {
        await _journal.Do(Given.Attestation("IND-S01", "100", "2026-01-01", "2026-12-31"));
        var (stated, note) = Figure(new(2026, 6, 30));
        Assert.Equal((Grade.Attested, "100", (DateOnly?)new(2026, 12, 31)), (stated.Grade, stated.Value, note.Expires));
        Assert.NotNull(note.Statement);
        var (expired, _) = Figure(new(2027, 1, 1));
        Assert.Equal((Grade.Asserted, Standing.NoEvidence), (expired.Grade, expired.Standing));

        (FigureRow, FigureNote) Figure(DateOnly day)
        {
            var report = GivenReport.Report(_journal, ReportKind.ByTheme, day);
            var figure = report.Sections.SelectMany(section => section.Figures).Single(figure => figure.Indicator == "IND-S01");
            return (figure, report.Notes[figure.Note - 1]);
        }
    }

    [Fact]
    public void A_target_that_has_passed_is_put_before_the_minister()
    {
        var section = GivenReport.Report(_journal, ReportKind.OnePager).Sections[1];
        Assert.Contains(section.Lines, line => line.En.StartsWith("C10-01", StringComparison.Ordinal)
            && line.En.EndsWith("2014-04-13", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_report_for_the_public_shows_no_value_that_is_not_open_to_all_and_no_question()
    {
        await GivenReport.Acts(_journal);
        var report = GivenReport.Report(_journal, ReportKind.ByDocument, marking: "public");
        var figures = report.Sections.SelectMany(section => section.Figures).ToList();
        Assert.NotEmpty(figures);
        Assert.All(figures.Where(figure => IndicatorCatalogue.Find(figure.Indicator)!.Disclosure != Disclosure.Open),
            figure => Assert.Null(figure.Value));
        Assert.All(report.Notes, note => Assert.True(note is { IsWithheld: true, EntryCount: 0, Asked: [] }));
    }

    [Fact]
    public void What_cannot_be_reported_is_refused()
    {
        Assert.Equal(["commitments.report-marking"], Refused(new ProgressReportQuery(ReportKind.OnePager, GivenReport.Day, Marking: "top")));
        Assert.Equal(["commitments.day-missing"], Refused(new ProgressReportQuery(ReportKind.OnePager)));
        Assert.Equal(["commitments.report-since-after", "commitments.report-known-at"],
            Refused(new ProgressReportQuery(ReportKind.OnePager, GivenReport.Day, GivenReport.Day.AddDays(1), 7)));
        Assert.Equal("commitments.day-missing",
            Changes.Ask(_journal.Book, new ReportChangesQuery(GivenReport.Day), _journal.Now).Refusals.Single().Code);
        Assert.Equal("commitments.report-since-after",
            Changes.Ask(_journal.Book, new ReportChangesQuery(GivenReport.Day, GivenReport.Before), _journal.Now).Refusals.Single().Code);
    }

    private string[] Refused(ProgressReportQuery query) =>
        [.. ProgressReports.Ask(_journal.Book, query, _journal.Now).Refusals.Select(refusal => refusal.Code)];
}
