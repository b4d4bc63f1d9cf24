namespace Custodia.Statistics.Detection;

/// <summary>Nodes and weights of Gauss and Legendre: ∫ f over an interval ≈ Σ w_j f(x_j), exact for degree 2n − 1.</summary>
/// <param name="Points">x_j, rising.</param>
/// <param name="Weights">w_j &gt; 0; their sum is the length of the interval.</param>
public sealed record GaussLegendre(IReadOnlyList<double> Points, IReadOnlyList<double> Weights)
{
    /// <summary>The rule with n nodes on (from, to), by Newton's method on P_n (Davis and Rabinowitz, 1984, ch. 2.7).</summary>
    public static GaussLegendre On(double from, double to, int nodes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(nodes, 1);
        var (points, weights) = (new double[nodes], new double[nodes]);
        var (middle, half) = (0.5 * (from + to), 0.5 * (to - from));
        for (var j = 0; j < (nodes + 1) / 2; j++)
        {
            var x = Math.Cos(Math.PI * (j + 0.75) / (nodes + 0.5));
            var slope = 0.0;
            for (var step = 0; step < 8; step++)
            {
                (var value, slope) = Legendre(nodes, x);
                var change = value / slope;
                x -= change;
                if (Math.Abs(change) < 1e-16)
                    break;
            }
            (_, slope) = Legendre(nodes, x);
            (points[j], points[nodes - 1 - j]) = (middle - (half * x), middle + (half * x));
            weights[j] = weights[nodes - 1 - j] = 2 * half / ((1 - x) * (1 + x) * slope * slope);
        }
        return new(points, weights);
    }

    // P_n(x) and its derivative by the three-term recurrence.
    private static (double Value, double Slope) Legendre(int n, double x)
    {
        var (value, earlier) = (1.0, 0.0);
        for (var k = 0; k < n; k++)
            (value, earlier) = ((((2 * k) + 1) * x * value - (k * earlier)) / (k + 1), value);
        return (value, n * ((x * value) - earlier) / ((x - 1) * (x + 1)));
    }
}
