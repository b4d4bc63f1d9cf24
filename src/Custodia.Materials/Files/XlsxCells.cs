using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace Custodia.Materials.Files;

/// <summary>Turns the cells of a workbook into text: numbers as plain decimals, dates as <c>yyyy-MM-dd</c>.</summary>
internal sealed class XlsxCells(IReadOnlyList<string> sharedStrings, IReadOnlyList<bool> dateStyles, bool startsIn1904)
{
    /// <summary>
    /// A spreadsheet program keeps no more digits of a number than that; what it stores beyond is binary noise.
    /// </summary>
    private const int SignificantDigits = 15;

    /// <summary>
    /// 1 March 1900: earlier serials suffer from a leap day that never was (ECMA-376 Part 1, 18.17.4.1).
    /// </summary>
    private const int FirstSoundSerial = 61;

    private readonly StringBuilder _text = new();

    /// <summary>The value of an attribute of the element on which the reader stands, or <c>null</c>.</summary>
    public static string? Attribute(OpenXmlReader reader, string name)
    {
        foreach (var attribute in reader.Attributes)
        {
            if (attribute.LocalName == name)
                return attribute.Value;
        }

        return null;
    }

    /// <summary>The cells of the row on whose start the reader stands.</summary>
    public IReadOnlyList<Cell> ReadRow(OpenXmlReader reader, int row)
    {
        var cells = new List<Cell>();
        while (reader.Read() && !(reader.ElementType == typeof(S.Row) && reader.IsEndElement))
        {
            if (reader.ElementType != typeof(S.Cell) || !reader.IsStartElement)
                continue;
            var column = Attribute(reader, "r") is { } reference ? ColumnOf(reference) : cells.Count;
            var cell = ReadCell(reader);
            CellLimits.Check(row, column, cell.Text);
            if (cell.IsBlank)
                continue;
            while (cells.Count <= column)
                cells.Add(new Cell(""));
            cells[column] = cell;
        }

        return cells;
    }

    private Cell ReadCell(OpenXmlReader reader)
    {
        var type = Attribute(reader, "t") ?? "n";
        var style = Attribute(reader, "s");
        string? value = null;
        bool isFormula = false, isPhonetic = false;
        _text.Clear();
        while (reader.Read() && !(reader.ElementType == typeof(S.Cell) && reader.IsEndElement))
        {
            if (reader.ElementType == typeof(S.PhoneticRun))
                isPhonetic = reader.IsStartElement;
            else if (!reader.IsStartElement)
                continue;
            else if (reader.ElementType == typeof(S.CellFormula))
                isFormula = true;
            else if (reader.ElementType == typeof(S.CellValue))
                value = reader.GetText();
            else if (reader.ElementType == typeof(S.Text) && !isPhonetic)
                _text.Append(reader.GetText());
        }

        if (isFormula && value is null or "" && type != "str")
            return new Cell("", CellForm.FormulaWithoutValue);
        return type == "inlineStr" ? new Cell(_text.ToString()) : Meaning(type, style, value ?? "");
    }

    private Cell Meaning(string type, string? style, string value) => type switch
    {
        "s" => new Cell(sharedStrings[int.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture)]),
        "str" => new Cell(value),
        "b" or "e" => new Cell(value, CellForm.NotAValue),
        "d" => new Cell(value.EndsWith("T00:00:00", StringComparison.Ordinal) ? value[..^9] : value, CellForm.Date),
        "n" when value.Length == 0 => new Cell(""),
        "n" when IsDateStyle(style) => Date(value),
        "n" => new Cell(Number(value)),
        _ => throw new FormatException("A cell type that no edition of the standard knows."),
    };

    private bool IsDateStyle(string? style) =>
        int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
        && index < dateStyles.Count && dateStyles[index];

    /// <summary>
    /// A serial without a time of day as a date; any other as the number it is, which no date column takes.
    /// </summary>
    private Cell Date(string serial)
    {
        var number = Number(serial);
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var days))
            return new Cell(number, CellForm.Date);
        var start = startsIn1904 ? new DateOnly(1904, 1, 1) : new DateOnly(1899, 12, 30);
        var isSound = startsIn1904 || days >= FirstSoundSerial;
        return isSound && days <= DateOnly.MaxValue.DayNumber - start.DayNumber
            ? new Cell(start.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), CellForm.Date)
            : new Cell(number, CellForm.Date);
    }

    /// <summary>The stored number as a plain decimal; where that would lose anything, as it is stored.</summary>
    private static string Number(string stored)
    {
        var shown = stored;
        if (SignificantDigitsOf(stored) > SignificantDigits
            && double.TryParse(stored, NumberStyles.Float, CultureInfo.InvariantCulture, out var binary))
            shown = binary.ToString("G15", CultureInfo.InvariantCulture);
        if (!decimal.TryParse(shown, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return stored;
        var vanished = number == 0m && SignificantDigitsOf(shown) > 0;
        return vanished ? stored : number.ToString("0.############################", CultureInfo.InvariantCulture);
    }

    private static int SignificantDigitsOf(string number)
    {
        var exponent = number.AsSpan().IndexOfAny('e', 'E');
        var mantissa = exponent < 0 ? number.AsSpan() : number.AsSpan(0, exponent);
        int digits = 0, zeros = 0;
        foreach (var c in mantissa)
        {
            if (!char.IsAsciiDigit(c))
                continue;
            zeros = c == '0' ? zeros + 1 : 0;
            digits += digits > 0 || c != '0' ? 1 : 0;
        }

        return digits - Math.Min(zeros, digits);
    }

    private static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var c in reference)
        {
            if (c is < 'A' or > 'Z')
                break;
            column = checked(column * 26 + (c - 'A' + 1));
        }

        return column > 0 ? column - 1 : throw new FormatException("A cell reference without a column.");
    }
}
