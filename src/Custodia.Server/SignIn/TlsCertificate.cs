using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Custodia.Server.Hosting;

namespace Custodia.Server.SignIn;

/// <summary>
/// The certificate that the server shows: one that was given, or one of its own that it makes once and keeps in DIR/keys/tls.pem.
/// </summary>
public static class TlsCertificate
{
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(365);
    private static readonly TimeSpan ClockSkew = TimeSpan.FromHours(1);

    /// <summary>Reads a certificate that was given.</summary>
    /// <param name="file">PEM, or PFX where no key file is given.</param>
    /// <param name="keyFile">The private key in PEM.</param>
    /// <exception cref="DataFolderException">It cannot be read; the message is for the user.</exception>
    public static X509Certificate2 Read(string file, string? keyFile)
    {
        try
        {
            return keyFile is null
                ? X509CertificateLoader.LoadPkcs12FromFile(file, password: null)
                : Usable(X509Certificate2.CreateFromPemFile(file, keyFile));
        }
        catch (Exception exception) when (exception is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new DataFolderException(
                $"{file}: no certificate with its key could be read ({exception.Message}). Give --certificate and --key in PEM.",
                cause: exception);
        }
    }

    /// <summary>
    /// The server's own certificate: ECDSA P-256, self-signed, a year. A new one is made where there is none, where it is about to
    /// expire, or where it does not name all the hosts.
    /// </summary>
    public static X509Certificate2 Own(string file, IReadOnlyList<string> hosts, TimeProvider time)
    {
        var now = time.GetUtcNow();
        if (File.Exists(file))
        {
            var text = File.ReadAllText(file);
            var kept = Usable(X509Certificate2.CreateFromPem(text, text));
            if (kept.NotAfter.ToUniversalTime() > now.AddDays(30).UtcDateTime && hosts.All(host => kept.MatchesHostname(host)))
                return kept;
            kept.Dispose();
        }

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var made = Make(key, hosts, now);
        FolderLayout.WriteSecret(file, $"{made.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n");
        return Usable(made.HasPrivateKey ? new X509Certificate2(made) : made.CopyWithPrivateKey(key));
    }

    /// <summary>SHA-256 of a certificate as people compare it: pairs of digits with colons.</summary>
    public static string Fingerprint(X509Certificate2 certificate) =>
        string.Join(':', SHA256.HashData(certificate.RawDataMemory.Span).Select(value => value.ToString("X2", null)));

    private static X509Certificate2 Make(ECDsa key, IReadOnlyList<string> hosts, DateTimeOffset now)
    {
        var request = new CertificateRequest($"CN={hosts[0]}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        foreach (var host in hosts)
        {
            if (IPAddress.TryParse(host, out var address))
                names.AddIpAddress(address);
            else
                names.AddDnsName(host);
        }

        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        return request.CreateSelfSigned(now - ClockSkew, now + Lasts);
    }

    // Windows shows a certificate in a handshake only where its key was imported.
    private static X509Certificate2 Usable(X509Certificate2 certificate)
    {
        if (!OperatingSystem.IsWindows())
            return certificate;
        using (certificate)
            return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), password: null);
    }
}
