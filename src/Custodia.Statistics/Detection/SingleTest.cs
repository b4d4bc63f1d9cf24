namespace Custodia.Statistics.Detection;

/// <summary>The test of one balance against its standard deviation.</summary>
/// <remarks>
/// Symbols: σ, sigma_MUF (mass); M, loss (mass, the same unit); α, probability of a false alarm; β, of a missed loss. One-sided:
/// alarm where MUF &gt; z_{1−α} σ, 1 − β = Φ(M/σ − z_{1−α}). Two-sided: alarm where |MUF| &gt; z_{1−α/2} σ. Source: IAEA/SG/SCT/5
/// (Statistical Concepts and Techniques for IAEA Safeguards), ch. 5; Avenhaus, Safeguards Systems Analysis (1986), ch. 2.
/// </remarks>
public static class SingleTest
{
    /// <summary>The threshold in units of σ: z_{1−α}, or z_{1−α/2} where two-sided.</summary>
    public static double Threshold(double alpha, TestSide side = TestSide.Loss) =>
        NormalDistribution.UpperQuantile(side == TestSide.Both ? alpha / 2 : alpha);

    /// <summary>1 − β, the probability that a loss M is detected.</summary>
    public static double Detection(double loss, double sigma, double alpha, TestSide side = TestSide.Loss)
    {
        ThrowIfNotPositive(sigma, nameof(sigma));
        var (shift, threshold) = (loss / sigma, Threshold(alpha, side));
        var upper = NormalDistribution.Upper(threshold - shift);
        return side == TestSide.Both ? upper + NormalDistribution.Upper(threshold + shift) : upper;
    }

    /// <summary>
    /// The loss that is detected with probability 1 − β: (z_{1−α} + z_{1−β}) σ one-sided, 3.29 σ at α = β = 0.05. Two-sided the
    /// small probability of an alarm on the wrong side counts too.
    /// </summary>
    public static double DetectableLoss(double sigma, double alpha, double beta, TestSide side = TestSide.Loss)
    {
        ThrowIfNotPositive(sigma, nameof(sigma));
        return sigma * Shift(alpha, beta, side);
    }

    /// <summary>The greatest σ with which a loss of the goal M is detected with probability 1 − β: M/3.29 at α = β = 0.05.</summary>
    public static double NeededSigma(double goal, double alpha, double beta, TestSide side = TestSide.Loss)
    {
        ThrowIfNotPositive(goal, nameof(goal));
        return goal / Shift(alpha, beta, side);
    }

    private static double Shift(double alpha, double beta, TestSide side)
    {
        Level.ThrowIfNotInside(beta);
        if (1 - beta <= alpha)
            throw new ArgumentOutOfRangeException(nameof(beta), beta, "1 − β must be above α: no loss is needed for less.");
        var oneSided = Threshold(alpha, side) + NormalDistribution.UpperQuantile(beta);
        return side == TestSide.Loss
            ? oneSided
            : BracketedRoot.Find(shift => Detection(shift, 1, alpha, side) - (1 - beta), 0, Math.Max(oneSided, 0) + 1, 1e-13);
    }

    private static void ThrowIfNotPositive(double value, string name)
    {
        if (!(value > 0 && double.IsFinite(value)))
            throw new ArgumentOutOfRangeException(name, value, "A positive mass is needed.");
    }
}
