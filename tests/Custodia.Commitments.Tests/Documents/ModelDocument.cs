using FsCheck;
using FsCheck.Fluent;

namespace Custodia.Commitments.Tests.Documents;

/// <summary>A document as it was meant, and the page that a printer makes of it.</summary>
internal sealed record ModelDocument(string Title, IReadOnlyList<ModelGroup> Groups, bool Restarts, PageStyle Style)
{
    /// <summary>The numbers as they are printed, in order.</summary>
    public IEnumerable<(int Group, int Number, string Text)> Paragraphs()
    {
        var number = 0;
        for (var g = 0; g < Groups.Count; g++)
        {
            number = Restarts ? 0 : number;
            foreach (var text in Groups[g].Paragraphs)
                yield return (g + 1, ++number, text);
        }
    }

    /// <summary>The lines of the document, with where page furniture may stand.</summary>
    public string Print(IReadOnlyList<int> cuts)
    {
        var lines = new List<string> { Title };
        foreach (var (group, index) in Groups.Select((group, index) => (group, index + 1)))
        {
            lines.AddRange(Wrap(group.Heading));
            foreach (var (_, number, text) in Paragraphs().Where(paragraph => paragraph.Group == index))
                lines.AddRange(Wrap(Style.Number(number) + text));
        }

        var at = cuts.Select(cut => 2 + cut % Math.Max(1, lines.Count - 2)).Distinct().Order().ToList();
        // One header alone is only known by the page number in words beside it.
        if (at.Count < 2)
            at = [];
        var printed = new List<string>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (at.IndexOf(i) is >= 0 and var page)
                printed.AddRange(Style.Furniture(page + 2));
            printed.Add(lines[i]);
        }

        return string.Join(Style.LineEnd + string.Concat(Enumerable.Repeat(Style.LineEnd, Style.Gap)), printed) + Style.LineEnd;
    }

    private IEnumerable<string> Wrap(string text)
    {
        var line = "";
        foreach (var word in Style.Words(text))
        {
            // Closing signs hang over the edge, as printers let them.
            var hangs = word.Length == 1 && "，。；".Contains(word, StringComparison.Ordinal);
            if (!hangs && line.Length > 0 && Style.Columns(line.TrimEnd()) + Style.Columns(word.TrimEnd()) + (line.EndsWith(' ') ? 1 : 0) > Style.Width)
            {
                yield return line.TrimEnd();
                line = "";
            }

            line += word;
        }

        yield return line.TrimEnd();
    }
}

internal sealed record ModelGroup(string Heading, IReadOnlyList<string> Paragraphs);

/// <summary>How a page is set.</summary>
internal sealed record PageStyle(bool IsHan, int Width, int Gap, string LineEnd, int Numbers, int Header)
{
    private const string Han = "十";

    public string Number(int number) => Numbers switch
    {
        0 => $"{number}. ",
        1 => $"{number}、",
        2 => IsHan ? $"{HanNumber(number)}、" : $"({number}) ",
        3 => IsHan ? $"（{HanNumber(number)}）" : $"{number}. {number}. ",
        _ => new string([.. $"{number}．".Select(sign => char.IsAsciiDigit(sign) ? (char)(sign + 0xFEE0) : sign)]),
    };

    public IEnumerable<string> Furniture(int page) => Header switch
    {
        0 => [$"- {page} -", IsHan ? "港務年刊" : "The harbour yearbook"],
        1 => [IsHan ? "港務年刊" : "The harbour yearbook", $"{page}"],
        2 => [IsHan ? $"港務年刊　第 {page} 頁" : $"The harbour yearbook Page {page}"],
        _ => [IsHan ? $"第{page}頁" : $"Page {page} of 99"],
    };

    public int Columns(string text) => text.Sum(sign => sign > '\u2E7F' ? 2 : 1);

    /// <summary>What a line may be broken after.</summary>
    public IEnumerable<string> Words(string text)
    {
        var start = 0;
        for (var i = 1; i <= text.Length; i++)
        {
            var inFigure = i < text.Length && char.IsAsciiDigit(text[i]) && char.IsAsciiDigit(text[i - 1]);
            if (i == text.Length || text[i - 1] == ' ' || IsHan && !inFigure && text[i] != ' ')
            {
                yield return text[start..i];
                start = i;
            }
        }
    }

    private static string HanNumber(int number)
    {
        const string Digits = "零一二三四五六七八九";
        var (tens, ones) = (number / 10, number % 10);
        return (tens > 1 ? Digits[tens].ToString() : "") + (tens > 0 ? Han : "") + (ones > 0 ? Digits[ones].ToString() : "");
    }
}

internal static class ModelDocuments
{
    private static readonly Gen<string> _word =
        Gen.Choose(2, 9).SelectMany(length => Gen.Elements("abcdeghiklmnoprstuvw".ToCharArray()).ArrayOf(length)).Select(letters => new string(letters));

    private static readonly Gen<string> _hanWord =
        Gen.Choose(2, 6).SelectMany(length => Gen.Elements("港燈塔海船油守望夜光岸風浪潮島嶼航行員記錄修護給與".ToCharArray()).ArrayOf(length))
            .Select(letters => new string(letters));

    /// <summary>A document and the places at which its page is cut.</summary>
    public static readonly Gen<(ModelDocument Document, int[] Cuts)> All =
        from han in Gen.Elements(true, false)
        from style in Styles(han)
        from restarts in Gen.Elements(true, false)
        from title in Phrase(han, 2, 4)
        from count in Gen.Choose(1, 5)
        from groups in Group(han).ArrayOf(count)
        from cuts in Gen.Choose(0, 500).ArrayOf(6)
        let distinct = groups.DistinctBy(one => one.Heading).Where(one => one.Heading != title).ToArray()
        where distinct.Length > 0
        select (new ModelDocument(title, distinct, restarts, style), cuts);

    private static Gen<PageStyle> Styles(bool han) =>
        from width in Gen.Choose(60, 80)
        from gap in Gen.Choose(0, 1)
        from end in Gen.Elements("\n", "\r\n")
        from numbers in Gen.Choose(0, 4)
        from header in Gen.Choose(0, 3)
        select new PageStyle(han, width, gap, end, numbers, header);

    private static Gen<ModelGroup> Group(bool han) =>
        from heading in Phrase(han, 1, 3)
        from count in Gen.Choose(1, 6)
        from paragraphs in Paragraph(han).ArrayOf(count)
        select new ModelGroup(heading, paragraphs);

    private static Gen<string> Paragraph(bool han) =>
        from count in Gen.Choose(1, 3)
        from sentences in Sentence(han).ArrayOf(count)
        select string.Join(han ? "" : " ", sentences);

    private static Gen<string> Sentence(bool han) =>
        from start in Phrase(han, 2, 14)
        from year in Gen.Choose(1900, 2100)
        from end in Phrase(han, 3, 14)
        from stop in Gen.Elements(han ? ["。", "；"] : new[] { ".", ";" })
        select han ? $"{start}於{year}年，{end}{stop}" : $"{start} in {year}, {end}{stop}";

    private static Gen<string> Phrase(bool han, int least, int most) =>
        from count in Gen.Choose(least, most)
        from words in (han ? _hanWord : _word).ArrayOf(count)
        let joined = string.Join(han ? "" : " ", words)
        select han ? joined : char.ToUpperInvariant(joined[0]) + joined[1..];
}
