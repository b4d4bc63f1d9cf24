using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Custodia.Books;
using Custodia.Materials;
using Custodia.Materials.Commands;
using Custodia.Materials.Ledger;
using Custodia.Materials.Measurement;
using Custodia.Materials.Reports;
using Custodia.Materials.Structure;
using Custodia.People.Facts;
using Custodia.People.Roles;
using Custodia.Quantities;
using Custodia.Server;
using Custodia.Server.Hosting;
using Custodia.Server.SignIn;
using Custodia.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Custodia.Api.Tests;

/// <summary>
/// A server over a State with two operators, each with a facility and an MBA: OPA with XA01, OPB with XB01; and for each
/// built-in role three people: appointed in the State and cleared for it, appointed at the other operator's facility, and
/// appointed in the State without a clearance.
/// </summary>
public sealed class StateServer : IAsyncLifetime
{
    public const string Mba = "XA01";
    public const string Other = "XB01";
    public const string OwnFacility = "facility:XA-A";
    public const string OtherFacility = "facility:XA-B";
    public const string Batch = "BATCH-OF-A";

    public const string Scale = "SCALE-OF-A";

    private readonly string _folder = Path.Combine(Path.GetTempPath(), "custodia-state-" + Guid.NewGuid().ToString("N"));
    private readonly Dictionary<string, string> _tokens = [];
    private readonly Dictionary<string, string> _sessions = [];
    private DataFolder? _data;
    private WebApplication? _app;

    public static IReadOnlyList<string> Scopes { get; } = ["in", "out", "uncleared"];

    public DataFolder Data => _data!;

    public WebApplication App => _app!;

    public string Root => _folder;

    /// <summary>What the server logged.</summary>
    public ConcurrentQueue<string> Logged { get; } = [];

    public HttpClient Client { get; private set; } = NewClient();

    internal Tester Tester => new(Data, TimeProvider.System);

    /// <summary>Entry of a change of XA01, and number of the proposal to dispatch its report.</summary>
    public long Change { get; private set; }

    public long Proposal { get; private set; }

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public static string NameOf(string role, string scope) => $"{role}-{scope}";

    public async ValueTask InitializeAsync()
    {
        _data = DataFolder.Open(_folder, TimeProvider.System);
        await FirstContent.Fill(_data, withSample: false, _ => { });
        await Start();
        await FoundState();
        foreach (var role in BuiltInRoles.All)
        {
            await Tester.Register(NameOf(role.Id, "in"), "state", role.SeesContent, role.Id);
            await Tester.Register(NameOf(role.Id, "out"), OtherFacility, role.SeesContent, role.Id);
            await Tester.Register(NameOf(role.Id, "uncleared"), "state", cleared: false, role.Id);
        }

        await Tester.Register("nobody", null, cleared: false);
        var json = await Post("state-accountant-in", "materials/dispatch-report", new DispatchReport(Mba, ReportType.Icr, 1, "letter 1"));
        Proposal = (long)json["proposal"]!;
    }

    /// <summary>A request by somebody with a token; nobody: null.</summary>
    public async Task<HttpResponseMessage> Send(string? who, HttpMethod method, string path, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (who is not null)
            request.Headers.Authorization = new("Bearer", TokenOf(who));
        request.Headers.Add("Custodia-Client", "test");
        return await Client.SendAsync(request);
    }

