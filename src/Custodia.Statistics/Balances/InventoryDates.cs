namespace Custodia.Statistics.Balances;

/// <summary>What of an inventory stands for the physical inventory at one balance date.</summary>
/// <param name="First">The first reading that is used.</param>
/// <param name="Count">How many readings of its stamp there are: more than one for a list of items.</param>
/// <param name="Later">The first reading of the later stamp, if the inventory is interpolated; else −1.</param>
/// <param name="LaterCount">How many readings the later stamp has.</param>
/// <param name="LaterWeight">The weight of the later stamp, 0 … 1; the earlier one has the rest.</param>
/// <param name="Offset">Time of the nearest reading less the balance date (time).</param>
public readonly record struct InventoryAt(int First, int Count, int Later, int LaterCount, double LaterWeight, double Offset)
{
    /// <summary>Σ w x over the readings (mass).</summary>
    internal double Mass(ReadOnlySpan<double> masses)
    {
        var earlier = Sum(masses.Slice(First, Count));
        return Later < 0 ? earlier : (1 - LaterWeight) * earlier + LaterWeight * Sum(masses.Slice(Later, LaterCount));
    }

    private static double Sum(ReadOnlySpan<double> masses)
    {
        var sum = 0.0;
        foreach (var mass in masses)
            sum += mass;
        return sum;
    }
}

/// <summary>The readings of an inventory that stand for it at each balance date.</summary>
internal static class InventoryDates
{
    /// <summary>By how much the distances of two decimals from a third may differ when they are equal, in parts of the largest.</summary>
    private const double Rounding = 1e-15;

    /// <summary>The reading nearest to each date, the earlier one on a tie; or the two about it, by their distance.</summary>
    public static InventoryAt[] Of(ReadOnlySpan<double> times, double[] dates, bool interpolates)
    {
        var found = new InventoryAt[dates.Length];
        var from = 0;
        for (var i = 0; i < dates.Length; i++)
        {
            var date = dates[i];
            while (EndOf(times, from) < times.Length && times[EndOf(times, from)] <= date)
                from = EndOf(times, from);
            found[i] = At(times, date, from, interpolates);
        }
        return found;
    }

    /// <summary>The opening and closing weights of all dates: −1 in the period that ends there, +1 in the one that begins.</summary>
    /// <param name="at">What stands for the inventory at each date.</param>
    /// <param name="readings">How many readings the location has.</param>
    /// <param name="isOpeningExact">Whether the inventory at t₀ has no error. What was interpolated for it has no entry there; readings that
    /// stand for it whole are left to <see cref="ExactOpening"/>.</param>
    public static Contributions Errors(InventoryAt[] at, int readings, bool isOpeningExact)
    {
        var entries = new List<(int, int, double, double)>(at.Length * 2);
        for (var i = 0; i < at.Length; i++)
        {
            var later = at[i].Later < 0 ? 0 : at[i].LaterWeight;
            for (var part = 0; part < at[i].Count; part++)
                AddBoth(at[i].First + part, 1 - later);
            for (var part = 0; part < at[i].LaterCount; part++)
                AddBoth(at[i].Later + part, later);

            void AddBoth(int reading, double weight)
            {
                if (i > 0)
                    entries.Add((reading, i - 1, -weight, weight));
                if (i + 1 < at.Length && !(i == 0 && isOpeningExact && at[i].Later >= 0))
                    entries.Add((reading, i, weight, weight));
            }
        }
        return Contributions.Of(readings, entries);
    }

    private static InventoryAt At(ReadOnlySpan<double> times, double date, int from, bool interpolates)
    {
        var (end, later) = (EndOf(times, from), -1);
        if (end < times.Length && times[from] < date)
            later = end;
        var isLaterNearer = later >= 0 && IsNearer(times[later] - date, date - times[from], Math.Max(Math.Abs(times[from]), Math.Abs(times[later])));
        var nearest = isLaterNearer ? later : from;
        var offset = times[nearest] - date;
        if (!interpolates || later < 0)
            return new(nearest, EndOf(times, nearest) - nearest, -1, 0, 0, offset);
        var weight = (date - times[from]) / (times[later] - times[from]);
        return new(from, end - from, later, EndOf(times, later) - later, weight, offset);
    }

    // 1.0 and 1.2 are as far from 1.1 as each other, though their doubles are not: less than the rounding of the stamps is a tie.
    private static bool IsNearer(double distance, double other, double largest) => other - distance > Rounding * largest;

    // Readings of one stamp are the items of one inventory taking.
    private static int EndOf(ReadOnlySpan<double> times, int first)
    {
        var end = first + 1;
        while (end < times.Length && times[end] == times[first])
            end++;
        return end;
    }
}
