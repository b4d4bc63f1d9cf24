using Custodia.Books;
using Custodia.Materials;
using Custodia.Materials.Evaluation;
using Custodia.Materials.Ledger;
using Custodia.Materials.Measurement;
using Custodia.Materials.Structure;
using Custodia.Materials.Tables;
using Custodia.Quantities;

namespace Custodia.Bench.Materials;

/// <summary>
/// The evaluation of an MBA of 27,000 lines and 60 monthly balances from its ledger: worked out, against asked again, as the list on
/// its page asks after the page.
/// </summary>
internal static class EvaluationBenchmark
{
    private const int Months = 60;
    private const int Batches = 150;

    private static readonly DateOnly Start = new(2015, 1, 1);
    private static readonly MaterialCode Enriched = new('E', 'G');

    internal static void Run() => BenchBook.Ask(Facts(), (book, view) =>
    {
        var query = new BalanceEvaluationQuery("XBFA", Enriched);
        // Another reference value each time: nothing is known of it yet.
        Rounds.Compare($"evaluation of {Months * Batches * 3} lines, asked again", null, () => Rounds.Time(() => Ask(book, query, view)),
            () => Rounds.Time(() => Ask(book, query = query with { K = query.K + 0.001m }, view)));
    });

    private static void Ask(MaterialsBook book, BalanceEvaluationQuery query, View view)
    {
        var answer = BalanceEvaluations.Ask(book, query, view);
        if (!answer.IsGiven || answer.Value.Periods.Count != Months)
            throw new InvalidOperationException(string.Join("; ", answer.Refusals));
    }

    private static IEnumerable<Fact> Facts()
    {
        yield return new StateNamed("XB", "Benchmark", "基準");
        yield return new CodeTablesAdopted(CodeTablesFile.Shipped);
        yield return new FacilityRegistered(new("XB-F", "Plant", "廠", FacilityKind.Fabrication, Start));
        yield return new MbaRegistered(new("XBFA", "XB-F", "XBFA", "XBFA", AccountingKind.Bulk, 5m, Start));
        foreach (var (kmp, kind) in new[] { ("1", KmpKind.Flow), ("A", KmpKind.Inventory) })
            yield return new KmpRegistered(new("XBFA", kmp, kind, "Dock", "收發", Start));
        yield return new BookOpened("XBFA", Start, 0);
        yield return new MethodRegistered(Method("SCALE", MeasuredQuantity.Bulk, 0.05m));
        yield return new MethodRegistered(Method("LAB", MeasuredQuantity.Element, 0.1m));
        var random = new Random(1);
        for (var month = 0; month < Months; month++)
        {
            var day = Start.AddMonths(month).AddDays(7);
            var pit = Start.AddMonths(month + 1);
            for (var batch = 0; batch < Batches; batch++)
            {
                yield return Line("RF", $"C{month}-{batch}", day, random);
                if (month > 0)
                    yield return Line("SF", $"C{month - 1}-{batch}", day, random);
            }

            for (var batch = 0; batch < Batches; batch++)
                yield return new InventoryItemListed("XBFA", pit, new($"C{month}-{batch}", "A", 1, "U6CF", "M", [About(random)]), null);
            yield return new InventoryTaken("XBFA", pit, Batches);
            yield return new BalanceClosed("XBFA", month == 0 ? Start : Start.AddMonths(month).AddDays(1), pit, [], null);
        }
    }

    private static InventoryChanged Line(string code, string batch, DateOnly day, Random random) =>
        new(new("XBFA", day, code, batch, 1, "U6CF", "M", [About(random)], "1", "FR", "FR"), null, null);

    private static Weight About(Random random) => Weight.Enriched(Mass.FromGrams(400_000 + random.Next(-400, 400)), Mass.FromGrams(17_600));

    private static MeasurementMethod Method(string code, MeasuredQuantity measures, decimal percent) =>
        new("XBFA", code, code, code, measures, percent, percent / 2, "benchmark", Start, ["1", "A"]);
}
