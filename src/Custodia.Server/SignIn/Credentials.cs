using Custodia.Books;

namespace Custodia.Server.SignIn;

/// <summary>Sets and takes away what people and devices sign in with. Whoever calls has made sure that they may.</summary>
public sealed class Credentials(
    SignInOptions options, SecretStore store, Sessions sessions, Doorkeeper doorkeeper, TimeProvider time)
{
    /// <summary>Recovery codes of one set.</summary>
    public const int RecoveryCodeCount = 10;

    private const int RecoveryCodeBits = 50;
    private const int EnrolmentBits = 100;

    /// <summary>How long a one-time code for a new password can be used.</summary>
    public static readonly TimeSpan EnrolmentLasts = TimeSpan.FromHours(72);

    /// <summary>What a password of this person must not consist of.</summary>
    public IEnumerable<string> NamesAround(string person, Bilingual? name = null)
    {
        var known = name ?? options.Accounts.Find(person)?.Name;
        return [person, known?.En ?? "", known?.Zh ?? "", .. options.Names()];
    }

    /// <summary>Why a password is not taken for a person; none: it is.</summary>
    public IReadOnlyList<Refusal> Check(string person, string password, Bilingual? name = null) =>
        !options.TakesSamplePassword && Hosting.SamplePeople.IsPassword(password)
            ? [PasswordRefusals.Sample.In("password")]
            : PasswordRules.Check(password, NamesAround(person, name));

    /// <summary>Sets a password. All sessions of the person end, but for one, and all tokens.</summary>
    /// <returns>The refusals; none: it is set.</returns>
    public async Task<IReadOnlyList<Refusal>> SetPassword(string person, string password, string by, string? exceptSession = null,
        Bilingual? name = null, CancellationToken cancellation = default)
    {
        var refusals = Check(person, password, name);
        if (refusals.Count > 0)
            return refusals;
        var hash = await doorkeeper.Hash(password, cancellation);
        store.Change(person, secrets => (Lockout.Clear(secrets) with
        {
            PasswordHash = hash,
            PasswordSet = time.GetUtcNow(),
            Enrolment = null,
            SecondEnrolment = null,
            Stamp = SecretStore.NewStamp(),
        }, true));
        options.Journal.PasswordChanged(person, by);
        RevokeTokens(person, by);
        EndSessions(person, by, exceptSession);
        return [];
    }

    /// <summary>Changes a password for one who knows it.</summary>
    public async Task<IReadOnlyList<Refusal>> ChangePassword(
        string person, string present, string password, string? session, string? address, CancellationToken cancellation = default)
    {
        var step = await doorkeeper.TryPassword(person, present, address, cancellation);
        return step is SignInStep.Refused refused
            ? [refused.Reason.Reason.In("present")]
            : await SetPassword(person, password, person, session, cancellation: cancellation);
    }

    /// <summary>
    /// Gives out a code that lets a person set a password, once, within three days. It is shown once. Who is guarded, and has
    /// no second factor that still stands in the way, needs the code of a second officer besides: one who gives out both
    /// codes takes the first one back.
    /// </summary>
    /// <param name="person">Whose.</param>
    /// <param name="by">Which officer.</param>
    /// <param name="isSecond">Whether it is the code of the second officer.</param>
    public string OpenEnrolment(string person, string by, bool isSecond = false)
    {
        var code = OneTimeCode.New(EnrolmentBits);
        var secret = new EnrolmentSecret(OneTimeCode.Digest(code), time.GetUtcNow() + EnrolmentLasts, by);
        store.Change(person, held => (held with
        {
            Enrolment = !isSecond ? secret : Unless(held.Enrolment, by),
            SecondEnrolment = isSecond ? secret : Unless(held.SecondEnrolment, by),
        }, true));
        options.Journal.EnrolmentOpened(person, by);
        return code;
    }

    /// <summary>Whether a password of this person is set with the codes of two officers.</summary>
    public static bool TakesTwoCodes(bool isGuarded, PersonSecrets? secrets) => isGuarded && secrets is not { HasSecondFactor: true };

    /// <summary>Sets a password with a one-time code, or with two of them one after the other.</summary>
    public async Task<IReadOnlyList<Refusal>> Enrol(
        string typedName, string code, string password, string? address, CancellationToken cancellation = default)
    {
        var account = options.Accounts.Find(Doorkeeper.NameOf(typedName)) is { IsActive: true, IsDevice: false } found ? found : null;
        if (account is null || store.Find(account.Person) is not { } secrets || !Opens(account, secrets, code))
        {
            options.Journal.SignInFailed(account?.Person, SignInFailure.OneTimeCode, address);
            return [SignInRefusals.OneTimeCode.In("code")];
        }

        return await SetPassword(account.Person, password, account.Person, cancellation: cancellation);
    }

    /// <summary>Begins to set up a code app.</summary>
    /// <returns>The key, base32; it counts from when a code of it was given.</returns>
    public string BeginCodeApp(string person) => store.Change(person, secrets =>
    {
        var key = Totp.NewKey();
        return (secrets with { NewCodeAppKey = key }, key);
    });

    /// <summary>Ends setting up a code app: the person shows that it works.</summary>
    /// <returns>New recovery codes, shown once; null: the code is wrong.</returns>
    public IReadOnlyList<string>? ConfirmCodeApp(string person, string code, string? session)
    {
        var codes = NewRecoveryCodes();
        var isRight = store.Change(person, secrets =>
            secrets.NewCodeAppKey is { } key && Totp.Match(key, code, time.GetUtcNow(), lastStep: -1) is { } step
                ? (secrets with
                {
                    CodeAppKey = key,
                    CodeAppStep = step,
                    NewCodeAppKey = null,
                    RecoveryCodes = DigestsOf(codes),
                    Stamp = SecretStore.NewStamp(),
                }, true)
                : (secrets, false));
        if (!isRight)
            return null;
        options.Journal.SecondFactorChanged(person, SecondFactorChange.AppAdded, person);
        if (session is not null)
            sessions.Strengthen(session, SignInClaims.ByCode);
        EndSessions(person, person, session);
        return codes;
    }

    /// <summary>Removes the code app; without a passkey the recovery codes go with it.</summary>
    public void RemoveCodeApp(string person)
    {
        store.Change(person, secrets => (secrets with
        {
            CodeAppKey = null,
            NewCodeAppKey = null,
            RecoveryCodes = secrets.Passkeys.Count > 0 ? secrets.RecoveryCodes : [],
            Stamp = SecretStore.NewStamp(),
        }, true));
        options.Journal.SecondFactorChanged(person, SecondFactorChange.AppRemoved, person);
    }

    /// <summary>Makes new recovery codes in place of the old ones. They are shown once.</summary>
    public IReadOnlyList<string> MakeRecoveryCodes(string person)
    {
        var codes = NewRecoveryCodes();
        store.Change(person, secrets => (secrets with { RecoveryCodes = DigestsOf(codes) }, true));
        options.Journal.SecondFactorChanged(person, SecondFactorChange.RecoveryCodesMade, person);
        return codes;
    }

    /// <summary>
    /// Takes every second factor away, for one who lost them all. What is left is the password; to one who is guarded not even
    /// that, or whoever had it set while the factor stood would be in.
    /// </summary>
    public void ResetSecondFactor(string person, string by)
    {
        var isGuarded = options.Accounts.Find(person) is { IsGuarded: true };
        store.Change(person, secrets => (secrets with
        {
            PasswordHash = isGuarded ? null : secrets.PasswordHash,
            PasswordSet = isGuarded ? null : secrets.PasswordSet,
            CodeAppKey = null,
            NewCodeAppKey = null,
            RecoveryCodes = [],
            Passkeys = [],
            Stamp = SecretStore.NewStamp(),
        }, true));
        options.Journal.SecondFactorChanged(person, SecondFactorChange.Reset, by);
        RevokeTokens(person, by);
        EndSessions(person, by);
    }

    /// <summary>Removes a passkey.</summary>
    public void RemovePasskey(string person, string passkey, string by)
    {
        var isThere = store.Change(person, secrets => secrets.Passkeys.Any(held => held.Id == passkey)
            ? (secrets with { Passkeys = [.. secrets.Passkeys.Where(held => held.Id != passkey)], Stamp = SecretStore.NewStamp() }, true)
            : (secrets, false));
        if (isThere)
            options.Journal.PasskeyRemoved(person, passkey, by);
    }

    /// <summary>Lets a device sign in with a certificate, known by its SHA-256 (hexadecimal, colons allowed).</summary>
    public IReadOnlyList<Refusal> AddCertificate(string person, string thumbprint, string name, string by)
    {
        var digits = thumbprint.Replace(":", "", StringComparison.Ordinal).Trim().ToLowerInvariant();
        if (digits.Length != 64 || !digits.All(char.IsAsciiHexDigitLower) || store.FindByKey(SecretStore.CertificateKey(digits)) is not null)
            return [SignInRefusals.CertificateTaken.In("thumbprint", "SHA-256", thumbprint.Length <= 128 ? thumbprint : null)];
        store.Change(person, secrets =>
            (secrets with { Certificates = [.. secrets.Certificates, new(digits, name, time.GetUtcNow())] }, true));
        options.Journal.CertificateChanged(person, digits, isAdded: true, by);
        return [];
    }

    /// <summary>Takes a certificate away.</summary>
    public void RemoveCertificate(string person, string thumbprint, string by)
    {
        var isThere = store.Change(person, secrets => secrets.Certificates.Any(held => held.Thumbprint == thumbprint)
            ? (secrets with { Certificates = [.. secrets.Certificates.Where(held => held.Thumbprint != thumbprint)] }, true)
            : (secrets, false));
        if (isThere)
            options.Journal.CertificateChanged(person, thumbprint, isAdded: false, by);
    }

    /// <summary>Ends one session.</summary>
    /// <returns>Whether it was one of this person.</returns>
    public bool EndSession(string person, string session, string by)
    {
        if (sessions.Find(session)?.Person != person || sessions.End(session) is null)
            return false;
        options.Journal.SessionRevoked(person, session, by);
        return true;
    }

    /// <summary>Ends the sessions of a person, but for one.</summary>
    public int EndSessions(string person, string by, string? except = null)
    {
        var ended = sessions.EndAll(person, except);
        foreach (var session in ended)
            options.Journal.SessionRevoked(person, session.Id, by);
        return ended.Count;
    }

    /// <summary>Takes away all that a person or device signs in with, and ends the sessions: for one who has left.</summary>
    public void Forget(string person, string by)
    {
        store.Forget(person);
        EndSessions(person, by);
    }

    // What somebody had made who had the password or the factor before does not outlast it.
    private void RevokeTokens(string person, string by)
    {
        var revoked = store.Change(person, held => (held.Tokens.Count > 0 ? held with { Tokens = [] } : held, held.Tokens));
        foreach (var token in revoked)
            options.Journal.TokenRevoked(person, token.Id, by);
    }

    private bool Opens(Account account, PersonSecrets secrets, string code)
    {
        var now = time.GetUtcNow();
        if (!TakesTwoCodes(account.IsGuarded, secrets))
            return secrets.Enrolment?.Opens(code, now) == true;
        var (one, other) = OneTimeCode.Halves(code);
        return secrets is { Enrolment: { } first, SecondEnrolment: { } second }
            && ((first.Opens(one, now) && second.Opens(other, now)) || (first.Opens(other, now) && second.Opens(one, now)));
    }

    private static EnrolmentSecret? Unless(EnrolmentSecret? given, string by) => given?.By == by ? null : given;

    private static List<string> NewRecoveryCodes() =>
        [.. Enumerable.Range(0, RecoveryCodeCount).Select(_ => OneTimeCode.New(RecoveryCodeBits))];

    private static List<string> DigestsOf(IEnumerable<string> codes) => [.. codes.Select(OneTimeCode.Digest)];
}
