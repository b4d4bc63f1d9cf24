using System.Globalization;
using Custodia.Statistics.Verification;
using FsCheck;
using FsCheck.Fluent;

namespace Custodia.Statistics.Tests.Verification;

public sealed class SampleSizeTests
{
    [Theory]
    [InlineData(60, "2", "8", "0.9", 27, 26, 26, 0.9049)]
    [InlineData(300, "0.5", "8", "0.8", 29, 28, 28, 0.8002)]
    [InlineData(400, "0.88", "75", "0.9", 11, 10, 10, 0.9139)]
    public void The_checked_figures_come_out(int items, string mean, string goal, string detection, int planning, int adjusted, int exact,
        double probability)
    {
        var plan = Plan(items, mean, goal, detection);
        Assert.Equal((planning, adjusted, exact), (plan.Planning, plan.Adjusted, plan.Exact));
        Assert.Equal(probability, plan.Probability, 0.00005);
    }

    [Fact]
    public void The_exact_size_is_that_of_integers_for_every_small_stratum()
    {
        foreach (var population in new[] { 1, 2, 3, 7, 20, 61 })
            for (var falsified = 1; falsified <= population; falsified++)
                foreach (var missed in new[] { 0, 1, 100, 200, 300, 500, 800 })
                {
                    Assert.Equal(HypergeometricOracle.Smallest(population, falsified, missed, 0, 1),
                        SampleSize.Smallest(population, falsified, 1 - (missed / 1000m)));
                }
    }

    [Fact]
    public void The_exact_size_is_that_of_integers_up_to_200_items() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var population = random.Next(1, 201);
            var falsified = random.Next(1, population + 1);
            var missed = random.Next(0, 1000);
            var identified = random.Next(1, 21);
            Assert.Equal(HypergeometricOracle.Smallest(population, falsified, missed, 20 - identified, 20),
                SampleSize.Smallest(population, falsified, 1 - (missed / 1000m), identified / 20m));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public void The_probability_is_that_of_integers_to_the_last_digits() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var population = random.Next(1, 201);
            var (falsified, sampled) = (random.Next(0, population + 1), random.Next(0, population + 1));
            var perfect = HypergeometricOracle.Value(HypergeometricOracle.Miss(population, falsified, sampled, 0, 1));
            Assert.Equal(perfect, Hypergeometric.Miss(population, falsified, sampled), 1e-11 * perfect);
            var imperfect = HypergeometricOracle.Value(HypergeometricOracle.Miss(population, falsified, sampled, 1, 4));
            Assert.Equal(imperfect, Hypergeometric.Miss(population, falsified, sampled, 0.75), 1e-11 * imperfect);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    // 3/10 is reached exactly by seven of ten; the nearest double lies below it and would ask for an eighth.
    [Fact]
    public void A_probability_that_is_just_reached_is_reached()
    {
        Assert.Equal(7, SampleSize.Smallest(10, 1, 0.7m));
        Assert.Equal(8, SampleSize.Smallest(10, 1, 0.7000000000000000000000000001m));
        Assert.Equal(700_000, SampleSize.Smallest(1_000_000, 1, 0.7m));
        Assert.Equal(5, SampleSize.Smallest(10, 1, 0.4m, 0.8m));
    }

    [Fact]
    public void A_million_items_are_no_hindrance()
    {
        foreach (var (falsified, detection, identification) in new[] { (1_000, 0.95m, 1m), (500_000, 0.99999m, 1m), (86, 0.9m, 0.9m),
            (100_000, 0.999m, 0.05m) })
        {
            var n = SampleSize.Smallest(1_000_000, falsified, detection, identification)!.Value;
            var missed = 1 - (double)detection;
            Assert.True(Hypergeometric.Miss(1_000_000, falsified, n, (double)identification) <= missed * (1 + 1e-9));
            Assert.True(Hypergeometric.Miss(1_000_000, falsified, n - 1, (double)identification) > missed * (1 - 1e-9));
        }
    }

    [Theory]
    [InlineData(1000, 1, "0.001", 1)]
    [InlineData(1000, 1, "0.999", 999)]
    [InlineData(1_000_000, 1, "0.000001", 1)]
    [InlineData(100, 2, "0.99", 90)]
    [InlineData(100, 2, "0.9999", 99)]
    [InlineData(100, 2, "0.9996", 98)]
    [InlineData(1_000_000, 1, "0.0000010001", 2)]
    public void The_formulae_of_plans_do_not_round_a_whole_number_up(int items, int falsified, string detection, int expected)
    {
        var probability = decimal.Parse(detection, CultureInfo.InvariantCulture);
        Assert.Equal(expected, SampleSize.Planning(items, 1, falsified, probability));
        Assert.Equal(expected, SampleSize.Adjusted(items, falsified, probability));
    }

