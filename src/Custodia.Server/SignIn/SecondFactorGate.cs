using Custodia.Books.Faces;
using Custodia.Server.Api;
using Microsoft.AspNetCore.Authentication;

namespace Custodia.Server.SignIn;

/// <summary>
/// Whoever needs a second factor and has none gets to the page that sets it up, and nowhere else; to their own account only who
/// is signed in.
/// </summary>
internal static class SecondFactorGate
{
    /// <summary>The page that sets it up.</summary>
    public const string Page = "/account/second-factor";

    private const string Account = "/account";

    // What that page and the way out need. Static files are not listed: they are let by their extension.
    private static readonly string[] Open = ["/account/second-factor", "/account/passkeys", "/sign-in", "/sign-out", "/language", "/theme"];

    public static void UseSecondFactorGate(this IApplicationBuilder app, Doorkeeper doorkeeper) => app.Use(async (context, next) =>
    {
        var standing = doorkeeper.StandingOf(context.User);
        if (standing == Standing.SignedOut && context.Request.Path.StartsWithSegments(Account, StringComparison.OrdinalIgnoreCase))
            await context.ChallengeAsync();
        else if (standing != Standing.MustSetSecondFactor || IsOpen(context.Request.Path))
            await next(context);
        else if (context.Request.Path.StartsWithSegments(ApiGuard.Prefix, StringComparison.Ordinal))
            await ApiResults.Write(context, FaceAnswer.Refuse(SignInRefusals.SecondFactorRequired.At(default)), StatusCodes.Status403Forbidden);
        else if (HttpMethods.IsGet(context.Request.Method) && !context.WebSockets.IsWebSocketRequest)
            context.Response.Redirect(Page);
        else
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
    });

    // The address of a static file has an endpoint of its own that serves nothing else.
    private static bool IsOpen(PathString path) =>
        Open.Any(open => path.StartsWithSegments(open, StringComparison.Ordinal))
        || (Path.GetExtension(path.Value) is ".css" or ".js" or ".svg" or ".woff2"
            && !path.StartsWithSegments(ApiGuard.Prefix, StringComparison.Ordinal));
}
