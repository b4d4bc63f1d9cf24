namespace Custodia.Commitments.Documents;

/// <summary>How the lines of a text are set: how wide a full line is, and how many empty lines stand between two.</summary>
internal sealed class LineShapes
{
    /// <summary>A heading is at most this part of a full line.</summary>
    private const double HeadingPart = 0.75;

    /// <summary>A line of at most these columns may be a heading in any text.</summary>
    private const int HeadingWidth = 24;

    /// <summary>Columns by which a full line of Han characters may fall short, because a sign may not begin a line.</summary>
    private const int HanSlack = 4;

    /// <summary>Part by which a full line of words may fall short beyond the next word, because letters differ in width.</summary>
    private const double WordSlack = 0.06;

    private readonly IReadOnlyList<SourceLine> _lines;
    private readonly int _full;
    private readonly int _fullFirst;
    private readonly int _fullNext;
    private readonly IReadOnlySet<int> _firstLines;

    /// <param name="lines">The lines of one text.</param>
    /// <param name="firstLines">Places of the lines that begin with a number: they often hang out to the left.</param>
    public LineShapes(IReadOnlyList<SourceLine> lines, IReadOnlySet<int> firstLines)
    {
        _lines = lines;
        _firstLines = firstLines;
        _full = FullWidth(lines);
        var start = firstLines.Count == 0 ? 0 : firstLines.Min();
        _fullFirst = FullWidth([.. firstLines.Select(i => lines[i])]);
        var next = Enumerable.Range(start, lines.Count - start).Where(i => !firstLines.Contains(i)).Select(i => lines[i]).ToList();
        _fullNext = firstLines.Count > 0 && next.Count(line => !line.EndsSentence) >= 3 ? FullWidth(next) : _full;
        UsualGap = Median(lines.Skip(1).Where(line => !line.AfterCut).Select(line => line.Gap));
    }

    /// <summary>Empty lines that usually stand between two lines.</summary>
    public int UsualGap { get; }

    private double Narrow => Math.Max(HeadingWidth, _full * HeadingPart);

    /// <summary>More room before this line than usual.</summary>
    public bool StandsApart(int i) => i > 0 && i < _lines.Count && !_lines[i].AfterCut && _lines[i].Gap > UsualGap;

    /// <summary>Whether the next word would have fitted on this line: so the line was ended on purpose.</summary>
    public bool IsShort(int i)
    {
        if (i + 1 >= _lines.Count || _lines[i + 1].IsRule)
            return true;
        var (line, next) = (_lines[i], _lines[i + 1].Text);
        var full = _firstLines.Contains(i) ? Math.Max(_fullFirst, _fullNext) : _fullNext;
        var slack = Letters.IsHanText(next[0]) ? HanSlack : full * WordSlack;
        return line.Width + Letters.BreakWidth(line.Text, next) + Letters.FirstWordWidth(next) <= full - slack;
    }

    /// <summary>A line that ends no sentence and is narrow, or at least ended on purpose before a number.</summary>
    public bool IsHeadingLike(int i) => !_lines[i].EndsSentence && !Letters.EndsWithComma(_lines[i].Text)
        && (_lines[i].Width <= Narrow || _firstLines.Contains(i + 1) && IsShort(i));

    /// <summary>Whether the first line is a title: it ends no sentence and was ended on purpose.</summary>
    public bool BeginsWithTitle => IsHeadingLike(0) || !_lines[0].EndsSentence && (IsShort(0) || StandsApart(1));

    /// <summary>Whether the text breaks off at the end of this line and so must go on after it.</summary>
    public bool BreaksOff(int i) => !_lines[i].EndsSentence && _lines[i].Width > Narrow;

    /// <summary>Whether a new block begins with this line.</summary>
    public bool BeginsBlock(int i) =>
        i == 0 || (_lines[i - 1].EndsSentence ? IsShort(i - 1) || StandsApart(i) : StandsApart(i) && IsShort(i - 1));

    /// <summary>Whether this line is a heading within the text: what stands before it is complete.</summary>
    public bool IsHeading(int i) => IsHeadingLike(i) && i > 0 && (_lines[i - 1].EndsSentence || StandsApart(i) && IsShort(i - 1));

    /// <summary>A line that ends no sentence was broken because it was full, unless it is a heading.</summary>
    private static int FullWidth(IReadOnlyList<SourceLine> lines) => Math.Max(
        NinthTenth(lines.Select(line => line.Width)), NinthTenth(lines.Where(line => !line.EndsSentence).Select(line => line.Width)));

    private static int NinthTenth(IEnumerable<int> widths)
    {
        var sorted = widths.Order().ToList();
        return sorted.Count == 0 ? 0 : sorted[Math.Min(sorted.Count - 1, sorted.Count * 9 / 10)];
    }

    private static int Median(IEnumerable<int> gaps)
    {
        var sorted = gaps.Order().ToList();
        return sorted.Count == 0 ? 0 : sorted[(sorted.Count - 1) / 2];
    }
}
