namespace Custodia.Server.SignIn;

/// <summary>
/// After five failures in a row no password and no code is looked at for a minute, and for twice as long after each further
/// one, up to an hour. Passkeys, tokens and certificates cannot be guessed, so they go on working.
/// </summary>
public static class Lockout
{
    /// <summary>Failures that are free.</summary>
    public const int FreeFailures = 4;

    /// <summary>The first wait.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);

    /// <summary>The longest wait.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>Whether attempts are not looked at now.</summary>
    public static bool IsLocked(PersonSecrets secrets, DateTimeOffset now) => secrets.LockedUntil > now;

    /// <summary>The secrets after a failure.</summary>
    public static PersonSecrets Fail(PersonSecrets secrets, DateTimeOffset now)
    {
        // Attempts while it is locked do not lengthen the wait, or anybody could keep a person out for ever.
        if (IsLocked(secrets, now))
            return secrets with { LastFailure = now };
        var failures = Math.Min(secrets.Failures + 1, 1000);
        var doublings = Math.Min(failures - FreeFailures - 1, 10);
        var wait = doublings < 0 ? (TimeSpan?)null : Shortest * (1 << doublings);
        return secrets with
        {
            Failures = failures,
            LastFailure = now,
            LockedUntil = wait is { } time ? now + (time < Longest ? time : Longest) : null,
        };
    }

    /// <summary>The secrets after somebody signed in.</summary>
    public static PersonSecrets Clear(PersonSecrets secrets) =>
        secrets.Failures == 0 && secrets.LockedUntil is null ? secrets : secrets with { Failures = 0, LockedUntil = null };
}
