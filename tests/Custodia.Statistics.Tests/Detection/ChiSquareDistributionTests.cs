using Custodia.Statistics.Detection;
using Custodia.Statistics.Sequential;

namespace Custodia.Statistics.Tests.Detection;

public sealed class ChiSquareDistributionTests
{
    // Worked out to 60 digits as the regularised incomplete gamma function.
    [Theory]
    [InlineData(1, 0.5, 0.4795001221869534623)]
    [InlineData(1, 3.84, 0.05004352124870510319)]
    [InlineData(2, 7.0, 0.03019738342231850074)]
    [InlineData(3, 0.001, 0.9999915920809419538)]
    [InlineData(4, 9.5, 0.04974724741794364652)]
    [InlineData(5, 40.0, 1.493367900050395184e-7)]
    [InlineData(9, 2.0, 0.9914676066288135345)]
    [InlineData(10, 18.3, 0.05010906141146245159)]
    [InlineData(20, 31.4, 0.05012641535342078421)]
    [InlineData(99, 130.0, 0.01998803010435724314)]
    [InlineData(365, 410.0, 0.05196966003702927845)]
    [InlineData(1000, 1500.0, 1.045464038597965729e-22)]
    [InlineData(10000, 10234.0, 0.04981993447365257509)]
    [InlineData(10001, 9000.0, 0.9999999999998796521)]
    public void The_tail_agrees_with_many_digits(int degrees, double x, double upper) =>
        Near.Relative(upper, ChiSquareDistribution.Upper(x, degrees), 1e-12);

    [Theory]
    [InlineData(1, 0.05, 3.841458820694125865)]
    [InlineData(2, 0.05, 5.991464547107981876)]
    [InlineData(3, 0.01, 11.34486673014437189)]
    [InlineData(6, 0.05, 12.59158724374397933)]
    [InlineData(12, 0.001, 32.90949040736021316)]
    [InlineData(20, 0.05, 31.41043284423092632)]
    [InlineData(121, 0.01, 160.1001629978687469)]
    [InlineData(365, 0.05, 410.5491512832422473)]
    [InlineData(1000, 1e-06, 1227.152421187575492)]
    [InlineData(10000, 0.05, 10233.74889767793642)]
    public void The_quantile_agrees_with_many_digits(int degrees, double alpha, double x) =>
        Near.Relative(x, ChiSquareDistribution.UpperQuantile(alpha, degrees), 1e-13);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(400)]
    public void What_lies_beyond_the_quantile_is_alpha(int degrees)
    {
        foreach (var alpha in new[] { 0.9999, 0.9, 0.51, 0.5, 0.3, 1e-3, 1e-12 })
            Near.Relative(alpha, ChiSquareDistribution.Upper(ChiSquareDistribution.UpperQuantile(alpha, degrees), degrees), 1e-12);
    }

    [Fact]
    public void A_loss_however_large_is_found()
    {
        Assert.Equal(1, GemufThreshold.Detection(0.05, [1e6, -1e12, 0]));
        // Beside the bound from which on nothing is summed up.
        for (var noncentrality = 200.0; noncentrality < 600; noncentrality += 10)
            Assert.Equal(1, ChiSquareDistribution.NoncentralUpper(20, 4, noncentrality), 1e-13);
    }

    [Fact]
    public void One_square_of_a_shifted_normal_number_is_noncentral()
    {
        foreach (var mean in new[] { 0, 0.3, 2, 9.0 })
        {
            var expected = NormalDistribution.Upper(3 - mean) + NormalDistribution.Upper(3 + mean);
            Near.Relative(expected, ChiSquareDistribution.NoncentralUpper(9, 1, mean * mean), 1e-12);
        }
    }
}
