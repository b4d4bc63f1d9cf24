using Custodia.Browser.Tests;
using Custodia.Server;
using Custodia.Server.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(BrowserFixture))]

namespace Custodia.Browser.Tests;

/// <summary>One server on a free port and one browser for all tests of this program.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private const string DefaultChromium = "/usr/bin/chromium";
    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("custodia-");
    private DataFolder? _folder;
    private WebApplication? _server;
    private IPlaywright? _playwright;

    public IBrowser Browser { get; private set; } = null!;

    /// <summary>The address of the server, without a slash at its end.</summary>
    public string Address { get; private set; } = "";

    /// <summary>The books on view.</summary>
    public DataFolder Folder => _folder!;

    public async ValueTask InitializeAsync()
    {
        _folder = DataFolder.Open(Path.Combine(_place.FullName, "data"), new FixedClock());
        await new SmallState(_folder).Fill();
        _server = CustodiaHost.Build(new CustodiaOptions
        {
            Url = "http://127.0.0.1:0",
            Environment = "Development",
            Data = _folder,
        });
        await _server.StartAsync();
        Address = _server.Urls.First();
        _playwright = await Playwright.CreateAsync();
        Browser = await LaunchAsync(_playwright.Chromium);
    }

    /// <summary>A fresh browser profile with one page, which notes what it asks for and complains of.</summary>
    public Task<Visit> OpenAsync(int width = 1280, int height = 800) => Visit.OpenAsync(this, width, height);

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null)
            await Browser.CloseAsync();
        _playwright?.Dispose();
        if (_server is not null)
            await _server.DisposeAsync();
        _folder?.Dispose();
        _place.Delete(recursive: true);
    }

    /// <summary>
    /// With Chromium's own sandbox where it works: not for root, nor where users may not have their own namespaces.
    /// </summary>
    private static async Task<IBrowser> LaunchAsync(IBrowserType chromium)
    {
        if (Environment.IsPrivilegedProcess)
            return await chromium.LaunchAsync(Options(sandbox: false));
        try
        {
            return await chromium.LaunchAsync(Options(sandbox: true));
        }
        catch (PlaywrightException)
        {
            return await chromium.LaunchAsync(Options(sandbox: false));
        }
    }

    private static BrowserTypeLaunchOptions Options(bool sandbox) => new()
    {
        ExecutablePath = Environment.GetEnvironmentVariable("CUSTODIA_CHROMIUM") is { Length: > 0 } path
            ? path
            : DefaultChromium,
        ChromiumSandbox = sandbox,
        Args =
        [
            "--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync",
        ],
    };
}

/// <summary>The day of the books: 20 July 2026, noon.</summary>
internal sealed class FixedClock : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(2026, 7, 20, 12, 0, 0, TimeSpan.Zero);
}
