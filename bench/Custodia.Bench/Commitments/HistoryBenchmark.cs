using System.Text.Json;
using Custodia.Bench.Materials;
using Custodia.Books;
using Custodia.Books.Access;
using Custodia.Commitments;
using Custodia.Commitments.Queries;
using Custodia.Journal;
using Custodia.Materials;
using Custodia.Materials.Ledger;
using Custodia.Quantities;

namespace Custodia.Bench.Commitments;

/// <summary>
/// All 89 indicators at the ends of 120 months, over a journal of a million entries that spans ten years: cold, and again after
/// one more entry, which must give what a book that kept nothing gives. The reference reads every posting of the ledger once.
/// </summary>
internal static class HistoryBenchmark
{
    private const int Entries = 1_000_000;
    private const int Months = 120;
    private const int ColdSeconds = 10;
    private const int AfterMilliseconds = 200;

    private static readonly DateOnly Day = PlantFacts.Start.AddYears(10);

    internal static async Task Run()
    {
        var folder = Directory.CreateTempSubdirectory("custodia-bench-").FullName;
        try
        {
            BenchBook.Write(folder, PlantFacts.Of(operationsADay: 69).Take(Entries));
            var (cold, after, reference) = (new List<double>(), new List<double>(), new List<double>());
            for (var round = 0; round < 3; round++)
                await Measure(folder, cold, after, reference);
            var (first, next, plain) = (Rounds.Median(cold), Rounds.Median(after), Rounds.Median(reference));
            Rounds.Print($"all 89 indicators over {Months} months of {Entries} entries: {first:0.00} s cold");
            Rounds.Print($"   target {ColdSeconds} s {(first <= ColdSeconds ? "met" : "MISSED")}");
            Rounds.Print($"   one plain reading of all postings {plain:0.000} s, ratio {plain / first:0.000}");
            var isMet = next * 1000 <= AfterMilliseconds;
            Rounds.Print($"   after one more entry {next * 1000:0} ms; target {AfterMilliseconds} ms {(isMet ? "met" : "MISSED")}");
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private static async Task Measure(string folder, List<double> cold, List<double> after, List<double> reference)
    {
        using var materials = new MaterialsBook();
        using var book = new CommitmentsBook([materials]);
        using var node = new Node([materials, book]);
        using var store = BenchBook.Open(folder, node.Fold);
        node.Start(store, new JournalOptions(), TimeProvider.System);
        if (materials.Fault is { } fault)
            throw new InvalidOperationException(fault.ToString());
        reference.Add(Rounds.Time(() => Postings(materials)));
        cold.Add(Rounds.Time(() => History(book, node)));
        var line = new InventoryChange("XBFA", Day, "RF", $"NEW{node.Count}", 1, "U6CF", "M",
            [Weight.Enriched(Mass.FromGrams(400_000), Mass.FromGrams(17_600))], "1", "FR", "FR");
        var definition = materials.Catalogue.Commands.Single(command => command.Input == typeof(InventoryChange));
        var outcome = await node.Execute(materials, definition, line, Caller.House("bench"), Guid.NewGuid());
        if (outcome is Outcome.Refused refused)
            throw new InvalidOperationException(string.Join(", ", refused.Refusals.Select(refusal => refusal.Code)));
        var kept = "";
        after.Add(Rounds.Time(() => kept = History(book, node)));
        using var anew = new CommitmentsBook([materials]);
        if (kept != History(anew, node))
            throw new InvalidOperationException("What was kept is not what is worked out anew.");
    }

    private static string History(CommitmentsBook book, Node node) => JsonSerializer.Serialize(
        Node.Ask<CommitmentsBook, Histories>(book, found => Measures.Ask(found, new HistoriesQuery(Day, Months), new View(node.Count, Day))).Value,
        FaceJson.Options);

    private static long Postings(MaterialsBook book)
    {
        long sum = 0;
        foreach (var ledger in book.Mbas.Values)
        {
            foreach (var batch in ledger.Batches.Values)
            {
                foreach (var posting in batch.Postings)
                    sum += posting.Items;
            }
        }

        return sum;
    }
}
