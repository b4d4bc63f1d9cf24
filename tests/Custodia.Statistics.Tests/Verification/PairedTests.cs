using Custodia.Statistics.Verification;

namespace Custodia.Statistics.Tests.Verification;

public sealed class PairedTests
{
    // Two inspections of three items; all sums below are done by hand.
    private static readonly PairedItem[] Few =
    [
        new("2025", 10, 9), new("2025", 12, 12), new("2025", 14, 12),
        new("2026", 20, 17), new("2026", 21, 19), new("2026", 25, 21),
    ];

    [Fact]
    public void A_small_set_gives_what_is_worked_out_by_hand()
    {
        var estimates = PairedEstimates.Of(Few, ErrorScale.Absolute).Value!;
        // Within: x 8 + 14, y 6 + 8, xy 6 + 10, each over 4.
        Assert.Equal((22 - 16) / 4.0, estimates.OperatorRandom.Value, 1e-12);
        Assert.Equal((14 - 16) / 4.0, estimates.InspectorRandom.Value, 1e-12);
        Assert.Equal(16 / 4.0, estimates.Product.Value, 1e-12);
        // Differences 1, 0, 2 and 3, 2, 4: within 4 / 4; means 1 and 3, between 6 / 1, n₀ = 3.
        Assert.Equal(1, estimates.DifferenceRandom.Value, 1e-12);
        Assert.Equal((6 - 1) / 3.0, estimates.DifferenceSystematic!.Value, 1e-12);
        Assert.Equal(2, estimates.MeanDifference, 1e-12);
        Assert.Equal((6, 2), (estimates.Items, estimates.Inspections));
    }

    [Fact]
    public void Standard_errors_are_those_of_normal_errors()
    {
        var estimates = PairedEstimates.Of(Few, ErrorScale.Absolute).Value!;
        Assert.Equal(Math.Sqrt(((5.5 * 1) + (1.5 * 1.5)) / 4), estimates.OperatorRandom.StandardError, 1e-12);
        Assert.Equal(Math.Sqrt(((3.5 * 1) + (0.5 * 0.5)) / 4), estimates.InspectorRandom.StandardError, 1e-12);
        Assert.Equal(Math.Sqrt(2.0 / 4), estimates.DifferenceRandom.StandardError, 1e-12);
        // Balanced: 2/n² (MS_between² / (g − 1) + MS_within² / (g (n − 1))).
        Assert.Equal(Math.Sqrt(2.0 / 9 * (36 + (1 / 4.0))), estimates.DifferenceSystematic!.StandardError, 1e-12);
        Assert.Equal((4, 1), (estimates.DifferenceRandom.Freedom, estimates.DifferenceSystematic.Freedom));
    }

    [Fact]
    public void Small_errors_of_items_that_differ_widely_keep_their_digits()
    {
        // Errors of ±1 mg and ±2 mg of items from 1 to 8 kg (g): sums of squares of the items have no digit left for them.
        decimal[] items = [1000, 2000, 3000, 4000, 5000, 6000, 7000, 8000], x = [1, -1, -1, 1, 1, -1, -1, 1], y = [2, 2, -2, -2, 2, 2, -2, -2];
        PairedItem[] pairs =
            [.. items.Select((item, i) => new PairedItem("2025", (double)(1000 * item + x[i] / 1000), (double)(1000 * item + y[i] / 1000)))];
        var found = PairedEstimates.Of(pairs, ErrorScale.Absolute).Value!;
        decimal Covariance(Func<int, decimal> a, Func<int, decimal> b) => Enumerable.Range(0, 8).Sum(i =>
            (a(i) - Enumerable.Range(0, 8).Average(a)) * (b(i) - Enumerable.Range(0, 8).Average(b))) / 7;
        decimal X(int i) => 1000 * items[i] + x[i] / 1000;
        decimal Y(int i) => 1000 * items[i] + y[i] / 1000;
        Assert.Equal((double)Covariance(X, i => X(i) - Y(i)), found.OperatorRandom.Value, 1e-3);
        Assert.Equal((double)Covariance(Y, i => Y(i) - X(i)), found.InspectorRandom.Value, 1e-3);
    }

    [Fact]
    public void A_negative_estimate_is_stated_and_has_no_deviation()
    {
        var inspector = PairedEstimates.Of(Few, ErrorScale.Absolute).Value!.InspectorRandom;
        Assert.True(inspector.IsNegative);
        Assert.Null(inspector.Deviation);
        Assert.Equal(-0.5, inspector.Value, 1e-12);
        PairedItem[] alike = [new("a", 10, 9), new("a", 10, 11), new("b", 10, 9), new("b", 10, 11)];
        Assert.Equal(-1, PairedEstimates.Of(alike, ErrorScale.Absolute).Value!.DifferenceSystematic!.Value, 1e-12);
    }

    [Fact]
    public void The_two_methods_agree_on_what_both_see()
    {
        var estimates = PairedEstimates.Of(Draw(new Random(3), 7, 13)).Value!;
        Assert.Equal(estimates.DifferenceRandom.Value, estimates.OperatorRandom.Value + estimates.InspectorRandom.Value, 1e-15);
    }

