using System.Collections.Concurrent;
using Custodia.Books;
using Custodia.Server.SignIn;

namespace Custodia.SignIn.Tests;

/// <summary>Accounts in a dictionary, in place of the book of people.</summary>
internal sealed class People : IAccounts
{
    private readonly ConcurrentDictionary<string, Account> _accounts = new(StringComparer.Ordinal);

    public Account? Find(string person) => _accounts.GetValueOrDefault(person);

    public void Put(Account account) => _accounts[account.Person] = account;

    public Account Add(string person, bool needsSecondFactor = false, bool isDevice = false, bool isGuarded = false)
    {
        var account = new Account(person, new Bilingual("Wu " + person, "吳" + person), true, needsSecondFactor, isDevice)
        {
            IsGuarded = isGuarded,
        };
        Put(account);
        return account;
    }
}

/// <summary>Notes what it is told.</summary>
internal sealed class Notes : IAccessJournal
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyList<string> Lines => [.. _lines];

    public void SignedIn(string person, string session, string methods, string? address) => Add($"signed-in {person} {methods}");

    public void SignInFailed(string? person, SignInFailure failure, string? address) => Add($"failed {person ?? "-"} {failure}");

    public void LockedOut(string person, DateTimeOffset until, string? address) => Add($"locked {person} {until:HH:mm:ss}");

    public void SignedOut(string person, string session) => Add($"signed-out {person}");

    public void SessionRevoked(string person, string session, string by) => Add($"revoked {person} by {by}");

    public void SecondFactorChanged(string person, SecondFactorChange change, string by) => Add($"second-factor {person} {change} by {by}");

    public void PasswordChanged(string person, string by) => Add($"password {person} by {by}");

    public void EnrolmentOpened(string person, string by) => Add($"enrolment {person} by {by}");

    public void TokenMade(string person, string token, string name, DateTimeOffset expires, string by) => Add($"token {person} {name}");

    public void TokenRevoked(string person, string token, string by) => Add($"token-revoked {person}");

    public void PasskeyAdded(string person, string passkey, string name) => Add($"passkey {person} {name}");

    public void PasskeyRemoved(string person, string passkey, string by) => Add($"passkey-removed {person}");

    public void CertificateChanged(string person, string thumbprint, bool isAdded, string by) => Add($"certificate {person} {isAdded}");

    private void Add(string line) => _lines.Enqueue(line);
}

/// <summary>A clock that stands still until it is set.</summary>
internal sealed class SettableTime : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
