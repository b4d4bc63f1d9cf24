using System.Text;

namespace Custodia.Materials.Files;

/// <summary>
/// Headers as people type them: compared without case, spaces, or the difference between kinds of dash and width.
/// </summary>
internal static class HeaderName
{
    /// <summary>A header is not longer than that; what follows does not help to guess which one was meant.</summary>
    private const int Compared = 60;

    /// <summary>The form in which two headers are compared.</summary>
    public static string Normalise(string header)
    {
        var folded = Compatible(header);
        var text = new StringBuilder(folded.Length);
        foreach (var c in folded)
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c) || c == '\uFEFF')
                continue;
            text.Append(c switch
            {
                >= '\u2010' and <= '\u2015' or '\u2212' => '-',
                '\u2019' => '\'',
                _ => char.ToLowerInvariant(c),
            });
        }

        return text.ToString();
    }

    /// <summary>The candidate that takes the fewest keystrokes to type instead of the text.</summary>
    public static string Nearest(string text, IEnumerable<string> candidates)
    {
        var wanted = Normalise(text.Length <= Compared ? text : text[..Compared]);
        return candidates.MinBy(candidate => Distance(wanted, Normalise(candidate))) ?? "";
    }

    /// <summary>
    /// Full-width letters and brackets as their ordinary forms; broken surrogates, which have none, as they are.
    /// </summary>
    private static string Compatible(string header)
    {
        try
        {
            return header.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            return header;
        }
    }

    /// <summary>Edit distance (Levenshtein).</summary>
    private static int Distance(string left, string right)
    {
        var above = Enumerable.Range(0, right.Length + 1).ToArray();
        var row = new int[right.Length + 1];
        for (var i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var change = left[i - 1] == right[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], above[j]) + 1, above[j - 1] + change);
            }

            (above, row) = (row, above);
        }

        return above[right.Length];
    }
}
