using Custodia.Journal.Disks;

namespace Custodia.Bench.Journals;

/// <summary>The real disk, with a count of the syncs of files.</summary>
internal sealed class CountingDisk(IDisk disk) : IDisk
{
    private int _syncs;

    internal int Syncs => _syncs;

    public IReadOnlyList<string> List(string folder) => disk.List(folder);

    public void CreateFolder(string folder) => disk.CreateFolder(folder);

    public IDiskFile Create(string path) => new CountingFile(this, disk.Create(path));

    public IDiskFile Open(string path) => new CountingFile(this, disk.Open(path));

    public IDiskFile Lock(string path) => disk.Lock(path);

    public void Rename(string from, string to) => disk.Rename(from, to);

    public void Delete(string path) => disk.Delete(path);

    public void SyncFolder(string folder) => disk.SyncFolder(folder);

    private sealed class CountingFile(CountingDisk counter, IDiskFile file) : IDiskFile
    {
        public long Length => file.Length;

        public int ReadAt(long offset, Span<byte> buffer) => file.ReadAt(offset, buffer);

        public void WriteAt(long offset, ReadOnlySpan<byte> bytes) => file.WriteAt(offset, bytes);

        public void Sync()
        {
            Interlocked.Increment(ref counter._syncs);
            file.Sync();
        }

        public void Dispose() => file.Dispose();
    }
}
