using System.Collections.Immutable;

namespace Custodia.Statistics.Balances;

/// <summary>
/// What one method at one location adds to the variance of each MUF. All parts together are V_ii, to the last bit, since V_ii is
/// made of them. A systematic part can be negative: there a method takes back what it adds at another location.
/// </summary>
/// <remarks>
/// Random: Σ_j (r² b_ij² + a² a_ij²), with b_ij = a_ij x_j. Systematic: Σ_c s² y_lci Y_ci + b² w_lci W_ci over the calibration periods c,
/// with y the sum of b_ij at this location, and Y at all that use the method; w and W the sums of a_ij.
/// </remarks>
/// <param name="Location">Index of the location in the case.</param>
/// <param name="Method">Index of the method in the case.</param>
/// <param name="IsSystematic">Whether it is the part of the systematic errors.</param>
/// <param name="Variance">The part of each V_ii (mass²).</param>
public sealed record VariancePart(int Location, int Method, bool IsSystematic, ImmutableArray<double> Variance);
