namespace Custodia.Journal;

/// <summary>The checks of what is asked of a store, the same for each.</summary>
internal static class StoreRange
{
    /// <summary>Entries <c>[first, first + count)</c> must be among those there.</summary>
    internal static void Check(long first, long count, long there)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first, there);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, there - first);
    }

    /// <summary>All leaves under the nodes must be among those there.</summary>
    internal static void CheckNodes(int level, long first, int count, long there)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(level);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(level, 62);
        Check(first, count, there >> level);
    }
}
