using Custodia.Materials.Commands;
using Custodia.Materials.Ledger;
using static Custodia.Materials.Tests.Scenario;

namespace Custodia.Materials.Tests.Queries;

/// <summary>The worked examples of the manual, as commands.</summary>
internal static class Examples
{
    /// <summary>The year of the fuel plant to 2026-06-30, closed with a MUF of 6 800 g of uranium.</summary>
    public static Scenario Plant()
    {
        var s = new Scenario();
        using (var small = Small())
            s.Fold([.. small.Recorded.Select(r => r.Fact).Where(f => f is not BookOpened { Mba: "XAFB" })]);
        s.Do(new OpenBook("XAFB", Day("2025-06-30"),
        [
            new(2, new("UF6", "A", 5, "U6CF", "N", [E(7_600_000, 334_400)])),
            new(3, new("POWDER", "B", 60, "PHDF", "M", [E(1_200_000, 52_800)])),
            new(4, new("SCRAP", "C", 40, "SNDF", "M", [E(200_000, 8_800)])),
        ]));
        s.Do(Receive("CYL-R", 30_400_000, 1_337_600, "2025-07-15", 20));
        s.Do(Rebatch("CYL-R", "FA", 27_600_000, 1_214_400, "2026-01-10", "EASF", 60));
        s.Do(Ship("FA", 27_600_000, 1_214_400, "2026-02-01", 60));
        s.Do(Rebatch("SCRAP", "WASTE", 15_000, 660, "2026-03-01", "AMDW", 200));
        s.Do(new InventoryChange("XAFB", Day("2026-03-02"), "TW", "WASTE", 200, "AMDW", "T", [E(15_000, 660)], "3",
            "XAFB", "XAFB", Consent: "waste arrangement 3"));
        s.Do(new TakeInventory("XAFB", Day("2026-06-30"),
        [
            new(2, new("UF6-STOCK", "A", 6, "U6CF", "M", [E(9_120_000, 401_280)])),
            new(3, new("POW-2606", "B", 122, "PHDF", "M", [E(2_443_200, 107_501)])),
            new(4, new("SCR-2606", "C", 43, "SNDF", "M", [E(215_000, 9_460)])),
        ]));
        s.Do(new CloseBalance("XAFB", Day("2026-06-30")));
        return s;
    }

    /// <summary>Fuel made of CYL (3 000 kg) and sent to the reactor, which received what was sent.</summary>
    /// <returns>The scenario and the entry of the shipment.</returns>
    public static (Scenario Scenario, long Shipment) Delivery()
    {
        var s = Small();
        s.Do(Receive("CYL", 3_000_000, 132_000, "2026-06-04"));
        s.Do(Rebatch("CYL", "FA2606-01", 1_841_200, 81_013, "2026-06-10", "EASF", 4));
        var shipment = s.Do(Ship("FA2606-01", 1_840_000, 80_960, "2026-06-11"));
        s.Do(new InventoryChange("XARA", Day("2026-06-12"), "RD", "FA2606-01", 4, "EASF", "N", [E(1_840_000, 80_960)],
            "1", "XAFB", "XARA", "FA2606-01"));
        return (s, shipment);
    }

    public static Weight E(decimal uranium, decimal fissile) => Weight.Enriched(G(uranium), G(fissile));

    public static InventoryChange Receive(string batch, decimal uranium, decimal fissile, string day, int items = 2) =>
        new("XAFB", Day(day), "RD", batch, items, "U6CF", "N", [E(uranium, fissile)], "1", "XACA", "XAFB", batch);

    public static InventoryChange Ship(string batch, decimal uranium, decimal fissile, string day, int items = 4) =>
        new("XAFB", Day(day), "SD", batch, items, "EASF", "T", [E(uranium, fissile)], "2", "XAFB", "XARA");

    public static RecordChanges Rebatch(
        string from, string to, decimal uranium, decimal fissile, string day, string description, int items)
    {
        IReadOnlyList<Weight> weights = [E(uranium, fissile)];
        return new(
        [
            new(2, new("XAFB", Day(day), "RM", from, 1, "U6CF", "T", weights, "3", Operation: $"OP-{to}")),
            new(3, new("XAFB", Day(day), "RP", to, items, description, "M", weights, "3", Operation: $"OP-{to}")),
        ]);
    }
}
