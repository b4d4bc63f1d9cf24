using System.Globalization;
using System.Text;

namespace Custodia.Books;

/// <summary>How well a name answers what was searched for: the better one comes first.</summary>
public enum SearchRank
{
    /// <summary>The name is the text.</summary>
    Exact,

    /// <summary>The name begins with it.</summary>
    Prefix,

    /// <summary>The name has it within.</summary>
    Inside,

    /// <summary>The name, or what is told of it, has words of it.</summary>
    Words,
}

/// <summary>
/// How texts are compared when something is searched by name: without regard to case, to the width of letters and digits
/// (Unicode NFKC), to the kind of a dash and of a space. Han text is found by any part of it.
/// </summary>
public static class SearchText
{
    /// <summary>Longest text that is searched for, in UTF-16 units.</summary>
    public const int MaxLength = 100;

    /// <summary>The form in which texts are compared. Never fails: what is not Unicode becomes U+FFFD.</summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            clean.Append(rune.ToString());
        var folded = clean.ToString().Normalize(NormalizationForm.FormKC).ToCharArray();
        for (var i = 0; i < folded.Length; i++)
        {
            folded[i] = char.GetUnicodeCategory(folded[i]) == UnicodeCategory.DashPunctuation ? '-'
                : char.IsWhiteSpace(folded[i]) || char.IsControl(folded[i]) ? ' '
                // Taiwan writes its own name with either character.
                : folded[i] == '臺' ? '台'
                : char.ToUpperInvariant(folded[i]);
        }

        return new string(folded).Trim();
    }

    /// <summary>How a name answers a text; <c>null</c>: not at all.</summary>
    /// <param name="name">Folded.</param>
    /// <param name="text">Folded, not empty.</param>
    public static SearchRank? Match(string name, string text)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(text);
        var at = name.IndexOf(text, StringComparison.Ordinal);
        return at < 0 ? null
            : at > 0 ? SearchRank.Inside
            : name.Length == text.Length ? SearchRank.Exact : SearchRank.Prefix;
    }
}
