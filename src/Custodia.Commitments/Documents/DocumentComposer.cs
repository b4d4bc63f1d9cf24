using System.Text;
using System.Text.RegularExpressions;

namespace Custodia.Commitments.Documents;

/// <summary>Makes one document of its lines: title, groups, numbered paragraphs, closing words.</summary>
internal sealed partial class DocumentComposer
{
    /// <summary>Headings of more lines than these are text.</summary>
    private const int HeadingLines = 3;

    private readonly IReadOnlyList<SourceLine> _lines;
    private readonly IReadOnlyList<Footnote> _notes;
    private readonly FindingList _findings;
    private readonly Numbering _numbering;
    private readonly LineShapes _shapes;
    private readonly HashSet<int> _marks;
    private readonly HashSet<int> _parts;
    private readonly NoteMarks _noteMarks;
    private readonly bool _isSpaced;
    private readonly List<ParagraphGroup> _groups = [];
    private readonly List<NumberedParagraph> _paragraphs = [];

    public DocumentComposer(IReadOnlyList<SourceLine> lines, IReadOnlyList<Footnote> notes, FindingList findings)
    {
        (_lines, _notes, _findings) = (WithoutEndMark(lines, findings), notes, findings);
        _numbering = new(_lines);
        _marks = [.. _numbering.Paragraphs.Select(number => number.Line)];
        _shapes = new(_lines, _marks);
        var style = _numbering.Paragraphs.Count > 0 ? _numbering.Paragraphs[0].Mark.Style : NumberStyle.Part;
        _parts = [.. _numbering.Candidates.Where(number => number.Mark.Style != style && number.IsAfterSentence).Select(number => number.Line)];
        _noteMarks = new(notes);
        _isSpaced = LineJoin.IsSpaced(_lines);
    }

    public ReadDocument Compose()
    {
        var numbers = _numbering.Paragraphs;
        var first = numbers.Count > 0 ? numbers[0].Line : _lines.Count;
        var (label, title, body) = Title(first);
        var lead = numbers.Count > 0 ? FirstHeading(body, first) : first;
        var preamble = Text(body, lead, 0, []);
        var heading = (From: lead, To: first);
        var closing = _lines.Count;
        for (var k = 0; k < numbers.Count; k++)
        {
            var end = k + 1 < numbers.Count ? numbers[k + 1].Line : _lines.Count;
            var restarts = k > 0 && numbers[k].Mark.Value <= numbers[k - 1].Mark.Value;
            if (k == 0 || restarts || heading.From < heading.To)
                OpenGroup(heading, numbers[k], restarts);
            var next = k + 1 == numbers.Count ? Following.Nothing
                : numbers[k + 1].Mark.Value <= numbers[k].Mark.Value ? Following.Restart : Following.Next;
            var split = Split(numbers[k].Line + 1, end, next);
            AddParagraph(numbers, k, split);
            heading = (split, end);
            closing = split;
        }

        ReportNumbersInText();
        return new(label, title, Language(), _lines[0].Number, _lines[^1].Number, preamble, CountedGroups(), _paragraphs,
            Text(closing, _lines.Count, 0, []), _notes);
    }

    private enum Following
    {
        Next,
        Restart,
        Nothing,
    }

    private (string? Label, string Title, int Body) Title(int first)
    {
        if (first == 0)
            return (null, "", 0);
        if (!DocumentParts.IsLabel(_lines[0].Text))
            return _shapes.BeginsWithTitle || first == 1 ? (null, _lines[0].Text, 1) : (null, "", 0);
        var (label, title) = DocumentParts.Split(_lines[0].Text);
        return title.Length > 0 || first == 1 || !_shapes.IsHeadingLike(1) ? (label, title, 1) : (label, _lines[1].Text, 2);
    }

    /// <summary>
    /// Where the heading of the first group begins. A numbered heading or a heading line directly before the first paragraph
    /// is one; where later groups are led in by sentences, so is the first, by its last block.
    /// </summary>
    private int FirstHeading(int body, int first)
    {
        for (var i = first - 1; i >= body; i--)
        {
            if (_numbering.Headings.Contains(i))
                return i;
        }

        if (first > body && _shapes.IsHeadingLike(first - 1) && !HasYear(_lines[first - 1].Text))
            return first - 1;
        var numbers = _numbering.Paragraphs;
        var restarts = numbers.Skip(1).Zip(numbers).Any(pair => pair.First.Mark.Value <= pair.Second.Mark.Value);
        if (!restarts || first == body)
            return first;
        for (var i = first - 1; i > body; i--)
        {
            if (_shapes.BeginsBlock(i))
                return i;
        }

        return body;
    }

    /// <summary>A date below the title is no heading.</summary>
    private static bool HasYear(string text)
    {
        var digits = 0;
        foreach (var sign in Letters.Fold(text))
        {
            digits = char.IsAsciiDigit(sign) ? digits + 1 : 0;
            if (digits == 4)
                return true;
        }

        return false;
    }

