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
        var fields = new AddressFields(field => query[field]);
        var request = new DocumentRequest(name, content, query["preview"] == "true", query["document"], fields.Choice<Confirmation>("confirm"),
            fields.Number("part"), query["id"], query["nameEn"], query["nameZh"], fields.Day("date"), fields.Choice<KeptKind>("kind"));
        await ApiResults.Write(context,
            fields.Refusals.Count > 0 ? FaceAnswer.Refuse(fields.Refusals) : await face.Import(request, caller, context.RequestAborted));
    }
}
