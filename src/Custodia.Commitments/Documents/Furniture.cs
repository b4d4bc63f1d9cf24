using System.Text.RegularExpressions;

namespace Custodia.Commitments.Documents;

/// <summary>
/// Finds what belongs to the page and not to the text: page numbers, headers and footers. A header is known by a page
/// number in words beside it, or by coming again and cutting a sentence or standing beside a page number.
/// </summary>
internal sealed partial class Furniture(IReadOnlyList<SourceLine> lines, FindingList findings)
{
    /// <summary>A header is at most this long, in UTF-16 units.</summary>
    private const int Longest = 160;

    /// <summary>The first lines of a file hold its title, which headers repeat.</summary>
    private const int TitleLines = 3;

    private readonly LineShapes _shapes = new(lines, new HashSet<int>());
    private readonly FindingKind?[] _dropped = new FindingKind?[lines.Count];

    /// <summary>The lines without furniture, each marked where something was taken out before it.</summary>
    public IReadOnlyList<SourceLine> Remove()
    {
        var folded = lines.Select(line => line.Text.Length <= Longest ? Letters.Fold(line.Text) : "").ToList();
        for (var i = 0; i < lines.Count; i++)
        {
            if (WholePageMark().IsMatch(folded[i]))
                _dropped[i] = FindingKind.PageNumber;
        }

        DropHeaders(folded);
        for (var i = 0; i < lines.Count; i++)
        {
            if (_dropped[i] is { } kind)
                findings.Add(kind, lines[i].Number, lines[i].Text);
        }

        return Kept(lines, i => _dropped[i] is null);
    }

    /// <summary>The lines for which a rule holds, each marked where something was taken out before it.</summary>
    public static IReadOnlyList<SourceLine> Kept(IReadOnlyList<SourceLine> lines, Func<int, bool> keep)
    {
        var kept = new List<SourceLine>(lines.Count);
        var cut = false;
        for (var i = 0; i < lines.Count; i++)
        {
            if (keep(i))
            {
                kept.Add(cut || lines[i].PageStart ? lines[i] with { Gap = 0, AfterCut = true } : lines[i]);
                cut = false;
            }
            else
            {
                cut = true;
            }
        }

        return kept;
    }

    private void DropHeaders(List<string> folded)
    {
        var places = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < lines.Count; i++)
        {
            if (_dropped[i] is null && Key(folded[i]) is { } key)
                (places.TryGetValue(key, out var list) ? list : places[key] = []).Add(i);
        }

        foreach (var same in places.Values)
        {
            var repeated = same.Count > 1 && same.Exists(i => IsAtPageEdge(i) || WordedPageMark().IsMatch(folded[i]))
                || same.Count > 2 && !same.Exists(i => i + 1 < lines.Count && NumberMark.Read(lines[i + 1].Text) is { Value: 1 });
            foreach (var i in same)
            {
                var worded = WordedPageMark().IsMatch(folded[i]);
                var alone = worded && (_shapes.StandsApart(i) || i + 1 < lines.Count && _shapes.StandsApart(i + 1)
                    || lines[i].PageStart || i + 1 < lines.Count && lines[i + 1].PageStart);
                if (alone || repeated && (worded || !IsTitle(i, same[0])))
                    _dropped[i] = FindingKind.PageFurniture;
            }
        }
    }

    /// <summary>
    /// A short line in the midst of a sentence, or one beside a page number: a line of the text in such a place would have
    /// been filled.
    /// </summary>
    private bool IsAtPageEdge(int i)
    {
        if (lines[i].PageStart || i + 1 < lines.Count && lines[i + 1].PageStart)
            return true;
        if (i > 0 && _dropped[i - 1] is not null || i + 1 < lines.Count && _dropped[i + 1] is not null)
            return true;
        return i > 0 && _shapes.BreaksOff(i - 1) && _shapes.IsHeadingLike(i);
    }

    /// <summary>The title itself, where headers repeat it.</summary>
    private bool IsTitle(int i, int first) => i == first && (i == 0
        || i < TitleLines && _dropped[i - 1] != FindingKind.PageNumber && _dropped[i + 1] != FindingKind.PageNumber);

    /// <summary>What a header has in common on every page; <c>null</c>: no header looks like this.</summary>
    private static string? Key(string folded)
    {
        if (folded.Length == 0 || DocumentParts.IsLabel(folded) || NumberMark.Read(folded) is not null)
            return null;
        var bare = WordedPageMark().Replace(folded, " ");
        bare = BareNumber().Replace(bare, " ").Trim();
        if (bare.Length == 0 || Letters.EndsSentence(bare) || Letters.EndsWithComma(bare) || !bare.Any(char.IsLetter))
            return null;
        return string.Join(' ', bare.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();
    }

    [GeneratedRegex(@"^[-–—‧·~|\s]*(\d{1,3}|(Page|PAGE|page|p\.|P\.)\s?\d{1,4}(\s?(of|/)\s?\d{1,4})?|\d{1,4}\s?(/|of)\s?\d{1,4}"
        + @"|第\s?\d{1,4}\s?頁([,、/\s]*共\s?\d{1,4}\s?頁)?|頁\s?\d{1,4})[-–—‧·~|\s]*$", RegexOptions.None, 1000)]
    private static partial Regex WholePageMark();

    [GeneratedRegex(@"(^|[\s|])(Page|PAGE|[Pp]\.)\s?\d{1,4}(\s?(of|/)\s?\d{1,4})?(?=$|\s?[|])|^Page \d{1,4}(\s?(of|/)\s?\d{1,4})?(?=\s)"
        + @"|第\s?\d{1,4}\s?頁([,、/\s]*共\s?\d{1,4}\s?頁)?$|^第\s?\d{1,4}\s?頁(?=\s)", RegexOptions.None, 1000)]
    private static partial Regex WordedPageMark();

    [GeneratedRegex(@"^[|\s-]*\d{1,3}[|\s]+|[|\s]+[-–]?\s?\d{1,3}\s?[-–]?\s*$", RegexOptions.None, 1000)]
    private static partial Regex BareNumber();
}
