namespace Custodia.Statistics.Itemised;

/// <summary>How far one source alone must be bettered for a goal to be met.</summary>
public enum ImprovementVerdict
{
    /// <summary>The goal is met as it is.</summary>
    Met,

    /// <summary>Its standard deviations must fall by the factor.</summary>
    Improve,

    /// <summary>No improvement of it alone is enough: the others leave too much.</summary>
    NotAlone,
}

/// <summary>What bettering one source of error would do.</summary>
/// <remarks>
/// Asked is σ_MUF ≤ M / 3.29, so that a test with 5 % false alarms misses a loss of M in 5 % of cases. With V_i the part of
/// source i in σ²_MUF, its standard deviations must fall by f = sqrt(V_i / ((M/3.29)² − (σ²_MUF − V_i))).
/// Source: IAEA/SG/SCT/5; 3.29 = 2 z_0.95.
/// </remarks>
/// <param name="Source">Id of the source.</param>
/// <param name="Share">V_i / σ²_MUF (1).</param>
/// <param name="SigmaWithout">σ_MUF if it had no error at all (mass).</param>
/// <param name="Verdict">What would have to be done.</param>
/// <param name="Factor">f ≥ 1, by which all its standard deviations must fall; null where none is enough.</param>
public sealed record Improvement(string Source, double Share, double SigmaWithout, ImprovementVerdict Verdict, double? Factor)
{
    /// <summary>2 z_0.95 to three digits, as it is used in the field.</summary>
    public const double GoalFactor = 3.29;

    /// <summary>For each source, the greatest contribution first, what it would have to become for a goal.</summary>
    /// <param name="result">The balance.</param>
    /// <param name="goal">M, the loss that is to be found (mass), above 0.</param>
    public static IReadOnlyList<Improvement> For(ItemisedResult result, double goal)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(goal);
        var allowed = goal / GoalFactor * (goal / GoalFactor);
        return [.. result.Sources.Select(source => Of(source, result.Variance, allowed))];
    }

    private static Improvement Of(SourceTotal source, double variance, double allowed)
    {
        var others = Math.Max(0, variance - source.Variance);
        var share = variance > 0 ? source.Variance / variance : 0;
        var (verdict, factor) = variance <= allowed ? (ImprovementVerdict.Met, 1.0)
            : others < allowed ? (ImprovementVerdict.Improve, Math.Sqrt(source.Variance / (allowed - others)))
            : (ImprovementVerdict.NotAlone, (double?)null);
        return new Improvement(source.Id, share, Math.Sqrt(others), verdict, factor);
    }
}