    [Fact]
    public void A_bias_of_an_inspection_is_not_taken_for_scatter()
    {
        var biased = Few.Select(item => item.Inspection == "2026" ? item with { Inspector = item.Inspector + 100 } : item).ToArray();
        var (plain, shifted) = (PairedEstimates.Of(Few, ErrorScale.Absolute).Value!, PairedEstimates.Of(biased, ErrorScale.Absolute).Value!);
        Assert.Equal(plain.OperatorRandom.Value, shifted.OperatorRandom.Value, 1e-9);
        Assert.Equal(plain.DifferenceRandom.Value, shifted.DifferenceRandom.Value, 1e-9);
        Assert.True(shifted.DifferenceSystematic!.Value > 1_000);
    }

    [Fact]
    public void Estimates_and_their_standard_errors_hold_over_many_draws()
    {
        const int Runs = 4_000;
        var random = new Random(11);
        var runs = Enumerable.Range(0, Runs).Select(_ => PairedEstimates.Of(Draw(random, 6, 10)).Value!).ToList();
        Check(runs.Select(run => run.OperatorRandom), 0.002 * 0.002);
        Check(runs.Select(run => run.InspectorRandom), 0.005 * 0.005);
        Check(runs.Select(run => run.DifferenceRandom), (0.002 * 0.002) + (0.005 * 0.005));
        Check(runs.Select(run => run.DifferenceSystematic!), 0.004 * 0.004);

        static void Check(IEnumerable<VarianceEstimate> estimates, double truth)
        {
            var values = estimates.Select(estimate => estimate.Value).ToList();
            var (mean, spread) = (values.Average(), Math.Sqrt(values.Average(value => value * value) - (values.Average() * values.Average())));
            Assert.InRange(mean, truth - (4 * spread / Math.Sqrt(Runs)), truth + (4 * spread / Math.Sqrt(Runs)));
            // The stated errors are made of estimates themselves: near the truth on the mean of their squares.
            var stated = Math.Sqrt(estimates.Average(estimate => estimate.StandardError * estimate.StandardError));
            Assert.InRange(stated, 0.85 * spread, 1.25 * spread);
        }
    }

    [Fact]
    public void Inspections_of_unequal_size_have_the_standard_error_of_drawing_them()
    {
        const int Runs = 20_000;
        int[] sizes = [2, 3, 20];
        var random = new Random(12);
        var values = new List<double>();
        for (var run = 0; run < Runs; run++)
        {
            values.Add(OneWayAnova.Of([.. sizes.Select(size =>
            {
                var shift = 2 * Normal(random);
                return Enumerable.Range(0, size).Select(_ => shift + Normal(random)).ToArray();
            })]).Between!.Value);
        }

        var variance = values.Average(value => value * value) - (values.Average() * values.Average());
        Assert.Equal(4, values.Average(), 4 * Math.Sqrt(variance / Runs));
        Assert.Equal(OneWayAnova.Error(sizes, 1, 4), Math.Sqrt(variance), 0.04 * Math.Sqrt(variance));
    }

    [Fact]
    public void Relative_errors_do_not_depend_on_the_unit()
    {
        var kilograms = Draw(new Random(4), 4, 5);
        var grams = kilograms.Select(item => item with { Operator = item.Operator * 1000, Inspector = item.Inspector * 1000 }).ToArray();
        Assert.Equal(PairedEstimates.Of(kilograms).Value!.OperatorRandom.Value, PairedEstimates.Of(grams).Value!.OperatorRandom.Value, 1e-15);
    }

    [Fact]
    public void With_one_inspection_nothing_is_said_of_systematic_errors() =>
        Assert.Null(PairedEstimates.Of([.. Few.Take(3)], ErrorScale.Absolute).Value!.DifferenceSystematic);

    [Theory]
    [InlineData(double.NaN, 1, "pairs[0].operator")]
    [InlineData(1, -1, "pairs[0].inspector")]
    [InlineData(0, 1, "pairs[0].operator")]
    [InlineData(1, double.PositiveInfinity, "pairs[0].inspector")]
    public void Bad_numbers_are_refused_with_their_place(double x, double y, string field)
    {
        var outcome = PairedEstimates.Of([new("a", x, y), .. Few]);
        Assert.Equal((FaultCodes.OutOfRange, field), (outcome.Faults.Single().Code, outcome.Faults.Single().Field));
    }

    [Fact]
    public void Too_few_and_too_many_pairs_are_refused()
    {
        Assert.Equal(FaultCodes.TooFew, PairedEstimates.Of([]).Faults.Single().Code);
        Assert.Equal(FaultCodes.TooFew, PairedEstimates.Of([new("a", 1, 1), new("a", 1, 1), new("b", 1, 1)]).Faults.Single().Code);
        Assert.Equal(FaultCodes.TooMany, PairedEstimates.Of([.. Enumerable.Repeat(Few[0], 1_000_001)]).Faults.Single().Code);
    }

    // Operator 0.2 % random, inspector 0.5 % random, 0.4 % systematic between inspections; items vary by 1 %.
    private static PairedItem[] Draw(Random random, int inspections, int items) =>
    [
        .. Enumerable.Range(0, inspections).SelectMany(j =>
        {
            var shift = 0.004 * Normal(random);
            return Enumerable.Range(0, items).Select(_ =>
            {
                var mass = 10 * Math.Exp(0.01 * Normal(random));
                return new PairedItem($"{j}", mass * Math.Exp(0.002 * Normal(random)), mass * Math.Exp(shift + (0.005 * Normal(random))));
            }).ToArray();
        }),
    ];

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
