using Custodia.Proofs;

namespace Custodia.Journal;

/// <summary>Where a journal is kept. One writer; any number of readers at the same time.</summary>
/// <remarks>
/// As a source of tree nodes it gives any complete subtree over durable entries, from which
/// <see cref="MerkleProof"/> makes roots at earlier sizes, inclusion and consistency proofs. The conformance suite
/// (tests) says in full what each implementation must do.
/// </remarks>
public interface IJournalStore : INodeSource, IDisposable
{
    /// <summary>Durable entries.</summary>
    long Count { get; }

    /// <summary>Root of the Merkle tree over the durable entries (RFC 9162 §2.1.1).</summary>
    Hash Root { get; }

    /// <summary>
    /// How often the journal was opened for writing, this time included: a later writer has a higher number.
    /// </summary>
    long Epoch { get; }

    /// <summary>
    /// Makes sure that a batch of so many bytes (<see cref="EntryBatch.ByteCount"/>) can be appended without running
    /// out of room.
    /// </summary>
    /// <exception cref="DiskFullException">There is no room; nothing was changed.</exception>
    void Reserve(long bytes);

    /// <summary>
    /// Appends the batch as one: durable when this returns, and whole or not there at all whatever happens meanwhile.
    /// The entries must be numbered from <see cref="Count"/>. An empty batch does nothing.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// The entries do not follow those that are there; nothing was changed.
    /// </exception>
    /// <exception cref="IOException">
    /// Anything else that goes wrong: it cannot be known what was stored, and the store refuses each further append.
    /// </exception>
    void Append(EntryBatch batch);

    /// <summary>
    /// Hands out <paramref name="count"/> entries from <paramref name="first"/> on, in order, each checked again.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Not all of them are there.</exception>
    void Read(long first, long count, EntryVisitor visitor);
}
