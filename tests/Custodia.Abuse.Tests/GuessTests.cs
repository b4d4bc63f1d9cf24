using System.Net;
using Custodia.Server.SignIn;
using Custodia.SignIn.Tests;
using Microsoft.AspNetCore.Identity;

namespace Custodia.Abuse.Tests;

/// <summary>Guessing names, passwords and codes.</summary>
public sealed class GuessTests
{
    private const string Wrong = "seven lanterns over a loud harbour";

    [Fact]
    public async Task A_name_that_exists_and_one_that_does_not_are_told_apart_by_nothing()
    {
        await using var server = await SignInServer.Start();
        await server.AddPerson("wu");
        await server.AddPerson("second-factor", needsSecondFactor: true);
        server.AddCodeApp("second-factor");
        server.People.Add("no-password");
        server.People.Add("device", isDevice: true);
        var api = new List<string>();
        var pages = new List<string>();
        foreach (var name in (string[])["wu", "absent", "second-factor", "no-password", "device", "", new('x', 500), "WU "])
        {
            using var visitor = server.Visit();
            var input = System.Text.Json.JsonSerializer.Serialize(new { user = name, password = Wrong });
            var answer = await visitor.PostJson("/api/v1/sign-in", input);
            api.Add($"{answer.Status} {answer.Text} {answer.SetCookies.Count}");
            var page = await visitor.SignIn(name, Wrong);
            pages.Add($"{page.Status} {page.Code} {page.SetCookies.Count}");
        }

        Assert.Single(api.Distinct());
        Assert.Single(pages.Distinct());
    }

    [Fact]
    public async Task Every_guess_costs_the_same_work()
    {
        await using var server = await SignInServer.Start();
        await server.AddPerson("wu");
        server.People.Add("no-password");
        var hasher = new Counting();
        var options = server.Get<Custodia.Server.SignIn.SignInOptions>();
        using var doorkeeper = new Doorkeeper(options, server.Store, server.Get<Sessions>(), hasher, server.Time);
        await doorkeeper.TryPassword("absent", Wrong, null, TestContext.Current.CancellationToken);
        foreach (var name in (string[])["wu", "absent", "no-password", "", "wu\uD800", new('x', 1_000)])
        {
            var before = hasher.Verified;
            await doorkeeper.TryPassword(name, name == "absent" ? new string('p', 10_000) : Wrong, null, TestContext.Current.CancellationToken);
            Assert.Equal(before + 1, hasher.Verified);
        }
    }

    [Fact]
    public async Task One_password_tried_on_many_names_ends_at_the_limit_of_the_address()
    {
        await using var server = await SignInServer.Start(options => options with { AttemptsByAddress = 8 });
        using var visitor = server.Visit();
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 12; i++)
            statuses.Add((await visitor.PostJson("/api/v1/sign-in", $$"""{"user":"name-{{i}}","password":"{{Wrong}}"}""")).Status);
        Assert.Equal(8, statuses.Count(status => status == HttpStatusCode.Unauthorized));
        Assert.Equal(4, statuses.Count(status => status == HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public async Task The_one_time_codes_of_enrolment_and_of_the_first_run_are_limited_too()
    {
        await using var server = await SignInServer.Start(options => options with { AttemptsByAddress = 5 });
        using var visitor = server.Visit();
        string? last = null;
        for (var i = 0; i < 7; i++)
            last = (await visitor.Fill("/setup", "setup", ("Form.Code", "AAAAA-AAAAA-" + i))).Code;
        Assert.Equal("signin.too-many", last);
    }

    private sealed class Counting : IPasswordHasher<PersonSecrets>
    {
        public int Verified { get; private set; }

        public string HashPassword(PersonSecrets user, string password) => "hash of " + password.Length;

        public PasswordVerificationResult VerifyHashedPassword(PersonSecrets user, string hashedPassword, string providedPassword)
        {
            Verified++;
            return PasswordVerificationResult.Failed;
        }
    }
}
