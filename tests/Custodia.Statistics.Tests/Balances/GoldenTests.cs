using Custodia.Statistics.Balances;

namespace Custodia.Statistics.Tests.Balances;

/// <summary>Sequences whose values are known from elsewhere.</summary>
public sealed class GoldenTests
{
    [Fact]
    public void The_worked_example_has_its_printed_values()
    {
        var found = Areas.Worked.Evaluate();
        Areas.Equal([0.2, -0.2, 0.7], found.Muf, 1e-12);
        Areas.Equal([0.2, 0, 0.7], found.Cumuf, 1e-12);
        Areas.Equal([0.083788], [.. found.Covariance.Row(0)], 5e-7);
        Areas.Equal([-0.039844, 0.084667], [.. found.Covariance.Row(1)], 5e-7);
        Areas.Equal([0.000780, -0.040018, 0.084813], [.. found.Covariance.Row(2)], 5e-7);
        Areas.Equal([0.289462, 0.290975, 0.291227], found.Sigma, 5e-7);
        Areas.Equal([0.289462, 0.297936, 0.308389], found.SigmaCumuf, 5e-7);
        Areas.Equal([0.289462, 0.256358, 0.246754], found.ItmufSd, 5e-7);
        Areas.Equal([0.2, -0.104892, 0.634858], found.Itmuf, 5e-7);
        Areas.Equal([0.690937, -0.409165, 2.572834], found.Sitmuf, 5e-7);
        Areas.Equal([0.190937, 0, 2.072834], found.Page().Upper, 5e-7);
        Areas.Equal([0, 0, 0], found.Page().Lower, 0);
        Areas.Equal([0.477394, 0.644810, 7.264285], found.GemufV1, 5e-7);
        Areas.Equal([140.2, 141.0, 140.3], found.Totals.ActiveInventory, 1e-12);
        Areas.Equal([0.690937, 1.151156, 1.524467], found.Factor.Solve([0.2, 0.2, 0.2]), 5e-7);
    }

    [Fact]
    public void Recalibrating_a_scale_takes_its_part_out_of_what_comes_after()
    {
        var before = Areas.Worked.Evaluate().Covariance;
        var after = (Areas.Worked with
        {
            Methods = [.. Areas.Worked.Methods.Select(method => method.Id == "out" ? method with { Calibrations = [2] } : method)],
        }).Evaluate().Covariance;
        Assert.Equal(0.000404, after[2, 0], 5e-7);
        Assert.Equal(-0.040404, after[2, 1], 5e-7);
        Assert.Equal(before[1, 0], after[1, 0]);
        for (var i = 0; i < 3; i++)
            Assert.Equal(before[i, i], after[i, i], 1e-17);
    }

    [Fact]
    public void The_near_real_time_example_has_its_printed_values()
    {
        var found = Areas.NearRealTime.Evaluate();
        Areas.Equal([150, 210, 180, 160, 240, 190], found.Muf, 1e-9);
        Areas.Equal([7945.7, -527.7, 1132.0, 1137.0, 1131.0, 1132.9],
            [.. Enumerable.Range(0, 6).Select(j => found.Covariance[0, j])], 0.05);
        Assert.Equal(7952.4, found.Covariance[1, 1], 0.05);
        Assert.Equal(-421.2, found.Covariance[1, 2], 0.05);
        Areas.Equal([89.14, 89.18, 88.44, 88.32, 87.61, 87.46], found.Sigma, 0.005);
        Areas.Equal([1.6828, 2.4720, 1.9242, 1.3528, 2.0423, 1.4007], found.Sitmuf, 5e-5);
        Areas.Equal([89.14, 121.83, 155.20, 188.66, 222.12, 255.70], found.SigmaCumuf, 0.005);
        Areas.Equal([1.1828, 3.1548, 4.5790, 5.4318, 6.9741, 7.8748], found.Page().Upper, 5e-5);
        Areas.Equal([2.8317, 8.9427, 12.6451, 14.4752, 18.6462, 20.6083], found.GemufV1, 5e-5);
        Assert.Equal(1, found.Page().Alarms(2.65).First());
    }

    [Theory]
    [InlineData(RandomErrorModel.Total)]
    [InlineData(RandomErrorModel.Item)]
    public void The_area_worked_by_hand_has_its_values_in_both_models(RandomErrorModel model)
    {
        var isItem = model == RandomErrorModel.Item;
        var found = Areas.Tiny.Evaluate(new() { Model = model });
        Areas.Equal([0, 0.5, -0.5, 1], found.Muf, 0);
        Areas.Equal([60, 61.5, 60.5, 63], found.Totals.ActiveInventory, 0);
        Areas.Equal(isItem
            ? [0.6257994886543133, 0.6288729998974356, 0.6387732383248378, 0.6806614430096654]
            : [0.6297817082132506, 0.6326778406108436, 0.642675073423577, 0.6806614430096654], found.Sigma, 1e-15);
        Areas.Equal(isItem
            ? [0.6257994886543133, 0.720299416909385, 0.8804260332361827, 1.0501666534412526]
            : [0.6297817082132506, 0.7270703198453365, 0.888791314088971, 1.0571896707781439], found.SigmaCumuf, 1e-14);
        Areas.Equal(isItem
            ? [0, 0.845713670852878, -0.5762932797663748, 1.2493581960385483]
            : [0, 0.8392802915590359, -0.5753862723360915, 1.2518838167842417], found.Sitmuf, 1e-14);
        Areas.Equal(isItem ? [0, 0, 0.07629327976637479, 0] : [0, 0, 0.07538627233609152, 0], found.Page().Lower, 1e-14);
        Areas.Equal(isItem
            ? [0, 0.71523161306745, 1.047345557371335, 2.6082414593800305]
            : [0, 0.7043914077994203, 1.0354607701922431, 2.602673860918524], found.GemufV1, 1e-13);
        Areas.Equal([0.04190, 0.0420, -0.15170, 0.46330], [.. found.Covariance.Row(3)], 1e-15);
        Areas.Equal(isItem ? [-0.1341375, 0.39548125] : [-0.1341375, 0.40028125], [.. found.Covariance.Row(1)], 1e-15);
    }
}
