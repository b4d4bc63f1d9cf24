using Custodia.Books;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Custodia.Server.SignIn;

/// <summary>What the pages do about signing in: cookies and return addresses around <see cref="Doorkeeper"/>.</summary>
internal sealed class PageSignIn(
    SignInOptions options, Doorkeeper doorkeeper, Sessions sessions, PendingSignIns pending, SignInLimits limits)
{
    /// <summary>Tries name and password.</summary>
    /// <returns>The address to go on to, or the refusal.</returns>
    public async Task<Answer<string>> TryPassword(HttpContext context, string name, string password, string? returnTo)
    {
        if (!limits.Take(context.Connection.RemoteIpAddress, name))
            return TooMany(context);
        var target = LocalOr(returnTo, "/");
        switch (await doorkeeper.TryPassword(name, password, AddressOf(context), context.RequestAborted))
        {
            case SignInStep.Done done:
                return Enter(context, done, target);
            case SignInStep.CodeNeeded needed:
                SessionCookie.WriteSecond(context, pending.Add(needed.Account.Person, needed.Stamp, target));
                return "/sign-in/second";
            case SignInStep.Refused refused:
                return refused.Reason;
            case var other:
                throw new InvalidOperationException($"A step of no known sort: {other}.");
        }
    }

    /// <summary>Who owes the second factor; null: nobody.</summary>
    public PendingSignIns.Pending? Pending(HttpContext context) => pending.Find(SessionCookie.ReadSecond(context));

    /// <summary>Tries a code of the second step.</summary>
    public Answer<string> TryCode(HttpContext context, string code)
    {
        if (Pending(context) is not { } half)
            return SignInRefusals.Expired.At(default);
        if (!limits.Take(context.Connection.RemoteIpAddress, half.Person))
            return TooMany(context);
        var step = doorkeeper.TryCode(half.Person, half.Stamp, code, AddressOf(context));
        return step is SignInStep.Done done ? Enter(context, done, half.ReturnTo) : ((SignInStep.Refused)step).Reason;
    }

    /// <summary>Begins the session of one who is let in; one that the browser had before ends.</summary>
    public string Enter(HttpContext context, SignInStep.Done done, string target)
    {
        if (SessionCookie.Read(context) is { } old && sessions.Resume(old) is { } before)
            sessions.End(before.Id, isLeaving: true);
        if (SessionCookie.ReadSecond(context) is { } second)
        {
            pending.Remove(second);
            SessionCookie.DeleteSecond(context);
        }

        var person = done.Account.Person;
        var (session, key) = sessions.Begin(person, done.Methods, AddressOf(context), context.Request.Headers.UserAgent);
        SessionCookie.Write(context, key);
        options.Journal.SignedIn(person, session.Id, done.Methods, AddressOf(context));
        return done.Account.NeedsSecondFactor && !SignInClaims.IsMultiFactor(done.Methods) ? SecondFactorGate.Page : target;
    }

    /// <summary>Ends the browser's session.</summary>
    public void Leave(HttpContext context)
    {
        if (SessionCookie.Read(context) is { } key && sessions.Resume(key) is { } session && sessions.End(session.Id, isLeaving: true) is not null)
            options.Journal.SignedOut(session.Person, session.Id);
        SessionCookie.Delete(context);
    }

    /// <summary>The address where it is a path on this server, else the other one.</summary>
    public static string LocalOr(string? address, string other) =>
        address is not null && RedirectHttpResult.IsLocalUrl(address) && !address.StartsWith("/sign-", StringComparison.Ordinal)
            ? address
            : other;

    public static string? AddressOf(HttpContext context) => context.Connection.RemoteIpAddress?.ToString();

    private Refusal TooMany(HttpContext context)
    {
        options.Journal.SignInFailed(null, SignInFailure.TooMany, AddressOf(context));
        return SignInRefusals.TooMany.At(default);
    }
}
