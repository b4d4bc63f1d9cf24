namespace Custodia.Statistics.Verification;

/// <summary>An item that operator and inspector both measured.</summary>
/// <param name="Inspection">The inspection at which that was: systematic errors are new for each.</param>
/// <param name="Operator">x, the operator's value (mass).</param>
/// <param name="Inspector">y, the inspector's value (mass).</param>
public sealed record PairedItem(string Inspection, double Operator, double Inspector);

/// <summary>Whether errors are those of masses or parts of them.</summary>
public enum ErrorScale
{
    /// <summary>Errors are parts of the value: estimates are made from logarithms, and are relative variances (1).</summary>
    Relative,

    /// <summary>Errors do not depend on the value: estimates are variances of the values themselves (mass²).</summary>
    Absolute,
}

/// <summary>
/// An estimate of a variance. It can come out below zero where the true one is small against the others; it is stated so and never
/// clipped, since a mean of clipped estimates is too large.
/// </summary>
/// <param name="Value">The estimate (1 or mass²).</param>
/// <param name="StandardError">Its standard error, with the estimates for the true variances and normal errors (1 or mass²).</param>
/// <param name="Freedom">Degrees of freedom that it rests on.</param>
public sealed record VarianceEstimate(double Value, double StandardError, int Freedom)
{
    /// <summary>Whether the estimate is below zero, so that there is no standard deviation to state.</summary>
    public bool IsNegative => Value < 0;

    /// <summary>Square root of the estimate (1 or mass); null where it is below zero.</summary>
    public double? Deviation => Value < 0 ? null : Math.Sqrt(Value);
}

/// <summary>What paired data say of the errors of both sides.</summary>
/// <param name="Items">Pairs.</param>
/// <param name="Inspections">Inspections.</param>
/// <param name="MeanDifference">Mean of operator − inspector (1 or mass).</param>
/// <param name="OperatorRandom">σ²_ro by Grubbs.</param>
/// <param name="InspectorRandom">σ²_ri by Grubbs.</param>
/// <param name="Product">Variance of the true values within inspections, by Grubbs.</param>
/// <param name="DifferenceRandom">σ²_r of the differences within inspections: σ²_ro + σ²_ri.</param>
/// <param name="DifferenceSystematic">σ²_s of the differences between inspections, both sides together; null with one inspection.</param>
public sealed record PairedEstimates(int Items, int Inspections, double MeanDifference, VarianceEstimate OperatorRandom,
    VarianceEstimate InspectorRandom, VarianceEstimate Product, VarianceEstimate DifferenceRandom, VarianceEstimate? DifferenceSystematic)
{
    /// <summary>How many pairs are taken at once.</summary>
    public const int MostItems = 1_000_000;

    /// <summary>The estimates, or what is wrong with the data.</summary>
    /// <param name="pairs">At least two pairs more than there are inspections, so that a variance within them has a
    /// standard error worth stating.</param>
    /// <param name="scale">Whether errors are relative; masses must then be above zero.</param>
    public static Outcome<PairedEstimates> Of(IReadOnlyList<PairedItem> pairs, ErrorScale scale = ErrorScale.Relative)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        var faults = Checks(pairs, scale).Take(100).ToArray();
        if (faults.Length > 0)
            return faults;
        var groups = pairs.GroupBy(pair => pair.Inspection, StringComparer.Ordinal)
            .Select(group => group.Select(pair => scale == ErrorScale.Absolute
                ? (X: pair.Operator, Y: pair.Inspector)
                : (X: Math.Log(pair.Operator), Y: Math.Log(pair.Inspector))).ToArray())
            .ToArray();
        var freedom = pairs.Count - groups.Length;
        if (freedom < 2)
            return new Fault(FaultCodes.TooFew, "pairs", $"≥ {groups.Length + 2}", $"{pairs.Count}");
        var grubbs = Grubbs.Of(groups, freedom);
        double[][] differences = [.. groups.Select(group => group.Select(pair => pair.X - pair.Y).ToArray())];
        var anova = OneWayAnova.Of(differences);
        return new PairedEstimates(pairs.Count, groups.Length, differences.SelectMany(group => group).Average(),
            grubbs.Operator, grubbs.Inspector, grubbs.Product, anova.Within, anova.Between);
    }

    private static IEnumerable<Fault> Checks(IReadOnlyList<PairedItem> pairs, ErrorScale scale)
    {
        if (pairs.Count > MostItems)
            yield return new Fault(FaultCodes.TooMany, "pairs", $"≤ {MostItems}", $"{pairs.Count}");
        for (var i = 0; i < pairs.Count; i++)
        {
            if (!IsGood(pairs[i].Operator, scale))
                yield return new Fault(FaultCodes.OutOfRange, $"pairs[{i}].operator", Range(scale),
                    FormattableString.Invariant($"{pairs[i].Operator:R}"));
            if (!IsGood(pairs[i].Inspector, scale))
                yield return new Fault(FaultCodes.OutOfRange, $"pairs[{i}].inspector", Range(scale),
                    FormattableString.Invariant($"{pairs[i].Inspector:R}"));
        }
    }

    private static bool IsGood(double value, ErrorScale scale) => value <= 1e15 && (scale == ErrorScale.Relative ? value > 0 : value >= 0);

    private static string Range(ErrorScale scale) => scale == ErrorScale.Relative ? "> 0" : "≥ 0";
}
