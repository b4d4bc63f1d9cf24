using Custodia.Books;

namespace Custodia.Materials.Files;

/// <summary>
/// One row of a file, asked for its values by column. What is wrong is noted as a refusal and read as blank.
/// </summary>
public sealed class RowReader
{
    private readonly Header _header;
    private readonly RefusalList _refusals;
    private RawRow _row = new(0, []);

    internal RowReader(Header header, RefusalList refusals)
    {
        _header = header;
        _refusals = refusals;
    }

    /// <summary>
    /// Whether every cell asked for so far was in order. Rules that look at several cells are pointless before that.
    /// </summary>
    public bool IsGood { get; private set; }

    /// <summary>The value, or <c>default</c> where the cell is blank or refused.</summary>
    public T? Get<T>(FileColumn<T> column) => TryGet(column, out var value) ? value : default;

    /// <summary>The value, or <c>null</c> where the cell is blank or refused.</summary>
    public T? GetOptional<T>(FileColumn<T> column) where T : struct => TryGet(column, out var value) ? value : null;

    /// <summary>
    /// The value of a column that <see cref="FileColumn.IsRequired"/>; a blank cell makes the row bad.
    /// </summary>
    public T GetRequired<T>(FileColumn<T> column) => TryGet(column, out var value) ? value : default!;

    /// <summary>Notes that the row is refused.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="column">The column to look at.</param>
    /// <param name="expected">What was expected there.</param>
    public void Refuse(RefusalCode reason, FileColumn column, string? expected = null)
    {
        var index = _header.IndexOf(column);
        Refuse(reason, column, expected, index is { } i ? CellAt(i).Text : null);
    }

    internal void MoveTo(RawRow row)
    {
        _row = row;
        IsGood = _header.IsComplete;
        for (var i = 0; i < row.Cells.Count; i++)
        {
            if (_header.IsUnnamed(i) && !row.Cells[i].IsBlank)
            {
                IsGood = false;
                _refusals.Add(FileRefusals.ColumnUnnamed, row.Number, i, null, null, row.Cells[i].Text);
            }
        }
    }

    private bool TryGet<T>(FileColumn<T> column, out T value)
    {
        value = default!;
        if (_header.IndexOf(column) is not { } index)
            return false;
        var cell = CellAt(index);
        if (cell.IsBlank)
        {
            if (column.IsRequired)
                Refuse(FileRefusals.Blank, column, column.Expected, null);
            return false;
        }

        var text = cell.Text.Trim();
        var reason = Unusable(cell, column) ?? column.Format.Read(text, out value);
        if (reason is null)
            return true;
        Refuse(reason, column, column.Expected, text);
        return false;
    }

    private static RefusalCode? Unusable(Cell cell, FileColumn column) => cell.Form switch
    {
        CellForm.FormulaWithoutValue => FileRefusals.FormulaWithoutValue,
        CellForm.NotAValue => FileRefusals.NotAValue,
        CellForm.Date when column.Stored != StoredAs.Date => FileRefusals.DateNotWanted,
        _ => null,
    };

    private void Refuse(RefusalCode reason, FileColumn column, string? expected, string? found)
    {
        IsGood = false;
        _refusals.Add(reason, _row.Number, _header.IndexOf(column), column.Key, expected, found);
    }

    private Cell CellAt(int index) => index < _row.Cells.Count ? _row.Cells[index] : new Cell("");
}
