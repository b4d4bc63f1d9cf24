using Custodia.Statistics.Balances;
using Custodia.Statistics.Detection;
using Custodia.Statistics.Detection.Simulation;
using Custodia.Statistics.Sequential;

namespace Custodia.Bench.Statistics;

/// <summary>
/// Thresholds by quadrature, the short chain, and the full chain on 20 periods with 2,000 readings on one thread and on two. The
/// references: as many plain products, one after the other, as the quadrature needs, and as many normal numbers as the histories have readings, drawn
/// and dropped.
/// </summary>
internal static class DetectionBenchmark
{
    private const int Periods = 20;
    private const int ReadingsAPeriod = 100;
    private const int Histories = 50_000;
    private const int HistoriesASecond = 50_000;

    // How many thresholds the search for one tries, counted for these two.
    private const int Trials = 11;

    internal static void Run()
    {
        Thresholds();
        var sequence = BalanceSequence.Evaluate(Plant(), new())[0];
        ShortChains(sequence);
        FullChains(sequence);
    }

    private static void Thresholds()
    {
        var h = 0.0;
        Rounds.Compare("Page threshold over 365 periods, reference its products in a plain loop", null,
            () => Rounds.Time(() => h = PageThreshold.Of(0.05, 365)), () => Rounds.Time(() => Products(Trials * 365)));
        Rounds.Compare("Page threshold over 10,000 periods, reference its products in a plain loop", null,
            () => Rounds.Time(() => h = PageThreshold.Of(0.05, 10_000)), () => Rounds.Time(() => Products(Trials * 10_000)));
        Rounds.Print($"   h = {h:0.0000}");
    }

    private static void ShortChains(BalanceSequence sequence)
    {
        var battery = Battery(sequence);
        var source = new ShortChain(sequence.Factor, Periods);
        var options = new SimulationOptions { Replicates = Histories, Threads = 1 };
        var seconds = Rounds.Median([.. Enumerable.Range(0, 5).Select(_ => Rounds.Time(() => BatteryPower.Sample(battery, source, options)))]);
        Rounds.Print($"short chain, Page: {Histories / seconds:0} histories/s on one thread");
    }

    private static void FullChains(BalanceSequence sequence)
    {
        var battery = Battery(sequence);
        var source = new FullChain(sequence, new double[Periods]);
        var numbers = new double[source.Readings];
        Rounds.Compare($"full chain on {Periods} periods, {source.Readings} readings, V estimated; reference its random numbers alone", null,
            () => Seconds(1), () => Rounds.Time(() =>
            {
                var stream = new NormalStream(1, 1, 1);
                for (var i = 0; i < Histories; i++)
                    stream.Fill(numbers);
            }));
        var rate = Histories / Rounds.Median([.. Enumerable.Range(0, 5).Select(_ => Seconds(1))]);
        Rounds.Print($"   {rate:0} histories/s on one thread; target {HistoriesASecond} {(rate >= HistoriesASecond ? "met" : "MISSED")}");
        Rounds.Compare("   on two threads, reference one", 1.7, () => Seconds(2), () => Seconds(1));

        double Seconds(int threads) => Rounds.Time(() =>
            BatteryPower.Sample(battery, source, new() { Replicates = Histories, Threads = threads }));
    }

    private static TestBattery Battery(BalanceSequence sequence) => TestBattery.Calibrate(
        [new PageScore()], 0.05, AlphaSharing.Split, new ShortChain(sequence.Factor, Periods), new());

    // Receipts and shipments of 49 items each in a period, and two inventories.
    private static BalanceCase Plant()
    {
        const int Items = (ReadingsAPeriod / 2) - 1;
        var times = Enumerable.Range(0, Periods * Items).Select(j => (j + 0.5) / Items).ToArray();
        var masses = times.Select(time => 2 + Math.Sin(time)).ToArray();
        var dates = Enumerable.Range(0, Periods + 1).Select(i => (double)i).ToArray();
        return new("bench", "kg", "d", ["Pu"],
            [new("in", 0.003, 0.002), new("out", 0.003, 0.002), new("store", 0.01, 0.005), new("process", 0.02, 0.01)],
            [
                new(new("in", LocationKind.Input, FlowType.Discrete, ["in"]), times, [masses]),
                new(new("out", LocationKind.Output, FlowType.Discrete, ["out"]), times, [masses]),
                new(new("store", LocationKind.Inventory, null, ["store"]), dates, [dates.Select(_ => 40.0).ToArray()]),
                new(new("process", LocationKind.Inventory, null, ["process"]), dates, [dates.Select(_ => 10.0).ToArray()]),
            ],
            BalanceDates.Every(1));
    }

    private static double Products(int steps)
    {
        var (matrix, vector, sum) = (new double[61 * 61], new double[61], 0.0);
        vector.AsSpan().Fill(1e-3);
        for (var step = 0; step < steps; step++)
        {
            for (var i = 0; i < 61; i++)
            {
                var product = 0.0;
                for (var j = 0; j < 61; j++)
                    product += matrix[(i * 61) + j] * vector[j];
                sum += product;
            }
        }
        return sum;
    }
}
