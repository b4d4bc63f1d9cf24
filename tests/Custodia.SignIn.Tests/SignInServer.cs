using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Custodia.Books;
using Custodia.Server;
using Custodia.Server.Hosting;
using Custodia.Server.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Custodia.SignIn.Tests;

/// <summary>A real server over a data folder of its own, with accounts of a dictionary.</summary>
internal sealed class SignInServer : IAsyncDisposable
{
    public const string Password = "seven lanterns over a quiet harbour";

    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("custodia-signin-");
    private readonly DataFolder _data;
    private readonly WebApplication _app;

    private SignInServer(Func<SignInOptions, SignInOptions>? change, Func<CustodiaOptions, CustodiaOptions>? host)
    {
        _data = DataFolder.Open(Folder, Time);
        var signIn = new SignInOptions
        {
            Accounts = People,
            Journal = Notes,
            CreateOfficers = (officers, _) =>
            {
                foreach (var officer in officers)
                    People.Put(new Account(officer.Person, officer.Name, true, true, false));
                return Task.FromResult<IReadOnlyList<Refusal>>([]);
            },
            AttemptsByAddress = 1000,
            AttemptsByName = 1000,
        };
        var options = new CustodiaOptions
        {
            Url = "http://127.0.0.1:0",
            Environment = "Production",
            Data = _data,
            Time = Time,
            SignIn = change?.Invoke(signIn) ?? signIn,
        };
        _app = CustodiaHost.Build(host?.Invoke(options) ?? options);
    }

    public string Folder => Path.Combine(_place.FullName, "data");

    public People People { get; } = new();

    public Notes Notes { get; } = new();

    public SettableTime Time { get; } = new();

    public SecretStore Store => _data.Secrets;

    public string Url { get; private set; } = "";

    public T Get<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    public static async Task<SignInServer> Start(Func<SignInOptions, SignInOptions>? change = null,
        Func<CustodiaOptions, CustodiaOptions>? host = null)
    {
        var server = new SignInServer(change, host);
        await server._app.StartAsync();
        server.Url = server._app.Urls.First();
        return server;
    }

    /// <summary>A person with the password above.</summary>
    public async Task<Account> AddPerson(string person, bool needsSecondFactor = false)
    {
        var account = People.Add(person, needsSecondFactor);
        Assert.Empty(await Get<Credentials>().SetPassword(person, Password, "test"));
        return account;
    }

    /// <summary>A code app for a person; the key.</summary>
    public string AddCodeApp(string person)
    {
        var credentials = Get<Credentials>();
        var key = credentials.BeginCodeApp(person);
        Assert.NotNull(credentials.ConfirmCodeApp(person, CodeOf(key), session: null));
        Time.Now += TimeSpan.FromSeconds(30);
        return key;
    }

    public string CodeOf(string key) => Totp.CodeOf(key, Totp.StepAt(Time.Now));

    public Visitor Visit() => new(Url);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _data.Dispose();
        _place.Delete(recursive: true);
    }
}

/// <summary>A browser without script: it keeps cookies, follows nothing by itself, and fills in forms.</summary>
internal sealed partial class Visitor : IDisposable
{
    private readonly HttpClient _client;

    public Visitor(string url, HttpMessageHandler? handler = null)
    {
        Cookies = new CookieContainer();
        _client = new HttpClient(handler ?? new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, CookieContainer = Cookies })
        {
            BaseAddress = new Uri(url),
        };
    }

    public CookieContainer Cookies { get; }

    public HttpClient Client => _client;

    public async Task<Seen> Get(string path, string? bearer = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (bearer is not null)
            request.Headers.Authorization = new("Bearer", bearer);
        return await Send(request);
    }

    public async Task<Seen> Send(HttpRequestMessage request)
    {
        using var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        IReadOnlyList<string> cookies = response.Headers.TryGetValues("Set-Cookie", out var set) ? [.. set] : [];
        return new Seen(response.StatusCode, response.Headers.Location?.OriginalString, text, cookies);
    }

    public async Task<Seen> PostJson(string path, string json, string? bearer = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        if (bearer is not null)
            request.Headers.Authorization = new("Bearer", bearer);
        return await Send(request);
    }

    /// <summary>Fills in a form of a page and sends it.</summary>
    public async Task<Seen> Fill(string path, string form, params (string Name, string Value)[] fields)
    {
        var page = await Get(path);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        return await Send(path, page.Form(form), fields);
    }

    public async Task<Seen> Send(string path, IReadOnlyDictionary<string, string> hidden, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Content = new FormUrlEncodedContent(
            [.. hidden, .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);
        return await Send(request);
    }

    public Task<Seen> SignIn(string user, string password, string query = "") =>
        Fill("/sign-in" + query, "sign-in", ("Form.User", user), ("Form.Password", password));

    public Task<Seen> GiveCode(string code) => Fill("/sign-in/second", "second", ("Form.Code", code));

    /// <summary>Who the server says is signed in; null: nobody.</summary>
    public async Task<string?> WhoAmI(string? bearer = null)
    {
        var seen = await Get("/api/v1/session", bearer);
        return seen.Status == HttpStatusCode.OK ? (string?)seen.Json["person"] : null;
    }

    public void Dispose() => _client.Dispose();
}

/// <summary>What came back.</summary>
internal sealed partial record Seen(HttpStatusCode Status, string? Location, string Text, IReadOnlyList<string> SetCookies)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    /// <summary>The stable code of the first refusal in JSON or on the page.</summary>
    public string? Code => Text.StartsWith('{')
        ? (string?)Json["refusals"]?[0]?["code"]
        : DataCode().Match(Text) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>The hidden fields of a form, found by its name.</summary>
    public IReadOnlyDictionary<string, string> Form(string name)
    {
        foreach (Match form in Forms().Matches(Text))
        {
            var fields = Hidden().Matches(form.Value).ToDictionary(
                match => match.Groups[1].Value, match => WebUtility.HtmlDecode(match.Groups[2].Value));
            if (fields.GetValueOrDefault("_handler") == name)
                return fields;
        }

        throw new InvalidOperationException($"No form '{name}' in:\n{Text}");
    }

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();

    [GeneratedRegex("data-code=\"([^\"]+)\"")]
    private static partial Regex DataCode();
}
