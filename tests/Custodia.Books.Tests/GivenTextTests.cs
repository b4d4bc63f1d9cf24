namespace Custodia.Books.Tests;

public sealed class GivenTextTests
{
    [Theory]
    [InlineData("A leak was found.", true)]
    [InlineData("洩漏已查明。", true)]
    [InlineData("12345678901234567890", true)]
    [InlineData("123456789012345678901", false)]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData(" \u3000", false)]
    [InlineData("a\tb", false)]
    [InlineData("a\0b", false)]
    [InlineData("a\u0085b", false)]
    [InlineData("a\uFFFEb", false)]
    [InlineData("a\uFFFFb", false)]
    [InlineData("a\nb", false)]
    [InlineData("a\r\nb", false)]
    public void A_text_is_neither_blank_nor_too_long_nor_strange(string? text, bool isTaken) =>
        Assert.Equal(isTaken, GivenText.IsTaken(text, 20));

    [Theory]
    [InlineData("a\nb", true)]
    [InlineData("\n", false)]
    [InlineData("a\tb", false)]
    public void Lines_are_taken_where_there_may_be_several(string text, bool isTaken) =>
        Assert.Equal(isTaken, GivenText.IsTaken(text, 20, hasLines: true));

    [Fact]
    public void A_refusal_quotes_forty_letters_and_never_half_of_one()
    {
        Assert.Null(GivenText.Quote(null));
        Assert.Equal(new string('x', 40), GivenText.Quote(new string('x', 40)));
        Assert.Equal(new string('x', 40) + "…", GivenText.Quote(new string('x', 41)));
        Assert.Equal(new string('x', 39) + "…", GivenText.Quote(new string('x', 39) + "𠮷𠮷"));
    }
}
