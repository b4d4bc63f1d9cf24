using System.Text;
using Custodia.Books;
using Custodia.Books.Faces;
using Custodia.Statistics.Verification;

namespace Custodia.Server.Questions;

/// <summary>What items that operator and inspector both measured say of the errors of each.</summary>
/// <param name="Pairs">The table, <see cref="PairedFile.Header"/>.</param>
/// <param name="Absolute">Whether errors do not grow with the mass.</param>
public sealed record PairedQuestion(
    [Meaning("What operator and inspector found of each item, as CSV: " + PairedFile.Header, "營運者與檢查員就各料件所得值，CSV：" + PairedFile.Header)] string Pairs,
    [Meaning("Errors do not grow with the mass: give variances of masses, not relative ones",
        "誤差不隨質量增長：給出質量之變異數，而非相對變異數")] bool Absolute = false)
{
    /// <summary>The estimates, or why there are none.</summary>
    public FaceAnswer Answer(Figures figures) => Answer(Encoding.UTF8.GetBytes(Pairs), "pairs.csv", Absolute, figures);

    /// <summary>The same of a file.</summary>
    public static FaceAnswer Answer(ReadOnlySpan<byte> csv, string file, bool absolute, Figures figures)
    {
        var outcome = PairedFile.Evaluate(csv, absolute ? ErrorScale.Absolute : ErrorScale.Relative);
        return outcome.Value is not { } paired ? FaceAnswer.Refuse(FaultRefusals.Of(outcome.Faults, file)) : FaceAnswer.Of(new
        {
            paired.Items,
            paired.Inspections,
            MeanDifference = figures.Of(paired.MeanDifference),
            Estimates = new[]
            {
                Row("operator-random", paired.OperatorRandom),
                Row("inspector-random", paired.InspectorRandom),
                Row("items", paired.Product),
                Row("difference-random", paired.DifferenceRandom),
                paired.DifferenceSystematic is { } systematic ? Row("difference-systematic", systematic) : null,
            }.Where(row => row is not null),
        });

        object Row(string name, VarianceEstimate estimate) => new
        {
            Of = name,
            Variance = figures.Of(estimate.Value),
            StandardError = figures.Of(estimate.StandardError),
            estimate.Freedom,
            Deviation = figures.Of(estimate.Deviation),
            estimate.IsNegative,
        };
    }
}
