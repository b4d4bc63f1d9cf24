namespace Custodia.Statistics.Verification;

/// <summary>Φ and its inverse to the precision of the numbers, for the few places where a single value is asked for.</summary>
internal static class StandardNormal
{
    private const double InverseSqrtTwoPi = 0.398942280401432677939946;

    /// <summary>Φ(x): series in the middle, continued fraction in the tails.</summary>
    internal static double Lower(double x)
    {
        if (double.IsNaN(x))
            return double.NaN;
        if (Math.Abs(x) > 38)
            return x > 0 ? 1 : 0;
        return Math.Abs(x) < 3 ? 0.5 + (Density(x) * Series(x)) : x < 0 ? Density(x) * Tail(-x) : 1 - (Density(x) * Tail(x));
    }

    /// <summary>z with 1 − Φ(z) = α, for 0 &lt; α &lt; 1.</summary>
    internal static double UpperQuantile(double alpha)
    {
        if (!(alpha > 0 && alpha < 1))
            throw new ArgumentOutOfRangeException(nameof(alpha));
        var (low, high) = (-38.0, 38.0);
        for (var middle = 0.0; middle > low && middle < high; middle = (low + high) / 2)
            (low, high) = Lower(-middle) > alpha ? (middle, high) : (low, middle);
        return (low + high) / 2;
    }

    private static double Density(double x) => InverseSqrtTwoPi * Math.Exp(-0.5 * x * x);

    // x + x³/3 + x⁵/15 + …
    private static double Series(double x)
    {
        var (term, sum) = (x, x);
        for (var k = 3; Math.Abs(term) > 1e-17 * Math.Abs(sum); k += 2)
        {
            term *= x * x / k;
            sum += term;
        }
        return sum;
    }

    // 1 / (x + 1 / (x + 2 / (x + …))), from the end.
    private static double Tail(double x)
    {
        var fraction = x;
        for (var k = 200; k > 0; k--)
            fraction = x + (k / fraction);
        return 1 / fraction;
    }
}
