using System.Net;
using Custodia.ArmsControl.Facts;
using Custodia.Commitments;
using Custodia.Commitments.Cooperation.Facts;
using Custodia.Commitments.Documents;
using Custodia.Commitments.Facts;
using Custodia.Commitments.Missions.Commands;
using Custodia.Server.Api;
using FindingKind = Custodia.Commitments.Missions.Commands.FindingKind;

namespace Custodia.Api.Tests;

/// <summary>A State in which much presses.</summary>
public sealed class DutyState : IAsyncLifetime
{
    public StateServer Server { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await Server.InitializeAsync();
        // By the clock of the server, which judges what is overdue.
        var today = DateOnly.FromDateTime(Server.Data.Time.GetUtcNow().UtcDateTime);
        var begin = today.AddDays(-400);
        object[] commands =
        [
            new OpenAction("mine-1", "Mend the fence", "inspector-in", begin, today.AddDays(-5), "Exercise 1"),
            new OpenAction("ours-1", "Count the keys", "TEST", begin, today.AddDays(-45), "Exercise 1"),
            new OpenAction("theirs-1", "Paint the gate", "POLICE", begin, today.AddDays(-100), "Exercise 1"),
            new OpenAction("later-1", "Read the manual", "inspector-in", begin, today.AddDays(90), "Exercise 1"),
            new RequestMission("ippas-1", "ippas", begin, ["1"]),
            new HoldMission("ippas-1", begin, begin),
            new RecordFinding("ippas-1", "R1", FindingKind.Recommendation, begin, "sealed-words-of-a-finding", "1", Owner: "TEST",
                Due: today.AddDays(10)),
            new AnnounceCampaign("blend", "Blending of residues", "殘料稀釋", CampaignKind.DownBlending, begin, today.AddDays(-1), ["XA-A"],
                Pledge: "all of it", Milestones: [new("Line licensed", "作業許可", today.AddDays(-2)), new("Half done", "完成半數", today.AddDays(60))]),
            new Undertake("bwc-cbm", new(2020, 1, 1), "letter 1"),
        ];
        foreach (var command in commands)
            await Server.Tester.Do(command);
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}

/// <summary>What presses stands on the work page of who owes it or may see to it; promises of the State's own are found.</summary>
public sealed class DutyTests(DutyState state) : IClassFixture<DutyState>
{
    private readonly StateServer _server = state.Server;

    [Fact]
    public async Task Who_may_record_sees_all_that_presses_by_its_day()
    {
        var page = await Page("official-in", "/work");
        string[] order = ["bwc-cbm-2020", "theirs-1", "ours-1", "mine-1", "Line licensed", "ippas-1.r1"];
        Assert.Equal(order.Order(Comparer<string>.Create((one, other) => page.IndexOf(one, StringComparison.Ordinal)
            .CompareTo(page.IndexOf(other, StringComparison.Ordinal)))), order);
        Assert.All(order, name => Assert.Contains(name, page, StringComparison.Ordinal));
        foreach (var step in new[] { "Overdue 1–30 days", "Overdue 31–90 days", "Overdue more than 90 days", "Due within 30 days" })
            Assert.Contains(step, page, StringComparison.Ordinal);
        Assert.DoesNotContain("later-1", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Half done", page, StringComparison.Ordinal);
        Assert.DoesNotContain("sealed-words", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_record_sees_what_is_owed_in_person_or_by_the_organisation()
    {
        var page = await Page("inspector-in", "/work");
        Assert.Contains("mine-1", page, StringComparison.Ordinal);
        Assert.Contains("ours-1", page, StringComparison.Ordinal);
        foreach (var other in new[] { "theirs-1", "Blending of residues", "bwc-cbm" })
            Assert.DoesNotContain(other, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_read_commitments_sees_none_of_it()
    {
        var page = await Page("customs-officer-in", "/work");
        Assert.DoesNotContain("id=\"duties\"", page, StringComparison.Ordinal);
        Assert.Contains("What the books call for will appear here", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Own_promises_and_documents_are_found_in_both_languages_by_who_may_read_them()
    {
        await _server.Tester.Do(new KeepDocument("XA-2016", "Statement of the harbour", "港口聲明", new(2016, 4, 1), KeptKind.NationalStatement,
            "statement.txt", await Kept(), TextLanguage.En, [new(1, 1, "We will guard the harbour.")]));
        await _server.Tester.Do(new AddCommitment("XA-2016-1", "XA-2016", "heu-pu", ItemType.Commitment, "Guard the eastern quay", "守護東側碼頭",
            ["IND-M01"], new(2016, 4, 1)));
        foreach (var sought in new[] { "eastern quay", "東側碼頭", "XA-2016-1" })
        {
            var page = await Page("official-in", "/find?q=" + Uri.EscapeDataString(sought));
            Assert.Contains("/commitments/items/XA-2016-1", page, StringComparison.Ordinal);
        }


        foreach (var sought in new[] { "of the harbour", "港口聲明" })
        {
            var page = await Page("official-in", "/find?q=" + Uri.EscapeDataString(sought));
            Assert.Contains("/commitments/documents/XA-2016", page, StringComparison.Ordinal);
        }


        Assert.DoesNotContain("XA-2016", await Page("customs-officer-in", "/find?q=quay"), StringComparison.Ordinal);
    }

    private async Task<string> Kept()
    {
        using var file = new MemoryStream("We will guard the harbour."u8.ToArray());
        return (await _server.Data.Blobs.PutAsync(file, DocumentFace.Compartment, TestContext.Current.CancellationToken)).ToString();
    }

    private async Task<string> Page(string who, string path)
    {
        using var response = await _server.Browse(who, path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
    }
}
