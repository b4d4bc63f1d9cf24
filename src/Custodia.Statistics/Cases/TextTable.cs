using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;

namespace Custodia.Statistics.Cases;

/// <summary>
/// Reads a table with a header of known names: one row a line, in UTF-8 with a point for decimals, nothing quoted. Faults are named with line and
/// column, up to a hundred.
/// </summary>
/// <param name="file">What the faults call the file; null: there is only one.</param>
/// <param name="header">The header.</param>
/// <param name="perhaps">What may stand behind it.</param>
internal sealed class TextTable(string? file, string header, string perhaps = "")
{
    /// <summary>The largest table (bytes).</summary>
    public const int MostBytes = 64 << 20;

    /// <summary>The most rows.</summary>
    public const int MostRows = 1_000_000;

    private const int MostFaults = 100;
    private const int MostLine = 10_000;

    /// <summary>What is wrong.</summary>
    public List<Fault> Faults { get; } = [];

    /// <summary>The columns that there are.</summary>
    public string[] Columns { get; private set; } = header.Split(',');

    /// <summary>Takes each row.</summary>
    /// <returns>How many rows there are; means nothing if there are faults.</returns>
    public int Read(ReadOnlySpan<byte> csv, Action<TableRow> take)
    {
        if (csv.Length > MostBytes)
        {
            Faults.Add(new Fault(FaultCodes.TooMany, "", $"≤ {MostBytes}", $"{csv.Length}").At(file));
            return 0;
        }

        return ReadLines(csv.StartsWith(Encoding.UTF8.Preamble) ? csv[Encoding.UTF8.Preamble.Length..] : csv, take);
    }

    /// <summary>Notes what is wrong with a field of a row.</summary>
    public void Wrong(string code, int line, string column, string? expected, string? found) => Faults.Add(
        new Fault(code, column, expected, found is null ? null : ShownText.Of(found)).At(file, line, Array.IndexOf(Columns, column) + 1));

    private int ReadLines(ReadOnlySpan<byte> csv, Action<TableRow> take)
    {
        var (line, rows) = (0, 0);
        foreach (var range in csv.Split((byte)'\n'))
        {
            var text = csv[range];
            if (line++ > 0 && text.IsEmpty && range.End.Value == csv.Length)
                break;
            var row = Encoding.UTF8.GetString(text[..Math.Min(text.Length, MostLine)]).TrimEnd('\r');
            if (line == 1 && row == $"{header},{perhaps}")
                Columns = row.Split(',');
            else if (line == 1 ? row != header : text.Length > MostLine || text.Count((byte)',') != Columns.Length - 1)
                Faults.Add(new Fault(FaultCodes.Malformed, "", string.Join(',', Columns), ShownText.Of(row)).At(file, line, 1));
            else if (line > 1 && ++rows <= MostRows)
                take(new TableRow(this, line, row.Split(',')));
            if (rows > MostRows)
                Faults.Add(new Fault(FaultCodes.TooMany, "", $"≤ {MostRows}").At(file, line, 1));
            if (Faults.Count >= MostFaults || (line == 1 && Faults.Count > 0) || rows > MostRows)
                break;
        }

        return rows;
    }
}

/// <summary>A row of a table.</summary>
/// <param name="table">The table.</param>
/// <param name="line">Its line from 1.</param>
/// <param name="cells">Its fields.</param>
internal readonly struct TableRow(TextTable table, int line, string[] cells)
{
    /// <summary>A field as it stands; empty where the table has no such column.</summary>
    public string Text(string column) => Array.IndexOf(table.Columns, column) is >= 0 and var index ? cells[index] : "";

    /// <summary>A name.</summary>
    public string Name(string column)
    {
        var text = Text(column);
        if (!ShownText.IsName(text))
            Wrong(FaultCodes.Malformed, column, null, text);
        return text;
    }

    /// <summary>A finite number within bounds; 0 in a column that the table does not have.</summary>
    public double Number(string column, double least = double.MinValue, double most = double.MaxValue) =>
        Bounded(column, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, "12.5", least, most);

    /// <summary>A whole number from 1.</summary>
    public int Count(string column) => Bounded(column, NumberStyles.AllowLeadingSign, "12", 1, int.MaxValue);

    /// <summary>A word of a list; null with a fault where it is none.</summary>
    public T? OneOf<T>(string column)
        where T : struct, Enum
    {
        var text = Text(column);
        foreach (var value in Enum.GetValues<T>())
            if (NameOf(value) == text)
                return value;
        Wrong(FaultCodes.Malformed, column, string.Join(" | ", Enum.GetValues<T>().Select(NameOf)), text);
        return null;
    }

    /// <summary>Notes a fault where a field is another than in the rows above.</summary>
    public void MustBe(string column, string expected)
    {
        if (Text(column) != expected)
            Wrong(FaultCodes.Malformed, column, expected, Text(column));
    }

    /// <summary>How a table writes a word of a list.</summary>
    public static string NameOf<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>Notes what is wrong with a field.</summary>
    public void Wrong(string code, string column, string? expected, string? found) => table.Wrong(code, line, column, expected, found);

    private T Bounded<T>(string column, NumberStyles style, string example, T least, T most)
        where T : struct, INumber<T>
    {
        if (Array.IndexOf(table.Columns, column) < 0)
            return T.Zero;
        var text = Text(column);
        if (!T.TryParse(text, style, CultureInfo.InvariantCulture, out var value) || !T.IsFinite(value))
            Wrong(FaultCodes.Malformed, column, example, text);
        else if (value < least || value > most)
            Wrong(FaultCodes.OutOfRange, column, string.Create(CultureInfo.InvariantCulture, $"{least} … {most}"), text);
        return value;
    }
}
