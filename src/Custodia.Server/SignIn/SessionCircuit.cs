using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Custodia.Server.SignIn;

/// <summary>
/// An open page lives no longer than its session: each event of it looks first, and one that comes after the end is not carried
/// out but sends the reader to sign in. An event is use of the session.
/// </summary>
internal sealed class SessionCircuit(
    AuthenticationStateProvider authentication, Doorkeeper doorkeeper, Sessions sessions, NavigationManager navigation) : CircuitHandler
{
    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) =>
        async activity =>
        {
            var user = (await authentication.GetAuthenticationStateAsync()).User;
            if (SignInClaims.PersonOf(user) is null)
            {
                await next(activity);
                return;
            }

            if (doorkeeper.StandingOf(user) == Standing.SignedIn && user.FindFirst(SignInClaims.Session) is { } session
                && sessions.Touch(session.Value))
                await next(activity);
            else
                navigation.NavigateTo("/sign-in?return=" + Uri.EscapeDataString(new Uri(navigation.Uri).PathAndQuery), forceLoad: true);
        };
}

/// <summary>Tells an open page that its reader is signed out, soon after it is so, even where the reader does nothing.</summary>
internal sealed class SessionAuthenticationState(ILoggerFactory logger, Doorkeeper doorkeeper, SignInOptions options)
    : RevalidatingServerAuthenticationStateProvider(logger)
{
    protected override TimeSpan RevalidationInterval => options.Revalidation;

    protected override Task<bool> ValidateAuthenticationStateAsync(
        AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        Task.FromResult(doorkeeper.StandingOf(authenticationState.User) == Standing.SignedIn);
}
