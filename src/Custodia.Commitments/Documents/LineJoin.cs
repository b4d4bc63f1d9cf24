using System.Text;

namespace Custodia.Commitments.Documents;

/// <summary>Puts lines that were broken by the page together again.</summary>
internal static class LineJoin
{
    /// <summary>Appends a line. Han text takes no space at the break.</summary>
    /// <param name="text">What stands before.</param>
    /// <param name="line">Not empty.</param>
    /// <param name="isSpaced">Whether this text sets a space between a Han character and a figure.</param>
    /// <returns>Whether a word broken with a hyphen was joined.</returns>
    public static bool Append(StringBuilder text, string line, bool isSpaced)
    {
        if (text.Length == 0 || text[^1] == '\n')
        {
            text.Append(line);
            return false;
        }

        var (last, first) = (text[^1], line[0]);
        if ((last is '-' or '\u00AD' or '‐') && text.Length > 1 && char.IsLower(text[^2]) && char.IsLower(first))
        {
            text.Length--;
            text.Append(line);
            return true;
        }

        if (NeedsSpace(last, first, isSpaced))
            text.Append(' ');
        text.Append(line);
        return false;
    }

    /// <summary>Whether a text sets a space between a Han character and a figure more often than not.</summary>
    public static bool IsSpaced(IEnumerable<SourceLine> lines)
    {
        var (spaced, tight) = (0, 0);
        foreach (var text in lines.Select(line => line.Text))
        {
            for (var i = 1; i < text.Length; i++)
            {
                if (char.IsAsciiDigit(text[i]) && Letters.IsHan(text[i - 1]))
                    tight++;
                else if (i > 1 && char.IsAsciiDigit(text[i]) && text[i - 1] == ' ' && Letters.IsHan(text[i - 2]))
                    spaced++;
            }
        }

        return spaced > tight;
    }

    private static bool NeedsSpace(char last, char first, bool isSpaced)
    {
        if (last is '/' or '(' or '“' or '「' || first is ')' or '」')
            return false;
        return (Letters.IsHanText(last), Letters.IsHanText(first)) switch
        {
            (true, true) => false,
            (false, false) => !(last is '-' or '–'),
            (true, false) => isSpaced && Letters.IsHan(last) && char.IsAsciiLetterOrDigit(first),
            (false, true) => isSpaced && Letters.IsHan(first) && char.IsAsciiLetterOrDigit(last),
        };
    }
}
