using System.Diagnostics.CodeAnalysis;
using Custodia.Books;

namespace Custodia.Commitments.Commands;

/// <summary>Checks texts that people give.</summary>
internal static class Texts
{
    private const int MaxText = 500;

    /// <summary>Refuses a text that is missing where it is required, blank, too long, or holds control characters.</summary>
    public static void Check(string? text, string field, bool isRequired, List<Refusal> refusals)
    {
        if (text is null ? isRequired : text.Length > MaxText || string.IsNullOrWhiteSpace(text) || text.Any(char.IsControl))
            refusals.Add(CommitmentsRefusals.TextMissing.In(field, $"1 – {MaxText}", $"{text?.Length ?? 0}"));
    }

    /// <summary>Whether a text is a SHA-256: 64 hexadecimal digits, none of them a capital.</summary>
    public static bool IsDigest([NotNullWhen(true)] string? text) => text is { Length: 64 } && text.All(char.IsAsciiHexDigitLower);

    /// <summary>What was typed into an id may be anything: a refusal does not repeat all of it.</summary>
    public static string Short(string? text) => text is null ? "" : text.Length <= 40 ? text : text[..40] + "…";
}
