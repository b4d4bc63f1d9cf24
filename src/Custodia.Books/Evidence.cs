using System.Globalization;
using System.Text.RegularExpressions;

namespace Custodia.Books;

/// <summary>
/// A command that says which entries of the journal show something. The node refuses it where one of them is not in the journal when
/// it is decided.
/// </summary>
public interface INamesEvidence
{
    /// <summary>The entries, each with the field that names it.</summary>
    IEnumerable<NamedEntry> Evidence { get; }
}

/// <summary>An entry that a field names.</summary>
/// <param name="Field">Name of the field, as in JSON.</param>
/// <param name="Number">Number of the entry.</param>
public readonly partial record struct NamedEntry(string Field, long Number)
{
    /// <summary>The entry that a field holds; none where it is left out.</summary>
    public static IEnumerable<NamedEntry> In(string field, long? number) => number is { } entry ? [new NamedEntry(field, entry)] : [];

    /// <summary>The entries that words name: <c>entry 12</c>, <c>Entries 12</c>, <c>分錄 12</c>.</summary>
    public static IEnumerable<NamedEntry> In(string field, string? words) => Mention().Matches(words ?? "").Select(mention => new NamedEntry(field,
        long.TryParse(mention.Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : long.MaxValue));

    [GeneratedRegex("(?:\\bentr(?:y|ies)|分錄)\\s*(?:no\\.?|number|編號|第|#)?\\s*(?<number>[0-9]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Mention();
}
