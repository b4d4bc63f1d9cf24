using Custodia.Statistics.Verification;

namespace Custodia.Statistics.Tests.Verification;

public sealed class DStatisticTests
{
    private static readonly SideError Operator = new("operator's scale", 0.001, 0.0007);
    private static readonly SideError Inspector = new("inspector's scale", 0.004, 0.002);
    private static readonly VerifiedStratum Drums = new("drums", 1, 122, 20_026, 12, 14, Operator, Inspector);

    [Fact]
    public void An_item_at_the_limit_passes()
    {
        // 3 · 0.5 · 2 = 3, without any rounding.
        Assert.False(DStatistic.Test(2, 5, new("o", 0.5, 0), new("i", 0, 0)).IsRejected);
        Assert.True(DStatistic.Test(2, 5.0000001, new("o", 0.5, 0), new("i", 0, 0)).IsRejected);
    }

    [Fact]
    public void The_checked_figures_come_out()
    {
        var d = Of(Drums);
        Assert.Equal(1_708, d.D, 1e-9);
        Assert.Equal(5_938, d.Sigma, 0.5);
        Assert.Equal(0.288, d.Standardised!.Value, 0.0005);
        Assert.Equal(d.Sigma, d.Strata[0].Sigma, 1e-9);
    }

    [Fact]
    public void Strata_on_one_instrument_of_the_inspector_add_before_they_are_squared()
    {
        var inventory = Drums with { Id = "PE", Sign = -1, Operator = Operator with { Source = "other scale" } };
        var d = Of(Drums, inventory);
        var mass = 122 * 20_026.0;
        // The inspector's systematic error cancels between the two, the operator's two scales do not.
        Assert.Equal(2 * 0.0007 * 0.0007 * mass * mass, d.Systematic, 1e-3);
        Assert.Equal(2 * Of(Drums).Random, d.Random, 1e-3);
        Assert.Equal(0, d.D, 1e-9);
        var same = Of(Drums, inventory with { Sign = 1 });
        Assert.Equal(((2 * 0.0007 * 0.0007) + (4 * 0.002 * 0.002)) * mass * mass, same.Systematic, 1e-3);
    }

    [Fact]
    public void An_instrument_that_both_sides_use_has_no_systematic_part()
    {
        var shared = Of(Drums with { Inspector = Operator });
        Assert.Equal(0, shared.Systematic, 1e-9);
        Assert.True(shared.Random > 0);
    }

    [Fact]
    public void What_the_inspector_would_find_missing_has_the_variance_of_the_difference()
    {
        var fromMuf = Of(Drums).From(muf: 6_800, sigmaMuf: 3_000);
        Assert.Equal(5_092, fromMuf.Value, 1e-9);
        Assert.Equal((5_937.87 * 5_937.87) - 9e6, fromMuf.Variance, 1e3);
        Assert.Equal(fromMuf.Value / Math.Sqrt(fromMuf.Variance), fromMuf.Standardised!.Value, 1e-12);
    }

    [Fact]
    public void A_variance_that_is_not_above_zero_is_stated_and_not_clipped()
    {
        var fromMuf = Of(Drums).From(muf: 6_800, sigmaMuf: 21_454.5);
        Assert.True(fromMuf.Variance < 0);
        Assert.Null(fromMuf.Sigma);
        Assert.Null(fromMuf.Standardised);
    }

    [Fact]
    public void An_item_is_rejected_above_three_deviations_of_the_difference()
    {
        // 3 √(0.001² + 0.0007² + 0.004² + 0.002²) = 0.013907…
        Assert.False(DStatistic.Test(1_000, 986.2, Operator, Inspector).IsRejected);
        Assert.True(DStatistic.Test(1_000, 986.0, Operator, Inspector).IsRejected);
        Assert.True(DStatistic.Test(1_000, 1_014.0, Operator, Inspector).IsRejected);
        Assert.Equal(3 * Math.Sqrt(1e-6 + 1.6e-5) * 1_000,
            DStatistic.Test(1_000, 1_000, Operator, Inspector with { Source = Operator.Source }).Limit, 1e-12);
    }

    public static TheoryData<string, string, VerifiedStratum[]> Bad => new()
    {
        { FaultCodes.TooFew, "strata", [] },
        { FaultCodes.OutOfRange, "strata[0].sign", [Drums with { Sign = 0 }] },
        { FaultCodes.OutOfRange, "strata[0].items", [Drums with { Items = 0 }] },
        { FaultCodes.OutOfRange, "strata[0].mean", [Drums with { Mean = double.NaN }] },
        { FaultCodes.OutOfRange, "strata[0].sampled", [Drums with { Sampled = 123 }] },
        { FaultCodes.OutOfRange, "strata[0].difference", [Drums with { Difference = double.NaN }] },
        { FaultCodes.OutOfRange, "strata[0].operator.random", [Drums with { Operator = Operator with { Random = -1 } }] },
        { FaultCodes.OutOfRange, "strata[0].inspector.systematic", [Drums with { Inspector = Inspector with { Systematic = 11 } }] },
        { FaultCodes.Twice, "strata[1]", [Drums, Drums with { Inspector = Inspector with { Systematic = 0.003 } }] },
    };

    [Theory]
    [MemberData(nameof(Bad), DisableDiscoveryEnumeration = true)]
    public void Bad_numbers_are_refused_with_their_place(string code, string field, VerifiedStratum[] strata)
    {
        var outcome = DStatistic.Of(strata);
        Assert.Null(outcome.Value);
        Assert.Contains(outcome.Faults, fault => (fault.Code, fault.Field) == (code, field));
    }

    private static DStatistic Of(params VerifiedStratum[] strata) => DStatistic.Of(strata).Value!;
}
