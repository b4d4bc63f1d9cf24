using Custodia.Books;
using Custodia.Commitments.Facts;
using Custodia.Commitments.Indicators;
using Custodia.Commitments.Reports;
using static Custodia.Commitments.Tests.StateJournal;

namespace Custodia.Commitments.Tests.Reports;

/// <summary>That a report was published is a fact, and the indicator of the yearly report follows from it.</summary>
public sealed class PublicationTests : IDisposable
{
    private static readonly PublishReport Yearly = new(ReportKind.ByDocument, new(2026, 6, 30), 0, new(2026, 7, 1), new string('a', 64),
        ReportFormat.Docx, ReportLanguage.Both);

    private readonly StateJournal _journal = new();

    public void Dispose() => _journal.Dispose();

    [Fact]
    public async Task The_yearly_report_is_met_for_a_year_after_it_was_published()
    {
        Assert.Equal((Standing.NoEvidence, null), Yearly02(Today));
        var entry = await _journal.Do(Yearly);
        Assert.Equal((Standing.Met, "2026-07-01"), Yearly02(Today));
        Assert.Equal((Standing.NoEvidence, null), Yearly02(new(2026, 6, 30)));
        Assert.Equal((Standing.Met, "2026-07-01"), Yearly02(new(2027, 7, 1)));
        Assert.Equal((Standing.OffTrack, "2026-07-01"), Yearly02(new(2027, 7, 2)));
        await _journal.Do(new WithdrawPublication(entry, "another file"));
        Assert.Equal((Standing.NoEvidence, null), Yearly02(Today));
    }

    [Fact]
    public async Task A_page_for_a_minister_is_no_national_report()
    {
        await _journal.Do(Yearly with { Kind = ReportKind.OnePager });
        Assert.Equal((Standing.NoEvidence, null), Yearly02(Today));
        Assert.False(List(_journal.Now).Rows.Single().IsNational);
    }

    [Fact]
    public async Task The_list_answers_as_was_known_and_until_a_day()
    {
        var entry = await _journal.Do(Yearly);
        await _journal.Do(new WithdrawPublication(entry, "another file"));
        await _journal.Do(Yearly);
        Assert.Equal(entry + 2, List(_journal.Now).Rows.Single().Entry);
        Assert.Equal(entry, List(_journal.Now with { Count = entry + 1 }).Rows.Single().Entry);
        Assert.Empty(List(_journal.Now with { AsOf = new(2026, 6, 30) }).Rows);
    }

    [Fact]
    public async Task A_publication_that_cannot_be_is_refused()
    {
        Assert.Equal(["report-day-ahead", "report-since-after", "report-known-at", "report-known-at", "report-marking", "report-digest"],
            await _journal.Refused(Yearly with
            {
                On = Today.AddDays(1),
                Since = new(2026, 7, 1),
                KnownAt = -1,
                SinceKnownAt = 0,
                Marking = "top",
                Digest = new string('A', 64),
            }));
        Assert.Equal(["report-day-ahead"], await _journal.Refused(Yearly with { On = new(2026, 6, 29) }));
        var entry = await _journal.Do(Yearly);
        Assert.Equal(["report-published-twice"], await _journal.Refused(Yearly with { On = new(2026, 7, 2) }));
        Assert.Equal(["report-publication-unknown", "text-missing"], await _journal.Refused(new WithdrawPublication(entry + 1, " ")));
    }

    private PublishedReportList List(View view) => Publications.Ask(_journal.Book, new PublishedReportsQuery(), view).Value!;

    private (Standing, string?) Yearly02(DateOnly day)
    {
        var value = _journal.Book.Engine.At(_journal.Now with { AsOf = day }).Of(IndicatorCatalogue.Find("IND-V02")!);
        return (value.Standing, value.Value);
    }
}
