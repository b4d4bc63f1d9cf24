using Custodia.Testing;

namespace Custodia.Server.Tests.Wording;

/// <summary>What holds for every text that the product has in both languages.</summary>
public sealed class TextPairTests
{
    private static readonly IReadOnlyList<TextPair> Texts = ProductTexts.All;

    [Fact]
    public void Every_kind_of_text_is_found() =>
        Assert.All(["Overview.Title", "import.", "LedgerQuery", "MaterialsCatalogue ", "PeopleCatalogue ", "JournalCatalogue ",
            "ApprovalsCatalogue ", "AccessCatalogue ", "Changes ", "iaea-code10.json", "VerifyCommands.cs"], known =>
            Assert.Contains(Texts, text => text.Source.Contains(known, StringComparison.Ordinal)));

    [Fact]
    public void Every_text_is_there_in_both_languages() => Findings.None(Texts.Where(text =>
        string.IsNullOrWhiteSpace(text.En) || ChineseWriting.IsChinese(text.En)
        || (text.En.Any(char.IsAsciiLetter) && !ChineseWriting.IsChinese(text.Zh))));

    [Theory]
    [InlineData("核安全")]
    [InlineData("本页")]
    [InlineData("數據")]
    [InlineData("鈾(公斤)")]
    [InlineData("已登錄.")]
    public void What_is_not_written_so_is_found(string text) => Assert.NotEmpty(
        ChineseWriting.Simplified(text).Concat(ChineseWriting.Foreign(text)).Concat(ChineseWriting.HalfWidth(text)));

    [Fact]
    public void Chinese_is_written_as_in_Taiwan() => Findings.None(Texts.SelectMany(text =>
        ChineseWriting.Simplified(text.Zh).Concat(ChineseWriting.Foreign(text.Zh)).Select(found => $"{found} in {text}")));

    [Fact]
    public void Chinese_has_punctuation_of_its_own_width() => Findings.None(Texts.SelectMany(text =>
        ChineseWriting.HalfWidth(text.Zh).Select(found => $"{found} in {text}")));

    [Fact]
    public void Security_is_not_safety() => Findings.None(Texts.Where(text =>
        Says(text.En, "nuclear security") && !text.Zh.Contains("核子保安", StringComparison.Ordinal)
        || Says(text.En, "nuclear safety") && !text.Zh.Contains("核能安全", StringComparison.Ordinal)
        || Says(WithoutOthers(text.En), "security") && !IsSecurity(text.Zh)));

    [Fact]
    public void Terms_are_those_of_the_glossary() => Findings.None(
        from row in GlossaryRow.All
        from text in Texts
        where row.IsIn(text.En) && !text.Zh.Contains(row.Zh, StringComparison.Ordinal)
        select $"{row.Zh} is missing in {text}");

    [Fact]
    public void The_glossary_beside_this_test_has_only_terms_that_the_product_shows() => Findings.None(
        GlossaryRow.All.Where(row => !Texts.Any(text => row.IsIn(text.En))));

    private static bool Says(string text, string words) => text.Contains(words, StringComparison.OrdinalIgnoreCase);

    /// <summary>Computer and information security have words of their own.</summary>
    private static bool IsSecurity(string text) =>
        Says(text, "保安") || Says(text, "電腦安全") || Says(text, "資訊安全");

    /// <summary>Security that is not that of nuclear or radioactive material.</summary>
    private static string WithoutOthers(string text) => new[] { "Security Council", "security key", "security assurance", "supply security" }
        .Aggregate(text, (words, other) => words.Replace(other, "", StringComparison.OrdinalIgnoreCase));
}
