using Custodia.Statistics.Balances;

namespace Custodia.Statistics.Tests.Balances;

/// <summary>Mistakes that other tools were seen to make. Each must fail here if it comes back.</summary>
public sealed class PitfallTests
{
    private const double R = 0.01;
    private const double S = 0.02;

    [Fact]
    public void The_systematic_error_of_an_inventory_cancels_between_opening_and_closing()
    {
        var found = Inventory([100, 103, 103]).Evaluate();
        Assert.Equal(R * R * (100 * 100 + 103 * 103) + S * S * 3 * 3, found.Covariance[0, 0], 1e-12);
        Assert.Equal(R * R * 2 * 103 * 103, found.Covariance[1, 1], 1e-12);
    }

    [Fact]
    public void The_opening_inventory_of_the_first_period_counts_unless_it_is_exact()
    {
        var exact = Inventory([100, 103]).Evaluate(new() { IsOpeningExact = true });
        Assert.Equal((R * R + S * S) * 103 * 103, exact.Covariance[0, 0], 1e-12);
        Assert.Equal(-3, exact.Muf[0], 1e-12);
        Assert.True(Inventory([100, 103]).Evaluate().Covariance[0, 0] > R * R * 2 * 100 * 100);
    }

    [Fact]
    public void Items_average_out_their_random_error_unless_their_total_was_measured_once()
    {
        var flow = Areas.Case(BalanceDates.Every(1), [new("in", R, S)],
            Areas.At("in", LocationKind.Input, [0.1, 0.2, 0.3, 1], [5, 5, 5, 5]));
        Assert.Equal(R * R * 4 * 25 + S * S * 400, flow.Evaluate().Covariance[0, 0], 1e-12);
        Assert.Equal(R * R * 400 + S * S * 400, flow.Evaluate(new() { Model = RandomErrorModel.Total }).Covariance[0, 0], 1e-12);
    }

    [Fact]
    public void Each_row_of_V_uses_its_own_period()
    {
        var flow = Areas.Case(BalanceDates.Every(1), [new("in", 0, S), new("out", R, 0)],
            Areas.At("in", LocationKind.Input, [0.5, 1.5, 2.5], [1, 10, 100]),
            Areas.At("out", LocationKind.Output, [0.5, 1.5, 3], [2, 3, 5]));
        var found = flow.Evaluate();
        Areas.Equal([-1, 7, 95], found.Muf, 1e-12);
        double[] input = [1, 10, 100], output = [2, 3, 5];
        for (var i = 0; i < 3; i++)
            for (var j = 0; j <= i; j++)
                Assert.Equal(S * S * input[i] * input[j] + (i == j ? R * R * output[i] * output[i] : 0), found.Covariance[i, j], 1e-12);
    }

    [Fact]
    public void A_systematic_error_ends_with_its_calibration_and_lasts_within_one()
    {
        var flow = Areas.Case(BalanceDates.Every(1), [new("in", R, S) { Calibrations = [1.4, 2] }],
            Areas.At("in", LocationKind.Input, [0.5, 1.3, 1.4, 1.6, 2, 2.5, 3], [10, 2, 3, 4, 5, 6, 7]));
        var found = flow.Evaluate();
        Assert.Equal(S * S * 10 * (2 + 3), found.Covariance[1, 0], 1e-12);
        Assert.Equal(0, found.Covariance[2, 0]);
        Assert.Equal(0, found.Covariance[2, 1]);
        Assert.Equal(S * S * ((2 + 3) * (2 + 3) + (4 + 5) * (4 + 5)) + R * R * (4 + 9 + 16 + 25), found.Covariance[1, 1], 1e-12);
    }

    [Fact]
    public void A_method_that_two_locations_share_makes_one_error_that_cancels_between_them()
    {
        LocationReadings At(string id, LocationKind kind, double mass) =>
            new(new(id, kind, FlowType.Discrete, ["scale"]), new[] { 1.0 }, [new[] { mass }]);
        var found = Areas.Case(BalanceDates.Every(1), [new("scale", R, S)],
            At("in", LocationKind.Input, 100), At("out", LocationKind.Output, 90)).Evaluate();
        Assert.Equal(R * R * (100 * 100 + 90 * 90) + S * S * 10 * 10, found.Covariance[0, 0], 1e-12);
        Assert.Equal(-S * S * 90 * 10, found.Parts.Single(part => part is { Location: 1, IsSystematic: true }).Variance[0], 1e-12);
    }

