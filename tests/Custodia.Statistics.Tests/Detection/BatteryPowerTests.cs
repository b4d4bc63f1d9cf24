using Custodia.Statistics.Detection;
using Custodia.Statistics.Detection.Simulation;
using Custodia.Statistics.Linear;
using Custodia.Statistics.Sequential;

namespace Custodia.Statistics.Tests.Detection;

public sealed class BatteryPowerTests
{
    private const int Periods = 10;

    private static readonly CholeskyFactor Factor = Covariances.Alike(Periods);
    private static readonly double[] Loss = [0, 0, 0.5, 1, 1, 1, 1, 0.5, 0, 0];

    private static readonly SequenceScore[] Tests =
        [new PageScore(), new ShewhartScore(), new CumufScore(), new GemufScore(), new SmoothedGemufScore(Factor, Periods)];

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void The_result_is_the_same_to_the_last_bit_for_any_number_of_threads(int threads)
    {
        Assert.Equal(Run(1), Run(threads));

        static string Run(int threads)
        {
            var options = new SimulationOptions { Seed = 9, Replicates = 5_700, Threads = threads };
            var battery = TestBattery.Calibrate(Tests, 0.05, AlphaSharing.Joint, new ShortChain(Factor, Periods), options);
            var power = BatteryPower.Of(battery, Factor, Loss, options);
            return string.Join(' ', [
                .. battery.Tests.Select(test => $"{test.Threshold.Value:R} {test.Threshold.StandardError:R}"),
                .. power.Tests.Append(power.Battery!).SelectMany(test => test.FirstAlarm.ByPeriod).Select(p => $"{p:R}"),
            ]);
        }
    }

    [Fact]
    public void Two_tests_that_share_alpha_are_one_battery_though_each_alone_is_known_without_drawing()
    {
        var factor = Covariances.Alike(4);
        var options = new SimulationOptions { Seed = 9, Replicates = 4_000 };
        var battery = TestBattery.Calibrate(
            [new PageScore(), new ShewhartScore()], 0.05, AlphaSharing.Split, new ShortChain(factor, 4), options);
        var power = BatteryPower.Of(battery, factor, [2, 2, 2, 2], options);
        Assert.All(power.Tests, test => Assert.Equal(0, test.Detection.StandardError));
        Assert.InRange(power.Battery!.Detection.Value, power.Tests.Max(test => test.Detection.Value) - 4 * power.Battery.Detection.StandardError, 1);
        Assert.Equal(4_000, power.Simulation!.Replicates);
    }

    [Fact]
    public void At_the_threshold_of_the_quadrature_false_alarms_are_as_frequent_as_asked()
    {
        var options = new SimulationOptions { Seed = 2026, Replicates = 100_000 };
        foreach (var (alpha, periods, side) in new[] { (0.05, 20, TestSide.Loss), (0.01, 52, TestSide.Loss), (0.05, 20, TestSide.Both) })
        {
            var factor = Covariances.Alike(periods);
            var page = new PageScore(0.5, side);
            var battery = TestBattery.Calibrate([page], alpha, AlphaSharing.Split, new ShortChain(factor, periods), options);
            var rate = BatteryPower.Sample(battery, new ShortChain(factor, periods), options).Tests[0].Detection;
            Assert.Equal(Math.Sqrt(rate.Value * (1 - rate.Value) / 100_000), rate.StandardError, 1e-15);
            Assert.Equal(alpha, rate.Value, 3 * rate.StandardError);
        }
    }

    [Fact]
    public void Sampled_power_agrees_with_the_exact_one_in_each_period()
    {
        var options = new SimulationOptions { Seed = 5, Replicates = 100_000 };
        var battery = TestBattery.Calibrate(
            [new PageScore(), new ShewhartScore()], 0.05, AlphaSharing.Split, new ShortChain(Factor, Periods), options);
        var exact = BatteryPower.Of(battery, Factor, Loss, options);
        var sampled = BatteryPower.Sample(battery, new ShortChain(Factor, Loss), options);
        foreach (var (one, other) in exact.Tests.Zip(sampled.Tests))
        {
            Assert.Equal(0, one.Detection.StandardError);
            Assert.Equal(one.Detection.Value, other.Detection.Value, 4 * other.Detection.StandardError);
            foreach (var (expected, found) in one.FirstAlarm.ByPeriod.Zip(other.FirstAlarm.ByPeriod))
                Assert.Equal(expected, found, 4 * Math.Sqrt(Math.Max(expected, 1e-4) / 100_000));
        }
    }

