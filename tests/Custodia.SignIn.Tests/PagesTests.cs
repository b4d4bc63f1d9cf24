using System.Net;
using Custodia.Server.SignIn;

namespace Custodia.SignIn.Tests;

public sealed class PagesTests
{
    [Fact]
    public async Task A_person_signs_in_goes_where_they_wanted_and_signs_out()
    {
        await using var server = await SignInServer.Start();
        await server.AddPerson("wu");
        using var visitor = server.Visit();
        Assert.Null(await visitor.WhoAmI());

        var entered = await visitor.SignIn(" Wu ", SignInServer.Password, "?return=%2Fmba%3FasOf%3D2026-01-01");
        Assert.Equal((HttpStatusCode.Redirect, "/mba?asOf=2026-01-01"), (entered.Status, Relative(entered.Location, server)));
        var cookie = Assert.Single(entered.SetCookies, set => set.StartsWith("custodia-session=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("wu", await visitor.WhoAmI());

        var home = await visitor.Get("/");
        Assert.Contains("Wu wu", home.Text, StringComparison.Ordinal);
        var key = visitor.Cookies.GetCookies(new Uri(server.Url))["custodia-session"]!.Value;
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Send("/sign-out", new Dictionary<string, string>())).Status);
        Assert.Equal("wu", await visitor.WhoAmI());
        var token = new Dictionary<string, string> { ["__RequestVerificationToken"] = SignOutToken(home.Text) };
        Assert.Equal("/sign-in?done=out", (await visitor.Send("/sign-out", token)).Location);
        Assert.Null(await visitor.WhoAmI());

        using var thief = server.Visit();
        thief.Cookies.Add(new Cookie("custodia-session", key, "/", "127.0.0.1"));
        Assert.Null(await thief.WhoAmI());
        Assert.Equal(["signed-in wu pwd", "signed-out wu"], server.Notes.Lines.Where(line => line.StartsWith("signed", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("//evil.example/")]
    [InlineData("https://evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/sign-out")]
    public async Task No_return_address_leads_away_from_the_server(string address)
    {
        await using var server = await SignInServer.Start();
        await server.AddPerson("wu");
        using var visitor = server.Visit();
        var entered = await visitor.SignIn("wu", SignInServer.Password, "?return=" + Uri.EscapeDataString(address));
        Assert.Equal("/", Relative(entered.Location, server));
    }

    [Fact]
    public async Task An_unknown_name_a_wrong_password_and_a_locked_account_have_one_answer()
    {
        await using var server = await SignInServer.Start();
        await server.AddPerson("wu");
        server.People.Put(server.People.Add("chen") with { IsActive = false });
        using var visitor = server.Visit();
        var answers = new List<string>();
        foreach (var (user, password) in ((string, string)[])[("nobody", SignInServer.Password), ("wu", "wrong"), ("chen", SignInServer.Password)])
            answers.Add(Text(await visitor.SignIn(user, password), user));
        for (var i = 0; i < 4; i++)
            await visitor.SignIn("wu", "wrong");
        answers.Add(Text(await visitor.SignIn("wu", SignInServer.Password), "wu"));
        Assert.Single(answers.Distinct());
        Assert.Contains("locked wu 08:01:00", server.Notes.Lines);
        Assert.Contains("failed - Unknown", server.Notes.Lines);
        Assert.DoesNotContain(server.Notes.Lines, line => line.Contains("nobody", StringComparison.Ordinal));

        server.Time.Now += TimeSpan.FromSeconds(61);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.SignIn("wu", SignInServer.Password)).Status);

        static string Text(Seen seen, string user)
        {
            Assert.Equal(("signin.failed", HttpStatusCode.OK), (seen.Code, seen.Status));
            // Beside the name that was typed and the tokens of the forms, the pages are the same.
            return System.Text.RegularExpressions.Regex.Replace(seen.Text, "value=\"[^\"]*\"|<!--.*?-->", "")
                .Replace(user, "", StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Many_guesses_at_the_same_time_have_no_more_tries_than_one_after_the_other()
    {
        await using var server = await SignInServer.Start();
        await server.AddPerson("wu");
        var doorkeeper = server.Get<Doorkeeper>();
        await Task.WhenAll(Enumerable.Range(0, 12).Select(guess => Task.Run(() =>
            doorkeeper.TryPassword("wu", "guess " + guess, null))));
        Assert.Equal(5, server.Store.Find("wu")!.Failures);
        Assert.Equal(7, server.Notes.Lines.Count(line => line == "failed wu Locked"));
    }

    [Fact]
    public async Task Sessions_end_when_idle_and_after_a_working_day_in_any_case()
    {
        await using var server = await SignInServer.Start();
        await server.AddPerson("wu");
        using var visitor = server.Visit();
        await visitor.SignIn("wu", SignInServer.Password);
        server.Time.Now += TimeSpan.FromMinutes(19);
        Assert.Equal("wu", await visitor.WhoAmI());
        server.Time.Now += TimeSpan.FromMinutes(21);
        Assert.Null(await visitor.WhoAmI());

        await visitor.SignIn("wu", SignInServer.Password);
        for (var minutes = 0; minutes < 585; minutes += 15)
        {
            Assert.Equal("wu", await visitor.WhoAmI());
            server.Time.Now += TimeSpan.FromMinutes(15);
        }

        server.Time.Now += TimeSpan.FromMinutes(15);
        Assert.Null(await visitor.WhoAmI());
    }

    [Fact]
    public async Task A_session_that_was_revoked_and_an_account_that_ended_are_refused_at_once()
    {
        await using var server = await SignInServer.Start();
        var account = await server.AddPerson("wu");
        using var visitor = server.Visit();
        await visitor.SignIn("wu", SignInServer.Password);
        var session = Assert.Single(server.Get<Sessions>().Of("wu"));
        Assert.True(server.Get<Credentials>().EndSession("wu", session.Id, "admin"));
        Assert.False(server.Get<Sessions>().IsAlive(session.Id));
        Assert.Null(await visitor.WhoAmI());
        Assert.Contains("revoked wu by admin", server.Notes.Lines);

        await visitor.SignIn("wu", SignInServer.Password);
        server.People.Put(account with { IsActive = false });
        Assert.Null(await visitor.WhoAmI());
    }

    [Fact]
    public async Task Signing_in_again_takes_a_new_session_and_ends_the_old_one()
    {
        await using var server = await SignInServer.Start();
        await server.AddPerson("wu");
        using var visitor = server.Visit();
        await visitor.SignIn("wu", SignInServer.Password);
        var first = Assert.Single(server.Get<Sessions>().Of("wu"));
        await visitor.SignIn("wu", SignInServer.Password);
        Assert.NotEqual(first.Id, Assert.Single(server.Get<Sessions>().Of("wu")).Id);
    }

    [Fact]
    public async Task A_form_without_its_token_is_not_taken()
    {
        await using var server = await SignInServer.Start();
        await server.AddPerson("wu");
        using var visitor = server.Visit();
        var page = await visitor.Get("/sign-in");
        var hidden = new Dictionary<string, string>(page.Form("sign-in")) { ["__RequestVerificationToken"] = "forged" };
        var seen = await visitor.Send("/sign-in", hidden, ("Form.User", "wu"), ("Form.Password", SignInServer.Password));
        Assert.Equal(HttpStatusCode.BadRequest, seen.Status);
        Assert.Null(await visitor.WhoAmI());
    }

    [Fact]
    public async Task Attempts_are_limited_by_name_and_by_address()
    {
        await using var server = await SignInServer.Start(options => options with { AttemptsByName = 3, AttemptsByAddress = 5 });
        await server.AddPerson("wu");
        using var visitor = server.Visit();
        for (var i = 0; i < 3; i++)
            Assert.Equal("signin.failed", (await visitor.SignIn("wu", "wrong")).Code);
        Assert.Equal("signin.too-many", (await visitor.SignIn("wu", SignInServer.Password)).Code);
        Assert.Equal("signin.failed", (await visitor.SignIn("chen", "wrong")).Code);
        Assert.Equal("signin.too-many", (await visitor.SignIn("lin", "wrong")).Code);
        var api = await visitor.PostJson("/api/v1/sign-in", """{"user":"wu","password":"x"}""");
        Assert.Equal((HttpStatusCode.TooManyRequests, "signin.too-many"), (api.Status, api.Code));
    }

    [Fact]
    public async Task The_pages_are_in_both_languages_and_allow_no_inline_script()
    {
        await using var server = await SignInServer.Start();
        using var visitor = server.Visit();
        visitor.Client.DefaultRequestHeaders.Add("Accept-Language", "zh-Hant");
        foreach (var path in (string[])["/sign-in", "/setup", "/enrol"])
        {
            var page = await visitor.Get(path);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Contains("衡守", page.Text, StringComparison.Ordinal);
            Assert.DoesNotMatch("<script(?![^>]*src=)", page.Text);
            Assert.DoesNotContain("data-live", page.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Without_a_journal_there_are_no_pages_for_signing_in()
    {
        await using var server = await SignInServer.Start(host: options => options with { Data = null, SignIn = null });
        using var visitor = server.Visit();
        foreach (var path in (string[])["/sign-in", "/setup", "/enrol", "/account", "/sign-in/second"])
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get(path)).Status);
        Assert.Equal(HttpStatusCode.OK, (await visitor.Get("/")).Status);
    }

    private static string? Relative(string? location, SignInServer server) => location?.Replace(server.Url, "", StringComparison.Ordinal);

    private static string SignOutToken(string page) => System.Text.RegularExpressions.Regex.Match(
        page, "action=\"/sign-out\".*?name=\"__RequestVerificationToken\" value=\"([^\"]+)\"",
        System.Text.RegularExpressions.RegexOptions.Singleline).Groups[1].Value;
}
