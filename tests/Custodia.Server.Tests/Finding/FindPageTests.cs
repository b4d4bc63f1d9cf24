using System.Net;

namespace Custodia.Server.Tests.Finding;

public sealed class FindPageTests(RunningServer server)
{
    private static readonly (string, string) InChinese = ("Accept-Language", "zh-TW");

    [Fact]
    public async Task Without_script_the_box_is_a_form_that_leads_to_the_page_of_results()
    {
        Assert.Contains("action=\"/find\"", await server.PageAsync("/journal"), StringComparison.Ordinal);
        var page = await server.PageAsync("/find?q=不平衡差");
        Assert.Contains("Material unaccounted for", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("href=\"/glossary/muf\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_are_found_by_their_names_in_either_language()
    {
        Assert.Contains("<a href=\"/journal\">Journal</a>", await server.PageAsync("/find?q=日誌"), StringComparison.Ordinal);
        Assert.Contains("<a href=\"/journal\">日誌</a>",
            WebUtility.HtmlDecode(await server.PageAsync("/find?q=journal", InChinese)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_asked_and_nothing_found_are_told_apart()
    {
        Assert.Contains("What are you looking for?", await server.PageAsync("/find"), StringComparison.Ordinal);
        Assert.Contains("Nothing is called", await server.PageAsync("/find?q=qqqq"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_day_and_the_entry_of_the_question_go_with_each_link()
    {
        var page = WebUtility.HtmlDecode(await server.PageAsync("/find?q=MUF&asOf=2026-03-31"));
        Assert.Contains("href=\"/mba?asOf=2026-03-31\"", page, StringComparison.Ordinal);
        Assert.Contains("books.known-at-ahead", await server.PageAsync("/find?q=MUF&knownAt=9999"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_refused() => Assert.Contains("materials.find-text-outside",
        await server.PageAsync("/find?q=" + new string('A', 101)), StringComparison.Ordinal);

    [Fact]
    public async Task What_a_reader_types_is_shown_as_text()
    {
        var page = await server.PageAsync("/find?q=" + Uri.EscapeDataString("<b>x\"</b>"));
        Assert.DoesNotContain("<b>x", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Terms_are_found_where_no_journal_is_open()
    {
        await using var app = CustodiaHost.Build(new CustodiaOptions { Url = "http://127.0.0.1:0", Environment = "Production" });
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient();
        var page = await client.GetStringAsync(app.Urls.First() + "/find?q=IAEA", TestContext.Current.CancellationToken);
        Assert.Contains("/glossary/iaea", page, StringComparison.Ordinal);
    }
}
