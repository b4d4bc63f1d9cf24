using Custodia.Books.Faces;
using Custodia.Commitments.Cooperation.Matrix;
using Custodia.Server.Access;
using Custodia.Server.Hosting;

namespace Custodia.Server.Api;

/// <summary>The endpoint that takes a filled 1540 matrix: it ends in the command <c>fill-matrix</c>.</summary>
internal static class MatrixEndpoints
{
    public static void MapMatrixFile(this IEndpointRouteBuilder api) =>
        api.MapPost("cooperation/matrix-file", Import)
            .WithName("cooperation.matrix-file").WithTags("cooperation")
            .WithSummary("Hand in a filled 1540 matrix, DOCX or JSON, whole; preview=true only says what would be recorded.")
            .WithDescription("提交填寫之 1540 矩陣（DOCX 或 JSON），全有或全無；preview=true 僅顯示將登載之內容。")
            .WithMetadata(new RequestSizeLimit(MatrixLimits.Bytes))
            .Produces<RecordedAnswer>();

    private static async Task Import(HttpContext context, DataFolder folder, CatalogueFace catalogue)
    {
        if (Callers.Of(context.User) is not { } caller)
        {
            await ApiResults.SignInRequired(context);
            return;
        }

        var definition = folder.Cooperation.Catalogue.Commands.Single(command => command.Name == "fill-matrix");
        // Who may not give the command anywhere has nothing read.
        var pass = folder.Node.Read<bool>(definition.Permission, "cooperation/fill-matrix", caller, _ => true);
        if (!pass.IsGiven)
        {
            await ApiResults.Write(context, FaceAnswer.Refuse(pass.Refusals));
            return;
        }

        using var content = new MemoryStream();
        await context.Request.Body.CopyToAsync(content, context.RequestAborted);
        var read = MatrixFile.Read(content.ToArray(), (string?)context.Request.Query["name"] ?? "upload");
        await ApiResults.Write(context, read.IsGiven
            ? await catalogue.Execute(folder.Cooperation, definition, read.Value,
                new FaceRequest(caller, default, null, context.Request.Query["preview"] == "true"), CancellationToken.None)
            : FaceAnswer.Refuse(read.Refusals));
    }
}
