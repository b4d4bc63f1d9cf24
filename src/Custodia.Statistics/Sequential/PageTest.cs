using System.Collections.Immutable;

namespace Custodia.Statistics.Sequential;

/// <summary>An alarm that was investigated and closed: Page's sums begin anew after this period.</summary>
/// <param name="Period">The period of the alarm, from 0; the sums are zero before the next one.</param>
/// <param name="By">Who closed it.</param>
/// <param name="On">When it was closed.</param>
/// <param name="Reason">Why it was closed.</param>
public sealed record PageReset(int Period, string By, DateOnly On, string Reason);

/// <summary>Page's test, the cumulative sum of SITMUF above a reference value.</summary>
/// <remarks>
/// S_i⁺ = max(0, S_{i−1}⁺ + z_i − k), S_i⁻ = max(0, S_{i−1}⁻ − z_i − k), S_0 = 0; k is taken from the first value too. Alarm where
/// S ≥ h; an alarm that nobody closed keeps adding up. Valid on SITMUF, which is independent, and not on MUF / σ.
/// Source: Page, "Continuous inspection schemes" (Biometrika 41, 1954).
/// </remarks>
/// <param name="Reference">k, half of the standardised shift that is to be found soonest (1).</param>
/// <param name="Upper">S_i⁺, the test for loss (1).</param>
/// <param name="Lower">S_i⁻, the test for gain (1).</param>
/// <param name="Resets">The alarms that were closed, by period.</param>
public sealed record PageTest(
    double Reference, ImmutableArray<double> Upper, ImmutableArray<double> Lower, ImmutableArray<PageReset> Resets)
{
    /// <summary>The usual reference value.</summary>
    public const double UsualReference = 0.5;

    /// <summary>Runs both arms over a sequence.</summary>
    /// <param name="sitmuf">z_i, independent with variance 1 (1).</param>
    /// <param name="reference">k (1), at least zero.</param>
    /// <param name="resets">Alarms that were closed; none for a simulation.</param>
    public static PageTest Of(ReadOnlySpan<double> sitmuf, double reference = UsualReference, params IReadOnlyList<PageReset> resets)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(reference);
        var (upper, lower) = (new double[sitmuf.Length], new double[sitmuf.Length]);
        var closed = resets.Select(reset => reset.Period).ToHashSet();
        var (up, down) = (0.0, 0.0);
        for (var i = 0; i < sitmuf.Length; i++)
        {
            if (closed.Contains(i - 1))
                (up, down) = (0, 0);
            upper[i] = up = Math.Max(0, up + sitmuf[i] - reference);
            lower[i] = down = Math.Max(0, down - sitmuf[i] - reference);
        }
        return new(reference, [.. upper], [.. lower], [.. resets.OrderBy(reset => reset.Period)]);
    }

    /// <summary>The periods, from 0, in which an arm is at or above its threshold.</summary>
    /// <param name="threshold">h (1), above zero.</param>
    /// <param name="isTwoSided">Whether the arm for gain counts too.</param>
    public IEnumerable<int> Alarms(double threshold, bool isTwoSided = false) =>
        Enumerable.Range(0, Upper.Length).Where(i => Upper[i] >= threshold || (isTwoSided && Lower[i] >= threshold));
}
