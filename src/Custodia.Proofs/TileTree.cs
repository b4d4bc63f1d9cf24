using System.Runtime.InteropServices;

namespace Custodia.Proofs;

/// <summary>Reads the leaf hashes of entries that were appended before, starting at an entry.</summary>
public delegate void LeafHashReader(long first, Span<Hash> leaves);

/// <summary>
/// A growing tree that keeps in memory only the roots of its full tiles of 256 entries and what is above them, a
/// quarter of a byte for each entry, and asks for the leaf hashes of an older tile when a proof needs them.
/// </summary>
/// <remarks>
/// Ten million entries take 2.5 MB. An inclusion proof asks for at most 255 leaf hashes. Safe for one thread that
/// appends and any number that read; the reader of leaf hashes is called outside of any lock, for entries that were
/// appended here, so it must be able to read an entry before the entry is appended.
/// </remarks>
public sealed class TileTree : INodeSource
{
    private readonly LeafHashReader _readLeaves;
    private readonly Lock _gate = new();

    // Leaves of the last, partial tile; and the roots of the complete subtrees of which that tile is made.
    private readonly Hash[] _tail = new Hash[Tile.FullWidth];
    private readonly Hash[] _peaks = new Hash[Tile.Height];

    // All complete nodes of each level from Tile.Height up.
    private readonly List<List<Hash>> _upper = [];
    private long _size;

    /// <summary>An empty tree.</summary>
    public TileTree(LeafHashReader readLeaves)
    {
        ArgumentNullException.ThrowIfNull(readLeaves);
        _readLeaves = readLeaves;
    }

    /// <summary>Leaves appended so far.</summary>
    public long Size
    {
        get
        {
            lock (_gate)
                return _size;
        }
    }

    /// <summary>Adds one leaf, given by its <see cref="MerkleTree.LeafHash"/>.</summary>
    public void Append(in Hash leaf)
    {
        lock (_gate)
        {
            _tail[_size % Tile.FullWidth] = leaf;
            var node = leaf;
            var level = 0;
            for (; (_size >> level & 1) != 0; level++)
            {
                var left = level < Tile.Height ? _peaks[level] : _upper[level - Tile.Height][^2];
                node = MerkleTree.NodeHash(in left, in node);
                if (level + 1 >= Tile.Height)
                    Keep(level + 1 - Tile.Height, in node);
            }
            if (level < Tile.Height)
                _peaks[level] = node;
            _size++;
        }
    }

    /// <summary>The root of the first <paramref name="size"/> leaves.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The tree is smaller.</exception>
    public Hash Root(long size) => MerkleProof.Root(this, Checked(size));

    /// <summary>The inclusion proof of RFC 9162 §2.1.3.1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not 0 ≤ index &lt; size ≤ <see cref="Size"/>.</exception>
    public Hash[] Inclusion(long index, long size) => MerkleProof.Inclusion(this, index, Checked(size));

    /// <summary>The consistency proof of RFC 9162 §2.1.4.1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not 0 ≤ first ≤ second ≤ <see cref="Size"/>.</exception>
    public Hash[] Consistency(long first, long second) => MerkleProof.Consistency(this, first, Checked(second));

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">A node is not complete at the present size.</exception>
    public void Read(int level, long first, Span<Hash> nodes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first + nodes.Length, Size >> level);
        if (level >= Tile.Height)
            ReadUpper(level - Tile.Height, first, nodes);
        else if (level == 0)
            ReadLeaves(first, nodes);
        else
            ReadLower(level, first, nodes);
    }

    private void Keep(int level, in Hash node)
    {
        if (level == _upper.Count)
            _upper.Add([]);
        _upper[level].Add(node);
    }

    private void ReadUpper(int level, long first, Span<Hash> nodes)
    {
        lock (_gate)
            CollectionsMarshal.AsSpan(_upper[level]).Slice((int)first, nodes.Length).CopyTo(nodes);
    }

    private void ReadLower(int level, long first, Span<Hash> nodes)
    {
        if (nodes.Length == 1 && TryReadPeak(level, first, out nodes[0]))
            return;
        Span<Hash> leaves = stackalloc Hash[Tile.FullWidth / 2];
        leaves = leaves[..(1 << level)];
        for (var i = 0; i < nodes.Length; i++)
        {
            ReadLeaves((first + i) << level, leaves);
            nodes[i] = MerkleTree.CompleteRoot(leaves);
        }
    }

    // What the root of the present tree needs, and thus what every batch asks for.
    private bool TryReadPeak(int level, long index, out Hash peak)
    {
        lock (_gate)
        {
            peak = _peaks[level];
            return (_size >> level & 1) != 0 && index == (_size >> level) - 1;
        }
    }

    private void ReadLeaves(long first, Span<Hash> leaves)
    {
        var inTail = 0;
        lock (_gate)
        {
            var tailStart = _size - (_size % Tile.FullWidth);
            inTail = (int)Math.Clamp(first + leaves.Length - tailStart, 0, leaves.Length);
            if (inTail > 0)
            {
                var start = (int)(first + leaves.Length - inTail - tailStart);
                _tail.AsSpan(start, inTail).CopyTo(leaves[^inTail..]);
            }
        }
        if (inTail < leaves.Length)
            _readLeaves(first, leaves[..^inTail]);
    }

    private long Checked(long size)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, Size);
        return size;
    }
}
