using System.Text;
using Custodia.Materials.Files;

namespace Custodia.Materials.Tests.Files;

public sealed class CsvTextTests
{
    private const string Text = Given.Header + "\n" + Given.Row;

    public static TheoryData<string> Encodings => ["utf-8", "utf-8-bom", "utf-16", "utf-16BE"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Unicode_is_read_in_each_of_its_encodings(string encoding)
    {
        byte[] file = encoding switch
        {
            "utf-8" => Encoding.UTF8.GetBytes(Text),
            "utf-8-bom" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text)],
            _ => [.. Encoding.GetEncoding(encoding).GetPreamble(), .. Encoding.GetEncoding(encoding).GetBytes(Text)],
        };
        Assert.Single(Given.Read(Given.Bytes(file)).Value!);
    }

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    public void The_separator_is_taken_from_the_header(char separator) =>
        Assert.Single(Given.Read(Given.Text(Text.Replace(',', separator))).Value!);

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Blank_lines_count_as_rows_and_say_nothing(string end)
    {
        var answer = Given.Read(Given.Text(Given.Header + end + end + ",,,,,,,," + end + Given.Row + end + end));
        Assert.Equal(4, Assert.Single(answer.Value!).Row);
    }

    [Fact]
    public void A_quoted_cell_may_hold_separators_and_doubled_quotation_marks()
    {
        var text = Given.Header + ",Remark\n" + Given.Row + ",\"a, \"\"b\"\"; c\"";
        Assert.Equal("a, \"b\"; c", Assert.Single(Given.Read(Given.Text(text)).Value!).Value.Note);
    }

    [Theory]
    [InlineData(" mba ")]
    [InlineData("ＭＢＡ")]
    [InlineData("MBA Code")]
    [InlineData("物料平衡區代碼")]
    public void A_header_is_known_without_regard_to_case_space_width_and_language(string header) =>
        Assert.Single(Given.Read(Given.Text(Text.Replace("MBA,", header + ",", StringComparison.Ordinal))).Value!);

    [Fact]
    public void Progress_ends_with_all_rows_read()
    {
        var reports = new List<FileProgress>();
        var text = Given.Header + "\n" + string.Concat(Enumerable.Repeat(Given.Row + "\n", 2_500));
        OperatorFile.ReadChanges(Given.Text(text), "f", new Reports(reports), TestContext.Current.CancellationToken);
        Assert.Equal([1_000, 2_000, 2_500], reports.Select(r => r.RowsRead));
        Assert.Equal(2_501, reports[0].RowsTotal);
    }

    [Fact]
    public void Reading_stops_when_it_is_told_to()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.Throws<OperationCanceledException>(() =>
            OperatorFile.ReadChanges(Given.Text(Text), "f", null, cancelled.Token));
    }

    private sealed class Reports(List<FileProgress> list) : IProgress<FileProgress>
    {
        public void Report(FileProgress value) => list.Add(value);
    }
}
