using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Custodia.Server.Reading.Views;
using Custodia.Server.SignIn;

namespace Custodia.Abuse.Tests;

/// <summary>Ids of what belongs to others: what is there and what is not have one answer.</summary>
public sealed class StrangerTests(StateServer state)
{
    private const string Foreign = "XA01";
    private const string Absent = "ZZ99";

    /// <summary>Every query that asks about an MBA, with what else it needs.</summary>
    public static TheoryData<string> Queries =>
    [
        .. from query in Materials.MaterialsCatalogue.Instance.Queries
           where query.Fields.Any(asked => asked.Name == "mba")
           select $"materials/{query.Name}?" + string.Join('&', query.Fields.Where(asked => asked.IsRequired || asked.Name == "mba").Select(Usual)),
    ];

    public static TheoryData<string> Pages =>
    [
        "/mba/MBA", "/mba/MBA/balance", "/mba/MBA/batches", "/mba/MBA/structure", "/mba/MBA/inventories", "/mba/MBA/reports",
        "/mba/MBA/batch/OWN-1", "/reports/MBA/icr/1", "/reports/MBA/icr/1/file", "/reports/MBA/icr/1/pdf",
        "/export/batches?format=csv&mba=MBA", "/export/ledger?format=csv&mba=MBA", "/find?q=MBA",
    ];

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task A_query_says_the_same_of_a_foreign_place_as_of_none(string query)
    {
        // The question is a good one: to who may ask it, there is an answer, or none yet of what is there.
        var (status, whole) = await state.Ask(query.Replace("MBA", Foreign, StringComparison.Ordinal), "tester");
        Assert.True(status is HttpStatusCode.OK || !whole.Contains("input.", StringComparison.Ordinal), query + whole);
        var foreign = await state.Ask(query.Replace("MBA", Foreign, StringComparison.Ordinal), "rival");
        var absent = await state.Ask(query.Replace("MBA", Absent, StringComparison.Ordinal), "rival");
        Assert.Equal(absent.Status, foreign.Status);
        Assert.Equal(Neutral(absent.Text), Neutral(foreign.Text));
        Assert.DoesNotContain("OWN-1\"", foreign.Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_says_the_same_of_a_foreign_place_as_of_none(string path)
    {
        using var visitor = await state.SignedIn("other-reader");
        var foreign = await visitor.Get(path.Replace("MBA", Foreign, StringComparison.Ordinal));
        var absent = await visitor.Get(path.Replace("MBA", Absent, StringComparison.Ordinal));
        Assert.Equal(absent.Status, foreign.Status);
        Assert.Equal(Codes(absent.Text), Codes(foreign.Text));
        Assert.DoesNotContain("OWN-2", foreign.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("400000", foreign.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("materials/record-change", """{"mba":"MBA","date":"2026-02-03","code":"RF","batch":"X","items":1,"description":"U2DF","""
        + """ "weights":["N:4"],"basis":"M","kmp":"1","from":"US"}""")]
    [InlineData("materials/close-balance", """{"mba":"MBA","date":"2026-06-30"}""")]
    [InlineData("materials/prepare-report", """{"mba":"MBA","type":"icr"}""")]
    [InlineData("materials/take-inventory", """{"mba":"MBA","date":"2026-06-30","items":[]}""")]
    [InlineData("materials/dispatch-report", """{"mba":"MBA","type":"icr","number":1,"date":"2026-03-01","reference":"x"}""")]
    public async Task A_command_says_the_same_of_a_foreign_place_as_of_none(string path, string json)
    {
        var foreign = await state.Give(path, json.Replace("MBA", Foreign, StringComparison.Ordinal), "rival");
        var absent = await state.Give(path, json.Replace("MBA", Absent, StringComparison.Ordinal), "rival");
        Assert.NotEqual(HttpStatusCode.OK, foreign.Status);
        Assert.Equal((absent.Status, Neutral(absent.Body.ToJsonString())), (foreign.Status, Neutral(foreign.Body.ToJsonString())));
    }

    [Fact]
    public async Task Grants_persons_and_proposals_of_others_are_answered_as_those_that_there_are_not()
    {
        await state.People.Register("local-admin", "organisation:ELSE", cleared: false, "administrator");
        var grant = state.Data.People.Holders["reader"].Appointments[0].Stamp.Sequence;
        await state.People.Do(new People.Facts.Organisation("ELSE", "Elsewhere", "他處", People.Facts.OrganisationKind.Operator, []));
        await state.People.Register("someone", null, cleared: false);
        var proposed = await state.Done("people/appoint", """{"holder":"someone","role":"regulator","place":"state"}""", "admin");
        var proposal = (long)proposed["proposal"]!;
        foreach (var (path, foreign, absent) in new[]
        {
            ("people/end-appointment", $$"""{"entry":{{grant}},"reason":"x"}""", """{"entry":99999999,"reason":"x"}"""),
            ("people/end-clearance", $$"""{"entry":{{grant}},"reason":"x"}""", """{"entry":99999999,"reason":"x"}"""),
            ("people/leave", """{"holder":"reader","lastDay":"2026-12-31","reason":"x"}""",
                """{"holder":"absent","lastDay":"2026-12-31","reason":"x"}"""),
            ("people/record-certificate", """{"holder":"reader","course":"c-c","issued":"2026-01-01","validUntil":"2027-01-01","issuer":"x"}""",
                """{"holder":"absent","course":"c-c","issued":"2026-01-01","validUntil":"2027-01-01","issuer":"x"}"""),
            ("people/set-post", Post("reader"), Post("absent")),
            ("approvals/approve", $$"""{"proposal":{{proposal}}}""", """{"proposal":99999999}"""),
            ("approvals/reject", $$"""{"proposal":{{proposal}},"reason":"x"}""", """{"proposal":99999999,"reason":"x"}"""),
            ("approvals/withdraw", $$"""{"proposal":{{proposal}}}""", """{"proposal":99999999}"""),
        })
        {
            var there = await state.Give(path, foreign, "local-admin");
            var not = await state.Give(path, absent, "local-admin");
            Assert.NotEqual(HttpStatusCode.OK, there.Status);
            Assert.Equal((not.Status, Shape(not.Body)), (there.Status, Shape(there.Body)));
        }
    }

    [Fact]
    public async Task What_an_entry_of_others_says_is_withheld_whatever_way_it_is_asked_for()
    {
        var number = state.Data.Materials.Mbas["XA01"].Lines[0].Stamp.Sequence;
        var (_, entry) = await state.Ask($"journal/entry/{number}", "rival");
        Assert.Equal("entry", (string?)JsonNode.Parse(entry)!["withheld"]);
        foreach (var path in (string[])[$"journal/entry/{number}?raw=true", $"journal/receipt/{number}", $"journal/entries?first={number}&count=1",
                     $"journal/entry/{number}", $"journal/tile/entries/000.p/{state.Data.Node.Count}"])
            Assert.DoesNotContain("OWN-1", (await state.Ask(path, "rival")).Text, StringComparison.Ordinal);
        using var visitor = await state.SignedIn("other-reader");
        foreach (var path in (string[])[$"/journal/{number}", $"/journal/{number}/receipt", $"/journal/{number}/stored", "/journal", "/", "/work"])
            Assert.DoesNotContain("OWN-1", (await visitor.Get(path)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/batch/OWN-1", (await visitor.Get("/find?q=OWN-1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_revokes_the_tokens_or_ends_the_sessions_of_others_nor_sees_their_views()
    {
        var tokens = state.Get<ApiTokens>();
        var theirs = tokens.Make("other-reader", "theirs", ["read"], TimeSpan.FromDays(1), "other-reader").Value!;
        Assert.False(tokens.Revoke("reader", theirs.Kept.Id, "reader"));
        var (session, _) = state.Get<Sessions>().Begin("other-reader", "pwd", null, "theirs");
        using var visitor = await state.SignedIn();
        var page = await visitor.Get("/account");
        Assert.DoesNotContain(theirs.Kept.Id, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(session.Id, page.Text, StringComparison.Ordinal);
        var own = tokens.Make("reader", "own", ["read"], TimeSpan.FromDays(1), "reader").Value!;
        var hidden = (await visitor.Get("/account")).Form("revoke-" + own.Kept.Id);
        foreach (var handler in (string[])["revoke-" + theirs.Kept.Id, "end-" + session.Id])
            await visitor.Send("/account", new Dictionary<string, string>(hidden) { ["_handler"] = handler });
        Assert.Equal("other-reader", await visitor.WhoAmI(theirs.Text));
        Assert.True(state.Get<Sessions>().IsAlive(session.Id));
        var views = state.Get<ISavedViews>();
        views.Save("other-reader", "batches", new SavedView("their secret view", ""));
        Assert.Empty(views.Of("reader", "batches"));
        Assert.DoesNotContain("their secret view", (await visitor.Get("/mba/XA01/batches")).Text, StringComparison.Ordinal);
    }

    private static string Neutral(string text) => System.Text.RegularExpressions.Regex.Replace(
        text.Replace(Foreign, "MBA", StringComparison.Ordinal).Replace(Absent, "MBA", StringComparison.Ordinal), "\"knownAt\":\\d+", "");

    private static string Post(string holder) =>
        $$"""{"id":"guard-1","organisation":"ELSE","nameEn":"Guard","nameZh":"警衛","from":"2026-01-01","holder":"{{holder}}"}""";

    // What was asked for is repeated: apart from that the answers are the same to the letter.
    private static string Shape(JsonNode body)
    {
        var copy = body.DeepClone();
        foreach (var refusal in copy["refusals"]!.AsArray())
        {
            if ((string?)refusal!["found"] is { Length: > 0 } found && (found is "reader" or "absent" || found.All(char.IsAsciiDigit)))
                refusal["found"] = "asked";
        }

        return JsonSerializer.Serialize(copy);
    }

    private static string Usual(Books.FieldDefinition field) => field.Name + "=" + field.Name switch
    {
        "mba" => "MBA",
        "batch" or "name" => "OWN-1",
        "type" => "icr",
        "number" => "1",
        "material" => "N",
        _ => "2026-02-03",
    };

    private static string Codes(string page) => string.Join(' ',
        System.Text.RegularExpressions.Regex.Matches(page, "data-code=\"[^\"]*\"|class=\"empty[^\"]*\"").Select(match => match.Value));
}
