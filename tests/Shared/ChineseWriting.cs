using System.Text;
using System.Text.RegularExpressions;

namespace Custodia.Testing;

/// <summary>How Chinese is written in Taiwan: what can be said of a text without understanding it.</summary>
internal static partial class ChineseWriting
{
    // Words of the mainland, in traditional characters, for which Taiwan has its own. The first three mix up security
    // and safety.
    private static readonly string[] ForeignTerms =
    [
        "核安全", "核安保", "安保", "核材料", "實物保護", "實物盤存", "不平衡差", "核保障", "乏燃料", "放射源",
        "信息", "數據", "網絡", "軟件", "硬件", "默認", "用戶", "屏幕", "打印", "鼠標", "文件夾", "服務器", "接口", "激活", "兼容",
        "賬", "反饋", "視頻", "界面", "菜單", "缺省", "字節", "鏈接", "登陸", "字符", "數組",
    ];

    /// <summary>The convention has its name; elsewhere its material is 核物料.</summary>
    private const string Convention = "核材料實體防護公約";

    private static readonly Encoding Big5 = MakeBig5();

    /// <summary>Characters that Taiwan's Big5 does not have: as good as always simplified ones.</summary>
    public static IEnumerable<string> Simplified(string text) =>
        Han().Matches(text).Select(match => match.Value).Distinct()
            .Where(letter => Big5.GetString(Big5.GetBytes(letter)) != letter);

    /// <summary>Words that are said otherwise in Taiwan.</summary>
    public static IEnumerable<string> Foreign(string text)
    {
        var own = text.Replace(Convention, "", StringComparison.Ordinal);
        return ForeignTerms.Where(term => own.Contains(term, StringComparison.Ordinal));
    }

    /// <summary>Half-width punctuation beside a Chinese character.</summary>
    public static IEnumerable<string> HalfWidth(string text) =>
        HalfWidthPunctuation().Matches(text).Select(match => match.Value);

    /// <summary>Whether there is a Chinese character.</summary>
    public static bool IsChinese(string text) => Han().IsMatch(text);

    private static Encoding MakeBig5()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(950, EncoderFallback.ReplacementFallback, DecoderFallback.ReplacementFallback);
    }

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();

    // A unit behind a name stands in brackets of its own width: 濃縮鈾 (kg).
    [GeneratedRegex("""
        \p{IsCJKUnifiedIdeographs}(?!\x20\([\x20-\x7E]+\)$)\s?[,;:?!()]
        |[,;:?!()]\s?\p{IsCJKUnifiedIdeographs}
        |\p{IsCJKUnifiedIdeographs}\.(\s|$)
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex HalfWidthPunctuation();
}
