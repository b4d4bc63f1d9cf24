using Custodia.Statistics.Balances;

namespace Custodia.Statistics.Tests.Balances;

/// <summary>What must hold whatever the numbers are.</summary>
public sealed class NumericalTests
{
    [Fact]
    public void Inner_inventories_drop_out_of_cumuf_and_the_order_of_locations_changes_nothing()
    {
        var (area, _) = new RandomAreas(7).Next();
        var found = area.Evaluate();
        var totals = found.Totals;
        Assert.Equal(totals.Begin[0] + totals.Input.Sum() - totals.Output.Sum() - totals.End[^1], found.Cumuf[^1], 1e-12);
        var turned = (area with { Locations = [.. area.Locations.Reverse()] }).Evaluate();
        for (var i = 0; i < found.Count; i++)
        {
            Assert.Equal(found.Muf[i], turned.Muf[i], 1e-12);
            for (var j = 0; j <= i; j++)
                Assert.Equal(found.Covariance[i, j], turned.Covariance[i, j], 1e-14);
        }
    }

    [Fact]
    public void Without_systematic_errors_one_inventory_couples_neighbours_alone()
    {
        var found = With(Areas.NearRealTime, method => method with { RelativeSystematic = 0 }).Evaluate();
        for (var i = 0; i < found.Count; i++)
            for (var j = 0; j < i; j++)
                if (j == i - 1)
                    Assert.Equal(-Math.Pow(0.01 * found.Totals.Begin[i], 2), found.Covariance[i, j], 1e-9);
                else
                    Assert.Equal(0, found.Covariance[i, j]);
    }

    [Fact]
    public void Without_random_errors_each_systematic_error_is_one_rank_and_the_next_period_is_singular()
    {
        var found = With(Areas.NearRealTime, method => method with { RelativeRandom = 0 }).Evaluate();
        Assert.Equal((3, SingularReason.NoRandomError), (found.Singular!.Period, found.Singular.Reason));
        Assert.Equal((3, 3, 3), (found.Sitmuf.Length, found.ItmufSd.Length, found.GemufV1.Length));
        Assert.Equal(6, found.Sigma.Length);
        double[][] effects =
        [
            [.. found.Totals.Input.Select(x => 0.002 * x)], [.. found.Totals.Output.Select(y => -0.002 * y)],
            [.. found.Totals.Begin.Zip(found.Totals.End, (begin, end) => 0.005 * (begin - end))],
        ];
        for (var i = 0; i < found.Count; i++)
            for (var j = 0; j <= i; j++)
                Assert.Equal(effects.Sum(effect => effect[i] * effect[j]), found.Covariance[i, j], 1e-9);
    }

