using Custodia.Proofs;

namespace Custodia.Journal.Conformance;

/// <summary>What every store must do. A store is tested by deriving from this and saying how to make one.</summary>
public abstract class JournalStoreConformance
{
    /// <summary>A store that is empty.</summary>
    protected abstract IJournalStore Create();

    /// <summary>The same store after a restart of the process; null if nothing of it survives one.</summary>
    protected abstract IJournalStore? Reopen(IJournalStore store);

    [Fact]
    public void An_empty_store_has_no_entries_and_the_empty_root()
    {
        using var store = Create();
        Assert.Equal(0, store.Count);
        Assert.Equal(MerkleTree.EmptyRoot, store.Root);
        store.Read(0, 0, (in _) => Assert.Fail("There is nothing to read."));
    }

    [Fact]
    public void What_is_appended_is_read_back_byte_for_byte_in_batches_of_any_size()
    {
        using var store = Filled(1, 2, 3, 500, 1, 1000, 7);
        AssertHolds(store, 1514);
    }

    [Fact]
    public void The_root_is_that_of_the_tree_over_the_entries_after_each_batch()
    {
        using var store = Create();
        var frontier = new Frontier();
        foreach (var count in new[] { 1, 1, 2, 255, 256, 300, 4 })
        {
            var batch = SampleEntries.Batch(store.Count, count);
            for (var index = 0; index < count; index++)
                frontier.Append(MerkleTree.LeafHash(batch[index].Span));
            store.Append(batch);
            Assert.Equal(frontier.Root(), store.Root);
        }
    }

    [Fact]
    public void Any_range_can_be_read()
    {
        using var store = Filled(10, 200, 1, 30);
        for (var first = 0; first <= 241; first += 13)
        {
            for (var count = 0; first + count <= 241; count += 11)
            {
                var next = first;
                store.Read(first, count, (in entry) => Assert.Equal(next++, entry.Header.Sequence));
                Assert.Equal(first + count, next);
            }
        }
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, -1)]
    [InlineData(0, 11)]
    [InlineData(11, 0)]
    [InlineData(5, long.MaxValue)]
    public void A_range_that_is_not_there_is_refused(long first, long count)
    {
        using var store = Filled(10);
        Assert.Throws<ArgumentOutOfRangeException>(() => store.Read(first, count, (in _) => { }));
    }

    [Fact]
    public void An_empty_batch_changes_nothing()
    {
        using var store = Filled(3);
        var root = store.Root;
        store.Append(new EntryBatch());
        Assert.Equal(3, store.Count);
        Assert.Equal(root, store.Root);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void A_batch_with_a_gap_or_an_overlap_is_refused_and_changes_nothing(long first)
    {
        using var store = Filled(3);
        Assert.Throws<ArgumentException>(() => store.Append(SampleEntries.Batch(first, 2)));
        Assert.Equal(3, store.Count);
        store.Append(SampleEntries.Batch(3, 2));
        AssertHolds(store, 5);
    }

    [Fact]
    public void An_entry_that_is_not_later_than_the_one_before_it_is_refused_and_changes_nothing()
    {
        using var store = Filled(3);
        var batch = new EntryBatch();
        batch.Add(SampleEntries.Header(3) with { RecordedAt = SampleEntries.Header(2).RecordedAt }, "{}"u8);
        Assert.Throws<ArgumentException>(() => store.Append(batch));
        store.Append(SampleEntries.Batch(3, 1));
        AssertHolds(store, 4);
    }

    [Fact]
    public void An_entry_and_a_batch_of_the_largest_size_are_stored()
    {
        using var store = Create();
        var header = SampleEntries.Header(0);
        var headerLength = EntryCodec.EncodeHeader(in header, new byte[EntryCodec.MaxHeaderBytes]);
        var body = new byte[JournalLimits.MaxEntryBytes - headerLength];
        var batch = new EntryBatch();
        for (var sequence = 0; sequence < 40; sequence++)
        {
            var time = SampleEntries.Header(sequence).RecordedAt;
            batch.Add(header with { Sequence = sequence, RecordedAt = time }, body);
        }
        store.Reserve(batch.ByteCount);
        store.Append(batch);
        var bytes = 0L;
        store.Read(0, 40, (in entry) => bytes += entry.Bytes.Length);
        Assert.Equal(40 * JournalLimits.MaxEntryBytes, bytes);
    }

    [Fact]
    public void Each_complete_subtree_has_the_hash_of_its_leaves()
    {
        using var store = Filled(700, 1, 99);
        var leaves = new Hash[800];
        var node = new Hash[1];
        store.Read(0, 800, (in entry) => leaves[entry.Header.Sequence] = MerkleTree.LeafHash(entry.Bytes.Span));
        for (var level = 0; level < 10; level++)
        {
            for (var index = 0L; (index + 1) << level <= 800; index += 1 + (level < 5 ? 17 : 0))
            {
                var frontier = new Frontier();
                foreach (var leaf in leaves.AsSpan((int)(index << level), 1 << level))
                    frontier.Append(leaf);
                store.Read(level, index, node);
                Assert.Equal(frontier.Root(), node[0]);
            }
            Assert.Throws<ArgumentOutOfRangeException>(() => store.Read(level, 800 >> level, node));
        }
    }

    [Fact]
    public void Proofs_are_made_from_the_store_for_any_size_that_it_had()
    {
        using var store = Filled(100, 1, 300);
        var proofs = new JournalProofs(store);
        var leaf = default(Hash);
        store.Read(77, 1, (in entry) => leaf = MerkleTree.LeafHash(entry.Bytes.Span));
        foreach (var size in new long[] { 78, 100, 101, 256, 400, 401 })
        {
            var root = proofs.RootAt(size);
            Assert.Equal(
                ProofFault.None, MerkleVerifier.Inclusion(in leaf, 77, size, proofs.InclusionProof(77, size), in root));
            var now = store.Root;
            var path = proofs.ConsistencyProof(size, 401);
            Assert.Equal(ProofFault.None, MerkleVerifier.Consistency(size, in root, 401, in now, path));
        }
        Assert.Equal(store.Root, proofs.RootAt(401));
        Assert.Throws<ArgumentOutOfRangeException>(() => proofs.RootAt(402));
        Assert.Throws<ArgumentOutOfRangeException>(() => proofs.InclusionProof(401, 402));
        Assert.Throws<ArgumentOutOfRangeException>(() => proofs.ConsistencyProof(1, 402));
    }

    [Fact]
    public void A_restart_finds_everything_and_goes_on()
    {
        var store = Filled(5, 300);
        var root = store.Root;
        var epoch = store.Epoch;
        var reopened = Reopen(store);
        if (reopened is null)
            return;
        using (reopened)
        {
            Assert.Equal(root, reopened.Root);
            Assert.True(reopened.Epoch > epoch);
            AssertHolds(reopened, 305);
            reopened.Append(SampleEntries.Batch(305, 20));
            AssertHolds(reopened, 325);
        }
    }

    private IJournalStore Filled(params int[] counts)
    {
        var store = Create();
        foreach (var count in counts)
        {
            var batch = SampleEntries.Batch(store.Count, count);
            store.Reserve(batch.ByteCount);
            store.Append(batch);
        }
        return store;
    }

    private static void AssertHolds(IJournalStore store, long count)
    {
        Assert.Equal(count, store.Count);
        var next = 0L;
        store.Read(0, count, (in entry) =>
        {
            Assert.Equal(SampleEntries.Header(next), entry.Header);
            Assert.Equal(SampleEntries.Body(next), entry.Body.ToArray());
            next++;
        });
        Assert.Equal(count, next);
    }
}
