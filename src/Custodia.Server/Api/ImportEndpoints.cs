using Custodia.Books.Faces;
using Custodia.Server.Access;
using Custodia.Server.Language;

namespace Custodia.Server.Api;

/// <summary>The endpoints that take operators' files and give empty ones.</summary>
internal static class ImportEndpoints
{
    public static void MapImports(this IEndpointRouteBuilder api)
    {
        api.MapPost("materials/import/{kind}", (HttpContext context, ImportFace face, string kind) => Import(context, face, kind))
            .WithName("materials.import").WithTags("materials")
            .WithSummary("Import an operator's file, CSV or XLSX, whole; preview=true only says what would be recorded.")
            .WithDescription("匯入營運者檔案（CSV 或 XLSX），全有或全無；preview=true 僅顯示將登載之內容。")
            .WithMetadata(new RequestSizeLimit(ApiLimits.MaxUploadBytes))
            .Produces<RecordedAnswer>();
        api.MapGet("materials/templates/{kind}",
                (HttpContext context, string kind, string? format, string? lang) => ApiResults.Write(
                    context, ImportFace.Template(kind, format ?? "xlsx", lang ?? ProductLanguages.English)))
            .WithName("materials.template").WithTags("materials")
            .WithSummary("An empty file of a kind, to fill in.").WithDescription("供填寫之空白檔案。");
    }

    private static async Task Import(HttpContext context, ImportFace face, string kind)
    {
        if (Callers.Of(context.User) is not { } caller)
        {
            await ApiResults.SignInRequired(context);
            return;
        }

        var query = context.Request.Query;
        var fields = new AddressFields(field => query[field]);
        var day = fields.Day("date");
        if (fields.Refusals.Count > 0)
        {
            await ApiResults.Write(context, FaceAnswer.Refuse(fields.Refusals));
            return;
        }

        using var content = new MemoryStream();
        var name = await ReceivedUpload.Read(context, content);
        content.Position = 0;
        var request = new ImportRequest(kind, name, content, query["mba"], day, query["preview"] == "true");
        await ApiResults.Write(context, await face.Import(request, caller));
    }
}
