using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Custodia.Bench.Web;

/// <summary>The browser, and the program with a token, of one person, at an address of its own on the loopback network.</summary>
internal sealed partial class WebClient : IDisposable
{
    private const int PeopleAtAddress = 10;

    private readonly HttpClient _pages;
    private readonly HttpClient _api;

    public WebClient(WebPerson person, int number, Uri server)
    {
        Person = person;
        Random = new Random(number);
        var address = new IPEndPoint(new IPAddress([127, 0, 1, (byte)(1 + (number / PeopleAtAddress))]), 0);
        _pages = new HttpClient(Handler(address, useCookies: true)) { BaseAddress = server };
        _api = new HttpClient(Handler(address, useCookies: false)) { BaseAddress = server };
    }

    public WebPerson Person { get; }

    public Random Random { get; }

    /// <summary>Signs in by the page, as a person does.</summary>
    public async Task SignIn()
    {
        var page = await _pages.GetStringAsync("/sign-in");
        var form = new Dictionary<string, string>
        {
            ["_handler"] = "sign-in",
            ["__RequestVerificationToken"] = WebUtility.HtmlDecode(Token().Match(page).Groups[1].Value),
            ["Form.User"] = Person.Id,
            ["Form.Password"] = Person.Password,
        };
        using var content = new FormUrlEncodedContent(form);
        using var response = await _pages.PostAsync("/sign-in", content);
        if (response.StatusCode != HttpStatusCode.Redirect)
        {
            var said = Refusal().Match(await response.Content.ReadAsStringAsync()).Groups[1].Value;
            throw new InvalidOperationException($"{Person.Id} was not let in: {response.StatusCode} {said}.");
        }
    }

    /// <summary>Gives the program of this person a token.</summary>
    public void UseToken(string token) => _api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);

    /// <summary>Gets a page whole.</summary>
    /// <returns>Whether it is there, and is the page asked for.</returns>
    public async Task<bool> Page(string path)
    {
        using var response = await _pages.GetAsync(path);
        var text = await response.Content.ReadAsStringAsync();
        return response.StatusCode == HttpStatusCode.OK && text.Contains(path.Contains("favicon", StringComparison.Ordinal) ? "</svg>" : "shell-main",
            StringComparison.Ordinal);
    }

    /// <summary>Asks a query.</summary>
    public async Task<bool> Ask(string path)
    {
        using var response = await _api.GetAsync("/api/v1/" + path);
        await response.Content.ReadAsByteArrayAsync();
        return response.StatusCode == HttpStatusCode.OK;
    }

    /// <summary>Records a change.</summary>
    public async Task<bool> Record()
    {
        var change = new
        {
            mba = WebFacts.Mba(Person.Mba),
            date = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime),
            code = "RF",
            batch = "N" + Guid.NewGuid().ToString("N")[..12].ToUpperInvariant(),
            items = 1,
            description = "U2DF",
            basis = "M",
            weights = new[] { "N:400000" },
            kmp = "1",
            from = "US",
        };
        using var response = await _api.PostAsJsonAsync("/api/v1/materials/record-change", change);
        await response.Content.ReadAsByteArrayAsync();
        return response.StatusCode == HttpStatusCode.OK;
    }

    public void Dispose()
    {
        _pages.Dispose();
        _api.Dispose();
    }

    private static SocketsHttpHandler Handler(IPEndPoint address, bool useCookies) => new()
    {
        UseProxy = false,
        UseCookies = useCookies,
        AllowAutoRedirect = false,
        MaxConnectionsPerServer = 2,
        ConnectCallback = async (context, cancellation) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            socket.Bind(new IPEndPoint(address.Address.MapToIPv6(), 0));
            await socket.ConnectAsync(context.DnsEndPoint, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        },
    };

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Token();

    [GeneratedRegex("role=\"alert\">(.*?)</", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Refusal();
}
