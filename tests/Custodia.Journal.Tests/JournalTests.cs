using System.Collections.Concurrent;
using System.Text;

namespace Custodia.Journal.Tests;

public sealed class JournalTests : IDisposable
{
    private readonly MemoryStore _store = new();
    private readonly SettableTime _time = new();
    private readonly ConcurrentQueue<long> _published = new();

    [Fact]
    public async Task An_entry_is_published_before_its_submitter_is_answered()
    {
        using var journal = Open();
        var sequence = await journal.Submit(drafts => Add(drafts, "a"), cancellation: Token);
        Assert.Equal(0, sequence);
        Assert.Equal([1], _published);
        Assert.Equal(1, journal.Count);
        Assert.Equal(1, _store.Count);
    }

    [Fact]
    public async Task Entries_of_one_submission_share_a_batch_and_are_numbered_in_order()
    {
        using var journal = Open();
        var sequences = await journal.Submit(
            drafts => new[] { Add(drafts, "a"), Add(drafts, "b"), Add(drafts, "c") }, cancellation: Token);
        Assert.Equal([0, 1, 2], sequences);
        Assert.Equal([3], _published);
    }

    [Fact]
    public async Task Recorded_at_is_the_clock_and_strictly_increases_even_when_the_clock_goes_back()
    {
        using var journal = Open();
        await journal.Submit(drafts => Add(drafts, "a"), cancellation: Token);
        _time.Now -= TimeSpan.FromHours(1);
        await journal.Submit(drafts => (Add(drafts, "b"), Add(drafts, "c")), cancellation: Token);
        _time.Now += TimeSpan.FromHours(2);
        var promised = await journal.Submit(
            drafts => (drafts.Now, drafts.NextSequence, Add(drafts, "d")), cancellation: Token);
        var times = new List<DateTimeOffset>();
        _store.Read(0, 4, (in entry) => times.Add(entry.Header.RecordedAt));
        var start = SettableTime.Start;
        Assert.Equal([start, start.AddMicroseconds(1), start.AddMicroseconds(2), start.AddHours(1)], times);
        Assert.Equal((times[3], 3L, 3L), promised);
    }

    [Fact]
    public async Task A_new_journal_over_a_store_goes_on_after_its_last_time()
    {
        using (var journal = Open())
            await journal.Submit(drafts => Add(drafts, "a"), cancellation: Token);
        _time.Now -= TimeSpan.FromDays(1);
        using var second = Open();
        Assert.Equal(1, second.Count);
        var now = await second.Submit(drafts => drafts.Now, cancellation: Token);
        Assert.Equal(SettableTime.Start.AddMicroseconds(1), now);
    }

    [Fact]
    public async Task A_decision_that_throws_leaves_nothing_and_harms_nobody()
    {
        using var journal = Open();
        using var gate = new ManualResetEventSlim();
        var blocked = Hold(journal, gate);
        var before = journal.Submit(drafts => Add(drafts, "a"), cancellation: Token);
        var failing = journal.Submit<long>(
            drafts =>
            {
                Add(drafts, "b");
                throw new InvalidDataException("no");
            },
            cancellation: Token);
        var after = journal.Submit(drafts => Add(drafts, "c"), cancellation: Token);
        gate.Set();
        Assert.Equal(0, await before);
        Assert.Equal(1, await after);
        Assert.Equal("no", (await Assert.ThrowsAsync<InvalidDataException>(() => failing)).Message);
        await blocked;
        Assert.Equal(["a", "c"], Bodies());
    }

    [Fact]
    public async Task What_waits_together_becomes_durable_together()
    {
        using var journal = Open();
        using var gate = new ManualResetEventSlim();
        var blocked = Hold(journal, gate);
        var waiting = Enumerable.Range(0, 50)
            .Select(n => journal.Submit(drafts => Add(drafts, $"{n}"), cancellation: Token)).ToArray();
        gate.Set();
        await blocked;
        Assert.Equal(Enumerable.Range(0, 50).Select(n => (long)n), await Task.WhenAll(waiting));
        Assert.Equal([50], _published);
    }

