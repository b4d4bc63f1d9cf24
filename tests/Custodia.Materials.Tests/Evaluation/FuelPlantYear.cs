using System.Globalization;
using Custodia.Books;
using Custodia.Materials.Commands;
using Custodia.Materials.Ledger;
using Custodia.Materials.Measurement;
using static Custodia.Materials.Tests.Scenario;

namespace Custodia.Materials.Tests.Evaluation;

/// <summary>
/// A year of a fuel plant whose sigma of MUF was worked out by hand, stratum by stratum: each cylinder, batch of powder
/// and assembly is a batch of its own, and the laboratory is common to all that is not measured by NDA.
/// </summary>
internal static class FuelPlantYear
{
    public static readonly DateOnly Pit = Day("2026-06-30");
    private static readonly DateOnly Start = Day("2025-06-30");

    public static Scenario Closed(bool withMethods = true)
    {
        var s = new Scenario();
        using (var small = Small())
            s.Fold([.. small.Recorded.Select(r => r.Fact).Where(f => f is not BookOpened { Mba: "XAFB" })]);
        if (withMethods)
            Register(s);
        s.Do(new OpenBook("XAFB", Start, Rows(
        [
            .. Batches("UF", 5, 1, 1_520_000, "A", "U6CF"), .. Batches("PO", 6, 10, 200_000, "B", "PHDF"),
            Item("SCRAP", 40, 200_000, "C", "SNDF"),
        ])));
        foreach (var number in Enumerable.Range(1, 20))
            s.Do(new InventoryChange("XAFB", Day("2025-07-15"), "RD", Name("CY", number), 1, "U6CF", "N", [E(1_520_000)], "1", "XACA", "XAFB", "C"));
        s.Do(new RecordChanges(Rows(
        [
            .. Enumerable.Range(1, 20).Select(n => Internal("RM", Name("CY", n), 1, 1_380_000, "U6CF", "T", "OP-1")),
            .. Enumerable.Range(1, 60).Select(n => Internal("RP", Name("FA", n), 1, 460_000, "EASF", "M", "OP-1")),
            Internal("RM", "SCRAP", 1, 15_000, "SNDF", "T", "OP-2"), Internal("RP", "WASTE", 200, 15_000, "AMDW", "M", "OP-2"),
        ])));
        s.Do(new RecordChanges(Rows(
        [
            .. Enumerable.Range(1, 60).Select(n => new InventoryChange("XAFB", Day("2026-02-01"), "SD", Name("FA", n), 1, "EASF", "T",
                [E(460_000)], "2", "XAFB", "XARA")),
            new InventoryChange("XAFB", Day("2026-03-02"), "TW", "WASTE", 200, "AMDW", "T", [E(15_000)], "3", Consent: "arrangement 3"),
        ])));
        s.Do(new TakeInventory("XAFB", Pit, Rows(
        [
            .. Batches("US", 6, 1, 1_520_000, "A", "U6CF"), .. Powder(), Item("SCR", 43, 215_000, "C", "SNDF"),
        ])));
        s.Do(new CloseBalance("XAFB", Pit));
        return s;
    }

    public static MeasurementMethod Method(string code, MeasuredQuantity measures, decimal random, decimal systematic,
        string kmps, string descriptions, bool perItem = false) =>
        new("XAFB", code, code, code, measures, random, systematic, "worked example", Start, [.. kmps.Select(c => $"{c}")],
            descriptions.Split(' '), perItem);

    private static void Register(Scenario s)
    {
        s.Do(Method("SCALE-A", MeasuredQuantity.Bulk, 0.05m, 0.05m, "1A", "U6CF", perItem: true));
        s.Do(Method("SCALE-B", MeasuredQuantity.Bulk, 0.05m, 0.05m, "B", "PHDF", perItem: true));
        s.Do(Method("SCALE-C", MeasuredQuantity.Bulk, 0.05m, 0.05m, "23", "EASF", perItem: true));
        s.Do(Method("LAB-G", MeasuredQuantity.Element, 0, 0.05m, "123AB", "U6CF PHDF EASF"));
        s.Do(Method("SAMPLE-UF6", MeasuredQuantity.Sampling, 0.05m, 0, "1A", "U6CF"));
        s.Do(Method("SAMPLE-PO", MeasuredQuantity.Sampling, 0.15m, 0, "B", "PHDF"));
        s.Do(Method("SAMPLE-FA", MeasuredQuantity.Sampling, 0.1m, 0, "23", "EASF"));
        s.Do(Method("NDA-SCRAP", MeasuredQuantity.Nda, 5, 2, "C", "SNDF", perItem: true));
        s.Do(Method("NDA-WASTE", MeasuredQuantity.Nda, 25, 10, "3", "AMDW", perItem: true));
    }

    // 122 drums in 12 batches: two of them hold eleven.
    private static IEnumerable<InventoryItem> Powder()
    {
        var rest = 2_443_200m;
        for (var n = 1; n <= 12; n++)
        {
            var drums = n <= 2 ? 11 : 10;
            var weight = n == 12 ? rest : decimal.Round(2_443_200m * drums / 122);
            rest -= weight;
            yield return Item(Name("PW", n), drums, weight, "B", "PHDF");
        }
    }

    private static IEnumerable<InventoryItem> Batches(string prefix, int count, int items, decimal grams, string kmp, string form) =>
        Enumerable.Range(1, count).Select(n => Item(Name(prefix, n), items, grams, kmp, form));

    private static InventoryItem Item(string batch, int items, decimal grams, string kmp, string form) =>
        new(batch, kmp, items, form, "M", [E(grams)]);

    private static InventoryChange Internal(string code, string batch, int items, decimal grams, string form, string basis, string operation) =>
        new("XAFB", Day("2026-01-10"), code, batch, items, form, basis, [E(grams)], "3", Operation: operation);

    private static Weight E(decimal grams) => Weight.Enriched(G(grams), G(decimal.Round(grams * 0.044m, 6)));

    private static string Name(string prefix, int number) => prefix + number.ToString("D2", CultureInfo.InvariantCulture);

    private static List<FileRow<T>> Rows<T>(IReadOnlyList<T> values) where T : class =>
        [.. values.Select((value, at) => new FileRow<T>(at + 2, value))];
}
