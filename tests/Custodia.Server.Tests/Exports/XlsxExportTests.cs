using System.Globalization;
using System.Text.RegularExpressions;
using Custodia.Server.Components.Tables;
using Custodia.Server.Reading.Exports;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace Custodia.Server.Tests.Exports;

public sealed partial class XlsxExportTests
{
    [Fact]
    public async Task A_workbook_is_as_the_standard_has_it_with_numbers_as_numbers_and_days_as_days()
    {
        var xlsx = await Exported.Xlsx(["Batch", "Contents (g)", "Day", "Long"],
            [TableValue.Of("=1+1"), TableValue.Of(-1_234.5m), TableValue.Of(new DateOnly(2026, 3, 31)), TableValue.Of(12_345_678_901_234.567m)]);
        using var document = SpreadsheetDocument.Open(new MemoryStream(xlsx), false);
        var errors = new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken);
        Assert.Empty(errors.Select(error => $"{error.Part?.Uri} {error.Description}"));
        var (rows, provenance) = (Cells(document, 0), Cells(document, 1));

        Assert.Equal(["Batch", "Contents (g)", "Day", "Long"], rows[0].Select(cell => cell.InnerText));
        Assert.Equal(["=1+1", "-1234.5", "46112", "12345678901234.567"], rows[1].Select(cell => cell.InnerText));
        Assert.Equal([true, false, false, true], rows[1].Select(cell => cell.DataType?.Value == CellValues.InlineString));
        Assert.Equal(["State", "Zedland"], provenance[0].Select(cell => cell.InnerText));
        Assert.Equal(["Batches AB", "來源"], document.WorkbookPart!.Workbook.Descendants<Sheet>().Select(sheet => sheet.Name!.Value));
        Assert.DoesNotContain(rows.SelectMany(row => row), cell => cell.CellFormula is not null);
    }

    [Fact]
    public async Task Every_text_comes_back_as_it_was_and_none_as_a_formula()
    {
        List<string> texts = [.. CsvExportTests.Samples(), "a\0b", "\ud800", "_x0041_", "x_x0041_x_", "a\r\nb", " a ", "😀"];
        var xlsx = await Exported.Xlsx(["a", "b"], texts.Select(text => new[] { TableValue.Of(text) }));
        using var document = SpreadsheetDocument.Open(new MemoryStream(xlsx), false);
        var rows = Cells(document, 0);
        Assert.Equal(texts, rows.Skip(1).Select(row => Unescape(row[0].InnerText)));
        Assert.All(rows.SelectMany(row => row), cell => Assert.Null(cell.CellFormula));
    }

    [Theory]
    [InlineData("_x0041_", "_x005F_x0041_")]
    [InlineData("a\u0001", "a_x0001_")]
    [InlineData("_x00_", "_x00_")]
    public void What_XML_cannot_hold_is_written_as_the_standard_says(string text, string escaped) =>
        Assert.Equal(escaped, XlsxExport.Escape(text));

    private static List<List<Cell>> Cells(SpreadsheetDocument document, int sheet)
    {
        var id = document.WorkbookPart!.Workbook.Descendants<Sheet>().ElementAt(sheet).Id!.Value!;
        var part = (WorksheetPart)document.WorkbookPart.GetPartById(id);
        return [.. part.Worksheet.Descendants<Row>().Select(row => row.Elements<Cell>().ToList())];
    }

    private static string Unescape(string text) => Escaped().Replace(text, match =>
        ((char)ushort.Parse(match.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escaped();
}
