using System.Collections.Immutable;

namespace Custodia.Statistics.Sequential;

/// <summary>GEMUF, the test that estimates the pattern of a loss from the data themselves.</summary>
/// <remarks>T_i = m' V_i⁻¹ MUF_{1…i}, with m an estimate of the loss in each period. Source: the GEMUF test of Seifert
/// (Kernforschungszentrum Karlsruhe, 1987).</remarks>
public static class Gemuf
{
    /// <summary>
    /// V1: each MUF is its own estimate, m = MUF, so that T_i = Σ_{j ≤ i} z_j². Without loss it is χ² with i degrees of freedom.
    /// </summary>
    /// <param name="sitmuf">z = L⁻¹ MUF (1).</param>
    public static ImmutableArray<double> V1(ReadOnlySpan<double> sitmuf)
    {
        var values = ImmutableArray.CreateBuilder<double>(sitmuf.Length);
        var sum = 0.0;
        foreach (var z in sitmuf)
            values.Add(sum += z * z);
        return values.MoveToImmutable();
    }
}
