using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Custodia.Server.SignIn;

/// <summary>Those who gave the right password and have five minutes for the second factor. In memory, bounded.</summary>
internal sealed class PendingSignIns(TimeProvider time)
{
    private const int MaxPending = 1_000;
    private const int KeyBytes = 32;

    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, Pending> _pending = new(StringComparer.Ordinal);

    /// <summary>Notes one; the key goes into a cookie.</summary>
    public string Add(string person, string stamp, string returnTo)
    {
        var now = time.GetUtcNow();
        if (_pending.Count >= MaxPending)
        {
            foreach (var (old, _) in _pending.OrderBy(pair => pair.Value.Expires).Take(MaxPending / 2))
                _pending.TryRemove(old, out _);
        }

        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes));
        _pending[DigestOf(key)] = new Pending(person, stamp, returnTo, now + Lasts);
        return key;
    }

    /// <summary>The one of a key; null where there is none or the time is over.</summary>
    public Pending? Find(string? key) =>
        key is not null && _pending.TryGetValue(DigestOf(key), out var pending) && pending.Expires > time.GetUtcNow() ? pending : null;

    /// <summary>Removes it.</summary>
    public void Remove(string key) => _pending.TryRemove(DigestOf(key), out _);

    private static string DigestOf(string key) => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(key)));

    public sealed record Pending(string Person, string Stamp, string ReturnTo, DateTimeOffset Expires);
}
