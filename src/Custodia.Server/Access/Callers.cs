using System.Security.Claims;
using Custodia.Books.Access;
using Custodia.Server.SignIn;
using Microsoft.AspNetCore.Components.Authorization;

namespace Custodia.Server.Access;

/// <summary>The caller that the claims of whoever signed in mean.</summary>
public static class Callers
{
    /// <summary>The caller of a principal; null where nobody was authenticated.</summary>
    public static Caller? Of(ClaimsPrincipal principal)
    {
        ArgumentNullException.ThrowIfNull(principal);
        if (SignInClaims.PersonOf(principal) is not { Length: > 0 } name
            || principal.FindFirstValue(SignInClaims.Session) is not { Length: > 0 } session
            || ViaOf(principal.FindFirstValue(SignInClaims.Via)) is not { } via)
            return null;
        var scopes = principal.FindFirstValue(SignInClaims.Scopes)?.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Caller.Authenticated(name, via, session, scopes is null ? null : Permissions.OfScopes(scopes));
    }

    private static CallerVia? ViaOf(string? via) => via switch
    {
        SignInClaims.ViaPage => CallerVia.Page,
        SignInClaims.ViaApi => CallerVia.Api,
        SignInClaims.ViaCertificate => CallerVia.Certificate,
        _ => null,
    };
}

/// <summary>Who asks on the page or request that is being served.</summary>
public sealed class CallerSource(AuthenticationStateProvider circuit, IHttpContextAccessor requests)
{
    /// <summary>The caller; null where nobody is signed in.</summary>
    public Caller? Current
    {
        get
        {
            // A circuit has its principal from the request that opened it; the state is there as soon as the circuit is.
            var user = requests.HttpContext is { WebSockets.IsWebSocketRequest: false } context
                ? context.User
                : circuit.GetAuthenticationStateAsync().GetAwaiter().GetResult().User;
            return Callers.Of(user);
        }
    }
}
