using System.Net;

namespace Custodia.Server;

/// <summary>The rule for where the server listens: http on the machine itself only, https anywhere.</summary>
public static class ListenUrl
{
    /// <summary>Says what is wrong with an address.</summary>
    /// <returns>A sentence for the user that ends with the remedy, or null where the address is accepted.</returns>
    public static string? Problem(string url) => IsHttps(url)
        ? Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.PathAndQuery == "/" && uri.Host.Length > 0
            ? null
            : $"'{url}' is not an address to listen on. Give one such as https://custodia.example:5443."
        : LoopbackUrl.Problem(url);

    /// <summary>Whether an address is of https.</summary>
    public static bool IsHttps(string url) => url.StartsWith("https://", StringComparison.Ordinal);

    /// <summary>The names under which the server answers: that of the address, those given, and the machine itself.</summary>
    public static IReadOnlyList<string> Hosts(string url, IReadOnlyList<string> given)
    {
        var host = new Uri(url).DnsSafeHost;
        var isAny = IPAddress.TryParse(host, out var address) && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any));
        string[] own = isAny ? [] : [host];
        return [.. own.Concat(given).Concat(["localhost", "127.0.0.1", "::1"]).Distinct(StringComparer.OrdinalIgnoreCase)];
    }
}
