using System.Numerics;

namespace Custodia.Proofs;

/// <summary>Makes roots and proofs from the nodes of a tree (RFC 9162 §2.1.1, §2.1.3.1, §2.1.4.1).</summary>
/// <remarks>Each costs at most two node reads for each level of the tree.</remarks>
public static class MerkleProof
{
    /// <summary>
    /// The most hashes that a proof can have: 63 levels, and one more that a consistency proof may state.
    /// </summary>
    public const int MaxLength = 64;

    /// <summary>The root of the first <paramref name="size"/> leaves.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The size is negative.</exception>
    public static Hash Root(INodeSource nodes, long size)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        return size == 0 ? MerkleTree.EmptyRoot : Range(nodes, 0, size);
    }

    /// <summary>
    /// The inclusion proof PATH(index, D[size]) of RFC 9162 §2.1.3.1: from the leaf's sibling up to the root's child.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such leaf at that size.</exception>
    public static Hash[] Inclusion(INodeSource nodes, long index, long size)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var path = new List<Hash>();
        var (begin, end) = (0L, size);
        while (end - begin > 1)
        {
            var middle = begin + Split(end - begin);
            if (index < middle)
            {
                path.Add(Range(nodes, middle, end));
                end = middle;
            }
            else
            {
                path.Add(Range(nodes, begin, middle));
                begin = middle;
            }
        }
        path.Reverse();
        return [.. path];
    }

    /// <summary>
    /// The consistency proof PROOF(first, D[second]) of RFC 9162 §2.1.4.1. It is empty if the sizes are equal, and
    /// from the empty tree, with which every tree is consistent.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The sizes are not 0 ≤ first ≤ second.</exception>
    public static Hash[] Consistency(INodeSource nodes, long first, long second)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first, second);
        if (first == 0)
            return [];
        var path = new List<Hash>();
        var (begin, end) = (0L, second);
        while (first != end)
        {
            var middle = begin + Split(end - begin);
            if (first <= middle)
            {
                path.Add(Range(nodes, middle, end));
                end = middle;
            }
            else
            {
                path.Add(Range(nodes, begin, middle));
                begin = middle;
            }
        }
        // The verifier knows the whole first tree; a part of it has to be stated.
        if (begin != 0)
            path.Add(Range(nodes, begin, end));
        path.Reverse();
        return [.. path];
    }

    // The largest power of two smaller than n, n > 1.
    private static long Split(long n) => 1L << BitOperations.Log2((ulong)(n - 1));

    // MTH(D[begin : end]), where begin is a multiple of a power of two that is not less than end - begin.
    private static Hash Range(INodeSource nodes, long begin, long end)
    {
        Span<Hash> node = stackalloc Hash[1];
        var level = BitOperations.TrailingZeroCount(end - begin);
        nodes.Read(level, (end >> level) - 1, node);
        var root = node[0];
        for (var rest = end - (1L << level); rest > begin; rest -= 1L << level)
        {
            level = BitOperations.TrailingZeroCount(rest - begin);
            nodes.Read(level, (rest >> level) - 1, node);
            root = MerkleTree.NodeHash(in node[0], in root);
        }
        return root;
    }
}
