namespace Custodia.Books.Tests;

public sealed class SearchTextTests
{
    [Theory]
    [InlineData("  muf ", "MUF")]
    [InlineData("ＭＵＦ", "MUF")]
    [InlineData("Nunn–Lugar", "NUNN-LUGAR")]
    [InlineData("a\u3000b\tc", "A B C")]
    [InlineData("物料平衡區", "物料平衡區")]
    [InlineData("臺灣", "台灣")]
    public void Case_width_dashes_and_spaces_do_not_count(string text, string folded) => Assert.Equal(folded, SearchText.Fold(text));

    [Fact]
    public void What_is_not_Unicode_is_replaced_and_does_not_fail() => Assert.Equal("\ufffdX", SearchText.Fold("\ud800x"));

    [Theory]
    [InlineData("MUF", "MUF", SearchRank.Exact)]
    [InlineData("MUF OF A PERIOD", "MUF", SearchRank.Prefix)]
    [InlineData("核物料料帳與管制", "料帳", SearchRank.Inside)]
    [InlineData("MUF", "MUFF", null)]
    public void A_name_answers_as_a_whole_by_its_beginning_or_by_a_part(string name, string text, SearchRank? rank) =>
        Assert.Equal(rank, SearchText.Match(name, text));
}