    [Fact]
    public void A_part_of_a_measured_batch_has_the_same_share_of_its_one_error()
    {
        const double Once = 0.3, Always = 0.2;
        LocationReadings At(string id, LocationKind kind, double[] times, double[] shares) =>
            new(new(id, kind, FlowType.Discrete, ["scale"]), times, [times.Select(_ => 100.0).ToArray()])
            {
                Measurements = [.. times.Select(_ => "batch")],
                Shares = shares,
            };
        var found = Areas.Case(BalanceDates.At(0, 1, 2), [new("scale", R, S, Once, Always)],
            At("in", LocationKind.Input, [0.5], [1]), At("out", LocationKind.Output, [0.7, 2], [0.4, 0.6])).Evaluate();
        Assert.Equal([60, -60], found.Muf);
        var variance = (0.6 * 0.6 * 100 * 100 * (R * R + S * S)) + (0.6 * 0.6 * (Once * Once + Always * Always));
        Assert.Equal(variance, found.Covariance[0, 0], variance * 1e-12);
        Assert.Equal(-variance, found.Covariance[1, 0], variance * 1e-12);
        Assert.Equal(0, found.SigmaCumuf[1], 1e-9);
    }

    [Theory]
    [InlineData(LocationKind.Input, FlowType.Discrete, 0.5, 0.0)]
    [InlineData(LocationKind.Input, FlowType.Discrete, 0.5, double.NaN)]
    [InlineData(LocationKind.Input, FlowType.Discrete, 0.5, null)]
    [InlineData(LocationKind.Input, FlowType.Continuous, 0.5, 0.5)]
    [InlineData(LocationKind.Inventory, null, 0.5, 0.5)]
    public void Shares_are_of_items_one_each_and_above_zero(LocationKind kind, FlowType? type, double first, double? second) =>
        Assert.Throws<ArgumentException>(() => Areas.Case(BalanceDates.At(0, 1), [new("at", R, S)],
            Areas.At("at", kind, [0.5, 1], [1, 2], type) with { Shares = second is { } also ? [first, also] : [first] }).Evaluate());

    [Fact]
    public void Every_output_and_both_inventories_are_active()
    {
        var found = Areas.Case(BalanceDates.Every(1), [new("m", R, S)],
            Shared("in", LocationKind.Input, [0.5], [7]), Shared("out 1", LocationKind.Output, [0.5], [3]),
            Shared("out 2", LocationKind.Output, [0.5], [4]), Shared("inv 1", LocationKind.Inventory, [0, 1], [20, 21]),
            Shared("inv 2", LocationKind.Inventory, [0, 1], [30, 29])).Evaluate();
        Assert.Equal(7 + 3 + 4 + 20 + 21 + 30 + 29, found.Totals.ActiveInventory[0], 1e-12);
    }

    [Fact]
    public void Equal_balances_one_after_the_other_are_two_balances()
    {
        var found = Areas.Case(BalanceDates.Every(1), [new("in", R, S)],
            Areas.At("in", LocationKind.Input, [0.5, 1.5, 2.5, 3], [2, 2, 2, 0])).Evaluate();
        Areas.Equal([2, 4, 6], found.Cumuf, 1e-12);
    }

    [Fact]
    public void An_item_on_a_balance_date_counts_once_in_the_period_that_closes()
    {
        var flow = Areas.Case(BalanceDates.Every(1), [new("in", R, S)], Areas.At("in", LocationKind.Input, [0, 1, 1.5, 2], [1, 2, 4, 8]));
        Areas.Equal([3, 12], flow.Evaluate().Muf, 0);
        Areas.Equal([2, 12], flow.Evaluate(new() { CountsItemsAtStart = false }).Muf, 0);
    }

    [Fact]
    public void Rates_are_clipped_at_the_balance_dates_and_a_rate_of_zero_is_no_pulse()
    {
        var rates = Areas.Case(BalanceDates.Every(2), [new("in", R, S)],
            Areas.At("in", LocationKind.Input, [0, 1, 3, 4], [0, 0, 4, 0], FlowType.Continuous));
        var found = rates.Evaluate();
        Areas.Equal([1, 5], found.Muf, 1e-12);
        // The rate at t = 3 has the weights 1/4 and 3/4 + 1/2, and one random error in both periods.
        Assert.Equal(R * R * 16 * 0.25 * 1.25 + S * S * 1 * 5, found.Covariance[1, 0], 1e-12);
        Assert.Equal(R * R * 16 * 1.25 * 1.25 + S * S * 25, found.Covariance[1, 1], 1e-12);
    }

