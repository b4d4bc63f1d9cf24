using Custodia.Statistics.Detection;

namespace Custodia.Statistics.Verification;

/// <summary>A method by which single items are verified.</summary>
/// <param name="Defect">γ, the part of an item's content that the method has to find missing, above 0 and at most 1.</param>
/// <param name="Deviation">δ, relative standard deviation of the difference between operator and inspector for one item (1).</param>
/// <param name="Threshold">t: an item is rejected where the difference is above t δ x.</param>
public sealed record DefectMethod(decimal Defect, double Deviation, double Threshold = 3)
{
    /// <summary>p = Φ(γ / δ − t), the probability to reject an item of which a part γ is missing. 1 for a method without error.</summary>
    public double Identification(double defect) =>
        Deviation == 0 ? 1 : NormalDistribution.Lower((defect / Deviation) - Threshold);
}

/// <summary>Destructive analysis against small biases of all items together.</summary>
/// <param name="Random">δ_r, relative, operator and inspector together (1).</param>
/// <param name="Systematic">δ_s, relative, both together (1).</param>
/// <param name="FalseAlarm">α of the test of the mean difference.</param>
public sealed record BiasMethod(double Random, double Systematic, double FalseAlarm = 0.05);

/// <summary>One point of the curve over the part that is taken from each item.</summary>
/// <param name="Defect">γ.</param>
/// <param name="Falsified">d = ⌈M / (γ x̄)⌉.</param>
/// <param name="Probability">Probability that at least one item is rejected by the method that it is verified with.</param>
public readonly record struct DefectPoint(double Defect, int Falsified, double Probability);

/// <summary>
/// How the verification of a stratum is split between a coarse method (gross defects, H), a better one (partial defects, F) and destructive
/// analysis (bias, B).
/// </summary>
/// <remarks>
/// n_H and n_F are the smallest numbers for γ and p of the method. n_B is that of a test of the mean difference D̄ N against M, all
/// items falsified by M / N: N² x̄² (δ_r² / n + δ_s²) ≤ (M / (z_{1−α} + z_{1−β}))². An item that a better method verifies needs no
/// coarser one, so gross = max(0, n_H − max(n_F, n_B)), partial = max(0, n_F − n_B). Source: IAEA/SG/SCT/5.
/// </remarks>
/// <param name="ForGross">n_H.</param>
/// <param name="ForPartial">n_F; 0 where so many items cannot be falsified that little.</param>
/// <param name="ForBias">n_B.</param>
/// <param name="GrossIdentification">p of the coarse method at its γ.</param>
/// <param name="PartialIdentification">p of the better method at its γ.</param>
public sealed record ThreeMethodPlan(int ForGross, int ForPartial, int ForBias, double GrossIdentification, double PartialIdentification)
{
    /// <summary>Items by the coarse method alone.</summary>
    public int Gross => Math.Max(0, ForGross - Math.Max(ForPartial, ForBias));

    /// <summary>Items by the better method.</summary>
    public int Partial => Math.Max(0, ForPartial - ForBias);

    /// <summary>Items by destructive analysis.</summary>
    public int Bias => ForBias;

    /// <summary>All items that are verified.</summary>
    public int Total => Gross + Partial + Bias;

