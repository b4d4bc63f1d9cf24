using System.Globalization;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Custodia.Books;
using Custodia.Books.Faces;
using Custodia.Server.Api;
using Custodia.Server.Hosting;
using Custodia.Server.SignIn;

namespace Custodia.Cli;

/// <summary>Goes through the server that runs on the data folder.</summary>
internal sealed class RemoteConnection : IConnection
{
    private const string ClientHeader = "Custodia-Client";
    private static readonly TimeSpan HealthTimeout = TimeSpan.FromSeconds(3);

    private readonly HttpClient _client;

    private RemoteConnection(HttpClient client, string origin) => (_client, Origin) = (client, origin);

    /// <summary>Name of the journal that is served.</summary>
    public string Origin { get; }

    /// <summary>The connection to the server of a folder; null where none runs.</summary>
    public static async Task<RemoteConnection?> Find(string folder)
    {
        if (RunFile.Read(folder) is not { } run)
            return null;
        // Whatever the environment says of proxies: the server is on this machine.
        var handler = new SocketsHttpHandler { UseProxy = false };
        // The run file is in the data folder, so it says better than any authority which certificate is the server's.
        if (run.Certificate is { } fingerprint)
            handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) =>
                shown is X509Certificate2 certificate && TlsCertificate.Fingerprint(certificate) == fingerprint;
        var client = new HttpClient(handler, disposeHandler: true)
        {
            BaseAddress = new Uri(run.Url),
            Timeout = Timeout.InfiniteTimeSpan,
        };
        client.DefaultRequestHeaders.Add(ClientHeader, "cli");
        if (await Serves(client, run.Origin))
        {
            if (TokenFile.Read(run.Origin) is { } token)
                client.DefaultRequestHeaders.Authorization = new("Bearer", token);
            return new RemoteConnection(client, run.Origin);
        }

        client.Dispose();
        return null;
    }

    public Task<FaceAnswer> Call(string book, Definition definition, ReadOnlyMemory<byte> json, CallOptions options)
    {
        var path = $"api/v1/{book}/{definition.Name}";
        if (definition is CommandDefinition)
        {
            var content = new ReadOnlyMemoryContent(json) { Headers = { ContentType = new(FaceAnswer.Json) } };
            return Send(HttpMethod.Post, path, content,
                ("commandId", options.CommandId?.ToString("D")), ("try", options.TryOnly ? "true" : null));
        }

        return Send(HttpMethod.Get, path, null, ("input", Encoding.UTF8.GetString(json.Span)),
            ("asOf", Text(options.View.AsOf)), ("knownAt", options.View.KnownAt?.ToString(CultureInfo.InvariantCulture)));
    }

    public Task<FaceAnswer> Import(ImportRequest request)
    {
        var content = new StreamContent(request.Content) { Headers = { ContentType = new(FaceAnswer.Bytes) } };
        return Send(HttpMethod.Post, "api/v1/materials/import/" + request.Kind, content, ("name", Path.GetFileName(request.Name)),
            ("mba", request.Mba), ("date", Text(request.Date)), ("preview", request.Preview ? "true" : null));
    }

    public Task<FaceAnswer> Import(DocumentRequest request)
    {
        var content = new StreamContent(request.Content) { Headers = { ContentType = new(FaceAnswer.Bytes) } };
        return Send(HttpMethod.Post, "api/v1/commitments/import-document", content, ("name", Path.GetFileName(request.Name)),
            ("preview", request.Preview ? "true" : null), ("document", request.Document), ("confirm", request.Confirm?.ToString()),
            ("part", request.Part?.ToString(CultureInfo.InvariantCulture)), ("id", request.Id), ("nameEn", request.NameEn),
            ("nameZh", request.NameZh), ("date", Text(request.Date)), ("kind", request.Kind?.ToString()));
    }

    public Task<FaceAnswer> Report(IReadOnlyList<KeyValuePair<string, string>> fields) =>
        Send(HttpMethod.Get, "api/v1/commitments/report/file", null, [.. fields.Select(field => (field.Key, (string?)field.Value))]);

    public Task<FaceAnswer> ReadJournal(string path, IReadOnlyDictionary<string, string> query) =>
        Send(HttpMethod.Get, "api/v1/journal/" + path, null, [.. query.Select(field => (field.Key, (string?)field.Value))]);

    /// <summary>Asks for a token.</summary>
    public Task<FaceAnswer> SignIn(SignInInput input)
    {
        _client.DefaultRequestHeaders.Authorization = null;
        var json = JsonSerializer.SerializeToUtf8Bytes(input, FaceJson.Options);
        return Send(HttpMethod.Post, "api/v1/sign-in", new ByteArrayContent(json) { Headers = { ContentType = new(FaceAnswer.Json) } });
    }

    /// <summary>Gives the token back.</summary>
    public Task<FaceAnswer> SignOut() => Send(HttpMethod.Post, "api/v1/sign-out", null);

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return ValueTask.CompletedTask;
    }

    private static async Task<bool> Serves(HttpClient client, string origin)
    {
        try
        {
            using var timeout = new CancellationTokenSource(HealthTimeout);
            using var response = await client.GetAsync(new Uri("health", UriKind.Relative), timeout.Token);
            using var health = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(timeout.Token));
            return health.RootElement.TryGetProperty("origin", out var found) && found.GetString() == origin;
        }
        catch (Exception absent) when (absent is HttpRequestException or OperationCanceledException or JsonException)
        {
            return false;
        }
    }

    private static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task<FaceAnswer> Send(HttpMethod method, string path, HttpContent? content, params (string Name, string? Value)[] query)
    {
        var fields = query.Where(field => field.Value is not null)
            .Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value!)}");
        using var request = new HttpRequestMessage(method, new Uri($"{path}?{string.Join('&', fields)}", UriKind.Relative));
        request.Content = content;
        using var response = await _client.SendAsync(request);
        return new FaceAnswer(StatusOf(response.StatusCode), await response.Content.ReadAsByteArrayAsync(),
            response.Content.Headers.ContentType?.ToString() ?? FaceAnswer.Json);
    }

    private static FaceStatus StatusOf(HttpStatusCode code) => code switch
    {
        HttpStatusCode.OK => FaceStatus.Ok,
        HttpStatusCode.BadRequest => FaceStatus.Malformed,
        HttpStatusCode.NotFound => FaceStatus.NotFound,
        HttpStatusCode.InsufficientStorage => FaceStatus.NoRoom,
        HttpStatusCode.ServiceUnavailable or HttpStatusCode.InternalServerError => FaceStatus.Stopped,
        _ => FaceStatus.Refused,
    };
}
