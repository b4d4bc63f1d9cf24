using System.Net;
using System.Net.WebSockets;
using System.Text;

namespace Custodia.Abuse.Tests;

/// <summary>What a page of another site makes a browser send.</summary>
public sealed class CrossSiteTests(StateServer state)
{
    private static readonly (string, string)[] Signs =
    [
        ("Origin", "https://evil.example"), ("Origin", "null"), ("Origin", "http://127.0.0.1:1"), ("Origin", "http://localhost.evil.example"),
        ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Site", "same-site"),
    ];

    [Theory]
    [InlineData("/sign-out")]
    [InlineData("/sign-in")]
    [InlineData("/account")]
    [InlineData("/setup")]
    [InlineData("/enrol")]
    [InlineData("/account/passkeys/options")]
    public async Task A_form_without_its_own_secret_does_nothing(string path)
    {
        using var visitor = await state.SignedIn();
        var seen = await visitor.Send(path, new Dictionary<string, string>
        {
            ["_handler"] = "token",
            ["Form.Name"] = "planted",
            ["Form.Days"] = "9",
        });
        Assert.Equal(HttpStatusCode.BadRequest, seen.Status);
        Assert.Equal("reader", await visitor.WhoAmI());
    }

    [Fact]
    public async Task A_form_with_its_secret_is_refused_when_another_site_s_page_sends_it()
    {
        using var visitor = await state.SignedIn();
        var form = (await visitor.Get("/account")).Form("token");
        foreach (var (header, value) in Signs)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/account");
            request.Content = new FormUrlEncodedContent([.. form, new("Form.Name", "planted"), new("Form.Days", "9"), new("Form.Scopes", "read")]);
            request.Headers.TryAddWithoutValidation(header, value);
            Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Send(request)).Status);
        }

        Assert.DoesNotContain(state.Data.Secrets.Find("reader")!.Tokens, token => token.Name == "planted");
    }

    [Fact]
    public async Task A_form_s_secret_of_one_browser_is_no_good_in_another()
    {
        using var attacker = await state.SignedIn("other-reader");
        using var victim = await state.SignedIn();
        var form = (await attacker.Get("/account")).Form("token");
        await victim.Get("/account");
        var seen = await victim.Send("/account", form, ("Form.Name", "planted"), ("Form.Days", "9"), ("Form.Scopes", "read"));
        Assert.Equal(HttpStatusCode.BadRequest, seen.Status);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("")]
    public async Task The_api_takes_nothing_by_cookie_that_a_form_could_send(string type)
    {
        using var visitor = await state.SignedIn();
        var before = state.Data.Node.Count;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/materials/record-change");
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(StateServer.Change("XA01", "FORGED")));
        if (type.Length > 0)
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Send(request)).Status);
        Assert.DoesNotContain(state.Data.Materials.Mbas["XA01"].Lines, line => line.Change.Batch.ToString() == "FORGED");
        Assert.True(state.Data.Node.Count >= before);
    }

    [Fact]
    public async Task The_api_answers_no_page_of_another_site_and_invites_none()
    {
        using var visitor = await state.SignedIn();
        foreach (var (header, value) in Signs)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/session");
            request.Headers.TryAddWithoutValidation(header, value);
            using var response = await visitor.Client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
            Assert.DoesNotContain(response.Headers, sent => sent.Key.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
        }

        using var twice = new HttpRequestMessage(HttpMethod.Get, "/api/v1/session");
        twice.Headers.TryAddWithoutValidation("Origin", [state.Url, "https://evil.example"]);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Send(twice)).Status);
    }

    [Fact]
    public async Task A_connection_of_a_page_is_opened_by_no_page_of_another_site_and_by_nobody_who_is_signed_out()
    {
        using var visitor = await state.SignedIn();
        var cookie = visitor.Cookies.GetCookieHeader(new Uri(state.Url));
        Assert.True(await Opens(cookie, state.Url));
        Assert.False(await Opens(cookie, "https://evil.example"));
        Assert.False(await Opens(cookie, "null"));
        Assert.False(await Opens("", state.Url));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
        request.Headers.TryAddWithoutValidation("Origin", "https://evil.example");
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Send(request)).Status);
    }

    [Fact]
    public async Task Signing_out_by_an_image_or_a_link_does_nothing()
    {
        using var visitor = await state.SignedIn();
        foreach (var path in (string[])["/sign-out", "/api/v1/sign-out"])
            Assert.NotEqual(HttpStatusCode.OK, (await visitor.Get(path)).Status);
        Assert.Equal("reader", await visitor.WhoAmI());
    }

    private async Task<bool> Opens(string cookie, string origin)
    {
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", origin);
        if (cookie.Length > 0)
            socket.Options.SetRequestHeader("Cookie", cookie);
        try
        {
            var circuit = new Uri(state.Url.Replace("http:", "ws:", StringComparison.Ordinal) + "/_blazor");
            await socket.ConnectAsync(circuit, TestContext.Current.CancellationToken);
            return true;
        }
        catch (WebSocketException)
        {
            return false;
        }
    }
}
