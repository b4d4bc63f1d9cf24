using Custodia.Journal.Conformance;

namespace Custodia.Journal.Tests;

public sealed class MemoryStoreTests : JournalStoreConformance
{
    protected override IJournalStore Create() => new MemoryStore();

    protected override IJournalStore? Reopen(IJournalStore store) => null;

    [Fact]
    public void A_reservation_beyond_the_room_is_refused_and_changes_nothing()
    {
        using var store = new MemoryStore { FreeBytes = 1000 };
        Assert.Throws<DiskFullException>(() => store.Reserve(1001));
        store.Append(SampleEntries.Batch(0, 2));
        Assert.Equal(2, store.Count);
    }

    [Fact]
    public void After_a_failed_append_each_further_one_is_refused()
    {
        using var store = new MemoryStore { FailNextAppend = true };
        Assert.Throws<IOException>(() => store.Append(SampleEntries.Batch(0, 1)));
        Assert.Throws<JournalFailedException>(() => store.Append(SampleEntries.Batch(0, 1)));
        Assert.Equal(0, store.Count);
    }
}
