using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Custodia.Books;
using Custodia.Materials.Commands;
using Custodia.People.Facts;
using Custodia.People.Roles;
using Custodia.Server;
using Custodia.Server.Access;
using Custodia.Server.Hosting;
using Custodia.Server.SignIn;
using Custodia.Testing;
using Microsoft.AspNetCore.Builder;

namespace Custodia.Api.Tests;

/// <summary>A server over the folder of the sample State.</summary>
public sealed class SampleServer : IAsyncLifetime
{
    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("custodia-sample-");
    private WebApplication? _app;

    public string Folder => Path.Combine(_place.FullName, "data");

    public DataFolder Data { get; private set; } = null!;

    public HttpClient Client { get; } = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false });

    public async ValueTask InitializeAsync()
    {
        using (var made = DataFolder.Open(Folder, TimeProvider.System))
            await FirstContent.Fill(made, withSample: true, _ => { });
        // Opened again: what is believed is what the folder bears out, not what this process just did.
        Data = DataFolder.Open(Folder, TimeProvider.System);
        _app = CustodiaHost.Build(new CustodiaOptions { Url = "http://127.0.0.1:0", Environment = "Production", Data = Data });
        await _app.StartAsync();
        Client.BaseAddress = new Uri(_app.Urls.First());
    }

    /// <summary>The token of a sample account.</summary>
    public async Task<string> SignIn(string person)
    {
        var (status, body) = await Post("sign-in", null, new JsonObject { ["user"] = person, ["password"] = SamplePeople.Password });
        Assert.True(status == HttpStatusCode.OK, body.ToJsonString());
        return (string)body["token"]!;
    }

    public async Task<(HttpStatusCode Status, JsonNode Body)> Post(string path, string? token, JsonNode body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/" + path);
        request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        return await Send(request, token);
    }

    public async Task<(HttpStatusCode Status, JsonNode Body)> Get(string path, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/" + path);
        return await Send(request, token);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_app is not null)
            await _app.DisposeAsync();
        Data.Dispose();
        _place.Delete(recursive: true);
    }

    private async Task<(HttpStatusCode Status, JsonNode Body)> Send(HttpRequestMessage request, string? token)
    {
        if (token is not null)
            request.Headers.Authorization = new("Bearer", token);
        using var response = await Client.SendAsync(request);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }
}

public sealed class SamplePeopleTests(SampleServer sample) : IClassFixture<SampleServer>
{
    [Fact]
    public void Every_role_that_comes_with_the_product_is_held_by_somebody() =>
        Assert.Equal(BuiltInRoles.All.Select(role => role.Id).Order(), SamplePeople.All.Select(person => person.Role).Distinct().Order());

    [Fact]
    public void The_password_keeps_to_the_rules_with_the_names_of_all() =>
        Assert.All(SamplePeople.All, person => Assert.Empty(PasswordRules.Check(
            SamplePeople.Password, [person.Id, person.Name.En, person.Name.Zh, .. sample.Data.Names])));

    [Fact]
    public async Task Everybody_signs_in_without_a_second_factor_and_devices_never_with_a_password()
    {
        foreach (var person in SamplePeople.All.Where(person => person.Kind == HolderKind.Person))
        {
            var token = await sample.SignIn(person.Id);
            var (status, body) = await sample.Get("people/my-access", token);
            Assert.True(status == HttpStatusCode.OK, body.ToJsonString());
        }

        var device = new JsonObject { ["user"] = "gateway.xaf", ["password"] = SamplePeople.Password };
        Assert.Equal("signin.failed", CodeOf((await sample.Post("sign-in", null, device)).Body));
    }

    [Fact]
    public async Task Operators_see_their_own_facilities_and_nobody_elses()
    {
        var token = await sample.SignIn("accountant.xaf");
        Assert.Equal(HttpStatusCode.OK, (await sample.Get("materials/balance?mba=XAFB", token)).Status);
        Assert.Equal("access.not-here", CodeOf((await sample.Get("materials/balance?mba=XARA", token)).Body));
    }

    [Fact]
    public async Task Two_proposals_wait_and_another_person_approves_one()
    {
        var approver = await sample.SignIn("approver.xaf");
        var (_, mine) = await sample.Get("approvals/proposals?which=mine", approver);
        var rows = mine["result"]!["rows"]!.AsArray();
        Assert.Equal(["dispatch-report", "record-change"], rows.Select(row => (string)row!["command"]!).Order());
        var dispatch = rows.Single(row => (string?)row!["command"] == "dispatch-report")!;
        var own = await sample.SignIn("accountant.xaf");
        var approval = new JsonObject { ["proposal"] = (long)dispatch["number"]! };
        Assert.Equal("approvals.own-proposal", CodeOf((await sample.Post("approvals/approve", own, approval.DeepClone())).Body));
        var (status, body) = await sample.Post("approvals/approve", approver, approval);
        Assert.True(status == HttpStatusCode.OK, body.ToJsonString());
    }

