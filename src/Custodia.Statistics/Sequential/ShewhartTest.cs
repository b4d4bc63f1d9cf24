using Custodia.Statistics.Detection;

namespace Custodia.Statistics.Sequential;

/// <summary>Shewhart's test on SITMUF: alarm in each period where z_i ≥ c (two-sided: |z_i| ≥ c).</summary>
/// <remarks>
/// Symbols: z_i ~ N(m_i, 1) independent, m = L⁻¹ μ; c, threshold, no unit; (1 − α) = Φ(c)^N one-sided, (2Φ(c) − 1)^N two-sided.
/// Exact, and best against an abrupt loss. Source: Shewhart (1931); for material balances Jones (ESARDA, 1984).
/// </remarks>
public static class ShewhartTest
{
    /// <summary>The c with P(any false alarm in N periods) = α.</summary>
    public static double Threshold(double alpha, int periods, TestSide side = TestSide.Loss)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(periods, 1);
        Level.ThrowIfNotInside(alpha);
        var each = SmallDifferences.ShareOf(alpha, periods);
        return NormalDistribution.UpperQuantile(side == TestSide.Both ? each / 2 : each);
    }

    /// <summary>The first alarm for given means m_1 … m_N.</summary>
    public static FirstAlarm FirstAlarm(double threshold, ReadOnlySpan<double> means, TestSide side = TestSide.Loss)
    {
        var (first, quiet) = (new double[means.Length], 1.0);
        for (var i = 0; i < first.Length; i++)
        {
            var upper = NormalDistribution.Upper(threshold - means[i]);
            var lower = side == TestSide.Both ? NormalDistribution.Upper(threshold + means[i]) : 0;
            first[i] = quiet * (upper + lower);
            quiet *= side == TestSide.Both
                ? NormalDistribution.Lower(threshold - means[i]) - NormalDistribution.Lower(-threshold - means[i])
                : NormalDistribution.Lower(threshold - means[i]);
        }
        return new(first);
    }
}
