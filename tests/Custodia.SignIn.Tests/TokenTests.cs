using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Custodia.Books.Access;
using Custodia.Server.SignIn;

namespace Custodia.SignIn.Tests;

public sealed class TokenTests
{
    [Fact]
    public async Task The_api_gives_a_token_for_name_password_and_code_and_takes_it_back()
    {
        await using var server = await SignInServer.Start();
        await server.AddPerson("wu", needsSecondFactor: true);
        using var visitor = server.Visit();
        var none = await visitor.Get("/api/v1/session");
        Assert.Equal((HttpStatusCode.Unauthorized, "access.sign-in-required"), (none.Status, none.Code));
        Assert.Equal("signin.second-factor-required", (await SignIn(null)).Code);
        var key = server.AddCodeApp("wu");
        Assert.Equal("signin.code-needed", (await SignIn(null)).Code);
        Assert.Equal("signin.code-failed", (await SignIn("000000")).Code);
        var answer = await SignIn(server.CodeOf(key));
        var token = (string)answer.Json["token"]!;
        var seen = await visitor.Get("/api/v1/session", token);
        Assert.Equal(("wu", "api", "read write"), ((string?)seen.Json["person"], (string?)seen.Json["via"], (string?)seen.Json["scopes"]));
        Assert.DoesNotContain(token.Split('_')[2], string.Join('\n', server.Notes.Lines), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, (await visitor.PostJson("/api/v1/sign-out", "{}", token)).Status);
        Assert.Null(await visitor.WhoAmI(token));
        Assert.Equal("access.sign-in-required", (await visitor.PostJson("/api/v1/sign-out", "{}", token)).Code);

        Task<Seen> SignIn(string? code) => visitor.PostJson("/api/v1/sign-in",
            $$"""{"user":"wu","password":"{{SignInServer.Password}}"{{(code is null ? "" : $",\"code\":\"{code}\"")}}}""");
    }

    [Fact]
    public async Task A_token_ends_with_its_time_with_its_person_and_with_any_change_of_it()
    {
        await using var server = await SignInServer.Start();
        var account = server.People.Add("gate-1", isDevice: true);
        using var visitor = server.Visit();
        var made = server.Get<ApiTokens>().Make("gate-1", "gate", ["write"], TimeSpan.FromDays(1), "wu").Value!;
        Assert.Equal("gate-1", await visitor.WhoAmI(made.Text));
        Assert.NotNull(server.Store.Find("gate-1")!.Tokens[0].LastUsed);
        for (var at = 0; at < made.Text.Length; at++)
        {
            var changed = made.Text.ToCharArray();
            changed[at] = changed[at] == '0' ? '1' : '0';
            Assert.Null(server.Get<ApiTokens>().Check(new string(changed)));
        }

        server.People.Put(account with { IsActive = false });
        Assert.Null(await visitor.WhoAmI(made.Text));
        server.People.Put(account);
        server.Time.Now += TimeSpan.FromDays(1);
        Assert.Null(await visitor.WhoAmI(made.Text));
    }

    [Theory]
    [InlineData("", 1, "read", "name")]
    [InlineData("a\nb", 1, "read", "name")]
    [InlineData("report", 0, "read", "days")]
    [InlineData("report", 367, "read", "days")]
    [InlineData("report", 1, "everything", "scopes")]
    public async Task A_token_beyond_the_limits_is_refused(string name, int days, string scope, string field)
    {
        await using var server = await SignInServer.Start();
        server.People.Add("wu");
        var made = server.Get<ApiTokens>().Make("wu", name, [scope], TimeSpan.FromDays(days), "wu");
        Assert.Equal(("signin.token-limits", field), (made.Refusals[0].Code, made.Refusals[0].Place.Field));
    }

    [Fact]
    public async Task Who_comes_to_need_a_second_factor_is_not_let_in_by_a_token_made_without_one_and_a_device_is()
    {
        await using var server = await SignInServer.Start();
        var account = await server.AddPerson("wu");
        var door = server.Get<Doorkeeper>();
        using var visitor = server.Visit();
        var answer = await visitor.PostJson("/api/v1/sign-in", $$"""{"user":"wu","password":"{{SignInServer.Password}}"}""");
        var weak = (string)answer.Json["token"]!;
        Assert.Equal((Standing.SignedIn, "wu"), (door.StandingOf(CallerOf("wu", weak)), await visitor.WhoAmI(weak)));
        server.People.Put(account with { NeedsSecondFactor = true });
        Assert.Equal(Standing.MustSetSecondFactor, door.StandingOf(CallerOf("wu", weak)));
        Assert.Equal("signin.second-factor-required", (await visitor.Get("/api/v1/session", weak)).Code);

        var key = server.AddCodeApp("wu");
        Assert.Equal(Standing.MustSetSecondFactor, door.StandingOf(CallerOf("wu", weak)));
        answer = await visitor.PostJson("/api/v1/sign-in",
            $$"""{"user":"wu","password":"{{SignInServer.Password}}","code":"{{server.CodeOf(key)}}"}""");
        var strong = (string)answer.Json["token"]!;
        Assert.Equal((Standing.SignedIn, "wu"), (door.StandingOf(CallerOf("wu", strong)), await visitor.WhoAmI(strong)));

        server.People.Add("gate-1", needsSecondFactor: true, isDevice: true);
        var device = server.Get<ApiTokens>().Make("gate-1", "gate", ["write"], TimeSpan.FromDays(1), "wu").Value!;
        Assert.Equal(Standing.SignedIn, door.StandingOf(CallerOf("gate-1", device.Text)));

        static Caller CallerOf(string person, string token) => Caller.Authenticated(person, CallerVia.Api, token.Split('_')[1]);
    }

