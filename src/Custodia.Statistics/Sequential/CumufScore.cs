using Custodia.Statistics.Detection;

namespace Custodia.Statistics.Sequential;

/// <summary>The CUMUF test: CUMUF_i / σ_CUMUF,i against one constant; two-sided its absolute value.</summary>
/// <remarks>
/// Symbols: CUMUF_i = MUF_1 + … + MUF_i, σ_CUMUF,i = √(1ᵀ V_{1…i} 1) (mass); the number has no unit. The numbers of different
/// periods are correlated, so the threshold needs simulation. Best against an even loss over the full time, weak against an abrupt
/// one late in it. Source: IAEA STR-368 and Avenhaus, Safeguards Systems Analysis (1986), ch. 3.
/// </remarks>
public sealed class CumufScore(TestSide side = TestSide.Loss) : SequenceScore
{
    /// <inheritdoc/>
    public override string Name => "cumuf";

    /// <inheritdoc/>
    public override void Score(MufSequence sequence, Span<double> scores)
    {
        ArgumentNullException.ThrowIfNull(sequence);
        var muf = sequence.Muf;
        var sigma = sequence.SigmaCumuf;
        var cumuf = 0.0;
        for (var i = 0; i < muf.Length; i++)
        {
            cumuf += muf[i];
            scores[i] = (side == TestSide.Both ? Math.Abs(cumuf) : cumuf) / sigma[i];
        }
    }
}
