using Custodia.Books;

namespace Custodia.Materials.Files;

/// <summary>What the file stored in a cell.</summary>
internal enum CellForm
{
    /// <summary>Text, or a number as plain digits.</summary>
    Plain,

    /// <summary>A date of a workbook, as <c>yyyy-MM-dd</c>.</summary>
    Date,

    /// <summary>A formula that was never calculated.</summary>
    FormulaWithoutValue,

    /// <summary>An error such as <c>#N/A</c>, or a truth value.</summary>
    NotAValue,
}

/// <summary>One cell as read, before anything is known of its column.</summary>
internal readonly record struct Cell(string Text, CellForm Form = CellForm.Plain)
{
    public bool IsBlank => Form == CellForm.Plain && string.IsNullOrWhiteSpace(Text);
}

/// <summary>One row as read.</summary>
/// <param name="Number">As a spreadsheet program shows it, from 1.</param>
/// <param name="Cells">From column A; cells at the end may be missing.</param>
internal sealed record RawRow(int Number, IReadOnlyList<Cell> Cells)
{
    public bool IsBlank => Cells.All(c => c.IsBlank);

    /// <summary>The address of a cell, such as <c>G17</c>.</summary>
    /// <param name="column">Column from 0.</param>
    /// <param name="row">Row from 1.</param>
    public static string Address(int column, int row)
    {
        var letters = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
            letters = (char)('A' + (rest - 1) % 26) + letters;
        return FormattableString.Invariant($"{letters}{row}");
    }
}

/// <summary>The rows of one sheet, in order, read as they are asked for.</summary>
internal interface ISheet : IDisposable
{
    /// <summary>Rows that the file announces, or <c>null</c>.</summary>
    int? RowsTotal { get; }

    /// <summary>The next row, or <c>null</c> after the last.</summary>
    /// <exception cref="SheetRefusedException">The file cannot be read on.</exception>
    RawRow? Next();
}

/// <summary>
/// The file cannot be read on; the refusal says why. Thrown by sheets only and caught where they are read.
/// </summary>
internal sealed class SheetRefusedException(RefusalCode code, int? row = null, int? column = null,
    string? expected = null, string? found = null) : Exception(code.Code)
{
    public RefusalCode Reason { get; } = code;

    public int? Row { get; } = row;

    public int? Column { get; } = column;

    public string? Expected { get; } = expected;

    public string? Found { get; } = found;
}
