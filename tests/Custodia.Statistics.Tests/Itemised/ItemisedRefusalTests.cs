using Custodia.Statistics.Itemised;

namespace Custodia.Statistics.Tests.Itemised;

public sealed class ItemisedRefusalTests
{
    private static readonly ErrorSource Scale = new("scale", SourceKind.Bulk, 0.001, 0.002);
    private static readonly Stratum Opening =
        new("PB", BalancePart.Opening, [new SourceUse("scale")]) { Items = new MeasuredItem[] { new(100, "m1") } };
    private static readonly Stratum Closing = Opening with { Id = "PE", Part = BalancePart.Closing };

    public static TheoryData<string, string, ErrorSource[], Stratum[]> Bad => new()
    {
        { FaultCodes.TooFew, "strata", [Scale], [] },
        { FaultCodes.TooMany, "strata", [Scale], [.. Enumerable.Repeat(Opening, 10_001)] },
        { FaultCodes.Twice, "sources[1].id", [Scale, Scale], [Opening] },
        { FaultCodes.Twice, "strata[1].id", [Scale], [Opening, Opening with { Items = default }] },
        { FaultCodes.Twice, "strata[0].uses[1]", [Scale], [Opening with { Uses = [new("scale"), new("scale", "later")] }] },
        { FaultCodes.Twice, "strata[0].list", [Scale], [Opening with { Equal = new EqualItems(1, 1, 1) }] },
        { FaultCodes.Unknown, "strata[0].uses[0]", [Scale], [Opening with { Uses = [new("scales")] }] },
        { FaultCodes.OutOfRange, "sources[0].random", [Scale with { Random = -0.1 }], [Opening] },
        { FaultCodes.OutOfRange, "sources[0].systematic", [Scale with { Systematic = double.NaN }], [Opening] },
        { FaultCodes.OutOfRange, "sources[0].randomAbsolute", [Scale with { RandomAbsolute = double.PositiveInfinity }], [Opening] },
        { FaultCodes.OutOfRange, "sources[0].systematicAbsolute", [Scale with { Kind = SourceKind.Analysis, SystematicAbsolute = 1 }], [Opening] },
        { FaultCodes.OutOfRange, "strata[0].list[0].mass", [Scale], [Opening with { Items = new MeasuredItem[] { new(-1) } }] },
        { FaultCodes.OutOfRange, "strata[0].list[0].mass", [Scale], [Opening with { Items = new MeasuredItem[] { new(double.NaN) } }] },
        { FaultCodes.OutOfRange, "strata[0].list[0].mass", [Scale], [Opening with { Items = new MeasuredItem[] { new(2e15) } }] },
        { FaultCodes.OutOfRange, "strata[0].list[0].fraction", [Scale], [Opening with { Items = new MeasuredItem[] { new(1, null, null, 1.1) } }] },
        { FaultCodes.OutOfRange, "strata[0].mass", [Scale], [Opening with { Items = default, Equal = new EqualItems(-1, 1, 1) }] },
        { FaultCodes.OutOfRange, "strata[0].weighings", [Scale], [Opening with { Items = default, Equal = new EqualItems(1, 0, 1) }] },
        { FaultCodes.OutOfRange, "strata[0].samples", [Scale], [Opening with { Items = default, Equal = new EqualItems(1, 1, -1) }] },
        { FaultCodes.OutOfRange, "strata[0].fraction", [Scale], [Opening with { Fraction = -0.1 }] },
        { FaultCodes.MeasurementDiffers, "strata[1].list[0].mass", [Scale],
            [Opening, Closing with { Items = new MeasuredItem[] { new(101, "m1") } }] },
        { FaultCodes.MeasurementTwice, "strata", [Scale], [Opening with { Items = new MeasuredItem[] { new(100, "m1"), new(100, "m1") } }] },
    };

    [Theory]
    [MemberData(nameof(Bad), DisableDiscoveryEnumeration = true)]
    public void Bad_numbers_are_refused_with_their_place(string code, string field, ErrorSource[] sources, Stratum[] strata)
    {
        var outcome = ItemisedBalance.Evaluate(sources, strata);
        Assert.Null(outcome.Value);
        Assert.Contains(outcome.Faults, fault => fault.Code == code && fault.Field.StartsWith(field, StringComparison.Ordinal));
    }

    [Fact]
    public void A_balance_of_the_isotope_needs_every_fraction()
    {
        Assert.Equal((FaultCodes.Missing, "strata[0].list[0].fraction"), One(ItemisedBalance.Evaluate([Scale], [Opening], ofIsotope: true)));
        var equal = Opening with { Items = default, Equal = new EqualItems(1, 1, 1) };
        Assert.Equal((FaultCodes.Missing, "strata[0].fraction"), One(ItemisedBalance.Evaluate([Scale], [equal], ofIsotope: true)));
        Assert.NotNull(ItemisedBalance.Evaluate([Scale], [Opening with { Items = new MeasuredItem[] { new(1, null, null, 0.03) } }],
            ofIsotope: true).Value);
    }

    private static (string, string) One(Outcome<ItemisedResult> outcome)
    {
        var fault = Assert.Single(outcome.Faults);
        return (fault.Code, fault.Field);
    }
}
