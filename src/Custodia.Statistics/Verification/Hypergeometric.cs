using System.Numerics;

namespace Custodia.Statistics.Verification;

/// <summary>Samples without replacement: of N items d are falsified, n are drawn, K of those are falsified.</summary>
/// <remarks>P(K = k) = C(d, k) C(N − d, n − k) / C(N, n). Source: any text; Avenhaus and Canty, Compliance Quantified (1996).</remarks>
public static class Hypergeometric
{
    /// <summary>The greatest N.</summary>
    public const int MostItems = 1_000_000;

    private const double Rounding = 1.2e-16;

    /// <summary>P(K = 0) = Π_{i &lt; m} (N − M − i) / (N − i), m and M the lesser and greater of n and d; relative error below 2 m 2⁻⁵³.</summary>
    /// <param name="population">N ≥ 0.</param>
    /// <param name="falsified">d, 0 … N.</param>
    /// <param name="sampled">n, 0 … N.</param>
    public static double Miss(int population, int falsified, int sampled)
    {
        Check(population, falsified, sampled);
        var (lesser, greater) = (Math.Min(falsified, sampled), Math.Max(falsified, sampled));
        if (lesser + greater > population)
            return 0;
        var product = 1.0;
        for (var i = 0; i < lesser && product > 0; i++)
            product *= (double)(population - greater - i) / (population - i);
        return product;
    }

    /// <summary>
    /// Probability that no falsified item is found, where each that is drawn is recognised with a probability p of its own:
    /// E[(1 − p)^K].
    /// </summary>
    /// <param name="population">N ≥ 0.</param>
    /// <param name="falsified">d, 0 … N.</param>
    /// <param name="sampled">n, 0 … N.</param>
    /// <param name="identification">p, 0 … 1.</param>
    public static double Miss(int population, int falsified, int sampled, double identification)
    {
        if (!(identification >= 0 && identification <= 1))
            throw new ArgumentOutOfRangeException(nameof(identification));
        return identification == 1
            ? Miss(population, falsified, sampled)
            : Mean(population, falsified, sampled, k => Math.Pow(1 - identification, k));
    }

    /// <summary>
    /// E[f(K)] for an f between 0 and 1 that does not grow with k. The weights start with 1 at the mode and are divided by their sum, so that no
    /// logarithm of a factorial of a million is taken, which would cost seven digits.
    /// </summary>
    internal static double Mean(int population, int falsified, int sampled, Func<int, double> value)
    {
        Check(population, falsified, sampled);
        var least = Math.Max(0, falsified + sampled - population);
        var most = Math.Min(falsified, sampled);
        var mode = Math.Clamp((int)((falsified + 1L) * (sampled + 1L) / (population + 2L)), least, most);
        var (weights, sum) = (1.0, value(mode));
        var weight = 1.0;
        for (var k = mode; k < most && weight > 1e-20 * weights; k++)
        {
            weight *= Up(population, falsified, sampled, k);
            weights += weight;
            sum += weight * value(k + 1);
        }

        weight = 1.0;
        // Below, f may grow to 1 but no further, and the weights fall: the rest is less than the product in the condition.
        for (var k = mode; k > least && weight * (k - least) > 1e-18 * sum; k--)
        {
            weight /= Up(population, falsified, sampled, k - 1);
            weights += weight;
            sum += weight * value(k - 1);
        }
        return sum / weights;
    }

    /// <summary>Whether P(K = 0) ≤ β, decided exactly: by integers where the product comes too near to β to tell.</summary>
    internal static bool MissesAtMost(int population, int falsified, int sampled, decimal missed)
    {
        var (lesser, greater) = (Math.Min(falsified, sampled), Math.Max(falsified, sampled));
        if (lesser + greater > population || missed == 0)
            return lesser + greater > population;
        var (product, limit, margin) = (1.0, (double)missed, ((2.0 * lesser) + 4) * Rounding);
        for (var i = 0; i < lesser; i++)
        {
            product *= (double)(population - greater - i) / (population - i);
            // No factor is above 1: what is below the limit stays there.
            if (product < limit * (1 - margin))
                return true;
        }
        return product <= limit * (1 + margin) && MissesAtMostExactly(population, falsified, sampled, missed, identification: 1);
    }

    /// <summary>Whether E[(1 − p)^K] ≤ β; near to it by integers.</summary>
    internal static bool MissesAtMost(int population, int falsified, int sampled, decimal missed, decimal identification)
    {
        const double Margin = 1e-10;
        if (identification == 1)
            return MissesAtMost(population, falsified, sampled, missed);
        // Who can miss one that is drawn can miss them all.
        if (missed == 0)
            return false;
        var miss = Miss(population, falsified, sampled, (double)identification);
        var limit = (double)missed;
        return miss < limit * (1 - Margin)
            || (miss <= limit * (1 + Margin) && MissesAtMostExactly(population, falsified, sampled, missed, identification));
    }

    /// <summary>
    /// The same with integers throughout: Σ_k C(m, k) M^(k) (N − M)^(m − k) (1 − p)^k ≤ β N^(m), x^(k) = x (x − 1) … (x − k + 1). With the lesser
    /// of n and d in the place of m the numbers stay short where a tie is likely, at few items or few falsified ones.
    /// </summary>
    internal static bool MissesAtMostExactly(int population, int falsified, int sampled, decimal missed, decimal identification)
    {
        var (left, unit) = Fraction(1 - identification);
        var (limit, one) = Fraction(missed);
        var (lesser, greater) = (Math.Min(falsified, sampled), Math.Max(falsified, sampled));
        var good = population - greater;
        var first = Math.Max(0, lesser - good);
        var weight = Choose(lesser, first) * Falling(greater, first) * Falling(good, lesser - first);
        var sum = BigInteger.Zero;
        // q = left / unit; all is multiplied with unit^m.
        for (var k = first; k <= (left.IsZero ? 0 : lesser); k++)
        {
            sum += weight * BigInteger.Pow(left, k) * BigInteger.Pow(unit, lesser - k);
            if (k < lesser)
                weight = weight * (lesser - k) * (greater - k) / ((k + 1) * (good - (lesser - k - 1L)));
        }
        return sum * one <= limit * Falling(population, lesser) * BigInteger.Pow(unit, lesser);
    }

    private static double Up(int population, int falsified, int sampled, int k) =>
        (double)(falsified - k) * (sampled - k) / ((k + 1.0) * ((double)population - falsified - sampled + k + 1));

    private static (BigInteger Numerator, BigInteger Denominator) Fraction(decimal value)
    {
        var scale = value.Scale;
        var bits = decimal.GetBits(value);
        var whole = new decimal(bits[0], bits[1], bits[2], false, 0);
        return (new BigInteger(whole), BigInteger.Pow(10, scale));
    }

    private static BigInteger Falling(int from, int count)
    {
        var result = BigInteger.One;
        for (var i = 0; i < count; i++)
            result *= from - i;
        return result;
    }

    private static BigInteger Choose(int n, int k)
    {
        var result = BigInteger.One;
        for (var i = 0; i < Math.Min(k, n - k); i++)
            result = result * (n - i) / (i + 1);
        return result;
    }

    private static void Check(int population, int falsified, int sampled)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(population);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(population, MostItems);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)falsified, (uint)population, nameof(falsified));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)sampled, (uint)population, nameof(sampled));
    }
}
