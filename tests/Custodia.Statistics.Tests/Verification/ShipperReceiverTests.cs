using Custodia.Statistics.Itemised;
using Custodia.Statistics.Verification;

namespace Custodia.Statistics.Tests.Verification;

public sealed class ShipperReceiverTests
{
    private static readonly ErrorSource[] Sources =
    [
        new("shipper's scale", SourceKind.Bulk, 0, 0.0005),
        new("shipper's laboratory", SourceKind.Analysis, 0, 0.0005),
        new("receiver's scale", SourceKind.Bulk, 0, 0.0005),
        new("receiver's laboratory", SourceKind.Analysis, 0, 0.0005),
        new("scatter", SourceKind.Bulk, 0.001, 0),
    ];

    [Theory]
    [InlineData(2, 1, DifferenceFlag.None)]
    [InlineData(-2.000001, 1, DifferenceFlag.Warning)]
    [InlineData(3, 1, DifferenceFlag.Warning)]
    [InlineData(-3.000001, 1, DifferenceFlag.Alarm)]
    public void A_difference_at_a_limit_is_not_beyond_it(double difference, double sigma, DifferenceFlag flag) =>
        Assert.Equal(flag, new TransferDifference("1", difference, sigma, difference, sigma, null, null, null).Flag);

    [Fact]
    public void The_checked_figures_come_out()
    {
        var transfer = Route(Shipment("1", 3_040_000, 3_039_100)).Transfers.Single();
        Assert.Equal(900, transfer.Difference);
        Assert.Equal(3_039.6, transfer.Sigma, 0.05);
        Assert.Equal(0.296, transfer.Standardised!.Value, 0.0005);
        Assert.Equal(DifferenceFlag.None, transfer.Flag);
    }

    [Fact]
    public void A_laboratory_that_both_ends_use_does_not_widen_the_difference()
    {
        var shipment = Shipment("1", 3_040_000, 3_039_100);
        var transfer = Route(shipment with { Receiver = Side(3_039_100, "receiver's scale", "shipper's laboratory") }).Transfers.Single();
        Assert.Equal(Math.Sqrt(2.5e-7 * ((3_040_000.0 * 3_040_000) + (3_039_100.0 * 3_039_100) + (900.0 * 900))), transfer.Sigma, 1e-6);
    }

    [Theory]
    [InlineData(2_999, DifferenceFlag.None)]
    [InlineData(-6_000, DifferenceFlag.None)]
    [InlineData(6_200, DifferenceFlag.Warning)]
    [InlineData(-6_200, DifferenceFlag.Warning)]
    [InlineData(9_300, DifferenceFlag.Alarm)]
    public void More_than_two_deviations_are_a_warning_and_more_than_three_an_alarm(double difference, DifferenceFlag flag) =>
        Assert.Equal(flag, Route(Shipment("1", 3_040_000, 3_040_000 - difference)).Transfers.Single().Flag);

    [Fact]
    public void A_difference_of_unmeasured_items_is_an_alarm_by_itself()
    {
        var route = Route(new Transfer("1", Side(10), Side(9)), new Transfer("2", Side(10), Side(10)));
        Assert.Equal([DifferenceFlag.Alarm, DifferenceFlag.None], route.Transfers.Select(transfer => transfer.Flag));
        Assert.All(route.Transfers, transfer => Assert.Null(transfer.Standardised));
        Assert.Null(route.Bias);
    }

    [Fact]
    public void A_calibration_that_shipments_share_makes_the_sum_less_certain_than_independent_ones()
    {
        var route = Route(Shipment("1", 1_000, 1_000), Shipment("2", 1_000, 1_000));
        // Wholly systematic: the deviation of the sum of two is twice that of one, not √2 times.
        Assert.Equal(2 * route.Transfers[0].Sigma, route.Transfers[1].CumulativeSigma, 1e-12);
        var later = Shipment("2", 1_000, 1_000, "later");
        Assert.Equal(Math.Sqrt(2) * route.Transfers[0].Sigma, Route(Shipment("1", 1_000, 1_000), later).Transfers[1].CumulativeSigma, 1e-12);
    }

    [Fact]
    public void The_bias_test_counts_shared_calibrations_once()
    {
        var route = Route([.. Enumerable.Range(1, 10).Select(i => Shipment($"{i}", 1_000, 998.5))]);
        Assert.Equal(route.Transfers[0].Standardised!.Value, route.MeanStandardised!.Value, 1e-12);
        // Ten shipments by one calibration say no more than one: dividing by √10 would call it a bias.
        Assert.Equal(1, route.MeanSigma!.Value, 1e-9);
        Assert.Equal(1.5, route.Bias!.Value, 0.01);
    }

