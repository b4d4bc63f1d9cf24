using Custodia.Books;
using Custodia.Books.Faces;
using Custodia.Statistics.Verification;

namespace Custodia.Server.Questions;

/// <summary>How many items of a stratum to verify.</summary>
/// <param name="Items">N.</param>
/// <param name="Mean">x̄ (mass).</param>
/// <param name="Goal">M (mass).</param>
/// <param name="Detection">1 − β.</param>
/// <param name="Defect">γ.</param>
/// <param name="Identification">p.</param>
/// <param name="Split">δ of the coarse method, of the better one, δ_r and δ_s of destructive analysis; null: one method.</param>
/// <param name="PartialDefect">γ of the better method.</param>
/// <param name="Curve">Whether the curve is asked for.</param>
public sealed record SampleSizeQuestion(
    [Meaning("Items in the stratum", "料層料件數")] int Items,
    [Meaning("Mean content of an item", "料件平均含量")] decimal Mean,
    [Meaning("Goal quantity, in the same unit", "目標量（同單位）")] decimal Goal,
    [Meaning("Probability to find it", "偵測機率")] decimal Detection = 0.9m,
    [Meaning("Part of an item's content that is missing from each falsified one", "每個遭竄改料件短少之比例")] decimal Defect = 1,
    [Meaning("Probability that the method recognises a falsified item", "方法識別出遭竄改料件之機率")] decimal Identification = 1,
    [Meaning("Split between three methods: relative deviations of the coarse one, of the better one, of destructive analysis (random, systematic)",
        "分配於三種方法：粗略法、較佳法之相對標準差，及破壞分析之隨機與系統標準差")] double[]? Split = null,
    [Meaning("Part that the better method has to find missing", "較佳法須識別之短少比例")] decimal PartialDefect = 0.3m,
    [Meaning("Add the probability against the number of falsified items, or with split against the part missing from each",
        "附加偵測機率曲線：對遭竄改料件數；併用 split 時對每件短少比例")] bool Curve = false)
{
    /// <summary>The numbers, or why there are none.</summary>
    public FaceAnswer Answer(Figures figures)
    {
        var question = new SampleQuestion(Items, Mean, Goal, Detection, Defect, Identification);
        return Split switch
        {
            null => Single(question, figures),
            [var gross, var partial, var random, var systematic] =>
                Divided(question, new DefectMethod(1, gross), new DefectMethod(PartialDefect, partial), new BiasMethod(random, systematic), figures),
            _ => FaceAnswer.Refuse(InputRefusals.Malformed.In("split", "4", $"{Split.Length}")),
        };
    }

    private FaceAnswer Single(SampleQuestion question, Figures figures)
    {
        var outcome = SamplePlan.For(question);
        return outcome.Value is not { } plan ? FaceAnswer.Refuse(FaultRefusals.Of(outcome.Faults)) : FaceAnswer.Of(new
        {
            plan.Falsified,
            plan.Exact,
            plan.Planning,
            plan.Adjusted,
            Probability = figures.Of(plan.Probability),
            Curve = Curve
                ? SamplePlan.Curve(Items, plan.Exact, (double)Identification)
                    .Select(point => new { point.Falsified, Probability = figures.Of(point.Probability) })
                : null,
        });
    }

    private FaceAnswer Divided(SampleQuestion question, DefectMethod gross, DefectMethod partial, BiasMethod bias, Figures figures)
    {
        var outcome = ThreeMethodPlan.For(question, gross, partial, bias);
        return outcome.Value is not { } plan ? FaceAnswer.Refuse(FaultRefusals.Of(outcome.Faults)) : FaceAnswer.Of(new
        {
            plan.Total,
            plan.Gross,
            plan.Partial,
            plan.Bias,
            Curve = Curve
                ? plan.Curve(question, gross, partial, bias)
                    .Select(point => new { Defect = figures.Of(point.Defect), point.Falsified, Probability = figures.Of(point.Probability) })
                : null,
        });
    }
}
