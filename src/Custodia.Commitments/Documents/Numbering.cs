namespace Custodia.Commitments.Documents;

/// <summary>
/// How one document is numbered: which style numbers its paragraphs and which only its headings. Styles are told apart by
/// how they lie within each other, not by custom: the outermost whose numbers do not merely stand before headings.
/// </summary>
internal sealed class Numbering
{
    private readonly IReadOnlyList<SourceLine> _lines;
    private readonly LineShapes _shapes;
    private readonly Dictionary<NumberStyle, (IReadOnlyList<NumberCandidate> Chosen, double Score)> _sequences;

    /// <param name="lines">The lines of one document.</param>
    public Numbering(IReadOnlyList<SourceLine> lines)
    {
        _lines = lines;
        _shapes = new(lines, new HashSet<int>());
        Candidates = [.. Enumerable.Range(0, lines.Count).Select(Candidate).OfType<NumberCandidate>()];
        _sequences = Candidates.Where(candidate => candidate.Mark.Style != NumberStyle.Part).GroupBy(candidate => candidate.Mark.Style)
            .Select(group => (group.Key, Best: NumberSequence.Best([.. group]))).Where(found => found.Best.Chosen.Count > 0)
            .ToDictionary(found => found.Key, found => found.Best);
        Paragraphs = Choose();
    }

    /// <summary>Every line that begins with a number, of any style.</summary>
    public IReadOnlyList<NumberCandidate> Candidates { get; }

    /// <summary>The numbers of the paragraphs.</summary>
    public IReadOnlyList<NumberCandidate> Paragraphs { get; }

    /// <summary>Lines of numbered headings.</summary>
    public HashSet<int> Headings { get; } = [];

    private NumberCandidate? Candidate(int i)
    {
        if (NumberMark.Read(_lines[i].Text) is not { } mark)
            return null;
        var rest = mark.Length < _lines[i].Text.Length ? Letters.Fold(_lines[i].Text[mark.Length]) : ' ';
        var after = i == 0 || !_shapes.BreaksOff(i - 1) && !Letters.EndsWithComma(_lines[i - 1].Text) || _shapes.StandsApart(i);
        return new(i, mark, after, char.IsAsciiDigit(rest));
    }

    private IReadOnlyList<NumberCandidate> Choose()
    {
        var sections = _sequences.Where(pair => pair.Key is NumberStyle.Formal or NumberStyle.Roman).ToList();
        var usual = _sequences.Where(pair => pair.Key is not (NumberStyle.Formal or NumberStyle.Roman)).ToList();
        var pool = usual.Count > 0 ? usual : [.. sections.Where(pair => !AreHeadings(pair.Value.Chosen))];
        if (pool.Count == 0)
            return [];
        var inner = pool.OrderByDescending(pair => pair.Value.Score).First().Value.Chosen;
        while (_sequences.Values.Select(found => found.Chosen).Where(outer => Encloses(outer, inner) && !AreHeadings(outer))
            .MaxBy(outer => outer.Count) is { } outer)
        {
            inner = outer;
        }

        foreach (var outer in _sequences.Values.Where(found => Encloses(found.Chosen, inner)))
            Headings.UnionWith(outer.Chosen.Select(candidate => candidate.Line));
        return inner;
    }

    /// <summary>Whether most numbers of one style have numbers of another below them, before their own next.</summary>
    private static bool Encloses(IReadOnlyList<NumberCandidate> outer, IReadOnlyList<NumberCandidate> inner)
    {
        if (outer[0].Mark.Style == inner[0].Mark.Style || outer[0].Line > inner[0].Line)
            return false;
        var (full, at) = (0, 0);
        for (var i = 0; i < outer.Count; i++)
        {
            var end = i + 1 < outer.Count ? outer[i + 1].Line : int.MaxValue;
            while (at < inner.Count && inner[at].Line < outer[i].Line)
                at++;
            full += at < inner.Count && inner[at].Line < end ? 1 : 0;
        }

        return full * 2 > outer.Count;
    }

    /// <summary>Whether most numbers of a style stand before a heading, or before words that lead in a list.</summary>
    private bool AreHeadings(IReadOnlyList<NumberCandidate> numbers) => numbers.Count(IsHeading) * 2 > numbers.Count;

    private bool IsHeading(NumberCandidate number)
    {
        var text = _lines[number.Line].Text;
        return text.Length > number.Mark.Length && (_shapes.IsHeadingLike(number.Line) || text[^1] is ':' or '：');
    }
}
