namespace Custodia.Commitments.Documents;

/// <summary>The ways in which paragraphs are numbered.</summary>
internal enum NumberStyle
{
    /// <summary><c>第三條</c>, <c>Article 3</c>.</summary>
    Article,

    /// <summary>壹、貳、</summary>
    Formal,

    /// <summary><c>IV.</c></summary>
    Roman,

    /// <summary>一、二、</summary>
    Han,

    /// <summary>（一）</summary>
    HanBracket,

    /// <summary><c>1.</c>, <c>1、</c>, <c>１．</c></summary>
    Digits,

    /// <summary><c>(1)</c>, <c>1)</c></summary>
    DigitsBracket,

    /// <summary>①</summary>
    Circled,

    /// <summary><c>(a)</c>, or a bullet: part of a paragraph, never one.</summary>
    Part,
}

/// <summary>A number at the start of a line.</summary>
/// <param name="Style">How it is written.</param>
/// <param name="Value">The number, 1 to 999.</param>
/// <param name="Printed">As printed, with its sign.</param>
/// <param name="Length">UTF-16 units up to the first word.</param>
/// <param name="Doubled">Whether it is printed twice.</param>
internal readonly record struct NumberMark(NumberStyle Style, int Value, string Printed, int Length, bool Doubled)
{
    private const string HanDigits = "〇一二三四五六七八九";
    private const string FormalDigits = "零壹貳參肆伍陸柒捌玖拾";
    private const string Bullets = "•●○◎■□◆◇▪▫‧·–-*\uF0B7\uF0D8\uF06C\uF06E";
    private const int LongestHead = 24;

    /// <summary>The number at the start of a line; <c>null</c>: none.</summary>
    public static NumberMark? Read(string line)
    {
        var head = Letters.Fold(line.Length > LongestHead ? line[..LongestHead] : line);
        if (Once(head, line, 0) is not { } mark)
            return null;
        // "12. 12.": the same number again.
        if (mark.Style != NumberStyle.Part && Once(head, line, mark.Length) is { } again && again.Style == mark.Style
            && again.Value == mark.Value)
        {
            return mark with { Length = again.Length, Doubled = true };
        }

        return mark;
    }

    private static NumberMark? Once(string head, string line, int from)
    {
        var at = from;
        if (at >= head.Length)
            return null;
        if (Bullets.Contains(head[at], StringComparison.Ordinal) && at + 1 < head.Length && head[at + 1] == ' ')
            return Make(NumberStyle.Part, 1, line, from, at + 1);
        if (head[at] is >= '①' and <= '⑳')
            return Make(NumberStyle.Circled, head[at] - '①' + 1, line, from, at + 1);
        var article = Skip(head, at, "第") ?? Skip(head, at, "Article ") ?? Skip(head, at, "Paragraph ");
        if (article is { } afterWord)
            return ReadArticle(head, line, from, afterWord);
        var bracket = head[at] == '(';
        if (bracket)
            at++;
        while (at < head.Length && head[at] == ' ')
            at++;
        if (ReadNumber(head, at) is not var (plain, value, end))
            return bracket ? ReadLetter(head, line, from, at) : null;
        while (end < head.Length && head[end] == ' ')
            end++;
        if (end >= head.Length)
            return null;
        var style = head[end] == ')' || bracket ? Bracketed(plain) : plain;
        var closed = bracket ? head[end] == ')' : head[end] is '.' or '、' or ')';
        return closed && style is { } known && !IsDecimal(head, end, line, value) ? Make(known, value, line, from, end + 1) : null;
    }

    private static NumberStyle? Bracketed(NumberStyle plain) => plain switch
    {
        NumberStyle.Digits => NumberStyle.DigitsBracket,
        NumberStyle.Han => NumberStyle.HanBracket,
        _ => null,
    };

    /// <summary><c>3.5 per cent</c> is no paragraph 3; <c>3.3.</c> is one printed twice.</summary>
    private static bool IsDecimal(string head, int sign, string line, int value)
    {
        if (head[sign] != '.' || sign + 1 >= head.Length || line[sign] == '．')
            return false;
        if (!char.IsAsciiDigit(head[sign + 1]))
            return char.IsAsciiLetterLower(head[sign + 1]);
        return ReadNumber(head, sign + 1) is not var (_, again, end) || again != value || end >= head.Length || head[end] != '.';
    }

    private static NumberMark? ReadArticle(string head, string line, int from, int at)
    {
        while (at < head.Length && head[at] == ' ')
            at++;
        if (ReadNumber(head, at) is not var (_, value, end))
            return null;
        if (head[from] != '第')
            return end >= head.Length || head[end] is ' ' or '.' or ':' ? Make(NumberStyle.Article, value, line, from, end) : null;
        while (end < head.Length && head[end] == ' ')
            end++;
        // 第三條 begins an article; 第三條的 and 第三條及 go on in a sentence.
        return end < head.Length && head[end] is '條' or '項' or '点' or '點'
            && (end + 1 >= head.Length || head[end + 1] is ' ' or '、' or ':' or '\u3000')
            ? Make(NumberStyle.Article, value, line, from, end + 1) : null;
    }

    private static NumberMark? ReadLetter(string head, string line, int from, int at)
    {
        var end = at;
        while (end < head.Length && end - at < 4 && char.IsAsciiLetterLower(head[end]))
            end++;
        return end > at && end < head.Length && head[end] == ')' ? Make(NumberStyle.Part, 1, line, from, end + 1) : null;
    }

    private static NumberMark Make(NumberStyle style, int value, string line, int from, int end)
    {
        var length = end;
        if (style == NumberStyle.Article && length < line.Length && line[length] is '.' or ':' or '：' or '、')
            length++;
        while (length < line.Length && char.IsWhiteSpace(line[length]))
            length++;
        return new(style, value, line[from..end].Trim(), length, false);
    }

    private static (NumberStyle Style, int Value, int End)? ReadNumber(string head, int at)
    {
        var end = at;
        var value = 0;
        while (end < head.Length && end - at < 4 && char.IsAsciiDigit(head[end]))
            value = value * 10 + (head[end++] - '0');
        if (end > at)
            return value is > 0 and < 1000 && end - at < 4 ? (NumberStyle.Digits, value, end) : null;
        return ReadWord(head, at, HanDigits, '十', NumberStyle.Han) ?? ReadWord(head, at, FormalDigits, '拾', NumberStyle.Formal)
            ?? ReadRoman(head, at);
    }

    /// <summary>Numbers below 200 as they are written in Chinese: 十二, 二十, 一百零五.</summary>
    private static (NumberStyle Style, int Value, int End)? ReadWord(string head, int at, string digits, char ten, NumberStyle style)
    {
        var (end, total, digit) = (at, 0, 0);
        for (; end < head.Length && end - at < 6; end++)
        {
            if (head[end] == ten)
                (total, digit) = (total + Math.Max(1, digit) * 10, 0);
            else if (head[end] is '百' or '佰')
                (total, digit) = (total + Math.Max(1, digit) * 100, 0);
            else if (digits.IndexOf(head[end], StringComparison.Ordinal) is >= 0 and < 10 and var next)
                digit = next;
            else if (head[end] != '零')
                break;
        }

        var value = total + digit;
        return end > at && value is > 0 and < 1000 ? (style, value, end) : null;
    }

    private static (NumberStyle Style, int Value, int End)? ReadRoman(string head, int at)
    {
        var (end, total) = (at, 0);
        while (end < head.Length && end - at < 6 && Roman(head[end]) is > 0 and var part)
        {
            end++;
            total += end < head.Length && Roman(head[end]) > part ? -part : part;
        }

        return end > at && total > 0 ? (NumberStyle.Roman, total, end) : null;
    }

    private static int Roman(char letter) => letter switch { 'I' => 1, 'V' => 5, 'X' => 10, _ => 0 };

    private static int? Skip(string head, int at, string word) =>
        string.CompareOrdinal(head, at, word, 0, word.Length) == 0 ? at + word.Length : null;
}
