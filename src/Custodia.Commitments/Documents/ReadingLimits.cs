namespace Custodia.Commitments.Documents;

/// <summary>How much a document may hold. Reading takes time and memory in proportion to the text.</summary>
public static class ReadingLimits
{
    /// <summary>Longest file, in bytes.</summary>
    public const int Bytes = 4 * 1024 * 1024;

    /// <summary>Longest text, in UTF-16 units.</summary>
    public const int Characters = 2_000_000;

    /// <summary>Most lines, empty ones included.</summary>
    public const int Lines = 50_000;

    /// <summary>Longest line, in UTF-16 units.</summary>
    public const int LineCharacters = 20_000;

    /// <summary>Most numbered paragraphs.</summary>
    public const int Paragraphs = 2_000;

    /// <summary>Most findings that a reading lists; the rest is counted.</summary>
    public const int Findings = 1_000;
}
