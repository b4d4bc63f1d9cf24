namespace Custodia.Statistics.Tests;

/// <summary>Numbers that agree to a part of what is expected.</summary>
internal static class Near
{
    public static void Relative(double expected, double actual, double tolerance) =>
        Assert.True(Math.Abs(actual - expected) <= tolerance * Math.Abs(expected),
            $"{actual:R} is {(actual - expected) / Math.Abs(expected):E2} away from {expected:R}, more than {tolerance:E0}.");
}
