using System.Runtime.InteropServices;
using Custodia.Proofs;

namespace Custodia.Journal;

/// <summary>Reads the leaf hashes of entries <c>[first, first + hashes.Length)</c>.</summary>
internal delegate void LeafReader(long first, Span<Hash> hashes);

/// <summary>
/// The Merkle tree of a journal as it grows: its root after each append, and the hash of any complete subtree.
/// </summary>
/// <remarks>
/// Kept are the right edge and each node of levels 8, 16, 24 …: an eighth of a byte for each entry. Lower nodes are
/// computed again from at most 256 leaves. Appends come from one thread; nodes may be asked for on any.
/// </remarks>
internal sealed class GrowingTree
{
    private const int LevelStep = 8;
    private const int Levels = 63;

    private readonly Lock _gate = new();
    private readonly List<Hash>[] _kept = new List<Hash>[1 + (Levels / LevelStep)];

    // The last node of a level, while it waits for its right sibling: where that bit of Size is set.
    private readonly Hash[] _edge = new Hash[Levels];
    private Hash[] _scratch = [];

    internal GrowingTree()
    {
        for (var index = 0; index < _kept.Length; index++)
            _kept[index] = [];
    }

    /// <summary>Leaves.</summary>
    internal long Size { get; private set; }

    /// <summary>The root at the present size.</summary>
    internal Hash Root()
    {
        Hash? root = null;
        for (var level = 0; level < Levels; level++)
        {
            if (Waits(Size, level))
                root = root is { } right ? MerkleTree.NodeHash(in _edge[level], in right) : _edge[level];
        }
        return root ?? MerkleTree.EmptyRoot;
    }

    /// <summary>Adds leaves, given by their hashes: level by level, so that each level is one run of pairs.</summary>
    internal void Append(ReadOnlySpan<Hash> leaves)
    {
        if (_scratch.Length < leaves.Length + 1)
            _scratch = new Hash[leaves.Length + 1];
        leaves.CopyTo(_scratch.AsSpan(1));
        var count = leaves.Length;
        for (var level = 0; count > 0; level++)
        {
            var nodes = _scratch.AsSpan(1, count);
            if (level > 0 && level % LevelStep == 0)
                Keep(level, nodes);
            if (Waits(Size, level))
            {
                _scratch[0] = _edge[level];
                nodes = _scratch.AsSpan(0, count + 1);
            }
            var pairs = nodes.Length / 2;
            if (nodes.Length % 2 == 1)
                _edge[level] = nodes[^1];
            MerkleBatch.Pairs(nodes, _scratch.AsSpan(1));
            count = pairs;
        }
        Size += leaves.Length;
    }

    /// <summary>The hashes of neighbouring complete subtrees: <see cref="INodeSource.Read"/>.</summary>
    internal void Read(int level, long first, Span<Hash> nodes, LeafReader readLeaves)
    {
        var keptLevel = level - (level % LevelStep);
        var width = 1 << (level - keptLevel);
        var below = width == 1 ? nodes : new Hash[width];
        for (var node = 0; node < nodes.Length; node += below.Length / width)
        {
            if (keptLevel == 0)
                readLeaves((first + node) * width, below);
            else
                ReadKept(keptLevel, (first + node) * width, below);
            for (var pairs = width / 2; pairs > 0; pairs /= 2)
                MerkleBatch.Pairs(below[..(2 * pairs)], below);
            if (width > 1)
                nodes[node] = below[0];
        }
    }

    private void ReadKept(int level, long first, Span<Hash> nodes)
    {
        lock (_gate)
            CollectionsMarshal.AsSpan(_kept[level / LevelStep]).Slice((int)first, nodes.Length).CopyTo(nodes);
    }

    private static bool Waits(long size, int level) => ((size >> level) & 1) != 0;

    private void Keep(int level, ReadOnlySpan<Hash> nodes)
    {
        lock (_gate)
            _kept[level / LevelStep].AddRange(nodes);
    }
}