    [Fact]
    public void Scaling_all_masses_scales_muf_and_sigma_and_leaves_the_tests()
    {
        var scaled = Areas.Worked with
        {
            Locations = [.. Areas.Worked.Locations.Select(at => at with { Masses = [at.Masses[0].ToArray().Select(x => 8 * x).ToArray()] })],
        };
        var (one, eight) = (Areas.Worked.Evaluate(), scaled.Evaluate());
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(8 * one.Muf[i], eight.Muf[i], 1e-12);
            Assert.Equal(8 * one.Sigma[i], eight.Sigma[i], 1e-14);
            Assert.Equal(one.Sitmuf[i], eight.Sitmuf[i], 1e-13);
            Assert.Equal(one.Page().Upper[i], eight.Page().Upper[i], 1e-13);
        }
    }

    [Fact]
    public void Sampled_errors_have_the_variance_of_V_and_sitmuf_the_variance_1()
    {
        const int Count = 100_000;
        var structure = BalanceStructure.Of(Areas.Worked, new());
        var found = BalanceSequence.Evaluate(structure);
        var random = new Random(1);
        var (muf, sitmuf) = (new double[found.Count], new double[found.Count]);
        for (var n = 0; n < Count; n++)
        {
            var drawn = Draw(structure, random);
            var z = found.Factor.Solve(drawn);
            for (var i = 0; i < found.Count; i++)
            {
                muf[i] += drawn[i] * drawn[i];
                sitmuf[i] += z[i] * z[i];
            }
        }
        // The standard error of a sampled standard deviation is σ / √(2 n).
        for (var i = 0; i < found.Count; i++)
        {
            Assert.Equal(1, Math.Sqrt(muf[i] / Count) / found.Sigma[i], 4 / Math.Sqrt(2.0 * Count));
            Assert.Equal(1, Math.Sqrt(sitmuf[i] / Count), 4 / Math.Sqrt(2.0 * Count));
        }
    }

    [Fact]
    public void A_further_period_leaves_all_earlier_results_to_the_last_bit()
    {
        var area = Long(80);
        var whole = area.Evaluate();
        BalanceSequence? growing = null;
        foreach (var count in new[] { 1, 2, 31, 32, 33, 63, 64, 65, 79, 80 })
        {
            var cut = Until(area, count);
            var alone = cut.Evaluate();
            growing = BalanceSequence.Evaluate(BalanceStructure.Of(cut, new()), 0, growing);
            foreach (var found in new[] { alone, growing })
            {
                Assert.Equal(count, found.Count);
                Assert.Equal(whole.Sitmuf.Take(count), found.Sitmuf);
                Assert.Equal(whole.ItmufSd.Take(count), found.ItmufSd);
                Assert.Equal(whole.SigmaCumuf.Take(count), found.SigmaCumuf);
                Assert.Equal(whole.Page().Upper.Take(count), found.Page().Upper);
                for (var i = 0; i < count; i++)
                    Assert.True(whole.Covariance.Row(i).SequenceEqual(found.Covariance.Row(i)));
            }
        }
    }

    [Fact]
    public void A_reading_that_changes_is_worked_out_anew_though_an_earlier_sequence_is_given()
    {
        var area = Long(40);
        var earlier = area.Evaluate();
        var masses = area.Locations[0].Masses[0].ToArray();
        masses[20] += 1;
        var changed = area with { Locations = [area.Locations[0] with { Masses = [masses] }, .. area.Locations.Skip(1)] };
        var found = BalanceSequence.Evaluate(BalanceStructure.Of(changed, new()), 0, earlier);
        Assert.Equal(changed.Evaluate().Sitmuf, found.Sitmuf);
        Assert.NotEqual(earlier.Sitmuf[^1], found.Sitmuf[^1]);
    }

    [Theory]
    [InlineData("calibration")]
    [InlineData("measurement of neighbours")]
    [InlineData("measurement of two periods")]
    [InlineData("measurement of all periods")]
    public void What_changes_beside_the_diagonal_alone_is_worked_out_anew_too(string what)
    {
        // Equal items, one in each period: who measured what together changes no variance, but covariances.
        BalanceCase Area(string?[] names, double[] calibrations) => Areas.Case(BalanceDates.Every(1),
            [new("in", 0.01, 0.02) { Calibrations = calibrations }, new("out", 0.02, 0)],
            Areas.At("in", LocationKind.Input, [1, 2, 3, 4, 5, 6], [5, 5, 5, 5, 5, 5]) with { Measurements = names },
            Areas.At("out", LocationKind.Output, [1, 2, 3, 4, 5, 6], [4, 5, 6, 4, 5, 6]));
        string?[] apart = ["1", "2", "3", "4", "5", "6"];
        var (one, other) = (Area(apart, []), what switch
        {
            "calibration" => Area(apart, [3]),
            "measurement of neighbours" => Area(["1", "2", "2", "4", "5", "6"], []),
            "measurement of two periods" => Area(["1", "2", "3", "1", "5", "6"], []),
            _ => Area(["1", "1", "1", "1", "1", "1"], []),
        });
        foreach (var (earlier, now) in new[] { (one, other), (other, one) })
        {
            var found = BalanceSequence.Evaluate(BalanceStructure.Of(now, new()), 0, earlier.Evaluate());
            Assert.Equal(earlier.Evaluate().Sigma, found.Sigma);
            Assert.NotEqual(earlier.Evaluate().Sitmuf, found.Sitmuf);
            Assert.Equal(now.Evaluate().Sitmuf, found.Sitmuf);
            Assert.Equal(now.Evaluate().SigmaCumuf, found.SigmaCumuf);
        }
    }

    [Fact]
    public void Calibrating_everything_between_periods_leaves_only_the_inventory_that_two_periods_share()
    {
        var found = With(Areas.NearRealTime, method => method with { Calibrations = [0, 1, 2, 3, 4, 5] }).Evaluate();
        for (var i = 0; i < found.Count; i++)
            for (var j = 0; j < i; j++)
            {
                var shared = found.Totals.Begin[i];
                Assert.Equal(j == i - 1 ? -(0.01 * 0.01 + 0.005 * 0.005) * shared * shared : 0, found.Covariance[i, j], 1e-9);
            }
    }

    [Fact]
    public void The_parts_by_location_and_method_add_up_to_the_variance_to_the_last_bit()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var (area, options) = new RandomAreas(seed).Next();
            var found = area.Evaluate(options);
            for (var i = 0; i < found.Count; i++)
            {
                var sum = 0.0;
                foreach (var part in found.Parts)
                    sum += part.Variance[i];
                Assert.Equal(found.Covariance[i, i], sum);
                Assert.Equal(Math.Sqrt(sum), found.Sigma[i]);
            }
        }
    }

    // Errors of each reading, drawn one by one and carried into the balances.
    private static double[] Draw(BalanceStructure structure, Random random)
    {
        var drawn = new double[structure.Count];
        foreach (var at in structure.Locations)
        {
            var method = structure.Case.Methods[at.Methods[0]];
            var common = method.RelativeSystematic * Normal(random);
            for (var j = 0; j < at.Errors.Count; j++)
            {
                var error = at.Readings.Masses[0].Span[j] * (method.RelativeRandom * Normal(random) + common);
                for (var k = at.Errors.Starts[j]; k < at.Errors.Starts[j + 1]; k++)
                    drawn[at.Errors.Periods[k]] += at.Errors.Weights[k] * error;
            }
        }
        return drawn;
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static BalanceCase With(BalanceCase area, Func<MeasurementMethod, MeasurementMethod> change) =>
        area with { Methods = [.. area.Methods.Select(change)] };

    private static BalanceCase Long(int periods)
    {
        var random = new Random(3);
        double[] Masses(int count, double mean) => [.. Enumerable.Range(0, count).Select(_ => mean * (0.9 + 0.2 * random.NextDouble()))];
        double[] Times(int count, double step) => [.. Enumerable.Range(0, count).Select(j => j * step)];
        return Areas.Case(BalanceDates.Every(1),
            [new("in", 0.004, 0.002) { Calibrations = [10.5, 33] }, new("out", 0.003, 0.002, 0.01, 0.02), new("inventory", 0.01, 0.005)],
            Areas.At("in", LocationKind.Input, Times(4 * periods + 1, 0.25), Masses(4 * periods + 1, 3)),
            Areas.At("out", LocationKind.Output, Times(10 * periods + 1, 0.1), Masses(10 * periods + 1, 12), FlowType.Continuous),
            Areas.At("inventory", LocationKind.Inventory, Times(periods + 1, 1), Masses(periods + 1, 40)));
    }

    // What had been read by the end of a period.
    private static BalanceCase Until(BalanceCase area, int periods) => area with
    {
        Locations =
        [
            .. area.Locations.Select(at =>
            {
                var count = at.Times.ToArray().Count(time => time <= periods + 1e-9);
                return at with { Times = at.Times[..count], Masses = [at.Masses[0][..count]] };
            }),
        ],
    };
}
