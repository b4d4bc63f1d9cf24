using Custodia.Statistics.Detection;

namespace Custodia.Statistics.Verification;

/// <summary>How many items of a stratum have to be verified so that a falsification of the goal quantity is found.</summary>
/// <remarks>
/// A stratum of N items of mean content x̄ from which M is missing, a part γ of each falsified item, holds d = ⌈M / (γ x̄)⌉ falsified
/// ones. Decimals are exact here: 1.1 / 0.1 is 11 and not a little more. Source: IAEA/SG/SCT/5; Avenhaus and Canty (1996).
/// </remarks>
public static class SampleSize
{
    private const double Rounding = 1e-13;

    /// <summary>d = ⌈M / (γ x̄)⌉; null where that is more than there can be items.</summary>
    /// <param name="mean">x̄, mean content of an item (mass), above 0.</param>
    /// <param name="goal">M (mass), above 0.</param>
    /// <param name="defect">γ, the part of an item's content that is missing, above 0 and at most 1.</param>
    public static int? Falsified(decimal mean, decimal goal, decimal defect = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(mean);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(goal);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(defect);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(defect, 1);
        var each = mean * defect;
        if (each == 0 || goal / Hypergeometric.MostItems > each)
            return null;
        var whole = decimal.Floor(goal / each);
        return (int)(whole * each < goal ? whole + 1 : whole);
    }

    /// <summary>The smallest n with a probability to find at least one falsified item of at least 1 − β, compared exactly.</summary>
    /// <param name="population">N, 1 … 1,000,000.</param>
    /// <param name="falsified">d, 1 … N.</param>
    /// <param name="detection">1 − β, above 0 and at most 1.</param>
    /// <param name="identification">p, probability to recognise a falsified item that is drawn, above 0 and at most 1.</param>
    /// <returns>n, or null where even all N items are not enough.</returns>
    public static int? Smallest(int population, int falsified, decimal detection, decimal identification = 1)
    {
        Check(population, falsified);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(detection);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(detection, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(identification);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(identification, 1);
        var missed = 1 - detection;
        // Each further item makes a miss less probable, so the smallest n is where the answer turns.
        var (low, high) = (0, population);
        if (!Hypergeometric.MissesAtMost(population, falsified, high, missed, identification))
            return null;
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = Hypergeometric.MissesAtMost(population, falsified, middle, missed, identification) ? (low, middle) : (middle, high);
        }
        return high;
    }

    /// <summary>The planning formula n = ⌈N (1 − β^{γ x̄ / M})⌉, on the safe side of the exact number.</summary>
    /// <param name="population">N ≥ 1.</param>
    /// <param name="mean">x̄ (mass).</param>
    /// <param name="goal">M (mass).</param>
    /// <param name="detection">1 − β, above 0 and below 1.</param>
    /// <param name="defect">γ.</param>
    public static int Planning(int population, decimal mean, decimal goal, decimal detection, decimal defect = 1)
    {
        Check(population, 1);
        return AtMost(population, population * SmallDifferences.ShareOf((double)detection, 1 / (double)(mean * defect / goal)));
    }

    /// <summary>The adjusted formula n ≈ ⌈(1 − β^{1/d}) (N − (d − 1) / 2)⌉, mostly the exact number.</summary>
    /// <param name="population">N ≥ 1.</param>
    /// <param name="falsified">d, 1 … N.</param>
    /// <param name="detection">1 − β, above 0 and below 1.</param>
    public static int Adjusted(int population, int falsified, decimal detection)
    {
        Check(population, falsified);
        return AtMost(population, SmallDifferences.ShareOf((double)detection, falsified) * (population - ((falsified - 1) / 2.0)));
    }

    // A whole number that comes out a rounding too large is no more than it is.
    private static int AtMost(int population, double size) => (int)Math.Min(population, Math.Ceiling(size * (1 - Rounding)));

    private static void Check(int population, int falsified)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(population);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(population, Hypergeometric.MostItems);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(falsified);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(falsified, population);
    }
}
