using Custodia.Statistics.Balances;
using Custodia.Statistics.Linear;
using Custodia.Statistics.Sequential;

namespace Custodia.Bench.Statistics;

/// <summary>From readings to all statistics of a sequence.</summary>
internal static class BalanceBenchmark
{
    private static double _kept;

    public static void Run()
    {
        var year = BenchArea.Of(365, 39_000, 1);
        StatisticsBenchmarks.Against("365 daily balances, 39,000 readings, one element", 0.030, () => Evaluate(year),
            ("one plain pass over the readings", () => Pass(year)), ("our Cholesky factor of that V alone", Cholesky(year)),
            ("a Cholesky factor of that V as in a textbook", TextbookCholesky(year)));
        var five = BenchArea.Of(121, 39_000, 5);
        StatisticsBenchmarks.Against("121 balances, 39,000 readings of five elements each", 0.015, () => Evaluate(five),
            ("one plain pass over the readings", () => Pass(five)));
    }

    public static void RunAppend()
    {
        var grown = BenchArea.Of(1_001, 40_000, 1);
        var earlier = BalanceSequence.Evaluate(
            grown with { Dates = BalanceDates.At([.. Enumerable.Range(0, 1_001).Select(i => 24.0 * i)]) }, new())[0];
        StatisticsBenchmarks.Against("one balance more after 1,000, with 40,000 readings", 0.005,
            () => Keep(BalanceSequence.Evaluate(BalanceStructure.Of(grown, new()), 0, earlier)),
            ("all 1,001 from nothing", () => Evaluate(grown)));
    }

    public static void RunLong()
    {
        var area = BenchArea.Of(10_000, 200_000, 1);
        var time = Rounds.Time(() => Evaluate(area));
        Rounds.Print($"10,000 balances of ten locations: {time:0.0} s; limit 60 s {(time <= 60 ? "met" : "MISSED")}");
        var memory = StatisticsBenchmarks.PeakMemory();
        Rounds.Print($"  memory {memory} MiB; limit 2048 MiB {(memory <= 2048 ? "met" : "MISSED")}");
    }

    private static void Evaluate(BalanceCase of)
    {
        foreach (var sequence in BalanceSequence.Evaluate(of, new()))
            Keep(sequence);
    }

    // Page's test and GEMUF V5B3 are worked out when asked for.
    private static void Keep(BalanceSequence sequence) => _kept += sequence.GemufV1[^1] + sequence.Page().Upper[^1]
        + SmoothedGemuf.Statistics(MufSequence.Of(sequence.Factor, sequence.Muf.AsSpan()))[SmoothedGemuf.Border];

    private static void Pass(BalanceCase of)
    {
        var sum = 0.0;
        foreach (var at in of.Locations)
            foreach (var masses in at.Masses)
                foreach (var mass in masses.Span)
                    sum += mass;
        _kept += sum;
    }

    private static Action Cholesky(BalanceCase of)
    {
        var covariance = BalanceSequence.Evaluate(of, new())[0].Covariance;
        return () => new CholeskyFactor().TryAppend(covariance, out _);
    }

    private static Action TextbookCholesky(BalanceCase of)
    {
        var covariance = BalanceSequence.Evaluate(of, new())[0].Covariance;
        return () =>
        {
            var l = new double[covariance.Count][];
            for (var i = 0; i < l.Length; i++)
            {
                l[i] = covariance.Row(i).ToArray();
                for (var j = 0; j <= i; j++)
                {
                    for (var k = 0; k < j; k++)
                        l[i][j] -= l[i][k] * l[j][k];
                    l[i][j] = j == i ? Math.Sqrt(l[i][i]) : l[i][j] / l[j][j];
                }
            }
            _kept += l[^1][^1];
        };
    }
}
