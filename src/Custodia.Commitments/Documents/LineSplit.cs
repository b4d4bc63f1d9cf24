using System.Text;
using Custodia.Books;

namespace Custodia.Commitments.Documents;

/// <summary>Splits a text into its lines and repairs what scanning does within a line.</summary>
/// <param name="file">Name of the file, for refusals.</param>
/// <param name="findings">Where repairs are noted.</param>
internal sealed class LineSplit(string? file, FindingList findings)
{
    /// <summary>A line of at least this many spaces alone stands for the line drawn above footnotes.</summary>
    private const int RuleSpaces = 20;

    private const int TabColumns = 4;
    private readonly List<SourceLine> _lines = [];
    private int _gap;
    private bool _pageStart;

    /// <summary>Lines of the file, empty ones included.</summary>
    public int Count { get; private set; }

    /// <summary>The lines that are not empty.</summary>
    public Answer<IReadOnlyList<SourceLine>> Split(string text)
    {
        if (text.Length > ReadingLimits.Characters)
            return Long(DocumentRefusals.TooLong, null, ReadingLimits.Characters, text.Length);
        var (start, pages) = (0, 0);
        while (start < text.Length)
        {
            // A form feed ends a page, not a line of the file.
            if (start == 0 || text[start - 1] != '\f')
                Count++;
            if (Count + pages > ReadingLimits.Lines)
                return Long(DocumentRefusals.TooLong, Count, ReadingLimits.Lines, Count + pages);
            var length = text.AsSpan(start).IndexOfAny('\n', '\r', '\f') is >= 0 and var found ? found : text.Length - start;
            if (length > ReadingLimits.LineCharacters)
                return Long(DocumentRefusals.LineTooLong, Count, ReadingLimits.LineCharacters, length);
            var line = text.Substring(start, length);
            if (line.AsSpan().IndexOfAnyInRange('\0', '\u0008') >= 0 || line.AsSpan().IndexOfAnyInRange('\u000E', '\u001F') >= 0)
                return DocumentRefusals.NotText.At(Place(Count), "text", "control character");
            Add(line);
            start += length;
            if (start >= text.Length)
                break;
            if (text[start] == '\f')
                (_pageStart, pages) = (true, pages + 1);
            start += text[start] == '\r' && start + 1 < text.Length && text[start + 1] == '\n' ? 2 : 1;
        }

        return _lines.Count > 0 && _lines.Exists(line => line.Text.Length > 0) ? _lines
            : DocumentRefusals.Empty.At(Place(null));
    }

    private void Add(string raw)
    {
        var text = raw.Trim(' ', '\t', '\u00A0', '\u3000', '\uFEFF', '\u200B', '\v');
        if (text.Length == 0 && raw.Length < RuleSpaces)
        {
            _gap++;
            return;
        }

        if (text.Contains('\uFFFD', StringComparison.Ordinal))
            findings.Add(FindingKind.LostCharacter, Count, text);
        var indent = 0;
        for (var i = 0; i < raw.Length && char.IsWhiteSpace(raw[i]); i++)
            indent += raw[i] switch { '\t' => TabColumns, '\u3000' => 2, _ => 1 };
        _lines.Add(new(Count, Repaired(text), text.Length == 0 ? 0 : indent, _gap, _pageStart, false));
        (_gap, _pageStart) = (0, false);
    }

    private string Repaired(string text)
    {
        var plain = text.Replace('\u00A0', ' ').Replace('\u3000', ' ').Replace('\t', ' ').Replace("\u200B", "", StringComparison.Ordinal)
            .Replace("\uFEFF", "", StringComparison.Ordinal);
        var (pairs, gaps) = (0, 0);
        for (var i = 1; i < plain.Length; i++)
        {
            if (Letters.IsHan(plain[i]))
            {
                pairs += Letters.IsHan(plain[i - 1]) ? 1 : 0;
                gaps += i > 1 && plain[i - 1] == ' ' && Letters.IsHan(plain[i - 2]) ? 1 : 0;
            }
        }

        // Scanning sets a space after every character; a writer sets one here and there.
        if (gaps < 3 || gaps <= pairs)
            return plain;
        findings.Add(FindingKind.SpacedCharacters, Count, text);
        var tight = new StringBuilder(plain.Length);
        for (var i = 0; i < plain.Length; i++)
        {
            if (plain[i] != ' ' || i + 1 >= plain.Length || !(Letters.IsHanText(plain[i - 1]) && Letters.IsHanText(plain[i + 1])))
                tight.Append(plain[i]);
        }

        return tight.ToString();
    }

    private Refusal Long(RefusalCode code, int? line, int limit, int found) =>
        code.At(Place(line), FormattableString.Invariant($"at most {limit}"), FormattableString.Invariant($"{found}"));

    private Place Place(int? line) => new(file, line, null, null);
}
