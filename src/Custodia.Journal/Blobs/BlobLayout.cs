using Custodia.Proofs;

namespace Custodia.Journal.Blobs;

/// <summary>Where things are in a blob file: magic | sealed chunks | key slots | trailer.</summary>
internal readonly record struct BlobLayout
{
    private BlobLayout(long chunkBytes) => ChunkBytes = chunkBytes;

    /// <summary>Where the first chunk begins.</summary>
    internal static int FirstChunk => BlobSlots.Magic.Length;

    /// <summary>Bytes of all sealed chunks together.</summary>
    private long ChunkBytes { get; }

    internal long Chunks => (ChunkBytes + BlobCipher.SealedChunkBytes - 1) / BlobCipher.SealedChunkBytes;

    internal long PlainBytes => ChunkBytes - (Chunks * BlobCipher.TagBytes);

    // The last chunk has at least a tag, and more than a tag unless it is the only one.
    private bool IsPossible => ChunkBytes == BlobCipher.TagBytes
        || (ChunkBytes > BlobCipher.TagBytes
            && ChunkBytes % BlobCipher.SealedChunkBytes is 0 or > BlobCipher.TagBytes);

    internal int SealedBytesOf(long chunk) =>
        (int)Math.Min(BlobCipher.SealedChunkBytes, ChunkBytes - (chunk * BlobCipher.SealedChunkBytes));

    /// <summary>Reads the fixed parts of a blob file.</summary>
    /// <returns>The layout, and the key slots without their number.</returns>
    /// <exception cref="BlobException">Corrupt.</exception>
    internal static (BlobLayout Layout, byte[] Slots) Read(BlobId id, FileStream file)
    {
        Span<byte> magic = stackalloc byte[FirstChunk];
        Span<byte> trailer = stackalloc byte[BlobSlots.TrailerBytes];
        var length = file.Length;
        if (length < FirstChunk + BlobCipher.TagBytes + BlobSlots.SlotBytes + BlobSlots.TrailerBytes)
            throw Corrupt(id, "is shorter than the shortest blob");
        file.Position = 0;
        file.ReadExactly(magic);
        file.Position = length - BlobSlots.TrailerBytes;
        file.ReadExactly(trailer);
        var slotBytes = trailer[0] * BlobSlots.SlotBytes;
        var layout = new BlobLayout(length - BlobSlots.TrailerBytes - slotBytes - FirstChunk);
        if (!magic.SequenceEqual(BlobSlots.Magic) || trailer[0] is 0 or > BlobStore.MaxCompartments
            || !layout.IsPossible)
            throw Corrupt(id, "does not begin and end as a blob does");

        var slots = new byte[slotBytes + 1];
        slots[^1] = trailer[0];
        file.Position = length - BlobSlots.TrailerBytes - slotBytes;
        file.ReadExactly(slots, 0, slotBytes);
        if (BlobSlots.DigestOf(id, slots) != Hash.FromSpan(trailer[1..]))
            throw Corrupt(id, "has changed key slots or is that of another blob");
        return (layout, slots[..^1]);
    }

    private static BlobException Corrupt(BlobId id, string what) =>
        new(BlobException.Corrupt, id, $"{id}: the file {what}");
}
