using Custodia.Testing;

namespace Custodia.Commitments.Tests;

/// <summary>How the register writes: both languages, in words of Taiwan, and security is never safety.</summary>
public sealed class WordingTests
{
    private static readonly IReadOnlyList<EmbeddedTexts.Told> Texts = EmbeddedTexts.All();

    /// <summary>Our own Chinese: neither the other names of a term nor a value that a fact quotes.</summary>
    private static readonly List<EmbeddedTexts.Told> Chinese = [.. Texts.Where(text => text.Name is "zh" or "meaningZh")];

    [Fact]
    public void No_text_is_empty()
    {
        Assert.True(Texts.Count > 5_000);
        Assert.All(Texts, text => Assert.False(string.IsNullOrWhiteSpace(text.Text), text.ToString()));
    }

    [Fact]
    public void English_is_written_without_Chinese_characters() =>
        Assert.DoesNotContain(Texts, text => text.Name is "en" or "meaningEn" && ChineseWriting.IsChinese(text.Text));

    [Fact]
    public void No_text_of_ours_has_simplified_characters() =>
        Assert.Empty(Chinese.SelectMany(text => ChineseWriting.Simplified(text.Text).Select(letter => (text, letter))));

    [Fact]
    public void Security_is_never_called_what_others_call_it() => Assert.DoesNotContain(Chinese, text =>
        text.Text.Contains("核安全", StringComparison.Ordinal) || text.Text.Contains("安保", StringComparison.Ordinal));

    [Fact]
    public void Chinese_uses_the_words_of_Taiwan() => Assert.Empty(
        from text in Chinese
        where text.File != "register/glossary.json"
        from word in ChineseWriting.Foreign(text.Text)
        select (text, word));

    [Fact]
    public void Chinese_uses_wide_punctuation() => Assert.Empty(
        from text in Chinese
        where text.File != "register/glossary.json"
        from sign in ChineseWriting.HalfWidth(text.Text)
        select (text, sign));

    [Fact]
    public void Safety_and_security_are_told_apart_in_both_languages() => Assert.All(
        Register.Items.Where(item => item.Text.En.Contains("safety", StringComparison.OrdinalIgnoreCase)), item =>
        {
            Assert.Contains("核能安全", item.Text.Zh, StringComparison.Ordinal);
            if (item.Text.En.Contains("security", StringComparison.OrdinalIgnoreCase))
                Assert.Contains("保安", item.Text.Zh, StringComparison.Ordinal);
        });

    [Fact]
    public void Numbers_of_an_item_are_the_same_in_both_languages() => Assert.All(Register.Items, item =>
        Assert.Empty(Numbers(item.Text.Zh).Where(number => number.Length > 1).Except(Numbers(item.Text.En))));

    private static IEnumerable<string> Numbers(string text) =>
        string.Concat(text.Select(letter => char.IsAsciiDigit(letter) ? letter : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
