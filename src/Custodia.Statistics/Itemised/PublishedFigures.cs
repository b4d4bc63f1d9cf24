namespace Custodia.Statistics.Itemised;

/// <summary>How far a published figure is to be relied on here.</summary>
public enum Confidence
{
    /// <summary>Checked against its source.</summary>
    Verified,

    /// <summary>Well known in the field; not checked against its source.</summary>
    Known,

    /// <summary>To be replaced by the figures of the source before anything is decided by it.</summary>
    Unverified,
}

/// <summary>The σ_MUF that is expected of a kind of facility.</summary>
/// <param name="Id">Stable name of the kind.</param>
/// <param name="Relative">δ_E, σ_MUF as a part of inventory or throughput, whichever is larger (1).</param>
/// <param name="Confidence">How far it is to be relied on.</param>
/// <param name="Source">Where it is from.</param>
public sealed record AcceptedSigma(string Id, double Relative, Confidence Confidence, string Source)
{
    /// <summary>Whether a balance is as good as is expected.</summary>
    public bool IsMetBy(ItemisedResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.Sigma <= Relative * result.Scale;
    }
}

/// <summary>What an international target value says of one method: relative standard deviations of one measurement (1).</summary>
/// <param name="Id">Stable name of the method.</param>
/// <param name="RandomFrom">Random, the least (1).</param>
/// <param name="RandomTo">Random, the greatest (1).</param>
/// <param name="SystematicFrom">Systematic, the least (1).</param>
/// <param name="SystematicTo">Systematic, the greatest (1).</param>
/// <param name="Confidence">How far it is to be relied on.</param>
/// <param name="Source">Where it is from.</param>
public sealed record TargetValue(string Id, double RandomFrom, double RandomTo, double SystematicFrom, double SystematicTo,
    Confidence Confidence, string Source);

/// <summary>A limit on an inventory difference or its standard deviation in the rules of the USA.</summary>
/// <param name="Id">Stable name.</param>
/// <param name="Value">The limit.</param>
/// <param name="Unit">Its unit: part of active inventory, multiples of SEID, or grams.</param>
/// <param name="Confidence">How far it is to be relied on.</param>
/// <param name="Source">Where it is from.</param>
public sealed record DifferenceLimit(string Id, double Value, string Unit, Confidence Confidence, string Source);

/// <summary>Figures that others published, with how far they are to be relied on: a start for planning, never a finding.</summary>
public static class PublishedFigures
{
    private const string Str368 = "IAEA STR-368, International Target Values";
    private const string Closing = "IAEA Safeguards Glossary, expected accuracy of closing a balance";
    private const string Cfr74 = "10 CFR 74";

    /// <summary>δ_E by kind of facility.</summary>
    public static IReadOnlyList<AcceptedSigma> Accepted { get; } =
    [
        new("enrichment", 0.002, Confidence.Known, Closing),
        new("uranium-fabrication", 0.003, Confidence.Known, Closing),
        new("plutonium-fabrication", 0.005, Confidence.Known, Closing),
        new("uranium-reprocessing", 0.008, Confidence.Known, Closing),
        new("plutonium-reprocessing", 0.010, Confidence.Known, Closing),
        new("scrap-store", 0.04, Confidence.Known, Closing),
        new("waste-store", 0.25, Confidence.Known, Closing),
    ];

    /// <summary>Examples of what methods attain, to be replaced by the table in force.</summary>
    public static IReadOnlyList<TargetValue> Targets { get; } =
    [
        Target("electronic-balance", 0.0005, 0.0005, 0.0005, 0.0005),
        Target("load-cell", 0.0005, 0.0005, 0.0005, 0.0005),
        Target("tank-dip-tube", 0.003, 0.003, 0.002, 0.002),
        Target("uranium-gravimetry", 0.0005, 0.0005, 0.0005, 0.0005),
        Target("uranium-titration", 0.001, 0.001, 0.001, 0.001),
        Target("isotope-dilution", 0.0015, 0.0015, 0.001, 0.001),
        Target("k-edge-uranium", 0.002, 0.002, 0.0015, 0.0015),
        Target("k-edge-plutonium", 0.006, 0.006, 0.003, 0.003),
        Target("plutonium-titration", 0.001, 0.002, 0.001, 0.002),
        Target("mass-spectrometry-leu", 0.0005, 0.001, 0.0005, 0.001),
        Target("gamma-enrichment-cylinder", 0.05, 0.05, 0.02, 0.02),
        Target("coincidence-plutonium-scrap", 0.05, 0.10, 0.02, 0.03),
        Target("drummed-waste", 0.20, 0.50, 0.10, 0.10),
    ];

    /// <summary>Limits of the USA on SEID and ID.</summary>
    public static IReadOnlyList<DifferenceLimit> Limits { get; } =
    [
        new("seid-category-1", 0.001, "active inventory", Confidence.Unverified, Cfr74),
        new("id-alarm", 3, "SEID", Confidence.Unverified, Cfr74),
        new("id-plutonium-u233", 200, "g", Confidence.Unverified, Cfr74),
        new("id-u235-heu", 300, "g", Confidence.Unverified, Cfr74),
        new("id-u235-leu", 9_000, "g", Confidence.Unverified, Cfr74),
    ];

    private static TargetValue Target(string id, double randomFrom, double randomTo, double systematicFrom, double systematicTo) =>
        new(id, randomFrom, randomTo, systematicFrom, systematicTo, Confidence.Unverified, Str368);
}
