using System.Security.Claims;
using Custodia.Books;
using Custodia.Books.Access;
using Custodia.Server.Access;
using Microsoft.AspNetCore.Identity;

namespace Custodia.Server.SignIn;

/// <summary>How far an attempt to sign in came. A closed family.</summary>
public abstract record SignInStep
{
    private SignInStep()
    {
    }

    /// <summary>Not let in.</summary>
    public sealed record Refused(Refusal Reason) : SignInStep;

    /// <summary>The password is right; a second factor is needed.</summary>
    /// <param name="Account">Who.</param>
    /// <param name="Stamp">What the person signs in with now.</param>
    public sealed record CodeNeeded(Account Account, string Stamp) : SignInStep;

    /// <summary>Let in.</summary>
    /// <param name="Account">Who.</param>
    /// <param name="Methods">With what, as in <see cref="SignInClaims.Methods"/>.</param>
    public sealed record Done(Account Account, string Methods) : SignInStep;
}

/// <summary>What somebody may do by how they signed in; what they may do by their roles comes after.</summary>
public enum Standing
{
    /// <summary>Nobody is signed in, or the session, token, certificate or account has ended.</summary>
    SignedOut,

    /// <summary>Only set up a second factor.</summary>
    MustSetSecondFactor,

    /// <summary>All that the roles allow.</summary>
    SignedIn,
}

/// <summary>
/// Checks passwords and codes. An unknown name costs the same work, and has the same answer, as a wrong password. Each attempt
/// is counted, durably, before it is looked at: many at the same time have no more tries than one after the other.
/// </summary>
public sealed class Doorkeeper : IDisposable
{
    private const int MaxNameLength = 128;

    // Each password is a tenth of a second of a processor: half of them are left to those who are inside.
    private readonly SemaphoreSlim _hashing = new(Math.Max(1, Environment.ProcessorCount / 2));
    private readonly SignInOptions _options;
    private readonly SecretStore _store;
    private readonly Sessions _sessions;
    private readonly IPasswordHasher<PersonSecrets> _hasher;
    private readonly TimeProvider _time;
    private readonly Lazy<string> _nobodysHash;

    /// <summary>A doorkeeper over the secrets of an installation.</summary>
    public Doorkeeper(
        SignInOptions options, SecretStore store, Sessions sessions, IPasswordHasher<PersonSecrets> hasher, TimeProvider time)
    {
        (_options, _store, _sessions, _hasher, _time) = (options, store, sessions, hasher, time);
        var nobody = new PersonSecrets { Person = SecretStore.Decoy, Stamp = "" };
        _nobodysHash = new Lazy<string>(() => hasher.HashPassword(nobody, SecretStore.NewStamp()));
    }

    /// <summary>The name as the accounts have it: what a person types, without blanks around it.</summary>
    public static string NameOf(string typed) =>
        typed.Length > MaxNameLength ? "" : PasswordRules.Normal(typed.Trim())?.ToLowerInvariant() ?? "";

    /// <summary>Tries a name and a password.</summary>
    public async Task<SignInStep> TryPassword(string name, string password, string? address, CancellationToken cancellation = default)
    {
        // It is said in so many words, since the password is no secret: somebody took one folder for the other.
        if (!_options.TakesSamplePassword && Hosting.SamplePeople.IsPassword(password))
            return Fail(SignInRefusals.SampleOnly, null, SignInFailure.Password, address);
        var now = _time.GetUtcNow();
        var account = _options.Accounts.Find(NameOf(name)) is { IsActive: true, IsDevice: false } found ? found : null;
        var secrets = account is null ? null : _store.Find(account.Person);
        var subject = secrets?.PasswordHash is null ? SecretStore.Decoy : secrets.Person;
        var (before, counted) = _store.Change(subject, held =>
        {
            var after = subject == SecretStore.Decoy ? held with { LastFailure = now } : Lockout.Fail(held, now);
            return (after, (held, after));
        });

        var verified = await Verify(secrets?.PasswordHash ?? _nobodysHash.Value, password, cancellation);
        if (account is null || secrets?.PasswordHash is null)
            return Fail(SignInRefusals.Failed, account?.Person, SignInFailure.Unknown, address);
        if (Lockout.IsLocked(before, now))
            return Fail(SignInRefusals.Failed, account.Person, SignInFailure.Locked, address);
        if (verified == PasswordVerificationResult.Failed)
        {
            if (counted.LockedUntil is { } until)
                _options.Journal.LockedOut(account.Person, until, address);
            return Fail(SignInRefusals.Failed, account.Person, SignInFailure.Password, address);
        }

        if (verified == PasswordVerificationResult.SuccessRehashNeeded)
            await Rehash(secrets, password, cancellation);
        if (!secrets.HasSecondFactor)
        {
            _store.Change(account.Person, held => (Lockout.Clear(held), true));
            return new SignInStep.Done(account, SignInClaims.ByPassword);
        }

        // Half of the way: the attempt was no failure, and the failures before it still count.
        _store.Change(account.Person, held => (held with
        {
            Failures = Math.Max(0, held.Failures - 1),
            LockedUntil = held.LockedUntil == counted.LockedUntil ? before.LockedUntil : held.LockedUntil,
        }, true));
        return new SignInStep.CodeNeeded(account, secrets.Stamp);
    }

