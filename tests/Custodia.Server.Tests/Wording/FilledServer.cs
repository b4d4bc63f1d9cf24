using Custodia.ArmsControl.Facts;
using Custodia.Browser.Tests;
using Custodia.Server.Hosting;
using Custodia.Server.Language;
using Custodia.Server.Tests.Wording;
using Custodia.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

[assembly: AssemblyFixture(typeof(FilledServer))]

namespace Custodia.Server.Tests.Wording;

/// <summary>A server with the books of the small State, so that its pages have something to say.</summary>
public sealed class FilledServer : IAsyncLifetime
{
    private static readonly NoonClock Clock = new(new DateOnly(2026, 7, 20));
    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("custodia-");
    private readonly WebApplication _app;
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    public FilledServer()
    {
        Folder = DataFolder.Open(Path.Combine(_place.FullName, "data"), Clock);
        _app = CustodiaHost.Build(new CustodiaOptions
        {
            Url = "http://127.0.0.1:0",
            Environment = "Production",
            Data = Folder,
            Time = Clock,
        });
    }

    public DataFolder Folder { get; }

    /// <summary>The texts of the pages.</summary>
    public IStringLocalizer<Text> Texts => _app.Services.GetRequiredService<IStringLocalizer<Text>>();

    public async ValueTask InitializeAsync()
    {
        await new SmallState(Folder).Fill();
        await Declare(new Tester(Folder, Clock));
        await _app.StartAsync();
        _client.BaseAddress = new Uri(_app.Urls.First());
        _client.DefaultRequestHeaders.Add("Cookie", await Readers.SignIn(_app, Folder, Clock));
    }

    /// <summary>The page at an address, whatever its status: an error has words too.</summary>
    public async Task<RenderedPage> PageAsync(string address, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept-Language", language);
        using var response = await _client.SendAsync(request);
        return new RenderedPage(address, language, await response.Content.ReadAsStringAsync());
    }

    // Texts of a declaration are shown as they were written: these are the same in both languages.
    private static async Task Declare(Tester tester)
    {
        await tester.Do(new Undertake("hcoc", new DateOnly(2025, 1, 1), "N 1"));
        await tester.Do(new SendDeclaration("hcoc", "2025", new DateOnly(2026, 3, 20), [new("policy", "NIL"), new("launches", "0")], "N 2"));
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
        Folder.Dispose();
        _place.Delete(recursive: true);
    }
}