    /// <summary>Where, among the lines after a number up to the next one, the paragraph ends and the next heading begins.</summary>
    private int Split(int from, int end, Following next)
    {
        for (var i = from; i < end; i++)
        {
            if (_numbering.Headings.Contains(i) || StartsHeading(i, end, next) || next != Following.Next && _shapes.BeginsBlock(i))
                return i;
        }

        if (next != Following.Restart)
            return end;
        // The numbers begin anew, so something must stand between: after the sentence that ends shortest of full.
        var best = end;
        for (var i = from; i < end; i++)
        {
            if (_lines[i - 1].EndsSentence && (best == end || _lines[i - 1].Width < _lines[best - 1].Width))
                best = i;
        }

        return best;
    }

    private bool StartsHeading(int i, int end, Following next)
    {
        if (!_shapes.IsHeading(i) || _parts.Contains(i))
            return false;
        // Up to three heading lines before the next number, or one before words that lead in.
        var heading = i;
        while (heading < end && heading - i < HeadingLines && _shapes.IsHeadingLike(heading))
            heading++;
        return heading == end ? next != Following.Nothing || heading > i : _shapes.StandsApart(i) || next == Following.Restart;
    }

    private void OpenGroup((int From, int To) heading, NumberCandidate number, bool restarts)
    {
        var text = Text(heading.From, heading.To, 0, []);
        var line = heading.From < heading.To ? _lines[heading.From].Number : _lines[number.Line].Number;
        if (restarts && text.Length == 0)
            _findings.Add(FindingKind.GroupWithoutHeading, line, _lines[number.Line].Text);
        _groups.Add(new(_groups.Count + 1, text, line, 0));
    }

    private void AddParagraph(IReadOnlyList<NumberCandidate> numbers, int k, int end)
    {
        var (line, mark) = (numbers[k].Line, numbers[k].Mark);
        var number = _lines[line].Number;
        if (mark.Doubled)
            _findings.Add(FindingKind.DoubledNumber, number, _lines[line].Text[..mark.Length].Trim());
        var before = k > 0 && mark.Value > numbers[k - 1].Mark.Value ? numbers[k - 1].Mark.Value : 0;
        // An excerpt may begin anywhere; a gap within cannot be meant.
        if (mark.Value > before + 1 && k > 0)
        {
            _findings.Add(FindingKind.NumberMissing, number, mark.Value == before + 2 ? FormattableString.Invariant($"{before + 1}")
                : FormattableString.Invariant($"{before + 1}–{mark.Value - 1}"));
        }

        var notes = new List<string>();
        var text = Text(line, end, mark.Length, notes);
        _paragraphs.Add(new(_groups.Count, mark.Value, mark.Printed, text, number, _lines[end - 1].Number, notes));
    }

    /// <summary>The words of some lines; blocks and parts on lines of their own.</summary>
    private string Text(int from, int end, int skip, List<string> notes)
    {
        var text = new StringBuilder();
        for (var i = from; i < end; i++)
        {
            var line = i == from ? _lines[i].Text[skip..] : _lines[i].Text;
            if (i > from && text.Length > 0)
            {
                if (_lines[i].AfterCut && !_lines[i - 1].EndsSentence)
                    _findings.Add(FindingKind.SentenceJoined, _lines[i].Number, line);
                if (_parts.Contains(i) || BeginsOwnLine(i))
                    text.Append('\n');
            }

            if (line.Length > 0 && LineJoin.Append(text, line, _isSpaced))
                _findings.Add(FindingKind.HyphenJoined, _lines[i].Number, line);
        }

        return _noteMarks.Take(text.ToString(), notes);
    }

    private bool BeginsOwnLine(int i) => _shapes.BeginsBlock(i) || _shapes.IsHeading(i) || _shapes.IsHeading(i - 1);

    private void ReportNumbersInText()
    {
        if (_numbering.Paragraphs.Count == 0)
            return;
        var style = _numbering.Paragraphs[0].Mark.Style;
        foreach (var number in _numbering.Candidates.Where(number => number.Mark.Style == style && !_marks.Contains(number.Line)))
            _findings.Add(FindingKind.NumberInText, _lines[number.Line].Number, _lines[number.Line].Text);
    }

    private static IReadOnlyList<SourceLine> WithoutEndMark(IReadOnlyList<SourceLine> lines, FindingList findings)
    {
        var last = lines[^1];
        var mark = EndMark().Match(last.Text);
        if (!mark.Success)
            return lines;
        findings.Add(FindingKind.EndMark, last.Number, mark.Value.Trim());
        return mark.Index == 0 ? lines.Count > 1 ? [.. lines.SkipLast(1)] : lines
            : [.. lines.SkipLast(1), last with { Text = last.Text[..mark.Index] }];
    }

    private IReadOnlyList<ParagraphGroup> CountedGroups()
    {
        var counts = _paragraphs.CountBy(paragraph => paragraph.Group).ToDictionary();
        return [.. _groups.Select(group => group with { Count = counts[group.Number] })];
    }

    private string Language()
    {
        var (han, letters) = (0, 0);
        foreach (var sign in _lines.SelectMany(line => line.Text))
        {
            letters += char.IsLetter(sign) ? 1 : 0;
            han += Letters.IsHan(sign) ? 1 : 0;
        }

        return han * 10 > letters ? "zh" : "en";
    }

    [GeneratedRegex(@"\s*[(（](全文)?完[)）]$|\s*[(（](End|END|end)[)）]$", RegexOptions.None, 1000)]
    private static partial Regex EndMark();
}
