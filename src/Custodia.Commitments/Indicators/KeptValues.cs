using System.Collections.Concurrent;

namespace Custodia.Commitments.Indicators;

/// <summary>
/// Values that were worked out, by day and indicator. One counts for every view that knows as much or more, as long as no entry
/// came since that reaches back to its day. They are the books' own, before anything is left out for a reader. Safe on any
/// thread.
/// </summary>
internal sealed class KeptValues
{
    /// <summary>Most values that are kept: all 89 over forty years of months.</summary>
    public const int Most = 45_000;

    private readonly ConcurrentDictionary<(DateOnly Day, string Indicator), (long Count, IndicatorValue Value)> _kept = new();

    /// <summary>The kept value, and how many entries it knew; <c>null</c> where none is kept.</summary>
    public (long Count, IndicatorValue Value)? Find(DateOnly day, string indicator) =>
        _kept.TryGetValue((day, indicator), out var kept) ? kept : null;

    /// <summary>Keeps a value that knew so many entries; one that knew more stays.</summary>
    public void Keep(DateOnly day, IndicatorValue value, long count)
    {
        if (_kept.Count >= Most)
            _kept.Clear();
        _kept.AddOrUpdate((day, value.Indicator), (count, value), (_, known) => known.Count > count ? known : (count, value));
    }
}
