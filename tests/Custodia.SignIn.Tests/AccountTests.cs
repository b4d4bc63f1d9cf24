using System.Net;
using System.Text.RegularExpressions;
using Custodia.Books;
using Custodia.Server.SignIn;

namespace Custodia.SignIn.Tests;

public sealed partial class AccountTests
{
    [Fact]
    public async Task Who_needs_a_second_factor_can_do_nothing_but_set_it_up_and_then_everything()
    {
        await using var server = await SignInServer.Start();
        await server.AddPerson("wu", needsSecondFactor: true);
        using var visitor = server.Visit();
        Assert.Equal("/account/second-factor", Path((await visitor.SignIn("wu", SignInServer.Password, "?return=%2Fmba")).Location));
        foreach (var path in (string[])["/", "/mba", "/account", "/_blazor"])
            Assert.Equal("/account/second-factor", (await visitor.Get(path)).Location);
        var api = await visitor.Get("/api/v1/session");
        Assert.Equal((HttpStatusCode.Forbidden, "signin.second-factor-required"), (api.Status, api.Code));

        var begun = await visitor.Fill("/account/second-factor", "begin-app");
        var key = Key().Match(begun.Text).Groups[1].Value;
        Assert.Contains("<svg class=\"qr\"", begun.Text, StringComparison.Ordinal);
        var wrong = await visitor.Send("/account/second-factor", begun.Form("confirm-app"), ("Form.Code", "000000"));
        Assert.Equal("signin.code-failed", wrong.Code);
        var done = await visitor.Send("/account/second-factor", wrong.Form("confirm-app"), ("Form.Code", server.CodeOf(key)));
        Assert.Equal(10, Recovery().Count(done.Text));
        Assert.Equal("wu", await visitor.WhoAmI());
        Assert.Contains("second-factor wu AppAdded by wu", server.Notes.Lines);
    }

