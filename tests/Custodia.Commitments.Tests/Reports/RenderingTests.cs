using System.IO.Compression;
using System.Text;
using Custodia.Books;
using Custodia.Commitments.Reports;
using Custodia.Commitments.Reports.Rendering;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using FsCheck;
using FsCheck.Fluent;
using Bullets = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace Custodia.Commitments.Tests.Reports;

/// <summary>The forms of a report: the same figures in both languages, and the same bytes for the same day and entry.</summary>
public sealed class RenderingTests : IDisposable
{
    private static readonly ReportFormat[] Written = [ReportFormat.Docx, ReportFormat.Html, ReportFormat.Json];

    // What is absent was left out when it was written.
    private static readonly System.Text.Json.JsonSerializerOptions Absent = new(FaceJson.Options) { RespectRequiredConstructorParameters = false };

    private readonly StateJournal _journal = new();

    public static TheoryData<ReportKind> Kinds => [.. GivenReport.Kinds];

    public void Dispose() => _journal.Dispose();

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Numbers_and_days_are_identical_in_both_languages(ReportKind kind)
    {
        await GivenReport.Acts(_journal);
        AssertSameFigures(GivenReport.File(_journal, kind));
    }

    [Fact]
    public async Task Numbers_and_days_are_identical_in_both_languages_between_any_two_days()
    {
        await GivenReport.Acts(_journal);
        var days = Gen.Choose(0, 12_000).Select(back => GivenReport.Day.AddDays(-back));
        var asked = Gen.Zip(Gen.Elements(GivenReport.Kinds), Gen.Zip(days, days));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(15), Prop.ForAll(asked.ToArbitrary(), ask =>
        {
            var (kind, (one, other)) = ask;
            var report = GivenReport.Report(_journal, kind, one > other ? one : other, one > other ? other : one);
            AssertSameFigures(new ReportFile(GivenReport.Frame, report));
        }));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_same_day_and_entry_give_the_same_bytes_whatever_came_later(ReportKind kind)
    {
        var last = await GivenReport.Acts(_journal);
        var then = Files();
        await _journal.Act("itdb", Facts.ActType.Join, "2009-07-01");
        Assert.Equal(then, Files());

        string[] Files()
        {
            var report = ProgressReports.Ask(_journal.Book, new ProgressReportQuery(kind, GivenReport.Day, GivenReport.Before),
                _journal.Now with { Count = last + 1 }).Value!;
            var file = new ReportFile(GivenReport.Frame, report);
            return [.. Written.Select(format => Convert.ToBase64String(file.Bytes(format, ReportLanguage.Both)))];
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_document_is_valid_and_has_headings_repeated_heads_and_a_note_for_each_figure(ReportKind kind)
    {
        await GivenReport.Acts(_journal);
        var file = GivenReport.File(_journal, kind);
        using var document = WordprocessingDocument.Open(new MemoryStream(file.Bytes(ReportFormat.Docx, ReportLanguage.Both)), false);
        var validator = new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2016);
        var found = validator.Validate(document, TestContext.Current.CancellationToken);
        Assert.Empty(found.Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}").Take(5));
        var body = document.MainDocumentPart!.Document.Body!;
        var headings = body.Elements<Bullets>().Where(paragraph => paragraph.ParagraphProperties?.ParagraphStyleId?.Val == "Heading1")
            .Select(paragraph => paragraph.InnerText);
        var expected = file.Report.Sections.Select(section => section.Heading).ToList();
        Assert.Equal(expected.Select(heading => heading.Zh).Concat(expected.Select(heading => heading.En)), headings);
        Assert.All(body.Descendants<Table>().Select(table => table.Elements<TableRow>().First()),
            head => Assert.NotNull(head.TableRowProperties!.GetFirstChild<TableHeader>()));
        var notes = document.MainDocumentPart.FootnotesPart!.Footnotes!.Elements<Footnote>()
            .Select(note => note.Id!.Value).Where(number => number > 0);
        Assert.Equal(notes, body.Descendants<FootnoteReference>().Select(reference => reference.Id!.Value));
        Assert.Equal(2 * file.Report.Notes.Count, notes.Count());
    }

    [Fact]
    public async Task Each_page_carries_the_marking_the_entry_and_the_root()
    {
        await GivenReport.Acts(_journal);
        var report = GivenReport.Report(_journal, ReportKind.OnePager, marking: "restricted");
        var file = new ReportFile(GivenReport.Frame, report);
        using var document = WordprocessingDocument.Open(new MemoryStream(file.Bytes(ReportFormat.Docx, ReportLanguage.Zh)), false);
        Assert.Contains("限閱", document.MainDocumentPart!.HeaderParts.Single().Header!.InnerText, StringComparison.Ordinal);
        var foot = document.MainDocumentPart.FooterParts.Single().Footer!.InnerText;
        Assert.Contains(GivenReport.Frame.Root, foot, StringComparison.Ordinal);
        Assert.Contains($"分錄 {report.KnownAt}", foot, StringComparison.Ordinal);
        // There is no room on one page to say it twice.
        var body = document.MainDocumentPart.Document.Body!.InnerText;
        Assert.DoesNotContain(GivenReport.Frame.Root, body, StringComparison.Ordinal);
        Assert.DoesNotContain("限閱", body, StringComparison.Ordinal);
        var html = Encoding.UTF8.GetString(file.Bytes(ReportFormat.Html, ReportLanguage.Zh));
        var page = html[html.IndexOf("@page", StringComparison.Ordinal)..html.IndexOf("</style>", StringComparison.Ordinal)];
        Assert.Contains("限閱", page, StringComparison.Ordinal);
        Assert.Contains(GivenReport.Frame.Root, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_needs_nothing_from_elsewhere_and_no_name_breaks_out_of_it()
    {
        await GivenReport.Acts(_journal);
        var html = Encoding.UTF8.GetString(GivenReport.File(_journal, ReportKind.ByDocument).Bytes(ReportFormat.Html, ReportLanguage.Both));
        foreach (var reaching in new[] { "<script", "<link", "<img", "url(", "http://", "https://", "<Sons>" })
            Assert.DoesNotContain(reaching, html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Zedland &amp; &lt;Sons&gt;", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_parts_of_the_document_bear_no_time()
    {
        await GivenReport.Acts(_journal);
        var bytes = GivenReport.File(_journal, ReportKind.OnePager).Bytes(ReportFormat.Docx, ReportLanguage.En);
        using var parts = new ZipArchive(new MemoryStream(bytes));
        Assert.All(parts.Entries, part => Assert.Equal(new DateTime(1980, 1, 1), part.LastWriteTime.DateTime));
    }

    [Fact]
    public async Task What_programs_read_is_the_record()
    {
        await GivenReport.Acts(_journal);
        var file = GivenReport.File(_journal, ReportKind.Statement);
        var read = System.Text.Json.JsonSerializer.Deserialize<ReportFile>(file.Bytes(ReportFormat.Json, ReportLanguage.Both), Absent)!;
        Assert.Equal(file.Bytes(ReportFormat.Html, ReportLanguage.Both), read.Bytes(ReportFormat.Html, ReportLanguage.Both));
    }

    [Fact]
    public void Each_sentence_has_the_same_places_for_values_in_both_languages()
    {
        foreach (var words in ReportWords.Keys.Select(ReportWords.Of))
            Assert.Equal(Places(words.En), Places(words.Zh));
        Assert.All(Enum.GetValues<Addressee>(), to => Assert.NotEmpty(ReportWords.Of("addressee", to).Zh));
        Assert.All(Enum.GetValues<Commitments.Indicators.MissingReason>(), reason => Assert.NotNull(ReportWords.Of(reason)));
        Assert.All(Enum.GetValues<Commitments.Queries.StateStatus>(), status => Assert.NotEmpty(ReportWords.Of("status", status).Zh));

        static IEnumerable<string> Places(string text) =>
            System.Text.RegularExpressions.Regex.Matches(text, @"\{\d\}").Select(place => place.Value).Order();
    }

    // What an instrument is called is a name, and may hold a year in one language alone: those lines are compared by their day.
    private static void AssertSameFigures(ReportFile file)
    {
        var law = file.Report.Sections.Where(section => section.Heading == ReportWords.Of("statement.law"))
            .SelectMany(section => section.Lines).ToList();
        Assert.Equal(law.Select(line => line.En[^10..]), law.Select(line => line.Zh[^12..^2]));
        var (zh, en) = (Seen(ReportLanguage.Zh, law.Select(line => line.Zh)), Seen(ReportLanguage.En, law.Select(line => line.En)));
        Assert.Equal(GivenReport.Figures(en), GivenReport.Figures(zh));
        Assert.Contains(ReportWords.Day(file.Report.Day), GivenReport.Figures(en));

        string Seen(ReportLanguage language, IEnumerable<string> but) => string.Join('\n',
            GivenReport.Seen(Encoding.UTF8.GetString(file.Bytes(ReportFormat.Html, language))).Split('\n').Where(line => !but.Contains(line)));
    }
}