    [Fact]
    public void Certainty_takes_all_but_the_falsified_items_and_one_more_however_many_there_are()
    {
        Assert.Equal(600_001, SampleSize.Smallest(1_000_000, 400_000, 1));
        Assert.Equal(1, SampleSize.Smallest(1_000_000, 1_000_000, 1));
        Assert.Equal(1_000_000, SampleSize.Smallest(1_000_000, 1, 1));
        Assert.Null(SampleSize.Smallest(1_000_000, 400_000, 1, 0.999_999m));
    }

    [Fact]
    public void One_more_in_the_sample_or_falsified_never_helps_the_adversary() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var population = random.Next(2, 100_001);
            var (falsified, sampled) = (random.Next(0, population), random.Next(0, population));
            var identification = random.NextDouble();
            var miss = Hypergeometric.Miss(population, falsified, sampled, identification);
            Assert.InRange(miss, 0, 1 + 1e-14);
            Assert.True(Hypergeometric.Miss(population, falsified, sampled + 1, identification) <= miss * (1 + 1e-11));
            Assert.True(Hypergeometric.Miss(population, falsified + 1, sampled, identification) <= miss * (1 + 1e-11));
            // Whether d are falsified and n drawn or the other way round is one question.
            Assert.Equal(miss, Hypergeometric.Miss(population, sampled, falsified, identification), 1e-11 * miss);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void The_number_of_falsified_items_is_counted_in_exact_decimals()
    {
        Assert.Equal(11, SampleSize.Falsified(0.1m, 1.1m));
        Assert.Equal(4, SampleSize.Falsified(2, 8));
        Assert.Equal(86, SampleSize.Falsified(0.88m, 75));
        Assert.Equal(20, SampleSize.Falsified(2, 8, 0.2m));
        Assert.Null(SampleSize.Falsified(0.000001m, 8));
    }

    [Fact]
    public void The_planning_formula_keeps_its_digits_for_a_million_items() =>
        Assert.Equal((3, 3), (SampleSize.Planning(1_000_000, 1, 1_000_000, 0.9m), SampleSize.Smallest(1_000_000, 900_000, 0.999m)));

    [Fact]
    public void Nothing_is_enough_for_a_method_that_misses_too_often()
    {
        Assert.Null(SampleSize.Smallest(10, 1, 0.9m, 0.8m));
        Assert.Equal([FaultCodes.NotAttainable], Faults(new SampleQuestion(10, 8, 8, 0.9m, 1, 0.8m)));
    }

    [Theory]
    [InlineData(0, 2, 8, 0.9, 1, 1, "items")]
    [InlineData(1_000_001, 2, 8, 0.9, 1, 1, "items")]
    [InlineData(60, 0, 8, 0.9, 1, 1, "mean")]
    [InlineData(60, 2, -8, 0.9, 1, 1, "goal")]
    [InlineData(60, 2, 8, 0, 1, 1, "detection")]
    [InlineData(60, 2, 8, 1.1, 1, 1, "detection")]
    [InlineData(60, 2, 8, 0.9, 1.1, 1, "defect")]
    [InlineData(60, 2, 8, 0.9, 1, 0, "identification")]
    public void A_question_with_a_bad_number_is_refused(int items, double mean, double goal, double detection, double defect,
        double identification, string field)
    {
        var outcome = SamplePlan.For(new SampleQuestion(items, (decimal)mean, (decimal)goal, (decimal)detection, (decimal)defect,
            (decimal)identification));
        Assert.Equal((FaultCodes.OutOfRange, field), (outcome.Faults.Single().Code, outcome.Faults.Single().Field));
    }

    [Fact]
    public void More_than_the_stratum_holds_cannot_be_missing_from_it() =>
        Assert.Equal([FaultCodes.NotAttainable], Faults(new SampleQuestion(3, 2, 8, 0.9m)));

    [Fact]
    public void The_curve_rises_from_one_falsified_item_to_all_of_them()
    {
        var curve = SamplePlan.Curve(60, 26);
        Assert.Equal(60, curve.Count);
        Assert.Equal(26 / 60.0, curve[0].Probability, 1e-14);
        Assert.Equal(0.9049, curve[3].Probability, 0.00005);
        Assert.Equal(1, curve[^1].Probability);
        Assert.Equal((1, 60), (SamplePlan.Curve(60, 5, 0.9, 7)[0].Falsified, SamplePlan.Curve(60, 5, 0.9, 7)[^1].Falsified));
        Assert.Single(SamplePlan.Curve(1, 1));
    }

    private static SamplePlan Plan(int items, string mean, string goal, string detection)
    {
        var numbers = new[] { mean, goal, detection }.Select(text =>
            decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        return SamplePlan.For(new SampleQuestion(items, numbers[0], numbers[1], numbers[2])).Value!;
    }

    private static IEnumerable<string> Faults(SampleQuestion question) => SamplePlan.For(question).Faults.Select(fault => fault.Code);
}
