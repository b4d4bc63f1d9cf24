using System.Net;
using Custodia.Server.Language;
using Custodia.Server.Tests.Wording;

namespace Custodia.Server.Tests;

/// <summary>What the pages of arms control show of a State that declares under one code of conduct and is no party to New START.</summary>
public sealed class ArmsControlPageTests(FilledServer server)
{
    [Fact]
    public async Task New_START_is_drawn_against_its_limits_with_the_figures_in_a_table_beside()
    {
        var page = await Read("/arms-control");
        foreach (var limit in new[] { "Limit 700", "Limit 1,550", "Limit 800" })
            Assert.Contains(limit, page, StringComparison.Ordinal);
        Assert.Contains("Not a party.", page, StringComparison.Ordinal);
        Assert.Contains("Not provided", page, StringComparison.Ordinal);
        Assert.Contains("From memory, not checked", page, StringComparison.Ordinal);
        Assert.Contains("Russia against United States", page, StringComparison.Ordinal);
        // A mark for each day on which a party provided its totals, in each of three charts.
        Assert.Equal(3 * 25, page.Split("<title>United States 2").Length - 1);
        Assert.Equal(3 * 24, page.Split("<title>Russia 2").Length - 1);
    }

    [Fact]
    public async Task On_a_day_before_the_limits_none_is_drawn_and_nothing_later_is_known()
    {
        var page = await Read("/arms-control?asOf=2017-12-31");
        Assert.Contains("They do not apply on this day.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Limit 700", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Russia against", page, StringComparison.Ordinal);
        Assert.DoesNotContain("2018-", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_declaration_shows_when_it_was_sent_and_its_public_fields()
    {
        var page = await Read("/arms-control/declarations/hcoc-2025");
        Assert.Contains("11 days early", page, StringComparison.Ordinal);
        Assert.Contains("Public extract", page, StringComparison.Ordinal);
        Assert.Contains("Launches in the year", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Obligations_and_declarations_are_found_by_name_in_either_language()
    {
        foreach (var name in new[] { "Hague Code", "海牙行為準則" })
        {
            var page = await Read("/find?q=" + Uri.EscapeDataString(name));
            Assert.Contains("/arms-control/declarations?obligation=hcoc", page, StringComparison.Ordinal);
            Assert.Contains("/arms-control/declarations/hcoc-2025", page, StringComparison.Ordinal);
        }
    }

    private async Task<string> Read(string address) =>
        WebUtility.HtmlDecode((await server.PageAsync(address, ProductLanguages.English)).Html);
}
