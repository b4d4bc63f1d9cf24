using Custodia.Statistics.Detection;

namespace Custodia.Statistics.Tests.Detection;

public sealed class FirstAlarmTests
{
    private static readonly FirstAlarm Alarm = new([0.1, 0.2, 0.1]);

    [Fact]
    public void Mean_and_quantiles_follow_from_the_probabilities()
    {
        Assert.Equal(0.4, Alarm.Probability, 1e-15);
        Assert.Equal(2, Alarm.MeanPeriod!.Value, 1e-15);
        Assert.Equal([1, 2, 2, 3], new[] { 0.1, 0.11, 0.3, 0.39 }.Select(q => Alarm.QuantilePeriod(q)!.Value));
        Assert.Null(Alarm.QuantilePeriod(0.5));
    }

    [Fact]
    public void The_delay_counts_from_the_begin_of_the_loss()
    {
        // Alarms at 20 and 40 after a loss that began at 15: (0.2 · 5 + 0.1 · 25) / 0.3.
        Assert.Equal(3.5 / 0.3, Alarm.MeanDelay([0, 10, 20, 40], 15)!.Value, 1e-13);
        Assert.Null(Alarm.MeanDelay([0, 10, 20, 40], 50));
    }

    [Fact]
    public void An_alarm_of_the_period_that_ends_as_the_loss_begins_is_none_of_the_loss()
    {
        double[] dates = [0, 10, 20, 40];
        Assert.Equal((0.2 * 10 + 0.1 * 30) / 0.3, Alarm.MeanDelay(dates, new LossPattern.Abrupt(2, 1).Begin(dates))!.Value, 1e-13);
        Assert.Null(Alarm.MeanDelay(dates, 40));
    }

    [Fact]
    public void What_never_alarms_has_no_mean() => Assert.Null(new FirstAlarm([0, 0]).MeanPeriod);
}
