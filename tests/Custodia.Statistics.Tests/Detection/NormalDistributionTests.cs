using Custodia.Statistics.Detection;

namespace Custodia.Statistics.Tests.Detection;

public sealed class NormalDistributionTests
{
    // Worked out to 60 digits as erfc(x/√2)/2.
    public static TheoryData<double, double> Uppers => new()
    {
        { -3.0, 0.9986501019683699055 },
        { -1.0, 0.8413447460685429486 },
        { -0.5, 0.6914624612740131036 },
        { -0.1, 0.5398278372770289837 },
        { 0.0, 0.5 },
        { 1e-10, 0.499999999960105772 },
        { 0.1, 0.4601721627229710163 },
        { 0.25, 0.4012936743170762758 },
        { 0.5, 0.3085375387259868964 },
        { 0.75, 0.2266273523768681993 },
        { 1.0, 0.1586552539314570514 },
        { 1.5, 0.066807201268858066 },
        { 2.0, 0.0227501319481792072 },
        { 2.5, 0.006209665325776135167 },
        { 3.0, 0.001349898031630094527 },
        { 4.0, 0.00003167124183311992125 },
        { 5.0, 2.866515718791939117e-7 },
        { 6.5, 4.016000583859117808e-11 },
        { 8.0, 6.220960574271784124e-16 },
        { 10.0, 7.619853024160526066e-24 },
        { 15.0, 3.670966199312750886e-51 },
        { 20.0, 2.753624118606233695e-89 },
        { 30.0, 4.90671392714818706e-198 },
        { 37.0, 5.725571222524576823e-300 },
    };

    // Worked out to 60 digits as roots of the logarithm of the tail.
    public static TheoryData<double, double> UpperQuantiles => new()
    {
        { 1e-300, 37.04709629936119924 },
        { 1e-100, 21.27345356096532429 },
        { 1e-30, 11.46402468844361572 },
        { 1e-10, 6.361340902404056199 },
        { 1e-06, 4.753424308822898957 },
        { 0.001, 3.090232306167813535 },
        { 0.01, 2.326347874040841093 },
        { 0.025, 1.959963984540054212 },
        { 0.05, 1.644853626951472688 },
        { 0.1, 1.281551565544600435 },
        { 0.25, 0.6744897501960817432 },
        { 0.4, 0.2533471031357997413 },
        { 0.45, 0.1256613468550740062 },
        { 0.49, 0.02506890825871105803 },
        { 0.4999999, 2.506628274703106513e-7 },
        { 0.6, -0.2533471031357997413 },
        { 0.9, -1.281551565544600593 },
    };

    [Theory]
    [MemberData(nameof(Uppers))]
    public void The_tail_has_all_digits_of_a_double(double x, double upper)
    {
        Near.Relative(upper, NormalDistribution.Upper(x), 1e-15);
        Near.Relative(upper, NormalDistribution.Lower(-x), 1e-15);
    }

    [Theory]
    [MemberData(nameof(UpperQuantiles))]
    public void The_quantile_has_all_digits_of_a_double(double alpha, double x)
    {
        Near.Relative(x, NormalDistribution.UpperQuantile(alpha), 1e-15);
        Near.Relative(-x, NormalDistribution.Quantile(alpha), 1e-15);
    }

    [Fact]
    public void Beyond_what_a_double_holds_the_tail_is_nought_and_the_rest_one()
    {
        Assert.Equal(0, NormalDistribution.Upper(40));
        Assert.Equal(0, NormalDistribution.Upper(double.PositiveInfinity));
        Assert.Equal(1, NormalDistribution.Upper(double.NegativeInfinity));
        Assert.True(double.IsNaN(NormalDistribution.Upper(double.NaN)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public void A_quantile_of_no_probability_is_refused(double alpha) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => NormalDistribution.UpperQuantile(alpha));
}
