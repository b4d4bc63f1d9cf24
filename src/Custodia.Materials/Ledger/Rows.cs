using Custodia.Books;

namespace Custodia.Materials.Ledger;

/// <summary>A row of an operator's file: what it says, and where it stands, for refusals.</summary>
/// <typeparam name="T">What a row says.</typeparam>
/// <param name="Row">Row number in the file, the header being row 1.</param>
/// <param name="Value">What it says.</param>
public sealed record FileRow<T>(int Row, T Value) where T : class;

/// <summary>Which file something was read from. The file itself is kept as a blob under its digest.</summary>
/// <param name="Name">File name as received.</param>
/// <param name="Digest">SHA-256 of the file, 64 lower-case hexadecimal digits.</param>
/// <param name="Size">Length in bytes.</param>
public sealed record ReceivedFile(
    [Meaning("File name", "檔名")] string Name,
    [Meaning("SHA-256 of the file", "檔案 SHA-256")] string Digest,
    [Meaning("Length in bytes", "位元組數")] long Size);
