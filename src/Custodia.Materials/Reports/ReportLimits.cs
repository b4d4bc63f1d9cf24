namespace Custodia.Materials.Reports;

/// <summary>How much of a report or of a profile is read. What is beyond is refused, never cut off.</summary>
public static class ReportLimits
{
    /// <summary>Characters in a report.</summary>
    public const int Characters = 32 * 1024 * 1024;

    /// <summary>Entries in a report.</summary>
    public const int Entries = 100_000;

    /// <summary>Refusals that one reading gives; the rest is not looked for.</summary>
    public const int Refusals = 100;

    /// <summary>Bytes in a profile file.</summary>
    public const int ProfileBytes = 256 * 1024;

    /// <summary>Fields in a record of a profile.</summary>
    public const int Fields = 200;

    /// <summary>Characters in a line that a profile may allow.</summary>
    public const int LineLength = 4000;

    /// <summary>Decimals that a profile may allow: a kilogram to the microgram.</summary>
    public const int Decimals = 9;
}
