using Custodia.Statistics.Sequential;

namespace Custodia.Statistics.Tests.Sequential;

public sealed class PageTestTests
{
    [Fact]
    public void The_reference_value_is_taken_from_the_first_value_too()
    {
        Assert.Equal([0.5, 1.5], PageTest.Of([1.0, 1.5]).Upper);
        Assert.Equal([0.5, 0], PageTest.Of([-1.0, 1.5]).Lower);
    }

    [Fact]
    public void An_alarm_that_nobody_closed_keeps_adding_up_and_a_closed_one_begins_anew_with_the_next_period()
    {
        double[] z = [2, 2, 2, -3, 1];
        var open = PageTest.Of(z);
        Assert.Equal([1.5, 3, 4.5, 1, 1.5], open.Upper);
        Assert.Equal([1, 2], open.Alarms(3));
        var reset = new PageReset(1, "inspector", new(2026, 5, 1), "the scale was out of calibration");
        var closed = PageTest.Of(z, PageTest.UsualReference, reset);
        Assert.Equal([1.5, 3, 1.5, 0, 0.5], closed.Upper);
        Assert.Equal([0, 0, 0, 2.5, 1], closed.Lower);
        Assert.Equal(reset, Assert.Single(closed.Resets));
        Assert.Equal([1], closed.Alarms(2.6, isTwoSided: true));
        Assert.Equal([1, 3], closed.Alarms(2.5, isTwoSided: true));
    }

    [Fact]
    public void What_is_closed_begins_anew_in_both_arms_and_is_told_in_order()
    {
        PageReset Closed(int period) => new(period, "inspector", new(2026, 5, 1), "found");
        var test = PageTest.Of([-2.0, -2, -2, -2], PageTest.UsualReference, Closed(2), Closed(0));
        Assert.Equal([1.5, 1.5, 3, 1.5], test.Lower);
        Assert.Equal([0, 2], test.Resets.Select(reset => reset.Period));
    }

    [Fact]
    public void Gemuf_V1_is_the_sum_of_squares_so_far() => Assert.Equal([1, 5, 14], Gemuf.V1([1.0, -2, 3]));
}
