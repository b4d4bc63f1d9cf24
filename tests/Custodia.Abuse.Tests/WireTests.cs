using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Custodia.Server;
using Custodia.Server.SignIn;
using Custodia.SignIn.Tests;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Custodia.Abuse.Tests;

/// <summary>What comes over the wire: too much, too slowly, in another's name.</summary>
public sealed class WireTests(StateServer state)
{
    private static readonly string[] Expected =
    [
        "Content-Security-Policy", "X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy", "Cross-Origin-Opener-Policy",
        "Cross-Origin-Resource-Policy", "Permissions-Policy", "Cache-Control",
    ];

    [Theory]
    [InlineData("/", "")]
    [InlineData("/sign-in", "")]
    [InlineData("/app.css", "")]
    [InlineData("/no-such.css", "")]
    [InlineData("/no-such-page", "")]
    [InlineData("/error", "")]
    [InlineData("/health", "")]
    [InlineData("/pdf?path=x", "")]
    [InlineData("/_blazor", "")]
    [InlineData("/api/v1/session", "")]
    [InlineData("/api/v1/no-such", "")]
    [InlineData("/openapi/v1.json", "")]
    [InlineData("/export/batches", "")]
    [InlineData("/", "evil.example")]
    public async Task Every_answer_says_how_it_may_be_used(string path, string host)
    {
        using var visitor = await state.SignedIn();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (host.Length > 0)
            request.Headers.Host = host;
        using var response = await visitor.Client.SendAsync(request, TestContext.Current.CancellationToken);
        foreach (var header in Expected)
            Assert.True(response.Headers.Contains(header), $"{path}: {header}");
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-eval", policy, StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Server") || response.Headers.Contains("X-Powered-By"));
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("evil.example@127.0.0.1")]
    [InlineData("127.0.0.1, evil.example")]
    [InlineData("")]
    public async Task Another_host_name_is_refused(string host) =>
        Assert.StartsWith("HTTP/1.1 400 ",
            await state.Raw($"GET /sign-in HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"), StringComparison.Ordinal);

    [Fact]
    public async Task Headers_of_proxies_are_not_believed()
    {
        var answer = await state.Raw("GET /mba HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: https\r\n"
            + "X-Original-URL: /account\r\nX-Rewrite-URL: /account\r\nForwarded: host=evil.example\r\nConnection: close\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 302 ", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("evil.example", answer, StringComparison.Ordinal);
        Assert.Contains("Location: /sign-in?return=%2Fmba", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("X-HTTP-Method-Override")]
    [InlineData("X-HTTP-Method")]
    [InlineData("X-Method-Override")]
    public async Task The_method_is_that_of_the_request(string header)
    {
        using var visitor = await state.SignedIn();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sign-out?_method=POST");
        request.Headers.Add(header, "POST");
        Assert.NotEqual(HttpStatusCode.OK, (await visitor.Send(request)).Status);
        Assert.Equal("reader", await visitor.WhoAmI());
        using var other = new HttpRequestMessage(new HttpMethod("TRACE"), "/");
        Assert.NotEqual(HttpStatusCode.OK, (await visitor.Send(other)).Status);
    }

    [Fact]
    public async Task Too_much_is_refused_before_it_is_read()
    {
        var host = "Host: 127.0.0.1\r\nConnection: close\r\n";
        var length = string.Create(CultureInfo.InvariantCulture, $"Content-Length: {ServerLimits.MaxRequestBytes + 1}\r\n");
        Assert.StartsWith("HTTP/1.1 414 ",
            await state.Raw($"GET /{new string('a', ServerLimits.MaxRequestLineBytes)} HTTP/1.1\r\n{host}\r\n"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 431 ",
            await state.Raw($"GET / HTTP/1.1\r\n{host}X: {new string('a', ServerLimits.MaxHeaderBytes)}\r\n\r\n"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 431 ", await state.Raw($"GET / HTTP/1.1\r\n{host}"
            + string.Concat(Enumerable.Range(0, ServerLimits.MaxHeaders).Select(i => $"X{i}: a\r\n")) + "\r\n"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 413 ", await state.Raw("POST /api/v1/sign-in HTTP/1.1\r\nContent-Type: application/json\r\n"
            + $"{host}{length}\r\n"), StringComparison.Ordinal);
        Assert.Matches("^HTTP/1.1 (400|413) ",
            await state.Raw($"POST /sign-in HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\n{host}{length}\r\n"));
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ")]
    [InlineData("POST /api/v1/sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
        + "Content-Length: 1000\r\nConnection: close\r\n\r\n{")]
    public async Task Whoever_sends_too_slowly_is_cut_off(string start)
    {
        // It ends when the server closes: a server that waited for ever would keep this from ending.
        var answer = await state.Raw(start);
        Assert.Matches("^(HTTP/1.1 40[08] |$)", answer);
        using var visitor = state.Visit();
        Assert.Equal(HttpStatusCode.OK, (await visitor.Get("/sign-in")).Status);
    }

    [Fact]
    public void Connections_and_what_each_may_take_are_limited()
    {
        var limits = state.Get<IOptions<KestrelServerOptions>>().Value.Limits;
        Assert.Equal(ServerLimits.MaxConnections, limits.MaxConcurrentConnections);
        Assert.Equal(ServerLimits.MaxConnections, limits.MaxConcurrentUpgradedConnections);
        Assert.Equal(ServerLimits.MaxRequestBytes, limits.MaxRequestBodySize);
        Assert.NotNull(limits.MinRequestBodyDataRate);
        Assert.NotNull(limits.MinResponseDataRate);
    }

    [Fact]
    public async Task Over_https_only_new_tls_is_spoken_and_an_unknown_certificate_is_nobody()
    {
        var place = Directory.CreateTempSubdirectory("custodia-tls-");
        using var own = TlsCertificate.Own(Path.Combine(place.FullName, "tls.pem"), ["localhost", "127.0.0.1"], TimeProvider.System);
        using var stranger = TlsCertificate.Own(Path.Combine(place.FullName, "stranger.pem"), ["gate"], TimeProvider.System);
        await using var server = await SignInServer.Start(host: options => options with
        {
            Url = "https://127.0.0.1:0",
            Certificate = own,
            Time = TimeProvider.System,
            Hosts = ["custodia.example"],
        });
        Assert.True(await Speaks(SslProtocols.Tls12));
        Assert.True(await Speaks(SslProtocols.Tls13));
#pragma warning disable CA5397, CS0618, SYSLIB0039 // That they are not spoken is what is tried.
        Assert.False(await Speaks(SslProtocols.Tls11));
        Assert.False(await Speaks(SslProtocols.Tls));
#pragma warning restore CA5397, CS0618, SYSLIB0039
        var handler = new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false };
        handler.SslOptions.RemoteCertificateValidationCallback = IsOwn;
        handler.SslOptions.ClientCertificates = [stranger];
        using var visitor = new Visitor(server.Url, handler);
        Assert.Null(await visitor.WhoAmI());
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sign-in");
        request.Headers.Host = "custodia.example";
        using var response = await visitor.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Contains("max-age=31536000", Assert.Single(response.Headers.GetValues("Strict-Transport-Security")), StringComparison.Ordinal);
        foreach (var cookie in response.Headers.GetValues("Set-Cookie"))
        {
            Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal);
            Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        }

        // The server reaches its own page over https, too; where there is no browser to print it, it says so.
        await server.AddPerson("wu");
        Assert.NotNull((await visitor.SignIn("wu", SignInServer.Password)).Location);
        Assert.True((await visitor.Get("/pdf?path=/glossary")).Status is HttpStatusCode.OK or HttpStatusCode.NotImplemented);
        place.Delete(recursive: true);

        bool IsOwn(object sender, X509Certificate? shown, X509Chain? chain, SslPolicyErrors errors) =>
            shown?.GetCertHashString() == own.GetCertHashString();

        async Task<bool> Speaks(SslProtocols protocol)
        {
            using var client = new TcpClient();
            await client.ConnectAsync("127.0.0.1", new Uri(server.Url).Port, TestContext.Current.CancellationToken);
            await using var tls = new SslStream(client.GetStream());
            try
            {
                await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
                {
                    TargetHost = "127.0.0.1",
                    EnabledSslProtocols = protocol,
                    RemoteCertificateValidationCallback = IsOwn,
                }, TestContext.Current.CancellationToken);
                return true;
            }
            catch (Exception exception) when (exception is AuthenticationException or IOException)
            {
                return false;
            }
        }
    }
}