    [Fact]
    public void No_test_beats_the_ceiling_of_neyman_and_pearson()
    {
        var options = new SimulationOptions { Seed = 6, Replicates = 20_000 };
        var battery = TestBattery.Calibrate(Tests, 0.05, AlphaSharing.Joint, new ShortChain(Factor, Periods), options);
        var power = BatteryPower.Of(battery, Factor, Loss, options);
        Assert.All(power.Tests.Append(power.Battery!), test => Assert.True(
            test.Detection.Value < power.Ceiling + (4 * test.Detection.StandardError) + 0.01, $"{test.Name} {test.Detection} {power.Ceiling}"));
        Assert.True(power.Ceiling < 1);
    }

    [Fact]
    public void The_test_that_needs_balances_that_follow_is_known_as_late()
    {
        var options = new SimulationOptions { Seed = 6, Replicates = 2_000 };
        var battery = TestBattery.Calibrate(
            [new SmoothedGemufScore(Factor, Periods)], 0.05, AlphaSharing.Joint, new ShortChain(Factor, Periods), options);
        var first = BatteryPower.Of(battery, Factor, [9, 9, 9, 9, 9, 9, 9, 9, 9, 9], options).Tests[0].FirstAlarm;
        // Period 3 is the first with a number, and known when period 5 is closed.
        Assert.All(first.ByPeriod.Take(4), probability => Assert.Equal(0, probability));
        Assert.True(first.ByPeriod[4] > 0.5);
    }

    [Fact]
    public void The_ceiling_is_the_power_of_the_best_linear_combination()
    {
        var factor = Covariances.Factor(Covariances.Store);
        Assert.Equal(Math.Sqrt(4.126553), NeymanPearson.Distance(factor, [0.2, 0.2, 0.2]), 2e-6);
        Near.Relative(0.05, NeymanPearson.Detection(factor, [0, 0, 0], 0.05), 1e-14);
        Assert.Equal(NormalDistribution.Upper(1.6448536 - 2.0313919), NeymanPearson.Detection(factor, [0.2, 0.2, 0.2], 0.05), 1e-6);
    }

    [Fact]
    public void Another_unit_of_mass_changes_no_probability()
    {
        var grams = Covariances.Alike(Periods, 1024, 1024, 0.3 * 1024);
        double[] loss = [.. Loss.Select(mass => 1024 * mass)];
        var options = new SimulationOptions { Seed = 2, Replicates = 1_000 };
        SequenceScore[] inGrams = [new PageScore(), new CumufScore(), new SmoothedGemufScore(grams, Periods)];
        SequenceScore[] inKilograms = [new PageScore(), new CumufScore(), new SmoothedGemufScore(Factor, Periods)];
        Assert.Equal(Probabilities(inKilograms, Factor, Loss), Probabilities(inGrams, grams, loss));

        double[] Probabilities(SequenceScore[] tests, CholeskyFactor factor, double[] lost)
        {
            var battery = TestBattery.Calibrate(tests, 0.05, AlphaSharing.Split, new ShortChain(factor, Periods), options);
            return [.. BatteryPower.Of(battery, factor, lost, options).Tests.SelectMany(test => test.FirstAlarm.ByPeriod)];
        }
    }

    [Fact]
    public void The_detectable_mass_of_a_pattern_is_detected_as_often_as_asked()
    {
        var mass = NeymanPearson.DetectableMass(Factor, Loss, 0.05, 0.1);
        double[] loss = [.. Loss.Select(part => part / Loss.Sum() * mass)];
        Near.Relative(0.9, NeymanPearson.Detection(Factor, loss, 0.05), 1e-12);
        Assert.Throws<ArgumentException>(() => NeymanPearson.DetectableMass(Factor, new double[Periods], 0.05, 0.1));
    }

    [Fact]
    public void Gemuf_at_one_period_has_the_power_that_drawn_sequences_have()
    {
        const int Replicates = 50_000;
        var means = Factor.Solve(Loss);
        var (threshold, numbers, z, count) = (GemufThreshold.Of(0.05, Periods), new NormalStream(8, 0, 0), new double[Periods], 0);
        for (var replicate = 0; replicate < Replicates; replicate++)
        {
            numbers.Fill(z);
            count += z.Select((value, i) => (value + means[i]) * (value + means[i])).Sum() >= threshold ? 1 : 0;
        }
        var share = Estimate.Share(count, Replicates);
        Assert.Equal(GemufThreshold.Detection(0.05, means), share.Value, 4 * share.StandardError);
        Near.Relative(0.05, GemufThreshold.Detection(0.05, new double[Periods]), 1e-12);
    }
}
