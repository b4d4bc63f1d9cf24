namespace Custodia.Statistics.Cases;

/// <summary>What stands in a file, as it may be shown to a person: nothing that a terminal would obey, and not too long.</summary>
internal static class ShownText
{
    private const int Length = 60;

    public static string Of(string text) => string.Concat(text.Take(Length).Select(letter => IsPlain(letter) ? letter : '�'));

    /// <summary>A name: not empty, not too long, and of letters that can be seen.</summary>
    public static bool IsName(string? text) =>
        text is { Length: > 0 and <= CaseLimits.NameLength } && text.All(IsPlain) && text.Trim() == text
        && !text.Contains(',', StringComparison.Ordinal);

    private static bool IsPlain(char letter) =>
        !char.IsControl(letter) && letter is not ((>= '\u200E' and <= '\u200F') or (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069'));
}
