using System.Net;
using Custodia.Server.Hosting;
using Custodia.Server.Tests;
using Microsoft.AspNetCore.Builder;

[assembly: AssemblyFixture(typeof(RunningServer))]

namespace Custodia.Server.Tests;

/// <summary>The server as it is started for users, on a free port.</summary>
public sealed class RunningServer : IAsyncLifetime
{
    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("custodia-");
    private readonly DataFolder _folder;
    private readonly WebApplication _app;
    private string _session = "";

    public RunningServer()
    {
        _folder = DataFolder.Open(Path.Combine(_place.FullName, "data"), TimeProvider.System);
        _app = CustodiaHost.Build(
            new CustodiaOptions { Url = "http://127.0.0.1:0", Environment = "Production", Data = _folder });
    }

    public HttpClient Client { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    public async ValueTask InitializeAsync()
    {
        await FirstContent.Fill(_folder, withSample: false, _ => { });
        await _app.StartAsync();
        Client.BaseAddress = new Uri(_app.Urls.First());
        _session = await Readers.SignIn(_app, _folder, TimeProvider.System);
    }

    /// <summary>The page at a path, which must be there.</summary>
    public async Task<string> PageAsync(string path, params (string Name, string Value)[] headers)
    {
        using var response = await GetAsync(path, headers);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }

    /// <summary>What a path answers to who is signed in.</summary>
    public async Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        var cookies = headers.Where(header => header.Name == "Cookie").Select(header => header.Value).Append(_session);
        request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", cookies));
        foreach (var (name, value) in headers.Where(header => header.Name != "Cookie"))
            request.Headers.TryAddWithoutValidation(name, value);
        return await Client.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        _folder.Dispose();
        _place.Delete(recursive: true);
    }
}
