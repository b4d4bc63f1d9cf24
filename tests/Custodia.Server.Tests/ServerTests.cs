using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Custodia.Commitments.Cooperation.Matrix;

namespace Custodia.Server.Tests;

public sealed partial class ServerTests(RunningServer server)
{
    private const string ScriptDigest = "9e4b324dd37a521ae407524dd291709e5b7bb1355d4d4698e4a047a9b4fe87c2";

    [Fact]
    public async Task It_says_that_it_is_healthy() =>
        Assert.Contains("\"healthy\"", await server.PageAsync("/health"), StringComparison.Ordinal);

    [Theory]
    [InlineData("/")]
    [InlineData("/mba")]
    [InlineData("/import")]
    [InlineData("/reports")]
    [InlineData("/journal")]
    [InlineData("/journal/0")]
    [InlineData("/mba/NONE")]
    [InlineData("/?asOf=2026-02-30")]
    [InlineData("/journal?from=-1")]
    [InlineData("/mba/NONE/batch/A/B")]
    [InlineData("/reports/NONE/icr/1")]
    [InlineData("/commitments/campaigns")]
    [InlineData("/commitments/campaigns/none")]
    [InlineData("/commitments/cooperation")]
    [InlineData("/commitments/cooperation?part=publications")]
    [InlineData("/commitments/1540?section=678&cell=678-01.g.s")]
    public async Task Every_page_answers_before_anything_is_recorded(string path) =>
        Assert.Contains("<h1", await server.PageAsync(path), StringComparison.Ordinal);

    [Theory]
    [InlineData("/journal/9999/receipt")]
    [InlineData("/import/template/nothing/csv")]
    [InlineData("/import/template/changes/pdf")]
    [InlineData("/reports/NONE/icr/1/file")]
    [InlineData("/commitments/1540/file/pdf")]
    public async Task A_file_that_is_not_there_is_not_found(string path)
    {
        using var response = await server.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("docx")]
    [InlineData("json")]
    public async Task The_empty_matrix_is_given_to_be_filled(string format)
    {
        using var response = await server.GetAsync("/commitments/1540/file/" + format);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var read = MatrixFile.Read(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), "matrix");
        Assert.Empty(read.Value!.Cells);
    }

    [Fact]
    public async Task Without_a_journal_a_page_says_so()
    {
        await using var app = CustodiaHost.Build(
            new CustodiaOptions { Url = "http://127.0.0.1:0", Environment = "Production" });
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient();
        var page = await client.GetStringAsync(app.Urls.First() + "/journal", TestContext.Current.CancellationToken);
        Assert.Contains("No journal is open", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_script_is_the_pinned_one()
    {
        var path = ScriptPath().Match(await server.PageAsync("/")).Groups[1].Value;
        var script = await server.Client.GetByteArrayAsync("/" + path, TestContext.Current.CancellationToken);
        Assert.Equal(ScriptDigest, Convert.ToHexStringLower(SHA256.HashData(script)));
    }

    [Fact]
    public async Task Every_file_that_a_page_names_is_served_by_the_server_itself()
    {
        var files = FileNames().Matches(await server.PageAsync("/")).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(9, files.Count);
        foreach (var file in files)
        {
            Assert.DoesNotContain("://", file, StringComparison.Ordinal);
            using var response = await server.GetAsync("/" + file);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/health")]
    [InlineData("/nothing-here")]
    [InlineData("/app.css")]
    public async Task Every_response_keeps_the_page_to_the_server(string path)
    {
        using var response = await server.GetAsync(path);
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        Assert.False(response.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("/nothing-here")]
    [InlineData("/styleguide")]
    public async Task A_page_that_is_not_there_is_not_found(string path)
    {
        using var response = await server.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task A_request_under_the_name_of_another_host_is_refused()
    {
        using var response = await server.GetAsync("/", ("Host", "custodia.example"));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [GeneratedRegex("""src="(_framework/blazor\.web[^"]*\.js)""")]
    private static partial Regex ScriptPath();

    [GeneratedRegex("""<(?:link|script)[^>]* (?:src|href)="([^"]+)""")]
    private static partial Regex FileNames();
}
