using Custodia.Statistics.Detection;

namespace Custodia.Statistics.Tests.Detection;

public sealed class GaussLegendreTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(60)]
    [InlineData(201)]
    public void Powers_to_twice_the_nodes_are_integrated_exactly(int nodes)
    {
        var rule = GaussLegendre.On(0, 2, nodes);
        foreach (var power in new[] { 0, 1, nodes, (2 * nodes) - 1 })
        {
            var sum = rule.Points.Zip(rule.Weights, (x, w) => w * Math.Pow(x / 2, power)).Sum();
            Near.Relative(2.0 / (power + 1), sum, 1e-13);
        }
    }

    [Fact]
    public void The_points_rise_inside_the_interval()
    {
        var points = GaussLegendre.On(-1, 5, 33).Points;
        Assert.Equal(points.Order(), points);
        Assert.InRange(points[0], -1, points[^1]);
        Assert.Equal(2, points[16], 1e-15);
    }
}
