namespace Custodia.Statistics.Sequential;

/// <summary>
/// GEMUF V1 in every period: T_i = Σ_{j≤i} z_j², put on one scale by the cube root of Wilson and Hilferty, so that one constant
/// serves all periods.
/// </summary>
/// <remarks>
/// Symbols: T_i ~ χ² with i degrees of freedom when nothing is lost (no unit); the number is
/// ((T_i/i)^⅓ − (1 − 2/(9i))) / √(2/(9i)), nearly N(0, 1). The threshold for any alarm in N periods needs simulation; that of one
/// period alone is <see cref="GemufThreshold.Of"/>. Source: the GEMUF test of Seifert
/// (Kernforschungszentrum Karlsruhe, 1987); Wilson and Hilferty (PNAS 17, 1931).
/// </remarks>
public sealed class GemufScore : SequenceScore
{
    /// <inheritdoc/>
    public override string Name => "gemuf-v1";

    /// <inheritdoc/>
    public override void Score(MufSequence sequence, Span<double> scores)
    {
        ArgumentNullException.ThrowIfNull(sequence);
        var z = sequence.Z;
        var sum = 0.0;
        for (var i = 0; i < z.Length; i++)
        {
            sum += z[i] * z[i];
            var part = 2.0 / (9 * (i + 1));
            scores[i] = (Math.Cbrt(sum / (i + 1)) - (1 - part)) / Math.Sqrt(part);
        }
    }

    /// <summary>The T_i that a threshold on the common scale means in period i, from 1 (no unit).</summary>
    public static double Statistic(double threshold, int period)
    {
        var part = 2.0 / (9 * period);
        return period * Math.Pow(Math.Max(0, 1 - part + (threshold * Math.Sqrt(part))), 3);
    }
}
