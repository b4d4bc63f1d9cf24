using Custodia.Browser.Tests;
using Custodia.Server.Hosting;
using Custodia.Testing;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(BrowserFixture))]

namespace Custodia.Browser.Tests;

/// <summary>One server on a free port and one browser for all tests of this program.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private const string DefaultChromium = "/usr/bin/chromium";
    private const string Reader = "registrar";
    private readonly Dictionary<string, string> _states = [];
    private TestServer? _server;
    private IPlaywright? _playwright;

    public IBrowser Browser { get; private set; } = null!;

    /// <summary>The address of the server, without a slash at its end.</summary>
    public string Address => _server!.Address;

    /// <summary>The books on view.</summary>
    public DataFolder Folder => _server!.Folder;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.StartAsync(folder => new SmallState(folder).Fill());
        _playwright = await Playwright.CreateAsync();
        Browser = await LaunchAsync(_playwright.Chromium);
        await AdmitAsync(Reader, "state", cleared: true, Tester.AllContent);
    }

    /// <summary>Registers somebody with roles at a place, who then signs in once for all their visits.</summary>
    public async Task AdmitAsync(string person, string place, bool cleared, params string[] roles)
    {
        var key = await _server!.RegisterAsync(person, place, cleared, roles);
        await using var visit = await Visit.OpenAsync(Browser, Address);
        await visit.SignInAsync(person, _server.CodeOf(key));
        _states[person] = await visit.StateAsync();
    }

    /// <summary>What the browser of somebody keeps who was admitted: cookies with the session.</summary>
    public string StateOf(string person = Reader) => _states[person];

    /// <summary>A fresh browser profile with one page, which notes what it asks for and complains of.</summary>
    /// <param name="width">Of the window, in pixels.</param>
    /// <param name="height">Of the window, in pixels.</param>
    /// <param name="person">Who is signed in; one who was admitted.</param>
    public Task<Visit> OpenAsync(int width = 1280, int height = 800, string person = Reader) =>
        Visit.OpenAsync(Browser, Address, width, height, _states[person]);

    /// <summary>A fresh profile whose reader has signed in to a server of its own.</summary>
    internal async Task<Visit> SignInAsync(TestServer server, string person, string key)
    {
        var visit = await Visit.OpenAsync(Browser, server.Address, 1400, 1000);
        await visit.SignInAsync(person, server.CodeOf(key));
        return visit;
    }

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null)
            await Browser.CloseAsync();
        _playwright?.Dispose();
        if (_server is not null)
            await _server.DisposeAsync();
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