    [Fact]
    public async Task An_expired_certificate_is_shown_to_its_holder()
    {
        Assert.Equal(["laboratory-practice"], await Missing("analyst"));
        Assert.Empty(await Missing("spectroscopist"));

        async Task<IEnumerable<string>> Missing(string person)
        {
            var (_, body) = await sample.Get("people/my-access", await sample.SignIn(person));
            return body["result"]!["roles"]!.AsArray().SelectMany(role => role!["missing"]!.AsArray()).Select(course => (string)course!);
        }
    }

    [Fact]
    public async Task Its_pages_say_that_it_is_the_sample_in_both_languages_and_offer_the_accounts()
    {
        foreach (var (language, title) in new[] { ("en", "This is the sample State."), ("zh-Hant", "此為示範國。") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/sign-in");
            request.Headers.AcceptLanguage.Add(new(language));
            using var response = await sample.Client.SendAsync(request, TestContext.Current.CancellationToken);
            var page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            Assert.Contains(title, page, StringComparison.Ordinal);
            Assert.Contains(SamplePeople.Password, page, StringComparison.Ordinal);
            Assert.Contains("value=\"state.accountant\"", page, StringComparison.Ordinal);
        }
    }

    internal static string? CodeOf(JsonNode body) => (string?)body["refusals"]?[0]?["code"];
}

/// <summary>What makes a folder the sample's cannot be brought into another.</summary>
public sealed class SampleMarkTests : IAsyncLifetime
{
    private static readonly string Password = SamplePeople.Password;

    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("custodia-unsampled-");

    private string Folder => Path.Combine(_place.FullName, "data");

    /// <summary>A folder that looks like the sample's as much as its officers can make it: named so, with the accounts, marked.</summary>
    public async ValueTask InitializeAsync()
    {
        using var data = DataFolder.Open(Folder, TimeProvider.System);
        await FirstContent.Fill(data, withSample: false, _ => { });
        var tester = new Tester(data, TimeProvider.System);
        await tester.Register("regulator", "state", cleared: true, "regulator");
        await tester.Do(new NameState("XA", SampleMark.StateName.En, SampleMark.StateName.Zh));
        data.MarkAsSample();
    }

    public ValueTask DisposeAsync()
    {
        _place.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void The_mark_alone_makes_no_sample()
    {
        using var data = DataFolder.Open(Folder, TimeProvider.System);
        Assert.True(File.Exists(Path.Combine(Folder, "journal", "sample")));
        Assert.False(data.IsSample);
    }

    [Fact]
    public void Elsewhere_the_second_factor_is_not_waived()
    {
        using var data = DataFolder.Open(Folder, TimeProvider.System);
        Assert.True(new PeopleAccounts(data, TimeProvider.System).Find("regulator")!.NeedsSecondFactor);
    }

    [Fact]
    public async Task Elsewhere_the_password_of_the_sample_neither_signs_in_nor_is_set()
    {
        using var data = DataFolder.Open(Folder, TimeProvider.System);
        await using var app = CustodiaHost.Build(new CustodiaOptions { Url = "http://127.0.0.1:0", Environment = "Production", Data = data });
        await app.StartAsync(TestContext.Current.CancellationToken);
        var credentials = (Credentials)app.Services.GetService(typeof(Credentials))!;
        Assert.Equal("password.sample", Assert.Single(await credentials.SetPassword(
            "regulator", Password, "test", cancellation: TestContext.Current.CancellationToken)).Code);
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(app.Urls.First()) };
        var typed = new JsonObject { ["user"] = "regulator", ["password"] = Password };
        using var content = new StringContent(typed.ToJsonString(), Encoding.UTF8, "application/json");
        using var response = await client.PostAsync("/api/v1/sign-in", content, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal("signin.sample-only", SamplePeopleTests.CodeOf(body));
        var page = await client.GetStringAsync("/sign-in", TestContext.Current.CancellationToken);
        Assert.DoesNotContain(Password, page, StringComparison.Ordinal);
        Assert.DoesNotContain("sample-banner", page, StringComparison.Ordinal);
    }
}
