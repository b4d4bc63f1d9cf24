namespace Custodia.Statistics.Detection;

/// <summary>Functions near 1 and 0 whose plain form would lose digits (W. Kahan's devices).</summary>
internal static class SmallDifferences
{
    /// <summary>ln(1 + x), to a few ulp also where x is small.</summary>
    public static double LogOnePlus(double x)
    {
        var sum = 1 + x;
        return sum == 1 ? x : Math.Log(sum) * (x / (sum - 1));
    }

    /// <summary>eˣ − 1, to a few ulp also where x is small.</summary>
    public static double ExpMinusOne(double x)
    {
        var power = Math.Exp(x);
        return power == 1 ? x : power - 1 == -1 ? -1 : (power - 1) * (x / Math.Log(power));
    }

    /// <summary>1 − (1 − α)^(1/n): the part of α that each of n independent trials has; n need not be whole.</summary>
    public static double ShareOf(double alpha, double trials) => -ExpMinusOne(LogOnePlus(-alpha) / trials);
}
