using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using Custodia.Server.Components.Tables;

namespace Custodia.Server.Reading.Exports;

/// <summary>
/// A workbook (ECMA-376 Part 1, SpreadsheetML) of two sheets, the rows and their provenance: text, numbers, days and
/// moments, never a formula. It is written as it goes; a package library would keep the whole sheet in memory.
/// </summary>
internal sealed class XlsxExport : IExportWriter
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>A spreadsheet program keeps no more digits of a number; a longer one is written as text and stays exact.</summary>
    private const int NumberDigits = 15;

    private const int NarrowestColumn = 10;
    private const int WidestColumn = 48;
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");
    private static readonly DateOnly SerialZero = new(1899, 12, 30);
    private readonly ZipArchive _package;
    private XmlWriter _sheet;
    private int _row;

    /// <summary>Begins a file.</summary>
    /// <param name="output">Where its bytes go; it is only written to, from the beginning on.</param>
    /// <param name="title">Name of the first sheet.</param>
    /// <param name="provenanceTitle">Name of the second.</param>
    /// <param name="headers">Heading of each field.</param>
    public XlsxExport(Stream output, string title, string provenanceTitle, IReadOnlyList<string> headers)
    {
        _package = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (name, content) in XlsxParts.Of(SheetName(title, 1), SheetName(provenanceTitle, 2)))
            WritePart(name, content);
        _sheet = BeginSheet(1, headers.Select(header => Math.Clamp(Width(header) + 2, NarrowestColumn, WidestColumn)), isFrozen: true);
        WriteRow([.. headers.Select(TableValue.Of)], XlsxParts.HeadingStyle);
    }

    /// <inheritdoc/>
    public void Row(TableValue[] values) => WriteRow(values, XlsxParts.TextStyle);

    /// <inheritdoc/>
    public void End(IReadOnlyList<(string Name, TableValue Value)> provenance)
    {
        EndSheet();
        _sheet = BeginSheet(2, [28, 90], isFrozen: false);
        foreach (var (name, value) in provenance)
            WriteRow([TableValue.Of(name), value], XlsxParts.TextStyle);
        EndSheet();
        _package.Dispose();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _sheet.Dispose();
        _package.Dispose();
    }

    /// <summary>A text as a cell holds it (ST_Xstring): what XML cannot hold is written <c>_xHHHH_</c>, and what looks so is kept as it is.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (char.IsHighSurrogate(letter) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                escaped.Append(letter).Append(text[++i]);
            else if (letter == '\r' || !XmlConvert.IsXmlChar(letter) || (letter == '_' && LooksEscaped(text.AsSpan(i))))
                escaped.Append(CultureInfo.InvariantCulture, $"_x{(int)letter:X4}_");
            else
                escaped.Append(letter);
        }

        return escaped.ToString();
    }

    private static bool LooksEscaped(ReadOnlySpan<char> text) =>
        text.Length >= 7 && text[1] == 'x' && text[6] == '_' && !text[2..6].ContainsAnyExcept(HexDigits);

    private void WriteRow(ReadOnlySpan<TableValue> values, int textStyle)
    {
        _row++;
        _sheet.WriteStartElement("row", Main);
        _sheet.WriteAttributeString("r", _row.ToString(CultureInfo.InvariantCulture));
        for (var i = 0; i < values.Length; i++)
            WriteCell(Address(i), values[i], textStyle);
        _sheet.WriteEndElement();
    }

    private void WriteCell(string address, TableValue value, int textStyle)
    {
        switch (value.Sort)
        {
            case TableValueSort.None:
                break;
            case TableValueSort.Number when value.ToString() is var number && number.Count(char.IsAsciiDigit) <= NumberDigits:
                WriteNumber(address, number, style: 0);
                break;
            case TableValueSort.Day:
                WriteNumber(address, (value.Day.DayNumber - SerialZero.DayNumber).ToString(CultureInfo.InvariantCulture), XlsxParts.DayStyle);
                break;
            default:
                WriteText(address, value.ToString(), textStyle);
                break;
        }
    }

    private void WriteNumber(string address, string number, int style)
    {
        BeginCell(address, style);
        _sheet.WriteElementString("v", Main, number);
        _sheet.WriteEndElement();
    }

    private void WriteText(string address, string text, int style)
    {
        BeginCell(address, style);
        _sheet.WriteAttributeString("t", "inlineStr");
        _sheet.WriteStartElement("is", Main);
        _sheet.WriteStartElement("t", Main);
        _sheet.WriteAttributeString("xml", "space", null, "preserve");
        _sheet.WriteString(Escape(text));
        _sheet.WriteEndElement();
        _sheet.WriteEndElement();
        _sheet.WriteEndElement();
    }

    private void BeginCell(string address, int style)
    {
        _sheet.WriteStartElement("c", Main);
        _sheet.WriteAttributeString("r", address);
        if (style != 0)
            _sheet.WriteAttributeString("s", style.ToString(CultureInfo.InvariantCulture));
    }

    private string Address(int column)
    {
        var letters = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        return letters + _row.ToString(CultureInfo.InvariantCulture);
    }

    private XmlWriter BeginSheet(int number, IEnumerable<int> widths, bool isFrozen)
    {
        _row = 0;
        var part = _package.CreateEntry(FormattableString.Invariant($"xl/worksheets/sheet{number}.xml"), CompressionLevel.Fastest);
        var sheet = XmlWriter.Create(part.Open(), new XmlWriterSettings { CloseOutput = true, Encoding = new UTF8Encoding(false) });
        sheet.WriteStartDocument(standalone: true);
        sheet.WriteStartElement("worksheet", Main);
        if (isFrozen)
            sheet.WriteRaw(XlsxParts.FrozenHeading);
        sheet.WriteStartElement("cols", Main);
        foreach (var (width, i) in widths.Select((width, i) => (width, i + 1)))
            sheet.WriteRaw(FormattableString.Invariant($"<col min=\"{i}\" max=\"{i}\" width=\"{width}\" customWidth=\"1\"/>"));
        sheet.WriteEndElement();
        sheet.WriteStartElement("sheetData", Main);
        return sheet;
    }

    private void EndSheet()
    {
        _sheet.WriteEndDocument();
        _sheet.Dispose();
    }

    private void WritePart(string name, string content)
    {
        using var part = new StreamWriter(_package.CreateEntry(name, CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
        part.Write(content);
    }

    // Han letters are twice as wide.
    private static int Width(string text) => text.Sum(letter => letter >= '\u2E80' ? 2 : 1);

    // ECMA-376 leaves names of sheets open; spreadsheet programs take 31 letters, and none of these.
    private static string SheetName(string title, int number)
    {
        var taken = title.Where(letter => !@"\/?*[]:'".Contains(letter, StringComparison.Ordinal) && XmlConvert.IsXmlChar(letter));
        var name = new string([.. taken.Take(31)]).Trim();
        return name.Length > 0 ? name : FormattableString.Invariant($"{number}");
    }
}
