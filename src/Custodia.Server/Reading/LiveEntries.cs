using System.Globalization;
using Custodia.Books;

namespace Custodia.Server.Reading;

/// <summary>
/// Tells the pages on view that the journal has grown: off the writer's thread, and after a pause that gathers what
/// follows, so that a long import does not have every page ask a thousand times. Safe on any thread.
/// </summary>
public sealed class LiveEntries : IDisposable
{
    /// <summary>How long what follows the first new entry is gathered.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    private readonly Node _node;
    private readonly ITimer _timer;
    private int _waiting;

    /// <summary>Begins to listen.</summary>
    /// <param name="node">Whose entries.</param>
    /// <param name="time">The clock of the pause.</param>
    public LiveEntries(Node node, TimeProvider time)
    {
        _node = node;
        _timer = time.CreateTimer(_ => Tell(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _node.Published += OnPublished;
    }

    private event Action? Grown;

    /// <summary>Calls a page back after the journal has grown, in the page's language, until it is disposed of.</summary>
    /// <param name="onPage">Runs something where the page may be touched.</param>
    /// <param name="look">What the page does then.</param>
    public IDisposable Watch(Func<Action, Task> onPage, Action look)
    {
        var language = CultureInfo.CurrentUICulture;
        void Told() => _ = onPage(() =>
        {
            CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = language;
            look();
        });
        Grown += Told;
        return new Watching(() => Grown -= Told);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _node.Published -= OnPublished;
        _timer.Dispose();
    }

    private void OnPublished(long count)
    {
        if (Interlocked.Exchange(ref _waiting, 1) == 0)
            _timer.Change(Pause, Timeout.InfiniteTimeSpan);
    }

    private void Tell()
    {
        Interlocked.Exchange(ref _waiting, 0);
        Grown?.Invoke();
    }

    private sealed class Watching(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
