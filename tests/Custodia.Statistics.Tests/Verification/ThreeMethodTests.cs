using Custodia.Statistics.Detection;
using Custodia.Statistics.Verification;

namespace Custodia.Statistics.Tests.Verification;

public sealed class ThreeMethodTests
{
    private static readonly SampleQuestion Question = new(60, 2, 8, 0.9m);
    private static readonly DefectMethod Gross = new(1, 0.1);
    private static readonly DefectMethod Partial = new(0.3m, 0.05);
    private static readonly BiasMethod Bias = new(0.005, 0.002);

    [Theory]
    [InlineData(20, 5, 12, 8, 0, 20)]
    [InlineData(20, 12, 5, 8, 7, 20)]
    [InlineData(5, 12, 20, 0, 0, 20)]
    [InlineData(5, 20, 12, 0, 8, 20)]
    public void What_a_better_method_verifies_needs_no_coarser_one(int forGross, int forPartial, int forBias, int gross, int partial, int total)
    {
        var plan = new ThreeMethodPlan(forGross, forPartial, forBias, 1, 1);
        Assert.Equal((gross, partial, forBias, total), (plan.Gross, plan.Partial, plan.Bias, plan.Total));
    }

    [Fact]
    public void Each_method_is_sized_for_its_defect_and_a_better_one_saves_a_coarser()
    {
        var plan = ThreeMethodPlan.For(Question, Gross, Partial, Bias).Value!;
        Assert.Equal(26, plan.ForGross);
        // d = ⌈8 / 0.6⌉ = 14, p = Φ(6 − 3).
        Assert.Equal(SampleSize.Smallest(60, 14, 0.9m, (decimal)0.9986501019683699), plan.ForPartial);
        Assert.Equal(0.99865010196837, plan.PartialIdentification, 1e-13);
        // 8 / (120 (1.6449 + 1.2816)) = 0.02278; 0.005² / (0.02278² − 0.002²) < 1.
        Assert.Equal(1, plan.ForBias);
        Assert.Equal((26 - plan.ForPartial, plan.ForPartial - 1, 1, 26), (plan.Gross, plan.Partial, plan.Bias, plan.Total));
    }

    [Fact]
    public void The_bias_test_is_sized_so_that_a_bias_of_all_items_is_found()
    {
        var plan = ThreeMethodPlan.For(Question with { Goal = 3 }, Gross, Partial, new BiasMethod(0.02, 0.004)).Value!;
        double Detection(int n) => NormalDistribution.Lower(
            (3 / (120 * Math.Sqrt((0.02 * 0.02 / n) + (0.004 * 0.004)))) - NormalDistribution.UpperQuantile(0.05));
        Assert.True(Detection(plan.ForBias) >= 0.9);
        Assert.True(Detection(plan.ForBias - 1) < 0.9);
    }

    [Fact]
    public void A_systematic_error_that_no_sample_beats_is_said() =>
        Assert.Equal([(FaultCodes.NotAttainable, "bias")], Faults(Question, Gross, Partial, new BiasMethod(0.005, 0.03)));

    [Fact]
    public void A_method_too_coarse_for_its_defect_is_said() =>
        Assert.Equal([(FaultCodes.NotAttainable, "partial")], Faults(Question, Gross, new DefectMethod(0.3m, 0.5), Bias));

    [Fact]
    public void A_partial_defect_of_more_items_than_there_are_needs_no_sample() =>
        Assert.Equal(0, ThreeMethodPlan.For(Question, Gross, new DefectMethod(0.05m, 0.01), Bias).Value!.ForPartial);

    [Theory]
    [InlineData(0, 0.1, 3, "gross.defect")]
    [InlineData(1, -0.1, 3, "gross.deviation")]
    [InlineData(1, double.NaN, 3, "gross.deviation")]
    [InlineData(1, 0.1, 11, "gross.threshold")]
    public void A_method_with_a_bad_number_is_refused(double defect, double deviation, double threshold, string field) =>
        Assert.Equal([(FaultCodes.OutOfRange, field)], Faults(Question, new DefectMethod((decimal)defect, deviation, threshold), Partial, Bias));

    [Theory]
    [InlineData(-1, 0, 0.05, "bias.random")]
    [InlineData(0, double.NaN, 0.05, "bias.systematic")]
    [InlineData(0, 0, 0, "bias.falseAlarm")]
    public void A_bias_test_with_a_bad_number_is_refused(double random, double systematic, double falseAlarm, string field) =>
        Assert.Equal([(FaultCodes.OutOfRange, field)], Faults(Question, Gross, Partial, new BiasMethod(random, systematic, falseAlarm)));

    [Fact]
    public void Certainty_is_not_to_be_had_by_a_test_of_a_mean() =>
        Assert.Equal([(FaultCodes.OutOfRange, "detection")], Faults(Question with { Detection = 1 }, Gross, Partial, Bias));

    [Fact]
    public void More_than_the_stratum_holds_is_said() =>
        Assert.Contains((FaultCodes.NotAttainable, "goal"), Faults(Question with { Goal = 121 }, Gross, Partial, Bias));

    [Fact]
    public void What_all_methods_miss_together_is_that_of_drawing_them()
    {
        (int, double)[] methods = [(3, 0.0), (5, 0.3), (8, 0.9)];
        const int Runs = 200_000;
        var random = new Random(5);
        var missed = 0;
        var items = Enumerable.Range(0, 40).ToArray();
        for (var run = 0; run < Runs; run++)
        {
            random.Shuffle(items);
            // Items 0 … 5 are the falsified ones.
            missed += Enumerable.Range(0, 16).All(i => items[i] > 5 || random.NextDouble() < (i < 3 ? 0 : i < 8 ? 0.3 : 0.9)) ? 1 : 0;
        }

        var expected = ThreeMethodPlan.MissByAll(40, 6, methods);
        var error = Math.Sqrt(expected * (1 - expected) / Runs);
        Assert.InRange((double)missed / Runs, expected - (4 * error), expected + (4 * error));
    }

    [Fact]
    public void The_curve_shows_where_the_plan_is_weak()
    {
        var curve = ThreeMethodPlan.For(Question, Gross, Partial, Bias).Value!.Curve(Question, Gross, Partial, Bias);
        Assert.All(curve, point => Assert.InRange(point.Probability, 0, 1));
        Assert.All(curve, point => Assert.InRange(point.Falsified, 4, 60));
        Assert.True(curve[^1].Probability >= 0.9);
        Assert.Equal(4, curve[^1].Falsified);
        // Between the two defects that it was made for, a coarse method alone sees little.
        Assert.True(curve.Min(point => point.Probability) < curve[^1].Probability);
    }

    private static IEnumerable<(string, string)> Faults(SampleQuestion question, DefectMethod gross, DefectMethod partial, BiasMethod bias) =>
        ThreeMethodPlan.For(question, gross, partial, bias).Faults.Select(fault => (fault.Code, fault.Field));
}
