using Custodia.Server.SignIn;
using Microsoft.AspNetCore.Components;

namespace Custodia.Server.Pages.SignIn;

/// <summary>A part of the page of one's own account. Whoever gets here is signed in: the gate before the pages saw to it.</summary>
public abstract class AccountBase : PlainPage
{
    [Inject]
    internal SecretStore Store { get; set; } = null!;

    [Inject]
    internal Sessions Sessions { get; set; } = null!;

    [Inject]
    internal Credentials Credentials { get; set; } = null!;

    /// <summary>Whose account.</summary>
    protected string Person => SignInClaims.PersonOf(Context.User)!;

    /// <summary>The session of this browser.</summary>
    protected string SessionId => Context.User.FindFirst(SignInClaims.Session)!.Value;

    /// <summary>What the person signs in with.</summary>
    protected PersonSecrets Secrets => Store.Find(Person) ?? new PersonSecrets { Person = Person, Stamp = "" };

    /// <summary>Whether the sign-in is recent enough to change how one signs in; says so where it is not.</summary>
    protected bool IsFresh()
    {
        if (Sessions.Find(SessionId) is { } session && Sessions.IsFresh(session))
            return true;
        Refusals = [SignInRefusals.NotFresh.At(default)];
        return false;
    }

    /// <summary>A moment, for people: UTC, to the minute.</summary>
    protected static string Moment(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", System.Globalization.CultureInfo.InvariantCulture);
}
