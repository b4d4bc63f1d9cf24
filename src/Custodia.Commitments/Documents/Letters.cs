using System.Globalization;

namespace Custodia.Commitments.Documents;

/// <summary>What the signs of a text are: Han, closing a sentence, wide, a digit in any form.</summary>
internal static class Letters
{
    private const string SentenceEnds = "。！？；：.!?;:…";
    private const string Closers = "」』”’\"'）)】］]》〉";

    /// <summary>A Han character of the basic plane or the kangxi and compatibility blocks.</summary>
    public static bool IsHan(char sign) =>
        sign is >= '\u3400' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF' or '\u3007';

    /// <summary>Whether a sign takes two columns of a fixed-width page.</summary>
    public static bool IsWide(char sign) =>
        sign is >= '\u1100' and <= '\u115F' or >= '\u2E80' and <= '\uA4CF' or >= '\uAC00' and <= '\uD7A3'
            or >= '\uF900' and <= '\uFAFF' or >= '\uFE30' and <= '\uFE4F' or >= '\uFF00' and <= '\uFF60' or '“' or '”';

    /// <summary>Han, or the punctuation that is written with Han.</summary>
    public static bool IsHanText(char sign) => IsHan(sign) || sign is >= '\u3000' and <= '\u303F' or >= '\uFF00' and <= '\uFF65';

    /// <summary>Columns that a text takes on a fixed-width page.</summary>
    public static int Width(ReadOnlySpan<char> text)
    {
        var width = 0;
        foreach (var sign in text)
            width += char.IsLowSurrogate(sign) ? 0 : IsWide(sign) || char.IsHighSurrogate(sign) ? 2 : 1;
        return width;
    }

    /// <summary>The European form of full-width digits, letters and punctuation.</summary>
    public static char Fold(char sign) => sign is >= '\uFF01' and <= '\uFF5E' ? (char)(sign - 0xFEE0) : sign is '﹒' ? '.' : sign;

    /// <summary>A text with <see cref="Fold(char)"/> done to each sign; the length stays.</summary>
    public static string Fold(string text) => string.Create(text.Length, text, static (target, source) =>
    {
        for (var i = 0; i < target.Length; i++)
            target[i] = Fold(source[i]);
    });

    /// <summary>Whether a line ends where a sentence, or an item of a list, ends.</summary>
    public static bool EndsSentence(string line)
    {
        var end = line.Length;
        while (end > 0 && (Closers.Contains(line[end - 1], StringComparison.Ordinal) || char.IsWhiteSpace(line[end - 1])))
            end--;
        if (end > 0 && SentenceEnds.Contains(line[end - 1], StringComparison.Ordinal))
            return true;
        // A list in one sentence: "…; and".
        var words = line.AsSpan(0, end);
        return words.EndsWith("; and", StringComparison.Ordinal) || words.EndsWith("; or", StringComparison.Ordinal);
    }

    /// <summary>Whether a line ends with a comma or another sign after which a sentence always goes on.</summary>
    public static bool EndsWithComma(string line) => line.Length > 0 && "，、,（(「『《“".Contains(line[^1], StringComparison.Ordinal);

    /// <summary>Columns of the first word of a line: what would have had to fit on the line before.</summary>
    public static int FirstWordWidth(string line)
    {
        var end = 0;
        while (end < line.Length && line[end] != ' ' && !(end > 0 && IsHanText(line[end])))
        {
            end++;
            if (IsHan(line[end - 1]))
                break;
        }

        while (end < line.Length && (char.IsPunctuation(line[end]) || char.GetUnicodeCategory(line[end]) == UnicodeCategory.ClosePunctuation))
            end++;
        return Width(line.AsSpan(0, end));
    }

    /// <summary>Columns that a break between two lines takes when they stand on one.</summary>
    public static int BreakWidth(string before, string after) =>
        before.Length == 0 || after.Length == 0 || IsHanText(before[^1]) || IsHanText(after[0]) ? 0 : 1;
}
