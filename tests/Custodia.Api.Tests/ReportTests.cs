using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Custodia.Commitments.Facts;
using Custodia.Commitments.Reports;
using Custodia.Server.Proving;
using Custodia.Server.Reading.Printing;

namespace Custodia.Api.Tests;

/// <summary>Reports as files: what is asked, what is given to whom, and that what was published can be made again.</summary>
public sealed class ReportTests(StateServer server) : IClassFixture<StateServer>
{
    private const string Path = "/api/v1/commitments/report/file";
    private const string Yearly = Path + "?kind=byDocument&day=2026-06-30&since=2025-06-30&knownAt=20&language=both";
    private static readonly string Reader = StateServer.NameOf("official", "in");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [InlineData("html", "text/html; charset=utf-8")]
    [InlineData("json", "application/json")]
    public async Task A_file_is_the_same_bytes_each_time_for_tokens_and_pages_alike(string format, string type)
    {
        using var first = await server.Send(Reader, HttpMethod.Get, $"{Yearly}&format={format}");
        using var again = await server.Browse(Reader, $"{Yearly}&format={format}");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, again.StatusCode));
        Assert.Equal(type, first.Content.Headers.ContentType!.ToString());
        Assert.Equal(await first.Content.ReadAsByteArrayAsync(Cancel), await again.Content.ReadAsByteArrayAsync(Cancel));
        Assert.StartsWith("bydocument-2026-06-30-20", first.Content.Headers.ContentDisposition!.FileName!.Trim('"'), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_root_is_that_of_the_entries_that_count()
    {
        using var response = await server.Send(Reader, HttpMethod.Get, $"{Yearly}&format=json");
        var file = JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancel))!;
        Assert.Equal(20, (long)file["report"]!["knownAt"]!);
        Assert.Equal(server.Data.RootOf(21), (string?)file["frame"]!["root"]);
        Assert.NotEqual(server.Data.RootOf(22), (string?)file["frame"]!["root"]);
    }

    [Fact]
    public async Task A_PDF_is_printed_where_there_is_a_browser_and_else_it_is_said_how_to_get_one()
    {
        using var response = await server.Send(Reader, HttpMethod.Get, Path + "?kind=onePager&day=2026-06-30&format=pdf&language=zh");
        var bytes = await response.Content.ReadAsByteArrayAsync(Cancel);
        if (PagePrinter.Chromium is null)
            Assert.Equal("print.no-browser", CodeOf(bytes));
        else
            Assert.Equal("%PDF-"u8.ToArray(), bytes[..5]);
    }

    [Theory]
    [InlineData("kind=sixPager&day=2026-06-30", HttpStatusCode.BadRequest, "input.malformed")]
    [InlineData("day=2026-06-30", HttpStatusCode.BadRequest, "input.malformed")]
    [InlineData("kind=onePager&day=2026-06-30&format=rtf", HttpStatusCode.BadRequest, "input.malformed")]
    [InlineData("kind=onePager&day=2026-06-30&language=fr", HttpStatusCode.BadRequest, "input.malformed")]
    [InlineData("kind=onePager&asOf=30.6.2026", HttpStatusCode.BadRequest, "input.malformed")]
    [InlineData("kind=onePager&day=2026-06-30&knownAt=-1", HttpStatusCode.BadRequest, "input.malformed")]
    [InlineData("kind=onePager", HttpStatusCode.UnprocessableEntity, "commitments.day-missing")]
    [InlineData("kind=onePager&day=9000-01-01", HttpStatusCode.UnprocessableEntity, "commitments.report-day-ahead")]
    [InlineData("kind=onePager&day=2026-06-30&since=2026-07-01", HttpStatusCode.UnprocessableEntity, "commitments.report-since-after")]
    [InlineData("kind=onePager&day=2026-06-30&marking=top", HttpStatusCode.UnprocessableEntity, "commitments.report-marking")]
    public async Task What_cannot_be_made_is_refused(string fields, HttpStatusCode status, string code)
    {
        using var response = await server.Send(Reader, HttpMethod.Get, $"{Path}?{fields}");
        Assert.Equal((status, code), (response.StatusCode, CodeOf(await response.Content.ReadAsByteArrayAsync(Cancel))));
    }

    [Fact]
    public async Task Who_may_not_read_commitments_gets_no_report()
    {
        foreach (var format in new[] { "docx", "pdf" })
        {
            using var response = await server.Send(StateServer.NameOf("customs-officer", "in"), HttpMethod.Get, $"{Yearly}&format={format}");
            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
            Assert.Equal("access.not-allowed", CodeOf(await response.Content.ReadAsByteArrayAsync(Cancel)));
        }
    }

    [Fact]
    public async Task Its_proof_is_given_to_whom_the_report_is_and_checks_without_the_journal()
    {
        const string path = "/api/v1/journal/report-proof?kind=byDocument&day=2026-06-30&since=2025-06-30&knownAt=20";
        using var response = await server.Browse(Reader, path);
        var result = ReportProofCheck.Verify(await response.Content.ReadAsByteArrayAsync(Cancel), server.Data.VerifierKey);
        Assert.Empty(result.Problems);
        Assert.Equal((ReportKind.ByDocument, 20), (result.Proof!.Report.Kind, result.Proof.Report.KnownAt));
        using var denied = await server.Send(StateServer.NameOf("customs-officer", "in"), HttpMethod.Get, path);
        Assert.Equal(HttpStatusCode.Forbidden, denied.StatusCode);
        Assert.Equal("access.not-allowed", CodeOf(await denied.Content.ReadAsByteArrayAsync(Cancel)));
    }

    [Theory]
    [InlineData("day=2026-06-30", HttpStatusCode.BadRequest, "input.malformed")]
    [InlineData("kind=sixPager&day=2026-06-30", HttpStatusCode.BadRequest, "input.malformed")]
    [InlineData("kind=onePager&day=30.6.2026", HttpStatusCode.BadRequest, "input.malformed")]
    [InlineData("kind=onePager&day=2026-06-30&knownAt=x", HttpStatusCode.BadRequest, "input.malformed")]
    [InlineData("kind=onePager&day=2026-06-30&sinceKnownAt=x", HttpStatusCode.BadRequest, "input.malformed")]
    [InlineData("kind=onePager", HttpStatusCode.UnprocessableEntity, "commitments.day-missing")]
    [InlineData("kind=onePager&day=9000-01-01", HttpStatusCode.UnprocessableEntity, "commitments.report-day-ahead")]
    [InlineData("kind=onePager&day=2026-06-30&marking=top", HttpStatusCode.UnprocessableEntity, "commitments.report-marking")]
    public async Task What_cannot_be_proved_is_refused(string fields, HttpStatusCode status, string code)
    {
        using var response = await server.Send(Reader, HttpMethod.Get, "/api/v1/journal/report-proof?" + fields);
        Assert.Equal((status, code), (response.StatusCode, CodeOf(await response.Content.ReadAsByteArrayAsync(Cancel))));
    }

    [Fact]
    public async Task What_was_published_is_made_again_with_the_digest_that_was_recorded()
    {
        using var response = await server.Send(Reader, HttpMethod.Get, $"{Yearly}&format=docx");
        var digest = Convert.ToHexStringLower(SHA256.HashData(await response.Content.ReadAsByteArrayAsync(Cancel)));
        var day = new DateOnly(2026, 6, 30);
        var publish = new PublishReport(ReportKind.ByDocument, day, 20, new(2026, 7, 1), digest, ReportFormat.Docx, ReportLanguage.Both,
            new(2025, 6, 30));
        await server.Tester.Do(publish);
        using var list = await server.Send(Reader, HttpMethod.Get, "/api/v1/commitments/published-reports");
        var row = JsonNode.Parse(await list.Content.ReadAsStringAsync(Cancel))!["result"]!["rows"]!.AsArray().Single()!["report"]!;
        var fields = new[] { "kind", "day", "since", "knownAt", "format", "language" }.Select(field => $"{field}={row[field]}");
        using var again = await server.Send(Reader, HttpMethod.Get, $"{Path}?{string.Join('&', fields)}");
        Assert.Equal((string?)row["digest"], Convert.ToHexStringLower(SHA256.HashData(await again.Content.ReadAsByteArrayAsync(Cancel))));
    }

    private static string? CodeOf(byte[] refusal) => (string?)JsonNode.Parse(refusal)!["refusals"]![0]!["code"];
}
