using Custodia.Statistics.Detection;
using Custodia.Statistics.Detection.Simulation;
using Custodia.Statistics.Sequential;

namespace Custodia.Statistics.Tests.Detection;

public sealed class DetectionCurveTests
{
    private static readonly SimulationOptions Options = new() { Seed = 4, Replicates = 4_000 };

    [Fact]
    public void The_curve_begins_at_alpha_rises_and_stays_below_the_ceiling()
    {
        var factor = Covariances.Alike(6);
        var battery = TestBattery.Calibrate(
            [new PageScore(), new CumufScore()], 0.05, AlphaSharing.Split, new ShortChain(factor, 6), Options);
        var curve = DetectionCurve.Of(battery, factor, [1, 1, 1, 1, 1, 1], [0, 2, 4, 8, 16], Options);
        Near.Relative(0.025, curve.Points[0].Power.Tests[0].Detection.Value, 1e-9);
        Near.Relative(0.05, curve.Points[0].Power.Ceiling, 1e-12);
        foreach (var (point, next) in curve.Points.Zip(curve.Points.Skip(1)))
        {
            Assert.True(point.Power.Ceiling < next.Power.Ceiling);
            Assert.All(point.Power.Tests.Zip(next.Power.Tests), pair =>
                Assert.True(pair.First.Detection.Value <= pair.Second.Detection.Value));
        }
    }

    [Fact]
    public void The_ceiling_of_a_curve_from_any_source_is_that_of_its_alpha()
    {
        var factor = Covariances.Alike(3);
        var battery = TestBattery.Calibrate([new PageScore()], 0.01, AlphaSharing.Split, new ShortChain(factor, 3), Options);
        var curve = DetectionCurve.Sample(battery, factor, [1, 1, 1], [0, 3], loss => new ShortChain(factor, loss), Options);
        Assert.Equal([0.01, NeymanPearson.Detection(factor, [1, 1, 1], 0.01)], curve.Points.Select(point => point.Power.Ceiling),
            (expected, found) => Math.Abs(expected - found) < 1e-12);
    }

    [Fact]
    public void Only_the_shape_of_the_pattern_counts()
    {
        var factor = Covariances.Alike(3);
        var battery = TestBattery.Calibrate([new PageScore()], 0.05, AlphaSharing.Split, new ShortChain(factor, 3), Options);
        var (one, other) = (
            DetectionCurve.Of(battery, factor, [0, 1, 3], [5.0], Options).Points[0].Power.Tests[0].Detection,
            BatteryPower.Of(battery, factor, [0, 1.25, 3.75], Options).Tests[0].Detection);
        Near.Relative(other.Value, one.Value, 1e-14);
    }

    [Fact]
    public void A_pattern_of_no_mass_is_refused() => Assert.Throws<ArgumentException>(() => DetectionCurve.Of(
        new([], 0.05, AlphaSharing.Split, null), Covariances.Alike(2), [1, -1], [1.0], Options));
}
