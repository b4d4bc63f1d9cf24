using System.Net;
using Custodia.People.Access;
using Custodia.SignIn.Tests;

namespace Custodia.Abuse.Tests;

/// <summary>What is left behind: in caches, in logs, in the journal.</summary>
[Collection("console")]
public sealed class TraceTests(StateServer state)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/mba")]
    [InlineData("/mba/XA01/batches")]
    [InlineData("/account")]
    [InlineData("/journal/1")]
    [InlineData("/journal/1/receipt")]
    [InlineData("/journal/1/stored")]
    [InlineData("/journal/checkpoint")]
    [InlineData("/export/batches?format=csv&mba=XA01")]
    [InlineData("/export/batches?format=xlsx&mba=XA01")]
    [InlineData("/api/v1/session")]
    [InlineData("/api/v1/materials/batches?mba=XA01")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/no-such-page")]
    [InlineData("/sign-in")]
    public async Task What_one_reader_got_no_cache_keeps_for_another(string path)
    {
        using var visitor = await state.SignedIn();
        using var response = await visitor.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.True(response.Headers.CacheControl!.NoStore, $"{path}: {response.Headers.CacheControl}");
        Assert.False(response.Headers.CacheControl.Public);
    }

    [Fact]
    public async Task After_signing_out_the_same_address_shows_nothing_of_before()
    {
        using var visitor = await state.SignedIn();
        Assert.Contains("OWN-1", (await visitor.Get("/mba/XA01/batches")).Text, StringComparison.Ordinal);
        var form = (await visitor.Get("/account")).Text;
        var secret = System.Text.RegularExpressions.Regex.Match(form, "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;
        await visitor.Send("/sign-out", new Dictionary<string, string> { ["__RequestVerificationToken"] = WebUtility.HtmlDecode(secret) });
        var after = await visitor.Get("/mba/XA01/batches");
        Assert.Equal(HttpStatusCode.Redirect, after.Status);
        Assert.DoesNotContain("OWN-1", after.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_writes_a_line_of_the_log_nor_one_for_each_request()
    {
        var console = Console.Out;
        using var log = new StringWriter();
        try
        {
            Console.SetOut(TextWriter.Synchronized(log));
            await using var server = await SignInServer.Start();
            using var visitor = server.Visit();
            for (var i = 0; i < 50; i++)
            {
                await visitor.Get("/mba/%0d%0aFORGED%20line%1b[31m?x=%0aFORGED");
                await visitor.PostJson("/api/v1/sign-in", """{"user":"x\r\nFORGED line","password":"x\nFORGED"}""");
                await visitor.Get("/api/v1/session", "FORGED");
                await visitor.Send("/sign-out", new Dictionary<string, string> { ["x"] = "\r\nFORGED" });
                using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/journal/FORGED");
                request.Headers.TryAddWithoutValidation("User-Agent", "FORGED");
                await visitor.Send(request);
            }
        }
        finally
        {
            Console.SetOut(console);
        }

        Assert.DoesNotContain("FORGED", log.ToString(), StringComparison.Ordinal);
        var lines = log.ToString().Split('\n').Length;
        Assert.True(lines < 50, $"{lines} lines of log:\n{log.ToString()[..Math.Min(2_000, log.ToString().Length)]}");
    }

    [Fact]
    public async Task A_million_refused_requests_are_a_few_entries()
    {
        var log = state.Data.AccessLog;
        await log.Flush();
        var before = state.Data.Node.Count;
        for (var i = 0; i < 1_000_000; i++)
            log.DeniedUnknown("what-" + i % 50_000, "access.sign-in-required");
        for (var i = 0; i < 10_000; i++)
            await log.Door(DoorEvent.SignInFailed, "name-" + i);
        await log.Flush();
        var added = state.Data.Node.Count - before;
        Assert.InRange(added, 1, AccessLog.MaxEachMinute + 10);
    }

    [Fact]
    public async Task What_begins_a_formula_leaves_as_text_in_every_export()
    {
        string[] starts = ["=", "+", "-", "@", "\t=", "＝", "＋"];
        foreach (var start in starts)
        {
            var name = System.Text.Json.JsonSerializer.Serialize(start + "cmd|' /C calc'!A0");
            var code = "F" + Array.IndexOf(starts, start);
            await state.Give("materials/register-facility",
                $$"""{"code":"{{code}}","nameEn":{{name}},"nameZh":{{name}},"kind":"fabrication","from":"2026-01-01"}""", "tester");
            await state.Give("materials/register-mba",
                $$"""
                {"code":"X{{code}}9","facility":"{{code}}","nameEn":{{name}},"nameZh":{{name}},
                 "accounting":"bulk","enrichmentLimit":5,"from":"2026-01-01"}
                """, "tester");
        }

        using var visitor = await state.SignedIn();
        var all = "";
        foreach (var list in Server.Components.Tables.ListTables.All)
        {
            var seen = await visitor.Get($"/export/{list.Name}?format=csv&mba=XA01");
            all += seen.Text;
            foreach (var line in seen.Text.Split("\r\n").Where(_ => seen.Status == HttpStatusCode.OK))
            {
                foreach (var field in line.TrimStart('\uFEFF').Split(','))
                    Assert.DoesNotMatch("^\"?[=+@\t＝＋＠]|^\"?-[^0-9]", field);
            }
        }

        Assert.Contains("'=cmd|", all, StringComparison.Ordinal);
    }
}

/// <summary>Tests that read what the process writes run alone.</summary>
[CollectionDefinition("console", DisableParallelization = true)]
public sealed class ConsoleTests;
