using Custodia.Books;

namespace Custodia.Materials.Files;

/// <summary>Which column of a file stands where, as its header row says.</summary>
internal sealed class Header
{
    private readonly Dictionary<FileColumn, int> _indexes = [];
    private readonly bool[] _named;

    private Header(int width) => _named = new bool[width];

    /// <summary>Whether every header was known, none stood twice, and none was missing.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>Reads the header row, noting what is wrong with it.</summary>
    public static Header Read(FileLayout layout, RawRow row, RefusalList refusals)
    {
        var header = new Header(row.Cells.Count);
        for (var i = 0; i < row.Cells.Count; i++)
        {
            if (!row.Cells[i].IsBlank)
                header.Place(layout, row, i, refusals);
        }

        foreach (var column in layout.Columns)
        {
            if (column.IsRequired && !header._indexes.ContainsKey(column))
                header.Refuse(refusals, FileRefusals.ColumnMissing, row.Number, null, column.Key, Shown(column), null);
        }

        return header;
    }

    /// <summary>Where the column stands, from 0, or <c>null</c>.</summary>
    public int? IndexOf(FileColumn column) => _indexes.TryGetValue(column, out var index) ? index : null;

    /// <summary>Whether no header stands there.</summary>
    public bool IsUnnamed(int index) => index >= _named.Length || !_named[index];

    private void Place(FileLayout layout, RawRow row, int index, RefusalList refusals)
    {
        _named[index] = true;
        var text = row.Cells[index].Text.Trim();
        if (layout.Find(text) is not { } column)
        {
            var nearest = HeaderName.Nearest(text, layout.Columns.SelectMany(c => c.Names));
            Refuse(refusals, FileRefusals.ColumnUnknown, row.Number, index, null, nearest, text);
        }
        else if (!_indexes.TryAdd(column, index))
        {
            var first = RawRow.Address(_indexes[column], row.Number);
            Refuse(refusals, FileRefusals.ColumnTwice, row.Number, index, column.Key, $"{first} {Shown(column)}", text);
        }
    }

    private void Refuse(RefusalList refusals, RefusalCode code, int row, int? column, string? field,
        string? expected, string? found)
    {
        IsComplete = false;
        refusals.Add(code, row, column, field, expected, found);
    }

    private static string Shown(FileColumn column) => $"{column.Header.En} ({column.Header.Zh})";
}
