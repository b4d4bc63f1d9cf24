using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Custodia.Browser.Tests;

/// <summary>A reader's visit: one page in a fresh profile, with what it asked for and complained of.</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly string _address;
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly ConcurrentQueue<string> _complaints = new();

    private Visit(string address, IBrowserContext context, IPage page)
    {
        (_address, _context, Page) = (address, context, page);
        page.Request += (_, request) => _requests.Enqueue(request.Url);
        page.WebSocket += (_, socket) => _requests.Enqueue("http" + socket.Url["ws".Length..]);
        page.PageError += (_, error) => _complaints.Enqueue(error);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                _complaints.Enqueue(message.Text);
        };
    }

    public IPage Page { get; }

    /// <summary>Opens a fresh profile.</summary>
    /// <param name="browser">The browser.</param>
    /// <param name="address">The server.</param>
    /// <param name="width">Of the window, in pixels.</param>
    /// <param name="height">Of the window, in pixels.</param>
    /// <param name="state">What an earlier visit kept, such as its session; null: nothing.</param>
    internal static async Task<Visit> OpenAsync(
        IBrowser browser, string address, int width = 1280, int height = 800, string? state = null)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            Locale = "en-GB",
            StorageState = state,
        });
        return new Visit(address, context, await context.NewPageAsync());
    }

    /// <summary>What the browser keeps: cookies with the session.</summary>
    public Task<string> StateAsync() => _context.StorageStateAsync();

    /// <summary>Signs in on the page, as everybody does.</summary>
    /// <param name="person">Who.</param>
    /// <param name="code">The code of their app; null: they have none.</param>
    public async Task SignInAsync(string person, string? code)
    {
        await Page.GotoAsync(_address + "/sign-in");
        await Page.GetByLabel("Name").FillAsync(person);
        await Page.GetByLabel("Password").FillAsync(TestServer.Password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        if (code is null)
            return;
        // The page whole: what is written into one that is still being put together is lost.
        await Expect(Page).ToHaveURLAsync(new Regex("/sign-in/second"));
        await Page.WaitForLoadStateAsync();
        var field = Page.Locator("input[name='Form.Code']");
        await field.FillAsync(code);
        await field.PressAsync("Enter");
        await Expect(Page).ToHaveURLAsync(_address + "/");
        await Page.WaitForLoadStateAsync();
    }

    /// <summary>Gives the browser a device that keeps passkeys and whose user is at hand (WebAuthn, virtual authenticator).</summary>
    public async Task AddAuthenticatorAsync()
    {
        var devices = await _context.NewCDPSessionAsync(Page);
        await devices.SendAsync("WebAuthn.enable");
        await devices.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }

    /// <summary>Fetches an address as the browser does, with its session.</summary>
    public Task<IAPIResponse> GetAsync(string path) => _context.APIRequest.GetAsync(_address + path);

    /// <summary>Goes to a path and waits until the page answers to clicks.</summary>
    public async Task GoAsync(string path)
    {
        await Page.GotoAsync(_address + path);
        await IsLiveAsync();
    }

    /// <summary>Chooses language and theme, as a reader's cookies keep them.</summary>
    public Task ChooseAsync(string language, string theme) => _context.AddCookiesAsync(
    [
        new Cookie { Url = _address, Name = ".AspNetCore.Culture", Value = Uri.EscapeDataString($"c={language}|uic={language}") },
        new Cookie { Url = _address, Name = "custodia-theme", Value = theme },
    ]);

    /// <summary>Waits until the page on view answers to clicks: its circuit stands.</summary>
    public async Task IsLiveAsync()
    {
        await Page.WaitForFunctionAsync("() => window.Blazor !== undefined");
        // Pages with forms that work without script have no circuit to wait for.
        await Page.WaitForSelectorAsync("[data-live], [data-plain]", new() { State = WaitForSelectorState.Attached });
    }

    /// <summary>Fails where the page complained, or asked anything of anyone but the server, since this was last asked.</summary>
    public void WasClean()
    {
        var (complaints, requests) = (Taken(_complaints), Taken(_requests));
        Assert.Empty(complaints);
        Assert.NotEmpty(requests);
        Assert.All(requests.Where(url => !url.StartsWith("data:", StringComparison.Ordinal)), url =>
            Assert.StartsWith(_address + "/", url, StringComparison.Ordinal));
    }

    /// <summary>Keeps a picture of the whole page under artifacts/screenshots.</summary>
    public async Task KeepPictureAsync(string name)
    {
        var options = new PageScreenshotOptions { Path = Path.Combine(Root(), "artifacts", "screenshots", name + ".png"), FullPage = true };
        try
        {
            await Page.ScreenshotAsync(options);
        }
        catch (PlaywrightException exception) when (exception.Message.Contains("Unable to capture", StringComparison.Ordinal))
        {
            // A browser that is just being resized on a busy machine may have no frame to take a picture of yet.
            await Page.ScreenshotAsync(options);
        }
    }

    /// <summary>Keeps a file beside the pictures.</summary>
    public Task KeepFileAsync(string name, byte[] content)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Root(), "artifacts", "screenshots"));
        return File.WriteAllBytesAsync(Path.Combine(folder.FullName, name), content, TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    private static List<string> Taken(ConcurrentQueue<string> queue)
    {
        var taken = new List<string>();
        while (queue.TryDequeue(out var one))
            taken.Add(one);
        return taken;
    }

    private static string Root([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", ".."));
}
