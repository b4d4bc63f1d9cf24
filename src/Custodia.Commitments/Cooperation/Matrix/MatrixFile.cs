using System.Text.Json;
using Custodia.Books;
using Custodia.Commitments.Cooperation.Facts;

namespace Custodia.Commitments.Cooperation.Matrix;

/// <summary>How large a file with a matrix may be. Past each limit the file is refused.</summary>
public static class MatrixLimits
{
    /// <summary>Length of the file as received, in bytes.</summary>
    public const int Bytes = 4 * 1024 * 1024;

    /// <summary>Length of the text part of a document after decompression, in bytes.</summary>
    public const int UnpackedBytes = 32 * 1024 * 1024;

    /// <summary>Parts in a document.</summary>
    public const int Parts = 200;

    /// <summary>Elements within elements.</summary>
    public const int Depth = 100;

    /// <summary>Lines with cells: more than any template has.</summary>
    public const int Lines = 5_000;
}

/// <summary>
/// The matrix as a file (<c>matrix-file</c>): all cells in the order of the form, each with what it says or with nothing. The same
/// matrix gives the same bytes.
/// </summary>
/// <param name="Format">Always <see cref="FormatName"/>.</param>
/// <param name="Version">Always <see cref="FormatVersion"/>.</param>
/// <param name="Template">Version of the template.</param>
/// <param name="Cells">The cells.</param>
public sealed record MatrixFile(string Format, int Version, string Template, IReadOnlyList<MatrixFileCell> Cells)
{
    /// <summary>Name of the form.</summary>
    public const string FormatName = "custodia-1540-matrix";

    /// <summary>Version of the form.</summary>
    public const int FormatVersion = 1;

    private static readonly JsonSerializerOptions Strict = new(FaceJson.Options) { AllowDuplicateProperties = false };

    /// <summary>The matrix as it stands.</summary>
    public static MatrixFile Of(string template, IEnumerable<MatrixCellRow> cells) => new(FormatName, FormatVersion, template,
        [.. cells.Select(cell => MatrixFileCell.Of(cell.Cell, cell.Filled))]);

    /// <summary>It as JSON.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, FaceJson.Options);

    /// <summary>Reads a file, DOCX or JSON, whole, or refuses it whole.</summary>
    /// <param name="content">The file.</param>
    /// <param name="name">Its name, for refusals.</param>
    /// <returns>The command that fills the cells which say something.</returns>
    public static Answer<FillMatrix> Read(byte[] content, string name)
    {
        ArgumentNullException.ThrowIfNull(content);
        var place = new Place(name.Length <= 100 ? name : name[..100], null, null, null);
        if (content.Length > MatrixLimits.Bytes)
            return CooperationRefusals.FileTooLarge.At(place, $"≤ {MatrixLimits.Bytes}", $"{content.Length}");
        var file = content.AsSpan().StartsWith("PK"u8) ? MatrixDocument.Read(content, place) : ReadJson(content, place);
        return file.IsGiven ? Command(file.Value, place) : Answer<FillMatrix>.Refuse(file.Refusals);
    }

    private static Answer<MatrixFile> ReadJson(byte[] content, Place place)
    {
        try
        {
            return JsonSerializer.Deserialize<MatrixFile>(content, Strict) is { } file
                ? file
                : CooperationRefusals.FileMalformed.At(place, FormatName, "null");
        }
        catch (JsonException exception)
        {
            return CooperationRefusals.FileMalformed.At(place.At(exception.Path ?? "$"), FormatName);
        }
    }

    private static Answer<FillMatrix> Command(MatrixFile file, Place place)
    {
        if (file.Format != FormatName || file.Version != FormatVersion)
            return CooperationRefusals.FileMalformed.At(place, $"{FormatName} {FormatVersion}");
        if (file.Template != MatrixTemplate.Current.Id)
            return CooperationRefusals.TemplateUnknown.At(place, MatrixTemplate.Current.Id, file.Template.Length <= 40 ? file.Template : null);
        if (file.Cells.Count > MatrixLimits.Lines)
            return CooperationRefusals.FileTooLarge.At(place, $"≤ {MatrixLimits.Lines}", $"{file.Cells.Count}");
        if (file.Cells.FirstOrDefault(cell => MatrixTemplate.Current.Find(cell.Cell) is null) is { } unknown)
            return CooperationRefusals.CellUnknown.At(place, found: GivenText.Quote(unknown.Cell));
        if (file.Cells.FirstOrDefault(cell => !cell.IsWhole) is { } broken)
            return CooperationRefusals.FileMalformed.At(place.At(broken.Cell), "X | ? | NA, yyyy-mm-dd");
        return new FillMatrix(file.Template, [.. file.Cells.Select(cell => cell.Filled).OfType<FilledCell>()]);
    }
}

/// <summary>A cell in a file.</summary>
/// <param name="Cell">Its id.</param>
/// <param name="Value">What it says; null: nothing.</param>
/// <param name="On">The day of what shows it.</param>
/// <param name="Clause">The clause of national law.</param>
/// <param name="Document">A document.</param>
/// <param name="Entry">A journal entry.</param>
/// <param name="Note">A note.</param>
public sealed record MatrixFileCell(string Cell, MatrixValue? Value = null, DateOnly? On = null, string? Clause = null, string? Document = null,
    long? Entry = null, string? Note = null)
{
    /// <summary>What it says, or <c>null</c> for nothing.</summary>
    internal FilledCell? Filled => Value is { } value && On is { } on ? new FilledCell(Cell, value, on, Clause, Document, Entry, Note) : null;

    /// <summary>Whether it says something with its day, or nothing at all.</summary>
    internal bool IsWhole => Filled is not null || this == new MatrixFileCell(Cell);

    internal static MatrixFileCell Of(string cell, FilledCell? filled) => filled is null
        ? new(cell)
        : new(cell, filled.Value, filled.On, filled.Clause, filled.Document, filled.Entry, filled.Note);
}
