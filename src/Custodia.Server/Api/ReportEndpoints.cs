using Custodia.Server.Access;

namespace Custodia.Server.Api;

/// <summary>The endpoint that gives reports as files.</summary>
internal static class ReportEndpoints
{
    /// <summary>Its path below the API.</summary>
    public const string Path = "commitments/report/file";

    public static void MapReports(this IEndpointRouteBuilder api) =>
        api.MapGet(Path, (HttpContext context, ReportFace face) => Give(context, face))
            .WithName("commitments.report-file").WithTags("commitments")
            .WithSummary("A report as a file: the fields of the query report, with format=docx|html|pdf|json and language=en|zh|both.")
            .WithDescription("報告檔案：report 查詢之欄位，另加 format=docx|html|pdf|json 與 language=en|zh|both。");

    private static async Task Give(HttpContext context, ReportFace face)
    {
        if (Callers.Of(context.User) is not { } caller)
        {
            await ApiResults.SignInRequired(context);
            return;
        }

        KeyValuePair<string, string>[] fields =
        [
            .. from field in context.Request.Query
               from value in field.Value
               where value is { Length: > 0 }
               select KeyValuePair.Create(field.Key, value),
        ];
        var (answer, name) = await face.File(fields, caller, context.RequestAborted);
        if (name.Length > 0)
            context.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        await ApiResults.Write(context, answer);
    }
}
