using System.Buffers;
using System.Text;
using Custodia.Books;

namespace Custodia.Materials.Files;

/// <summary>
/// Writes rows as an operator would send them: what it writes, <see cref="OperatorFile"/> reads back the same.
/// </summary>
public static class FileWriter
{
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",;\t\"\r\n");

    /// <summary>
    /// A CSV file: UTF-8 with a byte order mark, commas, CRLF (RFC 4180); only columns that any row fills.
    /// </summary>
    /// <param name="layout">The kind of file.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="culture">Language of the headers: <c>zh…</c> or any other.</param>
    public static byte[] Csv<T>(FileLayout<T> layout, IReadOnlyList<T> rows, string culture)
    {
        var (columns, cells) = Cells(layout, rows);
        return Csv(columns, cells, culture);
    }

    /// <summary>A workbook of one sheet, named after the kind of file; only columns that any row fills.</summary>
    /// <inheritdoc cref="Csv{T}(FileLayout{T}, IReadOnlyList{T}, string)"/>
    public static byte[] Xlsx<T>(FileLayout<T> layout, IReadOnlyList<T> rows, string culture)
    {
        var (columns, cells) = Cells(layout, rows);
        return XlsxFile.Write(DataSheet(layout.Title, columns, cells, culture));
    }

    internal static byte[] Csv(IReadOnlyList<FileColumn> columns, IEnumerable<string?[]> rows, string culture)
    {
        var text = new StringBuilder();
        AppendLine(text, columns.Select(c => c.Header.In(culture)));
        foreach (var row in rows)
            AppendLine(text, row);
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    internal static XlsxFile.Sheet DataSheet(Bilingual title, IReadOnlyList<FileColumn> columns,
        IReadOnlyList<string?[]> rows, string culture)
    {
        var header = columns.Select(c => new XlsxFile.Value(c.Header.In(culture), StoredAs.Text));
        var data = rows.Select(row => row.Select((text, i) => new XlsxFile.Value(text, columns[i].Stored)));
        return new(title.In(culture), [header, .. data]);
    }

    private static (IReadOnlyList<FileColumn> Columns, IReadOnlyList<string?[]> Cells) Cells<T>(FileLayout<T> layout,
        IReadOnlyList<T> rows)
    {
        var writer = new RowWriter(layout.Columns);
        var cells = new List<string?[]>(rows.Count);
        var isFilled = layout.Columns.Select(c => c.IsRequired).ToArray();
        foreach (var row in rows)
        {
            writer.Clear();
            layout.Write(row, writer);
            cells.Add([.. writer.Cells]);
            for (var i = 0; i < isFilled.Length; i++)
                isFilled[i] |= writer.Cells[i] is not null;
        }

        var columns = layout.Columns.Where((_, i) => isFilled[i]).ToList();
        return (columns, [.. cells.Select(row => row.Where((_, i) => isFilled[i]).ToArray())]);
    }

    private static void AppendLine(StringBuilder text, IEnumerable<string?> cells) =>
        text.AppendJoin(',', cells.Select(Quoted)).Append("\r\n");

    private static string Quoted(string? cell)
    {
        if (cell is null || cell.AsSpan().IndexOfAny(NeedQuotes) < 0)
            return cell ?? "";
        return "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }
}
