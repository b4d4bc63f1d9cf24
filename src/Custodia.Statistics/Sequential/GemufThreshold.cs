using Custodia.Statistics.Detection;

namespace Custodia.Statistics.Sequential;

/// <summary>GEMUF V1 at one period i: T_i = MUFᵀ V⁻¹ MUF = Σ_{j≤i} z_j², chi-square with i degrees of freedom.</summary>
/// <remarks>
/// Symbols: z, SITMUF; m = L⁻¹ μ for a loss vector μ (no unit). Exact. Source: the GEMUF test of Seifert (Kernforschungszentrum
/// Karlsruhe, 1987).
/// </remarks>
public static class GemufThreshold
{
    /// <summary>The threshold of T_i for a false alarm with probability α in that one period.</summary>
    public static double Of(double alpha, int period) => ChiSquareDistribution.UpperQuantile(alpha, period);

    /// <summary>P(T_i ≥ threshold of α) for means m_1 … m_i: noncentral chi-square with λ = Σ m_j².</summary>
    public static double Detection(double alpha, ReadOnlySpan<double> means)
    {
        var noncentrality = 0.0;
        foreach (var mean in means)
            noncentrality += mean * mean;
        return ChiSquareDistribution.NoncentralUpper(Of(alpha, means.Length), means.Length, noncentrality);
    }
}
