using Custodia.Books;
using Custodia.Books.Access;
using Custodia.People;
using Custodia.People.Facts;
using Custodia.Server.Reading;
using Custodia.Server.SignIn;

namespace Custodia.Server.Access;

/// <summary>
/// Looks after what others sign in with. Every act passes the gate: the right to manage people must hold over the
/// organisation, nobody looks after their own sign-in here, and what opens a way in asks for a recent sign-in.
/// </summary>
/// <remarks>
/// Nobody alone opens a way in as somebody who is guarded (<see cref="HolderStanding.IsGuarded"/>). Where no second factor
/// stands in the way, a password takes two codes: of who manages people and of who approves appointments, never of one
/// person. Resetting the second factor is for who approves, and takes the password with it.
/// </remarks>
/// <param name="desk">Who acts.</param>
/// <param name="credentials">Sets and takes away what people sign in with.</param>
/// <param name="tokens">The tokens.</param>
/// <param name="store">What is kept of them.</param>
/// <param name="sessions">The sessions.</param>
/// <param name="time">The clock by which roles hold.</param>
public sealed class SignInDesk(
    Desk desk, Credentials credentials, ApiTokens tokens, SecretStore store, Sessions sessions, TimeProvider time)
{
    private const string What = "people/sign-in";

    /// <summary>What one must hold to reset the second factor of somebody.</summary>
    public static string ResetPermission(bool isGuarded) => isGuarded ? PeoplePermissions.Approve : PeoplePermissions.Manage;

    /// <summary>How somebody signs in; no secret is in it.</summary>
    public Answer<SignInState> Look(string person) =>
        Act<SignInState>(person, opens: false, (_, standing) =>
            State(standing), desk.May(PeoplePermissions.Manage) ? null : PeoplePermissions.Approve);

    /// <summary>Gives out a code with which a person sets a password, once.</summary>
    public Answer<string> OpenEnrolment(string person) => Act<string>(person, opens: true, (by, standing) =>
        standing.Holder.Kind == HolderKind.Person ? credentials.OpenEnrolment(person, by) : NotForThis(standing));

    /// <summary>Gives out the code of the second officer, for a person who is guarded.</summary>
    public Answer<string> ConfirmEnrolment(string person) => Act<string>(person, opens: true, (by, standing) =>
        standing.Holder.Kind == HolderKind.Person
            ? credentials.OpenEnrolment(person, by, isSecond: true)
            : NotForThis(standing), PeoplePermissions.Approve);

    /// <summary>Takes every second factor away, for one who lost them all.</summary>
    public Answer<SignInState> ResetSecondFactor(string person) => Act<SignInState>(person, opens: true, (by, standing) =>
    {
        credentials.ResetSecondFactor(person, by);
        return State(standing);
    }, ResetPermission(Standing(person)?.IsGuarded ?? true));

    /// <summary>Ends all sessions.</summary>
    public Answer<SignInState> EndSessions(string person) => Act<SignInState>(person, opens: false, (by, standing) =>
    {
        credentials.EndSessions(person, by);
        return State(standing);
    });

    /// <summary>Makes a token for a device; it is shown once.</summary>
    public Answer<NewToken> MakeToken(string person, string name, IReadOnlyList<string> scopes, int days) =>
        Act<NewToken>(person, opens: true, (by, standing) => standing.Holder.Kind == HolderKind.Device
            ? tokens.Make(person, name, scopes, TimeSpan.FromDays(days), by)
            : NotForThis(standing));

    /// <summary>Revokes a token.</summary>
    public Answer<SignInState> RevokeToken(string person, string token) => Act<SignInState>(person, opens: false, (by, standing) =>
    {
        tokens.Revoke(person, token, by);
        return State(standing);
    });

    /// <summary>Lets a device sign in with a certificate, known by its SHA-256.</summary>
    public Answer<SignInState> AddCertificate(string person, string thumbprint, string name) =>
        Act<SignInState>(person, opens: true, (by, standing) =>
    {
        if (standing.Holder.Kind != HolderKind.Device)
            return NotForThis(standing);
        var refusals = credentials.AddCertificate(person, thumbprint, name, by);
        return refusals.Count > 0 ? Answer<SignInState>.Refuse(refusals) : State(standing);
    });

    /// <summary>Takes a certificate away.</summary>
    public Answer<SignInState> RemoveCertificate(string person, string thumbprint) => Act<SignInState>(person, opens: false, (by, standing) =>
    {
        credentials.RemoveCertificate(person, thumbprint, by);
        return State(standing);
    });

    private static Refusal NotForThis(HolderStanding standing) =>
        SignInRefusals.NotForThis.In("holder", found: standing.Holder.Kind.ToString());

    private HolderStanding? Standing(string person) => Node.Ask<PeopleBook, HolderStanding?>(
        desk.Folder.People, book => HolderStanding.Of(book, person, time.GetUtcNow())).Value;

    private SignInState State(HolderStanding standing)
    {
        var id = standing.Holder.Id;
        var secrets = store.Find(id);
        return new SignInState(standing.NeedsSecondFactor, standing.IsGuarded, Credentials.TakesTwoCodes(standing.IsGuarded, secrets),
            secrets?.PasswordHash is not null, secrets?.Enrolment?.Expires, secrets?.SecondEnrolment?.Expires,
            secrets?.CodeAppKey is not null, secrets?.Passkeys.Count ?? 0, sessions.Of(id), secrets?.Tokens ?? [],
            secrets?.Certificates ?? []);
    }

    private Answer<T> Act<T>(string person, bool opens, Func<string, HolderStanding, Answer<T>> act, string? permission = null) =>
        desk.Read<T>(permission ?? PeoplePermissions.Manage, What, reader =>
        {
            var (caller, standing) = (reader.Caller, Standing(person));
            var place = standing is null ? Places.State : Places.Of("organisation", standing.Holder.Organisation);
            if (standing is null || !reader.Covers(place))
                return PeopleRefusals.HolderUnknown.In("holder", found: person);
            if (person == caller.Name)
                return SignInRefusals.OwnAccount.In("holder", found: person);
            return opens && !(sessions.Find(caller.Session) is { } session && sessions.IsFresh(session))
                ? SignInRefusals.NotFresh.At(default)
                : act(caller.Name, standing);
        });
}

/// <summary>How somebody signs in.</summary>
/// <param name="NeedsSecondFactor">Whether a role held today asks for a second factor.</param>
/// <param name="IsGuarded">Whether nobody alone may open a way in as them.</param>
/// <param name="TakesTwoCodes">Whether setting a password takes the codes of two officers.</param>
/// <param name="HasPassword">Whether a password was set.</param>
/// <param name="EnrolmentExpires">Until when a one-time code can be used, where one was given out.</param>
/// <param name="ConfirmationExpires">The same for the code of the second officer.</param>
/// <param name="HasCodeApp">Whether a code app is set up.</param>
/// <param name="Passkeys">How many passkeys there are.</param>
/// <param name="Sessions">The sessions that go on.</param>
/// <param name="Tokens">The tokens, of their secrets only the digests.</param>
/// <param name="Certificates">The client certificates.</param>
public sealed record SignInState(bool NeedsSecondFactor, bool IsGuarded, bool TakesTwoCodes, bool HasPassword,
    DateTimeOffset? EnrolmentExpires, DateTimeOffset? ConfirmationExpires, bool HasCodeApp, int Passkeys,
    IReadOnlyList<Session> Sessions, IReadOnlyList<TokenSecret> Tokens, IReadOnlyList<CertificateSecret> Certificates);
