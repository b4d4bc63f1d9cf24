using System.Text.Json.Serialization;

namespace Custodia.Server.SignIn;

/// <summary>
/// All that one person or device signs in with. Nothing in it can be used as it stands but <see cref="CodeAppKey"/>:
/// passwords, codes and tokens are kept as hashes, passkeys as public keys.
/// </summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PersonSecrets
{
    /// <summary>Whose they are; must be what the name of the file says.</summary>
    public required string Person { get; init; }

    /// <summary>Changes with each change of how one signs in: what was begun with an older one is void.</summary>
    public required string Stamp { get; init; }

    /// <summary>Hash of the password (PBKDF2 with HMAC-SHA-512); null: none was set.</summary>
    public string? PasswordHash { get; init; }

    /// <summary>When the password was set.</summary>
    public DateTimeOffset? PasswordSet { get; init; }

    /// <summary>Failed attempts since the last sign-in.</summary>
    public int Failures { get; init; }

    /// <summary>When the last attempt failed.</summary>
    public DateTimeOffset? LastFailure { get; init; }

    /// <summary>Until when passwords and codes are not looked at.</summary>
    public DateTimeOffset? LockedUntil { get; init; }

    /// <summary>Key shared with the code app, base32 (RFC 6238); null: none.</summary>
    public string? CodeAppKey { get; init; }

    /// <summary>Key that is being set up, until a code of it was given.</summary>
    public string? NewCodeAppKey { get; init; }

    /// <summary>Time step of the last code taken: this and earlier ones are not taken again.</summary>
    public long CodeAppStep { get; init; } = -1;

    /// <summary>SHA-256 of each recovery code that is left.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; init; } = [];

    /// <summary>Passkeys, public part.</summary>
    public IReadOnlyList<PasskeySecret> Passkeys { get; init; } = [];

    /// <summary>API tokens.</summary>
    public IReadOnlyList<TokenSecret> Tokens { get; init; } = [];

    /// <summary>Certificates of mutual TLS.</summary>
    public IReadOnlyList<CertificateSecret> Certificates { get; init; } = [];

    /// <summary>The one-time code that lets the person set a password.</summary>
    public EnrolmentSecret? Enrolment { get; init; }

    /// <summary>The code beside it, of another officer, for one who is guarded.</summary>
    public EnrolmentSecret? SecondEnrolment { get; init; }

    /// <summary>Whether the person has a second factor, or a passkey, which is both.</summary>
    [JsonIgnore]
    public bool HasSecondFactor => CodeAppKey is not null || Passkeys.Count > 0;

    /// <summary>Whether there is anything to sign in to the pages with.</summary>
    [JsonIgnore]
    public bool CanSignIn => PasswordHash is not null || Passkeys.Count > 0;
}

/// <summary>A passkey: what the WebAuthn standard calls a credential record (§4).</summary>
/// <param name="Id">Credential id, base64url.</param>
/// <param name="Name">The person's name for it.</param>
/// <param name="PublicKey">COSE key, base64.</param>
/// <param name="Made">When it was added.</param>
/// <param name="SignCount">The authenticator's counter.</param>
/// <param name="Transports">How the authenticator is reached.</param>
/// <param name="IsBackupEligible">Whether it may be copied by its provider.</param>
/// <param name="IsBackedUp">Whether it was.</param>
/// <param name="Attestation">Attestation object, base64.</param>
/// <param name="ClientData">Client data of the registration, base64.</param>
public sealed record PasskeySecret(string Id, string Name, string PublicKey, DateTimeOffset Made, uint SignCount,
    IReadOnlyList<string> Transports, bool IsBackupEligible, bool IsBackedUp, string Attestation, string ClientData);

/// <summary>An API token.</summary>
/// <param name="Id">Its public part, 16 hexadecimal digits.</param>
/// <param name="Name">What it is for.</param>
/// <param name="Digest">SHA-256 of the secret part, hexadecimal.</param>
/// <param name="Scopes">What it may be used for.</param>
/// <param name="Made">When it was made.</param>
/// <param name="Expires">When it ends.</param>
/// <param name="LastUsed">The last day of its use.</param>
/// <param name="IsMultiFactor">Whether whoever had it made had shown a second factor, or a passkey.</param>
public sealed record TokenSecret(string Id, string Name, string Digest, IReadOnlyList<string> Scopes, DateTimeOffset Made,
    DateTimeOffset Expires, DateOnly? LastUsed = null, bool IsMultiFactor = false);

/// <summary>A certificate that a device signs in with.</summary>
/// <param name="Thumbprint">SHA-256 of the certificate, lower-case hexadecimal.</param>
/// <param name="Name">What it is for.</param>
/// <param name="Added">When it was added.</param>
public sealed record CertificateSecret(string Thumbprint, string Name, DateTimeOffset Added);

/// <summary>A one-time code given out by an officer.</summary>
/// <param name="Digest">SHA-256 of the code, hexadecimal.</param>
/// <param name="Expires">When it ends.</param>
/// <param name="By">Who gave it out.</param>
public sealed record EnrolmentSecret(string Digest, DateTimeOffset Expires, string? By = null)
{
    /// <summary>Whether that is the code, in time.</summary>
    internal bool Opens(string code, DateTimeOffset now) => now < Expires && OneTimeCode.IsSame(Digest, OneTimeCode.Digest(code));
}
