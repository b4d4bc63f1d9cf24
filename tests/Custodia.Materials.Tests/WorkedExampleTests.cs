using Custodia.Books;
using Custodia.Materials.Commands;
using Custodia.Materials.Ledger;
using Custodia.Materials.Queries;
using static Custodia.Materials.Tests.Scenario;

namespace Custodia.Materials.Tests;

/// <summary>
/// Worked balances of a low-enriched fuel plant and a reactor, to the gram. The figures are the consistent set that
/// docs/manual states; each was recomputed by hand.
/// </summary>
public sealed class WorkedExampleTests
{
    [Fact]
    public void The_plants_year_closes_with_the_stated_material_unaccounted_for()
    {
        using var s = Plant();
        var balance = Statements.Strike(s.Book.Mbas["XAFB"], Day("2026-06-30"), s.Now).Materials.Single();
        Assert.Equal(
            [("PB", 9_000_000m), ("RD", 30_400_000), ("SD", 27_600_000), ("TW", 15_000), ("BE", 11_785_000),
                ("BA", 11_785_000), ("PE", 11_778_200), ("MF", 6_800)],
            balance.Lines.Where(l => l.Name is not ("RM" or "RP")).Select(l => (l.Name, l.Amount.Element.Grams)));
    }

    [Fact]
    public void A_shipper_receiver_difference_lowers_the_adjusted_book_and_the_material_unaccounted_for()
    {
        using var s = Plant();
        s.Do(new CloseBalance("XAFB", Day("2026-06-30")));
        var frozen = s.Book.Mbas["XAFB"].Closings.Single().Fact.Lines;
        s.Do(new RecordLateChanges([Difference()], "found when the weighing was evaluated"));
        var balance = Statements.Strike(s.Book.Mbas["XAFB"], Day("2026-06-30"), s.Now).Materials.Single();
        Assert.Equal((11_785_000m, 900m, 11_784_100m, 11_778_200m, 5_900m), (
            Grams(balance["BE"]), Grams(balance["DI"]), Grams(balance["BA"]), Grams(balance["PE"]), Grams(balance["MF"])));
        Assert.Equal((40m, 259m), (balance["DI"].Fissile.Grams, balance["MF"].Fissile.Grams));
        // What was struck at the closing stands as it was, and the next period still opens with the inventory.
        Assert.Equal(6_800m, frozen.Single(l => l.Name == "MF").Weight.Amount.Element.Grams);
        Assert.Equal((11_778_200m, 518_241m), s.Balance("XAFB", "E/G"));
    }

    [Fact]
    public void A_correction_moves_the_book_by_its_difference_and_leaves_what_was_known_before()
    {
        using var s = Small();
        s.Do(Receive("OPEN", 12_000_000, 528_000, "2026-05-01"));
        s.Do(Receive("CYL0417", 3_040_000, 133_760, "2026-06-04"));
        s.Do(Rebatch("OPEN", "FA2606-01", 1_841_200, 81_013, "2026-06-10", "EASF", 4));
        var shipment = s.Do(Ship("FA2606-01", 1_840_000, 80_960, "2026-06-11"));
        s.Do(Rebatch("OPEN", "WD2606", 900, 40, "2026-06-17", "AMDW", 12));
        s.Do(new InventoryChange("XAFB", Day("2026-06-18"), "TW", "WD2606", 12, "AMDW", "T",
            [Weight.Enriched(G(900), G(40))], "3", "XAFB", "XAFB", Consent: "waste arrangement 3"));
        s.Do(new InventoryChange("XAFB", Day("2026-06-20"), "DI", "CYL0417", 2, "U6CF", "L",
            [Weight.Enriched(G(900), G(40))], "1", "XACA", "XAFB", "CYL0417"));
        var known = s.Now;
        Assert.Equal(13_198_200m, s.Balance("XAFB", "E/G").Element);

        s.Do(new CorrectChanges([new(shipment, Ship("FA2606-01", 1_841_200, 81_013, "2026-06-11"))], "weight misread"));

        Assert.Equal(13_197_000m, s.Balance("XAFB", "E/G").Element);
        Assert.Equal(13_198_200m, s.Balance("XAFB", "E/G", known).Element);
        Assert.Empty(s.Book.Mbas["XAFB"].Batches["FA2606-01"].Contents(s.Now));
    }

    [Fact]
    public void Discharged_fuel_is_accounted_with_its_loss_and_production()
    {
        using var s = Small();
        s.Do(new InventoryChange("XARA", Day("2025-07-10"), "RD", "FA2606-01", 4, "EASF", "N",
            [Weight.Enriched(G(1_841_200), G(81_013))], "1", "XAFB", "XARA", "FA2606-01"));
        InventoryChange Burnt(string code, Weight weight) => new("XARA", Day("2026-06-01"), code, "FA2606-01", 4, "EASI",
            "T", [weight], "2", Operation: "DISCHARGE-1", BurnUp: 45_000);
        s.Do(new RecordChanges(
        [
            new(2, Burnt("LN", Weight.Enriched(G(109_250), G(67_113)))),
            new(3, Burnt("NP", Weight.Of('P', G(20_250)))),
        ]));
        Assert.Equal((1_731_950m, 13_900m), s.Balance("XARA", "E/G"));
        Assert.Equal((20_250m, 0m), s.Balance("XARA", "P"));
        var batch = s.Book.Mbas["XARA"].Batches["FA2606-01"];
        Assert.Equal((4, "EASI"), (batch.Items(s.Now), batch.LastSighting(s.Now)!.Value.Description));
    }

