using System.Text;
using System.Text.Json;
using Custodia.Books.Faces;
using Custodia.Server.Access;
using Custodia.Statistics.Balances;
using Custodia.Statistics.Cases;
using Custodia.Statistics.Sequential;

namespace Custodia.Server.Api;

/// <summary>
/// The endpoint that evaluates a case of material balances: <c>{"case.json": {…}, "in_1.csv": "time,Pu\n…", …}</c>. Nothing of it is kept, and it
/// reads nothing that is.
/// </summary>
internal static class StatisticsEndpoints
{
    /// <summary>The largest case (bytes).</summary>
    private const int MostBytes = 16 << 20;

    /// <summary>The most balance periods: the answer holds two matrices of that many for each element.</summary>
    private const int MostPeriods = 400;

    /// <summary>The most values of all matrices of an answer.</summary>
    private const int MostValues = 1_000_000;

    public static void MapStatistics(this IEndpointRouteBuilder api) =>
        api.MapPost("statistics/balance", Evaluate)
            .WithName("statistics.balance").WithTags("statistics")
            .WithSummary("Evaluate a case of material balances, given as case.json and its tables; nothing of it is kept.")
            .WithDescription("評估物料平衡案例（case.json 及各表）；不予保存。")
            .WithMetadata(new RequestSizeLimit(MostBytes));

    private static async Task Evaluate(HttpContext context)
    {
        if (Callers.Of(context.User) is null)
        {
            await ApiResults.SignInRequired(context);
            return;
        }

        using var content = new MemoryStream();
        await context.Request.Body.CopyToAsync(content, context.RequestAborted);
        await ApiResults.Write(context, Answer(content.ToArray()));
    }

    /// <summary>The answer to a case: its result, or all that is wrong with it.</summary>
    internal static FaceAnswer Answer(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var files = JsonDocument.Parse(body, new() { AllowDuplicateProperties = false });
            if (files.RootElement.ValueKind != JsonValueKind.Object)
                return FaceAnswer.Refuse(InputRefusals.Malformed.At(default, "{", null));
            var read = CaseFolder.Read(name => files.RootElement.TryGetProperty(name, out var file) ? Bytes(file) : null);
            return read.Case is null ? FaceAnswer.Refuse(CaseRefusals.Of(read.Faults)) : Answer(read.Case, read.Options);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return FaceAnswer.Refuse(InputRefusals.Malformed.At(default, found: exception.Message));
        }
    }

    private static FaceAnswer Answer(BalanceCase balanceCase, EvaluationOptions options)
    {
        var most = Math.Min(MostPeriods, (int)Math.Sqrt(MostValues / 2 / balanceCase.Elements.Count));
        var dates = balanceCase.Dates.Until(balanceCase.LastStamp, EvaluationOptions.MostPeriods);
        if (dates.Length - 1 > most)
            return FaceAnswer.Refuse(CaseRefusals.TooManyPeriods.In("mbp", FormattableString.Invariant($"≤ {most}")));
        using var result = new MemoryStream();
        CaseResult.Write(result, BalanceStructure.Of(balanceCase, options), PageTest.UsualReference);
        return new(FaceStatus.Ok, result.ToArray());
    }

    // The description may stand as it is, a table as text.
    private static byte[] Bytes(JsonElement file) =>
        Encoding.UTF8.GetBytes(file.ValueKind == JsonValueKind.String ? file.GetString()! : file.GetRawText());
}
