namespace Custodia.Server.Components.Charts;

/// <summary>
/// A guess at how wide a text will be drawn, made on the server, where there are no fonts: Chinese characters are
/// square, others a little over half as wide. Good enough to leave room; labels that are still too long are cut.
/// </summary>
internal static class TextWidth
{
    private const double WideEm = 1.0;
    private const double NarrowEm = 0.56;
    private const char FirstWide = '\u2E80';

    /// <summary>The width in pixels at a font size in pixels.</summary>
    public static double Of(string text, double fontSize) =>
        text.Sum(c => c >= FirstWide ? WideEm : NarrowEm) * fontSize;

    /// <summary>The text in one line or, where it is wider than allowed and has a space to break at, in two.</summary>
    public static IReadOnlyList<string> Lines(string text, double fontSize, double width)
    {
        if (Of(text, fontSize) <= width)
            return [text];
        var space = text.LastIndexOf(' ');
        while (space > 0 && Of(text[..space], fontSize) > width)
            space = text.LastIndexOf(' ', space - 1);
        return space <= 0
            ? [Fit(text, fontSize, width)]
            : [text[..space], Fit(text[(space + 1)..], fontSize, width)];
    }

    /// <summary>The text, cut with an ellipsis where it is wider than allowed.</summary>
    public static string Fit(string text, double fontSize, double width)
    {
        if (Of(text, fontSize) <= width)
            return text;
        var length = text.Length;
        while (length > 1 && Of(text[..length], fontSize) + fontSize > width)
            length--;
        return text[..length] + "…";
    }
}
