using System.Text.RegularExpressions;

namespace Custodia.Server.Reading.Printing;

/// <summary>Makes a page of ours one that needs nothing but itself: styles inside, and no script, link or frame.</summary>
internal static partial class SelfContainedPage
{
    // Should anything be left that would fetch, the browser is told not to.
    private const string Policy = "<meta http-equiv=\"Content-Security-Policy\" "
        + "content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">";

    /// <summary>The page with its style sheets inside.</summary>
    /// <param name="html">The page as the server renders it.</param>
    /// <param name="styles">Its styles.</param>
    /// <param name="printStyles">Its styles on paper.</param>
    public static string Of(string html, string styles, string printStyles)
    {
        var page = Loose().Replace(html, "");
        page = References().Replace(page, "");
        var head = page.IndexOf("<head>", StringComparison.OrdinalIgnoreCase);
        return head < 0
            ? throw new ArgumentException("The page has no head.", nameof(html))
            : page.Insert(head + "<head>".Length, $"{Policy}<style>{styles}</style><style media=\"print\">{printStyles}</style>");
    }

    // Texts cannot be mistaken for these: in them the angle bracket is written as a reference.
    [GeneratedRegex("<script\\b.*?</script>|<(?:link|base)\\b[^>]*>|<!--.*?-->", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Loose();

    // On paper an address within the server leads nowhere, and in a file it would lead into the server's own folders.
    [GeneratedRegex("(?<=<a\\b[^>]*)\\s(?:href|download|target)(?:=\"[^\"]*\")?", RegexOptions.IgnoreCase)]
    private static partial Regex References();
}
