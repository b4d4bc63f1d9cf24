using Microsoft.AspNetCore.Localization;

namespace Custodia.Server.Language;

/// <summary>The languages of the product.</summary>
public static class ProductLanguages
{
    /// <summary>English, the neutral language of the resource files.</summary>
    public const string English = "en";

    /// <summary>正體中文, Chinese in traditional characters.</summary>
    public const string Chinese = "zh-Hant";

    /// <summary>Both, in the order in which they are offered.</summary>
    public static IReadOnlyList<string> All { get; } = [English, Chinese];

    /// <summary>The language of a request: the reader's choice, else what the browser asks for, else English.</summary>
    internal static void AddProductLanguages(this IServiceCollection services) =>
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.SetDefaultCulture(English);
            options.AddSupportedCultures([.. All]);
            options.AddSupportedUICultures([.. All]);
            // The choice lives in the cookie alone, so that a link carries no language to the next reader.
            options.RequestCultureProviders =
                [new CookieRequestCultureProvider(), new AcceptLanguageHeaderRequestCultureProvider()];
        });
}
