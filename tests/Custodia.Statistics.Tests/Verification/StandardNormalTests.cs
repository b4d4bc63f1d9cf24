using Custodia.Statistics.Verification;

namespace Custodia.Statistics.Tests.Verification;

public sealed class StandardNormalTests
{
    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(1, 0.841344746068542949)]
    [InlineData(-1.5, 0.0668072012688580660)]
    [InlineData(-3.5, 2.32629079035525036e-4)]
    [InlineData(-8, 6.22096057427178413e-16)]
    [InlineData(-3, 0.00134989803163009453)]
    public void Values_are_those_of_tables(double x, double p) => Assert.Equal(p, StandardNormal.Lower(x), 1e-11 * p);

    [Theory]
    [InlineData(0.05, 1.64485362695147271)]
    [InlineData(0.01, 2.32634787404084110)]
    [InlineData(0.9, -1.28155156554460047)]
    public void Quantiles_are_those_of_tables(double alpha, double z) => Assert.Equal(z, StandardNormal.UpperQuantile(alpha), 1e-13);
}
