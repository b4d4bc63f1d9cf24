using System.Net;
using System.Text.RegularExpressions;
using Custodia.Browser.Tests;
using Custodia.Server.Tests.Wording;

namespace Custodia.Server.Tests;

/// <summary>Whoever looks at the past is told so on every page, and takes the question along.</summary>
public sealed partial class AsOfBannerTests(FilledServer server)
{
    private const string Then = "asOf=2026-05-01&knownAt=50";

    public static TheoryData<string> Pages =>
        new(PageSamples.Addresses.Where(page => !PageSamples.OfSignIn.Contains(page.Key))
            .Select(page => page.Value[0].Split('?')[0]));

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_that_is_not_of_now_says_so_in_words_with_the_way_back(string path)
    {
        var banner = Banner().Match(await Html($"{path}?page=1&{Then}"));
        Assert.Contains("as they stood on 2026-05-01 and were known at entry 50", banner.Value,
            StringComparison.Ordinal);
        Assert.Equal($"{path}?page=1", new Uri(Href().Match(banner.Value).Groups[1].Value).PathAndQuery);
        Assert.DoesNotMatch(Banner(), await Html(path));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_links_of_the_shell_ask_the_next_page_the_same(string path)
    {
        var html = await Html($"{path}?{Then}");
        var shell = Header().Match(html).Value + Navigation().Match(html).Value;
        var links = Href().Matches(shell).Select(match => match.Groups[1].Value)
            // One's account is of no day.
            .Where(link => link != "/account").ToList();
        Assert.True(links.Count >= 12);
        Assert.All(links, link => Assert.Contains(Then, Uri.UnescapeDataString(link), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_part_of_the_question_is_said_alone_too()
    {
        Assert.Contains("as they stood on 2026-05-01, not",
            Banner().Match(await Html("/mba?asOf=2026-05-01")).Value, StringComparison.Ordinal);
        Assert.Contains("as known at entry 50, not",
            Banner().Match(await Html("/mba?knownAt=50")).Value, StringComparison.Ordinal);
    }

    private async Task<string> Html(string address) =>
        WebUtility.HtmlDecode((await server.PageAsync(address, "en")).Html);

    [GeneratedRegex("<div class=\"as-of-banner\".*?</div>", RegexOptions.Singleline)]
    private static partial Regex Banner();

    [GeneratedRegex("<header class=\"shell-header\".*?</header>", RegexOptions.Singleline)]
    private static partial Regex Header();

    [GeneratedRegex("<nav class=\"shell-nav\".*?</nav>", RegexOptions.Singleline)]
    private static partial Regex Navigation();

    [GeneratedRegex("href=\"([^\"]*)\"")]
    private static partial Regex Href();
}