    [Fact]
    public void The_bias_test_of_independent_shipments_is_that_of_the_mean()
    {
        var route = Route([.. Enumerable.Range(1, 9).Select(i => new Transfer($"{i}", Side(1_000, "scatter"), Side(1_000 - i, "scatter")))]);
        Assert.Equal(1 / 3.0, route.MeanSigma!.Value, 1e-12);
        Assert.Equal(route.Transfers.Average(transfer => transfer.Standardised!.Value) * 3, route.Bias!.Value, 1e-9);
        Assert.Equal(45, route.Transfers[^1].Cumulative, 1e-9);
    }

    [Fact]
    public void The_cumulative_sum_takes_its_reference_off_the_first_value_too()
    {
        var route = Route(new Transfer("1", Side(1_000, "scatter"), Side(998, "scatter")),
            new Transfer("2", Side(1_000, "scatter"), Side(1_003, "scatter")));
        var (first, second) = (route.Transfers[0], route.Transfers[1]);
        Assert.Equal(first.Standardised!.Value, first.Residual!.Value, 1e-12);
        Assert.Equal(first.Standardised.Value - 0.5, first.Upper!.Value, 1e-12);
        Assert.Equal(0, first.Lower!.Value);
        Assert.Equal(Math.Max(0, first.Upper.Value + second.Residual!.Value - 0.5), second.Upper!.Value, 1e-12);
        Assert.Equal(-second.Residual.Value - 0.5, second.Lower!.Value, 1e-12);
    }

    [Fact]
    public void Residuals_take_out_what_earlier_shipments_explain()
    {
        ErrorSource[] sources = [new("scale", SourceKind.Bulk, 0.001, 0.001)];
        Transfer Sent(string id, double mass) => new(id, Side(mass, "scale"), Side(0));
        var route = RouteEvaluation.Of(sources, [Sent("1", 3), Sent("2", 2)]).Value!;
        // V = 1e-6 [18, 6; 6, 8]: E[d₂ | d₁] = d₁ / 3, variance 8 − 2 = 6.
        Assert.Equal((2 - 1) / Math.Sqrt(6e-6), route.Transfers[1].Residual!.Value, 1e-6);
        Assert.Equal(Math.Sqrt(38e-6), route.Transfers[1].CumulativeSigma, 1e-12);
    }

    [Fact]
    public void A_zero_that_is_shifted_alike_at_each_weighing_is_common_to_all_shipments()
    {
        ErrorSource[] sources = [new("scale", SourceKind.Bulk, 0.001, 0) { SystematicAbsolute = 2 }];
        Transfer Sent(string id) => new(id, Side(1_000, "scale"), Side(1_000));
        var route = RouteEvaluation.Of(sources, [Sent("1"), Sent("2")]).Value!;
        // V = [1 + 4, 4; 4, 1 + 4].
        Assert.Equal(Math.Sqrt(5 + 5 + 2 * 4), route.Transfers[1].CumulativeSigma, 1e-12);
        Assert.Equal(Math.Sqrt(2 + 2 * 4 / 5.0) / 2, route.MeanSigma!.Value, 1e-12);
    }

    [Fact]
    public void A_shipment_without_an_error_of_its_own_ends_the_residuals_and_says_so()
    {
        var route = Route(Shipment("1", 1_000, 999), Shipment("2", 1_000, 999), Shipment("3", 500, 499, "later"));
        Assert.NotNull(route.Transfers[0].Residual);
        Assert.Null(route.Transfers[1].Residual);
        Assert.Null(route.Transfers[2].Residual);
        Assert.NotNull(route.Bias);
    }

    [Fact]
    public void Bad_numbers_are_refused_with_their_place()
    {
        var fault = RouteEvaluation.Of(Sources, [Shipment("1", 5, 5), Shipment("2", 5, double.NaN)]).Faults.Single();
        Assert.Equal((FaultCodes.OutOfRange, "transfers[1].receiver.mass"), (fault.Code, fault.Field));
        Assert.Equal(FaultCodes.TooFew, RouteEvaluation.Of(Sources, []).Faults.Single().Code);
        Assert.Equal(FaultCodes.TooMany, RouteEvaluation.Of(Sources, [.. Enumerable.Repeat(Shipment("1", 5, 5), 5_001)]).Faults.Single().Code);
    }

    private static Transfer Shipment(string id, double sent, double received, string? calibration = null) => new(id,
        Side(sent, ["shipper's scale", "shipper's laboratory"], calibration),
            Side(received, ["receiver's scale", "receiver's laboratory"], calibration));

    private static TransferSide Side(double mass, params string[] sources) => Side(mass, sources, null);

    private static TransferSide Side(double mass, string[] sources, string? calibration) =>
        new(new EqualItems(mass, 1, 1), [.. sources.Select(source => new SourceUse(source, calibration))]);

    private static RouteEvaluation Route(params Transfer[] transfers)
    {
        var outcome = RouteEvaluation.Of(Sources, transfers);
        Assert.Empty(outcome.Faults);
        return outcome.Value!;
    }
}
