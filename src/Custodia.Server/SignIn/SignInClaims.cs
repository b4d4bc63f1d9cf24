using System.Security.Claims;

namespace Custodia.Server.SignIn;

/// <summary>The claims of whoever is signed in.</summary>
public static class SignInClaims
{
    /// <summary>Id of the person or device.</summary>
    public const string Person = "sub";

    /// <summary>Public id of the session; of a token or certificate: its own.</summary>
    public const string Session = "sid";

    /// <summary>How: <see cref="ViaPage"/>, <see cref="ViaApi"/> or <see cref="ViaCertificate"/>.</summary>
    public const string Via = "via";

    /// <summary>With what, blanks between: <c>pwd</c>, <c>otp</c>, <c>mfa</c>, <c>pop</c>, <c>user</c> (RFC 8176), <c>recovery</c>.</summary>
    public const string Methods = "amr";

    /// <summary>What a token may be used for, blanks between.</summary>
    public const string Scopes = "scopes";

    /// <summary>A session of the pages.</summary>
    public const string ViaPage = "page";

    /// <summary>An API token.</summary>
    public const string ViaApi = "api";

    /// <summary>A certificate of mutual TLS.</summary>
    public const string ViaCertificate = "certificate";

    /// <summary>Methods of a password alone.</summary>
    internal const string ByPassword = "pwd";

    /// <summary>Methods of a password and a code of the app.</summary>
    internal const string ByCode = "pwd otp mfa";

    /// <summary>Methods of a password and a recovery code.</summary>
    internal const string ByRecoveryCode = "pwd recovery mfa";

    /// <summary>Methods of a passkey with user verification.</summary>
    internal const string ByPasskey = "pop user mfa";

    /// <summary>The person or device that is signed in; null: nobody.</summary>
    public static string? PersonOf(ClaimsPrincipal principal) =>
        principal.Identity?.IsAuthenticated == true ? principal.FindFirstValue(Person) : null;

    /// <summary>Whether these methods are more than one factor.</summary>
    internal static bool IsMultiFactor(string methods) => methods.Split(' ').Contains("mfa");

    internal static ClaimsPrincipal Make(string scheme, string person, string session, string via, string methods, string? scopes = null)
    {
        List<Claim> claims = [new(Person, person), new(Session, session), new(Via, via), new(Methods, methods)];
        if (scopes is not null)
            claims.Add(new Claim(Scopes, scopes));
        return new ClaimsPrincipal(new ClaimsIdentity(claims, scheme, Person, "role"));
    }
}
