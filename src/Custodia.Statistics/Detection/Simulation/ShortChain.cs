using Custodia.Statistics.Linear;
using Custodia.Statistics.Sequential;

namespace Custodia.Statistics.Detection.Simulation;

/// <summary>
/// The short chain: MUF is linear in normal errors, so with V fixed z = L⁻¹ μ + N(0, I); one random number a period. For thresholds
/// and power; the full chain shows what it leaves out.
/// </summary>
/// <remarks>Symbols: μ, loss by period (mass); L with V = L Lᵀ (mass).</remarks>
public sealed class ShortChain : SequenceSource
{
    private readonly CholeskyFactor _factor;
    private readonly double[] _means;

    /// <summary>With a loss.</summary>
    /// <param name="factor">L; it must not change while histories are drawn.</param>
    /// <param name="loss">μ_1 … μ_N.</param>
    public ShortChain(CholeskyFactor factor, ReadOnlySpan<double> loss)
    {
        ArgumentNullException.ThrowIfNull(factor);
        (_factor, _means) = (factor, factor.Solve(loss));
    }

    /// <summary>Without loss.</summary>
    public ShortChain(CholeskyFactor factor, int periods)
        : this(factor, new double[periods])
    {
    }

    /// <inheritdoc/>
    public override int Periods => _means.Length;

    /// <inheritdoc/>
    public override string Name => "short chain";

    /// <inheritdoc/>
    public override SequenceDraw Begin() => new Draw(_factor, _means);

    private sealed class Draw(CholeskyFactor factor, double[] means) : SequenceDraw
    {
        private readonly MufSequence _sequence = new(factor, means.Length);
        private readonly double[] _z = new double[means.Length];

        public override MufSequence Next(NormalStream numbers)
        {
            numbers.Fill(_z);
            for (var i = 0; i < _z.Length; i++)
                _z[i] += means[i];
            _sequence.SetZ(_z);
            return _sequence;
        }
    }
}
