using Custodia.Proofs;

namespace Custodia.Journal;

/// <summary>Roots and proofs over the entries of a store, at any size that it has had.</summary>
public sealed class JournalProofs(IJournalStore store)
{
    /// <summary>The root when the journal had so many entries.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It never had so many.</exception>
    public Hash RootAt(long size) => MerkleProof.Root(store, Reached(size));

    /// <summary>Proof that an entry is in the tree of a size (RFC 9162 §2.1.3).</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such entry at that size, or no such size.</exception>
    public Hash[] InclusionProof(long index, long size) => MerkleProof.Inclusion(store, index, Reached(size));

    /// <summary>Proof that the tree of one size is the start of that of another (RFC 9162 §2.1.4).</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The journal never had so many entries, or the sizes are not in order.
    /// </exception>
    public Hash[] ConsistencyProof(long first, long second) => MerkleProof.Consistency(store, first, Reached(second));

    private long Reached(long size)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, store.Count);
        return size;
    }
}
