namespace Custodia.Statistics.Verification;

/// <summary>One-way analysis of variance with random effects: the variance within groups, and that of what the members of a group share.</summary>
/// <remarks>
/// d_ij = μ + S_j + R_ij. σ̂²_r = MS_within; σ̂²_s = (MS_between − MS_within) / n₀ with n₀ = (n − Σ n_j² / n) / (g − 1). The standard error of
/// σ̂²_s is that of Searle, Linear Models (1971), chapter 11, exact for groups of any size with normal errors. Source: IAEA/SG/SCT/5.
/// </remarks>
internal static class OneWayAnova
{
    /// <param name="groups">At least one member in each, and two more members than groups.</param>
    public static (VarianceEstimate Within, VarianceEstimate? Between) Of(double[][] groups)
    {
        var items = groups.Sum(group => group.Length);
        var (count, freedom) = (groups.Length, items - groups.Length);
        var mean = groups.SelectMany(group => group).Average();
        var (within, between) = (0.0, 0.0);
        foreach (var group in groups)
        {
            var own = group.Average();
            within += group.Sum(value => (value - own) * (value - own));
            between += group.Length * (own - mean) * (own - mean);
        }

        var random = within / freedom;
        var withinEstimate = new VarianceEstimate(random, random * Math.Sqrt(2.0 / freedom), freedom);
        if (count == 1)
            return (withinEstimate, null);
        var squares = groups.Sum(group => (double)group.Length * group.Length);
        var each = (items - (squares / items)) / (count - 1);
        var systematic = ((between / (count - 1)) - random) / each;
        return (withinEstimate, new VarianceEstimate(systematic,
            Error([.. groups.Select(group => group.Length)], random, Math.Max(0, systematic)), count - 1));
    }

    /// <summary>Standard error of σ̂²_s for groups of these sizes with the true variances σ²_r and σ²_s.</summary>
    // For groups of one size n it becomes 2/n² [ (n σ_s² + σ_r²)² / (g − 1) + σ_r⁴ / (g (n − 1)) ].
    public static double Error(int[] sizes, double random, double systematic)
    {
        double items = sizes.Sum();
        double count = sizes.Length;
        var (squares, cubes) = (sizes.Sum(size => Math.Pow(size, 2)), sizes.Sum(size => Math.Pow(size, 3)));
        var apart = (items * items) - squares;
        return Math.Sqrt(2 * items / apart * (
            (items * (items - 1) * (count - 1) / ((items - count) * apart) * random * random)
            + (2 * random * systematic)
            + (((items * items * squares) + (squares * squares) - (2 * items * cubes)) / (items * apart) * systematic * systematic)));
    }
}
