using System.Text.Json;
using Custodia.Books;
using Custodia.Books.Faces;
using Custodia.Statistics.Verification;
using static System.FormattableString;

namespace Custodia.Server.Questions;

/// <summary>D, the difference between operator and inspector, and MUF − D where MUF is given.</summary>
public record DifferenceQuestion
{
    private const double Most = 1e18;

    /// <summary>MUF (mass).</summary>
    [Meaning("MUF of the balance, positive where material is missing", "平衡之不明物料量，短少為正")]
    public double? Muf { get; init; }

    /// <summary>σ_MUF (mass).</summary>
    [Meaning("Its standard deviation", "其標準差")]
    public double? SigmaMuf { get; init; }

    /// <summary>D, or why there is none.</summary>
    /// <param name="file">The content of a table, null if there is none of that name.</param>
    /// <param name="figures">For whom.</param>
    public FaceAnswer Answer(Func<string, byte[]?> file, Figures figures)
    {
        if (Refusals().ToList() is { Count: > 0 } refusals)
            return FaceAnswer.Refuse(refusals);
        var outcome = VerifiedFolder.Read(file);
        return outcome.Value is { } balance
            ? FaceAnswer.Of(View(balance, figures))
            : FaceAnswer.Refuse(FaultRefusals.Of(outcome.Faults));
    }

    private IEnumerable<Refusal> Refusals()
    {
        if ((Muf is null) != (SigmaMuf is null))
            yield return FaultRefusals.Missing.In(Muf is null ? "muf" : "sigmaMuf");
        if (!(Math.Abs(Muf ?? 0) <= Most))
            yield return FaultRefusals.OutOfRange.In("muf", Invariant($"−{Most} … {Most}"), Invariant($"{Muf}"));
        if (!((SigmaMuf ?? 0) is >= 0 and <= Most))
            yield return FaultRefusals.OutOfRange.In("sigmaMuf", Invariant($"0 … {Most}"), Invariant($"{SigmaMuf}"));
    }

    private object View(VerifiedBalance balance, Figures figures)
    {
        var d = balance.Statistic;
        var from = Muf is { } muf && SigmaMuf is { } sigma ? d.From(muf, sigma) : null;
        return new
        {
            D = figures.Of(d.D),
            Sigma = figures.Of(d.Sigma),
            SigmaRandom = figures.Of(Math.Sqrt(d.Random)),
            SigmaSystematic = figures.Of(Math.Sqrt(d.Systematic)),
            Standardised = figures.Of(d.Standardised),
            MufMinusD = from is null ? null : new
            {
                Value = figures.Of(from.Value),
                Variance = figures.Of(from.Variance),
                Sigma = figures.Of(from.Sigma),
                Standardised = figures.Of(from.Standardised),
            },
            Strata = balance.Strata.Zip(d.Strata, (stratum, part) => new
            {
                Stratum = stratum.Id,
                stratum.Sign,
                stratum.Items,
                Mean = figures.Of(stratum.Mean),
                stratum.Sampled,
                MeanDifference = figures.Of(stratum.Difference),
                D = figures.Of(part.D),
                Sigma = figures.Of(part.Sigma),
                Standardised = figures.Of(part.Standardised),
            }),
            Rejected = balance.Items.Where(item => item.Test.IsRejected).Select(item => new
            {
                item.Stratum,
                item.Item,
                item.Operator,
                item.Inspector,
                Difference = figures.Of(item.Test.Difference),
                Limit = figures.Of(item.Test.Limit),
            }),
        };
    }
}

/// <summary>The same with its tables in the request.</summary>
/// <param name="Files">The tables by name.</param>
public sealed record DifferenceRequest([Meaning(
    "The tables by name: " + VerifiedFolder.SourcesFile + ", " + VerifiedFolder.OperatorFile + ", " + VerifiedFolder.InspectorFile,
    "各表（以檔名為欄位）：" + VerifiedFolder.SourcesFile + "、" + VerifiedFolder.OperatorFile + "（營運者）、"
        + VerifiedFolder.InspectorFile + "（檢查員）")] JsonElement Files)
    : DifferenceQuestion;
