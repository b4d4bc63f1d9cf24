namespace Custodia.Journal;

/// <summary>An entry as it is stored, with its envelope read.</summary>
/// <remarks>
/// The bytes belong to the reader that handed the entry out and are valid during the visit only: a visitor that
/// keeps them copies them.
/// </remarks>
/// <param name="Header">The envelope.</param>
/// <param name="Bytes">All bytes of the entry: the data of its Merkle leaf.</param>
/// <param name="HeaderLength">How many of the bytes are the envelope; a sealed body is bound to exactly these.</param>
public readonly record struct Entry(EntryHeader Header, ReadOnlyMemory<byte> Bytes, int HeaderLength)
{
    /// <summary>The bytes before the body.</summary>
    public ReadOnlyMemory<byte> HeaderBytes => Bytes[..HeaderLength];

    /// <summary>The body: UTF-8 JSON, or its sealed form.</summary>
    public ReadOnlyMemory<byte> Body => Bytes[HeaderLength..];
}

/// <summary>Is given entries one by one, in the order of the journal.</summary>
/// <param name="entry">Valid during the call only.</param>
public delegate void EntryVisitor(in Entry entry);
