using Custodia.Statistics.Balances;

namespace Custodia.Statistics.Tests.Balances;

/// <summary>Small areas of one element, put together in a line.</summary>
internal static class Areas
{
    /// <summary>Each location has a method of its own name, (r, s).</summary>
    public static LocationReadings At(string id, LocationKind kind, double[] times, double[] masses, FlowType? type = null) =>
        new(new(id, kind, kind == LocationKind.Inventory ? null : type ?? FlowType.Discrete, [id]), times, [masses]);

    public static BalanceCase Case(BalanceDates dates, IReadOnlyList<MeasurementMethod> methods, params LocationReadings[] locations) =>
        new("test", "kg", "h", ["Pu"], methods, locations, dates);

    public static BalanceSequence Evaluate(this BalanceCase balanceCase, EvaluationOptions? options = null) =>
        BalanceSequence.Evaluate(balanceCase, options ?? new())[0];

    /// <summary>Three periods of a plutonium area: two receipts and one shipment each.</summary>
    public static BalanceCase Worked { get; } = Case(BalanceDates.Every(1),
        [new("in", 0.002, 0.001), new("out", 0.002, 0.001), new("inventory", 0.004, 0.002)],
        At("in", LocationKind.Input, [0.2, 0.4, 1.2, 1.4, 2.2, 2.4], [10.0, 10.2, 9.9, 10.1, 10.0, 10.0]),
        At("out", LocationKind.Output, [0.5, 1.5, 2.5], [19.6, 20.1, 19.2]),
        At("inventory", LocationKind.Inventory, [0, 1, 2, 3], [50.0, 50.4, 50.5, 50.6]));

    /// <summary>The area of four periods whose values were worked out by hand from explicit weights.</summary>
    public static BalanceCase Tiny { get; } = Case(BalanceDates.Every(10),
        [new("in_1", 0.01, 0.02), new("inv_1", 0.02, 0.01), new("out_1", 0.01, 0.005)],
        At("in_1", LocationKind.Input, [2, 7, 13, 17, 23, 28, 36, 41], [5, 5, 6, 4, 5, 5, 10, 1]),
        At("inv_1", LocationKind.Inventory, [0, 10, 20, 30, 40, 41], [20, 21, 20, 22, 23, 23]),
        At("out_1", LocationKind.Output, [5, 15, 25, 35], [9, 10.5, 8.5, 8]));

    /// <summary>Six near-real-time balances of one receipt, one shipment and one inventory each.</summary>
    public static BalanceCase NearRealTime { get; } = Case(BalanceDates.Every(1),
        [new("in", 0.004, 0.002), new("out", 0.003, 0.002), new("inventory", 0.01, 0.005)],
        At("in", LocationKind.Input, [0.5, 1.5, 2.5, 3.5, 4.5, 5.5], [12000, 12000, 12000, 12000, 12000, 12000]),
        At("out", LocationKind.Output, [0.5, 1.5, 2.5, 3.5, 4.5, 5.5], [11770, 11920, 11810, 11920, 11790, 11830]),
        At("inventory", LocationKind.Inventory, [0, 1, 2, 3, 4, 5, 6], [4000, 4080, 3950, 3960, 3880, 3850, 3830]));

    public static void Equal(IReadOnlyList<double> expected, IReadOnlyList<double> found, double tolerance)
    {
        Assert.Equal(expected.Count, found.Count);
        for (var i = 0; i < expected.Count; i++)
            Assert.Equal(expected[i], found[i], tolerance);
    }
}
