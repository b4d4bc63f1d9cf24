namespace Custodia.Materials.Files;

/// <summary>How large a file of an operator may be. Past each limit the file is refused.</summary>
public static class FileLimits
{
    /// <summary>Length of the file as received, in bytes.</summary>
    public const int Bytes = 64 * 1024 * 1024;

    /// <summary>Length of all parts of a workbook after decompression, in bytes.</summary>
    public const long UnpackedBytes = 256L * 1024 * 1024;

    /// <summary>Parts in a workbook.</summary>
    public const int Parts = 1_000;

    /// <summary>Rows that are not blank, without the header.</summary>
    public const int Rows = 200_000;

    /// <summary>Columns that are not blank.</summary>
    public const int Columns = 200;

    /// <summary>Characters in one cell.</summary>
    public const int CellLength = 2_000;

    /// <summary>Characters in one row of a CSV file: more than all its cells may need.</summary>
    public const int RowLength = 1_000_000;

    /// <summary>Refusals listed for one file; the rest is only counted.</summary>
    public const int Refusals = 1_000;
}

/// <summary>How far the reading of a file has come.</summary>
/// <param name="RowsRead">Rows read so far.</param>
/// <param name="RowsTotal">Rows that the file announces, or <c>null</c> where it does not say.</param>
public readonly record struct FileProgress(int RowsRead, int? RowsTotal);
