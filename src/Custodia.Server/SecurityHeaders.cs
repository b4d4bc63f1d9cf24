namespace Custodia.Server;

/// <summary>
/// Headers that keep a page to this server: nothing else may give, get, frame or keep any of it. They are on every
/// response, whoever answers: set last, and around everything, the check of host names included.
/// </summary>
internal sealed class SecurityHeaders : IStartupFilter
{
    // Styles may be inline because the component library positions its elements so; scripts may not.
    private const string ContentPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        + "font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; "
        + "frame-ancestors 'none'";

    /// <summary>Adds them before all else that was added.</summary>
    public static void Add(IServiceCollection services) =>
        services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter, SecurityHeaders>());

    /// <inheritdoc/>
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, rest) =>
        {
            context.Response.OnStarting(() =>
            {
                Set(context.Response.Headers);
                return Task.CompletedTask;
            });
            return rest(context);
        });
        next(app);
    };

    private static void Set(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        // To other servers none is sent; within this one a form that is sent then has its Origin (Fetch, "append a request Origin header").
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        // Only static files say of themselves that they may be kept: anything else is of one reader.
        if (headers.CacheControl.Count == 0)
            headers.CacheControl = "no-store";
    }
}
