using Custodia.Books;
using Custodia.Materials;
using Custodia.Materials.Ledger;
using Custodia.Materials.Queries;
using Custodia.Materials.Structure;
using Custodia.Materials.Tables;
using Custodia.Quantities;

namespace Custodia.Bench.Materials;

/// <summary>
/// Search by name over a million lines, each of a batch of its own: on one thread, against a scan of the batches' names.
/// </summary>
internal static class FindBenchmark
{
    private const int Lines = 1_000_000;
    private const int Size = 20;
    private const int MostMilliseconds = 100;

    private static readonly DateOnly Start = new(2015, 1, 1);

    internal static void Run() => BenchBook.Ask(Facts(), (book, now) =>
    {
        Compare(book, "one name by a part of it", "-0987654", now);
        Compare(book, "no name", "QQ", now);
        Compare(book, "every name by its beginning", "CYL", now);
        Compare(book, "every name, of which the day sees none", "CYL", now with { AsOf = Start });
    });

    private static void Compare(MaterialsBook book, string name, string text, View view)
    {
        var seconds = new List<double>();
        Rounds.Compare($"find {name} among {Lines}", null, () =>
        {
            seconds.Add(Rounds.Time(() => Finds.Ask(book, new FindQuery(text, Size), view)));
            return seconds[^1];
        }, () => Rounds.Time(() => Scan(book, text, view)));
        // The first round only warms up.
        var (median, slowest) = (Rounds.Median(seconds[1..]) * 1000, seconds[1..].Max() * 1000);
        Rounds.Print($"   target {MostMilliseconds} ms {(median <= MostMilliseconds ? "met" : "MISSED")}; slowest {slowest:0.0} ms");
    }

    private static List<Batch> Scan(MaterialsBook book, string text, View view) =>
    [
        .. book.Mbas.Values.SelectMany(ledger => ledger.Batches.Values)
            .Where(batch => batch.Name.Contains(text, StringComparison.OrdinalIgnoreCase)
                && batch.Postings.Any(posting => view.Sees(posting.Sequence, posting.Day)))
            .OrderBy(batch => batch.Name, StringComparer.Ordinal).Take(Size),
    ];

    private static IEnumerable<Fact> Facts()
    {
        yield return new StateNamed("XB", "Benchmark", "基準");
        yield return new CodeTablesAdopted(CodeTablesFile.Shipped);
        yield return new FacilityRegistered(new("XB-F", "Plant", "廠", FacilityKind.Fabrication, Start));
        string[] mbas = ["XBFA", "XBFB", "XBFC", "XBFD"];
        foreach (var mba in mbas)
        {
            yield return new MbaRegistered(new(mba, "XB-F", mba, mba, AccountingKind.Bulk, 5m, Start));
            yield return new BookOpened(mba, Start, 0);
        }

        IReadOnlyList<Weight> weights = [Weight.Enriched(Mass.FromGrams(400_000), Mass.FromGrams(17_600))];
        for (var line = 0; line < Lines; line++)
        {
            yield return new InventoryChanged(new(mbas[line % mbas.Length], Start.AddDays(1 + (line / 400)), "RF",
                FormattableString.Invariant($"CYL-{line:0000000}"), 1, "U6CF", "M", weights, "1", "FR", "FR"), null, null);
        }
    }
}
