using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Custodia.Books;

namespace Custodia.Server.SignIn;

/// <summary>
/// API tokens, <c>cst_ID_SECRET</c>: the id finds the token, the secret of 256 bits opens it. Shown once, kept as SHA-256,
/// limited in scope and time.
/// </summary>
public sealed class ApiTokens(SignInOptions options, SecretStore store, TimeProvider time)
{
    /// <summary>The most tokens of one person or device.</summary>
    public const int MaxPerPerson = 20;

    /// <summary>The longest name.</summary>
    public const int MaxNameLength = 64;

    /// <summary>The longest time.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    private const string Prefix = "cst";
    private const int IdBytes = 8;
    private const int SecretBytes = 32;

    /// <summary>Makes a token. Those that have expired are removed first.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="name">What it is for.</param>
    /// <param name="scopes">What it may be used for.</param>
    /// <param name="lifetime">How long it lasts.</param>
    /// <param name="by">Who has it made.</param>
    /// <param name="isMultiFactor">Whether the person showed a second factor for it, or in the session that makes it.</param>
    /// <returns>The token as it is shown, once, and what is kept of it.</returns>
    public Answer<NewToken> Make(
        string person, string name, IReadOnlyList<string> scopes, TimeSpan lifetime, string by, bool isMultiFactor = false)
    {
        var known = options.Scopes.Select(scope => scope.Name).ToHashSet(StringComparer.Ordinal);
        if (!GivenText.IsTaken(name, MaxNameLength))
            return SignInRefusals.TokenLimits.In("name", $"1–{MaxNameLength}");
        if (scopes.Count == 0 || !scopes.All(known.Contains))
            return SignInRefusals.TokenLimits.In("scopes", string.Join(' ', known));
        if (lifetime <= TimeSpan.Zero || lifetime > Longest)
            return SignInRefusals.TokenLimits.In("days", "1–366");

        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));
        var now = time.GetUtcNow();
        var token = new TokenSecret(id, name.Trim(), Digest(secret), [.. scopes.Distinct(StringComparer.Ordinal)], now, now + lifetime,
            IsMultiFactor: isMultiFactor);
        var isMade = store.Change(person, secrets =>
        {
            var left = secrets.Tokens.Where(held => held.Expires > now).ToList();
            return left.Count < MaxPerPerson ? (secrets with { Tokens = [.. left, token] }, true) : (secrets, false);
        });
        if (!isMade)
            return SignInRefusals.TokenLimits.In("name", $"≤ {MaxPerPerson}", MaxPerPerson.ToString(CultureInfo.InvariantCulture));
        options.Journal.TokenMade(person, id, token.Name, token.Expires, by);
        return new NewToken($"{Prefix}_{id}_{secret}", token);
    }

    /// <summary>Revokes a token.</summary>
    /// <returns>Whether there was one of that id.</returns>
    public bool Revoke(string person, string id, string by)
    {
        var isThere = store.Change(person, secrets => secrets.Tokens.Any(token => token.Id == id)
            ? (secrets with { Tokens = [.. secrets.Tokens.Where(token => token.Id != id)] }, true)
            : (secrets, false));
        if (isThere)
            options.Journal.TokenRevoked(person, id, by);
        return isThere;
    }

    /// <summary>Whose token this is; null: it is none, was revoked, has expired, or its person may not sign in.</summary>
    internal (Account Account, TokenSecret Token)? Check(string text)
    {
        if (text.Split('_') is not [Prefix, { Length: 2 * IdBytes } id, { Length: 2 * SecretBytes } secret])
            return null;
        var digest = Digest(secret);
        var owner = store.FindByKey(SecretStore.TokenKey(id));
        var token = owner?.Tokens.FirstOrDefault(held => held.Id == id);
        // An unknown id is compared too, so that it takes as long as a wrong secret.
        if (!OneTimeCode.IsSame(token?.Digest ?? new string('0', digest.Length), digest) || owner is null || token is null
            || token.Expires <= time.GetUtcNow() || options.Accounts.Find(owner.Person) is not { IsActive: true } account)
            return null;
        NoteUse(owner.Person, token);
        return (account, token);
    }

    // The day, not the time: a write a day and token, however often it is used.
    private void NoteUse(string person, TokenSecret token)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        if (token.LastUsed == today)
            return;
        store.Change(person, secrets =>
        {
            List<TokenSecret> tokens = [.. secrets.Tokens.Select(held => held.Id == token.Id ? held with { LastUsed = today } : held)];
            return (secrets with { Tokens = tokens }, true);
        });
    }

    private static string Digest(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}

/// <summary>A token that was just made.</summary>
/// <param name="Text">As it is shown, once.</param>
/// <param name="Kept">What is kept of it.</param>
public sealed record NewToken(string Text, TokenSecret Kept);
