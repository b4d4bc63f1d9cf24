namespace Custodia.Statistics.Detection;

/// <summary>The standard normal distribution N(0, 1), each function to full double precision.</summary>
/// <remarks>
/// Symbols: φ, density; Φ, distribution function; no units. The tail is φ(x) M(x) with Mills' ratio M(x) = (1 − Φ(x))/φ(x). On
/// x ≥ 0 the function (x + 5/4) M(x) is one Chebyshev series in t = (x − 5)/(x + 5); its coefficients were worked out to 40 digits
/// for this purpose. The idea of one series for the half-line is that of Shepherd and Laframboise (Math. Comp. 36, 1981), the
/// split of the exponent that of Cody (Math. Comp. 23, 1969). Errors, tested against 60-digit values: <see cref="Upper"/> and
/// <see cref="Lower"/> 1e-15 relative for values above 1e-300, <see cref="UpperQuantile"/> 1e-15 relative.
/// </remarks>
public static class NormalDistribution
{
    private const double Centre = 5;
    private const double Shift = 1.25;
    private const double RootTwoPi = 2.5066282746310005;

    // Below this the series of the central part converges fast.
    private const double Middle = 0.7;

    private static readonly double[] Mills =
    [
        1.2556030981703503129, -0.30120260552049850118, 0.040366287772160402941, 0.013103687048100101095,
        -0.011392856798487191518, 0.0045484281983653265081, -0.0012316431111726164387, 2.2991579266776105006e-4,
        -2.4236107934090411408e-5, -6.8730479476849762036e-7, 6.9597372471870723505e-7, -7.7172087785297484095e-8,
        -1.0121832386142204704e-8, 3.2389027383062781083e-9, 4.1277793366382138112e-11, -1.0622488006016223938e-10,
        4.3481573772433735597e-12, 3.5033785572480687327e-12, -2.578604683273805795e-13, -1.2584013502194744105e-13,
        1.0782259437607737918e-14, 5.02184397131383328e-15, -3.7490334093603658185e-16, -2.1876297072859322317e-16,
        9.3565674352708668066e-18,
    ];

    /// <summary>φ(x) = exp(−x²/2)/√(2π).</summary>
    public static double Density(double x)
    {
        // Beyond, a double holds no number so small.
        if (Math.Abs(x) > 64)
            return 0;
        // x² of the leading part is exact, so that the error of the square does not grow with x.
        var leading = Math.Round(x * 16) / 16;
        return Math.Exp(-0.5 * leading * leading) * Math.Exp(-0.5 * (x - leading) * (x + leading)) / RootTwoPi;
    }

    /// <summary>Φ(x) = P(Z ≤ x).</summary>
    public static double Lower(double x) => Upper(-x);

    /// <summary>1 − Φ(x) = P(Z &gt; x), without cancellation in the upper tail.</summary>
    public static double Upper(double x) => x < 0 ? 1 - Upper(-x) : Density(x) * MillsRatio(x);

    /// <summary>The x with Φ(x) = p, 0 &lt; p &lt; 1.</summary>
    public static double Quantile(double p) => -UpperQuantile(p);

    /// <summary>z_{1−α}, the x with 1 − Φ(x) = α: the threshold of a one-sided test at level α, 0 &lt; α &lt; 1.</summary>
    public static double UpperQuantile(double alpha)
    {
        Level.ThrowIfNotInside(alpha);
        if (alpha > 0.5)
            return -UpperQuantile(1 - alpha);
        var x = FirstGuess(alpha);
        var logAlpha = Math.Log(alpha);
        for (var step = 0; step < 3; step++)
        {
            // Halley's step; the distance to the wanted probability in units of the density, without under- or overflow.
            var distance = x < Middle
                ? (0.5 - alpha - Central(x)) / Density(x)
                : MillsRatio(x) - (Math.Exp(logAlpha + (0.5 * x * x)) * RootTwoPi);
            x += distance / (1 - (0.5 * x * distance));
        }
        return x;
    }

    /// <summary>Φ(x) − ½ = φ(x) (x + x³/3 + x⁵/15 + …): all digits also where x is small.</summary>
    private static double Central(double x)
    {
        var (term, sum) = (x, x);
        for (var odd = 3; term > 1e-17 * sum; odd += 2)
        {
            term *= x * x / odd;
            sum += term;
        }
        return sum * Density(x);
    }

    /// <summary>M(x) = (1 − Φ(x))/φ(x), x ≥ 0, by Clenshaw's recurrence.</summary>
    private static double MillsRatio(double x)
    {
        var t = double.IsPositiveInfinity(x) ? 1 : (x - Centre) / (x + Centre);
        var (next, afterNext) = (0.0, 0.0);
        for (var j = Mills.Length - 1; j > 0; j--)
            (next, afterNext) = ((2 * t * next) - afterNext + Mills[j], next);
        return ((t * next) - afterNext + Mills[0]) / (x + Shift);
    }

    // Hastings' approximation (Abramowitz and Stegun 26.2.23), good to 4.5e-4 for 0 < α ≤ ½.
    private static double FirstGuess(double alpha)
    {
        var t = Math.Sqrt(-2 * Math.Log(alpha));
        return Math.Max(0, t - ((2.515517 + (t * (0.802853 + (t * 0.010328))))
            / (1 + (t * (1.432788 + (t * (0.189269 + (t * 0.001308))))))));
    }
}
