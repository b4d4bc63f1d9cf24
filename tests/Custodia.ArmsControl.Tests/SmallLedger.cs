using Custodia.Materials;
using Custodia.Materials.Commands;
using Custodia.Materials.Structure;
using Custodia.Materials.Tables;
using Custodia.Quantities;

namespace Custodia.ArmsControl.Tests;

/// <summary>A ledger that holds 1.25 kg of highly enriched uranium, fresh, and some of low enrichment.</summary>
internal static class SmallLedger
{
    /// <summary>Opens it.</summary>
    public static async Task Open(StateJournal journal)
    {
        var from = new DateOnly(2025, 1, 1);
        await journal.Do(new NameState("XA", "Zedland", "澤國"));
        await journal.Do(new AdoptCodeTables(CodeTablesFile.Shipped));
        await journal.Do(new Facility("XA-A", "Reactor", "反應器", FacilityKind.ResearchReactor, from));
        await journal.Do(new MaterialBalanceArea("XA01", "XA-A", "Store", "庫", AccountingKind.Bulk, 93, from));
        await journal.Do(new KeyMeasurementPoint("XA01", "A", KmpKind.Inventory, "Shelf", "架", from));
        await journal.Do(new OpenBook("XA01", from,
        [
            new(2, new("HIGH", "A", 2, "EASF", "N", [Uranium(1_250, 1_000)])),
            new(3, new("LOW", "A", 2, "EASF", "N", [Uranium(9_000, 400)])),
        ]));
    }

    private static Weight Uranium(decimal grams, decimal fissile) => Weight.Enriched(Mass.FromGrams(grams), Mass.FromGrams(fissile));
}
