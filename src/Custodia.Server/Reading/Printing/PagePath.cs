using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing.Template;

namespace Custodia.Server.Reading.Printing;

/// <summary>Which paths may be printed: those of pages of this server, and nothing else.</summary>
internal static class PagePath
{
    /// <summary>The most letters of a path with its query.</summary>
    public const int MaxLength = 2_000;

    /// <summary>Whether a path, with or without a query, is that of a page.</summary>
    /// <param name="path">The path as it was asked for.</param>
    /// <param name="endpoints">What this server answers.</param>
    public static bool IsPage(string? path, EndpointDataSource endpoints)
    {
        if (path is not { Length: > 0 and <= MaxLength } || path[0] != '/' || path.Any(char.IsControl)
            || path.Contains('\\', StringComparison.Ordinal) || !RedirectHttpResult.IsLocalUrl(path))
            return false;
        var plain = new PathString(Uri.UnescapeDataString(path.Split('?', '#')[0]));
        return endpoints.Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
            .Any(endpoint => Matches(endpoint.RoutePattern.RawText, plain));
    }

    private static bool Matches(string? pattern, PathString path) =>
        pattern is not null && new TemplateMatcher(TemplateParser.Parse(pattern), []).TryMatch(path, []);
}
