using System.Text;
using System.Text.RegularExpressions;

namespace Custodia.Commitments.Documents;

/// <summary>Takes footnotes out of the lines: blocks under a drawn line, lines with a note mark, a section of notes.</summary>
internal sealed partial class Footnotes(IReadOnlyList<SourceLine> lines, FindingList findings)
{
    private static readonly string[] _sections = ["NOTES", "FOOTNOTES", "ENDNOTES", "註釋", "附註", "註解", "備註", "注釋", "註"];
    private readonly bool[] _taken = new bool[lines.Count];
    private readonly List<Footnote> _notes = [];

    /// <summary>The lines without footnotes and drawn lines, and the footnotes.</summary>
    public (IReadOnlyList<SourceLine> Lines, IReadOnlyList<Footnote> Notes) Take()
    {
        for (var i = 0; i < lines.Count;)
            i = Next(i);
        return (Furniture.Kept(lines, i => !_taken[i]), _notes);
    }

    private int Next(int i)
    {
        if (lines[i].IsRule)
        {
            Drop(i);
            return i + 1 < lines.Count && Mark(lines[i + 1].Text, true) is not null ? Block(i + 1, true) : i + 1;
        }

        if (Array.IndexOf(_sections, lines[i].Text.TrimEnd(':', '：').ToUpperInvariant()) >= 0
            && i + 1 < lines.Count && SectionMark(lines[i + 1].Text) is not null)
        {
            _taken[i] = true;
            return Section(i + 1);
        }

        return Mark(lines[i].Text, false) is not null && (i == 0 || lines[i - 1].EndsSentence || _taken[i - 1])
            ? Block(i, false) : i + 1;
    }

    private void Drop(int i)
    {
        _taken[i] = true;
        if (lines[i].Text.Length > 0)
            findings.Add(FindingKind.Rule, lines[i].Number, lines[i].Text);
    }

    /// <summary>
    /// Footnotes from a line on: up to the end of the page, a line set in from another edge, or a sentence's end that no
    /// further footnote follows.
    /// </summary>
    private int Block(int from, bool underRule)
    {
        var i = from;
        while (i < lines.Count && Mark(lines[i].Text, underRule) is var (mark, length))
        {
            var text = new StringBuilder(lines[i].Text[length..].Trim());
            var start = i++;
            _taken[start] = true;
            while (i < lines.Count && GoesOn(i, start, underRule))
            {
                LineJoin.Append(text, lines[i].Text, false);
                _taken[i++] = true;
            }

            Add(mark, text, start);
        }

        return i;
    }

    private bool GoesOn(int i, int start, bool underRule) =>
        !lines[i].PageStart && !lines[i].AfterCut && !lines[i].IsRule && !lines[i - 1].EndsSentence
        && Math.Abs(lines[i].Indent - lines[start].Indent) is 0 or >= 2 && Mark(lines[i].Text, underRule) is null
        && !DocumentParts.IsLabel(lines[i].Text);

    private int Section(int from)
    {
        var i = from;
        while (i < lines.Count && !DocumentParts.IsLabel(lines[i].Text) && SectionMark(lines[i].Text) is var (mark, length))
        {
            var text = new StringBuilder(lines[i].Text[length..].Trim());
            var start = i++;
            _taken[start] = true;
            for (; i < lines.Count && !DocumentParts.IsLabel(lines[i].Text) && SectionMark(lines[i].Text) is null; i++)
            {
                if (lines[i].IsRule)
                    Drop(i);
                else
                    LineJoin.Append(text, lines[i].Text, false);
                _taken[i] = true;
            }

            Add(mark, text, start);
        }

        return i;
    }

    private void Add(string mark, StringBuilder text, int start)
    {
        _notes.Add(new(mark, text.ToString(), lines[start].Number));
        findings.Add(FindingKind.Footnote, lines[start].Number, lines[start].Text);
    }

    private static (string Mark, int Length)? SectionMark(string text) =>
        NumberMark.Read(text) is { Style: NumberStyle.Digits or NumberStyle.DigitsBracket } number
            ? (number.Value.ToString(System.Globalization.CultureInfo.InvariantCulture), number.Length) : Mark(text, true);

    private static (string Mark, int Length)? Mark(string text, bool underRule)
    {
        var head = text.Length > 12 ? text[..12] : text;
        var match = Signed().Match(head);
        if (!match.Success && underRule)
            match = Bare().Match(head);
        return match.Success ? (Number(match.Groups["mark"].Value), match.Length) : null;
    }

    /// <summary>A mark in European digits: superscript and full-width digits are folded, asterisks stay.</summary>
    public static string Number(string mark)
    {
        var digits = mark.Select(sign => sign switch
        {
            '¹' => '1',
            '²' => '2',
            '³' => '3',
            '⁰' => '0',
            >= '⁴' and <= '⁹' => (char)(sign - '⁴' + '4'),
            _ => Letters.Fold(sign),
        }).ToArray();
        return new(digits);
    }

    [GeneratedRegex(@"^(\[(註\s?)?(?<mark>\d{1,3})\]|[〔【［]註?\s?(?<mark>\d{1,3})[〕】］]|註\s?(?<mark>[0-9０-９]{1,3})\s?[:：、.．]"
        + @"|(?<mark>[¹²³⁰⁴-⁹]{1,3}))\s*(?=\S)", RegexOptions.None, 1000)]
    private static partial Regex Signed();

    [GeneratedRegex(@"^((?<mark>[0-9０-９]{1,3})\s+(?=\S)|(?<mark>\*{1,3})\s*(?=\S))", RegexOptions.None, 1000)]
    private static partial Regex Bare();
}
