using System.Numerics;

namespace Custodia.Proofs;

/// <summary>
/// The right edge of a growing Merkle tree: enough to append leaves and to state the root at each size, in memory of
/// 64 hashes whatever the size.
/// </summary>
/// <remarks>
/// A tree of <c>n</c> leaves is a row of complete subtrees, one for each bit of <c>n</c> that is set, the largest on
/// the left (RFC 9162 §2.1.1). An append costs one node hash on average; a root costs as many as the row is long less
/// one. Not safe for use by two threads at once.
/// </remarks>
public sealed class Frontier
{
    private const int Levels = 63;

    // The root of the complete subtree of 2^level leaves; meaningful where that bit of Size is set.
    private readonly Hash[] _peaks = new Hash[Levels];

    /// <summary>The edge of the empty tree.</summary>
    public Frontier()
    {
    }

    /// <summary>Resumes at a size, from what <see cref="Peaks"/> gave there.</summary>
    /// <exception cref="ArgumentException">The size is negative, or does not have that number of complete
    /// subtrees.</exception>
    public Frontier(long size, ReadOnlySpan<Hash> peaks)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        if (peaks.Length != BitOperations.PopCount((ulong)size))
            throw new ArgumentException("A tree has one peak for each set bit of its size.", nameof(peaks));
        Size = size;
        var next = 0;
        for (var level = Levels - 1; level >= 0; level--)
        {
            if (HasPeak(level))
                _peaks[level] = peaks[next++];
        }
    }

    /// <summary>Leaves appended so far.</summary>
    public long Size { get; private set; }

    /// <summary>The roots of the complete subtrees of which the tree is made, from left (largest) to right.</summary>
    public Hash[] Peaks()
    {
        var peaks = new Hash[BitOperations.PopCount((ulong)Size)];
        var next = 0;
        for (var level = Levels - 1; level >= 0; level--)
        {
            if (HasPeak(level))
                peaks[next++] = _peaks[level];
        }
        return peaks;
    }

    /// <summary>Another edge at the same place, that grows by itself.</summary>
    public Frontier Copy() => new(Size, Peaks());

    /// <summary>Adds one leaf, given by its <see cref="MerkleTree.LeafHash"/>.</summary>
    public void Append(in Hash leaf)
    {
        var node = leaf;
        var level = 0;
        for (; HasPeak(level); level++)
            node = MerkleTree.NodeHash(in _peaks[level], in node);
        _peaks[level] = node;
        Size++;
    }

    /// <summary>The root of the tree at the present size (RFC 9162 §2.1.1).</summary>
    public Hash Root()
    {
        if (Size == 0)
            return MerkleTree.EmptyRoot;
        var level = BitOperations.TrailingZeroCount(Size);
        var root = _peaks[level];
        for (level++; level < Levels; level++)
        {
            if (HasPeak(level))
                root = MerkleTree.NodeHash(in _peaks[level], in root);
        }
        return root;
    }

    private bool HasPeak(int level) => (Size >> level & 1) != 0;
}
