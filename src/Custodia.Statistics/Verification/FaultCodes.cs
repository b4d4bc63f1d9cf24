namespace Custodia.Statistics.Verification;

/// <summary>The stable codes of <see cref="Fault"/>.</summary>
public static class FaultCodes
{
    /// <summary>A mass, standard deviation, count or probability outside of what it can be, or not a number.</summary>
    public const string OutOfRange = "verification.out-of-range";

    /// <summary>A name that was given already.</summary>
    public const string Twice = "verification.named-twice";

    /// <summary>A name that nothing has.</summary>
    public const string Unknown = "verification.unknown-name";

    /// <summary>One measurement stands for two items on the same side of the balance.</summary>
    public const string MeasurementTwice = "verification.measurement-counted-twice";

    /// <summary>One measurement with two different results.</summary>
    public const string MeasurementDiffers = "verification.measurement-differs";

    /// <summary>Nothing to work with, or too little.</summary>
    public const string TooFew = "verification.too-few";

    /// <summary>More than is taken at once.</summary>
    public const string TooMany = "verification.too-many";

    /// <summary>Something that is needed is not there.</summary>
    public const string Missing = "verification.missing";

    /// <summary>The file does not have its form.</summary>
    public const string Malformed = "verification.malformed";

    /// <summary>The goal cannot be reached in this way, with however many items.</summary>
    public const string NotAttainable = "verification.not-attainable";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        OutOfRange, Twice, Unknown, MeasurementTwice, MeasurementDiffers, TooFew, TooMany, Missing, Malformed, NotAttainable,
    ];
}
