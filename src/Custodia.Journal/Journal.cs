using System.Collections.Concurrent;

namespace Custodia.Journal;

/// <summary>
/// The append loop: decisions run one after the other on one writer thread, and what they write becomes durable in
/// groups, one frame and one flush for all that were waiting.
/// </summary>
/// <remarks>
/// A submission completes only after its entries, and all that were decided before it, are durable and published.
/// If the store fails the journal is failed for ever, since what the disk holds is then unknown: the process must
/// stop, and the next opening finds out. Safe on any thread.
/// </remarks>
public sealed class Journal : IDisposable
{
    // What an entry takes at least in a batch.
    private const int LeastBytes = EntryBatch.LengthBytes + EntryCodec.MinEntryBytes;

    private readonly IJournalStore _store;
    private readonly JournalOptions _options;
    private readonly TimeProvider _time;
    private readonly Action<long> _published;
    private readonly ConcurrentQueue<Submission> _queue = new();
    private readonly SemaphoreSlim _places = new(JournalLimits.MaxQueuedSubmissions);
    private readonly ManualResetEventSlim _wake = new();
    private readonly TaskCompletionSource<JournalFailedException> _failed =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly Thread _writer;
    private readonly EntryBatch _batch = new();
    private readonly EntryDrafts _drafts;
    private List<Submission> _decided = [];
    private Submission? _deciding;
    private long _nextMicroseconds;
    private long _count;
    private volatile bool _stopping;
    private volatile Exception? _closed;

    private Journal(IJournalStore store, JournalOptions options, TimeProvider time, Action<long> published)
    {
        _store = store;
        _options = options;
        _time = time;
        _published = published;
        _drafts = new EntryDrafts(_batch);
        _count = store.Count;
        if (_count > 0)
            store.Read(_count - 1, 1, GoOnAfter);
        _writer = new Thread(Run) { Name = "journal writer", IsBackground = true };
    }

    /// <summary>Entries that are durable and published.</summary>
    public long Count => Volatile.Read(ref _count);

    /// <summary>Completes, with the reason, when the store has failed: the process must stop.</summary>
    public Task<JournalFailedException> Failed => _failed.Task;

