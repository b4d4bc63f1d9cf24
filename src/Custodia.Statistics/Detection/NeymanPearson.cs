using Custodia.Statistics.Linear;

namespace Custodia.Statistics.Detection;

/// <summary>The ceiling: no test of level α detects a known loss pattern more often than this.</summary>
/// <remarks>
/// Symbols: μ, loss by period (mass); V = L Lᵀ, covariance of MUF (mass²). Statistic μᵀ V⁻¹ MUF; power
/// Φ(√(μᵀ V⁻¹ μ) − z_{1−α}), where μᵀ V⁻¹ μ = |L⁻¹ μ|². Exact. Source: Neyman and Pearson (1933); for material balances Avenhaus
/// and Jaech, "On subdividing material balances in time and/or space" (JNMM, 1981).
/// </remarks>
public static class NeymanPearson
{
    /// <summary>√(μᵀ V⁻¹ μ), the loss in units of the standard deviation of the best estimate of its size.</summary>
    public static double Distance(CholeskyFactor factor, ReadOnlySpan<double> loss)
    {
        ArgumentNullException.ThrowIfNull(factor);
        var means = factor.Solve(loss);
        return Math.Sqrt(Dense.Dot(means, means));
    }

    /// <summary>The total mass of a pattern that the best test finds with probability 1 − β: no other test finds less as often.</summary>
    /// <param name="factor">L.</param>
    /// <param name="pattern">μ of any positive total (mass): only its shape counts.</param>
    /// <param name="alpha">α.</param>
    /// <param name="beta">β; 1 − β must be above α.</param>
    public static double DetectableMass(CholeskyFactor factor, ReadOnlySpan<double> pattern, double alpha, double beta)
    {
        var total = 0.0;
        foreach (var mass in pattern)
            total += mass;
        if (!(total > 0))
            throw new ArgumentException("The masses of the pattern must have a positive sum.", nameof(pattern));
        return SingleTest.DetectableLoss(1, alpha, beta) * total / Distance(factor, pattern);
    }

    /// <summary>The greatest probability of detection at level α.</summary>
    public static double Detection(CholeskyFactor factor, ReadOnlySpan<double> loss, double alpha) =>
        NormalDistribution.Upper(NormalDistribution.UpperQuantile(alpha) - Distance(factor, loss));
}
