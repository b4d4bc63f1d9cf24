using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Custodia.Journal;
using Custodia.Journal.Sealing;

namespace Custodia.Books;

/// <summary>Reads facts from entries: unseals, finds the kind, lifts old versions.</summary>
internal sealed class EntryReader(IKeyRing? keys)
{
    /// <summary>Reads the fact of an entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="book">Its book.</param>
    /// <param name="fact">The fact, or <see cref="Withheld"/>.</param>
    /// <param name="reason">Why not.</param>
    public bool TryRead(in Entry entry, Book book, [NotNullWhen(true)] out Fact? fact, [NotNullWhen(false)] out string? reason)
    {
        fact = null;
        reason = null;
        var header = entry.Header;
        if (book.Kinds.Find(header.Kind) is not { } kind)
        {
            reason = $"The book has no kind '{header.Kind}'.";
            return false;
        }

        try
        {
            fact = header.IsSealed
                ? Unseal(entry) is { } plain ? kind.Read(plain.Span, header.Version) : new Withheld(header.Kind, header.Compartment)
                : kind.Read(entry.Body.Span, header.Version);
            return true;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException
            or NotSupportedException or SealedBodyException)
        {
            reason = $"The body of kind '{header.Kind}' version {header.Version} can't be read: {exception.Message}";
            return false;
        }
    }

    /// <summary>The plain body, or <c>null</c> where the key is not here.</summary>
    /// <exception cref="SealedBodyException">The key is here and the body is not what was sealed.</exception>
    public byte[]? OpenBody(in Entry entry)
    {
        if (!entry.Header.IsSealed)
            return entry.Body.ToArray();
        return Unseal(entry)?.ToArray();
    }

    private ReadOnlyMemory<byte>? Unseal(in Entry entry)
    {
        if (keys is null)
            return null;
        return SealedBody.Open(keys, entry) switch
        {
            OpenedBody.Plain plain => plain.Bytes,
            // Typed: a bare null would become empty memory, which is a body.
            OpenedBody.Withheld => (ReadOnlyMemory<byte>?)null,
            var other => throw new InvalidOperationException($"A body of no known sort: {other}."),
        };
    }
}
