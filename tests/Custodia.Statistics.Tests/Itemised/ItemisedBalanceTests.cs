using Custodia.Statistics.Itemised;
using FsCheck;
using FsCheck.Fluent;

namespace Custodia.Statistics.Tests.Itemised;

public sealed class ItemisedBalanceTests
{
    private static readonly ErrorSource Scale = new("scale", SourceKind.Bulk, 0.001, 0.002);
    private static readonly ErrorSource Laboratory = new("laboratory", SourceKind.Analysis, 0.003, 0.0005);

    [Fact]
    public void An_item_there_at_both_ends_on_one_measurement_adds_nothing()
    {
        var result = Evaluate([Scale],
            List("PB", BalancePart.Opening, new(100, "m1"), new(50)), List("PE", BalancePart.Closing, new(100, "m1"), new(49)));
        Assert.Equal(1, result.Muf);
        Assert.Equal(99, result.ActiveInventory);
        Assert.Equal(150, result.Opening);
        Assert.Equal((1, 100.0), (result.Strata[0].StaticItems, result.Strata[0].StaticMass));
        Assert.Equal((1e-6 * ((50 * 50) + (49 * 49))) + 4e-6, result.Variance, 1e-15);
    }

    [Fact]
    public void Items_of_equal_mass_measured_twice_are_not_taken_for_one()
    {
        var result = Evaluate([Scale], List("PB", BalancePart.Opening, new MeasuredItem(100, "m1")),
            List("PE", BalancePart.Closing, new MeasuredItem(100, "m2")));
        Assert.Equal(200, result.ActiveInventory);
        Assert.Equal(2e-6 * 100 * 100, result.Variance, 1e-12);
    }

    [Fact]
    public void Items_given_as_a_sum_have_the_additive_error_of_each_weighing()
    {
        var scale = new ErrorSource("scale", SourceKind.Bulk, 0, 0) { RandomAbsolute = 0.3, SystematicAbsolute = 0.2 };
        var sum = new Stratum("PB", BalancePart.Opening, [new("scale")]) { Equal = new EqualItems(100, 4, 2), Fraction = 0.5 };
        Assert.Equal((4 * 0.3 * 0.3) + (4 * 4 * 0.2 * 0.2), Evaluate([scale], sum).Variance, 1e-12);
        Assert.Equal(0.25 * ((4 * 0.3 * 0.3) + (4 * 4 * 0.2 * 0.2)),
            ItemisedBalance.Evaluate([scale], [sum], ofIsotope: true).Value!.Variance, 1e-12);
    }

    [Fact]
    public void An_item_that_left_and_came_back_stands_once()
    {
        var result = Evaluate([Scale], List("PB", BalancePart.Opening, new MeasuredItem(10, "m")),
            List("SD", BalancePart.Decrease, new MeasuredItem(10, "m")), List("RD", BalancePart.Increase, new MeasuredItem(10, "m")));
        Assert.Equal(10, result.Muf);
        Assert.Equal(1e-4 + 4e-4, result.Variance, 1e-15);
        Assert.Equal([0, 1, 1], result.Strata.Select(stratum => stratum.StaticItems));
    }

    [Fact]
    public void The_opening_inventory_carries_its_own_error() =>
        Assert.Equal(1e-6 * 100 * 100 * (1 + 4), Evaluate([Scale], List("PB", BalancePart.Opening, new MeasuredItem(100))).Variance, 1e-12);

    [Fact]
    public void A_systematic_error_cancels_between_opening_and_closing_inventory()
    {
        var result = Evaluate([Scale with { Random = 0 }],
            List("PB", BalancePart.Opening, new MeasuredItem(100)), List("PE", BalancePart.Closing, new MeasuredItem(90)));
        Assert.Equal(4e-6 * 10 * 10, result.Variance, 1e-15);
    }

    [Fact]
    public void A_calibration_between_them_draws_it_anew()
    {
        var closing = List("PE", BalancePart.Closing, new MeasuredItem(90)) with { Uses = [new SourceUse("scale", "after")] };
        var result = Evaluate([Scale with { Random = 0 }], List("PB", BalancePart.Opening, new MeasuredItem(100)), closing);
        Assert.Equal(4e-6 * ((100 * 100) + (90 * 90)), result.Variance, 1e-12);
        Assert.Equal([(null, 100.0), ("after", -90.0)], result.Nets.Select(net => (net.Calibration, net.Mass)));
    }

    [Fact]
    public void A_sample_that_stands_for_items_in_two_strata_is_one_error()
    {
        var laboratory = Laboratory with { Systematic = 0 };
        var opening = List("PB", BalancePart.Opening, new(60, null, "s1"), new(40, null, "s1"), new(10)) with { Uses = [new("laboratory")] };
        var closing = List("PE", BalancePart.Closing, new(70, null, "s1"), new(30, null, "s2")) with { Uses = [new("laboratory")] };
        Assert.Equal(9e-6 * ((30 * 30) + (30 * 30) + (10 * 10)), Evaluate([laboratory], opening, closing).Variance, 1e-15);
    }

