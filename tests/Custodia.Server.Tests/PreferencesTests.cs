using System.Net;

namespace Custodia.Server.Tests;

public sealed class PreferencesTests(RunningServer server)
{
    private const string ChineseCookie = ".AspNetCore.Culture=c%3Dzh-Hant%7Cuic%3Dzh-Hant";

    [Theory]
    [InlineData("/language?to=zh-Hant&return=%2Fmba%3FasOf%3D2026-03-31", "zh-Hant", "/mba?asOf=2026-03-31")]
    [InlineData("/theme?to=dark&return=/journal", "dark", "/journal")]
    [InlineData("/theme?to=light", "light", "/")]
    public async Task A_choice_is_kept_in_a_cookie_and_leads_back(string path, string value, string target)
    {
        using var response = await server.GetAsync(path);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal(target, response.Headers.Location?.OriginalString);
        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"));
        Assert.Contains(value, cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/language?to=fr&return=/")]
    [InlineData("/language?return=/")]
    [InlineData("/theme?to=pink")]
    [InlineData("/language?to=en&return=https://elsewhere.example/")]
    [InlineData("/language?to=en&return=//elsewhere.example/")]
    [InlineData("/language?to=en&return=/%5Celsewhere.example/")]
    [InlineData("/theme?to=dark&return=mba")]
    public async Task An_unknown_choice_or_a_way_out_of_the_server_is_refused(string path)
    {
        using var response = await server.GetAsync(path);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task The_cookie_decides_the_language_before_the_browser_does()
    {
        var english = await server.PageAsync("/mba", ("Accept-Language", "en"));
        var asked = await server.PageAsync("/mba", ("Accept-Language", "zh-TW"));
        var chosen = await server.PageAsync("/mba", ("Accept-Language", "en"), ("Cookie", ChineseCookie));
        Assert.Contains("Material balance areas</h1>", english, StringComparison.Ordinal);
        Assert.Contains("lang=\"zh-Hant\" data-theme", asked, StringComparison.Ordinal);
        Assert.Contains("lang=\"zh-Hant\" data-theme", chosen, StringComparison.Ordinal);
    }
}
