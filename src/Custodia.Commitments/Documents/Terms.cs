using System.Globalization;

namespace Custodia.Commitments.Documents;

/// <summary>What texts are compared by: pairs of Han characters, stems of English words, figures and abbreviations.</summary>
internal static class Terms
{
    private static readonly HashSet<string> _common =
    [
        "a", "an", "the", "of", "and", "or", "to", "in", "on", "for", "by", "with", "as", "at", "from", "that", "thi", "is", "are", "be",
        "we", "our", "it", "their", "they", "all", "will", "ha", "have", "which", "such", "where", "these", "into", "not",
    ];

    // Longest first.
    private static readonly string[] _endings =
        ["ations", "ation", "ments", "ment", "ities", "ity", "ings", "ing", "ions", "ion", "ally", "ies", "ed", "es", "al", "ly", "s", "e", "y"];

    /// <summary>The terms of a text, each once.</summary>
    public static HashSet<string> Of(string text)
    {
        var terms = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < text.Length;)
        {
            var sign = Letters.Fold(text[i]);
            if (Letters.IsHan(sign))
            {
                if (i + 1 < text.Length && Letters.IsHan(text[i + 1]))
                    terms.Add(text.Substring(i, 2).Replace('臺', '台'));
                i++;
            }
            else if (char.IsLetterOrDigit(sign))
            {
                var end = i;
                while (end < text.Length && char.IsLetterOrDigit(text[end]) && !Letters.IsHan(text[end]))
                    end++;
                var stem = Stem(Letters.Fold(text[i..end]).ToLower(CultureInfo.InvariantCulture));
                if (!_common.Contains(stem))
                    terms.Add(stem);
                i = end;
            }
            else
            {
                i++;
            }
        }

        return terms;
    }

    /// <summary>A word without its endings; at least four letters stay.</summary>
    private static string Stem(string word)
    {
        const int Shortest = 4;
        foreach (var ending in _endings)
        {
            if (word.Length - ending.Length >= Shortest && word.EndsWith(ending, StringComparison.Ordinal))
                return word[..^ending.Length];
        }

        return word;
    }
}
