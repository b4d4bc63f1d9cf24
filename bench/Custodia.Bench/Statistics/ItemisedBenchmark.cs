using System.Globalization;
using Custodia.Statistics.Itemised;
using Custodia.Statistics.Verification;

namespace Custodia.Bench.Statistics;

/// <summary>
/// σ_MUF of an inventory of a million items, each with the name of its measurement and of its sample, half of it there at both ends; the reference
/// is one plain pass over the masses. Beside it the sample size of a stratum of a million items.
/// </summary>
internal static class ItemisedBenchmark
{
    private const int Items = 1_000_000;
    private const double MostSeconds = 0.5;

    internal static void Run()
    {
        ErrorSource[] sources = [new("scale", SourceKind.Bulk, 0.0005, 0.0005), new("laboratory", SourceKind.Analysis, 0.001, 0.0005)];
        SourceUse[] uses = [new("scale"), new("laboratory")];
        Stratum[] strata =
        [
            new("PB", BalancePart.Opening, uses) { Items = Inventory("before") },
            new("PE", BalancePart.Closing, uses) { Items = Inventory("after") },
        ];
        var seconds = new List<double>();
        Rounds.Compare($"sigma_MUF of {Items} items", null, () =>
        {
            seconds.Add(Rounds.Time(() => Check(ItemisedBalance.Evaluate(sources, strata).Value!)));
            return seconds[^1];
        }, () => Rounds.Time(() => Plain(strata)));
        // The first round only warms up.
        var median = Rounds.Median(seconds[1..]);
        Rounds.Print($"   target {MostSeconds} s {(median <= MostSeconds ? "met" : "MISSED")}; limit: one look-up of a name for each item and pass");
        var sizing = Rounds.Time(() => SampleSize.Smallest(Items, 1_000, 0.95m)) + Rounds.Time(() => SampleSize.Smallest(Items, 1_000, 0.95m, 0.9m));
        Rounds.Print($"sample size of {Items} items, exact and with identification 0.9: {sizing * 1000:0.0} ms");
    }

    // Half of the items of each end are weighed once for both; ten items share a sample.
    private static MeasuredItem[] Inventory(string end) =>
    [
        .. Enumerable.Range(0, Items / 2).Select(i => new MeasuredItem(10 + (i % 7),
            string.Create(CultureInfo.InvariantCulture, $"{(i % 2 == 0 ? "both" : end)}-{i:0000000}"),
            string.Create(CultureInfo.InvariantCulture, $"{end}-batch-{i / 10:000000}"))),
    ];

    private static void Check(ItemisedResult result)
    {
        if (result.Strata.Sum(stratum => stratum.StaticItems) != Items / 2)
            throw new InvalidOperationException("Half of the items should cancel.");
    }

    private static void Plain(Stratum[] strata)
    {
        var (sum, squares) = (0.0, 0.0);
        foreach (var stratum in strata)
        {
            foreach (ref readonly var item in stratum.Items.Span)
            {
                sum += stratum.Sign * item.Mass;
                squares += item.Mass * item.Mass;
            }
        }
        if (sum > squares)
            throw new InvalidOperationException("Masses are at least 10.");
    }
}
