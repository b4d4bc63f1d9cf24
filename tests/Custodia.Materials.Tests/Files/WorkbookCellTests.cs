using Custodia.Materials.Files;
using Custodia.Quantities;

namespace Custodia.Materials.Tests.Files;

public sealed class WorkbookCellTests
{
    [Theory]
    [InlineData("0.1", 0.1)]
    [InlineData("0.10000000000000001", 0.1)]
    [InlineData("4.4000000000000004", 4.4)]
    [InlineData("0.30000000000000004", 0.3)]
    [InlineData("1.84E6", 1840000)]
    [InlineData("1.0E-3", 0.001)]
    public void A_number_reads_as_the_decimal_that_was_typed(string stored, decimal grams)
    {
        var answer = Given.Read(Workbook.With('H', Workbook.Number("H2", stored)));
        Assert.Equal(Mass.FromGrams(grams), Assert.Single(answer.Value!).Value.Weights[0].Amount.Element);
    }

    [Theory]
    [InlineData("<c r=\"B2\" s=\"1\"><v>45819</v></c>", "")]
    [InlineData("<c r=\"B2\" s=\"2\"><v>45819</v></c>", "")]
    [InlineData("<c r=\"B2\" s=\"1\"><v>44357</v></c>", "<workbookPr date1904=\"1\"/>")]
    [InlineData("<c r=\"B2\" t=\"d\"><v>2025-06-11</v></c>", "")]
    [InlineData("<c r=\"B2\" t=\"d\"><v>2025-06-11T00:00:00</v></c>", "")]
    [InlineData("<c r=\"B2\" t=\"str\"><f>TEXT(1,2)</f><v>2025-06-11</v></c>", "")]
    public void A_date_cell_reads_as_its_day(string cell, string properties)
    {
        var answer = Given.Read(Workbook.With('B', cell, properties));
        Assert.Equal(new DateOnly(2025, 6, 11), Assert.Single(answer.Value!).Value.Date);
    }

    [Theory]
    [InlineData("<c r=\"B2\"><v>45819</v></c>")]
    [InlineData("<c r=\"B2\" s=\"3\"><v>45819</v></c>")]
    [InlineData("<c r=\"B2\" s=\"1\"><v>45819.5</v></c>")]
    [InlineData("<c r=\"B2\" s=\"1\"><v>60</v></c>")]
    [InlineData("<c r=\"B2\" s=\"1\"><v>2958466</v></c>")]
    [InlineData("<c r=\"B2\" s=\"1\"><v>-3</v></c>")]
    public void A_bare_number_or_a_time_of_day_is_no_date(string cell)
    {
        var refusal = Assert.Single(Given.Read(Workbook.With('B', cell)).Refusals);
        Assert.Equal(FileRefusals.Date, refusal.Reason);
        Assert.Equal("B2", refusal.Place.Cell);
    }

    [Fact]
    public void A_shared_text_reads_without_the_pronunciation_beside_it()
    {
        const string Strings = "<si><t>x</t></si><si><r><t>FA-</t></r><r><t>07</t></r><rPh sb=\"0\" eb=\"1\"><t>ふ</t></rPh></si>";
        var answer = Given.Read(Workbook.With('D', "<c r=\"D2\" t=\"s\"><v>1</v></c>", "", Strings));
        Assert.Equal("FA-07", Assert.Single(answer.Value!).Value.Batch);
    }

    [Fact]
    public void A_formula_gives_its_calculated_value()
    {
        var answer = Given.Read(Workbook.With('H', "<c r=\"H2\"><f>SUM(1,2)</f><v>1840001</v></c>"));
        Assert.Equal(1_840_001m, Assert.Single(answer.Value!).Value.Weights[0].Amount.Element.Grams);
    }

    [Fact]
    public void The_sheet_named_after_the_kind_is_read_whatever_stands_before_it()
    {
        var rows = Workbook.Rows(Workbook.GoodRow.Values);
        foreach (var name in new[] { "存量變動", "inventory CHANGES" })
        {
            var answer = Given.Read(Workbook.OfSheets("", "", ("Notes", "<row r=\"1\"/>"), (name, rows)));
            Assert.Equal("FA2606-01", Assert.Single(answer.Value!).Value.Batch);
        }
    }

    [Fact]
    public void Rows_keep_the_numbers_of_the_sheet_where_some_are_blank()
    {
        var rows = Workbook.Rows(Workbook.GoodRow.Values).Replace("r=\"2\"", "r=\"40\"", StringComparison.Ordinal);
        var answer = Given.Read(Workbook.OfSheets("", "", ("S", rows + "<row r=\"41\"><c r=\"A41\" s=\"1\"/></row>")));
        Assert.Equal(40, Assert.Single(answer.Value!).Row);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("@SUM(A1)")]
    [InlineData("+CMD|x")]
    [InlineData("-2+3")]
    public void Text_that_looks_like_a_formula_stays_text(string text)
    {
        var change = Given.Shipment with { Note = text };
        Given.AssertSame([change], Given.Read(Given.Bytes(FileWriter.Xlsx(FileLayouts.Changes, [change], "en"))));
        Given.AssertSame([change], Given.Read(Given.Bytes(FileWriter.Csv(FileLayouts.Changes, [change], "en"))));
    }
}
