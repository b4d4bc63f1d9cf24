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
        if (text is null ? isRequired : !GivenText.IsTaken(text, MaxText))
            refusals.Add(CommitmentsRefusals.TextMissing.In(field, $"1 – {MaxText}", $"{text?.Length ?? 0}"));
    }

    /// <summary>Whether a text is a SHA-256: 64 hexadecimal digits, none of them a capital.</summary>
    public static bool IsDigest([NotNullWhen(true)] string? text) => text is { Length: 64 } && text.All(char.IsAsciiHexDigitLower);
}
