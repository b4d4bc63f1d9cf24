using Custodia.Statistics.Detection;
using Custodia.Statistics.Sequential;

namespace Custodia.Statistics.Tests.Sequential;

public sealed class ShewhartTestTests
{
    [Theory]
    [InlineData(TestSide.Loss)]
    [InlineData(TestSide.Both)]
    public void Without_loss_any_alarm_has_the_asked_probability(TestSide side)
    {
        foreach (var (alpha, periods) in new[] { (0.05, 1), (0.05, 12), (0.01, 365), (1e-8, 10_000) })
        {
            var threshold = ShewhartTest.Threshold(alpha, periods, side);
            Near.Relative(alpha, ShewhartTest.FirstAlarm(threshold, new double[periods], side).Probability, 1e-11);
        }
    }

    [Fact]
    public void Twelve_periods_at_five_percent() =>
        Assert.Equal(0.95, Math.Pow(NormalDistribution.Lower(ShewhartTest.Threshold(0.05, 12)), 12), 1e-14);

    [Fact]
    public void A_loss_in_one_period_is_found_there()
    {
        var alarm = ShewhartTest.FirstAlarm(3, [0, 0, 4, 0]);
        var quiet = NormalDistribution.Lower(3);
        Near.Relative(quiet * quiet * NormalDistribution.Lower(1), alarm.ByPeriod[2], 1e-14);
        Near.Relative(1 - (quiet * quiet * quiet * NormalDistribution.Upper(1)), alarm.Probability, 1e-14);
    }

    [Fact]
    public void A_gain_as_large_as_a_loss_is_found_as_often_where_both_sides_count()
    {
        double Tail(double x) => NormalDistribution.Upper(x);
        double[] loss = [1, 2.5], gain = [-1, -2.5];
        var found = ShewhartTest.FirstAlarm(2, loss, TestSide.Both).ByPeriod;
        Near.Relative(Tail(1) + Tail(3), found[0], 1e-14);
        Near.Relative((1 - Tail(1) - Tail(3)) * (Tail(-0.5) + Tail(4.5)), found[1], 1e-14);
        Near.Relative(found[1], ShewhartTest.FirstAlarm(2, gain, TestSide.Both).ByPeriod[1], 1e-14);
        Near.Relative((1 - Tail(1)) * Tail(-0.5), ShewhartTest.FirstAlarm(2, loss).ByPeriod[1], 1e-14);
    }
}
