namespace Custodia.Materials.Files;

/// <summary>One row of a file to be written, filled by column.</summary>
public sealed class RowWriter
{
    private readonly IReadOnlyList<FileColumn> _columns;
    private readonly string?[] _cells;

    internal RowWriter(IReadOnlyList<FileColumn> columns)
    {
        _columns = columns;
        _cells = new string?[columns.Count];
    }

    /// <summary>The texts in the order of the columns; <c>null</c> is blank.</summary>
    internal IReadOnlyList<string?> Cells => _cells;

    /// <summary>Fills a cell.</summary>
    public void Put<T>(FileColumn<T> column, T? value) where T : class
    {
        if (value is not null)
            PutText(column, column.Format.Write(value));
    }

    /// <summary>Fills a cell.</summary>
    public void Put<T>(FileColumn<T> column, T? value) where T : struct
    {
        if (value is { } given)
            PutText(column, column.Format.Write(given));
    }

    internal void Clear() => Array.Clear(_cells);

    private void PutText(FileColumn column, string text)
    {
        for (var i = 0; i < _columns.Count; i++)
        {
            if (ReferenceEquals(_columns[i], column))
                _cells[i] = text;
        }
    }
}