    [Theory]
    [InlineData(new double[] { 0, 2, 5, 10 }, 5)]
    [InlineData(new double[] { 0, 3, 6 }, 4)]
    [InlineData(new double[] { 4, 7, 10 }, 4)]
    [InlineData(new double[] { 0, 3, 6, 9, 14 }, 5)]
    public void A_rate_is_as_unknown_before_its_first_and_after_its_last_stamp_as_in_a_gap(double[] stamps, double gap)
    {
        var area = Areas.Case(BalanceDates.Every(5), [new("rate", R, S), new("in", R, S)],
            Areas.At("rate", LocationKind.Input, stamps, [.. stamps.Select(_ => 1.0)], FlowType.Continuous),
            Areas.At("in", LocationKind.Input, [10], [1]));
        Assert.Empty(CaseRules.Faults(area, new() { GapLimit = gap }));
        var fault = Assert.Single(CaseRules.Faults(area, new() { GapLimit = gap - 0.5 }));
        Assert.Equal((FaultCodes.Gap, "rate"), (fault.Code, fault.File));
    }

    [Fact]
    public void The_nearest_reading_stands_for_an_inventory_and_the_earlier_one_on_a_tie()
    {
        var found = Areas.Case(BalanceDates.Every(10), [new("inv", R, S)],
            Areas.At("inv", LocationKind.Inventory, [1, 8, 12, 19, 20.5], [5, 6, 7, 8, 9])).Evaluate();
        Areas.Equal([5, 6], found.Totals.Begin, 0);
        Areas.Equal([6, 9], found.Totals.End, 0);
        Areas.Equal([1, -2, 0.5], [.. found.Structure.Locations[0].Inventory.Select(at => at.Offset)], 0);
    }

    [Theory]
    [InlineData(1.0, 1.2, 1.1, 6)]
    [InlineData(2.1, 2.3, 2.2, 6)]
    [InlineData(16.4, 16.6, 16.5, 6)]
    [InlineData(1.0, 1.1999999, 1.1, 7)]
    [InlineData(1.0000001, 1.2, 1.1, 6)]
    public void Decimals_that_are_equally_far_from_a_date_are_a_tie_though_their_doubles_are_not(
        double earlier, double later, double date, double expected)
    {
        var found = Areas.Case(BalanceDates.At(0, date), [new("inv", R, S)],
            Areas.At("inv", LocationKind.Inventory, [0, earlier, later], [5, 6, 7])).Evaluate();
        Assert.Equal(expected, found.Totals.End[0]);
    }

    [Fact]
    public void Inventories_are_interpolated_only_if_asked_for()
    {
        var area = Areas.Case(BalanceDates.At(0, 10), [new("inv", R, S)], Areas.At("inv", LocationKind.Inventory, [0, 6, 16], [0, 6, 26]));
        Assert.Equal(6, area.Evaluate().Totals.End[0]);
        var found = area.Evaluate(new() { InterpolatesInventories = true });
        Assert.Equal(14, found.Totals.End[0], 1e-12);
        Assert.Equal(R * R * (3.6 * 3.6 + 10.4 * 10.4) + S * S * 14 * 14, found.Covariance[0, 0], 1e-12);
    }

    [Fact]
    public void A_period_whose_end_is_the_last_stamp_is_complete_though_division_rounds()
    {
        Assert.Equal(4, BalanceDates.Every(0.1).Until(0.3, 100).Length);
        Assert.Equal(2.1, BalanceDates.Every(0.7).Until(2.1, 100)[3]);
        Assert.Equal([0, 10, 20, 30, 40], BalanceDates.Every(10).Until(41, 100));
        Assert.Equal([5, 10], BalanceDates.Every(5, 5).Until(14.9, 100));
        Assert.Equal([1, 4], BalanceDates.At(1, 4, 9).Until(8, 100));
    }

