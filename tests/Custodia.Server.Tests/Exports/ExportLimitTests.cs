using System.Text;
using Custodia.Books;
using Custodia.Server.Components.Tables;
using Custodia.Server.Language;
using Custodia.Server.Reading.Exports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Custodia.Server.Tests.Exports;

public sealed class ExportLimitTests
{
    private const int Piece = 5_000;

    [Theory]
    [InlineData(1_000_000, "Whole,Yes")]
    [InlineData(1_000_001, "Whole,No: cut at 1,000,000 rows. Narrow the list.")]
    public async Task A_file_has_at_most_a_million_rows_and_says_whether_it_is_whole(int rows, string whole)
    {
        var asked = 0;
        var pieces = Enumerable.Range(0, rows).Chunk(Piece).Select(piece =>
        {
            asked++;
            return piece.Select(row => new[] { TableValue.Of(row) });
        });
        using var file = new MemoryStream();
        await ExportEndpoint.Write(file, "csv", new TableRows(["Row"], pieces),
            new Provenance("Zedland", "Rows", null, "rows", new ViewRequest(null, 0), 1, default, "reader"), English(), TimeProvider.System,
            TestContext.Current.CancellationToken);
        var lines = Encoding.UTF8.GetString(file.GetBuffer(), 0, (int)file.Length).Split("\r\n");
        Assert.Contains(whole.Contains("cut", StringComparison.Ordinal) ? "Whole,\"No: cut at 1,000,000 rows. Narrow the list.\"" : whole, lines);
        Assert.Equal(1_000_000, lines.Count(line => line.Length > 1 && char.IsAsciiDigit(line[0])));
        Assert.Equal((rows + Piece - 1) / Piece, asked);
    }

    private static IStringLocalizer<Text> English()
    {
        System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.GetCultureInfo("en");
        return new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider().GetRequiredService<IStringLocalizer<Text>>();
    }
}
