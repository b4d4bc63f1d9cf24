using Custodia.Server.Hosting;
using Custodia.Server.SignIn;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Custodia.Browser.Tests;

/// <summary>From a folder in which nobody can sign in yet to a session that somebody else ends.</summary>
public sealed class SignInJourney(BrowserFixture fixture)
{
    [Theory]
    [InlineData("en", "First run", "Sign in", "Second factor", "Overview")]
    [InlineData("zh-Hant", "首次設定", "登入", "第二驗證因素", "總覽")]
    public async Task The_first_two_officers_are_created_and_sign_in_with_a_second_factor(
        string language, string setup, string signIn, string second, string overview)
    {
        await using var server = await StartAsync();
        await using var visit = await OpenAsync(server);
        await visit.ChooseAsync(language, "light");
        await visit.GoAsync("/sign-in");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = setup }).ClickAsync();
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync(setup);
        await SetUp(visit.Page, server.Get<FirstRun>().IssueCode()!, "too short");
        await Expect(visit.Page.Locator(".field-refusal [data-code='password.too-short']")).ToBeVisibleAsync();
        await KeepAsync(visit, "setup-refused-" + language);
        await SetUp(visit.Page, server.Get<FirstRun>().IssueCode()!, TestServer.Password);
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync(signIn);
        await Expect(visit.Page.Locator(".notice")).ToHaveCountAsync(0);

        await SignIn(visit.Page, "wu.shufen", TestServer.Password);
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync(second);
        await visit.GoAsync("/mba");
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync(second);
        await visit.Page.Locator("form:has(input[value=begin-app]) button").ClickAsync();
        var key = await visit.Page.Locator("code.secret").InnerTextAsync();
        await Expect(visit.Page.Locator("svg.qr")).ToBeVisibleAsync();
        await KeepAsync(visit, "second-factor-" + language);
        await Code(visit.Page, "000000");
        await Expect(visit.Page.Locator(".field-refusal [data-code='signin.code-failed']")).ToBeVisibleAsync();
        await Code(visit.Page, server.CodeOf(key));
        await Expect(visit.Page.Locator(".once li")).ToHaveCountAsync(Credentials.RecoveryCodeCount);
        await KeepAsync(visit, "recovery-codes-" + language);
        await visit.Page.Locator("a.button.primary").ClickAsync();
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync(overview);
        await Expect(visit.Page.Locator(".signed-in a")).ToHaveTextAsync(language == "en" ? "Wu Shu-fen" : "吳淑芬");
        await visit.IsLiveAsync();
        await KeepAsync(visit, "overview-administrator-" + language);

        server.Time.Now += TimeSpan.FromMinutes(1);
        await visit.Page.Locator(".signed-in button").ClickAsync();
        await Expect(visit.Page.Locator(".verdict")).ToBeVisibleAsync();
        await visit.GoAsync("/journal");
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync(signIn);
        await SignIn(visit.Page, "wu.shufen", TestServer.Password);
        await KeepAsync(visit, "second-step-" + language);
        await Code(visit.Page, server.CodeOf(key));
        await Expect(visit.Page).ToHaveURLAsync(server.Address + "/journal");
        visit.WasClean();
    }

    [Fact]
    public async Task Whoever_fails_too_often_waits_and_hears_no_more_than_that()
    {
        await using var server = await StartAsync();
        var key = await server.RegisterAsync("chen", "state", cleared: false, "inspector");
        await using var visit = await OpenAsync(server);
        await visit.GoAsync("/sign-in");
        for (var i = 0; i <= Lockout.FreeFailures; i++)
        {
            await SignIn(visit.Page, "chen", "wrong");
            await Expect(visit.Page.Locator("[data-code='signin.failed']")).ToContainTextAsync("too many failures");
        }

        await SignIn(visit.Page, "chen", TestServer.Password);
        await Expect(visit.Page.Locator("[data-code='signin.failed']")).ToBeVisibleAsync();
        await KeepAsync(visit, "sign-in-refused-en");
        server.Time.Now += Lockout.Shortest + TimeSpan.FromSeconds(1);
        await SignIn(visit.Page, "chen", TestServer.Password);
        await Code(visit.Page, server.CodeOf(key));
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("Overview");
        visit.WasClean();
    }

    [Fact]
    public async Task A_session_that_is_ended_elsewhere_closes_its_open_page()
    {
        await using var server = await StartAsync();
        var key = await server.RegisterAsync("chen", "state", cleared: true, "inspector");
        await using var here = await OpenAsync(server);
        await here.SignInAsync("chen", server.CodeOf(key));
        await here.GoAsync("/journal");
        server.Time.Now += TimeSpan.FromMinutes(1);
        await using var there = await OpenAsync(server);
        await there.SignInAsync("chen", server.CodeOf(key));
        await there.GoAsync("/account");
        await Expect(there.Page.Locator("h1")).ToBeVisibleAsync();
        await there.KeepPictureAsync("account-en");
        await there.Page.GetByRole(AriaRole.Button, new() { Name = "End", Exact = true }).ClickAsync();

        await Expect(here.Page).ToHaveURLAsync(server.Address + "/sign-in?return=%2Fjournal");
        await Expect(here.Page.Locator("body")).Not.ToContainTextAsync("State of Zedland");
        await there.GoAsync("/journal");
        await Expect(there.Page.Locator("h1")).ToHaveTextAsync("Journal");
        there.WasClean();
    }

    [Fact]
    public async Task A_passkey_takes_the_place_of_password_and_code()
    {
        await using var server = await StartAsync(host: "localhost");
        var key = await server.RegisterAsync("chen", "state", cleared: true, "inspector");
        await using var visit = await OpenAsync(server);
        await visit.AddAuthenticatorAsync();
        await visit.SignInAsync("chen", server.CodeOf(key));
        await visit.GoAsync("/account/second-factor");
        await visit.Page.Locator("input[name='Passkey.Name']").FillAsync("Desk");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Expect(visit.Page.Locator(".verdict")).ToContainTextAsync("The second factor is set up");
        await visit.GoAsync("/account");
        await Expect(visit.Page.Locator(".facts")).ToContainTextAsync("Desk");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("Overview");
        await Expect(visit.Page.Locator(".signed-in a")).ToHaveTextAsync("chen");
        visit.WasClean();
    }

    [Fact]
    public async Task Nothing_keeps_anyone_from_signing_in()
    {
        await using var server = await StartAsync();
        await using var visit = await OpenAsync(server);
        foreach (var address in (string[])["/sign-in", "/setup", "/enrol", "/sign-in/second"])
            Assert.Empty(await AccessAudit.LookThroughAsync(visit, address));
    }

    private static Task<TestServer> StartAsync(string host = "127.0.0.1") =>
        TestServer.StartAsync(folder => FirstContent.Fill(folder, withSample: false, _ => { }), host);

    private Task<Visit> OpenAsync(TestServer server) => Visit.OpenAsync(fixture.Browser, server.Address);

    private static async Task SetUp(IPage page, string code, string password)
    {
        await page.Locator("input[name='Form.Code']").FillAsync(code);
        foreach (var (field, value) in ((string, string)[])
            [("Person1", "wu.shufen"), ("NameEn1", "Wu Shu-fen"), ("NameZh1", "吳淑芬"),
             ("Person2", "lin.chihming"), ("NameEn2", "Lin Chih-ming"), ("NameZh2", "林志明")])
            await page.Locator($"input[name='Form.{field}']").FillAsync(value);
        await Password(page, "Form.Password1", password);
        await Password(page, "Form.Password2", TestServer.Password);
        await page.Locator("main button[type=submit]").ClickAsync();
        await page.WaitForLoadStateAsync();
    }

    private static Task Password(IPage page, string field, string password) =>
        page.Locator($"input[name='{field}']").FillAsync(password);

    private static async Task SignIn(IPage page, string person, string password)
    {
        await page.Locator("input[name='Form.User']").FillAsync(person);
        await Password(page, "Form.Password", password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForLoadStateAsync();
    }

    private static async Task Code(IPage page, string code)
    {
        await page.Locator("input[name='Form.Code']").FillAsync(code);
        await page.Keyboard.PressAsync("Enter");
    }

    // As it is on a desk, and on a telephone.
    private static async Task KeepAsync(Visit visit, string name)
    {
        await visit.KeepPictureAsync(name);
        await visit.Page.SetViewportSizeAsync(400, 800);
        Assert.Equal(0, await visit.Page.EvaluateAsync<int>("Math.max(0, document.documentElement.scrollWidth - window.innerWidth)"));
        await visit.KeepPictureAsync(name + "-narrow");
        await visit.Page.SetViewportSizeAsync(1280, 800);
    }
}
