using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Custodia.Server.SignIn;

/// <summary>One browser of one person, signed in. What the person sees of it; the key is only in the browser's cookie.</summary>
/// <param name="Id">Public id: it names the session and opens nothing.</param>
/// <param name="Person">Whose.</param>
/// <param name="Methods">With what, as in <see cref="SignInClaims.Methods"/>.</param>
/// <param name="Started">When it began.</param>
/// <param name="LastSeen">The last request.</param>
/// <param name="Address">From where it began.</param>
/// <param name="Browser">What the browser said it is; shortened, not to be trusted.</param>
public sealed record Session(
    string Id, string Person, string Methods, DateTimeOffset Started, DateTimeOffset LastSeen, string? Address, string? Browser);

/// <summary>
/// The sessions of the pages, in memory: they end with the process. Bounded. Safe on any thread; asked on every question.
/// </summary>
public sealed class Sessions(SignInOptions options, TimeProvider time)
{
    /// <summary>The most sessions in all; the one that was seen longest ago makes room.</summary>
    public const int MaxSessions = 10_000;

    /// <summary>The most sessions of one person; likewise.</summary>
    public const int MaxPerPerson = 10;

    private const int KeyBytes = 32;
    private const int MaxBrowserLength = 200;

    private readonly ConcurrentDictionary<string, Held> _held = new(StringComparer.Ordinal);
    private readonly Lock _beginning = new();

    /// <summary>Raised with the id of a session that was ended, on the thread that ended it; handlers return at once.</summary>
    public event Action<string>? Ended;

    /// <summary>How many there are, those included that ran out and were not met since.</summary>
    public int Count => _held.Count;

    /// <summary>Begins a session.</summary>
    /// <returns>The session, and the 256-bit key for the cookie (base64url).</returns>
    internal (Session Session, string Key) Begin(string person, string methods, string? address, string? browser)
    {
        var bytes = RandomNumberGenerator.GetBytes(KeyBytes);
        var digest = SHA256.HashData(bytes);
        var now = time.GetUtcNow();
        var shown = browser?[..Math.Min(browser.Length, MaxBrowserLength)];
        var session = new Session(IdOf(digest), person, methods, now, now, address, shown);
        lock (_beginning)
        {
            MakeRoom(person);
            _held[session.Id] = new Held(session, digest);
        }

        return (session, Base64Url.EncodeToString(bytes));
    }

    /// <summary>The session of a cookie, seen now; null where there is none or it has ended.</summary>
    internal Session? Resume(string key)
    {
        Span<byte> bytes = stackalloc byte[KeyBytes];
        if (key.Length > 2 * KeyBytes || !Base64Url.IsValid(key, out var length) || length != KeyBytes
            || !Base64Url.TryDecodeFromChars(key, bytes, out _))
            return null;
        var digest = SHA256.HashData(bytes);
        var id = IdOf(digest);
        return _held.TryGetValue(id, out var held) && CryptographicOperations.FixedTimeEquals(held.Digest, digest) && Touch(id)
            ? held.Session
            : null;
    }

    /// <summary>Whether a session goes on. Does not count as its use.</summary>
    public bool IsAlive(string sessionId) => _held.TryGetValue(sessionId, out var held) && IsAlive(held.Session, time.GetUtcNow());

    /// <summary>The session of that id, if it goes on.</summary>
    public Session? Find(string sessionId) => IsAlive(sessionId) ? _held.GetValueOrDefault(sessionId)?.Session : null;

    /// <summary>Notes that a session is in use.</summary>
    /// <returns>Whether it goes on.</returns>
    public bool Touch(string sessionId)
    {
        if (!_held.TryGetValue(sessionId, out var held))
            return false;
        var now = time.GetUtcNow();
        if (!IsAlive(held.Session, now))
        {
            End(sessionId);
            return false;
        }

        held.Session = held.Session with { LastSeen = now };
        return true;
    }

    /// <summary>Whether the person showed who they are so recently that they may change how they sign in.</summary>
    public bool IsFresh(Session session) => time.GetUtcNow() - session.Started < options.FreshFor;

    /// <summary>The sessions of a person that go on, the newest first.</summary>
    public IReadOnlyList<Session> Of(string person)
    {
        var now = time.GetUtcNow();
        return [.. _held.Values.Select(held => held.Session)
            .Where(session => session.Person == person && IsAlive(session, now)).OrderByDescending(session => session.Started)];
    }

    /// <summary>Ends a session: its next request, or event on an open page, is refused.</summary>
    /// <param name="sessionId">Its id.</param>
    /// <param name="isLeaving">Whether its browser is leaving its pages by itself, and not to be sent away from them.</param>
    /// <returns>The session, or null where there was none.</returns>
    public Session? End(string sessionId, bool isLeaving = false)
    {
        if (!_held.TryRemove(sessionId, out var held))
            return null;
        if (!isLeaving)
            Ended?.Invoke(sessionId);
        return held.Session;
    }

    /// <summary>Ends the sessions of a person, but for one.</summary>
    public IReadOnlyList<Session> EndAll(string person, string? except = null) =>
    [
        .. from held in _held.Values
           where held.Session.Person == person && held.Session.Id != except
           let ended = End(held.Session.Id)
           where ended is not null
           select ended,
    ];

    /// <summary>Notes that a second factor was shown within the session.</summary>
    internal void Strengthen(string sessionId, string methods)
    {
        if (_held.TryGetValue(sessionId, out var held))
            held.Session = held.Session with { Methods = methods };
    }

    private bool IsAlive(Session session, DateTimeOffset now) =>
        now - session.Started < options.AbsoluteTimeout && now - session.LastSeen < options.IdleTimeout;

    private void MakeRoom(string person)
    {
        var now = time.GetUtcNow();
        if (_held.Count >= MaxSessions)
        {
            foreach (var dead in _held.Values.Where(held => !IsAlive(held.Session, now)))
                End(dead.Session.Id);
        }

        if (_held.Count >= MaxSessions && _held.Values.MinBy(held => held.Session.LastSeen) is { } oldest)
            End(oldest.Session.Id);
        var own = _held.Values.Where(held => held.Session.Person == person).OrderByDescending(held => held.Session.LastSeen);
        foreach (var further in own.Skip(MaxPerPerson - 1))
            End(further.Session.Id);
    }

    private static string IdOf(byte[] digest) => Convert.ToHexStringLower(digest.AsSpan(0, 16));

    private sealed class Held(Session session, byte[] digest)
    {
        private volatile Session _session = session;

        public byte[] Digest { get; } = digest;

        public Session Session
        {
            get => _session;
            set => _session = value;
        }
    }
}
