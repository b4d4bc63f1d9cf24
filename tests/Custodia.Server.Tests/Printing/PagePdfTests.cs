using System.Net;
using Custodia.Server.Components;
using Custodia.Server.Reading.Printing;
using FsCheck;
using FsCheck.Fluent;

namespace Custodia.Server.Tests.Printing;

public sealed class PagePdfTests(RunningServer server)
{
    [Theory]
    [InlineData("")]
    [InlineData("mba")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    [InlineData("/%5Celsewhere.example/../..")]
    [InlineData("http://elsewhere.example/")]
    [InlineData("http://127.0.0.1/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("~/mba")]
    [InlineData("/pdf?path=/mba")]
    [InlineData("/api/v1/journal")]
    [InlineData("/export/areas?format=csv")]
    [InlineData("/language?to=en")]
    [InlineData("/journal/checkpoint")]
    [InlineData("/journal/key")]
    [InlineData("/journal/1/receipt")]
    [InlineData("/app.css")]
    [InlineData("/mba\r\nX-Header: 1")]
    [InlineData("/@elsewhere.example/mba")]
    public async Task Only_pages_of_this_server_are_printed(string path)
    {
        using var response = await server.GetAsync("/pdf?path=" + Uri.EscapeDataString(path));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task A_page_that_is_not_there_is_not_printed()
    {
        using var response = await server.GetAsync("/pdf?path=/reports/NONE/xxx/1");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task A_page_to_be_printed_needs_nothing_but_itself()
    {
        var page = SelfContainedPage.Of(await server.PageAsync("/mba?asOf=2026-03-31"), "a{color:red}", "b{color:blue}");
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
        Assert.Contains("<style media=\"print\">b{color:blue}</style>", page, StringComparison.Ordinal);
        Assert.Contains("@page", page, StringComparison.Ordinal);
        Assert.Contains("Material balance areas</h1>", page, StringComparison.Ordinal);
        foreach (var gone in (string[])["<script", "<link", "<base", "<!--", "href=", "src="])
            Assert.DoesNotContain(gone, page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void No_text_ends_a_string_of_a_style_sheet() => Prop.ForAll<NonNull<string>>(text =>
        CssText.Of(text.Get)[1..^1].All(letter => char.IsLetterOrDigit(letter) || char.IsSurrogate(letter) || letter is ' ' or '\\' or '\uFFFD')
        && !CssText.Of(text.Get + "\"</style>").Contains("</", StringComparison.Ordinal)).QuickCheckThrowOnFailure();

    [Fact]
    public void A_text_reads_in_a_style_sheet_as_it_was() =>
        Assert.Equal("\"Zedland \\b7  核子保安\\22 \"", CssText.Of("Zedland · 核子保安\""));
}
