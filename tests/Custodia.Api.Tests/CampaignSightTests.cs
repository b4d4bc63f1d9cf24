using System.Net;
using System.Text.Json.Nodes;
using Custodia.Commitments.Cooperation.Facts;
using Custodia.Materials;
using Custodia.Materials.Commands;
using Custodia.Materials.Ledger;
using Custodia.Materials.Structure;
using Custodia.Quantities;

namespace Custodia.Api.Tests;

/// <summary>How a campaign stands is shown to all who may read of commitments; what the ledger holds, only to who may read it there.</summary>
public sealed class CampaignSightTests(StateServer server) : IClassFixture<StateServer>
{
    private const string Mba = "XH01";
    private static readonly DateOnly Day = StateServer.Day("2024-01-01");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Masses_and_entries_are_shown_to_who_may_read_the_ledger_of_the_places_and_to_nobody_else()
    {
        await server.Post("regulator-in", "materials/register-facility", new Facility("XA-H", "Reactor", "反應器", FacilityKind.ResearchReactor, Day));
        await server.Post("regulator-in", "materials/register-mba", new MaterialBalanceArea(Mba, "XA-H", "Core", "爐心", AccountingKind.Item, 94, Day));
        await server.Post("regulator-in", "materials/register-kmp", new KeyMeasurementPoint(Mba, "A", KmpKind.Inventory, "Core", "爐心", Day));
        await server.Post("regulator-in", "materials/register-kmp", new KeyMeasurementPoint(Mba, "1", KmpKind.Flow, "Gate", "門", Day));
        await server.Post("accountant-in", "materials/open-book", new OpenBook(Mba, Day, [new(1, Item("H1")), new(2, Item("H2"))]));
        await server.Post("accountant-in", "materials/record-change",
            new InventoryChange(Mba, Day.AddDays(9), "SF", "H2", 1, "EASI", "T", Item("H2").Weights, "1", To: "XB"));
        await server.Post("regulator-in", "cooperation/announce-campaign",
            new AnnounceCampaign("one", "One", "一", CampaignKind.Conversion, Day, Day.AddYears(1), ["XA-H"], Items: ["WP10-6.5"]));

        Assert.Equal(("overdue", "0.3", 2), await Campaign("state-accountant-in"));
        foreach (var who in new[] { "official-in", "inspector-uncleared", "inspector-out", "auditor-in" })
            Assert.Equal(("overdue", null, 0), await Campaign(who));
        Assert.Equal("0.3", await Eliminated("state-accountant-in"));
        Assert.Null(await Eliminated("official-in"));

        // Of a reactor all are told how it stands; which entries moved what it has is of its ledger.
        var (named, moves) = (await Reactor("state-accountant-in"), await Moves("state-accountant-in"));
        Assert.True(named.Entries > 1);
        Assert.Equal((1, "0"), moves);
        foreach (var who in new[] { "official-in", "inspector-uncleared", "inspector-out", "auditor-in" })
        {
            Assert.Equal((named.IsConverted, 0), await Reactor(who));
            Assert.Equal((null, null), await Moves(who));
        }

        // That a sum is kept back is told to who keeps the promises; how the sites share it, to who may read their ledgers.
        Assert.Equal(("fewSites", 1, 100), await Kept("regulator-in"));
        Assert.Equal(("fewSites", null, null), await Kept("official-in"));
    }

    private static InventoryItem Item(string name) =>
        new(name, "A", 1, "EASI", "M", [Weight.Enriched(Mass.FromGrams(300), Mass.FromGrams(279))]);

    private async Task<string?> Eliminated(string who) =>
        (string?)(await Result(who, "commitments/indicator?id=IND-M06&day=2026-01-01&months=0"))["value"]!["value"];

    private async Task<(string? State, string? Held, int Level)> Campaign(string who)
    {
        var view = await Result(who, "cooperation/campaign?id=one&day=2026-01-01");
        return ((string?)view["row"]!["state"], view["row"]!["heldKg"]?.ToJsonString(), view["level"]!.AsArray().Count);
    }

    private async Task<(bool IsConverted, int Entries)> Reactor(string who)
    {
        var row = (await Result(who, "cooperation/reactors?day=2026-01-01"))["rows"]!.AsArray().Single(row => (string?)row!["facility"] == "XA-H")!;
        return ((bool)row["isConverted"]!, row["entries"]!.AsArray().Count);
    }

    private async Task<(int? Count, string? Value)> Moves(string who)
    {
        var moves = await Result(who, "commitments/moves?indicator=IND-M04&day=2026-01-01");
        return ((int?)moves["count"], (string?)moves["value"]);
    }

    private async Task<(string? Why, int? Sites, decimal? Largest)> Kept(string who)
    {
        var rows = (await Result(who, "commitments/suppressions?day=2026-01-01"))["rows"]!.AsArray();
        var row = rows.Single(row => (string?)row!["indicator"] == "IND-M01" && (string?)row["part"] == "")!;
        return ((string?)row["why"], (int?)row["sites"], (decimal?)row["largest"]);
    }

    private async Task<JsonNode> Result(string who, string path)
    {
        using var response = await server.Send(who, HttpMethod.Get, "/api/v1/" + path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonNode.Parse(await response.Content.ReadAsByteArrayAsync(Cancel))!["result"]!;
    }
}
