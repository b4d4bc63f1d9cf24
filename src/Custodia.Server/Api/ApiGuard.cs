using Custodia.Books;
using Custodia.Books.Faces;
using Custodia.Journal;
using Custodia.People.Access;
using Microsoft.AspNetCore.Diagnostics;

namespace Custodia.Server.Api;

/// <summary>
/// What every request to the API passes: that no page from elsewhere sent it, and that each failure is answered in JSON.
/// </summary>
internal static class ApiGuard
{
    /// <summary>Prefix of the API.</summary>
    public const string Prefix = "/api";

    /// <summary>A header that no form of a web page can send: it lets a request in whose content type a form could have.</summary>
    public const string ClientHeader = "Custodia-Client";

    /// <summary>
    /// The content types that a page may post to another site without asking it first (Fetch standard, "CORS-safelisted
    /// request-header").
    /// </summary>
    private static readonly string[] SimpleTypes = ["application/x-www-form-urlencoded", "multipart/form-data", "text/plain"];

    /// <summary>Whether a request is one of programs: for the API, or for its description.</summary>
    public static bool IsApi(HttpRequest request) => request.Path.StartsWithSegments(Prefix, StringComparison.Ordinal)
        || request.Path.StartsWithSegments("/openapi", StringComparison.Ordinal);

    public static void UseApiGuard(this IApplicationBuilder app) => app.Use((context, next) =>
        IsApi(context.Request) ? Guard(context, next) : next(context));

    private static async Task Guard(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IStatusCodePagesFeature>() is { } pages)
            pages.Enabled = false;
        if (Problem(context.Request) is { } refusal)
        {
            await ApiResults.Write(context, FaceAnswer.Refuse(refusal), StatusCodes.Status403Forbidden);
            return;
        }

        try
        {
            await next(context);
            // Nothing is there, or not for this method or content type: routing says so by its status alone.
            if (!context.Response.HasStarted && context.Response.StatusCode >= StatusCodes.Status400BadRequest
                && context.Response is { ContentLength: null, ContentType: null })
                await ApiResults.Write(context, FaceAnswer.Refuse(InputRefusals.Unknown.In("path",
                    found: $"{context.Request.Method} {context.Request.Path}")), context.Response.StatusCode);
        }
        catch (BadHttpRequestException exception)
        {
            var reason = exception.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? InputRefusals.TooLarge : InputRefusals.Malformed;
            await ApiResults.Write(context, FaceAnswer.Refuse(reason.At(default, found: exception.Message)), exception.StatusCode);
        }
        catch (AccessLogException exception)
        {
            await ApiResults.Write(context, FaceAnswer.Refuse(exception.Refusal));
        }
        catch (JournalFailedException exception)
        {
            await ApiResults.Write(context, FaceAnswer.Refuse(ApiRefusals.JournalFailed.At(default, found: exception.Message)),
                StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static Refusal? Problem(HttpRequest request)
    {
        if (ForeignPages.SignOf(request) is var (header, found))
            return ApiRefusals.ForeignPage.In(header, header == "Origin" ? ForeignPages.OriginOf(request) : "same-origin", found);
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || request.Headers.ContainsKey(ClientHeader))
            return null;
        var type = request.ContentType?.Split(';')[0].Trim();
        return string.IsNullOrEmpty(type) || SimpleTypes.Contains(type, StringComparer.OrdinalIgnoreCase)
            ? ApiRefusals.ForeignPage.In("Content-Type", FaceAnswer.Json, type ?? "")
            : null;
    }
}

/// <summary>Why the API does not take a request, whatever it asks for.</summary>
public static class ApiRefusals
{
    /// <summary>The request may come from a page of another site.</summary>
    public static readonly RefusalCode ForeignPage = new("api.foreign-page",
        new("The request may have been sent by a web page of another site.", "此請求可能由其他網站之網頁送出。"),
        new("Send JSON as application/json, or add the header Custodia-Client: 1; send no Origin of another site.",
            "請以 application/json 傳送 JSON，或加上標頭 Custodia-Client: 1；勿帶其他網站之 Origin。"));

    /// <summary>The journal's store failed.</summary>
    public static readonly RefusalCode JournalFailed = new("api.journal-failed",
        new("The journal failed: whether this was recorded is unknown, and the server stops.", "日誌發生故障：無法確認是否已登載，伺服器即將停止。"),
        new("Check the disk, start again, and repeat the command with the same id.", "請檢查磁碟後重新啟動，並以相同識別碼重送。"));
}
