namespace Custodia.Journal.Sealing;

/// <summary>
/// Opens the sealed body of an entry: key id (16) | nonce (12) | ciphertext | tag (16), AES-256-GCM with all entry
/// bytes before the body as associated data (docs/formats/journal.md, "Sealed bodies").
/// <see cref="CompartmentKey.Seal"/> makes it.
/// </summary>
/// <remarks>
/// The leaf of the tree covers the sealed bytes. So the tree is shown to anybody, and a destroyed key erases the
/// body for ever without changing a hash.
/// </remarks>
public static class SealedBody
{
    /// <summary>Opens the body of a sealed entry.</summary>
    /// <param name="keys">Where the key may be.</param>
    /// <param name="entry">An entry whose header says that it is sealed.</param>
    /// <returns>The plain bytes, or that they are withheld and why.</returns>
    /// <exception cref="SealedBodyException">The key is there and the body does not open: it was changed or
    /// moved.</exception>
    public static OpenedBody Open(IKeyRing keys, in Entry entry)
    {
        ArgumentNullException.ThrowIfNull(keys);
        if (!entry.Header.IsSealed)
            throw new ArgumentException("The body is not sealed.", nameof(entry));
        if (entry.Body.Length < CompartmentKey.Overhead)
            throw new SealedBodyException(
                entry.Header.Sequence, "the sealed body is shorter than a key id, a nonce and a tag");

        var id = KeyId.Read(entry.Body.Span);
        return keys.Find(id) switch
        {
            KeyLookup.Held held => Open(held.Key, in entry),
            KeyLookup.Destroyed => new OpenedBody.Withheld(id, WithheldReason.KeyDestroyed),
            KeyLookup.Unknown => new OpenedBody.Withheld(id, WithheldReason.NoKey),
            var other => throw new InvalidOperationException($"A key lookup of no known sort: {other}."),
        };
    }

    private static OpenedBody Open(CompartmentKey key, in Entry entry)
    {
        var plain = new byte[entry.Body.Length - CompartmentKey.Overhead];
        return key.Open(entry.HeaderBytes.Span, entry.Body.Span, plain) switch
        {
            Unsealing.Opened => new OpenedBody.Plain(plain),
            Unsealing.KeyDestroyed => new OpenedBody.Withheld(key.Record.Id, WithheldReason.KeyDestroyed),
            Unsealing.Corrupt => throw new SealedBodyException(
                entry.Header.Sequence,
                $"the tag does not fit key {key.Record.Id}: the body, or what stands before it, was changed"),
            var other => throw new InvalidOperationException($"An outcome of no known sort: {other}."),
        };
    }
}

/// <summary>Why a body cannot be read here.</summary>
public enum WithheldReason
{
    /// <summary>The key is not in this ring.</summary>
    NoKey,

    /// <summary>The key was destroyed: nobody reads this body ever again.</summary>
    KeyDestroyed,
}

/// <summary>A sealed body after the attempt to open it. A closed family.</summary>
public abstract record OpenedBody
{
    private OpenedBody()
    {
    }

    /// <summary>The body in the clear, authentic.</summary>
    public sealed record Plain(ReadOnlyMemory<byte> Bytes) : OpenedBody;

    /// <summary>The body cannot be read here.</summary>
    /// <param name="Key">The key that it was sealed with.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Withheld(KeyId Key, WithheldReason Reason) : OpenedBody;
}

/// <summary>A sealed body does not open although its key is held: the entry is corrupt.</summary>
public sealed class SealedBodyException : Exception
{
    /// <summary>The stable code of this failure.</summary>
    public const string Code = "entry.seal";

    internal SealedBodyException(long sequence, string message) : base($"{Code}: entry {sequence}: {message}") =>
        Sequence = sequence;

    /// <summary>The entry.</summary>
    public long Sequence { get; }
}
