using Custodia.Statistics.Detection;

namespace Custodia.Statistics.Tests.Detection;

public sealed class PageThresholdTests
{
    // k = 0.5, one-sided; independently computed by quadrature to four decimals.
    [Theory]
    [InlineData(1, 1.1449, 1.8263)]
    [InlineData(4, 2.2270, 3.2004)]
    [InlineData(10, 3.1750, 4.4295)]
    [InlineData(12, 3.3745, 4.6791)]
    [InlineData(20, 3.9364, 5.3588)]
    [InlineData(26, 4.2237, 5.6919)]
    [InlineData(50, 4.9298, 6.4746)]
    [InlineData(52, 4.9717, 6.5197)]
    [InlineData(121, 5.8607, 7.4550)]
    [InlineData(365, 6.9956, 8.6135)]
    public void The_threshold_of_a_number_of_periods_is_the_known_one(int periods, double atFive, double atOne)
    {
        Assert.Equal(atFive, PageThreshold.Of(0.05, periods), 0.00005);
        Assert.Equal(atOne, PageThreshold.Of(0.01, periods), 0.00005);
    }

    [Fact]
    public void One_period_is_the_test_of_one_number() =>
        Near.Relative(NormalDistribution.UpperQuantile(0.05) - 0.5, PageThreshold.Of(0.05, 1), 1e-12);

    [Fact]
    public void The_threshold_gives_back_the_asked_probability_also_where_it_is_tiny()
    {
        (double, int, double)[] asked =
            [(0.05, 365, 0.5), (1e-9, 20, 0.25), (0.2, 1_000, 1), (0.3, 5, 0), (0.05, 30, 0), (0.9, 3, -0.4), (0.01, 10, -2)];
        foreach (var (alpha, periods, k) in asked)
        {
            var h = PageThreshold.Of(alpha, periods, k);
            Near.Relative(alpha, new PageQuadrature(k, h).FalseAlarm(periods), 1e-10);
            Near.Relative(alpha, new PageQuadrature(k, h, nodes: 150).FalseAlarm(periods), 1e-10);
        }
    }

    [Fact]
    public void Two_sides_share_alpha() =>
        Assert.Equal(PageThreshold.Of(0.025, 52), PageThreshold.Of(0.05, 52, side: TestSide.Both));

    [Fact]
    public void More_alpha_than_a_threshold_of_nought_has_is_refused()
    {
        var most = PageThreshold.MostAlpha(1);
        Assert.Equal(NormalDistribution.Upper(0.5), most, 1e-15);
        Assert.Throws<ArgumentOutOfRangeException>(() => PageThreshold.Of(most, 1));
        Assert.True(PageThreshold.Of(most - 1e-3, 1) > 0);
    }

    [Fact]
    public void A_reference_value_that_drifts_to_a_threshold_out_of_reach_is_refused() => Assert.Equal(
        "k", Assert.Throws<ArgumentOutOfRangeException>(() => PageThreshold.Of(0.05, 20_000, -5)).ParamName);

    [Theory]
    [InlineData(0.0, 5)]
    [InlineData(1.0, 5)]
    [InlineData(double.NaN, 5)]
    [InlineData(0.05, 0)]
    [InlineData(0.05, PageThreshold.MostPeriods + 1)]
    public void What_is_no_probability_or_no_number_of_periods_is_refused(double alpha, int periods) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PageThreshold.Of(alpha, periods));
}
