namespace Custodia.Books;

/// <summary>
/// When the entries of a book were recorded, and from which day on they changed it. Of the latter, kept are only the entries
/// of which no later one reaches back as far: days and entries rise together, so the first kept entry past a number has the
/// earliest day of all past it. Safe on any thread.
/// </summary>
internal sealed class ChangedDays
{
    private readonly Lock _lock = new();
    private readonly List<(long Sequence, DateOnly Day)> _changed = [];
    private readonly List<(long Sequence, DateOnly Day)> _recorded = [];

    /// <summary>Notes an entry that comes after all others.</summary>
    public void Add(in Stamp stamp, DateOnly day)
    {
        var recorded = stamp.Day;
        lock (_lock)
        {
            while (_changed.Count > 0 && _changed[^1].Day >= day)
                _changed.RemoveAt(_changed.Count - 1);
            _changed.Add((stamp.Sequence, day));
            // A clock that was set back records nothing of a later day before it catches up.
            while (_recorded.Count > 0 && _recorded[^1].Day >= recorded)
                _recorded.RemoveAt(_recorded.Count - 1);
            _recorded.Add((stamp.Sequence, recorded));
        }
    }

    /// <summary>The earliest day of the entries from a number on; past all days where there are none.</summary>
    public DateOnly Since(long first)
    {
        lock (_lock)
        {
            var at = First(_changed, entry => entry.Sequence >= first);
            return at < _changed.Count ? _changed[at].Day : DateOnly.MaxValue;
        }
    }

    /// <summary>One more than the number of the last entry that was recorded up to a day; 0 where there is none.</summary>
    public long CountAt(DateOnly day)
    {
        lock (_lock)
        {
            var after = First(_recorded, entry => entry.Day > day);
            return after == 0 ? 0 : _recorded[after - 1].Sequence + 1;
        }
    }

    private static int First(List<(long Sequence, DateOnly Day)> entries, Func<(long Sequence, DateOnly Day), bool> isPast)
    {
        var (low, high) = (0, entries.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (isPast(entries[middle]))
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }
}
