using Custodia.Statistics.Linear;

namespace Custodia.Statistics.Sequential;

/// <summary>GEMUF V5B3: the loss of each period is estimated from five balances, the middle one with weight three.</summary>
/// <remarks>
/// Symbols: m_j = (MUF_{j−2} + MUF_{j−1} + 3 MUF_j + MUF_{j+1} + MUF_{j+2})/7 (mass), which the first and the last two periods of
/// the data do not have; T_i = Σ_{3≤j≤i} m_j (V_i⁻¹ MUF_{1…i})_j (no unit) for 3 ≤ i ≤ N − 2, and no number, never 0, in the
/// others. With y = L⁻¹ (0, 0, m_3, …) it is Σ_{j≤i} y_j z_j, so that all periods together cost one substitution. T_i needs two
/// balances that follow. Its distribution is no known one: thresholds by simulation. Source: the GEMUF test
/// of Seifert (Kernforschungszentrum Karlsruhe, 1987), V5B3.
/// </remarks>
public static class SmoothedGemuf
{
    /// <summary>How many periods at each end of the data have no estimate.</summary>
    public const int Border = 2;

    /// <summary>T_1 … T_N; NaN where it is not defined.</summary>
    public static double[] Statistics(MufSequence sequence)
    {
        ArgumentNullException.ThrowIfNull(sequence);
        var (statistics, room) = (new double[sequence.Periods], new double[2 * sequence.Periods]);
        Fill(sequence, statistics, room);
        return statistics;
    }

    /// <summary>m_1 … m_N (mass); NaN where it is not defined.</summary>
    public static double[] Losses(ReadOnlySpan<double> muf)
    {
        var losses = new double[muf.Length];
        for (var j = 0; j < losses.Length; j++)
            losses[j] = IsDefined(j, muf.Length) ? Loss(muf, j) : double.NaN;
        return losses;
    }

    internal static bool IsDefined(int j, int periods) => j >= Border && j < periods - Border;

    /// <summary>The same without new room: twice as many numbers as there are periods are given for the work.</summary>
    internal static void Fill(MufSequence sequence, Span<double> statistics, Span<double> room)
    {
        var n = sequence.Periods;
        var muf = sequence.Muf;
        var z = sequence.Z;
        var losses = room[..n];
        var solved = room.Slice(n, n);
        losses.Clear();
        for (var j = Border; j < n - Border; j++)
            losses[j] = Loss(muf, j);
        sequence.Factor.Solve(losses, solved);
        statistics.Fill(double.NaN);
        var sum = 0.0;
        for (var i = Border; i < n - Border; i++)
        {
            sum += solved[i] * z[i];
            statistics[i] = sum;
        }
    }

    /// <summary>E T_i and its standard deviation when nothing is lost (NaN where T_i is not defined), from the matrix B of y = B z.</summary>
    internal static (double[] Means, double[] Deviations) Moments(CholeskyFactor factor, int periods)
    {
        // Column l of B: the y of a sequence whose z is the l-th unit vector.
        var columns = new double[periods][];
        var (sequence, unit, losses) = (new MufSequence(factor, periods), new double[periods], new double[periods]);
        for (var l = 0; l < periods; l++)
        {
            Array.Clear(unit);
            unit[l] = 1;
            sequence.SetZ(unit);
            for (var j = Border; j < periods - Border; j++)
                losses[j] = Loss(sequence.Muf, j);
            columns[l] = factor.Solve(losses);
        }
        var (means, deviations) = (new double[periods], new double[periods]);
        Array.Fill(means, double.NaN);
        Array.Fill(deviations, double.NaN);
        var (mean, variance) = (0.0, 0.0);
        for (var i = Border; i < periods - Border; i++)
        {
            // T_i = z' A z with A = the first i rows of B; Var = 2 |(A + A')/2|², which row i of B adds to as follows.
            mean += columns[i][i];
            for (var l = 0; l < periods; l++)
                variance += columns[l][i] * columns[l][i];
            for (var l = Border; l < i; l++)
                variance += 2 * columns[l][i] * columns[i][l];
            variance += columns[i][i] * columns[i][i];
            (means[i], deviations[i]) = (mean, Math.Sqrt(variance));
        }
        return (means, deviations);
    }

    private static double Loss(ReadOnlySpan<double> muf, int j) =>
        (muf[j - 2] + muf[j - 1] + (3 * muf[j]) + muf[j + 1] + muf[j + 2]) / 7;
}
