using System.Collections.Concurrent;
using System.Globalization;
using Custodia.Books;

namespace Custodia.Server.Reading;

/// <summary>
/// Tells the pages on view that a book has grown: off the writer's thread, and after a pause that gathers what
/// follows, so that a long import does not have every page ask a thousand times. One page is told after the other, so that
/// thousands that are open leave room for those who are at work. Safe on any thread.
/// </summary>
public sealed class LiveEntries : IDisposable
{
    /// <summary>How long what follows the first new entry is gathered, and how long one page is waited for.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    private readonly Node _node;
    private readonly ITimer _timer;
    private readonly ConcurrentDictionary<Watching, Func<Task>> _watching = new();
    private readonly SemaphoreSlim _telling = new(1);
    private long _told;
    private int _waiting;

    /// <summary>Begins to listen.</summary>
    /// <param name="node">Whose entries.</param>
    /// <param name="time">The clock of the pause.</param>
    public LiveEntries(Node node, TimeProvider time)
    {
        _node = node;
        _told = node.Count - 1;
        _timer = time.CreateTimer(_ => _ = Tell(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _node.Published += OnPublished;
    }

    /// <summary>Calls a page back after a book has grown, in the page's language, until it is disposed of.</summary>
    /// <param name="onPage">Runs something where the page may be touched.</param>
    /// <param name="look">What the page does then.</param>
    public IDisposable Watch(Func<Action, Task> onPage, Action look)
    {
        var language = CultureInfo.CurrentUICulture;
        var watching = new Watching(this);
        _watching[watching] = () => onPage(() =>
        {
            CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = language;
            look();
        });
        return watching;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _node.Published -= OnPublished;
        _timer.Dispose();
        _telling.Dispose();
    }

    private void OnPublished(long count)
    {
        if (Interlocked.Exchange(ref _waiting, 1) == 0)
            _timer.Change(Pause, Timeout.InfiniteTimeSpan);
    }

    private async Task Tell()
    {
        Interlocked.Exchange(ref _waiting, 0);
        if (!_telling.Wait(0, CancellationToken.None))
        {
            // What came meanwhile is told to all once more, when these have been told.
            OnPublished(_node.Count);
            return;
        }

        try
        {
            var last = _node.Books.Where(book => !book.ComesOfLooking).Max(book => book.LastEntry);
            if (last <= _told)
                return;
            // The fold runs ahead of what may be seen: of what is not durable yet pages are told again.
            _told = Math.Min(last, _node.Count - 1);
            foreach (var tell in _watching.Values)
                await Told(tell());
        }
        finally
        {
            _telling.Release();
        }
    }

    // A page that takes long, or is gone, does not keep the others from being told.
    private static async Task Told(Task page) => await page.WaitAsync(Pause).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private sealed class Watching(LiveEntries entries) : IDisposable
    {
        public void Dispose() => entries._watching.TryRemove(this, out _);
    }
}
