using Custodia.Statistics.Detection;
using Custodia.Statistics.Detection.Simulation;

namespace Custodia.Statistics.Tests.Detection;

public sealed class PageQuadratureTests
{
    [Fact]
    public void Two_periods_agree_with_the_integral_written_out()
    {
        var (k, h) = (0.5, 2.0);
        double[] means = [0.3, 1.1];
        // First: z_1 ≥ h + k. Second: from 0, or from u in (0, h).
        var first = NormalDistribution.Upper(h + k - means[0]);
        var rule = GaussLegendre.On(0, h, 200);
        var second = (NormalDistribution.Lower(k - means[0]) * NormalDistribution.Upper(h + k - means[1]))
            + rule.Points.Zip(rule.Weights, (u, w) =>
                w * NormalDistribution.Density(u + k - means[0]) * NormalDistribution.Upper(h - u + k - means[1])).Sum();
        var alarm = new PageQuadrature(k, h).FirstAlarm(means);
        Near.Relative(first, alarm.ByPeriod[0], 1e-13);
        Near.Relative(second, alarm.ByPeriod[1], 1e-12);
    }

    [Fact]
    public void More_nodes_change_nothing_whatever_the_loss()
    {
        foreach (var (k, h, scale) in new[] { (0.5, 3.9, 0.0), (0.5, 3.9, 1), (0.5, 8.6, 5), (1, 25, 3), (0, 60, 0.7), (-1, 4, 1) })
        {
            double[] means = [.. Enumerable.Range(0, 30).Select(i => scale * Math.Sin(i))];
            var alarm = new PageQuadrature(k, h).FirstAlarm(means);
            var finer = new PageQuadrature(k, h, nodes: 500).FirstAlarm(means);
            for (var i = 0; i < means.Length; i++)
                Assert.Equal(finer.ByPeriod[i], alarm.ByPeriod[i], Math.Max(1e-300, 1e-10 * finer.ByPeriod[i]));
        }
    }

    [Fact]
    public void Without_loss_the_sum_of_first_alarms_is_the_false_alarm_rate()
    {
        var page = new PageQuadrature(0.5, 3);
        Near.Relative(page.FalseAlarm(40), page.FirstAlarm(new double[40]).Probability, 1e-14);
    }

    [Fact]
    public void Histories_drawn_at_random_alarm_as_often_as_the_quadrature_says()
    {
        const int Replicates = 100_000;
        var (k, h) = (0.5, 3.0);
        double[] means = [0, 0.4, 0.8, 1.2, 0.8, 0.4, 0, 0];
        var alarm = new PageQuadrature(k, h).FirstAlarm(means);
        var (numbers, z, counts) = (new NormalStream(11, 1, 0), new double[means.Length], new int[means.Length]);
        for (var replicate = 0; replicate < Replicates; replicate++)
        {
            numbers.Fill(z);
            var s = 0.0;
            for (var i = 0; i < z.Length; i++)
            {
                s = Math.Max(0, s + z[i] + means[i] - k);
                if (s < h)
                    continue;
                counts[i]++;
                break;
            }
        }
        for (var i = 0; i < means.Length; i++)
        {
            var error = Math.Sqrt(alarm.ByPeriod[i] * (1 - alarm.ByPeriod[i]) / Replicates);
            Assert.Equal(alarm.ByPeriod[i], (double)counts[i] / Replicates, 4 * error);
        }
    }

    [Fact]
    public void A_threshold_or_a_mean_that_is_no_number_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new PageQuadrature(0.5, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PageQuadrature(double.NaN, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PageQuadrature(0.5, 1).FirstAlarm([double.NaN]));
    }
}
