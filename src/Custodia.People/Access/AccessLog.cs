using Custodia.Books;
using Custodia.Books.Access;

namespace Custodia.People.Access;

/// <summary>
/// Writes the access log. A sight is on the journal before it is shown: the first in each hour through a query of a place,
/// whatever follows in that hour is the same sight. Denials and failures are counted and written each minute, at most
/// <see cref="MaxEachMinute"/> entries and one for all the rest: so that nobody fills the disk by being refused.
/// </summary>
/// <remarks>Safe on any thread. <see cref="Start"/> before the first use.</remarks>
public sealed class AccessLog(AccessBook book, TimeProvider time) : IAccessLog, IAsyncDisposable
{
    /// <summary>Most entries of denials and failures that one minute makes, besides one for all the rest.</summary>
    public const int MaxEachMinute = 20;

    private const int MaxCounted = 10_000;
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);
    private static readonly Caller House = Caller.House("custodia");

    private readonly Lock _gate = new();
    private readonly HashSet<(string Holder, string What, string Place)> _seen = [];
    private readonly Dictionary<Fact, int> _counts = [];
    private DateTimeOffset _hour;
    private int _uncounted;
    private Node? _node;
    private ITimer? _timer;

    /// <summary>Begins to write into a node's journal.</summary>
    public void Start(Node node)
    {
        _node = node;
        _timer = time.CreateTimer(_ => _ = Flush(), null, Period, Period);
    }

    /// <inheritdoc/>
    public void Saw(Caller caller, string what, IReadOnlyCollection<string> places)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var fresh = Fresh(caller.Name, what, places);
        if (fresh.Count == 0)
            return;
        // The writer's thread ends this wait by itself: hundreds who look at the same time do not wait for one another's threads.
        Check(Node.ExecuteHere(
            book, AccessBook.Record, new RecordAccess([new ContentSeen(caller.Name, caller.Via, what, fresh)]), House, Guid.NewGuid()));
        lock (_gate)
        {
            foreach (var place in fresh)
                _seen.Add((caller.Name, what, place));
        }
    }

    /// <inheritdoc/>
    public void Denied(Caller caller, string what, Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(refusal);
        Count(new AccessDenied(caller.Name, what, refusal.Code, 0));
    }

    /// <summary>Counts a request of nobody who is known.</summary>
    public void DeniedUnknown(string what, string code) => Count(new AccessDenied("", what, code, 0));

    /// <summary>Records an event at the door: failures are counted, all else is written before this returns.</summary>
    public async Task Door(DoorEvent happened, string holder, string? by = null)
    {
        var fact = new DoorUsed(happened, holder, by, 1);
        if (happened is DoorEvent.SignInFailed or DoorEvent.LockedOut)
            Count(fact with { Count = 0 });
        else
            await Write([fact]).ConfigureAwait(false);
    }

    /// <summary>Writes what was counted.</summary>
    public async Task Flush()
    {
        List<KeyValuePair<Fact, int>> counts;
        int uncounted;
        lock (_gate)
        {
            counts = [.. _counts.OrderByDescending(count => count.Value)];
            uncounted = _uncounted;
            _counts.Clear();
            _uncounted = 0;
        }

        List<Fact> facts = [.. counts.Take(MaxEachMinute).Select(count => Counted(count.Key, count.Value))];
        var rest = uncounted + counts.Skip(MaxEachMinute).Sum(count => count.Value);
        if (rest > 0)
            facts.Add(new AccessDenied("", "*", "*", rest));
        if (facts.Count == 0)
            return;
        try
        {
            await Write(facts).ConfigureAwait(false);
        }
        catch
        {
            // What could not be written is written with what comes next.
            foreach (var (fact, count) in counts)
                Count(fact, count);
            lock (_gate)
                _uncounted += uncounted;
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_timer is not null)
            await _timer.DisposeAsync().ConfigureAwait(false);
        if (_node is not null)
            await Flush().ConfigureAwait(false);
    }

    private static Fact Counted(Fact fact, int count) => fact switch
    {
        AccessDenied denied => denied with { Count = count },
        DoorUsed used => used with { Count = count },
        _ => throw new InvalidOperationException("Only denials and failures are counted."),
    };

    private List<string> Fresh(string holder, string what, IReadOnlyCollection<string> places)
    {
        var now = time.GetUtcNow();
        var hour = new DateTimeOffset(now.Year, now.Month, now.Day, now.Hour, 0, 0, TimeSpan.Zero);
        lock (_gate)
        {
            if (hour != _hour)
            {
                _seen.Clear();
                _hour = hour;
            }

            return [.. places.Where(place => !_seen.Contains((holder, what, place))).Order(StringComparer.Ordinal)];
        }
    }

    private void Count(Fact fact, int times = 1)
    {
        lock (_gate)
        {
            if (_counts.TryGetValue(fact, out var count))
                _counts[fact] = count + times;
            else if (_counts.Count < MaxCounted)
                _counts.Add(fact, times);
            else
                _uncounted += times;
        }
    }

    private Node Node => _node ?? throw new InvalidOperationException("The access log was not started.");

    private async Task Write(IReadOnlyList<Fact> facts) =>
        Check(await Node.Execute(book, AccessBook.Record, new RecordAccess(facts), House, Guid.NewGuid()).ConfigureAwait(false));

    // What cannot be recorded is not shown.
    private static void Check(Outcome outcome)
    {
        if (outcome is Outcome.Refused refused)
            throw new AccessLogException(refused.Refusals[0]);
    }
}

/// <summary>The access log could not be written, so nothing is shown: the disk is full, say.</summary>
public sealed class AccessLogException(Refusal refusal) : Exception(refusal.ToString())
{
    /// <summary>Why it could not be written: what a face answers with.</summary>
    public Refusal Refusal { get; } = refusal;
}
