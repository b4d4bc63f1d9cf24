using System.Security.Claims;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.JSInterop;

namespace Custodia.Server.SignIn;

/// <summary>
/// An open page lives no longer than its session: each event of it looks first, and one that comes after the end is not carried
/// out but sends the reader to sign in. An event is use of the session.
/// </summary>
internal sealed class SessionCircuit(
    AuthenticationStateProvider authentication, Doorkeeper doorkeeper, Sessions sessions, NavigationManager navigation, IJSRuntime browser)
    : CircuitHandler
{
    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) =>
        async activity =>
        {
            var user = (await authentication.GetAuthenticationStateAsync()).User;
            if (doorkeeper.StandingOf(user) == Standing.SignedIn && user.FindFirst(SignInClaims.Session) is { } session
                && sessions.Touch(session.Value))
                await next(activity);
            else
                // Not awaited: the page could answer only after this event.
                _ = SignInAgain.LeaveAsync(navigation, browser);
        };
}

/// <summary>
/// Tells an open page that its reader is signed out, even where the reader does nothing: at once where the session was ended,
/// else soon after.
/// </summary>
internal sealed class SessionAuthenticationState : RevalidatingServerAuthenticationStateProvider
{
    private static readonly AuthenticationState Nobody = new(new ClaimsPrincipal(new ClaimsIdentity()));

    private readonly Doorkeeper _doorkeeper;
    private readonly Sessions _sessions;
    private readonly SignInOptions _options;
    private readonly IHostApplicationLifetime _host;

    public SessionAuthenticationState(
        ILoggerFactory logger, Doorkeeper doorkeeper, Sessions sessions, SignInOptions options, IHostApplicationLifetime host)
        : base(logger)
    {
        (_doorkeeper, _sessions, _options, _host) = (doorkeeper, sessions, options, host);
        _sessions.Ended += OnEnded;
    }

    protected override TimeSpan RevalidationInterval => _options.Revalidation;

    protected override Task<bool> ValidateAuthenticationStateAsync(
        AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        // Pages outlive the end of the server by moments, the books that know their readers do not.
        Task.FromResult(_host.ApplicationStopping.IsCancellationRequested
            || _doorkeeper.StandingOf(authenticationState.User) == Standing.SignedIn);

    protected override void Dispose(bool disposing)
    {
        _sessions.Ended -= OnEnded;
        base.Dispose(disposing);
    }

    // Only pages with a circuit have a state that is at hand; a request is over before anybody could tell it.
    private void OnEnded(string session)
    {
        try
        {
            var state = GetAuthenticationStateAsync();
            if (state.IsCompletedSuccessfully && state.Result.User.FindFirst(SignInClaims.Session)?.Value == session)
                SetAuthenticationState(Task.FromResult(Nobody));
        }
        catch (InvalidOperationException)
        {
            // It was not told yet who its reader is; it will find out that the session has ended when it asks.
        }
    }
}
