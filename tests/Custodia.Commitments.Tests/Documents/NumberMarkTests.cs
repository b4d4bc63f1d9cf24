using Custodia.Commitments.Documents;

namespace Custodia.Commitments.Tests.Documents;

public sealed class NumberMarkTests
{
    [Theory]
    [InlineData("1. Keep the lamps lit", "Digits", 1, "1.", "Keep")]
    [InlineData("2.燈塔應點亮", "Digits", 2, "2.", "燈塔")]
    [InlineData("３．燈塔", "Digits", 3, "３．", "燈塔")]
    [InlineData("14、 燈塔", "Digits", 14, "14、", "燈塔")]
    [InlineData("(7) Keep", "DigitsBracket", 7, "(7)", "Keep")]
    [InlineData("8) Keep", "DigitsBracket", 8, "8)", "Keep")]
    [InlineData("十二、燈塔", "Han", 12, "十二、", "燈塔")]
    [InlineData("二十一、燈塔", "Han", 21, "二十一、", "燈塔")]
    [InlineData("一百零五、燈塔", "Han", 105, "一百零五、", "燈塔")]
    [InlineData("（三）燈塔", "HanBracket", 3, "（三）", "燈塔")]
    [InlineData("參、燈塔", "Formal", 3, "參、", "燈塔")]
    [InlineData("④燈塔", "Circled", 4, "④", "燈塔")]
    [InlineData("XIV. Keep", "Roman", 14, "XIV.", "Keep")]
    [InlineData("第五條　燈塔", "Article", 5, "第五條", "燈塔")]
    [InlineData("Article 9: Keep", "Article", 9, "Article 9", "Keep")]
    [InlineData("(b) Keep", "Part", 1, "(b)", "Keep")]
    [InlineData("• Keep", "Part", 1, "•", "Keep")]
    public void A_number_at_the_start_of_a_line_is_read_as_printed(string line, string style, int value, string printed, string rest)
    {
        var mark = NumberMark.Read(line);
        Assert.NotNull(mark);
        Assert.Equal((style, value, printed), (mark.Value.Style.ToString(), mark.Value.Value, mark.Value.Printed));
        Assert.StartsWith(rest, line[mark.Value.Length..], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("12. 12.燈塔")]
    [InlineData("12.12. 燈塔")]
    [InlineData("１２．12. 燈塔")]
    public void A_number_printed_twice_is_one_number(string line)
    {
        var mark = NumberMark.Read(line);
        Assert.True(mark is { Value: 12, Doubled: true });
        Assert.Equal("燈塔", line[mark.Value.Length..]);
    }

    [Theory]
    [InlineData("2014 年")]
    [InlineData("2014. The year")]
    [InlineData("3.5 per cent")]
    [InlineData("4.net")]
    [InlineData("24-25 日")]
    [InlineData("第三條的規定")]
    [InlineData("Articles 3 and 4")]
    [InlineData("0. Nothing")]
    [InlineData("一般而言")]
    [InlineData("12")]
    [InlineData("")]
    [InlineData("(")]
    [InlineData("第")]
    public void Other_figures_at_the_start_of_a_line_number_nothing(string line) => Assert.Null(NumberMark.Read(line));

    [Fact]
    public void The_same_number_further_on_is_not_a_second_print() =>
        Assert.True(NumberMark.Read("12. Within 12. days") is { Value: 12, Doubled: false });
}
