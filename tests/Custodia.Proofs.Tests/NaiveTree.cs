using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Custodia.Proofs.Tests;

/// <summary>
/// RFC 9162 §2.1 written down as its definitions stand: slow, recursive, sharing no code with the library.
/// </summary>
internal static class NaiveTree
{
    public static byte[] Entry(long index)
    {
        var entry = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(entry, index);
        return entry;
    }

    public static Hash Leaf(long index) => Digest([0, .. Entry(index)]);

    public static Hash[] Leaves(int count) => [.. Enumerable.Range(0, count).Select(i => Leaf(i))];

    /// <summary>MTH(D[n]), §2.1.1.</summary>
    public static Hash Root(ReadOnlySpan<Hash> leaves)
    {
        if (leaves.Length == 0)
            return Digest([]);
        if (leaves.Length == 1)
            return leaves[0];
        var k = Split(leaves.Length);
        return Digest([1, .. Root(leaves[..k]).ToArray(), .. Root(leaves[k..]).ToArray()]);
    }

    /// <summary>PATH(m, D[n]), §2.1.3.1.</summary>
    public static List<Hash> Path(int m, ReadOnlySpan<Hash> leaves)
    {
        if (leaves.Length == 1)
            return [];
        var k = Split(leaves.Length);
        return m < k
            ? [.. Path(m, leaves[..k]), Root(leaves[k..])]
            : [.. Path(m - k, leaves[k..]), Root(leaves[..k])];
    }

    /// <summary>PROOF(m, D[n]), §2.1.4.1.</summary>
    public static List<Hash> Proof(int m, ReadOnlySpan<Hash> leaves) => SubProof(m, leaves, true);

    private static List<Hash> SubProof(int m, ReadOnlySpan<Hash> leaves, bool known)
    {
        if (m == leaves.Length)
            return known ? [] : [Root(leaves)];
        var k = Split(leaves.Length);
        return m <= k
            ? [.. SubProof(m, leaves[..k], known), Root(leaves[k..])]
            : [.. SubProof(m - k, leaves[k..], false), Root(leaves[..k])];
    }

    private static int Split(int n)
    {
        var k = 1;
        while (k * 2 < n)
            k *= 2;
        return k;
    }

    private static Hash Digest(byte[] bytes) => Hash.FromSpan(SHA256.HashData(bytes));
}
