using Custodia.Books;
using Custodia.Materials;
using Custodia.Materials.Ledger;
using Custodia.Materials.Structure;
using Custodia.Materials.Tables;
using Custodia.Quantities;

namespace Custodia.Bench.Materials;

/// <summary>A plant that receives, rebatches and ships: four lines an operation.</summary>
internal static class PlantFacts
{
    /// <summary>The first day of its book.</summary>
    internal static readonly DateOnly Start = new(2015, 1, 1);

    /// <summary>The facts, without end.</summary>
    internal static IEnumerable<Fact> Of(int operationsADay)
    {
        yield return new StateNamed("XB", "Benchmark", "基準");
        yield return new CodeTablesAdopted(CodeTablesFile.Shipped);
        yield return new FacilityRegistered(new("XB-F", "Plant", "廠", FacilityKind.Fabrication, Start));
        foreach (var mba in new[] { "XBFA", "XBFB", "XBFC", "XBFD" })
        {
            yield return new MbaRegistered(new(mba, "XB-F", mba, mba, AccountingKind.Bulk, 5m, Start));
            yield return new KmpRegistered(new(mba, "1", KmpKind.Flow, "Dock", "收發", Start));
            yield return new BookOpened(mba, Start, 0);
        }

        for (var operation = 0; ; operation++)
        {
            var mba = "XBF" + (char)('A' + (operation % 4));
            var day = Start.AddDays(1 + (operation / operationsADay));
            var uranium = 400_000 + (operation % 1_000);
            IReadOnlyList<Weight> weights = [Weight.Enriched(Mass.FromGrams(uranium), Mass.FromGrams(uranium * 0.044m))];
            var (cylinder, fuel) = ($"C{operation}", $"F{operation}");
            InventoryChange Line(string code, string batch, int step) => new(mba, day, code, batch, 1, "U6CF", "M", weights, "1",
                "FR", "FR", batch, $"OP{operation}", Reference: $"{operation}-{step}");
            yield return new InventoryChanged(Line("RF", cylinder, 1), new SourceRow(0x0123456789abcdef, operation), null);
            yield return new InventoryChanged(Line("RM", cylinder, 2), new SourceRow(0x0123456789abcdef, operation), null);
            yield return new InventoryChanged(Line("RP", fuel, 3), new SourceRow(0x0123456789abcdef, operation), null);
            yield return new InventoryChanged(Line("SF", fuel, 4), new SourceRow(0x0123456789abcdef, operation), null);
        }
    }
}
