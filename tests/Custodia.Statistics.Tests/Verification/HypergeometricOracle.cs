using System.Numerics;

namespace Custodia.Statistics.Tests.Verification;

/// <summary>The distribution by integers and fractions, term by term: slow, and right by looking at it.</summary>
internal static class HypergeometricOracle
{
    public static BigInteger Choose(int n, int k)
    {
        if (k < 0 || k > n)
            return BigInteger.Zero;
        var result = BigInteger.One;
        for (var i = 1; i <= k; i++)
            result = result * (n - k + i) / i;
        return result;
    }

    /// <summary>E[(a / b)^K] as a fraction.</summary>
    public static (BigInteger Numerator, BigInteger Denominator) Miss(int population, int falsified, int sampled, int a, int b)
    {
        var sum = BigInteger.Zero;
        for (var k = 0; k <= sampled; k++)
            sum += Choose(falsified, k) * Choose(population - falsified, sampled - k) * BigInteger.Pow(a, k) * BigInteger.Pow(b, sampled - k);
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
}
