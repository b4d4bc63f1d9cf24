using System.Text.Json;
using System.Text.Json.Nodes;
using Custodia.Books;
using Custodia.Books.Faces;
using Custodia.Server.Access;
using Custodia.Server.Questions;
using Custodia.Statistics.Balances;
using Custodia.Statistics.Cases;

namespace Custodia.Server.Api;

/// <summary>
/// The endpoints of the statistics: what each answers is what its command writes with <c>--json</c>. Nothing of a request is kept, and
/// nothing is read that is. A request has half a minute, and no more of them are worked on at once than half of the processors.
/// </summary>
internal static class StatisticsEndpoints
{
    /// <summary>The largest request (bytes).</summary>
    private const int MostBytes = 16 << 20;

    /// <summary>The most balance periods of a case: the answer holds two matrices of that many for each element.</summary>
    private const int MostPeriods = 400;

    /// <summary>The most values of all matrices of an answer.</summary>
    private const int MostValues = 1_000_000;

    /// <summary>The most periods that a threshold is asked for.</summary>
    private const int MostTestedPeriods = 1_000;

    /// <summary>The most shipments of a route.</summary>
    private const int MostTransfers = 1_000;

    /// <summary>The most histories: what each gives is held in memory.</summary>
    private const int MostReplicates = 1_000_000;

    /// <summary>The most random numbers that a request draws. What the tests make of them may take longer than it has, and is ended then.</summary>
    private const double MostNumbers = 2e8;

    /// <summary>The longest that a request waits and is worked on.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly SemaphoreSlim Places = new(Math.Max(1, Environment.ProcessorCount / 2));

    public static void MapStatistics(this IEndpointRouteBuilder api)
    {
        MapBytes<BalanceRequest>(api, "balance", new(
            "Evaluate a case of material balances, given as case.json and its tables; nothing of it is kept.", "評估物料平衡案例（case.json 及各表）；不予保存。"), (body, _) => Balance(body));
        Map<ThresholdQuestion>(api, "threshold", new("Thresholds for an asked probability of any false alarm in N periods.",
            "依 N 期內任一誤警之機率求門檻值。"), Threshold);
        Map<DetectionRequest>(api, "detection", new("How probably, and how soon, each test finds a loss from the balances of a case.",
            "各檢定發現案例損失之機率與時間。"), Detection);
        Map<SampleSizeQuestion>(api, "sample-size", new("How many items of a stratum to verify, exactly and by the formulae of plans.",
            "料層應驗證之料件數：精確值及規劃公式值。"), (question, _) => question.Answer(Figures.Exact));
        Map<PairedQuestion>(api, "paired", new("Estimate random and systematic errors from items that operator and inspector both measured.",
            "由營運者與檢查員皆已量測之料件，估計隨機與系統誤差。"), (question, _) => question.Answer(Figures.Exact));
        MapBytes<JsonObject>(api, "itemised", new("Close a balance item by item, with error sources that strata share.",
            "逐料件結算平衡，計入料層共用之誤差來源。"), (body, _) => ItemisedQuestion.Answer(body.Span, null, Figures.Exact));
        Map<DifferenceRequest>(api, "d-statistic", new("The difference D of operator and inspector over a balance, and MUF − D.",
            "營運者與檢查員之差異統計量 D 及 MUF − D。"), (question, _) => OfFiles(question.Files, file => question.Answer(file, Figures.Exact)));
        Map<RouteRequest>(api, "shipper-receiver", new("Shipper/receiver differences along a route.",
            "運送路徑之發收差異。"), (question, _) => OfFiles(question.Files, file => question.Answer(file, Figures.Exact, MostTransfers)));
    }

    private static void Map<T>(IEndpointRouteBuilder api, string name, Bilingual summary, Func<T, CancellationToken, FaceAnswer> answer)
        where T : class => MapBytes<T>(api, name, summary, (body, cancellation) =>
        {
            var question = FaceInput.Read<T>(body);
            return question.IsGiven ? answer(question.Value, cancellation) : FaceAnswer.Refuse(question.Refusals);
        });

    private static void MapBytes<T>(IEndpointRouteBuilder api, string name, Bilingual summary,
        Func<ReadOnlyMemory<byte>, CancellationToken, FaceAnswer> answer)
        where T : class
    {
        Delegate serve = (HttpContext context) => Serve(context, answer);
        api.MapPost("statistics/" + name, serve)
            .WithName("statistics." + name).WithTags("statistics").WithSummary(summary.En).WithDescription(summary.Zh)
            .Accepts<T>(FaceAnswer.Json)
            .Produces<JsonObject>()
            .Produces<JsonObject>(StatusCodes.Status400BadRequest)
            .Produces<JsonObject>(StatusCodes.Status422UnprocessableEntity)
            .WithMetadata(new RequestSizeLimit(MostBytes));
    }

