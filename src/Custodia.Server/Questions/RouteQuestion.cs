using System.Text.Json;
using Custodia.Books;
using Custodia.Books.Faces;
using Custodia.Statistics.Detection;
using Custodia.Statistics.Verification;

namespace Custodia.Server.Questions;

/// <summary>Shipper/receiver differences along a route.</summary>
public record RouteQuestion
{
    /// <summary>α of the cumulative sum test.</summary>
    [Meaning("Probability of any false alarm of the cumulative sum on the route", "全路徑累積和檢定任一誤警之機率")]
    public double Alpha { get; init; } = 0.05;

    /// <summary>The differences, or why there are none.</summary>
    /// <param name="file">The content of a table, null if there is none of that name.</param>
    /// <param name="figures">For whom.</param>
    /// <param name="most">The most shipments.</param>
    public FaceAnswer Answer(Func<string, byte[]?> file, Figures figures, int most = RouteEvaluation.MostTransfers)
    {
        var outcome = RouteFolder.Read(file, most);
        if (outcome.Value is not { } route)
            return FaceAnswer.Refuse(FaultRefusals.Of(outcome.Faults));
        var level = new AskedLevel(Alpha, RouteEvaluation.Reference, TestSide.Both);
        return level.Refusals(route.Transfers.Count).ToList() is { Count: > 0 } refusals
            ? FaceAnswer.Refuse(refusals)
            : FaceAnswer.Of(View(route, PageThreshold.Of(Alpha, route.Transfers.Count, level.K, level.Side), figures));
    }

    private object View(EvaluatedRoute route, double threshold, Figures figures) => new
    {
        Cumulative = figures.Of(route.Evaluation.Transfers[^1].Cumulative),
        CumulativeSigma = figures.Of(route.Evaluation.Transfers[^1].CumulativeSigma),
        MeanStandardised = figures.Of(route.Evaluation.MeanStandardised),
        MeanSigma = figures.Of(route.Evaluation.MeanSigma),
        StandardisedBias = figures.Of(route.Evaluation.Bias),
        Alpha,
        K = RouteEvaluation.Reference,
        Threshold = figures.Of(threshold),
        FirstAlarm = route.Evaluation.Transfers.FirstOrDefault(row => row.Upper >= threshold || row.Lower >= threshold)?.Id,
        Transfers = route.Transfers.Zip(route.Evaluation.Transfers, (transfer, row) => new
        {
            Transfer = row.Id,
            Shipper = transfer.Shipper.Measured.Mass,
            Receiver = transfer.Receiver.Measured.Mass,
            Difference = figures.Of(row.Difference),
            Sigma = figures.Of(row.Sigma),
            Standardised = figures.Of(row.Standardised),
            row.Flag,
            Cumulative = figures.Of(row.Cumulative),
            CumulativeSigma = figures.Of(row.CumulativeSigma),
            Residual = figures.Of(row.Residual),
            Upper = figures.Of(row.Upper),
            Lower = figures.Of(row.Lower),
        }),
    };
}

/// <summary>The same with its tables in the request.</summary>
/// <param name="Files">The tables by name.</param>
public sealed record RouteRequest([Meaning(
    "The tables by name: " + RouteFolder.SourcesFile + ", " + RouteFolder.ShipperFile + ", " + RouteFolder.ReceiverFile,
    "各表（以檔名為欄位）：" + RouteFolder.SourcesFile + "、" + RouteFolder.ShipperFile + "、" + RouteFolder.ReceiverFile)] JsonElement Files)
    : RouteQuestion;