    /// <summary>Tries a code of the app, or a recovery code, after the password.</summary>
    /// <param name="person">Whose password was right.</param>
    /// <param name="stamp">The stamp of then: a change since makes it void.</param>
    /// <param name="code">As it was typed.</param>
    /// <param name="address">From where.</param>
    public SignInStep TryCode(string person, string stamp, string code, string? address)
    {
        if (_options.Accounts.Find(person) is not { IsActive: true, IsDevice: false } account)
            return Fail(SignInRefusals.CodeFailed, person, SignInFailure.Unknown, address);
        var now = _time.GetUtcNow();
        var (outcome, until) = _store.Change(person, secrets => TakeCode(secrets, stamp, code, now));
        switch (outcome)
        {
            case CodeOutcome.App:
                return new SignInStep.Done(account, SignInClaims.ByCode);
            case CodeOutcome.Recovery:
                _options.Journal.SecondFactorChanged(person, SecondFactorChange.RecoveryCodeUsed, person);
                return new SignInStep.Done(account, SignInClaims.ByRecoveryCode);
            case CodeOutcome.Expired:
                return new SignInStep.Refused(SignInRefusals.Expired.At(default));
            case CodeOutcome.Locked:
                return Fail(SignInRefusals.CodeFailed, person, SignInFailure.Locked, address);
            default:
                if (until is { } end)
                    _options.Journal.LockedOut(person, end, address);
                return Fail(SignInRefusals.CodeFailed, person, SignInFailure.Code, address);
        }
    }

    /// <summary>What somebody may do by how they signed in: asked before every answer.</summary>
    public Standing StandingOf(ClaimsPrincipal principal) => Callers.Of(principal) is { } caller
        ? StandingOf(caller)
        : Standing.SignedOut;

    /// <summary>How a caller stands now: asked by the gate at each question.</summary>
    public Standing StandingOf(Caller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var (person, id) = (caller.Name, caller.Session);
        if (_options.Accounts.Find(person) is not { IsActive: true } account)
            return Standing.SignedOut;
        var now = _time.GetUtcNow();
        switch (caller.Via)
        {
            case CallerVia.Page when _sessions.Find(id) is { } session && session.Person == person:
                return account.NeedsSecondFactor && !SignInClaims.IsMultiFactor(session.Methods)
                    ? Standing.MustSetSecondFactor
                    : Standing.SignedIn;
            case CallerVia.Api when _store.FindByKey(SecretStore.TokenKey(id)) is { } held && held.Person == person
                && held.Tokens.FirstOrDefault(token => token.Id == id && token.Expires > now) is { } token:
                return account.Takes(token) ? Standing.SignedIn : Standing.MustSetSecondFactor;
            case CallerVia.Certificate when _store.FindByKey(SecretStore.CertificateKey(id))?.Person == person:
                return Standing.SignedIn;
            default:
                return Standing.SignedOut;
        }
    }

    /// <summary>Hashes a password for the store.</summary>
    internal async Task<string> Hash(string password, CancellationToken cancellation)
    {
        var normal = PasswordRules.Normal(password) ?? throw new ArgumentException("The password was not checked.", nameof(password));
        await _hashing.WaitAsync(cancellation);
        try
        {
            return _hasher.HashPassword(null!, normal);
        }
        finally
        {
            _hashing.Release();
        }
    }

    /// <summary>Checks a password against a hash.</summary>
    internal async Task<PasswordVerificationResult> Verify(string hash, string password, CancellationToken cancellation)
    {
        // What is no text is nobody's password; the work is done all the same.
        var normal = password.Length <= PasswordRules.MaxLength * 4 ? PasswordRules.Normal(password) : null;
        await _hashing.WaitAsync(cancellation);
        try
        {
            var result = _hasher.VerifyHashedPassword(null!, hash, normal ?? "");
            return normal is null ? PasswordVerificationResult.Failed : result;
        }
        finally
        {
            _hashing.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _hashing.Dispose();

    private enum CodeOutcome
    {
        App,
        Recovery,
        Wrong,
        Locked,
        Expired,
    }

    private static (PersonSecrets Secrets, (CodeOutcome Outcome, DateTimeOffset? LockedUntil) Result) TakeCode(
        PersonSecrets secrets, string stamp, string code, DateTimeOffset now)
    {
        if (!OneTimeCode.IsSame(secrets.Stamp, stamp))
            return (secrets, (CodeOutcome.Expired, null));
        if (Lockout.IsLocked(secrets, now))
            return (Lockout.Fail(secrets, now), (CodeOutcome.Locked, null));
        if (secrets.CodeAppKey is { } key && Totp.Match(key, code, now, secrets.CodeAppStep) is { } step)
            return (Lockout.Clear(secrets) with { CodeAppStep = step }, (CodeOutcome.App, null));
        var digest = OneTimeCode.Digest(code);
        if (secrets.RecoveryCodes.FirstOrDefault(left => OneTimeCode.IsSame(left, digest)) is { } used)
        {
            var left = Lockout.Clear(secrets) with { RecoveryCodes = [.. secrets.RecoveryCodes.Where(other => other != used)] };
            return (left, (CodeOutcome.Recovery, null));
        }

        var failed = Lockout.Fail(secrets, now);
        return (failed, (CodeOutcome.Wrong, failed.LockedUntil));
    }

    private async Task Rehash(PersonSecrets secrets, string password, CancellationToken cancellation)
    {
        var hash = await Hash(password, cancellation);
        _store.Change(secrets.Person, held =>
            (held.PasswordHash == secrets.PasswordHash ? held with { PasswordHash = hash } : held, true));
    }

    private SignInStep.Refused Fail(RefusalCode reason, string? person, SignInFailure failure, string? address)
    {
        _options.Journal.SignInFailed(person, failure, address);
        return new SignInStep.Refused(reason.At(default));
    }
}
