namespace Custodia.Books;

/// <summary>Texts that people type: what is taken as one, and how a refusal quotes it.</summary>
public static class GivenText
{
    /// <summary>Longest reason that is asked for with what is not the rule: a correction, a rejection, an end.</summary>
    public const int MaxReason = 500;

    private const int MaxQuoted = 40;

    /// <summary>
    /// Whether a text is there and can stand in a form, a report and a document: neither blank nor too long, without control
    /// characters and without the two signs that XML has no place for (XML 1.0, production 2).
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="most">How many UTF-16 units it may have.</param>
    /// <param name="hasLines">Whether it may have several lines, each but the last ended by U+000A.</param>
    public static bool IsTaken([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] string? text, int most, bool hasLines = false) =>
        !string.IsNullOrWhiteSpace(text) && text.Length <= most && !text.Any(sign => IsStrange(sign) && !(hasLines && sign == '\n'));

    /// <summary>What was typed may be anything: a refusal does not repeat all of it.</summary>
    public static string? Quote(string? text) => text is { Length: > MaxQuoted }
        ? text[..(char.IsHighSurrogate(text[MaxQuoted - 1]) ? MaxQuoted - 1 : MaxQuoted)] + "…"
        : text;

    private static bool IsStrange(char sign) => char.IsControl(sign) || sign is '\uFFFE' or '\uFFFF';
}
