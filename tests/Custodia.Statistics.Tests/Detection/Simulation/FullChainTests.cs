using Custodia.Statistics.Balances;
using Custodia.Statistics.Detection;
using Custodia.Statistics.Detection.Simulation;
using Custodia.Statistics.Sequential;
using Custodia.Statistics.Tests.Balances;

namespace Custodia.Statistics.Tests.Detection.Simulation;

public sealed class FullChainTests
{
    // Rates that cross balance dates, a scale shared by flows, calibrations inside periods, additive errors, an item that stays.
    private static readonly BalanceCase Everything = Areas.Case(BalanceDates.Every(10),
        [
            new("scale", 0.003, 0.002, 0.01, 0.02) { Calibrations = [17] },
            new("flow", 0.01, 0.005),
            new("assay", 0.004, 0.003) { Calibrations = [10, 25] },
        ],
        new(new("in", LocationKind.Input, FlowType.Continuous, ["flow"]),
            new double[] { 0, 4, 9, 12, 18, 23, 29, 33, 40 }, [new double[] { 1, 1.2, 0.9, 1, 1.1, 1, 0.8, 1, 1 }]),
        new(new("in-items", LocationKind.Input, FlowType.Discrete, ["scale", "assay"]),
            new double[] { 2, 8, 14, 19, 22, 31 }, [new double[] { 3, 2, 4, 3, 5, 4 }]),
        new(new("out", LocationKind.Output, FlowType.Discrete, ["scale", "assay"]),
            new double[] { 5, 15, 25, 35, 36 }, [new double[] { 14, 16, 13, 8, 5 }]),
        new(new("store", LocationKind.Inventory, null, ["assay"]),
            new double[] { 0, 0, 10, 20, 20, 30, 40 }, [new double[] { 10, 9, 20, 12, 9, 22, 21 }])
        { Measurements = ["a", "b", "c", "d", "b", "e", "f"] });

