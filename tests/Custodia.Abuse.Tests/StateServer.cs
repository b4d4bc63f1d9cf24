using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Custodia.Abuse.Tests;
using Custodia.Server;
using Custodia.Server.Hosting;
using Custodia.Server.SignIn;
using Custodia.SignIn.Tests;
using Custodia.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(StateServer))]

namespace Custodia.Abuse.Tests;

/// <summary>A server over a real folder, with two facilities of two operators, and people of every sort.</summary>
public sealed class StateServer : IAsyncLifetime
{
    public const string Password = SignInServer.Password;

    /// <summary>What would run, or break out of an attribute, if any page wrote it as it is.</summary>
    public const string Markup = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>{{7*7}}";

    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("custodia-abuse-");
    private readonly Dictionary<string, string> _tokens = new(StringComparer.Ordinal);
    private DataFolder? _data;
    private WebApplication? _app;

    public DataFolder Data => _data!;

    public string Url { get; private set; } = "";

    internal Tester People { get; private set; } = null!;

    public T Get<T>() where T : notnull => _app!.Services.GetRequiredService<T>();

    public async ValueTask InitializeAsync()
    {
        _data = DataFolder.Open(Path.Combine(_place.FullName, "data"), TimeProvider.System);
        await FirstContent.Fill(_data, withSample: false, _ => { });
        // So many sign-ins come from this one address that its own limit would end the tests before those of names.
        _app = CustodiaHost.Build(new CustodiaOptions { Url = "http://127.0.0.1:0", Environment = "Production", Data = _data });
        await _app.StartAsync();
        Url = _app.Urls.First();
        People = new Tester(_data, TimeProvider.System);
        await Found();
        await People.Register("tester", "state", cleared: true, Tester.AllContent);
        await People.Register("reader", "state", cleared: true, "accountant", "inspector");
        await People.Register("other-reader", "facility:XA-B", cleared: true, "accountant");
        await People.Register("keeper", "state", cleared: false, "security-officer");
        await People.Register("admin", "state", cleared: false, "administrator");
        await People.Register("rival", "facility:XA-B", cleared: true, "accountant", "operator-approver");
        await People.Register("nobody", null, cleared: false);
        foreach (var person in (string[])["reader", "other-reader"])
            Assert.Empty(await Get<Credentials>().SetPassword(person, Password, "test"));
        foreach (var batch in (string[])["OWN-1", "OWN-2"])
            await Done("materials/record-change", Change("XA01", batch), "tester");
        await Done("materials/record-change", Change("XB01", "RIVAL-1"), "tester");
    }

    /// <summary>An inventory change of a batch of its own.</summary>
    public static string Change(string mba, string batch) =>
        $$"""
        {"mba":"{{mba}}","date":"2026-02-03","code":"RF","batch":"{{batch}}","items":1,"description":"U2DF","basis":"M",
         "weights":["N:400000"],"kmp":"1","from":"US"}
        """;

    /// <summary>A token of somebody, the same each time.</summary>
    public string Token(string person)
    {
        lock (_tokens)
        {
            if (!_tokens.TryGetValue(person, out var token))
                _tokens[person] = token = People.Token(person);
            return token;
        }
    }

    internal Visitor Visit() => new(Url);

    /// <summary>A browser of somebody who signed in with a password.</summary>
    internal async Task<Visitor> SignedIn(string person = "reader")
    {
        var visitor = Visit();
        // The session is begun as the page begins it, without taking from the few attempts that a name has in a minute.
        var page = await visitor.Get("/sign-in");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        var (_, key) = Get<Sessions>().Begin(person, "pwd", "127.0.0.1", StateServer.Markup);
        visitor.Cookies.Add(new Uri(Url), new Cookie("custodia-session", key, "/"));
        return visitor;
    }

    /// <summary>Gives a command through the API.</summary>
    public async Task<(HttpStatusCode Status, JsonNode Body)> Give(string path, string json, string person)
    {
        using var visitor = Visit();
        var seen = await visitor.PostJson("/api/v1/" + path, json, Token(person));
        return (seen.Status, seen.Text.StartsWith('{') ? seen.Json : JsonValue.Create(seen.Text)!);
    }

    /// <summary>Asks through the API; what came back, as text.</summary>
    public async Task<(HttpStatusCode Status, string Text)> Ask(string path, string person)
    {
        using var visitor = Visit();
        var seen = await visitor.Get("/api/v1/" + path, Token(person));
        return (seen.Status, seen.Text);
    }

    /// <summary>The code of the first refusal.</summary>
    public static string? Code(JsonNode body) => (string?)body["refusals"]?[0]?["code"];

    public async Task<JsonNode> Done(string path, string json, string person)
    {
        var (status, body) = await Give(path, json, person);
        Assert.True(status == HttpStatusCode.OK, path + ": " + body.ToJsonString());
        return body;
    }

    /// <summary>Sends bytes as they are, and reads until the server closes.</summary>
    public async Task<string> Raw(string text, bool endsSending = false)
    {
        using var client = new System.Net.Sockets.TcpClient();
        await client.ConnectAsync("127.0.0.1", new Uri(Url).Port, TestContext.Current.CancellationToken);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(text), TestContext.Current.CancellationToken);
        if (endsSending)
            client.Client.Shutdown(System.Net.Sockets.SocketShutdown.Send);
        using var answer = new MemoryStream();
        try
        {
            await stream.CopyToAsync(answer, TestContext.Current.CancellationToken);
        }
        catch (IOException)
        {
            // The server cut the connection: what came before counts.
        }

        return Encoding.Latin1.GetString(answer.ToArray());
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
        _data?.Dispose();
        _place.Delete(recursive: true);
    }

    private async Task Found()
    {
        await People.Do(new Materials.Commands.NameState("XA", Markup, Markup));
        foreach (var (facility, mba) in new[] { ("XA-A", "XA01"), ("XA-B", "XB01") })
        {
            await House("register-facility",
                $$"""{"code":"{{facility}}","nameEn":{{Json}},"nameZh":{{Json}},"kind":"fabrication","from":"2026-01-01"}""");
            await House("register-mba",
                $$"""
                {"code":"{{mba}}","facility":"{{facility}}","nameEn":{{Json}},"nameZh":{{Json}},
                 "accounting":"bulk","enrichmentLimit":5,"from":"2026-01-01"}
                """);
            await House("register-kmp",
                $$"""{"mba":"{{mba}}","code":"1","kind":"flow","nameEn":{{Json}},"nameZh":{{Json}},"from":"2026-01-01"}""");
            await House("register-kmp",
                $$"""{"mba":"{{mba}}","code":"A","kind":"inventory","nameEn":{{Json}},"nameZh":{{Json}},"from":"2026-01-01"}""");
            await House("open-book", $$"""{"mba":"{{mba}}","date":"2026-01-01","items":[]}""");
        }
    }

    internal static string Json { get; } = System.Text.Json.JsonSerializer.Serialize(Markup);

    private Task House(string command, string json)
    {
        var definition = Data.Materials.Catalogue.Commands.Single(known => known.Name == command);
        return People.Do(System.Text.Json.JsonSerializer.Deserialize(json, definition.Input, Books.FaceJson.Options)!);
    }
}