    [Fact]
    public void One_measurement_on_both_sides_adds_nothing_by_its_name_and_not_by_its_value()
    {
        BalanceCase Area(string?[] names) => Areas.Case(BalanceDates.Every(1), [new("inv", R, S), new("in", R, S)],
            Areas.At("inv", LocationKind.Inventory, [0, 0, 1, 1], [10, 20, 20, 30]) with { Measurements = names },
            Areas.At("in", LocationKind.Input, [0.5], [20]));
        var common = Area(["a", "b", "b", "c"]).Evaluate();
        Assert.Equal(R * R * (100 + 900 + 400) + S * S * (20 * 20 + 20 * 20), common.Covariance[0, 0], 1e-12);
        Assert.Equal(20 + 30 + 50 - 2 * 20, common.Totals.ActiveInventory[0], 1e-12);
        var apart = Area(["a", "b", "d", "c"]).Evaluate();
        Assert.Equal(R * R * (100 + 900 + 3 * 400) + S * S * (20 * 20 + 20 * 20), apart.Covariance[0, 0], 1e-12);
        Assert.Equal(common.Muf, apart.Muf);
    }

    [Fact]
    public void An_item_of_an_exact_opening_inventory_adds_nothing_where_its_measurement_closes_the_period_too()
    {
        var area = Areas.Case(BalanceDates.Every(1), [new("inv", R, S), new("out", R, S)],
            Areas.At("inv", LocationKind.Inventory, [0, 0, 1, 1, 2], [10, 20, 10, 30, 5]) with { Measurements = ["a", "b", "a", "c", null] },
            Areas.At("out", LocationKind.Output, [1.5], [20]) with { Measurements = ["b"] });
        var found = area.Evaluate(new() { IsOpeningExact = true });
        Areas.Equal([-10, 15], found.Muf, 1e-12);
        Assert.Equal((R * R + S * S) * 30 * 30, found.Covariance[0, 0], 1e-12);
        // What was measured exactly is exact where it is shipped, too.
        Assert.Equal(R * R * (30 * 30 + 5 * 5) + S * S * 25 * 25, found.Covariance[1, 1], 1e-12);
        Assert.Equal(20 + 30, found.Totals.ActiveInventory[0], 1e-12);
    }

    [Fact]
    public void What_is_received_and_shipped_on_one_measurement_adds_nothing()
    {
        var area = Areas.Case(BalanceDates.Every(1), [new("in", R, S), new("out", R, S)],
            Areas.At("in", LocationKind.Input, [0.2, 0.4], [10, 5]) with { Measurements = ["x", null] },
            Areas.At("out", LocationKind.Output, [1.5, 2], [10, 4]) with { Measurements = ["x", null] });
        var found = area.Evaluate();
        Assert.Equal(-(R * R + S * S) * 100 - S * S * 50, found.Covariance[1, 0], 1e-12);
        Assert.Equal((R * R + S * S) * (15 * 15 + 4 * 4) - R * R * 2 * 50, found.SigmaCumuf[1] * found.SigmaCumuf[1]
            + (S * S * 100 + S * S * 2 * 50) + R * R * 100, 1e-9);
    }

    [Fact]
    public void A_rate_that_was_read_but_twice_has_one_error_in_all_balances_between()
    {
        var rates = Areas.Case(BalanceDates.Every(1), [new("in", R, 0, 0.5)],
            Areas.At("in", LocationKind.Input, [0, 10], [6, 6], FlowType.Continuous));
        var found = rates.Evaluate();
        Areas.Equal([.. Enumerable.Repeat(6.0, 10)], found.Muf, 1e-12);
        for (var i = 0; i < 10; i++)
            for (var j = 0; j <= i; j++)
            {
                var (first, second) = ((9.5 - i) / 10, (i + 0.5) / 10);
                var shared = first * (9.5 - j) / 10 + second * (j + 0.5) / 10;
                Assert.Equal((R * R * 36 + 0.25) * shared, found.Covariance[i, j], 1e-12);
            }
        // Two readings are two errors: a third balance has none of its own.
        Assert.Equal((2, SingularReason.Repeated), (found.Singular!.Period, found.Singular.Reason));
        var total = rates.Evaluate(new() { Model = RandomErrorModel.Total });
        Assert.Equal(0, total.Covariance[1, 0]);
        Assert.Null(total.Singular);
    }

    [Fact]
    public void An_item_that_stays_enters_where_it_came_and_where_it_left_and_nowhere_between()
    {
        var times = Enumerable.Range(0, 101).SelectMany(i => new double[] { i, i }).ToArray();
        var area = Areas.Case(BalanceDates.Every(1), [new("inv", R, S)],
            Areas.At("inv", LocationKind.Inventory, times, [.. times.Select((_, k) => k % 2 == 0 ? 5.0 : 2 + k)]) with
            {
                Measurements = [.. times.Select((time, k) => k % 2 == 0 ? "stays" : $"comes {k}")],
            });
        var found = BalanceStructure.Of(area, new()).Locations[0].Errors;
        Assert.Equal(2 * 100, found.Periods.Length);
        Assert.Equal(2 * 100 - 1, area.Evaluate(new() { IsOpeningExact = true }).Structure.Locations[0].Errors.Periods.Length);
    }