    /// <summary>A request by somebody as a browser that is signed in with a second factor.</summary>
    public async Task<HttpResponseMessage> Browse(string? who, string path, HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, path);
        if (who is not null)
            request.Headers.Add("Cookie", $"custodia-session={SessionOf(who)}");
        return await Client.SendAsync(request);
    }

    public static StringContent Json(object input) => new(Text(input), Encoding.UTF8, "application/json");

    /// <summary>An input as a client would write it.</summary>
    public static string Text(object input)
    {
        var json = JsonSerializer.SerializeToNode(input, input.GetType(), FaceJson.Options)!;
        json.AsObject().Remove("rowCount");
        return json.ToJsonString(FaceJson.Options);
    }

    /// <summary>Gives a command that must be taken or proposed.</summary>
    public async Task<JsonNode> Post(string who, string path, object input)
    {
        using var response = await Send(who, HttpMethod.Post, "/api/v1/" + path, Json(input));
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, text);
        return JsonNode.Parse(text)!;
    }

    /// <summary>Closes server and folder and opens both again.</summary>
    public async Task Restart()
    {
        await Stop();
        _data = DataFolder.Open(_folder, TimeProvider.System);
        await Start();
    }

    public async Task Stop()
    {
        if (_app is not null)
            await _app.DisposeAsync();
        _data?.Dispose();
        (_app, _data) = (null, null);
        _sessions.Clear();
    }

    /// <summary>Writes a line by the server's own logging.</summary>
    public void Log(string line) =>
        App.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Custodia.Server").Log(
            LogLevel.Warning, default, line, null, (text, _) => text);

    public string TokenOf(string who)
    {
        if (!_tokens.TryGetValue(who, out var token))
            _tokens.Add(who, token = Tester.Token(who));
        return token;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Stop();
        Directory.Delete(_folder, recursive: true);
    }

    public static InventoryChange Receipt(string mba, string batch, string date = "2026-02-03") =>
        new(mba, Day(date), "RF", batch, 1, "U2DF", "M", [Weight.Of('N', Mass.FromGrams(400_000))], "1", From: "US");

    private string SessionOf(string who)
    {
        if (!_sessions.TryGetValue(who, out var key))
            _sessions.Add(who, key = App.Services.GetRequiredService<Sessions>().Begin(who, SignInClaims.ByCode, null, null).Key);
        return key;
    }

    private async Task Start()
    {
        _app = CustodiaHost.Build(new CustodiaOptions { Url = "http://127.0.0.1:0", Environment = "Production", Data = _data });
        _app.Services.GetRequiredService<ILoggerFactory>().AddProvider(new Listener(Logged));
        await _app.StartAsync();
        Client.Dispose();
        Client = NewClient();
        Client.BaseAddress = new Uri(_app.Urls.First());
    }

    private static HttpClient NewClient() =>
        new(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false });

    private async Task FoundState()
    {
        var from = Day("2026-01-01");
        await Tester.Do(new NameState("XA", "Zedland", "澤國"));
        foreach (var (letter, mba) in new[] { ("A", Mba), ("B", Other) })
        {
            await Tester.Do(new Facility($"XA-{letter}", "Plant", "廠", FacilityKind.Fabrication, from));
            await Tester.Do(new MaterialBalanceArea(mba, $"XA-{letter}", "Store", "庫", AccountingKind.Bulk, 5, from));
            await Tester.Do(new KeyMeasurementPoint(mba, "1", KmpKind.Flow, "Gate", "門", from));
            await Tester.Do(new KeyMeasurementPoint(mba, "A", KmpKind.Inventory, "Shelf", "架", from));
            await Tester.Do(new Organisation($"OP{letter}", $"Operator {letter}", $"營運者 {letter}", OrganisationKind.Operator, [$"facility:XA-{letter}"]));
            await Tester.Do(new OpenBook(mba, from, []));
        }

        Change = Data.Node.Count;
        await Tester.Do(Receipt(Mba, Batch));
        await Tester.Do(Receipt(Other, "BATCH-OF-B"));
        await Tester.Do(new PrepareReport(Mba, ReportType.Icr, Day("2026-02-28")));
        await Tester.Do(new MeasurementMethod(Mba, Scale, "Scale of A", "甲秤", MeasuredQuantity.Bulk, 0.1m, 0.1m, "certificate", from));
    }

    private sealed class Listener(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter) => lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
            // The queue is the test's.
        }
    }
}
