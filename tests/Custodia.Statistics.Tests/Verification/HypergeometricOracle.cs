using System.Numerics;

namespace Custodia.Statistics.Tests.Verification;

/// <summary>The distribution by integers and fractions, term by term: slow, and right by looking at it.</summary>
internal static class HypergeometricOracle
{
    private const int Most = 200;
    private static readonly BigInteger[][] Pascal = Triangle();

    public static BigInteger Choose(int n, int k) => k < 0 || k > n ? BigInteger.Zero : Pascal[n][k];

    /// <summary>E[(a / b)^K] as a fraction.</summary>
    public static (BigInteger Numerator, BigInteger Denominator) Miss(int population, int falsified, int sampled, int a, int b)
    {
        var sum = BigInteger.Zero;
        // Horner in a and b: Σ w_k a^k b^(n − k).
        var power = BigInteger.One;
        for (var k = 0; k <= sampled; k++, power *= a)
            sum = (sum * b) + (Choose(falsified, k) * Choose(population - falsified, sampled - k) * power);
        return (sum, Choose(population, sampled) * BigInteger.Pow(b, sampled));
    }

    public static double Value((BigInteger Numerator, BigInteger Denominator) fraction) =>
        fraction.Numerator.IsZero ? 0 : Math.Exp(BigInteger.Log(fraction.Numerator) - BigInteger.Log(fraction.Denominator));

    /// <summary>The smallest n with a miss of at most a β in thousandths, by trying one after the other.</summary>
    public static int? Smallest(int population, int falsified, int missed, int a, int b)
    {
        for (var n = 1; n <= population; n++)
        {
            var (numerator, denominator) = Miss(population, falsified, n, a, b);
            if (numerator * 1000 <= denominator * missed)
                return n;
        }
        return null;
    }

    private static BigInteger[][] Triangle()
    {
        var rows = new BigInteger[Most + 1][];
        for (var n = 0; n <= Most; n++)
        {
            rows[n] = new BigInteger[n + 1];
            for (var k = 0; k <= n; k++)
                rows[n][k] = k == 0 || k == n ? BigInteger.One : rows[n - 1][k - 1] + rows[n - 1][k];
        }
        return rows;
    }
}