    [Fact]
    public async Task A_group_ends_where_it_has_its_bytes()
    {
        using var journal = Journal.Open(_store, new JournalOptions { GroupBytes = 1 }, _time, _published.Enqueue);
        using var gate = new ManualResetEventSlim();
        var blocked = Hold(journal, gate);
        var waiting = Enumerable.Range(0, 3)
            .Select(n => journal.Submit(drafts => Add(drafts, $"{n}"), cancellation: Token)).ToArray();
        gate.Set();
        await blocked;
        await Task.WhenAll(waiting);
        Assert.Equal([1, 2, 3], _published);
    }

    [Fact]
    public async Task A_submission_that_writes_nothing_waits_for_what_was_decided_before_it()
    {
        using var journal = Open();
        using var gate = new ManualResetEventSlim();
        var blocked = Hold(journal, gate);
        var writing = journal.Submit(drafts => Add(drafts, "a"), cancellation: Token);
        var reading = journal.Submit(drafts => drafts.NextSequence, cancellation: Token);
        gate.Set();
        Assert.Equal(1, await reading);
        Assert.Equal(1, journal.Count);
        await blocked;
        await writing;
    }

    [Fact]
    public async Task A_full_disk_refuses_one_submission_before_it_is_decided_and_the_journal_goes_on()
    {
        _store.FreeBytes = 1000;
        using var journal = Open();
        await Assert.ThrowsAsync<DiskFullException>(
            () => journal.Submit<long>(_ => throw new InvalidOperationException(), 1001, Token));
        Assert.Equal(0, await journal.Submit(drafts => Add(drafts, "a"), 1000, Token));
    }

