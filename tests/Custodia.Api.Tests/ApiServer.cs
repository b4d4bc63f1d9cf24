using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Custodia.Server;
using Custodia.Server.Hosting;
using Custodia.Testing;
using Microsoft.AspNetCore.Builder;

namespace Custodia.Api.Tests;

/// <summary>A server over a real data folder of its own, with the shipped code tables and one small State.</summary>
public sealed class ApiServer : IAsyncLifetime
{
    public const string Mba = "XA01";

    private readonly string _folder = Path.Combine(Path.GetTempPath(), "custodia-api-" + Guid.NewGuid().ToString("N"));
    private DataFolder? _data;
    private WebApplication? _app;

    public HttpClient Client { get; } = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false });

    public DataFolder Data => _data!;

    /// <summary>The token of somebody who may record what the State promised.</summary>
    public string Official { get; private set; } = "";

    /// <summary>Number of the last entry before the first inventory change.</summary>
    public long Opened { get; private set; }

    public async ValueTask InitializeAsync()
    {
        _data = DataFolder.Open(_folder, TimeProvider.System);
        await FirstContent.Fill(_data, withSample: false, _ => { });
        _app = CustodiaHost.Build(new CustodiaOptions { Url = "http://127.0.0.1:0", Environment = "Production", Data = _data });
        await _app.StartAsync();
        Client.BaseAddress = new Uri(_app.Urls.First());
        var tester = new Tester(_data, TimeProvider.System);
        await tester.Register("tester", "state", cleared: true, Tester.AllContent);
        await tester.Register("keeper", "state", cleared: false, "security-officer");
        await tester.Register("official", "state", cleared: false, "official");
        Official = tester.Token("official");
        Client.DefaultRequestHeaders.Authorization = new("Bearer", tester.Token("tester"));
        await FoundState();
        Opened = _data.Node.Count - 1;
    }

    /// <summary>Gives a command; the answer with its status.</summary>
    public async Task<(HttpStatusCode Status, JsonNode Body)> Post(string path, string json, params (string, string)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/" + path);
        request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        return await Send(request, headers);
    }

    public async Task<(HttpStatusCode Status, JsonNode Body)> Upload(string path, string csv)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/" + path);
        request.Content = new StringContent(csv, Encoding.UTF8, "text/csv");
        return await Send(request);
    }

    public async Task<(HttpStatusCode Status, JsonNode Body)> Get(string path, params (string, string)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path.StartsWith('/') ? path : "/api/v1/" + path);
        return await Send(request, headers);
    }

    public async Task<(HttpStatusCode Status, JsonNode Body)> Send(HttpRequestMessage request, params (string Name, string Value)[] headers)
    {
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await Client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return (response.StatusCode, text.StartsWith('{') ? JsonNode.Parse(text)! : JsonValue.Create(text)!);
    }

    /// <summary>An inventory change of the MBA's one batch kind, with its own batch.</summary>
    public static string Change(string batch, string date = "2026-02-03", string weight = "N:400000") =>
        $$"""
        {"mba":"{{Mba}}","date":"{{date}}","code":"RF","batch":"{{batch}}","items":1,"description":"U2DF","basis":"M",
         "weights":["{{weight}}"],"kmp":"1","from":"US"}
        """;

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_app is not null)
            await _app.DisposeAsync();
        _data?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task FoundState()
    {
        await Done("name-state", """{"code":"XA","nameEn":"Zedland","nameZh":"澤國"}""");
        await Done("register-facility",
            """{"code":"XA-A","nameEn":"Plant","nameZh":"廠","kind":"fabrication","from":"2026-01-01"}""");
        await Done("register-mba",
            """{"code":"XA01","facility":"XA-A","nameEn":"Store","nameZh":"庫","accounting":"bulk","enrichmentLimit":5,"from":"2026-01-01"}""");
        await Done("register-kmp",
            """{"mba":"XA01","code":"1","kind":"flow","nameEn":"Gate","nameZh":"門","from":"2026-01-01"}""");
        await Done("register-kmp",
            """{"mba":"XA01","code":"A","kind":"inventory","nameEn":"Shelf","nameZh":"架","from":"2026-01-01"}""");
        await Done("open-book", """{"mba":"XA01","date":"2026-01-01","items":[]}""");
    }

    private async Task Done(string command, string json)
    {
        var (status, body) = await Post("materials/" + command, json);
        Assert.True(status == HttpStatusCode.OK, body.ToJsonString());
    }
}
