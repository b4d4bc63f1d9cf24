using Custodia.Statistics.Detection;

namespace Custodia.Statistics.Sequential;

/// <summary>Page's test on SITMUF without reset: S_i = max(0, S_{i−1} + z_i − k); two-sided the larger of both arms.</summary>
/// <remarks>Symbols, formula, source: <see cref="PageQuadrature"/>. k is subtracted from the first value too.</remarks>
public sealed class PageScore(double k = 0.5, TestSide side = TestSide.Loss) : SequenceScore
{
    /// <inheritdoc/>
    public override string Name => "page";

    /// <inheritdoc/>
    public override void Score(MufSequence sequence, Span<double> scores)
    {
        ArgumentNullException.ThrowIfNull(sequence);
        var z = sequence.Z;
        var (upper, lower) = (0.0, 0.0);
        for (var i = 0; i < z.Length; i++)
        {
            upper = Math.Max(0, upper + z[i] - k);
            lower = side == TestSide.Both ? Math.Max(0, lower - z[i] - k) : 0;
            scores[i] = Math.Max(upper, lower);
        }
    }

    /// <inheritdoc/>
    public override double? ExactThreshold(double alpha, int periods) => PageThreshold.Of(alpha, periods, k, side);

    /// <summary>One-sided alone: of two arms only bounds are known (<see cref="PageQuadrature"/> gives each).</summary>
    public override FirstAlarm? ExactFirstAlarm(double threshold, ReadOnlySpan<double> means) =>
        side == TestSide.Loss ? new PageQuadrature(k, threshold).FirstAlarm(means) : null;
}
