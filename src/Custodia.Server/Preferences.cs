using Custodia.Server.Language;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Localization;

namespace Custodia.Server;

/// <summary>A reader's two choices, language and theme, each kept in a cookie and changed by a plain link.</summary>
internal static class Preferences
{
    public const string Light = "light";
    public const string Dark = "dark";
    public const string Contrast = "contrast";
    private const string ThemeCookie = "custodia-theme";
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(365);

    /// <summary>The themes, in the order in which they are offered.</summary>
    public static IReadOnlyList<string> Themes { get; } = [Light, Dark, Contrast];

    public static void MapPreferences(this IEndpointRouteBuilder app)
    {
        app.MapGet("/language", ChooseLanguage).AllowAnonymous();
        app.MapGet("/theme", ChooseTheme).AllowAnonymous();
    }

    /// <summary>The theme of a request; light unless the reader chose another.</summary>
    public static string ThemeOf(HttpContext? context) =>
        context?.Request.Cookies[ThemeCookie] is { } chosen && Themes.Contains(chosen) ? chosen : Light;

    private static IResult ChooseLanguage(HttpContext context, string? to, string? @return)
    {
        if (to is null || !ProductLanguages.All.Contains(to))
            return Results.BadRequest($"Unknown language. Known: {string.Join(", ", ProductLanguages.All)}.");
        var cookie = CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(to));
        return Keep(context, CookieRequestCultureProvider.DefaultCookieName, cookie, @return);
    }

    private static IResult ChooseTheme(HttpContext context, string? to, string? @return) =>
        to is not null && Themes.Contains(to)
            ? Keep(context, ThemeCookie, to, @return)
            : Results.BadRequest($"Unknown theme. Known: {string.Join(", ", Themes)}.");

    private static IResult Keep(HttpContext context, string name, string value, string? returnTo)
    {
        var target = returnTo ?? "/";
        if (!RedirectHttpResult.IsLocalUrl(target))
            return Results.BadRequest("The return path must be a path on this server.");
        context.Response.Cookies.Append(name, value, new CookieOptions
        {
            MaxAge = KeptFor,
            HttpOnly = true,
            Secure = context.Request.IsHttps,
            SameSite = SameSiteMode.Lax,
            IsEssential = true,
        });
        return Results.LocalRedirect(target);
    }
}
