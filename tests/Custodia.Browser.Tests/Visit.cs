using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.Playwright;

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

    internal static async Task<Visit> OpenAsync(BrowserFixture fixture, int width, int height)
    {
        var context = await fixture.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            Locale = "en-GB",
        });
        return new Visit(fixture.Address, context, await context.NewPageAsync());
    }

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
        await Page.WaitForSelectorAsync("[data-live]", new() { State = WaitForSelectorState.Attached });
    }

    /// <summary>Fails where the page complained or asked anything of anyone but the server.</summary>
    public void WasClean()
    {
        Assert.Empty(_complaints);
        Assert.NotEmpty(_requests);
        Assert.All(_requests.Where(url => !url.StartsWith("data:", StringComparison.Ordinal)), url =>
            Assert.StartsWith(_address + "/", url, StringComparison.Ordinal));
    }

    /// <summary>Keeps a picture of the whole page under artifacts/screenshots.</summary>
    public Task KeepPictureAsync(string name) => Page.ScreenshotAsync(new PageScreenshotOptions
    {
        Path = Path.Combine(Root(), "artifacts", "screenshots", name + ".png"),
        FullPage = true,
    });

    /// <summary>Keeps a file beside the pictures.</summary>
    public Task KeepFileAsync(string name, byte[] content)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Root(), "artifacts", "screenshots"));
        return File.WriteAllBytesAsync(Path.Combine(folder.FullName, name), content, TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    private static string Root([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", ".."));
}
