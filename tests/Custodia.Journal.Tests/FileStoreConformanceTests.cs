using Custodia.Journal.Conformance;
using Custodia.Journal.Disks;

namespace Custodia.Journal.Tests;

/// <summary>The file store on the real file system.</summary>
public sealed class FileStoreConformanceTests : JournalStoreConformance, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("custodia-journal-");

    protected override IJournalStore Create() => FileStore.Open(new OsDisk(_folder.FullName), Options);

    protected override IJournalStore? Reopen(IJournalStore store)
    {
        store.Dispose();
        return Create();
    }

    // Small segments, so that each test begins several.
    private static FileStoreOptions Options =>
        new() { Origin = "test.example/journal", Create = true, SegmentBytes = 64 * 1024 };

    [Fact]
    public void A_second_writer_is_refused_while_the_first_is_there()
    {
        using (Create())
            Assert.Throws<JournalLockedException>(Create);
        using var next = Create();
        Assert.Equal(2, next.Epoch);
    }

    [Fact]
    public void Segments_are_filled_with_zeros_ahead_and_begun_when_needed()
    {
        using (var store = Create())
        {
            for (var batch = 0; batch < 20; batch++)
                store.Append(SampleEntries.Batch(store.Count, 100));
        }
        var files = Directory.GetFiles(Path.Combine(_folder.FullName, "journal", "segments"), "*.seg").Order().ToList();
        Assert.True(files.Count > 5);
        Assert.All(files, file => Assert.Equal(64 * 1024, new FileInfo(file).Length));
        using var reopened = Create();
        Assert.Equal(2000, reopened.Count);
    }

    [Fact]
    public void A_frame_larger_than_a_segment_gets_a_segment_of_its_size()
    {
        using (var store = Create())
        {
            store.Append(SampleEntries.Batch(0, 1));
            store.Append(SampleEntries.Batch(1, 50, 20_000));
            store.Append(SampleEntries.Batch(51, 1));
        }
        using var reopened = Create();
        Assert.Equal(52, reopened.Count);
    }

    [Fact]
    public async Task Readers_read_while_the_writer_writes()
    {
        using var store = Create();
        store.Append(SampleEntries.Batch(0, 10));
        var reading = Task.Run(() =>
        {
            for (var next = 0L; next < 3000;)
            {
                var count = store.Count;
                store.Read(next, count - next, (in entry) => Assert.Equal(next++, entry.Header.Sequence));
            }
        }, TestContext.Current.CancellationToken);
        while (store.Count < 3000)
            store.Append(SampleEntries.Batch(store.Count, 10));
        await reading;
    }

    public void Dispose() => _folder.Delete(true);
}
