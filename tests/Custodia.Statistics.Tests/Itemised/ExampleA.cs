using Custodia.Statistics.Itemised;

namespace Custodia.Statistics.Tests.Itemised;

/// <summary>
/// The year of a fictional fuel fabrication area, grams of uranium: cylinders, powder, scrap, assemblies and waste. Its figures were worked out by
/// an independent script and confirmed by drawing every weighing and every sample.
/// </summary>
internal static class ExampleA
{
    public static IReadOnlyList<ErrorSource> Sources { get; } =
    [
        new("scale A", SourceKind.Bulk, 0.0005, 0.0005),
        new("scale B", SourceKind.Bulk, 0.0005, 0.0005),
        new("scale C", SourceKind.Bulk, 0.0005, 0.0005),
        new("UF6 samples", SourceKind.Sampling, 0.0005, 0),
        new("powder samples", SourceKind.Sampling, 0.0015, 0),
        new("pellet samples", SourceKind.Sampling, 0.0010, 0),
        new("laboratory", SourceKind.Analysis, 0, 0.0005),
        new("scrap counter", SourceKind.Nda, 0.05, 0.02),
        new("waste counter", SourceKind.Nda, 0.25, 0.10),
    ];

    public static IReadOnlyList<Stratum> Strata { get; } =
    [
        Cylinders("PB UF6", BalancePart.Opening, 7_600_000, 5),
        Powder("PB powder", BalancePart.Opening, 1_200_000, 60, 6),
        Scrap("PB scrap", BalancePart.Opening, 200_000, 40),
        Cylinders("RD UF6", BalancePart.Increase, 30_400_000, 20),
        Of("SD assemblies", BalancePart.Decrease, 27_600_000, 60, 60, "scale C", "pellet samples", "laboratory"),
        Of("TW waste", BalancePart.Decrease, 15_000, 200, 200, "waste counter"),
        Cylinders("PE UF6", BalancePart.Closing, 9_120_000, 6),
        Powder("PE powder", BalancePart.Closing, 2_443_200, 122, 12),
        Scrap("PE scrap", BalancePart.Closing, 215_000, 43),
    ];

    /// <summary>The same items one by one.</summary>
    public static IReadOnlyList<Stratum> OneByOne { get; } =
    [
        .. Strata.Select(stratum => stratum with
        {
            Equal = null,
            Items = Enumerable.Range(0, stratum.Equal!.Weighings).Select(i => new MeasuredItem(stratum.Equal.Mass / stratum.Equal.Weighings, null,
                stratum.Equal.Samples == stratum.Equal.Weighings ? null : $"{stratum.Id} {i * stratum.Equal.Samples / stratum.Equal.Weighings}"))
                .ToArray(),
        }),
    ];

    public static ItemisedResult Evaluate(bool ofIsotope = false) => ItemisedBalance.Evaluate(Sources, Strata, ofIsotope).Value!;

    private static Stratum Cylinders(string id, BalancePart part, double mass, int items) =>
        Of(id, part, mass, items, items, "scale A", "UF6 samples", "laboratory");

    private static Stratum Powder(string id, BalancePart part, double mass, int items, int samples) =>
        Of(id, part, mass, items, samples, "scale B", "powder samples", "laboratory");

    private static Stratum Scrap(string id, BalancePart part, double mass, int items) => Of(id, part, mass, items, items, "scrap counter");

    private static Stratum Of(string id, BalancePart part, double mass, int items, int samples, params string[] sources) =>
        new(id, part, [.. sources.Select(source => new SourceUse(source))]) { Equal = new EqualItems(mass, items, samples), Fraction = 0.044 };
}
