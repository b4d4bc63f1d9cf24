namespace Custodia.Server;

/// <summary>
/// Tells requests of this server's own pages from those that a page of another site makes a browser send: by what browsers
/// say of themselves (Fetch Metadata, W3C; Origin, RFC 6454). Programs say neither and pass.
/// </summary>
internal static class ForeignPages
{
    // Where the connection of an open page is made: a WebSocket is a GET, and no other policy of browsers holds it back.
    private const string Circuit = "/_blazor";

    /// <summary>What shows that a page of another site sent a request: a header, and what it says; null: nothing does.</summary>
    public static (string Header, string Found)? SignOf(HttpRequest request)
    {
        var own = OriginOf(request);
        if (request.Headers.Origin.FirstOrDefault(origin => origin != own) is { } origin)
            return ("Origin", origin);
        return request.Headers["Sec-Fetch-Site"].FirstOrDefault(site => site is not ("same-origin" or "none")) is { } site
            ? ("Sec-Fetch-Site", site)
            : null;
    }

    /// <summary>The origin of this server as the request addresses it.</summary>
    public static string OriginOf(HttpRequest request) => $"{request.Scheme}://{request.Host}";

    /// <summary>Refuses what a page of another site sends to change something, or to open a connection.</summary>
    public static void RefuseForeignPages(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (!Acts(context.Request) || SignOf(context.Request) is null)
            return next(context);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    });

    private static bool Acts(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)
        || request.Path.StartsWithSegments(Circuit, StringComparison.OrdinalIgnoreCase);
}