    [Fact]
    public void A_line_of_the_initial_inventory_is_corrected_and_the_first_period_opens_with_it()
    {
        using var s = Plant();
        var entry = s.Book.Mbas["XAFB"].Lines.First(line => line.Change.Batch == "UF6").Stamp.Sequence;
        var before = s.Now;
        s.Do(new CorrectInventory("XAFB", Day("2025-06-30"), entry, "cylinder weighed again",
            new("UF6", "A", 5, "U6CF", "M", [Weight.Enriched(G(7_600_100), G(334_404))])));
        Balance(s.Now, 9_000_100m);
        Balance(before, 9_000_000m);
        Assert.Equal(["target-superseded"], s.Refused(new CorrectInventory("XAFB", Day("2025-06-30"), entry, "again")));

        void Balance(View view, decimal opening) => Assert.Equal(opening,
            Statements.Strike(s.Book.Mbas["XAFB"], Day("2026-06-30"), view).Materials.Single()["PB"].Element.Grams);
    }

    private static decimal Grams(Amount amount) => amount.Element.Grams;

    private static InventoryChange Difference() => new("XAFB", Day("2026-06-20"), "DI", "CYL-R", 20, "U6CF", "L",
        [Weight.Enriched(G(900), G(40))], "1", "XACA", "XAFB", "CYL-R");

    /// <summary>The year 2025-07-01 … 2026-06-30 of the plant, with its inventory taken and not yet closed.</summary>
    private static Scenario Plant()
    {
        var s = new Scenario();
        using (var small = Small())
            s.Fold([.. small.Recorded.Select(r => r.Fact).Where(f => f is not BookOpened { Mba: "XAFB" })]);
        s.Do(new OpenBook("XAFB", Day("2025-06-30"),
        [
            new(2, new("UF6", "A", 5, "U6CF", "N", [Weight.Enriched(G(7_600_000), G(334_400))])),
            new(3, new("POWDER", "B", 60, "PHDF", "M", [Weight.Enriched(G(1_200_000), G(52_800))])),
            new(4, new("SCRAP", "C", 40, "SNDF", "M", [Weight.Enriched(G(200_000), G(8_800))])),
        ]));
        s.Do(Receive("CYL-R", 30_400_000, 1_337_600, "2025-07-15", 20));
        s.Do(Rebatch("CYL-R", "FA", 27_600_000, 1_214_400, "2026-01-10", "EASF", 60));
        s.Do(Ship("FA", 27_600_000, 1_214_400, "2026-02-01", 60));
        s.Do(Rebatch("SCRAP", "WASTE", 15_000, 660, "2026-03-01", "AMDW", 200));
        s.Do(new InventoryChange("XAFB", Day("2026-03-02"), "TW", "WASTE", 200, "AMDW", "T",
            [Weight.Enriched(G(15_000), G(660))], "3", "XAFB", "XAFB", Consent: "waste arrangement 3"));
        s.Do(new TakeInventory("XAFB", Day("2026-06-30"),
        [
            new(2, new("UF6-STOCK", "A", 6, "U6CF", "M", [Weight.Enriched(G(9_120_000), G(401_280))])),
            new(3, new("POW-2606", "B", 122, "PHDF", "M", [Weight.Enriched(G(2_443_200), G(107_501))])),
            new(4, new("SCR-2606", "C", 43, "SNDF", "M", [Weight.Enriched(G(215_000), G(9_460))])),
        ]));
        return s;
    }

    private static InventoryChange Receive(string batch, decimal uranium, decimal fissile, string day, int items = 2) =>
        new("XAFB", Day(day), "RD", batch, items, "U6CF", "N", [Weight.Enriched(G(uranium), G(fissile))], "1",
            "XACA", "XAFB", batch);

    private static InventoryChange Ship(string batch, decimal uranium, decimal fissile, string day, int items = 4) =>
        new("XAFB", Day(day), "SD", batch, items, "EASF", "T", [Weight.Enriched(G(uranium), G(fissile))], "2",
            "XAFB", "XARA");

    private static RecordChanges Rebatch(
        string from, string to, decimal uranium, decimal fissile, string day, string description, int items)
    {
        IReadOnlyList<Weight> weights = [Weight.Enriched(G(uranium), G(fissile))];
        return new(
        [
            new(2, new("XAFB", Day(day), "RM", from, 1, "U6CF", "T", weights, "3", Operation: $"OP-{to}")),
            new(3, new("XAFB", Day(day), "RP", to, items, description, "M", weights, "3", Operation: $"OP-{to}")),
        ]);
    }
}
