namespace Custodia.Commitments.Cooperation.Matrix;

/// <summary>Which weapons a cell is about.</summary>
public enum MatrixArea
{
    /// <summary>All of them.</summary>
    General,

    /// <summary>Nuclear weapons.</summary>
    Nuclear,

    /// <summary>Chemical weapons.</summary>
    Chemical,

    /// <summary>Biological weapons.</summary>
    Biological,
}

/// <summary>What a cell asks.</summary>
public enum MatrixColumn
{
    /// <summary>Whether there is such a thing.</summary>
    Status,

    /// <summary>Whether national law has it.</summary>
    Framework,

    /// <summary>Whether there is a penalty, and who enforces it.</summary>
    Enforcement,
}

/// <summary>
/// The form of the matrix by which a State shows what it did for Security Council resolution 1540 (2004): data, so that another
/// edition needs no code. The words are our own; the order is that of the operative paragraphs.
/// </summary>
/// <param name="Id">Its version.</param>
/// <param name="Title">Its title.</param>
/// <param name="Sections">Its parts.</param>
public sealed record MatrixTemplate(string Id, Words Title, IReadOnlyList<MatrixSection> Sections)
{
    private IReadOnlyList<MatrixCell>? _cells;

    /// <summary>The one in use.</summary>
    public static MatrixTemplate Current { get; } = RegisterFile.Read<MatrixTemplate>("matrix-1540")[^1];

    /// <summary>All cells, in the order of the form.</summary>
    public IReadOnlyList<MatrixCell> Cells => _cells ??=
    [
        .. from section in Sections
           from row in section.Rows
           from area in row.Areas ?? section.Areas
           from column in section.Columns
           select new MatrixCell($"{row.Id}.{Letter($"{area}")}.{Letter($"{column}")}", section, row, area, column),
    ];

    /// <summary>The cell of that id, or <c>null</c>.</summary>
    public MatrixCell? Find(string? id) => Cells.FirstOrDefault(cell => cell.Id == id);

    private static char Letter(string name) => char.ToLowerInvariant(name[0]);
}

/// <summary>A part of the matrix.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Paragraphs">The operative paragraphs that it is about.</param>
/// <param name="Title">Its title.</param>
/// <param name="Areas">The weapons that its rows are about, where a row does not say otherwise.</param>
/// <param name="Columns">What is asked of each.</param>
/// <param name="Rows">Its rows.</param>
public sealed record MatrixSection(string Id, IReadOnlyList<string> Paragraphs, Words Title, IReadOnlyList<MatrixArea> Areas,
    IReadOnlyList<MatrixColumn> Columns, IReadOnlyList<MatrixRow> Rows);

/// <summary>A row of the matrix.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Paragraph">The operative paragraph.</param>
/// <param name="Text">What it is about.</param>
/// <param name="Areas">The weapons that it is about, where they are not those of its part.</param>
public sealed record MatrixRow(string Id, string Paragraph, Words Text, IReadOnlyList<MatrixArea>? Areas = null);

/// <summary>A cell of the matrix.</summary>
/// <param name="Id">Its id: that of the row, then letters of area and column.</param>
/// <param name="Section">Its part.</param>
/// <param name="Row">Its row.</param>
/// <param name="Area">Its weapons.</param>
/// <param name="Column">What it asks.</param>
public sealed record MatrixCell(string Id, MatrixSection Section, MatrixRow Row, MatrixArea Area, MatrixColumn Column);
