using Custodia.Books;
using Custodia.Journal;
using Custodia.Materials;
using Custodia.Materials.Ledger;
using Custodia.Materials.Structure;
using Custodia.Materials.Tables;
using Custodia.Quantities;

namespace Custodia.Bench.Materials;

/// <summary>
/// Opening a journal of a million entries with the materials book over it: every byte verified, every fact folded.
/// </summary>
internal static class ReplayBenchmark
{
    private const int Entries = 1_000_000;
    private const int TargetPerSecond = 250_000;

    private static readonly DateOnly Start = new(2015, 1, 1);

    internal static void Run()
    {
        var folder = Directory.CreateTempSubdirectory("custodia-bench-").FullName;
        try
        {
            BenchBook.Write(folder, Facts().Take(Entries));
            var plain = new List<double>();
            var folded = new List<double>();
            var bytesPerEntry = 0.0;
            for (var round = 0; round < 4; round++)
            {
                plain.Add(Rounds.Time(() => BenchBook.Open(folder, null).Dispose()));
                GC.Collect();
                var before = GC.GetTotalMemory(true);
                using var book = new MaterialsBook();
                using var node = new Node([book]);
                FileStore? store = null;
                folded.Add(Rounds.Time(() =>
                {
                    store = BenchBook.Open(folder, node.Fold);
                    node.Start(store, new JournalOptions(), TimeProvider.System);
                }));
                if (book.Fault is { } fault)
                    throw new InvalidOperationException(fault.ToString());
                bytesPerEntry = (GC.GetTotalMemory(true) - before) / (double)Entries;
                GC.KeepAlive(node);
                store!.Dispose();
            }

            var seconds = Rounds.Median(folded[1..]);
            var reference = Rounds.Median(plain[1..]);
            var verdict = Entries / seconds >= TargetPerSecond ? "met" : "MISSED";
            Rounds.Print($"3. verified replay of {Entries} entries into the materials book: {seconds:0.00} s");
            Rounds.Print($"   {Entries / seconds:0} entries/s; target {TargetPerSecond} {verdict}; {bytesPerEntry:0} bytes of memory per entry");
            Rounds.Print($"   verification alone {reference:0.00} s, ratio {reference / seconds:0.00}");
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    /// <summary>A plant that receives, rebatches and ships: four lines an operation, forty operations a day.</summary>
    private static IEnumerable<Fact> Facts()
    {
        yield return new StateNamed("XB", "Benchmark", "基準");
        yield return new CodeTablesAdopted(CodeTablesFile.Shipped);
        yield return new FacilityRegistered(new("XB-F", "Plant", "廠", FacilityKind.Fabrication, Start));
        foreach (var mba in new[] { "XBFA", "XBFB", "XBFC", "XBFD" })
        {
            yield return new MbaRegistered(new(mba, "XB-F", mba, mba, AccountingKind.Bulk, 5m, Start));
            yield return new BookOpened(mba, Start, 0);
        }

        for (var operation = 0; ; operation++)
        {
            var mba = "XBF" + (char)('A' + (operation % 4));
            var day = Start.AddDays(1 + (operation / 40));
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
