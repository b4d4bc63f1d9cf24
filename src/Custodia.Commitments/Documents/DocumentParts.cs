using System.Text.RegularExpressions;

namespace Custodia.Commitments.Documents;

/// <summary>Where the documents inside one file begin: at the file's first line and at each annex.</summary>
internal static partial class DocumentParts
{
    /// <summary>An annex label with its title is at most this wide, in columns.</summary>
    private const int LabelWidth = 90;

    /// <summary>Whether a line is the label of an annex, alone or with its title.</summary>
    public static bool IsLabel(string text) =>
        text.Length <= LabelWidth && Letters.Width(text) <= LabelWidth && !Letters.EndsSentence(text.TrimEnd(':', '：'))
        && Label().IsMatch(text);

    /// <summary>The label and the rest of its line.</summary>
    public static (string Label, string Title) Split(string text)
    {
        var match = Label().Match(text);
        return (match.Groups["label"].Value.Trim(), text[match.Length..].Trim());
    }

    /// <summary>The lines of each document, in order. A list of annexes, as in a table of contents, begins none.</summary>
    public static IEnumerable<IReadOnlyList<SourceLine>> Of(IReadOnlyList<SourceLine> lines)
    {
        var shapes = new LineShapes(lines, new HashSet<int>());
        var start = 0;
        for (var i = 1; i < lines.Count; i++)
        {
            if (!IsLabel(lines[i].Text) || shapes.BreaksOff(i - 1) && !lines[i].PageStart && !shapes.StandsApart(i))
                continue;
            var listed = i + 1 < lines.Count && IsLabel(lines[i + 1].Text) || i + 1 == lines.Count || IsLabel(lines[i - 1].Text) && i > 1;
            if (listed)
                continue;
            yield return [.. lines.Skip(start).Take(i - start)];
            start = i;
        }

        yield return [.. lines.Skip(start)];
    }

    [GeneratedRegex(@"^(?<label>(附件|附錄|附冊|附表)\s?([一二三四五六七八九十]{1,3}|[0-9０-９]{1,2}|[A-Z])?(?=$|[\s、:：.．,，—－-])"
        + @"|(Annex|ANNEX|Appendix|APPENDIX|Attachment|ATTACHMENT|Enclosure|ENCLOSURE)(\s([0-9]{1,2}|[IVX]{1,4}|[A-Z]))?(?=$|\s*[:.,—–-]|\s+[A-Z]|\s*$))"
        + @"[\s、:：.．,，—–－-]*", RegexOptions.None, 1000)]
    private static partial Regex Label();
}
