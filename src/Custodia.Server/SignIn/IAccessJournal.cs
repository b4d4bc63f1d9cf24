namespace Custodia.Server.SignIn;

/// <summary>
/// Told of everything that concerns signing in, never of a secret. Each method returns at once and does not throw; what
/// comes too often may be summed up, so that an attacker cannot fill the disk. Safe on any thread.
/// </summary>
public interface IAccessJournal
{
    /// <summary>Somebody signed in on the pages, or for a token by the API.</summary>
    void SignedIn(string person, string session, string methods, string? address);

    /// <summary>
    /// An attempt failed. The person is null where there is none of the given name: what was typed may be a password.
    /// </summary>
    void SignInFailed(string? person, SignInFailure failure, string? address);

    /// <summary>After too many failures, passwords and codes of this person are not looked at for a while.</summary>
    void LockedOut(string person, DateTimeOffset until, string? address);

    /// <summary>Somebody ended their own session.</summary>
    void SignedOut(string person, string session);

    /// <summary>A session was ended from elsewhere.</summary>
    void SessionRevoked(string person, string session, string by);

    /// <summary>A code app was set up or removed, recovery codes were made, or one was used.</summary>
    void SecondFactorChanged(string person, SecondFactorChange change, string by);

    /// <summary>A password was set.</summary>
    void PasswordChanged(string person, string by);

    /// <summary>A one-time code that lets a person set a password was given out.</summary>
    void EnrolmentOpened(string person, string by);

    /// <summary>An API token was made.</summary>
    void TokenMade(string person, string token, string name, DateTimeOffset expires, string by);

    /// <summary>An API token was revoked.</summary>
    void TokenRevoked(string person, string token, string by);

    /// <summary>A passkey was added.</summary>
    void PasskeyAdded(string person, string passkey, string name);

    /// <summary>A passkey was removed.</summary>
    void PasskeyRemoved(string person, string passkey, string by);

    /// <summary>A certificate to sign in with was added or removed.</summary>
    void CertificateChanged(string person, string thumbprint, bool isAdded, string by);
}

/// <summary>Why an attempt to sign in failed.</summary>
public enum SignInFailure
{
    /// <summary>No such person, no active one, or no password.</summary>
    Unknown,

    /// <summary>The password is wrong.</summary>
    Password,

    /// <summary>The code is wrong, or was used before.</summary>
    Code,

    /// <summary>It came while the person was locked out.</summary>
    Locked,

    /// <summary>The passkey did not verify.</summary>
    Passkey,

    /// <summary>The token is unknown, revoked or expired.</summary>
    Token,

    /// <summary>The certificate is unknown or expired.</summary>
    Certificate,

    /// <summary>The one-time code of the first run or of an enrolment is wrong or expired.</summary>
    OneTimeCode,

    /// <summary>Too many attempts came from one address or for one name.</summary>
    TooMany,
}

/// <summary>What became of a second factor.</summary>
public enum SecondFactorChange
{
    /// <summary>A code app was set up.</summary>
    AppAdded,

    /// <summary>The code app was removed.</summary>
    AppRemoved,

    /// <summary>New recovery codes took the place of the old ones.</summary>
    RecoveryCodesMade,

    /// <summary>A recovery code was used.</summary>
    RecoveryCodeUsed,

    /// <summary>An administrator took the code app, the recovery codes and the passkeys away.</summary>
    Reset,
}
