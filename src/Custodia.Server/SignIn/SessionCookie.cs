namespace Custodia.Server.SignIn;

/// <summary>
/// The cookie with the key of a session: out of reach of scripts, sent to this server only and never from another site's page. Over
/// https its name binds it to the host (RFC 6265bis §4.1.3.2).
/// </summary>
internal static class SessionCookie
{
    private const string Session = "custodia-session";
    private const string Second = "custodia-second";
    private const string HostPrefix = "__Host-";

    public static string? Read(HttpContext context) => context.Request.Cookies[Name(context, Session)];

    /// <summary>Until the browser is closed: the server knows when the session ends.</summary>
    public static void Write(HttpContext context, string key) =>
        context.Response.Cookies.Append(Name(context, Session), key, Options(context));

    public static void Delete(HttpContext context) =>
        context.Response.Cookies.Delete(Name(context, Session), Options(context));

    /// <summary>The key of one who still owes the second factor.</summary>
    public static string? ReadSecond(HttpContext context) => context.Request.Cookies[Name(context, Second)];

    public static void WriteSecond(HttpContext context, string key)
    {
        var options = Options(context);
        options.MaxAge = PendingSignIns.Lasts;
        context.Response.Cookies.Append(Name(context, Second), key, options);
    }

    public static void DeleteSecond(HttpContext context) =>
        context.Response.Cookies.Delete(Name(context, Second), Options(context));

    public static string Name(HttpContext context, string name) => context.Request.IsHttps ? HostPrefix + name : name;

    private static CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        Path = "/",
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps,
    };
}
