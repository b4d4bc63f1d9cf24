using System.Security.Cryptography;
using Custodia.Journal.Sealing;
using Custodia.Proofs;

namespace Custodia.Journal.Blobs;

/// <summary>
/// The end of a blob file: its file key, sealed once for each compartment that it is in, so that the same bytes are
/// stored once and a compartment's key opens or, destroyed, closes them for that compartment alone.
/// </summary>
/// <remarks>
/// Each slot is a sealed file key (key id 16 | nonce 12 | ciphertext 32 | tag 16) bound to "custodia blob 1\n" and the
/// blob's address. Then one byte, the number of slots, and SHA-256 over the address, the slots and that byte: so that a
/// damaged slot is told from one whose key is elsewhere.
/// </remarks>
internal static class BlobSlots
{
    internal const int SlotBytes = BlobCipher.KeyBytes + CompartmentKey.Overhead;

    /// <summary>Number of slots and digest, at the end of the file.</summary>
    internal const int TrailerBytes = 1 + Hash.Size;

    internal static ReadOnlySpan<byte> Magic => "custodia blob 1\n"u8;

    internal static byte[] Write(BlobId id, ReadOnlySpan<byte> fileKey, IReadOnlyCollection<CompartmentKey> keys)
    {
        var slots = new byte[(keys.Count * SlotBytes) + TrailerBytes];
        var bound = Bound(id);
        var next = slots.AsSpan();
        foreach (var key in keys)
        {
            key.Seal(bound, fileKey, next[..SlotBytes]);
            next = next[SlotBytes..];
        }

        next[0] = checked((byte)keys.Count);
        DigestOf(id, slots.AsSpan(..^Hash.Size)).CopyTo(next[1..]);
        return slots;
    }

    /// <summary>The digest that follows the slots and their number.</summary>
    internal static Hash DigestOf(BlobId id, ReadOnlySpan<byte> slotsAndCount)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(id.Digest.ToArray());
        hash.AppendData(slotsAndCount);
        return Hash.FromSpan(hash.GetHashAndReset());
    }

    /// <summary>The ids of the keys in the slots.</summary>
    internal static IEnumerable<KeyId> Keys(ReadOnlyMemory<byte> slots)
    {
        for (; slots.Length > 0; slots = slots[SlotBytes..])
            yield return KeyId.Read(slots.Span);
    }

    /// <summary>The file key, out of the first slot whose compartment key is held.</summary>
    /// <exception cref="BlobException">No key, destroyed, or corrupt.</exception>
    internal static byte[] Open(BlobId id, ReadOnlyMemory<byte> slots, IKeyRing ring)
    {
        var unknown = false;
        for (; slots.Length > 0; slots = slots[SlotBytes..])
        {
            var lookup = ring.Find(KeyId.Read(slots.Span));
            unknown |= lookup is KeyLookup.Unknown;
            if (lookup is not KeyLookup.Held held)
                continue;
            var fileKey = new byte[BlobCipher.KeyBytes];
            switch (held.Key.Open(Bound(id), slots.Span[..SlotBytes], fileKey))
            {
                case Unsealing.Opened:
                    return fileKey;
                case Unsealing.Corrupt:
                    throw new BlobException(BlobException.Corrupt, id, $"{id}: a key slot was changed");
            }
        }

        throw unknown
            ? new BlobException(BlobException.NoKey, id, $"{id}: none of its keys is in this ring")
            : new BlobException(BlobException.KeyDestroyed, id, $"{id}: all its keys were destroyed");
    }

    private static byte[] Bound(BlobId id) => [.. Magic, .. id.Digest.ToArray()];
}
