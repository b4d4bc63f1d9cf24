using System.Security.Cryptography;
using System.Text.Encodings.Web;
using Custodia.Books;
using Custodia.Books.Faces;
using Custodia.Server.Api;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Custodia.Server.SignIn;

/// <summary>The ways to be signed in, and which of them a request goes by.</summary>
internal static class SignInSchemes
{
    /// <summary>Chooses one of the others.</summary>
    public const string Choice = "custodia";

    public const string Session = "session";
    public const string Token = "token";
    public const string Certificate = "certificate";

    /// <summary>
    /// Pages go by session alone. The API takes a token where a header brings one, be it good or not, else a certificate, else
    /// the session of the page that calls.
    /// </summary>
    public static string Choose(HttpContext context)
    {
        if (!ApiGuard.IsApi(context.Request))
            return Session;
        if (context.Request.Headers.ContainsKey("Authorization"))
            return Token;
        return context.Connection.ClientCertificate is not null ? Certificate : Session;
    }
}

/// <summary>What the schemes have in common: the API is answered in JSON and never sent to a page.</summary>
internal abstract class SignInHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected bool IsApi => ApiGuard.IsApi(Request);

    protected string? Address => Context.Connection.RemoteIpAddress?.ToString();

    protected AuthenticateResult Success(string person, string session, string via, string methods, string? scopes = null) =>
        AuthenticateResult.Success(new AuthenticationTicket(
            SignInClaims.Make(Scheme.Name, person, session, via, methods, scopes), Scheme.Name));

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (IsApi)
        {
            await ApiResults.SignInRequired(Context);
            return;
        }

        var here = HttpMethods.IsGet(Request.Method) ? Request.PathBase + Request.Path + Request.QueryString : "/";
        Response.Redirect("/sign-in?return=" + Uri.EscapeDataString(here));
    }

    protected override async Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        if (IsApi)
            await Refuse(SignInRefusals.Forbidden, StatusCodes.Status403Forbidden);
        else
            Response.StatusCode = StatusCodes.Status403Forbidden;
    }

    private Task Refuse(RefusalCode reason, int status) =>
        ApiResults.Write(Context, FaceAnswer.Refuse(reason.At(default)), status);
}

/// <summary>By the cookie of a session.</summary>
internal sealed class SessionHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder,
    Sessions sessions, SignInOptions signIn) : SignInHandler(options, logger, encoder)
{
    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(
        SessionCookie.Read(Context) is { } key && sessions.Resume(key) is { } session
            && signIn.Accounts.Find(session.Person) is { IsActive: true }
            ? Success(session.Person, session.Id, SignInClaims.ViaPage, session.Methods)
            : AuthenticateResult.NoResult());
}

/// <summary>By an API token.</summary>
internal sealed class TokenHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder,
    ApiTokens tokens, SignInOptions signIn) : SignInHandler(options, logger, encoder)
{
    private const string Bearer = "Bearer ";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) && tokens.Check(header[Bearer.Length..].Trim()) is var (account, token))
        {
            return Task.FromResult(
                Success(account.Person, token.Id, SignInClaims.ViaApi, "pop", string.Join(' ', token.Scopes)));
        }

        signIn.Journal.SignInFailed(null, SignInFailure.Token, Address);
        return Task.FromResult(AuthenticateResult.Fail("The token is not taken."));
    }
}

/// <summary>
/// By a client certificate. It is known by its SHA-256, so nobody who issues certificates can make another one that is taken; it
/// must be within its own time as well.
/// </summary>
internal sealed class CertificateHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder,
    SecretStore store, SignInOptions signIn, TimeProvider time) : SignInHandler(options, logger, encoder)
{
    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Context.Connection.ClientCertificate is not { } certificate)
            return Task.FromResult(AuthenticateResult.NoResult());
        var thumbprint = Convert.ToHexStringLower(SHA256.HashData(certificate.RawDataMemory.Span));
        var now = time.GetUtcNow().UtcDateTime;
        var isInTime = certificate.NotBefore.ToUniversalTime() <= now && now < certificate.NotAfter.ToUniversalTime();
        if (isInTime && store.FindByKey(SecretStore.CertificateKey(thumbprint)) is { } held
            && signIn.Accounts.Find(held.Person) is { IsActive: true, IsDevice: true })
            return Task.FromResult(Success(held.Person, thumbprint, SignInClaims.ViaCertificate, "pop"));
        signIn.Journal.SignInFailed(null, SignInFailure.Certificate, Address);
        return Task.FromResult(AuthenticateResult.Fail("The certificate is not taken."));
    }
}