    [Fact]
    public void Additive_errors_count_weighings_and_not_mass()
    {
        var scale = new ErrorSource("scale", SourceKind.Bulk, 0, 0) { RandomAbsolute = 0.3, SystematicAbsolute = 0.2 };
        var result = Evaluate([scale], List("PB", BalancePart.Opening, new(5), new(6), new(7)),
            List("PE", BalancePart.Closing, new MeasuredItem(18)));
        Assert.Equal((0.09 * 4) + (0.04 * 2 * 2), result.Variance, 1e-15);
    }

    [Fact]
    public void Without_any_error_there_is_no_standardised_difference()
    {
        var result = Evaluate([], List("PB", BalancePart.Opening, new MeasuredItem(1)) with { Uses = [] });
        Assert.Equal(0, result.Sigma);
        Assert.Null(result.Standardised);
    }

    [Fact]
    public void The_variance_is_that_of_explicit_weights_and_its_parts_add_up() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var (sources, strata) = RandomBalance.Of(new Random(seed));
            var result = ItemisedBalance.Evaluate(sources, strata).Value!;
            var oracle = RandomBalance.Variance(sources, strata);
            var tolerance = 1e-12 * result.Contributions.Sum(part => Math.Abs(part.Random) + Math.Abs(part.Systematic));
            Assert.Equal(oracle, result.Variance, tolerance);
            Assert.Equal(result.Variance, result.Sources.Sum(source => source.Variance), tolerance);
            Assert.Equal(result.Variance, result.Strata.Sum(stratum => stratum.Variance), tolerance);
            Assert.All(result.Sources, source => Assert.True(source.Variance >= -tolerance));
            Assert.Equal(result.Book - result.Closing, result.Muf, 1e-9);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    [Fact]
    public void Masses_in_another_unit_change_the_unit_alone() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var (sources, strata) = RandomBalance.Of(new Random(seed));
            var grams = strata.Select(stratum =>
                stratum with { Items = stratum.Items.ToArray().Select(item => item with { Mass = item.Mass * 1000 }).ToArray() });
            var fine = sources.Select(source =>
                source with { RandomAbsolute = source.RandomAbsolute * 1000, SystematicAbsolute = source.SystematicAbsolute * 1000 });
            var (one, other) = (ItemisedBalance.Evaluate(sources, strata).Value!, ItemisedBalance.Evaluate([.. fine], [.. grams]).Value!);
            Assert.Equal(one.Muf * 1000, other.Muf, 1e-6);
            Assert.Equal(one.Sigma * 1000, other.Sigma, 1e-9 * (1 + other.Sigma));
        }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void A_loss_turns_the_sign_only_where_it_is_shown()
    {
        Assert.Equal([6_800.0, -6_800, 6_800], SignConvention.All.Select(convention => convention.Show(6_800)));
        Assert.Equal(["MUF", "MF", "ID"], SignConvention.All.Select(convention => convention.Term));
        Assert.Equal(["shipper − receiver", "receiver − shipper", "shipper − receiver"],
            SignConvention.All.Select(convention => convention.TransferFormula));
    }

    [Fact]
    public void Every_published_figure_has_its_source_and_none_is_more_certain_than_it_is()
    {
        Assert.Equal([0.002, 0.003, 0.005, 0.008, 0.010, 0.04, 0.25], PublishedFigures.Accepted.Select(figure => figure.Relative));
        Assert.All(PublishedFigures.Accepted, figure => Assert.Equal(Confidence.Known, figure.Confidence));
        Assert.All(PublishedFigures.Targets, value =>
        {
            Assert.Equal(Confidence.Unverified, value.Confidence);
            Assert.True(value.RandomFrom > 0 && value.RandomFrom <= value.RandomTo && value.SystematicFrom <= value.SystematicTo);
        });
        Assert.Contains(PublishedFigures.Limits, limit => limit is { Id: "seid-category-1", Value: 0.001 });
        Assert.All(PublishedFigures.Targets.Select(value => value.Source).Concat(PublishedFigures.Limits.Select(limit => limit.Source)),
            Assert.NotEmpty);
    }

    private static Stratum List(string id, BalancePart part, params MeasuredItem[] items) =>
        new(id, part, [new SourceUse("scale")]) { Items = items };

    private static ItemisedResult Evaluate(ErrorSource[] sources, params Stratum[] strata)
    {
        var outcome = ItemisedBalance.Evaluate(sources, strata);
        Assert.Empty(outcome.Faults);
        return outcome.Value!;
    }
}
