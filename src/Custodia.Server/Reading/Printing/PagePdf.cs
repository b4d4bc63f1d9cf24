using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Custodia.Server.Reading.Printing;

/// <summary>
/// <c>GET /pdf?path=…</c>: a page of this server as PDF. The server asks itself for the page over loopback, as the reader
/// who asks, with that request's cookies and language; the browser that prints is handed a file, and asks nobody.
/// </summary>
internal static class PagePdf
{
    private static readonly string[] Forwarded = ["Cookie", "Accept-Language"];

    /// <summary>Adds it.</summary>
    public static void MapPagePdf(this IEndpointRouteBuilder app) => app.MapGet("/pdf", Print);

    private static async Task<IResult> Print(HttpContext context, string? path, PagePrinter printer, OwnPages pages, EndpointDataSource endpoints,
        IServer server, IWebHostEnvironment environment)
    {
        if (!PagePath.IsPage(path, endpoints) || Address(server, path!) is not { } address)
            return Text("path: a page of this server, such as /mba\npath：本伺服器之頁面，如 /mba\n", StatusCodes.Status400BadRequest);
        using var response = await Ask(pages, context.Request, address);
        // A page that this reader does not get is not printed, and what is no page neither.
        if (response.StatusCode != HttpStatusCode.OK)
            return Results.StatusCode((int)response.StatusCode is >= 400 and < 500 and var refused ? refused : StatusCodes.Status403Forbidden);
        if (response.Content.Headers.ContentType?.MediaType != "text/html")
            return Text("path: not a page\npath：並非頁面\n", StatusCodes.Status400BadRequest);
        var html = SelfContainedPage.Of(await response.Content.ReadAsStringAsync(context.RequestAborted),
            await Style(environment, "app.css"), await Style(environment, "print.css"));
        context.Response.Headers.CacheControl = "no-store";
        return await printer.Answer(html, FileName(path!), context.RequestAborted);
    }

    private static async Task<HttpResponseMessage> Ask(OwnPages pages, HttpRequest asked, Uri address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var name in Forwarded)
        {
            if (asked.Headers.TryGetValue(name, out var values))
                request.Headers.TryAddWithoutValidation(name, values.ToArray());
        }

        return await pages.Ask(request, asked.HttpContext.RequestAborted);
    }

    // The path was checked; that it stays on this server is checked again where it is used.
    private static Uri? Address(IServer server, string path)
    {
        var listening = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        if (listening is null)
            return null;
        var own = OwnPages.Reach(listening);
        var address = new Uri(own, path);
        return address.Authority == own.Authority && address.Scheme == own.Scheme ? address : null;
    }

    private static async Task<string> Style(IWebHostEnvironment environment, string name)
    {
        using var reader = new StreamReader(environment.WebRootFileProvider.GetFileInfo(name).CreateReadStream());
        return await reader.ReadToEndAsync();
    }

    private static string FileName(string path)
    {
        var name = new string([.. path.Split('?')[0].Trim('/').Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-')]);
        return (name.Length > 0 ? name : "overview") + ".pdf";
    }

    private static IResult Text(string text, int status) => Results.Text(text, "text/plain; charset=utf-8", statusCode: status);
}
