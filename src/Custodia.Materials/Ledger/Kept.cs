using System.Collections.Concurrent;
using Custodia.Books;

namespace Custodia.Materials.Ledger;

/// <summary>
/// What was worked out from all that an MBA's ledger holds, kept until the ledger takes a further entry. Only a view that
/// knows all of it is answered from it; any other is worked out anew. It is worked out without a reader, so it is the same
/// for everybody: who may see it is decided where it is used, MBA by MBA. Safe on any thread that holds the book's lock for
/// reading.
/// </summary>
/// <param name="read">Works it out, for a day on which deadlines are judged.</param>
internal sealed class Kept<T>(Func<MbaLedger, DateOnly, View, T> read)
{
    /// <summary>Most days for which it is kept: readers of different MBAs judge by days of their own, and look back.</summary>
    public const int MaxDays = 16;

    private volatile State _state = new(-1);

    /// <summary>How it stands in a view.</summary>
    public T Of(MbaLedger ledger, DateOnly day, View view)
    {
        var own = view with { Reader = null };
        if (!view.Knows(ledger.LastEntry))
            return read(ledger, day, own);
        var state = _state;
        if (state.Entry != ledger.LastEntry)
            _state = state = new State(ledger.LastEntry);
        if (state.ByDay.TryGetValue((day, view.AsOf), out var kept))
            return kept;
        var value = read(ledger, day, own);
        if (state.ByDay.Count >= MaxDays)
            state.ByDay.Clear();
        state.ByDay.TryAdd((day, view.AsOf), value);
        return value;
    }

    private sealed class State(long entry)
    {
        public long Entry { get; } = entry;

        public ConcurrentDictionary<(DateOnly Day, DateOnly AsOf), T> ByDay { get; } = new(concurrencyLevel: 1, capacity: 1);
    }
}