    private static async Task Serve(HttpContext context, Func<ReadOnlyMemory<byte>, CancellationToken, FaceAnswer> answer)
    {
        if (Callers.Of(context.User) is null)
        {
            await ApiResults.SignInRequired(context);
            return;
        }

        using var content = new MemoryStream();
        await context.Request.Body.CopyToAsync(content, context.RequestAborted);
        await ApiResults.Write(context, await Answer(content.ToArray(), answer, Patience, context.RequestAborted));
    }

    /// <summary>The answer to a request that waits for its place, and has so long.</summary>
    internal static async Task<FaceAnswer> Answer(ReadOnlyMemory<byte> body,
        Func<ReadOnlyMemory<byte>, CancellationToken, FaceAnswer> answer, TimeSpan patience, CancellationToken aborted)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        limit.CancelAfter(patience);
        try
        {
            await Places.WaitAsync(limit.Token);
            try
            {
                return answer(body, limit.Token);
            }
            finally
            {
                Places.Release();
            }
        }
        catch (OperationCanceledException) when (!aborted.IsCancellationRequested)
        {
            return FaceAnswer.Refuse(DetectionRefusals.TooMuch.At(default, FormattableString.Invariant($"≤ {patience.TotalSeconds} s")));
        }
    }

    // The files may stand in the request by themselves.
    private static FaceAnswer Balance(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var files = JsonDocument.Parse(body);
            if (files.RootElement.ValueKind != JsonValueKind.Object || !files.RootElement.TryGetProperty("files", out _))
                return OfCase(files.RootElement, "$", read => Balance(read, hasDetails: false));
        }
        // What cannot be read for a name is half of a letter, written as an escape.
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return FaceAnswer.Refuse(InputRefusals.Malformed.At(default, found: exception.Message));
        }

        var question = FaceInput.Read<BalanceRequest>(body);
        return question.IsGiven
            ? OfCase(question.Value.Files, "$.files", read => Balance(read, question.Value.Details))
            : FaceAnswer.Refuse(question.Refusals);
    }

    private static FaceAnswer Balance(CaseReading read, bool hasDetails)
    {
        var most = Math.Min(MostPeriods, (int)Math.Sqrt(MostValues / 2 / read.Case.Elements.Count));
        var periods = read.Case.Dates.Until(read.Case.LastStamp, EvaluationOptions.MostPeriods).Length - 1;
        if (periods > most)
            return FaceAnswer.Refuse(FaultRefusals.TooManyPeriods.In("mbp", FormattableString.Invariant($"≤ {most}")));
        var parts = 4L * periods * read.Case.Elements.Count * read.Case.Locations.Sum(at => at.Location.Methods.Count);
        if (hasDetails && parts > MostValues)
            return TooMuch("details", $"≤ {MostValues}", $"{parts}");
        using var result = new MemoryStream();
        CaseResult.Write(result, BalanceStructure.Of(read.Case, read.Options), read.PageReference, read.Closed, hasDetails);
        return new(FaceStatus.Ok, result.ToArray());
    }

    private static FaceAnswer Threshold(ThresholdQuestion question, CancellationToken cancellation) => question switch
    {
        { Periods: > MostTestedPeriods } => TooMuch("periods", $"≤ {MostTestedPeriods}", $"{question.Periods}"),
        { K: < 0 } => BelowZero(question.K),
        _ => question.Answer(Figures.Exact),
    };

    private static FaceAnswer Detection(DetectionRequest question, CancellationToken cancellation) => question switch
    {
        { Replicates: > MostReplicates } => TooMuch("replicates", $"≤ {MostReplicates}", $"{question.Replicates}"),
        { K: < 0 } => BelowZero(question.K),
        _ => OfCase(question.Files, "$.files", read =>
            question.Answer(read, Figures.Exact, new Effort(Threads: 1, MostNumbers, MostPeriods, cancellation))),
    };

    // Against a reference value below zero the sum drifts upwards, and its threshold takes long to find.
    private static FaceAnswer BelowZero(double k) => TooMuch("k", $"≥ {0}", $"{k}");

    private static FaceAnswer TooMuch(string field, FormattableString expected, FormattableString found) => FaceAnswer.Refuse(
        DetectionRefusals.TooMuch.In(field, FormattableString.Invariant(expected), FormattableString.Invariant(found)));

    private static FaceAnswer OfCase(JsonElement files, string path, Func<CaseReading, FaceAnswer> answer) => OfFiles(files, path, file =>
    {
        var read = CaseFolder.Read(file);
        return read.Value is null ? FaceAnswer.Refuse(FaultRefusals.Of(read.Faults)) : answer(read.Value);
    });

    private static FaceAnswer OfFiles(JsonElement files, Func<Func<string, byte[]?>, FaceAnswer> answer) => OfFiles(files, "$.files", answer);

    private static FaceAnswer OfFiles(JsonElement files, string path, Func<Func<string, byte[]?>, FaceAnswer> answer)
    {
        var given = GivenFiles.Of(files, path);
        return given.IsGiven ? answer(given.Value.GetValueOrDefault) : FaceAnswer.Refuse(given.Refusals);
    }
}