    [Fact]
    public async Task A_code_is_taken_once_and_a_recovery_code_too()
    {
        await using var server = await SignInServer.Start();
        await server.AddPerson("wu");
        var credentials = server.Get<Credentials>();
        var key = credentials.BeginCodeApp("wu");
        var recovery = credentials.ConfirmCodeApp("wu", server.CodeOf(key), session: null)!;
        server.Time.Now += TimeSpan.FromSeconds(30);

        using var visitor = server.Visit();
        Assert.Equal("/sign-in/second", Path((await visitor.SignIn("wu", SignInServer.Password, "?return=%2Fmba")).Location));
        Assert.Null(await visitor.WhoAmI());
        Assert.Equal("signin.code-failed", (await visitor.GiveCode("123456")).Code);
        Assert.Equal("/mba", Path((await visitor.GiveCode(server.CodeOf(key))).Location));
        Assert.Equal("wu", await visitor.WhoAmI());

        await visitor.SignIn("wu", SignInServer.Password);
        Assert.Equal("signin.code-failed", (await visitor.GiveCode(server.CodeOf(key))).Code);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GiveCode(recovery[0].ToLowerInvariant())).Status);
        await visitor.SignIn("wu", SignInServer.Password);
        Assert.Equal("signin.code-failed", (await visitor.GiveCode(recovery[0])).Code);
        Assert.Equal(9, server.Store.Find("wu")!.RecoveryCodes.Count);
    }

    [Fact]
    public async Task Right_passwords_do_not_wipe_out_wrong_codes()
    {
        await using var server = await SignInServer.Start();
        await server.AddPerson("wu");
        var key = server.AddCodeApp("wu");
        using var visitor = server.Visit();
        for (var i = 0; i < 5; i++)
        {
            await visitor.SignIn("wu", SignInServer.Password);
            await visitor.GiveCode("000000");
        }

        Assert.Equal("signin.failed", (await visitor.SignIn("wu", SignInServer.Password)).Code);
        server.Time.Now += TimeSpan.FromSeconds(61);
        await visitor.SignIn("wu", SignInServer.Password);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GiveCode(server.CodeOf(key))).Status);
        Assert.Equal(0, server.Store.Find("wu")!.Failures);
    }

    [Fact]
    public async Task A_new_password_ends_the_other_sessions_and_needs_the_present_one()
    {
        await using var server = await SignInServer.Start();
        await server.AddPerson("wu");
        using var here = server.Visit();
        using var there = server.Visit();
        await here.SignIn("wu", SignInServer.Password);
        await there.SignIn("wu", SignInServer.Password);
        const string Next = "gravel, plums and a slow bicycle";
        Assert.Equal("signin.failed", (await Change("wrong", Next, Next)).Code);
        Assert.Equal("signin.not-same", (await Change(SignInServer.Password, Next, Next + "!")).Code);
        Assert.Equal("password.too-short", (await Change(SignInServer.Password, "plums", "plums")).Code);
        Assert.Null((await Change(SignInServer.Password, Next, Next)).Code);
        Assert.Equal("wu", await here.WhoAmI());
        Assert.Null(await there.WhoAmI());
        Assert.Equal("signin.failed", (await there.SignIn("wu", SignInServer.Password)).Code);
        Assert.Equal(HttpStatusCode.Redirect, (await there.SignIn("wu", Next)).Status);

        Task<Seen> Change(string present, string password, string again) => here.Fill("/account", "password",
            ("Form.Present", present), ("Form.Password", password), ("Form.Again", again));
    }

    [Fact]
    public async Task The_account_is_for_who_is_signed_in_and_changes_need_a_fresh_sign_in()
    {
        await using var server = await SignInServer.Start();
        await server.AddPerson("wu");
        using var visitor = server.Visit();
        Assert.Equal("/sign-in?return=%2Faccount", Path((await visitor.Get("/account")).Location));
        await visitor.SignIn("wu", SignInServer.Password);
        server.Time.Now += TimeSpan.FromMinutes(16);
        Assert.Equal("signin.not-fresh", (await MakeToken()).Code);
        await visitor.SignIn("wu", SignInServer.Password);
        var made = await MakeToken();
        var token = Token().Match(made.Text).Value;
        using var program = server.Visit();
        Assert.Equal("wu", await program.WhoAmI(token));

        var id = Assert.Single(server.Store.Find("wu")!.Tokens).Id;
        await visitor.Send("/account", made.Form("revoke-" + id));
        Assert.Null(await program.WhoAmI(token));

        Task<Seen> MakeToken() => visitor.Fill("/account", "token",
            ("Form.Name", "report"), ("Form.Days", "30"), ("Form.Scopes", "read"));
    }

    [Fact]
    public async Task An_enrolment_code_sets_a_password_once_and_expires()
    {
        await using var server = await SignInServer.Start();
        server.People.Add("chen");
        var code = server.Get<Credentials>().OpenEnrolment("chen", "wu");
        using var visitor = server.Visit();
        Assert.Equal("signin.one-time-code", (await Enrol("chen", "AAAAA-AAAAA")).Code);
        Assert.Equal("signin.one-time-code", (await Enrol("nobody", code)).Code);
        Assert.Equal("/sign-in?done=password", Path((await Enrol("chen", code)).Location));
        Assert.Equal("signin.one-time-code", (await Enrol("chen", code)).Code);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.SignIn("chen", SignInServer.Password)).Status);

        var late = server.Get<Credentials>().OpenEnrolment("chen", "wu");
        server.Time.Now += TimeSpan.FromHours(73);
        Assert.Equal("signin.one-time-code", (await Enrol("chen", late)).Code);

        Task<Seen> Enrol(string user, string given) => visitor.Fill("/enrol", "enrol", ("Form.User", user), ("Form.Code", given),
            ("Form.Password", SignInServer.Password), ("Form.Again", SignInServer.Password));
    }

    [Fact]
    public async Task Who_is_guarded_sets_a_password_with_the_codes_of_two_officers_and_with_no_two_of_one()
    {
        await using var server = await SignInServer.Start();
        server.People.Add("chen", isGuarded: true);
        var credentials = server.Get<Credentials>();
        var first = credentials.OpenEnrolment("chen", "wu");
        await Refused(first, first + first);
        var second = credentials.OpenEnrolment("chen", "wu", isSecond: true);
        await Refused(first, second, first + second);
        first = credentials.OpenEnrolment("chen", "wu");
        await Refused(first + second);
        second = credentials.OpenEnrolment("chen", "lin", isSecond: true);
        await Refused(first, second, second + second, "");
        Assert.Empty(await Enrol(second.ToLowerInvariant() + " " + first));
        await Refused(first + second);
        // Where a second factor stands in the way, it is that which the other officer guards.
        server.AddCodeApp("chen");
        Assert.Empty(await Enrol(credentials.OpenEnrolment("chen", "wu")));
        first = credentials.OpenEnrolment("chen", "wu");
        credentials.ResetSecondFactor("chen", "lin");
        Assert.False(server.Store.Find("chen")!.CanSignIn);
        await Refused(first);

        async Task Refused(params string[] codes)
        {
            foreach (var code in codes)
                Assert.Equal("signin.one-time-code", Assert.Single(await Enrol(code)).Code);
        }

        Task<IReadOnlyList<Refusal>> Enrol(string code) =>
            credentials.Enrol("chen", code, SignInServer.Password, null, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task The_setup_code_creates_two_officers_once()
    {
        await using var server = await SignInServer.Start();
        var first = server.Get<FirstRun>();
        Assert.True(first.IsDue);
        var old = first.IssueCode()!;
        var code = first.IssueCode()!;
        using var visitor = server.Visit();
        Assert.Equal("signin.one-time-code", (await Setup(old, SignInServer.Password)).Code);
        Assert.Equal("password.too-short", (await Setup(code, "short")).Code);
        Assert.Equal("/sign-in?done=password", Path((await Setup(code, SignInServer.Password)).Location));
        Assert.False(first.IsDue);
        Assert.Null(first.IssueCode());
        Assert.False(File.Exists(System.IO.Path.Combine(server.Folder, "keys", "setup.code")));
        Assert.Contains("The first run is over", (await visitor.Get("/setup")).Text, StringComparison.Ordinal);
        Assert.Equal("/account/second-factor", Path((await visitor.SignIn("lin", SignInServer.Password)).Location));

        Task<Seen> Setup(string given, string password) => visitor.Fill("/setup", "setup", ("Form.Code", given),
            ("Form.Person1", "wushufen"), ("Form.NameEn1", "Wu"), ("Form.NameZh1", "吳"), ("Form.Password1", password),
            ("Form.Person2", "lin"), ("Form.NameEn2", "Lin"), ("Form.NameZh2", "林"), ("Form.Password2", password));
    }

    private static string? Path(string? location) => Regex.Replace(location ?? "", "^http://[^/]+", "");

    [GeneratedRegex("<code class=\"secret\">([A-Z2-7]{32})</code>")]
    private static partial Regex Key();

    [GeneratedRegex("<li><code>[0-9A-Z]{5}-[0-9A-Z]{5}</code></li>")]
    private static partial Regex Recovery();

    [GeneratedRegex("cst_[0-9a-f]{16}_[0-9a-f]{64}")]
    private static partial Regex Token();
}
