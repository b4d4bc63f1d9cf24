namespace Custodia.Statistics.Verification;

/// <summary>What a sample size is asked for.</summary>
/// <param name="Items">N, items in the stratum.</param>
/// <param name="Mean">x̄, mean content of an item (mass).</param>
/// <param name="Goal">M, the goal quantity (mass).</param>
/// <param name="Detection">1 − β, probability to find it; usual are 0.9, 0.5 and 0.2.</param>
/// <param name="Defect">γ, the part of an item's content that is taken from each falsified item.</param>
/// <param name="Identification">p, probability that the method recognises a falsified item.</param>
public sealed record SampleQuestion(int Items, decimal Mean, decimal Goal, decimal Detection, decimal Defect = 1, decimal Identification = 1);

/// <summary>How many items to verify, by the exact number and by the formulae that plans use.</summary>
/// <param name="Falsified">d = ⌈M / (γ x̄)⌉.</param>
/// <param name="Exact">The smallest n that is enough.</param>
/// <param name="Planning">n by the planning formula; null for a probability of 1 or a method that can miss.</param>
/// <param name="Adjusted">n by the adjusted formula; null likewise.</param>
/// <param name="Probability">Probability to find at least one falsified item with the exact n.</param>
public sealed record SamplePlan(int Falsified, int Exact, int? Planning, int? Adjusted, double Probability)
{
    /// <summary>The plan for a stratum, or what is wrong with the question.</summary>
    public static Outcome<SamplePlan> For(SampleQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var faults = Checks(question).ToArray();
        if (faults.Length > 0)
            return faults;
        if (SampleSize.Falsified(question.Mean, question.Goal, question.Defect) is not { } falsified || falsified > question.Items)
            return Beyond(question);
        if (SampleSize.Smallest(question.Items, falsified, question.Detection, question.Identification) is not { } exact)
            return new Fault(FaultCodes.NotAttainable, "identification", null, FormattableString.Invariant($"{question.Identification}"));
        var hasFormula = question.Detection < 1 && question.Identification == 1;
        return new SamplePlan(falsified, exact,
            hasFormula ? SampleSize.Planning(question.Items, question.Mean, question.Goal, question.Detection, question.Defect) : null,
            hasFormula ? SampleSize.Adjusted(question.Items, falsified, question.Detection) : null,
            1 - Hypergeometric.Miss(question.Items, falsified, exact, (double)question.Identification));
    }

    /// <summary>Probability to find at least one falsified item against their number, for a sample of n.</summary>
    /// <param name="items">N.</param>
    /// <param name="sampled">n.</param>
    /// <param name="identification">p.</param>
    /// <param name="points">At most how many points, from d = 1 to N in equal steps.</param>
    public static IReadOnlyList<CurvePoint> Curve(int items, int sampled, double identification = 1, int points = 100)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(items);
        ArgumentOutOfRangeException.ThrowIfLessThan(points, 2);
        var count = Math.Min(points, items);
        return
        [
            .. Enumerable.Range(0, count)
                .Select(i => count == 1 ? 1 : 1 + (int)((long)i * (items - 1) / (count - 1)))
                .Select(falsified => new CurvePoint(falsified, 1 - Hypergeometric.Miss(items, falsified, sampled, identification))),
        ];
    }

    private static Fault Beyond(SampleQuestion question) => new(FaultCodes.NotAttainable, "goal",
        FormattableString.Invariant($"≤ {question.Items * question.Mean * question.Defect}"), FormattableString.Invariant($"{question.Goal}"));

    internal static IEnumerable<Fault> Checks(SampleQuestion question)
    {
        const decimal Most = 1_000_000_000_000_000m;
        const decimal Least = 0.000_000_001m;
        if (question.Items is < 1 or > Hypergeometric.MostItems)
            yield return new Fault(FaultCodes.OutOfRange, "items", $"1 … {Hypergeometric.MostItems}", $"{question.Items}");
        foreach (var (field, value, most) in new[]
        {
            ("mean", question.Mean, Most), ("goal", question.Goal, Most), ("detection", question.Detection, 1),
            ("defect", question.Defect, 1), ("identification", question.Identification, 1),
        })
        {
            if (value < Least || value > most)
                yield return new Fault(FaultCodes.OutOfRange, field, FormattableString.Invariant($"{Least} … {most}"),
                    FormattableString.Invariant($"{value}"));
        }
    }
}

/// <summary>One point of a detection curve.</summary>
/// <param name="Falsified">d, falsified items.</param>
/// <param name="Probability">Probability to find at least one.</param>
public readonly record struct CurvePoint(int Falsified, double Probability);
