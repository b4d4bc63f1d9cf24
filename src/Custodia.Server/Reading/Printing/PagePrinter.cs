using System.Diagnostics;
using Custodia.Books;

namespace Custodia.Server.Reading.Printing;

/// <summary>Prints a page that needs nothing but itself as PDF, by the Chromium of this machine: two at a time.</summary>
public sealed class PagePrinter : IDisposable
{
    /// <summary>So many print at once: each is a browser of its own.</summary>
    public const int AtOnce = 2;

    private const string Variable = "CUSTODIA_CHROMIUM";
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly SemaphoreSlim _free = new(AtOnce);

    /// <summary>The browser that prints, or <c>null</c> where there is none.</summary>
    public static string? Chromium =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? given : Array.Find(Places, File.Exists);

    /// <summary>The answer to who asks for a page as PDF: the file, or 501 and 503 with what to do.</summary>
    /// <param name="html">The page.</param>
    /// <param name="fileName">Name of the file.</param>
    /// <param name="cancellation">Stops the browser.</param>
    /// <exception cref="IOException">The browser did not print.</exception>
    public async Task<IResult> Answer(string html, string fileName, CancellationToken cancellation)
    {
        var printed = await Pdf(html, cancellation);
        if (printed.IsGiven)
            return Results.File(printed.Value, "application/pdf", fileName);
        var refused = printed.Refusals[0].Reason;
        var lines = new[] { (refused.Message.En, refused.Remedy.En), (refused.Message.Zh, refused.Remedy.Zh) };
        return Results.Text(string.Concat(lines.Select(line => $"{line.Item1} {line.Item2}\n")), "text/plain; charset=utf-8",
            statusCode: refused == PrintRefusals.NoBrowser ? StatusCodes.Status501NotImplemented : StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>A page as PDF, or why there is none.</summary>
    /// <inheritdoc cref="Answer"/>
    public async Task<Answer<byte[]>> Pdf(string html, CancellationToken cancellation)
    {
        if (Chromium is not { } chromium)
            return PrintRefusals.NoBrowser.At(default);
        if (!await _free.WaitAsync(Patience, cancellation))
            return PrintRefusals.Busy.At(default);
        try
        {
            return await Print(html, chromium, cancellation);
        }
        finally
        {
            _free.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _free.Dispose();

    private static async Task<byte[]> Print(string html, string chromium, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("custodia-pdf-").FullName;
        try
        {
            var (page, pdf) = (Path.Combine(folder, "page.html"), Path.Combine(folder, "page.pdf"));
            await File.WriteAllTextAsync(page, html, cancellation);
            await Run(Start(chromium, folder, page, pdf), cancellation);
            return File.Exists(pdf) ? await File.ReadAllBytesAsync(pdf, cancellation) : throw new IOException("Chromium printed nothing.");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // The page needs no network, so the browser finds none. It prints by a script of its own: scripts are the page's to forbid.
    private static ProcessStartInfo Start(string chromium, string folder, string page, string pdf)
    {
        var start = new ProcessStartInfo(chromium) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])
                 ["--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                     "--disable-component-update", "--disable-sync", $"--user-data-dir={folder}/profile", "--no-pdf-header-footer",
                     "--host-resolver-rules=MAP * ~NOTFOUND",
                     $"--print-to-pdf={pdf}", new Uri(page).AbsoluteUri])
            start.ArgumentList.Add(argument);
        // Chromium's own sandbox does not run for root; the page is ours and loads nothing.
        if (Environment.IsPrivilegedProcess)
            start.ArgumentList.Add("--no-sandbox");
        return start;
    }

    private static async Task Run(ProcessStartInfo start, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        using var process = Process.Start(start) ?? throw new IOException("Chromium did not start.");
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            await Task.WhenAll(output, errors);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new IOException("Chromium did not print in time.");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                // Its folder is removed next, and it may not write there any more.
                await process.WaitForExitAsync(CancellationToken.None);
            }
        }
    }
}

/// <summary>Why a page is not printed.</summary>
public static class PrintRefusals
{
    /// <summary>There is no browser on this machine.</summary>
    public static readonly RefusalCode NoBrowser = new("print.no-browser",
        new("A PDF is printed by Chromium.", "PDF 由 Chromium 列印。"),
        new("Install the package chromium on the server.", "請於伺服器安裝 chromium 套件。"));

    /// <summary>Other pages are being printed.</summary>
    public static readonly RefusalCode Busy = new("print.busy",
        new("Other pages are being printed.", "另有頁面列印中。"), new("Ask again in a minute.", "請於一分鐘後再試。"));
}
