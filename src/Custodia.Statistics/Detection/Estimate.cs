namespace Custodia.Statistics.Detection;

/// <summary>A number with its sampling error.</summary>
/// <param name="Value">The number.</param>
/// <param name="StandardError">One standard deviation of its sampling error; 0 where it was worked out without sampling.</param>
public sealed record Estimate(double Value, double StandardError)
{
    /// <summary>A number that no sampling touched.</summary>
    public static Estimate Exact(double value) => new(value, 0);

    /// <summary>The share of replicates, with √(p(1 − p)/n).</summary>
    public static Estimate Share(long count, long replicates)
    {
        var share = (double)count / replicates;
        return new(share, Math.Sqrt(share * (1 - share) / replicates));
    }
}
