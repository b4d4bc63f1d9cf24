using Custodia.Books;
using Custodia.Journal;
using Custodia.Materials;

namespace Custodia.Bench.Materials;

/// <summary>
/// Opening a journal of a million entries with the materials book over it: every byte verified, every fact folded.
/// </summary>
internal static class ReplayBenchmark
{
    private const int Entries = 1_000_000;
    private const int TargetPerSecond = 250_000;

    internal static void Run()
    {
        var folder = Directory.CreateTempSubdirectory("custodia-bench-").FullName;
        try
        {
            BenchBook.Write(folder, PlantFacts.Of(operationsADay: 40).Take(Entries));
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
}
