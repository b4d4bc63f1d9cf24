using Custodia.Books;

namespace Custodia.Commitments.Cooperation.Facts;

/// <summary>What a cell of the matrix says. A yes says that there is something to show, not that it suffices.</summary>
public enum MatrixValue
{
    /// <summary>There is evidence.</summary>
    Yes,

    /// <summary>It is not known.</summary>
    Unknown,

    /// <summary>It does not apply to the State.</summary>
    NotApplicable,
}

/// <summary>A cell with what it says.</summary>
/// <param name="Cell">Id of the cell in the template.</param>
/// <param name="Value">What it says.</param>
/// <param name="On">The day of what shows it.</param>
/// <param name="Clause">The clause of national law.</param>
/// <param name="Document">A document.</param>
/// <param name="Entry">A journal entry.</param>
/// <param name="Note">A note; of what does not apply, the reason.</param>
public sealed record FilledCell(
    [Meaning("Cell, such as 2-01.n.f", "欄位識別碼，如 2-01.n.f")] string Cell,
    [Meaning("What it says", "值")] MatrixValue Value,
    [Meaning("Day of what shows it", "佐證日期")] DateOnly On,
    [Meaning("Clause of national law", "國內法條文")] string? Clause = null,
    [Meaning("Document", "文件")] string? Document = null,
    [Meaning("Journal entry", "分錄")] long? Entry = null,
    [Meaning("Note; why it does not apply", "備註；不適用之理由")] string? Note = null);

/// <summary>Fills cells of the 1540 matrix, all or none.</summary>
/// <param name="Template">Version of the template.</param>
/// <param name="Cells">The cells; those that are left out stay as they are.</param>
public sealed record FillMatrix(
    [Meaning("Version of the template", "範本版次")] string Template,
    [Meaning("Cells; those left out stay", "欄位；未列者維持原值")] IReadOnlyList<FilledCell> Cells) : INamesEvidence
{
    IEnumerable<NamedEntry> INamesEvidence.Evidence => Cells.SelectMany(cell => NamedEntry.In(cell.Cell, cell.Entry));
}

/// <summary>Records that the State sent a report to the 1540 Committee with the matrix as it then stood.</summary>
/// <param name="On">The day.</param>
/// <param name="Document">Its number.</param>
/// <param name="Note">A note.</param>
public sealed record SendMatrix(
    [Meaning("Day", "日期")] DateOnly On,
    [Meaning("Number of the document", "文號")] string Document,
    [Meaning("Note", "備註")] string? Note = null) : IDated;