    [Fact]
    public void An_additive_error_stays_where_the_mass_is_zero()
    {
        var area = Areas.Case(BalanceDates.Every(1), [new("in", 0, 0, 0.5, 0.25)],
            Areas.At("in", LocationKind.Input, [0.1, 0.2, 1, 2], [0, 3, 4, 0]));
        var found = area.Evaluate();
        Assert.Equal(3 * 0.25 + 9 * 0.0625, found.Covariance[0, 0], 1e-14);
        Assert.Equal(3 * 0.0625, found.Covariance[1, 0], 1e-14);
    }

    [Fact]
    public void A_repeated_measurement_is_named_and_nothing_is_invented_for_it()
    {
        var flow = Areas.Case(BalanceDates.Every(1), [new("in", R, 0)],
            Areas.At("in", LocationKind.Input, [0.5, 1.5, 2.5, 4], [5, 5, 7, 1]) with { Measurements = ["a", "a", null, null] }).Evaluate();
        Assert.Equal((1, SingularReason.Repeated), (flow.Singular!.Period, flow.Singular.Reason));
        Assert.Single(flow.Sitmuf);
    }

    [Theory]
    [InlineData(0, SingularReason.NoRandomError)]
    [InlineData(1e-16, SingularReason.Repeated)]
    public void What_rounding_leaves_of_errors_that_cancel_is_no_standard_deviation(double random, SingularReason reason)
    {
        LocationReadings At(string id, LocationKind kind, double[] times, double[] masses) =>
            new(new(id, kind, FlowType.Discrete, ["scale"]), times, [masses]);
        var found = Areas.Case(BalanceDates.Every(1), [new("scale", random, S)],
            At("in", LocationKind.Input, [0.5, 0.6, 1.5], [0.1, 0.2, 1]), At("out", LocationKind.Output, [0.7, 2], [0.3, 0.5])).Evaluate();
        // 0.1 + 0.2 − 0.3 is 5.6e−17, and its standard deviation S times that: no number of MUF is so exact.
        Assert.NotEqual(0, found.Muf[0]);
        Assert.Equal((0, reason), (found.Singular!.Period, found.Singular.Reason));
        Assert.Empty(found.Sitmuf);
    }

    [Fact]
    public void What_rounding_leaves_of_errors_that_cancel_over_all_balances_gives_no_score()
    {
        LocationReadings At(string id, LocationKind kind, double[] times, double[] masses) =>
            new(new(id, kind, FlowType.Discrete, ["scale"]), times, [masses]);
        var found = Areas.Case(BalanceDates.Every(1), [new("scale", 0, S)],
            At("in", LocationKind.Input, [0.5, 1.5], [0.1, 0.2]), At("out", LocationKind.Output, [2.5, 3], [0.3, 0])).Evaluate();
        Assert.NotEqual(0, found.Cumuf[2]);
        Assert.Equal([1 / S, 1 / S, 0], found.CumufScores().Select(score => Math.Round(score, 6)));
    }

    [Fact]
    public void The_largest_numbers_that_are_taken_still_make_numbers()
    {
        const double Most = CaseRules.Largest;
        var found = Areas.Case(BalanceDates.At(-Most, 0, Most), [new("in", Most, Most, Most, Most)],
            Areas.At("in", LocationKind.Input, [-Most, Most], [Most, Most], FlowType.Continuous)).Evaluate();
        Assert.All(found.Sigma.Concat(found.Muf).Concat(found.Sitmuf).Concat(found.SigmaCumuf), value => Assert.True(double.IsFinite(value)));
    }

    private static BalanceCase Inventory(double[] masses) => Areas.Case(BalanceDates.Every(1), [new("inv", R, S)],
        Areas.At("inv", LocationKind.Inventory, [.. masses.Select((_, i) => (double)i)], masses));

    private static LocationReadings Shared(string id, LocationKind kind, double[] times, double[] masses) =>
        new(new(id, kind, kind == LocationKind.Inventory ? null : FlowType.Discrete, ["m"]), times, [masses]);
}