    public static TheoryData<string> Cases => ["worked", "tiny", "nrt", "everything", "additive"];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Drawn_balances_have_the_covariance_that_the_evaluation_says(string name)
    {
        const int Replicates = 40_000;
        var sequence = Case(name).Evaluate();
        var n = sequence.Count;
        var (draw, numbers) = (new FullChain(sequence, new double[n], estimatesCovariance: false).Begin(), new NormalStream(1, 0, 0));
        var products = new double[n, n];
        for (var replicate = 0; replicate < Replicates; replicate++)
        {
            var muf = draw.Next(numbers).Muf;
            for (var i = 0; i < n; i++)
                for (var j = 0; j <= i; j++)
                    products[i, j] += muf[i] * muf[j];
        }
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var v = sequence.Covariance;
                var error = Math.Sqrt(((v[i, i] * v[j, j]) + (v[i, j] * v[i, j])) / Replicates);
                Assert.Equal(v[i, j], products[i, j] / Replicates, 4.5 * error);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Estimated_from_readings_that_hardly_err_the_covariance_is_that_of_the_evaluation(string name)
    {
        var given = Case(name);
        var exact = (given with
        {
            Methods = [.. given.Methods.Select(method => method with
            {
                RelativeRandom = 1e-9 * method.RelativeRandom,
                RelativeSystematic = 1e-9 * method.RelativeSystematic,
                AdditiveRandom = 1e-9 * method.AdditiveRandom,
                AdditiveSystematic = 1e-9 * method.AdditiveSystematic,
            })],
        }).Evaluate();
        var drawn = new FullChain(exact, new double[exact.Count]).Begin().Next(new(2, 0, 0));
        for (var i = 0; i < exact.Count; i++)
            for (var j = 0; j <= i; j++)
                Assert.Equal(exact.Factor.Row(i)[j], drawn.Factor.Row(i)[j], 1e-8 * exact.Sigma[i]);
        Areas.Equal([.. exact.SigmaCumuf.Select(sigma => sigma / exact.SigmaCumuf[0])],
            [.. drawn.SigmaCumuf.ToArray().Select(sigma => sigma / exact.SigmaCumuf[0])], 1e-7);
    }

    [Fact]
    public void The_covariance_of_a_history_is_that_of_the_readings_that_were_drawn()
    {
        const double R = 0.2, S = 0.3, A = 4;
        var drawn = new FullChain(Areas.Case(BalanceDates.Every(1), [new("store", R, S, A)],
                Areas.At("store", LocationKind.Inventory, [0, 1, 2], [50, 40, 30])).Evaluate(new() { IsOpeningExact = true }), new double[2])
            .Begin().Next(new(3, 0, 0));
        // The balances are the errors: the first reading closes one period and opens the other.
        var (first, second) = (40 - drawn.Muf[0], 30 - drawn.Muf[0] - drawn.Muf[1]);
        var v = (R * R * first * first + A * A + S * S * first * first, -R * R * first * first - A * A - S * S * first * (first - second),
            R * R * (first * first + second * second) + 2 * A * A + S * S * (first - second) * (first - second));
        var l = drawn.Factor;
        Assert.Equal(v.Item1, l.Row(0)[0] * l.Row(0)[0], 1e-9);
        Assert.Equal(v.Item2, l.Row(0)[0] * l.Row(1)[0], 1e-9);
        Assert.Equal(v.Item3, l.Row(1)[0] * l.Row(1)[0] + l.Row(1)[1] * l.Row(1)[1], 1e-9);
        Assert.True(Math.Abs(first - 40) > 1 && Math.Abs(second - 30) > 1);
    }

    [Fact]
    public void Each_history_has_the_deviation_of_cumuf_of_its_own_covariance()
    {
        var (draw, numbers) = (new FullChain(Everything.Evaluate(), new double[4]).Begin(), new NormalStream(6, 0, 0));
        var firsts = new List<double>();
        for (var history = 0; history < 3; history++)
        {
            var drawn = draw.Next(numbers);
            firsts.Add(drawn.SigmaCumuf[0]);
            Assert.Equal(drawn.Factor.Diagonal(0), drawn.SigmaCumuf[0], 1e-12);
        }
        Assert.Equal(3, firsts.Distinct().Count());
    }

    [Fact]
    public void The_full_chain_verifies_the_short_one()
    {
        var sequence = Areas.NearRealTime.Evaluate();
        var options = new SimulationOptions { Seed = 12, Replicates = 40_000 };
        double[] loss = [0, 100, 150, 150, 0, 0];
        SequenceScore[] tests = [new PageScore(), new ShewhartScore(), new CumufScore(), new GemufScore()];
        var battery = TestBattery.Calibrate(tests, 0.05, AlphaSharing.Split, new ShortChain(sequence.Factor, 6), options);
        var first = BatteryPower.Sample(battery, new ShortChain(sequence.Factor, loss), options);
        foreach (var source in new[] { new FullChain(sequence, loss, estimatesCovariance: false), new FullChain(sequence, loss, 1) })
        {
            var full = BatteryPower.Sample(battery, source, options with { Seed = 13 });
            Assert.Equal(source.Name, full.Simulation!.Source);
            // The errors of a percent that V has when it is estimated are within the sampling error too.
            Assert.All(first.Tests.Zip(full.Tests), pair => Assert.Equal(pair.First.Detection.Value, pair.Second.Detection.Value,
                4 * (pair.First.Detection.StandardError + pair.Second.Detection.StandardError)));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_loss_from_anywhere_is_missing_from_the_balance(int? from)
    {
        const int Replicates = 20_000;
        var sequence = Areas.NearRealTime.Evaluate();
        double[] loss = [0, 200, 0, 400, 100, 0];
        var (draw, numbers, sums) = (new FullChain(sequence, loss, from).Begin(), new NormalStream(4, 0, 0), new double[6]);
        for (var replicate = 0; replicate < Replicates; replicate++)
        {
            var muf = draw.Next(numbers).Muf;
            for (var i = 0; i < 6; i++)
                sums[i] += muf[i];
        }
        for (var i = 0; i < 6; i++)
            Assert.Equal(loss[i], sums[i] / Replicates, 4.5 * sequence.Sigma[i] / Math.Sqrt(Replicates));
    }

    [Fact]
    public void What_is_taken_from_an_inventory_is_measured_no_more()
    {
        // Half of the store is lost in the first period: its random error halves from then on.
        var given = Areas.Case(BalanceDates.Every(1), [new("store", 0.01, 0)],
            Areas.At("store", LocationKind.Inventory, [0, 1, 2], [100, 100, 100])).Evaluate();
        var (draw, numbers, squares) = (new FullChain(given, [50, 0], 0, false).Begin(), new NormalStream(4, 0, 0), 0.0);
        for (var replicate = 0; replicate < 20_000; replicate++)
            squares += Math.Pow(draw.Next(numbers).Muf[1], 2);
        Assert.Equal(0.5, squares / 20_000, 0.5 * 4.5 * Math.Sqrt(2.0 / 20_000));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void The_result_is_the_same_to_the_last_bit_for_any_number_of_threads(int threads)
    {
        Assert.Equal(Run(1), Run(threads));

        static string Run(int threads)
        {
            var sequence = Everything.Evaluate();
            var options = new SimulationOptions { Seed = 8, Replicates = 3_300, Threads = threads };
            SequenceScore[] tests = [new PageScore(), new CumufScore()];
            var battery = TestBattery.Calibrate(tests, 0.05, AlphaSharing.Joint, new FullChain(sequence, new double[4]), options);
            var power = BatteryPower.Sample(battery, new FullChain(sequence, [0, 1, 1, 0], 3), options);
            return string.Join(' ', [
                .. battery.Tests.Select(test => $"{test.Threshold.Value:R}"), .. power.Battery!.FirstAlarm.ByPeriod.Select(p => $"{p:R}"),
            ]);
        }
    }

    [Fact]
    public void What_cannot_be_drawn_is_refused()
    {
        var sequence = Areas.NearRealTime.Evaluate();
        Assert.Throws<ArgumentOutOfRangeException>(() => new FullChain(sequence, [1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FullChain(sequence, new double[6], 3));
        // Neither from an input, nor more than is there.
        Assert.Throws<ArgumentException>(() => new FullChain(sequence, new double[6], 0));
        Assert.Throws<ArgumentException>(() => new FullChain(sequence, [0, 0, 4000, 0, 0, 0], 2));
        Assert.Throws<ArgumentException>(() => new FullChain(sequence, [0, 0, 12000, 0, 0, 0], 1));
        Assert.Throws<ArgumentException>(() => new FullChain(
            Areas.NearRealTime.Evaluate(new() { Model = RandomErrorModel.Total }), new double[6]));
        var singular = Areas.Case(BalanceDates.Every(1), [new("store", 0, 0.01)],
            Areas.At("store", LocationKind.Inventory, [0, 1, 2], [100, 90, 70])).Evaluate();
        Assert.Throws<ArgumentException>(() => new FullChain(singular, new double[2]));
    }

    private static BalanceCase Case(string name) => name switch
    {
        "worked" => Areas.Worked,
        "tiny" => Areas.Tiny,
        "nrt" => Areas.NearRealTime,
        "additive" => Areas.NearRealTime with
        {
            Methods = [new("in", 1e-4, 0, 30, 20), new("out", 0, 1e-4, 40, 10), new("inventory", 1e-4, 1e-4, 25, 15)],
        },
        _ => Everything,
    };
}
