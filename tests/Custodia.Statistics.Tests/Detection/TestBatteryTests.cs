using Custodia.Statistics.Detection;
using Custodia.Statistics.Detection.Simulation;
using Custodia.Statistics.Linear;
using Custodia.Statistics.Sequential;

namespace Custodia.Statistics.Tests.Detection;

public sealed class TestBatteryTests
{
    private const int Periods = 12;

    private static readonly CholeskyFactor Factor = Covariances.Alike(Periods);

    private static readonly SequenceScore[] Tests =
        [new PageScore(), new ShewhartScore(), new CumufScore(), new GemufScore(), new SmoothedGemufScore(Factor, Periods)];

    [Theory]
    [InlineData(AlphaSharing.Split)]
    [InlineData(AlphaSharing.Joint)]
    public void Other_random_numbers_alarm_as_often_as_alpha_allows(AlphaSharing sharing)
    {
        var options = new SimulationOptions { Seed = 42, Replicates = 50_000 };
        var battery = TestBattery.Calibrate(Tests, 0.05, sharing, new ShortChain(Factor, Periods), options);
        var power = BatteryPower.Sample(battery, new ShortChain(Factor, Periods), options with { Seed = 43 });
        // Threshold and rate both have a sampling error.
        Assert.All(power.Tests.Zip(battery.Tests), pair => Assert.Equal(
            pair.Second.Alpha, pair.First.Detection.Value, 4 * Math.Sqrt(2 * pair.Second.Alpha / options.Replicates)));
        if (sharing == AlphaSharing.Joint)
            Assert.Equal(0.05, power.Battery!.Detection.Value, 4 * Math.Sqrt(2 * 0.05 / options.Replicates));
        else
            Assert.True(power.Battery!.Detection.Value < 0.05);
    }

    [Fact]
    public void Drawing_ends_when_it_is_told_to() => Assert.ThrowsAny<OperationCanceledException>(() => TestBattery.Calibrate(
        Tests, 0.05, AlphaSharing.Joint, new ShortChain(Factor, Periods), new SimulationOptions { Cancellation = new(canceled: true) }));

    [Fact]
    public void Sharing_by_splitting_uses_exact_thresholds_where_they_exist()
    {
        var options = new SimulationOptions { Replicates = 5_000 };
        var battery = TestBattery.Calibrate(Tests, 0.05, AlphaSharing.Split, new ShortChain(Factor, Periods), options);
        Assert.Equal(Estimate.Exact(PageThreshold.Of(0.01, Periods)), battery.Tests[0].Threshold);
        Assert.Equal(Estimate.Exact(ShewhartTest.Threshold(0.01, Periods)), battery.Tests[1].Threshold);
        Assert.All(battery.Tests.Skip(2), test => Assert.True(test.Threshold.StandardError > 0));
        Assert.Equal(new SimulationRecord(NormalStream.Generator, 1, 5_000, "short chain"), battery.Simulation);
    }

    [Fact]
    public void A_simulated_threshold_agrees_with_the_exact_one_within_its_error()
    {
        var options = new SimulationOptions { Seed = 3, Replicates = 100_000 };
        // Joint calibration of two copies of one test samples what is otherwise exact.
        var battery = TestBattery.Calibrate(
            [new PageScore(), new PageScore()], 0.05, AlphaSharing.Joint, new ShortChain(Factor, Periods), options);
        Assert.Equal(PageThreshold.Of(0.05, Periods), battery.Tests[0].Threshold.Value, 4 * battery.Tests[0].Threshold.StandardError);
        Assert.Equal(battery.Tests[0].Threshold, battery.Tests[1].Threshold);
    }

    [Fact]
    public void Too_few_replicates_for_a_small_alpha_are_refused() =>
        Assert.Throws<ArgumentException>(() => TestBattery.Calibrate(
            Tests, 0.001, AlphaSharing.Joint, new ShortChain(Factor, Periods), new SimulationOptions { Replicates = 1_000 }));

    [Fact]
    public void Tests_that_are_compared_have_all_of_alpha_each_and_are_no_battery()
    {
        var battery = TestBattery.Calibrate(
            [new PageScore(), new ShewhartScore()], 0.05, AlphaSharing.Each, new ShortChain(Factor, Periods), new());
        Assert.Equal(PageThreshold.Of(0.05, Periods), battery.Tests[0].Threshold.Value);
        Assert.Equal(ShewhartTest.Threshold(0.05, Periods), battery.Tests[1].Threshold.Value);
        var power = BatteryPower.Of(battery, Factor, new double[Periods], new());
        Assert.Null(power.Battery);
        Assert.Null(power.Simulation);
        Assert.All(power.Tests, test => Near.Relative(0.05, test.Detection.Value, 1e-9));
    }

    [Fact]
    public void Thresholds_and_power_use_other_random_numbers()
    {
        var options = new SimulationOptions { Seed = 7, Replicates = 5_000 };
        var battery = TestBattery.Calibrate([new CumufScore()], 0.05, AlphaSharing.Split, new ShortChain(Factor, Periods), options);
        var rate = BatteryPower.Sample(battery, new ShortChain(Factor, Periods), options).Tests[0].Detection.Value;
        // The numbers that made the threshold would give 0.05 to the last history.
        Assert.NotEqual(0.05, rate);
        Assert.Equal(0.05, rate, 5 * Math.Sqrt(2 * 0.05 / 5_000));
    }

    [Fact]
    public void As_many_histories_alarm_at_a_drawn_threshold_as_alpha_says()
    {
        var options = new SimulationOptions { Seed = 5, Replicates = 1_000, Threads = 1 };
        var (one, other) = (new LastOf(0), new LastOf(1));
        var alone = TestBattery.Calibrate([one], 0.05, AlphaSharing.Split, new ShortChain(Factor, 2), options);
        Assert.Equal(50, one.Drawn.Count(score => score >= alone.Tests[0].Threshold.Value));
        one.Drawn.Clear();
        var joint = TestBattery.Calibrate([one, other], 0.05, AlphaSharing.Joint, new ShortChain(Factor, 2), options);
        bool Alarms(int history, double beyond) => one.Drawn[history] >= joint.Tests[0].Threshold.Value - beyond
            || other.Drawn[history] >= joint.Tests[1].Threshold.Value - beyond;
        Assert.InRange(Enumerable.Range(0, 1_000).Count(history => Alarms(history, 0)), 49, 50);
        Assert.True(Enumerable.Range(0, 1_000).Count(history => Alarms(history, 0.1)) > 50);
        Assert.Equal(joint.Tests[0].Alpha, one.Drawn.Count(score => score >= joint.Tests[0].Threshold.Value) / 1_000.0);
    }

    // A test without an exact threshold that remembers what it said of each history.
    private sealed class LastOf(int period) : SequenceScore
    {
        public List<double> Drawn { get; } = [];

        public override string Name => "last";

        public override void Score(MufSequence sequence, Span<double> scores)
        {
            scores.Fill(double.NaN);
            scores[^1] = sequence.Z[period];
            Drawn.Add(scores[^1]);
        }
    }

    [Fact]
    public void One_exact_test_draws_nothing()
    {
        var battery = TestBattery.Calibrate([new PageScore()], 0.05, AlphaSharing.Joint, new ShortChain(Factor, Periods), new());
        Assert.Null(battery.Simulation);
        Assert.Null(BatteryPower.Of(battery, Factor, new double[Periods], new()).Simulation);
    }
}
