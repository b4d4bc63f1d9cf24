using System.Net;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Custodia.Books;
using Custodia.Browser.Tests;
using Custodia.Server.Api;
using Custodia.Server.Components.Tables;
using Custodia.Server.SignIn;
using Custodia.Testing;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;

namespace Custodia.Server.Tests;

/// <summary>
/// Whatever stands in an address or a body, no page, file or endpoint fails by it: it is answered, or refused; and the API refuses with
/// a code, in both languages.
/// </summary>
public sealed partial class HostileAddressTests : IAsyncLifetime
{
    private static readonly string[] OfLists = ["sort", "columns", "page", "after", "asOf", "knownAt"];

    // Fields of the endpoints that read a request by themselves.
    private static readonly string[] OfRequests =
    [
        "input", "asOf", "knownAt", "name", "mba", "date", "preview", "document", "confirm", "part", "id", "nameEn", "nameZh", "kind", "commandId",
        "try", "lang", "language", "format", "profile", "return", "path", "size", "from", "to", "first", "count", "raw", "day", "report",
        "since", "marking",
    ];

    private readonly Random _random = new(20261121);
    private readonly List<string> _wrong = [];
    private readonly List<string> _sessions = [];
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private TestServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.StartAsync(folder => new SmallState(folder).Fill());
        _client.BaseAddress = new Uri(_server.Address);
        var people = new Tester(_server.Folder, _server.Time);
        foreach (var (id, isCleared, roles) in new (string, bool, string[])[]
                 {
                     ("reader-0", true, [.. Tester.AllContent, "regulator", "official", "licensing-officer"]), ("reader-1", false, ["administrator"]),
                     ("reader-2", false, ["security-officer"]),
                 })
        {
            await people.Register(id, "state", isCleared, roles);
            _sessions.Add("custodia-session=" + _server.Get<Sessions>().Begin(id, SignInClaims.ByCode, null, null).Key);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task No_page_fails_by_its_address()
    {
        foreach (var (template, addresses) in PageSamples.Addresses)
        {
            var address = addresses[0].Split('?')[0];
            var names = Declared(template).Concat(Named(await Get(addresses[0], _sessions[0]))).Distinct().ToArray();
            foreach (var name in Declared(template))
                await Get($"{address}?{name}={Value()}", _sessions[0]);
            for (var round = 0; round < 6; round++)
                await Get($"{address}?{Query(names)}", round < 4 ? _sessions[0] : Any(_sessions));
            if (template.Contains('{', StringComparison.Ordinal))
                await Get(Filled(template, Value), _sessions[0]);
        }

        Assert.True(_wrong.Count == 0, string.Join("\n\n", _wrong));
    }

    [Fact]
    public async Task No_list_fails_by_what_it_is_asked_when_it_is_exported()
    {
        foreach (var table in ListTables.All)
        {
            string[] names = [.. table.Filters.Select(filter => filter.Name), .. table.Scope, .. OfLists, "path"];
            for (var round = 0; round < 5; round++)
                await Get($"/export/{table.Name}?format=csv&mba=ZLFB&material=E/G&{Query(names)}", Any(_sessions));
        }

        Assert.True(_wrong.Count == 0, string.Join("\n\n", _wrong));
    }

    [Fact]
    public async Task No_other_endpoint_fails_by_its_address_or_its_body()
    {
        foreach (var endpoint in Endpoints())
        {
            var path = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            var names = NamesOf(endpoint);
            foreach (var method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"])
            {
                for (var round = 0; round < 4; round++)
                {
                    var address = $"{Filled(path, round < 2 ? () => "1" : Value)}?{Query(names)}";
                    await (method == "GET" ? Get(address, Any(_sessions)) : Send(new HttpMethod(method), address));
                }
            }
        }

        Assert.True(_wrong.Count == 0, string.Join("\n\n", _wrong));
    }

    // What prints would start a browser for each; what ends the session comes last.
    private IEnumerable<RouteEndpoint> Endpoints() => _server.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null
            && endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is null
            && endpoint.RoutePattern.RawText is { } path && !path.TrimStart('/').StartsWith('_') && !path.Contains("pdf", StringComparison.Ordinal))
        .OrderBy(endpoint => endpoint.RoutePattern.RawText!.Contains("sign-out", StringComparison.Ordinal));

    private static string[] NamesOf(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<Definition>() is { } definition
        ? [.. definition.Fields.Select(field => field.Name), "asOf", "knownAt", "commandId", "try"]
        : endpoint.Metadata.GetMetadata<JournalResource>() is { } resource ? [.. resource.Query] : OfRequests;

    private static IEnumerable<string> Declared(string template) =>
        from type in typeof(CustodiaHost).Assembly.GetTypes()
        where type.GetCustomAttributes<RouteAttribute>().Any(route => route.Template == template)
        from property in type.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
        from supplied in property.GetCustomAttributes<SupplyParameterFromQueryAttribute>()
        select supplied.Name ?? property.Name.ToLowerInvariant();

    // The fields that a page names itself: those of its forms and of its links to itself.
    private static IEnumerable<string> Named(string page)
    {
        var names = FieldNames().Matches(page).Select(match => match.Groups[1].Value).Where(name => !name.StartsWith('_')).Distinct().ToList();
        var prefixes = names.Where(name => name.Contains('.', StringComparison.Ordinal))
            .Select(name => name.Split('.')[0] + ".").Distinct().Append("");
        return [.. names, .. prefixes.SelectMany(prefix => OfLists.Take(4).Select(name => prefix + name)), .. OfLists];
    }

    private string Query(string[] names) =>
        string.Join('&', names.Where(_ => _random.Next(2) == 0).Select(name => $"{name}={ValueOf(name)}"));

    // A day or an entry that cannot be read would end the question: mostly they are ones that can.
    private string ValueOf(string name) => (name, _random.Next(4)) switch
    {
        ("asOf", > 0) => Any(["0001-01-01", "9999-12-31"]),
        ("knownAt", > 0) => "0",
        _ => Value(),
    };

    private string Value() => Any(Hostile.Fields);

    private string Any(IReadOnlyList<string> values) => values[_random.Next(values.Count)];

    private static string Filled(string path, Func<string> value) => RouteValues().Replace(path, part =>
        part.Value.Contains("kind", StringComparison.Ordinal) ? "changes" : value() is { Length: > 0 and < 2_000 } text ? text : "x");

    private async Task<string> Get(string address, string session)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Cookie", session);
        return await Hold(request);
    }

    private async Task Send(HttpMethod method, string address)
    {
        using var request = new HttpRequestMessage(method, address);
        request.Headers.Add("Cookie", Any(_sessions));
        request.Headers.Add("Custodia-Client", "test");
        request.Content = new StringContent(Any(Hostile.Bodies), Encoding.UTF8, Any(["application/json", "application/octet-stream"]));
        await Hold(request);
    }

    private async Task<string> Hold(HttpRequestMessage request)
    {
        var address = request.RequestUri!.OriginalString;
        using var response = await _client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var problem = (int)response.StatusCode >= 500 ? text
            : response.StatusCode < HttpStatusCode.BadRequest || !address.StartsWith("/api", StringComparison.Ordinal) ? null
            : Hostile.ProblemOfRefusal(text);
        if (problem is not null)
            _wrong.Add($"{request.Method} {Short(address, 300)}: {response.StatusCode} {Short(Thrown(problem), 900)}");
        return text;
    }

    // What names the place of a failure is far down in the page that shows it.
    private static string Thrown(string page) =>
        WebUtility.HtmlDecode(page.IndexOf("Exception:", StringComparison.Ordinal) is > 60 and var at ? page[(at - 60)..] : page);

    private static string Short(string text, int most) => text.Length <= most ? text : text[..most] + "…";

    [GeneratedRegex("(?:name=\"|[?&;])([A-Za-z][A-Za-z0-9.]*)[=\"]")]
    private static partial Regex FieldNames();

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex RouteValues();
}
