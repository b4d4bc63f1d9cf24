using System.Net;
using System.Text.RegularExpressions;

namespace Custodia.Server.Tests.Wording;

/// <summary>A text on a page, as a reader sees or hears it.</summary>
/// <param name="Words">The text.</param>
/// <param name="Language">The language that the page says it has.</param>
public sealed record PageText(string Words, string Language);

/// <summary>A page as it leaves the server, read for its texts.</summary>
/// <param name="Address">Where it is.</param>
/// <param name="Language">The language asked for.</param>
/// <param name="Html">The page.</param>
public sealed partial record RenderedPage(string Address, string Language, string Html)
{
    private static readonly HashSet<string> Void =
        ["area", "base", "br", "col", "hr", "img", "input", "link", "meta", "path", "rect", "line", "wbr"];

    // Content that nobody wrote for a reader, and content that people or machines recorded as it stands.
    private static readonly HashSet<string> Unread = ["script", "style", "pre", "code"];

    private static readonly HashSet<string> Spoken = ["aria-label", "title", "placeholder", "alt"];

    /// <summary>The texts between tags and those of attributes that are shown or read aloud, with their language.</summary>
    public IEnumerable<PageText> Texts()
    {
        var open = new Stack<(string Name, string Language, bool IsRead)>();
        open.Push(("", Language, true));
        foreach (Match piece in Pieces().Matches(Html))
        {
            var (_, language, isRead) = open.Peek();
            if (piece.Groups["text"] is { Success: true } text)
            {
                if (isRead && WebUtility.HtmlDecode(text.Value).Trim() is { Length: > 0 } words)
                    yield return new PageText(words, language);
            }
            else if (piece.Groups["end"] is { Success: true } end)
            {
                while (open.Count > 1 && open.Pop().Name != end.Value)
                {
                }
            }
            else if (piece.Groups["start"] is { Success: true } start)
            {
                var attributes = Attributes().Matches(piece.Value)
                    .ToDictionary(match => match.Groups[1].Value, match => WebUtility.HtmlDecode(match.Groups[2].Value));
                language = attributes.GetValueOrDefault("lang", language);
                isRead &= !Unread.Contains(start.Value);
                foreach (var (name, value) in attributes)
                {
                    if (isRead && Spoken.Contains(name) && value.Trim().Length > 0)
                        yield return new PageText(value.Trim(), language);
                }

                if (!Void.Contains(start.Value) && !piece.Value.EndsWith("/>", StringComparison.Ordinal))
                    open.Push((start.Value, language, isRead));
            }
        }
    }

    [GeneratedRegex("""
        <!--.*?-->|<!DOCTYPE[^>]*>
        |</(?<end>[a-zA-Z0-9-]+)\s*>
        |<(?<start>[a-zA-Z0-9-]+)(?:"[^"]*"|'[^']*'|[^'">])*>
        |(?<text>[^<]+)
        """, RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Pieces();

    [GeneratedRegex("\\s([a-zA-Z-]+)=\"([^\"]*)\"")]
    private static partial Regex Attributes();
}
