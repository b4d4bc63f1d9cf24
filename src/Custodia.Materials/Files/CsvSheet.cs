using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Custodia.Materials.Files;

/// <summary>The rows of a CSV file (RFC 4180), separated by comma, semicolon or tab.</summary>
internal sealed class CsvSheet : ISheet
{
    private readonly RowLimitedReader _text;
    private readonly CsvParser _parser;
    private bool _isBad;

    public CsvSheet(string text)
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = CsvText.Separator(text).ToString(),
            Mode = CsvMode.RFC4180,
            IgnoreBlankLines = false,
            BadDataFound = _ => _isBad = true,
        };
        _text = new RowLimitedReader(text);
        _parser = new CsvParser(_text, configuration);
        RowsTotal = text.AsSpan().Count('\n');
    }

    /// <inheritdoc/>
    public int? RowsTotal { get; }

    /// <inheritdoc/>
    public RawRow? Next()
    {
        while (ReadRow())
        {
            var row = Current();
            if (!row.IsBlank)
                return row;
        }

        return null;
    }

    /// <inheritdoc/>
    public void Dispose() => _parser.Dispose();

    private bool ReadRow()
    {
        _text.BeginRow(_parser.Row + 1);
        return _parser.Read();
    }

    private RawRow Current()
    {
        var cells = new List<Cell>(Math.Min(_parser.Count, FileLimits.Columns));
        for (var i = 0; i < _parser.Count; i++)
        {
            _isBad = false;
            var text = _parser[i];
            if (_isBad)
                throw new SheetRefusedException(FileRefusals.Quotes, _parser.Row, i, null, text);
            CellLimits.Check(_parser.Row, i, text);
            if (i < FileLimits.Columns)
                cells.Add(new Cell(text));
        }

        return new RawRow(_parser.Row, cells);
    }
}

/// <summary>
/// Gives the parser no more text than a row may have: it gathers a whole row before anybody can look at its cells.
/// </summary>
internal sealed class RowLimitedReader(string text) : StringReader(text)
{
    private int _row;
    private int _length;

    public void BeginRow(int row) => (_row, _length) = (row, 0);

    /// <exception cref="SheetRefusedException">The row is too long.</exception>
    public override int Read(char[] buffer, int index, int count)
    {
        var read = base.Read(buffer, index, count);
        _length += read;
        return _length <= FileLimits.RowLength
            ? read
            : throw new SheetRefusedException(
                FileRefusals.RowTooLong, _row, null, "≤ " + FileLimits.RowLength.ToString(CultureInfo.InvariantCulture));
    }
}

/// <summary>Limits that hold for a cell of any file.</summary>
internal static class CellLimits
{
    /// <exception cref="SheetRefusedException">The cell stands too far right or holds too much.</exception>
    public static void Check(int row, int column, string text)
    {
        if (text.Length > FileLimits.CellLength)
            throw new SheetRefusedException(FileRefusals.CellTooLong, row, column, Limit(FileLimits.CellLength), text);
        if (column >= FileLimits.Columns && !string.IsNullOrWhiteSpace(text))
            throw new SheetRefusedException(FileRefusals.TooManyColumns, row, column, Limit(FileLimits.Columns), text);
    }

    private static string Limit(int limit) => "≤ " + limit.ToString(CultureInfo.InvariantCulture);
}
