namespace Custodia.Statistics.Detection;

/// <summary>The chi-square distribution: that of GEMUF V1 when nothing is lost (and, noncentral, when something is).</summary>
/// <remarks>
/// Symbols: ν, degrees of freedom (whole, at least 1); λ = Σ m_i², noncentrality; no units. The tail is a sum of positive terms
/// t(a) = yᵃ e⁻ʸ / Γ(a + 1), y = x/2, a = ν/2 − 1, ν/2 − 2, … (and 2(1 − Φ(√x)) where ν is odd), so that small probabilities
/// keep their digits. Source: Abramowitz and Stegun 26.4.4, 26.4.5, 26.4.25; Stirling's series 6.1.41. Errors, tested against
/// 60-digit values: 1e-12 relative for ν to 10,000.
/// </remarks>
public static class ChiSquareDistribution
{
    private const double RootPi = 1.7724538509055160273;
    private const double Negligible = 1e-17;
    private const double MostNoncentrality = 1e9;

    /// <summary>P(χ²_ν &gt; x), x ≥ 0.</summary>
    public static double Upper(double x, int degrees)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degrees, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(x);
        if (x == 0)
            return 1;
        return x < degrees ? 1 - Rising(x / 2, 0.5 * degrees) : Falling(x, degrees);
    }

    /// <summary>The x with P(χ²_ν &gt; x) = α, 0 &lt; α &lt; 1: the threshold of GEMUF V1 at period ν.</summary>
    public static double UpperQuantile(double alpha, int degrees)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degrees, 1);
        Level.ThrowIfNotInside(alpha);
        var x = FirstGuess(alpha, degrees);
        for (var step = 0; step < 60; step++)
        {
            var density = 0.5 * Term((0.5 * degrees) - 1, x / 2);
            double change;
            if (alpha <= 0.5)
            {
                var upper = Upper(x, degrees);
                change = Math.Log(upper / alpha) * (upper / density);
            }
            else
            {
                var lower = x < degrees ? Rising(x / 2, 0.5 * degrees) : 1 - Falling(x, degrees);
                change = Math.Log((1 - alpha) / lower) * (lower / density);
            }
            x = Math.Max(x + change, x / 4);
            if (Math.Abs(change) <= 1e-15 * x)
                break;
        }
        return x;
    }

    /// <summary>
    /// P(χ²_ν(λ) &gt; x): the power of GEMUF V1 at period ν where λ = Σ m_i², m = L⁻¹ μ. Where x is as large as λ, to λ = 10⁹.
    /// </summary>
    public static double NoncentralUpper(double x, int degrees, double noncentrality)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degrees, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(x);
        ArgumentOutOfRangeException.ThrowIfNegative(noncentrality);
        // P(χ² ≤ ν + λ − 2 √((ν + 2λ) t)) ≤ e⁻ᵗ (Birgé, 2001); with t = 50 nothing of it is left in a double.
        if (degrees + noncentrality - x > 2 * Math.Sqrt(50 * (degrees + (2 * noncentrality))))
            return 1;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(noncentrality, MostNoncentrality);
        var half = noncentrality / 2;
        var spread = 9 * Math.Sqrt(half + 1);
        var (first, last) = (Math.Max(0, (int)(half - spread)), (int)(half + spread) + 20);
        // A longer sum of squares is larger by one more term: the tail of ν + 2 is that of ν and t(ν/2).
        var upper = Upper(x, degrees + (2 * first));
        var sum = 0.0;
        for (var j = first; j <= last; j++)
        {
            sum += (half == 0 ? j == 0 ? 1 : 0 : Term(j, half)) * upper;
            upper += Term((0.5 * degrees) + j, x / 2);
        }
        return Math.Min(1, sum);
    }

    // P(χ² ≤ x) = t(ν/2) + t(ν/2 + 1) + …, which fall from the first on where x < ν.
    private static double Rising(double y, double a)
    {
        var term = Term(a, y);
        var sum = term;
        for (var next = a + 1; term > Negligible * sum; next++)
        {
            term *= y / next;
            sum += term;
        }
        return sum;
    }

    // P(χ² > x), from the largest term down.
    private static double Falling(double x, int degrees)
    {
        var y = x / 2;
        var sum = degrees % 2 == 0 ? 0 : 2 * NormalDistribution.Upper(Math.Sqrt(x));
        if (degrees == 1)
            return sum;
        var term = Term((0.5 * degrees) - 1, y);
        for (var a = (0.5 * degrees) - 1; a >= 0 && term > Negligible * sum; a--)
        {
            sum += term;
            term *= a / y;
        }
        return sum;
    }

    /// <summary>yᵃ e⁻ʸ / Γ(a + 1) for a = −½, 0, ½, 1, …</summary>
    private static double Term(double a, double y)
    {
        if (y == 0)
            return a == 0 ? 1 : 0;
        if (a < 15)
        {
            var gamma = a == Math.Floor(a) ? 1 : RootPi;
            for (var factor = a; factor > 0; factor--)
                gamma *= factor;
            return Math.Exp((a * Math.Log(y)) - y) / gamma;
        }
        var beyond = (y - a) / a;
        var deviance = a * (beyond - SmallDifferences.LogOnePlus(beyond));
        var square = 1 / (a * a);
        var stirling = ((1.0 / 12) - (square * ((1.0 / 360) - (square * ((1.0 / 1260)
            - (square * ((1.0 / 1680) - (square * ((1.0 / 1188) - (square * 691 / 360360)))))))))) / a;
        return Math.Exp(-deviance - stirling) / Math.Sqrt(2 * Math.PI * a);
    }

    // Wilson and Hilferty (1931): the cube root of χ²/ν is nearly normal.
    private static double FirstGuess(double alpha, int degrees)
    {
        var part = 2.0 / (9 * degrees);
        var root = 1 - part + (NormalDistribution.UpperQuantile(alpha) * Math.Sqrt(part));
        return degrees * Math.Pow(Math.Max(root, 0.05), 3);
    }
}
