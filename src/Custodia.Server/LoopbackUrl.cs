using System.Net;

namespace Custodia.Server;

/// <summary>
/// The rule for where the server listens: on the machine itself and nowhere else. There is no sign-in yet, so whoever
/// can reach the port can read and write the books.
/// </summary>
public static class LoopbackUrl
{
    /// <summary>Says what is wrong with an address.</summary>
    /// <returns>A sentence for the user that ends with the remedy, or null where the address is accepted.</returns>
    public static string? Problem(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme != "http" || uri.PathAndQuery != "/")
            return $"'{url}' is not an address to listen on. Give one such as {CustodiaOptions.DefaultUrl}.";
        if (!IsLoopback(uri))
        {
            return $"Custodia listens on this machine only, and '{url}' can be reached from others. "
                + $"Give a loopback address such as {CustodiaOptions.DefaultUrl}.";
        }

        return null;
    }

    // A host name other than localhost is refused even where it resolves to loopback today: it may not tomorrow.
    private static bool IsLoopback(Uri uri) =>
        uri.Host == "localhost"
        || (IPAddress.TryParse(uri.DnsSafeHost, out var address) && IPAddress.IsLoopback(address));
}
