using Custodia.Books.Access;
using Custodia.Books.Faces;
using Custodia.Server.Hosting;

namespace Custodia.Server.Api;

/// <summary>Answers of the faces as HTTP responses.</summary>
internal static class ApiResults
{
    /// <summary>The status code of an answer.</summary>
    public static int StatusCode(FaceStatus status) => status switch
    {
        FaceStatus.Ok => StatusCodes.Status200OK,
        FaceStatus.Refused => StatusCodes.Status422UnprocessableEntity,
        FaceStatus.Malformed => StatusCodes.Status400BadRequest,
        FaceStatus.NotFound => StatusCodes.Status404NotFound,
        FaceStatus.Unauthenticated => StatusCodes.Status401Unauthorized,
        FaceStatus.Denied => StatusCodes.Status403Forbidden,
        FaceStatus.NoRoom => StatusCodes.Status507InsufficientStorage,
        FaceStatus.Stopped => StatusCodes.Status503ServiceUnavailable,
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>Answers a request of nobody who is known.</summary>
    public static Task SignInRequired(HttpContext context)
    {
        context.RequestServices.GetRequiredService<DataFolder>().AccessLog.DeniedUnknown(
            "api", AccessRefusals.SignInRequired.Code);
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Write(context, FaceAnswer.Refuse(AccessRefusals.SignInRequired.At(default)));
    }

    /// <summary>Sends an answer.</summary>
    public static async Task Write(HttpContext context, FaceAnswer answer, int? statusCode = null)
    {
        context.Response.StatusCode = statusCode ?? StatusCode(answer.Status);
        context.Response.ContentType = answer.ContentType;
        context.Response.ContentLength = answer.Content.Length;
        context.Response.Headers.CacheControl = "no-store";
        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.Body.WriteAsync(answer.Content, context.RequestAborted);
    }
}