    [Fact]
    public async Task A_submission_cannot_write_more_than_it_reserved()
    {
        using var journal = Open();
        await Assert.ThrowsAsync<ReservationExceededException>(
            () => journal.Submit(drafts => Add(drafts, "a"), 20, Token));
        Assert.Equal(0, await journal.Submit(drafts => Add(drafts, "b"), 200, Token));
        Assert.Equal(["b"], Bodies());
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(JournalLimits.MaxBatchBytes + 1)]
    public async Task A_reservation_has_limits(long bytes)
    {
        using var journal = Open();
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => journal.Submit(_ => 0, bytes, Token));
    }

    [Fact]
    public async Task Submissions_with_large_reservations_are_not_put_together_beyond_a_batch()
    {
        using var journal = Open();
        using var gate = new ManualResetEventSlim();
        var blocked = Hold(journal, gate);
        var waiting = Enumerable.Range(0, 2)
            .Select(n => journal.Submit(drafts => Add(drafts, $"{n}"), JournalLimits.MaxBatchBytes, Token)).ToArray();
        gate.Set();
        await blocked;
        await Task.WhenAll(waiting);
        Assert.Equal([1, 2], _published);
    }

    [Fact]
    public async Task A_withdrawn_submission_is_never_decided()
    {
        using var journal = Open();
        using var gate = new ManualResetEventSlim();
        using var withdrawal = new CancellationTokenSource();
        var blocked = Hold(journal, gate);
        var withdrawn = journal.Submit(drafts => Add(drafts, "a"), cancellation: withdrawal.Token);
        await withdrawal.CancelAsync();
        gate.Set();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => withdrawn);
        await blocked;
        Assert.Equal(0, await journal.Submit(drafts => drafts.NextSequence, cancellation: Token));
    }

    [Fact]
    public async Task More_submissions_than_the_queue_holds_wait_for_a_place()
    {
        using var journal = Open();
        using var gate = new ManualResetEventSlim();
        using var withdrawal = new CancellationTokenSource();
        var deciding = new TaskCompletionSource();
        var blocked = journal.Submit(
            _ =>
            {
                deciding.SetResult();
                gate.Wait(Token);
                return 0;
            },
            cancellation: Token);
        await deciding.Task;
        var queued = Enumerable.Range(0, JournalLimits.MaxQueuedSubmissions)
            .Select(_ => journal.Submit(drafts => Add(drafts, "q"), cancellation: Token)).ToArray();
        var tooMany = journal.Submit(drafts => Add(drafts, "x"), cancellation: withdrawal.Token);
        // The writer is held, so only a submission that still waits for a place can end now.
        await withdrawal.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => tooMany);
        gate.Set();
        await blocked;
        await Task.WhenAll(queued);
        Assert.Equal(JournalLimits.MaxQueuedSubmissions, journal.Count);
    }

    [Fact]
    public async Task A_failed_store_fails_the_journal_for_ever()
    {
        using var journal = Open();
        _store.FailNextAppend = true;
        await Assert.ThrowsAsync<JournalFailedException>(
            () => journal.Submit(drafts => Add(drafts, "a"), cancellation: Token));
        Assert.IsType<IOException>((await journal.Failed).InnerException);
        await Assert.ThrowsAsync<JournalFailedException>(
            () => journal.Submit(drafts => Add(drafts, "b"), cancellation: Token));
        Assert.Equal(0, journal.Count);
        Assert.Empty(_published);
    }

    [Fact]
    public async Task A_publication_that_throws_fails_the_journal()
    {
        using var journal = Journal.Open(_store, new JournalOptions(), _time, _ => throw new InvalidDataException());
        await Assert.ThrowsAsync<JournalFailedException>(
            () => journal.Submit(drafts => Add(drafts, "a"), cancellation: Token));
        Assert.IsType<InvalidDataException>((await journal.Failed).InnerException);
    }

    [Fact]
    public async Task Disposal_completes_what_was_submitted_and_refuses_what_comes_later()
    {
        var journal = Open();
        var waiting = Enumerable.Range(0, 100)
            .Select(n => journal.Submit(drafts => Add(drafts, $"{n}"), cancellation: Token)).ToArray();
        journal.Dispose();
        Assert.Equal(100, (await Task.WhenAll(waiting)).Length);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => journal.Submit(_ => 0, cancellation: Token));
    }

    [Fact]
    public async Task Drafts_are_closed_after_the_decision()
    {
        using var journal = Open();
        var kept = await journal.Submit(drafts => drafts, cancellation: Token);
        Assert.Throws<InvalidOperationException>(() => Add(kept, "late"));
    }

    [Fact]
    public async Task Many_submitters_at_once_each_get_their_own_entries()
    {
        using var journal = Open();
        var all = await Task.WhenAll(Enumerable.Range(0, 16).Select(submitter => Task.Run(
            async () =>
            {
                var own = new List<(long Sequence, string Body)>();
                for (var n = 0; n < 100; n++)
                {
                    var body = $"{submitter}/{n}";
                    own.Add((await journal.Submit(drafts => Add(drafts, body)), body));
                }
                return own;
            },
            Token)));
        var bodies = Bodies();
        Assert.Equal(1600, bodies.Count);
        Assert.All(all.SelectMany(own => own), pair => Assert.Equal(pair.Body, bodies[(int)pair.Sequence]));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _store.Dispose();

    // Keeps the writer in a decision, so that what is submitted next waits together.
    private static Task<int> Hold(Journal journal, ManualResetEventSlim gate) =>
        journal.Submit(
            _ =>
            {
                gate.Wait(Token);
                return 0;
            },
            cancellation: Token);

    private Journal Open() => Journal.Open(_store, new JournalOptions(), _time, _published.Enqueue);

    private static long Add(EntryDrafts drafts, string body) =>
        drafts.Add("officer", Guid.Empty, 0, "materials", "note", 1, "", Encoding.UTF8.GetBytes(body));

    private List<string> Bodies()
    {
        var bodies = new List<string>();
        _store.Read(0, _store.Count, (in entry) => bodies.Add(Encoding.UTF8.GetString(entry.Body.Span)));
        return bodies;
    }
}
