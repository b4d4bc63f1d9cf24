using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace Custodia.Server.Reading.Printing;

/// <summary>Asks this server for its own pages: over https it takes this server's certificate, whoever issued it, and no other.</summary>
internal sealed class OwnPages(CustodiaOptions options) : IDisposable
{
    /// <summary>The most bytes of a page.</summary>
    private const long MaxPage = 32 * 1024 * 1024;

    private readonly HttpClient _client = new(Handler(options.Certificate))
    {
        MaxResponseContentBufferSize = MaxPage,
        Timeout = TimeSpan.FromSeconds(60),
    };

    /// <summary>The answer to a request to this server.</summary>
    public Task<HttpResponseMessage> Ask(HttpRequestMessage request, CancellationToken cancellation) =>
        _client.SendAsync(request, cancellation);

    /// <summary>Where this machine reaches an address that the server listens on: all of them together are none to ask.</summary>
    public static Uri Reach(string listening)
    {
        var address = new Uri(listening.Replace("*", "localhost", StringComparison.Ordinal).Replace("+", "localhost", StringComparison.Ordinal));
        return IPAddress.TryParse(address.DnsSafeHost, out var ip) && (ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any))
            ? new UriBuilder(address) { Host = "localhost" }.Uri
            : address;
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private static SocketsHttpHandler Handler(X509Certificate2? own)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) =>
            shown is not null && own is not null && shown.GetRawCertData().AsSpan().SequenceEqual(own.RawDataMemory.Span);
        return handler;
    }
}
