using System.Text;
using Custodia.Quantities;
using Custodia.Server.Components.Tables;
using FsCheck;
using FsCheck.Fluent;

namespace Custodia.Server.Tests.Exports;

public sealed class CsvExportTests
{
    private const string FormulaStarts = "=+-@\t\r\n＝＋－＠";

    [Fact]
    public async Task A_file_is_headings_rows_and_provenance_each_record_as_long_as_the_others()
    {
        var csv = await Exported.Csv(["Batch", "Contents (g)", "Day"],
            [TableValue.Of("FA \"1\", a"), TableValue.Of(Mass.FromGrams(-1_234.5m)), TableValue.Of(new DateOnly(2026, 3, 31))],
            [TableValue.Of("=1+1"), default, TableValue.Of(new DateTimeOffset(2026, 3, 31, 23, 0, 1, TimeSpan.FromHours(-8)))]);
        Assert.Equal("\uFEFF" + """
            Batch,Contents (g),Day
            "FA ""1"", a",-1234.5,2026-03-31
            '=1+1,,2026-04-01T07:00:01Z
            ,,
            State,Zedland,
            Rows,2,

            """.ReplaceLineEndings("\r\n"), Encoding.UTF8.GetString(csv));
    }

    [Fact]
    public async Task No_text_begins_as_a_formula_does_and_nothing_of_it_is_lost()
    {
        foreach (var text in Samples())
        {
            var rows = Exported.Read(await Exported.Csv([text, "b"], [[TableValue.Of(text), TableValue.Of("b")]]));
            foreach (var cell in (string[])[rows[0][0], rows[1][0]])
            {
                Assert.DoesNotContain(cell[0], FormulaStarts);
                Assert.Equal(FormulaStarts.Contains(text[0], StringComparison.Ordinal) ? "'" + text : text, cell);
            }
        }
    }

    [Fact]
    public void A_number_stays_a_number_whatever_its_sign() =>
        Prop.ForAll<decimal>(number =>
        {
            var field = Reading.Exports.CsvExport.Field(TableValue.Of(number));
            return decimal.Parse(field, System.Globalization.CultureInfo.InvariantCulture) == number && field[0] != '\'';
        }).QuickCheckThrowOnFailure();

    /// <summary>Texts as they come, and the same behind each beginning of a formula.</summary>
    internal static IEnumerable<string> Samples() =>
        from text in ArbMap.Default.GeneratorFor<NonNull<string>>().Sample(150).Select(made => Plain(made.Get)).Append("cmd|' /C calc'!A0")
        from start in FormulaStarts.Select(letter => letter.ToString()).Append("").Append("'").Append(" =")
        where start.Length + text.Length > 0
        select start + text;

    // UTF-8 cannot carry half of a pair, nor the library that reads it back a zero.
    private static string Plain(string text) => new([.. text.Where(letter => !char.IsSurrogate(letter) && letter != '\0')]);
}
