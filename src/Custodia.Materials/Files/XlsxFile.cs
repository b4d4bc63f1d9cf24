using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace Custodia.Materials.Files;

/// <summary>Writes a workbook (ECMA-376 Part 1, SpreadsheetML): text, numbers and dates, never a formula.</summary>
internal static class XlsxFile
{
    /// <summary>Built-in number format 14: the short date of the reader's language.</summary>
    private const uint ShortDate = 14;

    private const uint TextStyle = 1;
    private const uint DateStyle = 2;

    /// <summary>Built-in number format 49: text, so that a typed code is not turned into a number or date.</summary>
    private const uint TextFormat = 49;

    /// <summary>
    /// A spreadsheet program keeps no more digits of a number; a longer one is written as text and stays exact.
    /// </summary>
    private const int NumberDigits = 15;

    private static readonly DateOnly SerialZero = new(1899, 12, 30);

    /// <summary>A cell to be written; <c>null</c> text leaves it blank.</summary>
    internal readonly record struct Value(string? Text, StoredAs Stored);

    /// <summary>A sheet to be written.</summary>
    internal sealed record Sheet(string Name, IReadOnlyList<IEnumerable<Value>> Rows);

    public static byte[] Write(params IReadOnlyList<Sheet> sheets)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var list = new S.Sheets();
            foreach (var sheet in sheets)
            {
                var part = workbook.AddNewPart<WorksheetPart>();
                WriteRows(part, sheet.Rows);
                list.AppendChild(new S.Sheet
                {
                    Id = workbook.GetIdOfPart(part),
                    SheetId = (uint)list.ChildElements.Count + 1,
                    Name = sheet.Name,
                });
            }

            workbook.Workbook = new S.Workbook(list);
        }

        return stream.ToArray();
    }

    private static void WriteRows(WorksheetPart part, IReadOnlyList<IEnumerable<Value>> rows)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new S.Worksheet());
        writer.WriteStartElement(new S.SheetData());
        for (var i = 0; i < rows.Count; i++)
        {
            writer.WriteStartElement(new S.Row { RowIndex = (uint)i + 1 });
            var column = 0;
            foreach (var value in rows[i])
            {
                if (value.Text is { } text)
                    writer.WriteElement(Cell(RawRow.Address(column, i + 1), text, value.Stored));
                column++;
            }

            writer.WriteEndElement();
        }

        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static S.Cell Cell(string address, string text, StoredAs stored) => stored switch
    {
        StoredAs.Number when text.Count(char.IsAsciiDigit) <= NumberDigits =>
            new S.Cell(new S.CellValue(text)) { CellReference = address },
        StoredAs.Date => new S.Cell(new S.CellValue(Serial(text))) { CellReference = address, StyleIndex = DateStyle },
        _ => new S.Cell(new S.InlineString(new S.Text(text) { Space = SpaceProcessingModeValues.Preserve }))
        {
            CellReference = address,
            DataType = S.CellValues.InlineString,
            StyleIndex = TextStyle,
        },
    };

    private static string Serial(string date)
    {
        var day = DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return (day.DayNumber - SerialZero.DayNumber).ToString(CultureInfo.InvariantCulture);
    }

    private static S.Stylesheet Styles() => new(
        new S.Fonts(new S.Font()),
        new S.Fills(new S.Fill(new S.PatternFill { PatternType = S.PatternValues.None })),
        new S.Borders(new S.Border()),
        new S.CellFormats(
            new S.CellFormat(),
            new S.CellFormat { NumberFormatId = TextFormat, ApplyNumberFormat = true },
            new S.CellFormat { NumberFormatId = ShortDate, ApplyNumberFormat = true }));
}
