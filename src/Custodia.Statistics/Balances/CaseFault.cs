using System.Globalization;

namespace Custodia.Statistics.Balances;

/// <summary>Why a case cannot be evaluated, and where: a value; whoever shows it words it.</summary>
/// <param name="Code">What is wrong: one of <see cref="CaseFaults"/>.</param>
/// <param name="File">The file, or the location where there is none.</param>
/// <param name="Field">Name of the column, or path within <c>case.json</c> such as <c>locations[2].kind</c>; else <c>null</c>.</param>
/// <param name="Line">Line of the file from 1, its header being line 1; <c>null</c> if the file as a whole is meant.</param>
/// <param name="Column">Column from 1: of a table the field, of JSON the byte; <c>null</c> if the line as a whole is meant.</param>
/// <param name="Expected">What should stand there, or <c>null</c>.</param>
/// <param name="Found">What stands there, or <c>null</c>.</param>
public sealed record CaseFault(string Code, string File, string? Field, int? Line, int? Column, string? Expected, string? Found)
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Code} at {File} {Field}:{Line}:{Column}: expected {Expected ?? "-"}, found {Found ?? "-"}");
}

/// <summary>The stable codes of what is wrong with a case.</summary>
public static class CaseFaults
{
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

    /// <summary>A number is beyond <see cref="CaseRules.Largest"/>.</summary>
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
