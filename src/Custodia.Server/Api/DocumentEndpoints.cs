using System.Globalization;
using Custodia.Books;
using Custodia.Books.Faces;
using Custodia.Commitments.Documents;
using Custodia.Server.Access;

namespace Custodia.Server.Api;

/// <summary>The endpoint that takes documents.</summary>
internal static class DocumentEndpoints
{
    public static void MapDocuments(this IEndpointRouteBuilder api) =>
        api.MapPost("commitments/import-document", (HttpContext context, DocumentFace face) => Import(context, face))
            .WithName("commitments.import-document").WithTags("commitments")
            .WithSummary("Read a communiqué or work plan and keep it, with the proposed promises confirmed as asked; "
                + "preview=true only shows what is read.")
            .WithDescription("讀取並保存公報或工作計畫，依指定方式確認所建議之承諾；preview=true 僅顯示讀取結果。")
            .WithMetadata(new RequestSizeLimit(ReadingLimits.Bytes + (64 * 1024)))
            .Produces<RecordedAnswer>();

    private static async Task Import(HttpContext context, DocumentFace face)
    {
        if (Callers.Of(context.User) is not { } caller)
        {
            await ApiResults.SignInRequired(context);
            return;
        }

        using var content = new MemoryStream();
        var name = await ReceivedUpload.Read(context, content);
        content.Position = 0;
        var query = context.Request.Query;
        List<Refusal> refusals = [];
        var request = new DocumentRequest(name, content, query["preview"] == "true", query["document"],
            Choice<Confirmation>("confirm", query["confirm"], refusals), Number(query["part"], refusals), query["id"], query["nameEn"],
            query["nameZh"], Day(query["date"], refusals), Choice<KeptKind>("kind", query["kind"], refusals));
        await ApiResults.Write(context,
            refusals.Count > 0 ? FaceAnswer.Refuse(refusals) : await face.Import(request, caller, context.RequestAborted));
    }

    private static DateOnly? Day(string? text, List<Refusal> refusals)
    {
        if (text is null)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        refusals.Add(InputRefusals.Malformed.In("date", "yyyy-MM-dd", Short(text)));
        return null;
    }

    private static int? Number(string? text, List<Refusal> refusals)
    {
        if (text is null)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        refusals.Add(InputRefusals.Malformed.In("part", "1, 2, 3 …", Short(text)));
        return null;
    }

    private static T? Choice<T>(string field, string? text, List<Refusal> refusals)
        where T : struct, Enum
    {
        if (text is null)
            return null;
        if (Enum.GetNames<T>().FirstOrDefault(name => string.Equals(name, text, StringComparison.OrdinalIgnoreCase)) is { } found)
            return Enum.Parse<T>(found);
        refusals.Add(InputRefusals.Unknown.In(field, string.Join(" | ", Enum.GetNames<T>().Select(JsonName)), Short(text)));
        return null;
    }

    private static string JsonName(string name) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(name);

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
