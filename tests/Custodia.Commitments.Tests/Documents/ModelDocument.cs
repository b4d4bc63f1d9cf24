using FsCheck;
using FsCheck.Fluent;

namespace Custodia.Commitments.Tests.Documents;

/// <summary>A document as it was meant, and the page that a printer makes of it.</summary>
internal sealed record ModelDocument(
    string Title, string Preamble, IReadOnlyList<ModelGroup> Groups, bool Restarts, string Closing, PageStyle Style)
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
        lines.AddRange(Wrap(Preamble));
        foreach (var (group, index) in Groups.Select((group, index) => (group, index + 1)))
        {
            lines.AddRange(Wrap(group.Heading));
            foreach (var (_, number, text) in Paragraphs().Where(paragraph => paragraph.Group == index))
                lines.AddRange(Wrap(Style.Number(number) + text));
        }

        lines.AddRange(Wrap(Closing));

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
        var (line, count) = ("", 0);
        foreach (var word in Style.Words(text))
        {
            // Closing signs hang over the edge, as printers let them.
            var hangs = word.Length == 1 && "，。；".Contains(word, StringComparison.Ordinal);
            if (!hangs && line.Length > 0 && Style.Columns(line.TrimEnd()) + Style.Columns(word.TrimEnd()) + (line.EndsWith(' ') ? 1 : 0) > Style.WidthOf(count))
            {
                yield return line.TrimEnd();
                (line, count) = ("", count + 1);
            }

            line += word;
        }

        if (line.Length > 0)
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

    /// <summary>Columns of one line: letters of different widths let lines end a little before the edge.</summary>
    public int WidthOf(int line) => Width - line * 5 % 3;

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

/// <summary>Documents drawn from one number: drawing every letter on its own would take most of the test's time.</summary>
internal sealed class ModelDocuments(Random random)
{
    private const string Latin = "abcdeghiklmnoprstuvw";
    private const string Han = "港燈塔海船油守望夜光岸風浪潮島嶼航行員記錄修護給與";
    private readonly bool _han = random.Next(2) == 0;

    /// <summary>A document and the places at which its page is cut.</summary>
    public static readonly Gen<(ModelDocument Document, int[] Cuts)> All =
        Gen.Choose(0, int.MaxValue - 1).Select(seed => new ModelDocuments(new(seed)).Draw());

    private (ModelDocument Document, int[] Cuts) Draw()
    {
        var style = new PageStyle(_han, random.Next(60, 81), random.Next(2), random.Next(2) == 0 ? "\n" : "\r\n", random.Next(5), random.Next(4));
        var title = Phrase(2, 4);
        // Where sentences lead in the groups, only a sentence's end at a line's end can part them from the paragraph before.
        var (isLedIn, preamble, closing) = (random.Next(3) == 0, Phrase(2, 20) + (_han ? "：" : ":"), Phrase(2, 3));
        var groups = Many(1, 5, () => isLedIn ? new ModelGroup(Sentence(), Many(1, 6, Sentence)) : new(Phrase(1, 3), Many(1, 6, Paragraph)));
        var distinct = groups.DistinctBy(one => one.Heading).Where(one => one.Heading != title).ToList();
        return distinct.Count < (isLedIn ? 2 : 1) ? Draw() : (new(title, !isLedIn && random.Next(2) == 0 ? preamble : "", distinct,
            isLedIn || random.Next(2) == 0, random.Next(2) == 0 ? closing : "", style), [.. Many(0, 8, () => random.Next(500))]);
    }

    private string Paragraph() => string.Join(_han ? "" : " ", Many(1, 3, Sentence));

    private string Sentence()
    {
        var (start, year, end) = (Phrase(2, 14), random.Next(1900, 2100), Phrase(3, 14));
        return _han ? $"{start}於{year}年，{end}{(random.Next(2) == 0 ? "。" : "；")}" : $"{start} in {year}, {end}{(random.Next(2) == 0 ? "." : ";")}";
    }

    private string Phrase(int least, int most)
    {
        var joined = string.Join(_han ? "" : " ", Many(least, most, () => new string(random.GetItems<char>(_han ? Han : Latin, random.Next(2, _han ? 7 : 10)))));
        return _han ? joined : char.ToUpperInvariant(joined[0]) + joined[1..];
    }

    private List<T> Many<T>(int least, int most, Func<T> one) => [.. Enumerable.Range(0, random.Next(least, most + 1)).Select(_ => one())];
}
