using System.Net;
using Custodia.Server.SignIn;
using Custodia.SignIn.Tests;

namespace Custodia.Abuse.Tests;

/// <summary>Forged, cut, replayed and revoked: tokens, cookies and codes.</summary>
public sealed class TokenTests(StateServer state)
{
    [Fact]
    public async Task No_part_of_a_token_and_no_other_text_is_taken_for_one()
    {
        using var visitor = state.Visit();
        var token = state.People.Token("reader");
        Assert.Equal("reader", await visitor.WhoAmI(token));
        var random = new Random(20261121);
        List<string> forged =
        [
            "", "cst", "cst_", "cst__", token[..^1], token[1..], token + "0", token.ToUpperInvariant(), token + "_" + token,
            "cst_0000000000000000_" + token.Split('_')[2], token.Split('_')[2], "null", "undefined", "{}", "' or 1=1--", new('a', 8_000),
        ];
        for (var i = 0; i < 64; i++)
        {
            var letters = token.ToCharArray();
            var at = random.Next(4, letters.Length);
            letters[at] = letters[at] == 'f' ? '0' : 'f';
            forged.Add(new string(letters));
        }

        foreach (var other in forged.Where(other => other != token))
            Assert.Null(await visitor.WhoAmI(other));
        Assert.Equal("reader", await visitor.WhoAmI(token));
    }

    [Fact]
    public async Task A_revoked_token_opens_nothing_from_the_next_request_on()
    {
        using var visitor = state.Visit();
        var token = state.People.Token("reader");
        Assert.Equal(HttpStatusCode.OK, (await visitor.PostJson("/api/v1/sign-out", "{}", token)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.Get("/api/v1/materials/batches?mba=XA01", token)).Status);
    }

    [Fact]
    public async Task A_bad_token_is_not_made_good_by_the_session_beside_it()
    {
        using var visitor = await state.SignedIn();
        Assert.Equal("reader", await visitor.WhoAmI());
        Assert.Null(await visitor.WhoAmI("cst_0000000000000000_" + new string('0', 64)));
    }

    [Fact]
    public async Task A_cookie_that_was_changed_cut_or_made_up_opens_nothing()
    {
        var (session, key) = state.Get<Sessions>().Begin("reader", "pwd", null, null);
        Assert.Equal("reader", await WhoBrings(key));
        foreach (var other in (string[])[key[..^1], key + "A", session.Id, "", new('A', key.Length), key[1..] + key[0], "reader", key + "; x"])
        {
            if (other != key + "; x")
                Assert.Null(await WhoBrings(other));
        }

        state.Get<Sessions>().End(session.Id);
        Assert.Null(await WhoBrings(key));
    }

    [Fact]
    public async Task A_session_that_an_attacker_planted_before_the_sign_in_is_not_the_one_after_it()
    {
        await using var server = await SignInServer.Start();
        await server.AddPerson("wu");
        await server.AddPerson("mallory");
        using var attacker = server.Visit();
        await attacker.SignIn("mallory", SignInServer.Password);
        var planted = attacker.Cookies.GetCookies(new Uri(server.Url))["custodia-session"]!.Value;
        using var victim = server.Visit();
        victim.Cookies.Add(new Uri(server.Url), new Cookie("custodia-session", planted, "/"));
        await victim.SignIn("wu", SignInServer.Password);
        Assert.NotEqual(planted, victim.Cookies.GetCookies(new Uri(server.Url))["custodia-session"]!.Value);
        Assert.Equal("wu", await victim.WhoAmI());
        Assert.Null(await attacker.WhoAmI());
    }

    [Fact]
    public async Task A_code_of_the_app_is_no_good_twice_nor_for_another_person_nor_after_its_time()
    {
        await using var server = await SignInServer.Start();
        await server.AddPerson("wu");
        await server.AddPerson("chen");
        var key = server.AddCodeApp("wu");
        server.AddCodeApp("chen");
        var code = server.CodeOf(key);
        Assert.Equal(HttpStatusCode.OK, (await SignIn("wu", code)).Status);
        Assert.Equal("signin.code-failed", (await SignIn("wu", code)).Code);
        Assert.Equal("signin.code-failed", (await SignIn("chen", server.CodeOf(key))).Code);
        server.Time.Now += TimeSpan.FromSeconds(30);
        var late = server.CodeOf(key);
        server.Time.Now += TimeSpan.FromSeconds(90);
        Assert.Equal("signin.code-failed", (await SignIn("wu", late)).Code);

        async Task<Seen> SignIn(string person, string given)
        {
            using var visitor = server.Visit();
            return await visitor.PostJson("/api/v1/sign-in",
                $$"""{"user":"{{person}}","password":"{{SignInServer.Password}}","code":"{{given}}"}""");
        }
    }

    [Fact]
    public async Task Half_a_sign_in_is_no_sign_in()
    {
        await using var server = await SignInServer.Start();
        await server.AddPerson("wu");
        server.AddCodeApp("wu");
        using var visitor = server.Visit();
        Assert.Equal("/sign-in/second", new Uri(new Uri(server.Url), (await visitor.SignIn("wu", SignInServer.Password)).Location!).AbsolutePath);
        Assert.Null(await visitor.WhoAmI());
        var second = visitor.Cookies.GetCookies(new Uri(server.Url))["custodia-second"]!.Value;
        visitor.Cookies.Add(new Uri(server.Url), new Cookie("custodia-session", second, "/"));
        Assert.Null(await visitor.WhoAmI());
    }

    private async Task<string?> WhoBrings(string key)
    {
        using var visitor = new Visitor(state.Url, new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false });
        visitor.Client.DefaultRequestHeaders.TryAddWithoutValidation("Cookie", "custodia-session=" + key);
        return await visitor.WhoAmI();
    }
}
