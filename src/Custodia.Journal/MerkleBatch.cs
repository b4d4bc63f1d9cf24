using System.Runtime.InteropServices;
using Custodia.Proofs;

namespace Custodia.Journal;

/// <summary>Where a message lies in a span.</summary>
internal readonly record struct Extent(int Offset, int Length);

/// <summary>
/// The hashes of many leaves or nodes at once (RFC 9162 §2.1.1). They do not depend on each other, so eight are
/// computed side by side (<see cref="Sha256Lanes"/>): several times faster than one call of the library for each, of
/// which most is overhead at a few hundred bytes.
/// </summary>
internal static class MerkleBatch
{
    private const byte LeafPrefix = 0x00;
    private const byte NodePrefix = 0x01;
    private const int PairBytes = 2 * Hash.Size;

    // Below this, idle lanes would cost more than they save.
    private const int LeastForLanes = 3;

    /// <summary>The leaf hashes of entries that lie in one span.</summary>
    internal static void Leaves(ReadOnlySpan<byte> source, ReadOnlySpan<Extent> entries, Span<Hash> hashes)
    {
        if (Sha256Lanes.IsSupported && entries.Length >= LeastForLanes)
        {
            var lanes = new Sha256Lanes(
                LeafPrefix, stackalloc uint[Sha256Lanes.StateWords], stackalloc byte[Sha256Lanes.StageBytes]);
            lanes.Run(source, entries, hashes);
            return;
        }
        for (var index = 0; index < entries.Length; index++)
            hashes[index] = MerkleTree.LeafHash(source.Slice(entries[index].Offset, entries[index].Length));
    }

    /// <summary>The hash of each two neighbours; an odd one at the end is left out. May write over its input.</summary>
    internal static void Pairs(ReadOnlySpan<Hash> nodes, Span<Hash> parents)
    {
        var count = nodes.Length / 2;
        if (Sha256Lanes.IsSupported && count >= LeastForLanes)
        {
            var lanes = new Sha256Lanes(
                NodePrefix, stackalloc uint[Sha256Lanes.StateWords], stackalloc byte[Sha256Lanes.StageBytes]);
            lanes.RunEqual(MemoryMarshal.AsBytes(nodes), PairBytes, count, parents);
            return;
        }
        for (var pair = 0; pair < count; pair++)
            parents[pair] = MerkleTree.NodeHash(in nodes[2 * pair], in nodes[(2 * pair) + 1]);
    }
}
