using Custodia.Proofs;

namespace Custodia.Journal;

/// <summary>A journal in memory: for tests, and for trying out what a command would do. Nothing survives it.</summary>
public sealed class MemoryStore : IJournalStore
{
    private readonly Lock _gate = new();
    private readonly List<byte[]> _entries = [];
    private readonly GrowingTree _tree = new();
    private long _lastMicroseconds = -1;
    private bool _failed;

    /// <summary>Refuses a reservation of more bytes than this, as a full disk would.</summary>
    public long FreeBytes { get; set; } = long.MaxValue;

    /// <summary>Makes the next append fail, as a broken disk would.</summary>
    public bool FailNextAppend { get; set; }

    /// <inheritdoc/>
    public long Count
    {
        get
        {
            lock (_gate)
                return _entries.Count;
        }
    }

    /// <inheritdoc/>
    public Hash Root
    {
        get
        {
            lock (_gate)
                return _tree.Root();
        }
    }

    /// <inheritdoc/>
    public long Epoch => 1;

    /// <inheritdoc/>
    public void Reserve(long bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bytes, JournalLimits.MaxBatchBytes);
        if (bytes > FreeBytes)
            throw new DiskFullException(bytes);
    }

    /// <inheritdoc/>
    public void Append(EntryBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        lock (_gate)
        {
            if (_failed)
                throw new JournalFailedException("The store failed before.");
            var last = batch.CheckFollows(_entries.Count, _lastMicroseconds);
            if (FailNextAppend)
            {
                _failed = true;
                throw new IOException("The append failed, as asked for.");
            }
            var leaves = new Hash[batch.Count];
            for (var index = 0; index < batch.Count; index++)
            {
                var entry = batch[index].ToArray();
                leaves[index] = MerkleTree.LeafHash(entry);
                _entries.Add(entry);
            }
            _tree.Append(leaves);
            _lastMicroseconds = last;
        }
    }

    /// <inheritdoc/>
    public void Read(long first, long count, EntryVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        StoreRange.Check(first, count, Count);
        for (var sequence = first; sequence < first + count; sequence++)
            visitor(EntryCodec.Decode(Bytes(sequence)));
    }

    /// <inheritdoc/>
    public void Read(int level, long first, Span<Hash> nodes)
    {
        StoreRange.CheckNodes(level, first, nodes.Length, Count);
        _tree.Read(level, first, nodes, (firstLeaf, hashes) =>
        {
            for (var offset = 0; offset < hashes.Length; offset++)
                hashes[offset] = MerkleTree.LeafHash(Bytes(firstLeaf + offset));
        });
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private byte[] Bytes(long sequence)
    {
        lock (_gate)
            return _entries[(int)sequence];
    }
}
