namespace Custodia.Statistics.Cases;

/// <summary>How large a case may be.</summary>
public static class CaseLimits
{
    /// <summary>The largest <c>case.json</c> (bytes).</summary>
    public const int JsonBytes = 1 << 20;

    /// <summary>The largest table (bytes).</summary>
    public const int TableBytes = 512 << 20;

    /// <summary>The most locations, or methods.</summary>
    public const int Locations = 1_000;

    /// <summary>The most methods of one location.</summary>
    public const int MethodsOfLocation = 20;

    /// <summary>The most calibration dates of a method, or balance dates.</summary>
    public const int Dates = 10_001;

    /// <summary>The most elements.</summary>
    public const int Elements = 100;

    /// <summary>The longest reason (characters).</summary>
    public const int ReasonLength = 1_000;

    /// <summary>The longest name (characters, or bytes in a table).</summary>
    public const int NameLength = 100;
}
