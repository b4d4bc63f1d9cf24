namespace Custodia.Statistics;

/// <summary>The stable codes of <see cref="Fault"/>: <c>verification.reason</c> and, of a case and its tables, <c>statistics.reason</c>.</summary>
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

    /// <summary>A file of the case is not there.</summary>
    public const string FileMissing = "statistics.file-missing";

    /// <summary>A file is named that does not lie in the folder of the case.</summary>
    public const string FileOutside = "statistics.file-outside";

    /// <summary>A file is larger than the limit.</summary>
    public const string FileTooLarge = "statistics.file-too-large";

    /// <summary>The description of the case is no JSON object.</summary>
    public const string NotJson = "statistics.case-not-json";

    /// <summary>A member of the description is missing, or is not what it should be.</summary>
    public const string WrongMember = "statistics.case-member-wrong";

    /// <summary>A location is neither input, output nor inventory.</summary>
    public const string UnknownKind = "statistics.kind-unknown";

    /// <summary>The header of a table is not time, the elements, and perhaps measurement.</summary>
    public const string WrongHeader = "statistics.header-wrong";

    /// <summary>A row does not have as many fields as the header, or a field is too long.</summary>
    public const string WrongRow = "statistics.row-wrong";

    /// <summary>A field is no number.</summary>
    public const string NotNumber = "statistics.number-wrong";

    /// <summary>The case has no location, or no element.</summary>
    public const string Empty = "statistics.case-empty";

    /// <summary>Two locations, methods, elements or files have one name.</summary>
    public const string NameTwice = "statistics.name-twice";

    /// <summary>A location names a method that the case does not have.</summary>
    public const string UnknownMethod = "statistics.method-unknown";

    /// <summary>A flow says neither that it is discrete nor continuous, or an inventory says it.</summary>
    public const string WrongType = "statistics.type-wrong";

    /// <summary>A standard deviation is negative, or no number.</summary>
    public const string WrongSigma = "statistics.sigma-wrong";

    /// <summary>Calibration dates do not ascend.</summary>
    public const string WrongCalibrations = "statistics.calibrations-wrong";

    /// <summary>An inventory or a continuous flow has no reading.</summary>
    public const string NoReadings = "statistics.no-readings";

    /// <summary>A time or a mass is no finite number.</summary>
    public const string NotFinite = "statistics.number-not-finite";

    /// <summary>A number is beyond <see cref="Balances.CaseRules.Largest"/>.</summary>
    public const string TooLarge = "statistics.number-too-large";

    /// <summary>A mass is below zero.</summary>
    public const string Negative = "statistics.mass-negative";

    /// <summary>A stamp lies before the one above it.</summary>
    public const string Unsorted = "statistics.time-unsorted";

    /// <summary>A stamp stands twice where it may stand only once.</summary>
    public const string StampTwice = "statistics.time-twice";

    /// <summary>Two stamps of a continuous flow lie farther apart than the limit.</summary>
    public const string Gap = "statistics.gap-over-limit";

    /// <summary>One measurement has two values.</summary>
    public const string TwoValues = "statistics.measurement-two-values";

    /// <summary>A rate names its measurement.</summary>
    public const string RateNamed = "statistics.rate-names-measurement";

    /// <summary>No balance period is complete.</summary>
    public const string NoPeriod = "statistics.no-complete-period";

    /// <summary>There are more balance periods than the limit.</summary>
    public const string TooManyPeriods = "statistics.too-many-periods";
}
