namespace Custodia.Books;

/// <summary>
/// A command that says which entries of the journal show something, each in a field of its own: what words mention is not guessed.
/// The node refuses it where one of them is not in the journal when it is decided.
/// </summary>
public interface INamesEvidence
{
    /// <summary>The entries, each with the field that names it.</summary>
    IEnumerable<NamedEntry> Evidence { get; }
}

/// <summary>An entry that a field names.</summary>
/// <param name="Field">Name of the field, as in JSON.</param>
/// <param name="Number">Number of the entry.</param>
public readonly record struct NamedEntry(string Field, long Number)
{
    /// <summary>The entry that a field holds; none where it is left out.</summary>
    public static IEnumerable<NamedEntry> In(string field, long? number) => number is { } entry ? [new NamedEntry(field, entry)] : [];
}
