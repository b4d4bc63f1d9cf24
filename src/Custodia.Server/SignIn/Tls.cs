using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace Custodia.Server.SignIn;

/// <summary>How the server speaks TLS: 1.2 or newer, with certificates of devices where they have one.</summary>
internal static class Tls
{
    private static readonly TimeSpan HstsAge = TimeSpan.FromDays(365);

    public static void UseCustodiaTls(this IWebHostBuilder host, X509Certificate2 certificate)
    {
        host.ConfigureKestrel(kestrel => kestrel.ConfigureHttpsDefaults(https =>
        {
            https.ServerCertificate = certificate;
            https.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13;
            https.ClientCertificateMode = ClientCertificateMode.AllowCertificate;
            // Any is let through the handshake: only one whose SHA-256 is known signs in (CertificateHandler).
            https.AllowAnyClientCertificate();
        }));
        host.ConfigureServices(services => services.AddHsts(hsts => hsts.MaxAge = HstsAge));
    }
}
