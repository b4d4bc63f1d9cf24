using System.Text;
using System.Text.RegularExpressions;

namespace Custodia.Commitments.Documents;

/// <summary>Takes the marks of known footnotes out of a text; a figure that marks no footnote stays.</summary>
internal sealed partial class NoteMarks(IReadOnlyList<Footnote> footnotes)
{
    private readonly HashSet<string> _known = [.. footnotes.Select(note => note.Mark)];

    /// <summary>The text without marks.</summary>
    /// <param name="text">Joined lines.</param>
    /// <param name="notes">Takes the marks, in order.</param>
    public string Take(string text, List<string> notes)
    {
        if (_known.Count == 0)
            return text;
        var clean = new StringBuilder(text.Length);
        var at = 0;
        foreach (Match match in Mark().Matches(text))
        {
            var mark = Footnotes.Number(match.Groups["mark"].Value);
            if (!_known.Contains(mark))
                continue;
            notes.Add(mark);
            clean.Append(text, at, match.Index - at);
            at = match.Index + match.Length;
        }

        return clean.Append(text, at, text.Length - at).ToString();
    }

    // In brackets, raised, or set directly behind a word and before a sign; 第1 and 2010 年 are no marks.
    [GeneratedRegex(@"\s?\[(註\s?)?(?<mark>\d{1,3})\]|\s?[〔【［]註?\s?(?<mark>\d{1,3})[〕】］]|\s?（註\s?(?<mark>\d{1,3})）|(?<mark>[¹²³⁰⁴-⁹]{1,3})"
        + @"|(?<=[\u3400-\u9FFF」』》）a-z.,;”’""](?<!第|\d[.,]))(?<mark>[0-9]{1,3})(?=[，。；、：！？）」』》,.;:)\s]|$)"
        + @"|(?<=\S)(?<mark>\*{1,3})(?=\W|$)", RegexOptions.None, 1000)]
    private static partial Regex Mark();
}
