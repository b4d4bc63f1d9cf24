using Custodia.Statistics.Detection;

namespace Custodia.Statistics.Sequential;

/// <summary>Shewhart's test on SITMUF: z_i, two-sided |z_i|.</summary>
/// <remarks>Symbols, formula, source: <see cref="ShewhartTest"/>.</remarks>
public sealed class ShewhartScore(TestSide side = TestSide.Loss) : SequenceScore
{
    /// <inheritdoc/>
    public override string Name => "shewhart";

    /// <inheritdoc/>
    public override void Score(MufSequence sequence, Span<double> scores)
    {
        ArgumentNullException.ThrowIfNull(sequence);
        var z = sequence.Z;
        for (var i = 0; i < z.Length; i++)
            scores[i] = side == TestSide.Both ? Math.Abs(z[i]) : z[i];
    }

    /// <inheritdoc/>
    public override double? ExactThreshold(double alpha, int periods) => ShewhartTest.Threshold(alpha, periods, side);

    /// <inheritdoc/>
    public override FirstAlarm? ExactFirstAlarm(double threshold, ReadOnlySpan<double> means) =>
        ShewhartTest.FirstAlarm(threshold, means, side);
}
