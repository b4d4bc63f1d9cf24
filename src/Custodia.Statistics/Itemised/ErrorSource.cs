namespace Custodia.Statistics.Itemised;

/// <summary>What a source of error is part of, which says how often its random error is drawn anew.</summary>
public enum SourceKind
{
    /// <summary>Weighing or volume: random error new for each item.</summary>
    Bulk,

    /// <summary>Taking a sample: random error new for each sample, shared by the items that it stands for.</summary>
    Sampling,

    /// <summary>Element concentration: random error new for each sample.</summary>
    Analysis,

    /// <summary>Isotope fraction: random error new for each sample; counts in a balance of the isotope alone.</summary>
    Isotopic,

    /// <summary>Non-destructive assay of the whole item: random error new for each item.</summary>
    Nda,
}

/// <summary>
/// One source of measurement error, such as a scale, a laboratory or a counter: x = μ (1 + R + S) + A_R + A_S, with R and A_R
/// drawn anew for each measurement, S and A_S once for each calibration period and shared by all that is measured in it.
/// </summary>
/// <remarks>Source: IAEA/SG/SCT/5, Statistical Concepts and Techniques for IAEA Safeguards; Jaech, Statistical Methods in Nuclear Material
/// Control (1973). Relative variances of the factors of a mass (weight × concentration × isotope fraction) add.</remarks>
/// <param name="Id">Name by which strata refer to it.</param>
/// <param name="Kind">What it is part of.</param>
/// <param name="Random">δ_r, relative standard deviation of R (1).</param>
/// <param name="Systematic">δ_s, relative standard deviation of S (1).</param>
public sealed record ErrorSource(string Id, SourceKind Kind, double Random, double Systematic)
{
    /// <summary>a_r, standard deviation of A_R (mass); for weighing and assay alone.</summary>
    public double RandomAbsolute { get; init; }

    /// <summary>a_s, standard deviation of A_S (mass), such as a zero offset; for weighing and assay alone.</summary>
    public double SystematicAbsolute { get; init; }

    /// <summary>Whether the random error is new for each item, and not for each sample.</summary>
    public bool IsPerItem => Kind is SourceKind.Bulk or SourceKind.Nda;
}

/// <summary>That a stratum is measured with a source, in one of its calibration periods.</summary>
/// <param name="Source">Id of the source.</param>
/// <param name="Calibration">Name of the calibration period; null: the only one. A new period draws the systematic error anew.</param>
public readonly record struct SourceUse(string Source, string? Calibration = null);