    /// <summary>The split, or why there is none.</summary>
    /// <param name="question">The stratum; its γ and p are not used.</param>
    /// <param name="gross">The coarse method.</param>
    /// <param name="partial">The better one.</param>
    /// <param name="bias">Destructive analysis.</param>
    public static Outcome<ThreeMethodPlan> For(SampleQuestion question, DefectMethod gross, DefectMethod partial, BiasMethod bias)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(gross);
        ArgumentNullException.ThrowIfNull(partial);
        ArgumentNullException.ThrowIfNull(bias);
        var faults = SamplePlan.Checks(question).Concat(Checks("gross", gross)).Concat(Checks("partial", partial))
            .Concat(Checks(question, bias)).ToList();
        if (faults.Count > 0)
            return faults.ToArray();
        var forGross = Attributes(question, gross, "gross", faults);
        var forPartial = Attributes(question, partial, "partial", faults);
        var forBias = Variables(question, bias, faults);
        if (SampleSize.Falsified(question.Mean, question.Goal) is not { } least || least > question.Items)
            faults.Add(new Fault(FaultCodes.NotAttainable, "goal", FormattableString.Invariant($"≤ {question.Items * question.Mean}"),
                FormattableString.Invariant($"{question.Goal}")));
        return faults.Count > 0
            ? faults.ToArray()
            : new ThreeMethodPlan(forGross, forPartial, forBias, gross.Identification((double)gross.Defect),
                partial.Identification((double)partial.Defect));
    }

    /// <summary>
    /// The probability that the plan rejects an item, against the part γ that is taken from each: what an adversary who knows the plan
    /// would look at. Items differ by M / d.
    /// </summary>
    /// <param name="question">The stratum.</param>
    /// <param name="gross">The coarse method.</param>
    /// <param name="partial">The better one.</param>
    /// <param name="bias">Destructive analysis, which rejects a single item above three standard deviations.</param>
    /// <param name="points">How many γ, in equal steps up to 1.</param>
    public IReadOnlyList<DefectPoint> Curve(SampleQuestion question, DefectMethod gross, DefectMethod partial, BiasMethod bias, int points = 50)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(bias);
        var exact = new DefectMethod(1, Math.Sqrt((bias.Random * bias.Random) + (bias.Systematic * bias.Systematic)));
        var curve = new List<DefectPoint>();
        for (var i = 1; i <= points; i++)
        {
            var defect = (decimal)i / points;
            if (SampleSize.Falsified(question.Mean, question.Goal, defect) is not { } falsified || falsified > question.Items)
                continue;
            (int Sampled, double Missed)[] methods =
            [
                (Bias, 1 - exact.Identification((double)defect)),
                (Partial, 1 - partial.Identification((double)defect)),
                (Gross, 1 - gross.Identification((double)defect)),
            ];
            curve.Add(new DefectPoint((double)defect, falsified, 1 - MissByAll(question.Items, falsified, methods)));
        }
        return curve;
    }

    /// <summary>P(no falsified item is rejected), the items of each method drawn from what the earlier ones left.</summary>
    internal static double MissByAll(int population, int falsified, ReadOnlySpan<(int Sampled, double Missed)> methods)
    {
        if (methods.IsEmpty)
            return 1;
        var (sampled, missed) = methods[0];
        if (methods.Length == 1)
            return Hypergeometric.Miss(population, falsified, sampled, 1 - missed);
        var rest = methods[1..].ToArray();
        return Hypergeometric.Mean(population, falsified, sampled,
            k => Math.Pow(missed, k) is > 1e-30 and var all ? all * MissByAll(population - sampled, falsified - k, rest) : 0);
    }

    private static int Attributes(SampleQuestion question, DefectMethod method, string field, List<Fault> faults)
    {
        if (SampleSize.Falsified(question.Mean, question.Goal, method.Defect) is not { } falsified || falsified > question.Items)
            return 0;
        // Rounded to what a decimal holds safely; the identification is itself no better known.
        var identification = (decimal)method.Identification((double)method.Defect);
        if (identification > 0 && SampleSize.Smallest(question.Items, falsified, question.Detection, identification) is { } smallest)
            return smallest;
        faults.Add(new Fault(FaultCodes.NotAttainable, field, null, FormattableString.Invariant($"p = {identification:0.####}, d = {falsified}")));
        return 0;
    }

    private static int Variables(SampleQuestion question, BiasMethod bias, List<Fault> faults)
    {
        var mass = (double)(question.Items * question.Mean);
        var allowed = (double)question.Goal
            / (NormalDistribution.UpperQuantile(bias.FalseAlarm) + NormalDistribution.UpperQuantile((double)(1 - question.Detection)));
        // Where both errors may be so great that their quantiles cancel, any sample will do.
        if (!(allowed > 0))
            return 1;
        var left = (allowed / mass * (allowed / mass)) - (bias.Systematic * bias.Systematic);
        var size = left > 0 ? Math.Max(1, Math.Ceiling(bias.Random * bias.Random / left)) : double.PositiveInfinity;
        if (size <= question.Items)
            return (int)size;
        faults.Add(new Fault(FaultCodes.NotAttainable, "bias", FormattableString.Invariant($"< {allowed / mass:0.######}"),
            FormattableString.Invariant($"{bias.Systematic}")));
        return 0;
    }

    private static IEnumerable<Fault> Checks(string field, DefectMethod method)
    {
        if (method.Defect is <= 0 or > 1)
            yield return new Fault(FaultCodes.OutOfRange, field + ".defect", "0 … 1", FormattableString.Invariant($"{method.Defect}"));
        if (!(method.Deviation is >= 0 and <= 10))
            yield return new Fault(FaultCodes.OutOfRange, field + ".deviation", "0 … 10", FormattableString.Invariant($"{method.Deviation}"));
        if (!(method.Threshold is >= 0 and <= 10))
            yield return new Fault(FaultCodes.OutOfRange, field + ".threshold", "0 … 10", FormattableString.Invariant($"{method.Threshold}"));
    }

    private static IEnumerable<Fault> Checks(SampleQuestion question, BiasMethod bias)
    {
        if (question.Detection == 1)
            yield return new Fault(FaultCodes.OutOfRange, "detection", "< 1", "1");
        if (!(bias.Random is >= 0 and <= 10))
            yield return new Fault(FaultCodes.OutOfRange, "bias.random", "0 … 10", FormattableString.Invariant($"{bias.Random}"));
        if (!(bias.Systematic is >= 0 and <= 10))
            yield return new Fault(FaultCodes.OutOfRange, "bias.systematic", "0 … 10", FormattableString.Invariant($"{bias.Systematic}"));
        if (!(bias.FalseAlarm is > 0 and < 1))
            yield return new Fault(FaultCodes.OutOfRange, "bias.falseAlarm", "0 … 1", FormattableString.Invariant($"{bias.FalseAlarm}"));
    }
}