    [Fact]
    public async Task A_new_password_and_a_reset_of_the_second_factor_revoke_the_tokens_of_before()
    {
        await using var server = await SignInServer.Start();
        await server.AddPerson("wu");
        using var visitor = server.Visit();
        var credentials = server.Get<Credentials>();
        var first = Make();
        Assert.Equal("wu", await visitor.WhoAmI(first));
        Assert.Empty(await credentials.SetPassword(
            "wu", SignInServer.Password, "wu", cancellation: TestContext.Current.CancellationToken));
        Assert.Null(await visitor.WhoAmI(first));
        var second = Make();
        Assert.Equal("wu", await visitor.WhoAmI(second));
        credentials.ResetSecondFactor("wu", "lin");
        Assert.Null(await visitor.WhoAmI(second));
        Assert.Equal(2, server.Notes.Lines.Count(line => line == "token-revoked wu"));

        string Make() => server.Get<ApiTokens>().Make("wu", "x", ["read"], TimeSpan.FromDays(1), "wu").Value!.Text;
    }

    [Fact]
    public async Task A_token_opens_no_page_and_a_session_is_no_token()
    {
        await using var server = await SignInServer.Start();
        await server.AddPerson("wu");
        using var visitor = server.Visit();
        var made = server.Get<ApiTokens>().Make("wu", "x", ["read"], TimeSpan.FromDays(1), "wu").Value!;
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.Get("/account", made.Text)).Status);
        await visitor.SignIn("wu", SignInServer.Password);
        Assert.Null(await visitor.WhoAmI("cst_forged"));
        Assert.Contains("failed - Token", server.Notes.Lines);
    }

    [Fact]
    public async Task Over_https_a_device_signs_in_with_a_certificate_that_is_known_and_with_no_other()
    {
        var place = Directory.CreateTempSubdirectory("custodia-tls-");
        var file = Path.Combine(place.FullName, "tls.pem");
        using var own = TlsCertificate.Own(file, ["localhost", "127.0.0.1"], TimeProvider.System);
        using (var again = TlsCertificate.Own(file, ["localhost", "127.0.0.1"], TimeProvider.System))
            Assert.Equal(own.Thumbprint, again.Thumbprint);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        await using var server = await SignInServer.Start(
            host: options => options with { Url = "https://127.0.0.1:0", Certificate = own, Time = TimeProvider.System });
        server.People.Add("gate-1", isDevice: true);
        using var known = Client("gate");
        using var stranger = Client("gate");
        Assert.Empty(server.Get<Credentials>().AddCertificate("gate-1", TlsCertificate.Fingerprint(known), "gate", "wu"));
        Assert.Equal("signin.certificate-taken",
            server.Get<Credentials>().AddCertificate("gate-1", TlsCertificate.Fingerprint(known), "gate", "wu")[0].Code);

        using (var device = Visit(known))
            Assert.Equal("gate-1", await device.WhoAmI());
        using (var other = Visit(stranger))
            Assert.Null(await other.WhoAmI());
        await server.AddPerson("wu");
        using var person = Visit(null);
        var entered = await person.SignIn("wu", SignInServer.Password);
        var cookie = Assert.Single(entered.SetCookies, set => set.StartsWith("__Host-custodia-session=", StringComparison.Ordinal));
        Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("wu", await person.WhoAmI());
        place.Delete(recursive: true);

        Visitor Visit(X509Certificate2? certificate)
        {
            var handler = new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false };
            handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == own.GetCertHashString();
            if (certificate is not null)
                handler.SslOptions.ClientCertificates = [certificate];
            return new Visitor(server.Url, handler);
        }
    }

    private static X509Certificate2 Client(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=" + name, key, HashAlgorithmName.SHA256);
        return request.CreateSelfSigned(DateTimeOffset.Now.AddHours(-1), DateTimeOffset.Now.AddDays(1));
    }
}
