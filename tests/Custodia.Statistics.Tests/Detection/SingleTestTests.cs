using Custodia.Statistics.Detection;

namespace Custodia.Statistics.Tests.Detection;

public sealed class SingleTestTests
{
    [Fact]
    public void At_five_percent_both_ways_three_point_two_nine_sigma_is_detectable()
    {
        Assert.Equal(3.29, SingleTest.DetectableLoss(1, 0.05, 0.05), 0.0005);
        // Eight kilograms of plutonium ask for a sigma of 2.43 kg.
        Assert.Equal(2.43, SingleTest.NeededSigma(8, 0.05, 0.05), 0.005);
    }

    [Theory]
    [InlineData(TestSide.Loss)]
    [InlineData(TestSide.Both)]
    public void The_detectable_loss_is_detected_as_often_as_asked(TestSide side)
    {
        foreach (var (alpha, beta) in new[] { (0.05, 0.05), (0.01, 0.5), (0.05, 0.9), (0.001, 0.2), (0.3, 0.69) })
        {
            var loss = SingleTest.DetectableLoss(2.5, alpha, beta, side);
            Near.Relative(1 - beta, SingleTest.Detection(loss, 2.5, alpha, side), 1e-11);
            Near.Relative(2.5, SingleTest.NeededSigma(loss, alpha, beta, side), 1e-12);
        }
    }

    [Fact]
    public void Without_loss_the_detection_is_a_false_alarm()
    {
        Near.Relative(0.05, SingleTest.Detection(0, 3, 0.05), 1e-14);
        Near.Relative(0.05, SingleTest.Detection(0, 3, 0.05, TestSide.Both), 1e-14);
    }

    [Fact]
    public void A_power_that_needs_no_loss_or_a_sigma_of_nought_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SingleTest.DetectableLoss(1, 0.05, 0.96));
        Assert.Throws<ArgumentOutOfRangeException>(() => SingleTest.Detection(1, 0, 0.05));
    }
}
