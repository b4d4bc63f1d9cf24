using Custodia.Statistics.Detection;
using FsCheck;
using FsCheck.Fluent;

namespace Custodia.Statistics.Tests.Detection;

public sealed class LossPatternTests
{
    private static readonly double[] Dates = [0, 10, 20, 40];

    [Fact]
    public void An_abrupt_loss_lies_in_one_period() =>
        Assert.Equal([0, 8, 0], new LossPattern.Abrupt(2, 8).ByPeriod(Dates));

    [Fact]
    public void A_protracted_loss_that_starts_inside_a_period_is_split_by_time()
    {
        Assert.Equal([2.5, 5, 2.5], new LossPattern.Protracted(5, 25, 10).ByPeriod(Dates));
        Assert.Equal([0, 0, 10], new LossPattern.Protracted(22, 23, 10).ByPeriod(Dates));
        Assert.Equal([2.5, 2.5, 5], new LossPattern.Protracted(0, 40, 10).ByPeriod(Dates));
    }

    [Fact]
    public void However_it_lies_a_protracted_loss_keeps_its_mass_and_its_rate() => Prop.ForAll(
        Gen.Choose(0, 3999).Two().ToArbitrary(), ends =>
        {
            var (from, to) = (Math.Min(ends.Item1, ends.Item2) / 100.0, (Math.Max(ends.Item1, ends.Item2) + 1) / 100.0);
            var masses = new LossPattern.Protracted(from, Math.Min(to, 40), 7).ByPeriod(Dates);
            Assert.Equal(7, masses.Sum(), 1e-12);
            for (var i = 0; i < masses.Length; i++)
                Assert.True(masses[i] >= 0 && masses[i] <= (7 * (Dates[i + 1] - Dates[i]) / (Math.Min(to, 40) - from)) + 1e-12);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_loss_by_period_is_taken_as_given()
    {
        var loss = new LossPattern.Custom([0, 3, -1]);
        Assert.Equal([0, 3, -1], loss.ByPeriod(Dates));
        Assert.Equal(2, loss.TotalMass);
        Assert.Equal(10, loss.Begin(Dates));
    }

    [Fact]
    public void A_loss_outside_the_balances_or_dates_that_fall_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new LossPattern.Abrupt(4, 1).ByPeriod(Dates));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LossPattern.Abrupt(0, 1).ByPeriod(Dates));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LossPattern.Protracted(-1, 5, 1).ByPeriod(Dates));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LossPattern.Protracted(5, 5, 1).ByPeriod(Dates));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LossPattern.Protracted(5, 41, 1).ByPeriod(Dates));
        Assert.Throws<ArgumentException>(() => new LossPattern.Custom([1]).ByPeriod(Dates));
        Assert.Throws<ArgumentException>(() => new LossPattern.Abrupt(1, 1).ByPeriod([0, 10, 10]));
    }
}
