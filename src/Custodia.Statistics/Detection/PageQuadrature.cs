using Custodia.Statistics.Linear;

namespace Custodia.Statistics.Detection;

/// <summary>
/// One arm of Page's test, S_i = max(0, S_{i−1} + z_i − k), alarm where S_i ≥ h, worked out without sampling: the state is an
/// atom at 0 and a density on (0, h), carried from period to period on nodes of Gauss and Legendre.
/// </summary>
/// <remarks>
/// Symbols: z_i ~ N(m_i, 1) independent (SITMUF; m = L⁻¹ μ for a loss vector μ); k, reference value; h, threshold; all without
/// unit. With p_i the atom and f_i the density: f_i(s) = p_{i−1} φ(s + k − m_i) + ∫ f_{i−1}(u) φ(s − u + k − m_i) du,
/// p_i = p_{i−1} Φ(k − m_i) + ∫ f_{i−1}(u) Φ(k − m_i − u) du, and the first alarm is in period i with probability
/// p_{i−1} Φ̄(h + k − m_i) + ∫ f_{i−1}(u) Φ̄(h − u + k − m_i) du. All terms are positive: nothing cancels, whatever α is. Source:
/// Page (Biometrika 41, 1954); the quadrature as in Brook and Evans (Biometrika 59, 1972), on nodes instead of a lattice. Error:
/// below 1e-10 relative, tested by more nodes.
/// </remarks>
public sealed class PageQuadrature
{
    private const int LeastNodes = 60;
    private const double NodesPerUnit = 5;

    private readonly double _k;
    private readonly double _h;
    private readonly double[] _points;
    private readonly double[] _weights;
    private readonly double[] _kernel;
    private readonly double[] _alarm;
    private double _shift = double.NaN;

    /// <summary>Makes the nodes.</summary>
    /// <param name="k">Reference value, any finite number; ½ by custom.</param>
    /// <param name="h">Threshold, positive.</param>
    /// <param name="nodes">How many nodes; 0: as many as the accuracy needs (60, more where h is large).</param>
    public PageQuadrature(double k, double h, int nodes = 0)
    {
        if (!double.IsFinite(k))
            throw new ArgumentOutOfRangeException(nameof(k), k, "A finite reference value is needed.");
        if (!(h > 0 && double.IsFinite(h)))
            throw new ArgumentOutOfRangeException(nameof(h), h, "A positive threshold is needed.");
        ArgumentOutOfRangeException.ThrowIfNegative(nodes);
        (_k, _h) = (k, h);
        var rule = GaussLegendre.On(0, h, nodes > 0 ? nodes : NodesFor(h));
        // The atom is a node of its own: at 0, with weight 1.
        _points = [0, .. rule.Points];
        _weights = [1, .. rule.Weights];
        _kernel = new double[_points.Length * _points.Length];
        _alarm = new double[_points.Length];
    }

    /// <summary>How many nodes the accuracy needs.</summary>
    internal static int NodesFor(double h) => Math.Max(LeastNodes, (int)Math.Ceiling(NodesPerUnit * h));

    /// <summary>The first alarm of the upper arm for given means.</summary>
    /// <param name="means">m_1 … m_N; all 0 when nothing is lost. For the lower arm give −m_i.</param>
    public FirstAlarm FirstAlarm(ReadOnlySpan<double> means)
    {
        var (state, next) = (Start(), new double[_points.Length]);
        var first = new double[means.Length];
        for (var i = 0; i < first.Length; i++)
        {
            Prepare(means[i]);
            first[i] = Dense.Dot(_alarm, state);
            Step(state, next);
            (state, next) = (next, state);
        }
        return new(first);
    }

    /// <summary>P(any alarm in N periods) when nothing is lost.</summary>
    public double FalseAlarm(int periods)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(periods, 1);
        Prepare(0);
        var (state, next, sum) = (Start(), new double[_points.Length], 0.0);
        for (var i = 0; i < periods; i++)
        {
            sum += Dense.Dot(_alarm, state);
            Step(state, next);
            (state, next) = (next, state);
        }
        return sum;
    }

    private double[] Start()
    {
        var state = new double[_points.Length];
        state[0] = 1;
        return state;
    }

    private void Step(double[] state, double[] next)
    {
        for (var i = 0; i < next.Length; i++)
            next[i] = Dense.Dot(_kernel.AsSpan(i * next.Length, next.Length), state);
    }

    // The kernel depends on the mean alone: where that stays, so does the kernel.
    private void Prepare(double mean)
    {
        if (!double.IsFinite(mean))
            throw new ArgumentOutOfRangeException(nameof(mean), mean, "Finite means are needed.");
        var shift = _k - mean;
        if (shift == _shift)
            return;
        _shift = shift;
        var count = _points.Length;
        for (var j = 0; j < count; j++)
        {
            _kernel[j] = NormalDistribution.Lower(shift - _points[j]);
            _alarm[j] = NormalDistribution.Upper(_h - _points[j] + shift);
        }
        for (var i = 1; i < count; i++)
        {
            var row = _kernel.AsSpan(i * count, count);
            var (at, weight) = (_points[i] + shift, _weights[i] * NormalDistribution.Density(0));
            for (var j = 0; j < count; j++)
                row[j] = weight * Math.Exp(-0.5 * (at - _points[j]) * (at - _points[j]));
        }
    }
}
