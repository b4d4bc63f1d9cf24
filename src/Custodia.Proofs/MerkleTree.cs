using System.Buffers;
using System.Numerics;
using System.Security.Cryptography;

namespace Custodia.Proofs;

/// <summary>The hashes of which a Merkle tree is made (RFC 9162 §2.1.1, SHA-256).</summary>
public static class MerkleTree
{
    private const byte LeafPrefix = 0x00;
    private const byte NodePrefix = 0x01;
    private const int StackBytes = 1024;

    /// <summary>The root of the tree with no leaves: SHA-256 of nothing.</summary>
    public static Hash EmptyRoot { get; } = Hash.FromSpan(SHA256.HashData([]));

    /// <summary>The hash of a leaf: SHA-256 of a zero byte and the entry.</summary>
    public static Hash LeafHash(ReadOnlySpan<byte> entry)
    {
        var length = entry.Length + 1;
        byte[]? rented = null;
        var input = length <= StackBytes
            ? stackalloc byte[StackBytes]
            : rented = ArrayPool<byte>.Shared.Rent(length);
        input[0] = LeafPrefix;
        entry.CopyTo(input[1..]);
        var hash = Sha256.Of(input[..length]);
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
        return hash;
    }

    /// <summary>The hash of an inner node: SHA-256 of a byte 1, the left and the right child.</summary>
    public static Hash NodeHash(in Hash left, in Hash right)
    {
        Span<byte> input = stackalloc byte[1 + (2 * Hash.Size)];
        input[0] = NodePrefix;
        left.CopyTo(input[1..]);
        right.CopyTo(input[(1 + Hash.Size)..]);
        return Sha256.Of(input);
    }

    /// <summary>
    /// The root of a complete subtree: the hashes in the span are its lowest level, and are overwritten.
    /// </summary>
    /// <exception cref="ArgumentException">Their number is not a power of two.</exception>
    public static Hash CompleteRoot(Span<Hash> nodes)
    {
        if (!BitOperations.IsPow2(nodes.Length))
            throw new ArgumentException("A complete subtree has a power of two of nodes.", nameof(nodes));
        for (; nodes.Length > 1; nodes = nodes[..(nodes.Length / 2)])
        {
            for (var i = 0; i < nodes.Length; i += 2)
                nodes[i / 2] = NodeHash(in nodes[i], in nodes[i + 1]);
        }
        return nodes[0];
    }
}
