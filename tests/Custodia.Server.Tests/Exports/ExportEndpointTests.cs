using System.Net;
using Custodia.Server.Components.Tables;

namespace Custodia.Server.Tests.Exports;

public sealed class ExportEndpointTests(RunningServer server)
{
    // The reader of these tests accounts for material: people and keys are for others.
    private static readonly string[] OfOthers = ["people", "organisations", "emergencies", "access", "keys"];

    [Fact]
    public async Task A_list_is_not_written_for_who_may_not_read_it()
    {
        foreach (var name in OfOthers)
        {
            using var response = await server.GetAsync($"/export/{name}?format=csv");
            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
            Assert.StartsWith("access.not-allowed", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Every_list_that_needs_no_MBA_is_written_in_both_formats()
    {
        foreach (var table in ListTables.All.Where(table => table.Scope.Count == 0 && !OfOthers.Contains(table.Name)))
        {
            foreach (var (format, start) in new[] { ("csv", new byte[] { 0xEF, 0xBB, 0xBF }), ("xlsx", "PK"u8.ToArray()) })
            {
                using var response = await server.GetAsync($"/export/{table.Name}?format={format}");
                Assert.Equal(HttpStatusCode.OK, response.StatusCode);
                var content = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
                Assert.Equal(start, content[..start.Length]);
                Assert.StartsWith($"{table.Name}-", response.Content.Headers.ContentDisposition!.FileName, StringComparison.Ordinal);
                Assert.True(response.Headers.CacheControl!.NoStore);
            }
        }
    }

    [Fact]
    public async Task A_file_says_where_it_is_from()
    {
        var csv = await server.PageAsync("/export/journal?format=csv&kind=code-tables-adopted&knownAt=0&path=%2Fjournal%3Fkind%3Dx");
        var lines = Exported.Read(System.Text.Encoding.UTF8.GetBytes(csv)).SkipWhile(row => row.Any(cell => cell.Length > 0)).Skip(1)
            .ToDictionary(row => row[0], row => row[1]);
        Assert.Equal("journal kind=code-tables-adopted", lines["Query"]);
        Assert.Equal("/journal?kind=x", lines["Page"]);
        Assert.Equal("0", lines["As known at entry"]);
        Assert.Equal("1", lines["Journal entries known"]);
        Assert.Equal(64, lines["Root of the journal at that size"].Length);
        Assert.Equal(("1", "Yes"), (lines["Rows"], lines["Whole"]));
        Assert.NotEmpty(lines["Written for"]);
    }

    [Theory]
    [InlineData("/export/journal", HttpStatusCode.BadRequest)]
    [InlineData("/export/journal?format=pdf", HttpStatusCode.BadRequest)]
    [InlineData("/export/journal?format=csv&asOf=31/03/2026", HttpStatusCode.BadRequest)]
    [InlineData("/export/ledger?format=csv&mba=NONE", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/export/reports?format=csv&sort=colour", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/export/areas?format=csv&sort=-colour", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/export/reports?format=csv&knownAt=999999", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/export/secrets?format=csv", HttpStatusCode.NotFound)]
    public async Task What_cannot_be_written_is_refused_before_the_first_byte(string path, HttpStatusCode status)
    {
        using var response = await server.GetAsync(path);
        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public void An_address_of_an_export_asks_what_the_page_was_asked()
    {
        var scope = new Dictionary<string, string> { ["mba"] = "ZLFB" };
        var shown = TableQuestion.Parse(ListTables.Find("ledger")!,
            Query("?l.code=TW&l.sort=-date&l.columns=date,code&asOf=2026-03-31&knownAt=7&code=RD&mba=X"), "l.", scope);
        var address = ViewAddress.Export(ListTables.Find("ledger")!, shown, "csv", "/mba/ZLFB");
        var asked = TableQuestion.Parse(ListTables.Find("ledger")!, Query(address[address.IndexOf('?', StringComparison.Ordinal)..]));
        Assert.Equal(shown.Values.OrderBy(value => value.Key), asked.Values.OrderBy(value => value.Key));
        Assert.Equal(("TW", "ZLFB"), (asked["code"], asked["mba"]));
        Assert.Equal((shown.View, shown.Sort, "date,code"), (asked.View, asked.Sort, string.Join(',', asked.Columns!)));
    }

    private static Dictionary<string, Microsoft.Extensions.Primitives.StringValues> Query(string text) =>
        Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(text);
}
