using System.Buffers;
using System.Text;
using Custodia.Server.Components.Tables;

namespace Custodia.Server.Reading.Exports;

/// <summary>
/// A CSV file (RFC 4180): UTF-8 with a byte order mark, commas, CRLF, every record with the same number of fields. After
/// the rows a record of empty fields, then the provenance, a name and a value in each record: a file without it is not
/// whole.
/// </summary>
internal sealed class CsvExport : IExportWriter
{
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",;\t\"\r\n");

    // What spreadsheet programs may take for the beginning of a formula, also in the wide forms that East Asian ones know.
    private static readonly SearchValues<char> FormulaStarts = SearchValues.Create("=+-@\t\r\n＝＋－＠");

    private readonly IBufferWriter<byte> _output;
    private readonly int _fields;
    private readonly StringBuilder _line = new();

    /// <summary>Begins a file.</summary>
    /// <param name="output">Where its bytes go.</param>
    /// <param name="headers">Heading of each field.</param>
    public CsvExport(IBufferWriter<byte> output, IReadOnlyList<string> headers)
    {
        (_output, _fields) = (output, Math.Max(2, headers.Count));
        output.Write(Encoding.UTF8.Preamble);
        Row([.. headers.Select(TableValue.Of)]);
    }

    /// <inheritdoc/>
    public void Row(TableValue[] values)
    {
        _line.Clear();
        for (var i = 0; i < _fields; i++)
        {
            if (i > 0)
                _line.Append(',');
            if (i < values.Length)
                Append(Field(values[i]));
        }

        _line.Append("\r\n");
        foreach (var chunk in _line.GetChunks())
            Encoding.UTF8.GetBytes(chunk.Span, _output);
    }

    /// <inheritdoc/>
    public void End(IReadOnlyList<(string Name, TableValue Value)> provenance)
    {
        Row([]);
        foreach (var (name, value) in provenance)
            Row([TableValue.Of(name), value]);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // What was written is the pipe's.
    }

    /// <summary>A field before it is quoted: a text that could be taken for a formula has an apostrophe before it; a number stays one.</summary>
    public static string Field(TableValue value)
    {
        var text = value.ToString();
        return value.Sort == TableValueSort.Text && FormulaStarts.Contains(text[0]) ? "'" + text : text;
    }

    private void Append(string field)
    {
        if (field.AsSpan().ContainsAny(NeedQuotes) || field.StartsWith(' ') || field.EndsWith(' '))
            _line.Append('"').Append(field.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        else
            _line.Append(field);
    }
}