    /// <summary>Starts to write to a store; the store stays its owner's, to be disposed after the journal.</summary>
    /// <param name="store">Opened and verified.</param>
    /// <param name="options">How to group.</param>
    /// <param name="time">The clock for recorded-at.</param>
    /// <param name="published">
    /// Is told, on the writer's thread, each time the number of durable entries has grown, before those who wrote
    /// them are answered. It must not throw: that fails the journal.
    /// </param>
    public static Journal Open(IJournalStore store, JournalOptions options, TimeProvider time, Action<long> published)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(published);
        var journal = new Journal(store, options, time, published);
        journal._writer.Start();
        return journal;
    }

    /// <summary>
    /// Has a decision made on the writer's thread, in the order of submission, and waits until what it wrote, and
    /// all that was written before it, is durable.
    /// </summary>
    /// <param name="decide">
    /// Adds any number of drafts; they become durable together. If it throws they are dropped and the exception is
    /// its submitter's alone.
    /// </param>
    /// <param name="reserveBytes">Most bytes that it may write, entries with two bytes more for each.</param>
    /// <param name="cancellation">Withdraws the submission as long as it was not decided.</param>
    /// <exception cref="DiskFullException">
    /// No room for so many bytes; it was not decided, and the journal goes on.
    /// </exception>
    /// <exception cref="JournalFailedException">
    /// The store failed; whether the entries are stored is unknown.
    /// </exception>
    public Task<T> Submit<T>(
        Func<EntryDrafts, T> decide,
        long reserveBytes = JournalLimits.DefaultReserveBytes,
        CancellationToken cancellation = default) =>
        Submit(decide, reserveBytes, isAwaitedHere: false, cancellation);

    /// <summary>
    /// Does the same, and keeps this thread waiting. The writer's thread ends the wait by itself: so many may wait at the same
    /// time, on all threads that there are, and none needs another one in order to go on.
    /// </summary>
    /// <inheritdoc cref="Submit{T}(Func{EntryDrafts, T}, long, CancellationToken)"/>
    public T SubmitAndWait<T>(Func<EntryDrafts, T> decide, long reserveBytes) =>
        Submit(decide, reserveBytes, isAwaitedHere: true, CancellationToken.None).GetAwaiter().GetResult();

    /// <summary>Completes what was submitted, then ends the writer.</summary>
    public void Dispose()
    {
        _stopping = true;
        _wake.Set();
        if (_writer.IsAlive)
            _writer.Join();
    }

    private Task<T> Submit<T>(
        Func<EntryDrafts, T> decide, long reserveBytes, bool isAwaitedHere, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(decide);
        ArgumentOutOfRangeException.ThrowIfNegative(reserveBytes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(reserveBytes, JournalLimits.MaxBatchBytes);
        ObjectDisposedException.ThrowIf(_stopping, this);
        var submission = new Submission<T>(decide, reserveBytes, isAwaitedHere, cancellation);
        return _places.Wait(0, CancellationToken.None) ? Enqueue(submission) : EnqueueLater(submission);
    }

    private Task<T> Enqueue<T>(Submission<T> submission)
    {
        _queue.Enqueue(submission);
        _wake.Set();
        // The writer may have ended between the check and the queue.
        if (_closed is { } reason)
            FailQueued(reason);
        return submission.Task;
    }

    private async Task<T> EnqueueLater<T>(Submission<T> submission)
    {
        await _places.WaitAsync(submission.Cancellation).ConfigureAwait(false);
        return await Enqueue(submission).ConfigureAwait(false);
    }

    private void Run()
    {
#pragma warning disable CA1031 // Each failure here has one answer: the journal is failed for ever.
        try
        {
            while (Next(wait: true) is { } first)
            {
                for (var submission = first; submission is not null; submission = Join())
                    Decide(submission);
                Commit();
            }
            Close(new ObjectDisposedException(nameof(Journal)));
        }
        catch (Exception exception)
        {
            var failure = new JournalFailedException("The journal's store failed.", exception);
            Close(failure);
            foreach (var submission in _decided)
                submission.Fail(failure);
            _deciding?.Fail(failure);
            _failed.SetResult(failure);
        }
#pragma warning restore CA1031
    }

    // The next submission for the present batch, if one is waiting and there is room for it.
    private Submission? Join() => _batch.ByteCount < _options.GroupBytes ? Next(wait: false) : null;

    private Submission? Next(bool wait)
    {
        while (true)
        {
            if (_queue.TryDequeue(out var submission))
            {
                _places.Release();
                return submission;
            }
            if (!wait)
                return null;
            _wake.Reset();
            // What came, or the order to stop, before the reset would not wake us.
            if (_queue.IsEmpty)
            {
                if (_stopping)
                    return null;
                _wake.Wait();
            }
        }
    }

    private void Decide(Submission submission)
    {
        _deciding = submission;
        Decide(submission, submission.ReserveBytes);
        _deciding = null;
    }

    private void Decide(Submission submission, long reserveBytes)
    {
        if (submission.Cancellation.IsCancellationRequested)
        {
            submission.Fail(new OperationCanceledException(submission.Cancellation));
            return;
        }
        if (!FitsBatch(reserveBytes))
            Commit();
        try
        {
            _store.Reserve(_batch.ByteCount + reserveBytes);
        }
        catch (DiskFullException full)
        {
            submission.Fail(full);
            return;
        }
        var before = _batch.Count;
        _drafts.Begin(_count, Math.Max(_nextMicroseconds, ClockMicroseconds()), reserveBytes);
        var valid = submission.Decide(_drafts);
        var next = _drafts.End();
        if (valid)
            _nextMicroseconds = next;
        else
            _batch.Truncate(before);
        _decided.Add(submission);
    }

    private long ClockMicroseconds() =>
        (_time.GetUtcNow().UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond;

    private void GoOnAfter(in Entry last) =>
        _nextMicroseconds = EntryCodec.ToMicroseconds(last.Header.RecordedAt) + 1;

    // Whatever the decision writes within its reservation, the batch then stays within its limits.
    private bool FitsBatch(long reserveBytes) =>
        _batch.ByteCount + reserveBytes <= JournalLimits.MaxBatchBytes
        && _batch.Count + (reserveBytes / LeastBytes) <= JournalLimits.MaxBatchEntries;

    private void Commit()
    {
        if (_batch.Count > 0)
        {
            _store.Append(_batch);
            var count = _count + _batch.Count;
            _batch.Clear();
            _published(count);
            Volatile.Write(ref _count, count);
        }
        Answer();
    }

    // On another thread, so that the writer goes on with what waits meanwhile; but who stands and waits is let go at once.
    private void Answer()
    {
        foreach (var submission in _decided.Where(submission => submission.IsAwaitedHere))
            submission.Complete();
        var decided = _decided.FindAll(submission => !submission.IsAwaitedHere);
        _decided = [];
        if (decided.Count == 0)
            return;
        ThreadPool.UnsafeQueueUserWorkItem(
            static decided =>
            {
                foreach (var submission in decided)
                    submission.Complete();
            },
            decided,
            preferLocal: false);
    }

    private void Close(Exception reason)
    {
        _closed = reason;
        FailQueued(reason);
    }

    private void FailQueued(Exception reason)
    {
        while (_queue.TryDequeue(out var submission))
        {
            _places.Release();
            submission.Fail(reason);
        }
    }
}
