using System.Security.Claims;
using Custodia.Books.Access;
using Microsoft.AspNetCore.Components.Authorization;

namespace Custodia.Server.Access;

/// <summary>The claims that signing in makes, and the caller that they mean.</summary>
public static class Callers
{
    /// <summary>Id of the person or device.</summary>
    public const string Subject = "sub";

    /// <summary>Id of the session or token.</summary>
    public const string Session = "sid";

    /// <summary>How the caller came in: <c>page</c>, <c>api</c> or <c>certificate</c>.</summary>
    public const string Via = "via";

    /// <summary>The only permissions of a session, parted by blanks; absent: all of the holder's.</summary>
    public const string Scopes = "scopes";

    /// <summary>The caller of a principal; null where nobody was authenticated.</summary>
    public static Caller? Of(ClaimsPrincipal principal)
    {
        ArgumentNullException.ThrowIfNull(principal);
        if (principal.Identity is not { IsAuthenticated: true }
            || principal.FindFirstValue(Subject) is not { Length: > 0 } name
            || principal.FindFirstValue(Session) is not { Length: > 0 } session
            || !Enum.TryParse<CallerVia>(principal.FindFirstValue(Via), ignoreCase: true, out var via) || via == CallerVia.House)
            return null;
        var only = principal.FindFirstValue(Scopes)?.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .ToHashSet(StringComparer.Ordinal);
        return Caller.Authenticated(name, via, session, only);
    }
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
