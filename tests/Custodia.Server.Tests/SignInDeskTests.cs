using Custodia.Books;
using Custodia.Books.Access;
using Custodia.Browser.Tests;
using Custodia.People.Facts;
using Custodia.Server.Access;
using Custodia.Server.Hosting;
using Custodia.Server.Reading;
using Custodia.Server.SignIn;
using Custodia.Testing;

namespace Custodia.Server.Tests;

/// <summary>Who looks after how others sign in.</summary>
public sealed class SignInDeskTests : IAsyncLifetime
{
    private TestServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.StartAsync(folder => FirstContent.Fill(folder, withSample: false, _ => { }));
        await _server.RegisterAsync("wu.admin", "state", false, "administrator");
        await _server.RegisterAsync("lin.officer", "state", false, "security-officer");
        await _server.RegisterAsync("chen.clerk", "state", false, "customs-officer");
        await _server.RegisterAsync("kao.inspector", "state", true, "inspector");
        await new Tester(_server.Folder, _server.Time).Do(
            new Holder("portal.1", "Portal", "門式偵檢器", "TEST", new DateOnly(2026, 7, 1), HolderKind.Device));
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public void Nobody_looks_after_their_own_sign_in() =>
        Refused("signin.own-account", Of("wu.admin").OpenEnrolment("wu.admin"));

    [Fact]
    public void Who_does_not_manage_people_neither_looks_nor_acts()
    {
        Refused("access.not-allowed", Of("chen.clerk").Look("wu.admin"));
        Refused("access.not-allowed", Of("chen.clerk").EndSessions("wu.admin"));
        Refused("access.not-allowed", Of("lin.officer").OpenEnrolment("wu.admin"));
    }

    [Fact]
    public void Somebody_unknown_is_refused() => Refused("people.holder-unknown", Of("wu.admin").Look("nobody.known"));

    [Fact]
    public void An_administrator_alone_does_not_get_past_the_second_factor_of_an_approver()
    {
        Assert.True(Of("wu.admin").OpenEnrolment("lin.officer").IsGiven);
        Refused("access.not-allowed", Of("wu.admin").ResetSecondFactor("lin.officer"));
        Assert.True(Of("lin.officer").Look("wu.admin").Value!.HasCodeApp);
        Assert.False(Of("lin.officer").ResetSecondFactor("wu.admin").Value!.HasCodeApp);
        Assert.False(Of("wu.admin").ResetSecondFactor("chen.clerk").Value!.HasCodeApp);
    }

    [Fact]
    public async Task Nobody_alone_opens_a_way_in_as_somebody_who_sees_content()
    {
        Refused("access.not-allowed", Of("wu.admin").ResetSecondFactor("kao.inspector"));
        Refused("access.not-allowed", Of("wu.admin").ConfirmEnrolment("kao.inspector"));
        Assert.False(Of("wu.admin").Look("kao.inspector").Value!.TakesTwoCodes);
        var left = Of("lin.officer").ResetSecondFactor("kao.inspector").Value!;
        Assert.Equal((true, false), (left.TakesTwoCodes, left.HasPassword));
        Refused("access.not-allowed", Of("lin.officer").OpenEnrolment("kao.inspector"));
        Refused("signin.own-account", Of("lin.officer").ConfirmEnrolment("lin.officer"));
        var first = Of("wu.admin").OpenEnrolment("kao.inspector").Value!;
        var second = Of("lin.officer").ConfirmEnrolment("kao.inspector").Value!;
        Assert.All(await Task.WhenAll(Enrol(first), Enrol(second)), Assert.NotEmpty);
        Assert.Empty(await Enrol(first + " " + second));

        Task<IReadOnlyList<Refusal>> Enrol(string code) => _server.Get<Credentials>()
            .Enrol("kao.inspector", code, "seven lanterns over a quiet harbour", null, TestContext.Current.CancellationToken);
    }

    [Fact]
    public void What_opens_a_way_in_asks_for_a_recent_sign_in_and_what_closes_one_does_not()
    {
        var desk = Of("wu.admin");
        _server.Time.Now += TimeSpan.FromMinutes(16);
        Refused("signin.not-fresh", desk.OpenEnrolment("chen.clerk"));
        Assert.Empty(desk.EndSessions("chen.clerk").Value!.Sessions);
    }

    [Fact]
    public void A_device_has_tokens_and_certificates_and_a_person_has_neither()
    {
        var desk = Of("wu.admin");
        Refused("signin.not-for-this", desk.OpenEnrolment("portal.1"));
        Refused("signin.not-for-this", desk.MakeToken("chen.clerk", "x", ["read"], 1));
        Refused("signin.not-for-this", desk.AddCertificate("chen.clerk", new string('a', 64), "x"));
        var token = desk.MakeToken("portal.1", "stream", ["read"], 1).Value!;
        Assert.StartsWith("cst_", token.Text, StringComparison.Ordinal);
        Assert.Empty(desk.RevokeToken("portal.1", token.Kept.Id).Value!.Tokens);
        Assert.Single(desk.AddCertificate("portal.1", new string('a', 64), "gate").Value!.Certificates);
        Assert.Empty(desk.RemoveCertificate("portal.1", new string('a', 64)).Value!.Certificates);
    }

    private static void Refused<T>(string code, Answer<T> answer) => Assert.Equal(code, Assert.Single(answer.Refusals).Code);

    private SignInDesk Of(string person)
    {
        var sessions = _server.Get<Sessions>();
        var (session, _) = sessions.Begin(person, SignInClaims.ByCode, null, null);
        var caller = Caller.Authenticated(person, CallerVia.Page, session.Id);
        return new SignInDesk(new Desk(_server.Folder, () => caller), _server.Get<Credentials>(), _server.Get<ApiTokens>(),
            _server.Get<SecretStore>(), sessions, _server.Time);
    }
}
