using System.Text;
using Custodia.Journal.Disks;
using Custodia.Proofs;

namespace Custodia.Journal.Files;

/// <summary>What an opening found, ready to be written to.</summary>
internal sealed record OpenedJournal(
    LockFile Lock,
    GrowingTree Tree,
    SequenceIndex Index,
    SegmentList Segments,
    long Count,
    uint Epoch,
    int EndSector,
    long LastMicroseconds,
    TornFrame? Torn);

/// <summary>
/// The steps of an opening, in the order in which they must come: lock, verify all, compare with the signed
/// checkpoint; only then change anything: epoch, cut off, sync.
/// </summary>
internal sealed class FileStoreOpening : IDisposable
{
    private const int CopySectors = 256;

    private readonly IDisk _disk;
    private readonly FileStoreOptions _options;
    private readonly GrowingTree _tree = new();
    private readonly SequenceIndex _index = new();
    private readonly SegmentList _segments = new();
    private readonly SegmentScanner _scanner;
    private readonly LockFile _lock;
    private long _lastMicroseconds = -1;
    private bool _opened;

    private FileStoreOpening(IDisk disk, FileStoreOptions options)
    {
        _disk = disk;
        _options = options;
        _scanner = new SegmentScanner(_tree, _index, SegmentHeader.HashOrigin(options.Origin));
        _lock = new LockFile(disk.Lock(FileStore.LockPath));
    }

    internal static OpenedJournal Run(IDisk disk, FileStoreOptions options, EntryVisitor? visitor)
    {
        if (options.Create)
            CreateFolders(disk);
        else if (!disk.Has(FileStore.Folder, FileStore.OriginFile))
            throw new JournalCorruptException(JournalFault.Missing, null, FileStore.Folder);
        using var opening = new FileStoreOpening(disk, options);
        return opening.Run(visitor);
    }

    /// <summary>Closes everything again, unless it was handed over.</summary>
    public void Dispose()
    {
        if (_opened)
            return;
        _segments.Dispose();
        _lock.Dispose();
    }

    private OpenedJournal Run(EntryVisitor? visitor)
    {
        CheckOrigin();
        var lastEpoch = _lock.Read()
            ?? throw new JournalCorruptException(JournalFault.LockDamaged, null, FileStore.LockPath);
        OpenSegments();
        if (_segments.Count == 0 && lastEpoch > 0)
            throw new JournalCorruptException(JournalFault.SegmentGap, 0, FileStore.SegmentFolder);
        Verify(visitor);
        if (lastEpoch > 0 && lastEpoch < _scanner.Epoch)
            throw new JournalCorruptException(JournalFault.LockDamaged, null, FileStore.LockPath);
        CheckCheckpoint();

        var epoch = Math.Max(lastEpoch, _scanner.Epoch) + 1;
        RemoveSpare();
        if (_segments.Count == 0)
            BeginFirstSegment(epoch);
        // A lock file that knows of a writer says that there are segments: their names must last first.
        _disk.SyncFolder(FileStore.SegmentFolder);
        _lock.Write(epoch);
        _disk.SyncFolder(FileStore.Folder);
        Settle();
        _opened = true;
        return new OpenedJournal(
            _lock,
            _tree,
            _index,
            _segments,
            _scanner.Count,
            epoch,
            Math.Max(_scanner.EndSector, 1),
            _lastMicroseconds,
            _scanner.Torn);
    }

    private static void CreateFolders(IDisk disk)
    {
        disk.CreateFolder(FileStore.SegmentFolder);
        disk.SyncFolder(FileStore.Folder);
        disk.SyncFolder("");
    }

    // The name of the journal is written once, before anything else of it.
    private void CheckOrigin()
    {
        var expected = Encoding.UTF8.GetBytes(_options.Origin + "\n");
        var found = _disk.ReadWhole(FileStore.Folder, FileStore.OriginFile);
        if (found is null)
        {
            if (!_options.Create || HasSegments())
                throw new JournalCorruptException(
                    JournalFault.Missing, null, $"{FileStore.Folder}/{FileStore.OriginFile}");
            _disk.Replace(FileStore.Folder, FileStore.OriginFile, expected);
        }
        else if (!found.AsSpan().SequenceEqual(expected))
        {
            throw new JournalCorruptException(
                JournalFault.OriginMismatch, null, $"{FileStore.Folder}/{FileStore.OriginFile}");
        }
    }

    private bool HasSegments() => _disk.List(FileStore.SegmentFolder).Any(name => name != SpareSegment.FileName);

    private void OpenSegments()
    {
        var names = _disk.List(FileStore.SegmentFolder).Where(name => name != SpareSegment.FileName);
        foreach (var name in names.Order(StringComparer.Ordinal))
        {
            var first = SegmentHeader.ParseFileName(name)
                ?? throw new JournalCorruptException(JournalFault.SegmentMalformed, null, name);
            _segments.Add(first, _disk.Open($"{FileStore.SegmentFolder}/{name}"));
        }
    }

    private void Verify(EntryVisitor? visitor)
    {
        using var pipeline = new VerificationPipeline(visitor);
        pipeline.Run((block, handOn) =>
        {
            for (var number = 0; number < _segments.Count; number++)
            {
                _scanner.Begin(_segments[number]);
                block = _scanner.Scan(number == _segments.Count - 1, block, handOn);
            }
            return block;
        });
        _lastMicroseconds = pipeline.LastMicroseconds;
    }

    private void CheckCheckpoint()
    {
        if (_options.Checkpoint is not { } checkpoint)
            return;
        if (checkpoint.Origin != _options.Origin)
            throw new JournalCorruptException(JournalFault.CheckpointInvalid, null, "origin");
        if (checkpoint.Size > _scanner.Count)
            throw new JournalCorruptException(JournalFault.CheckpointAhead, _scanner.Count, "the signed checkpoint");
        if (MerkleProof.Root(new Nodes(this), checkpoint.Size) != checkpoint.Root)
            throw new JournalCorruptException(JournalFault.CheckpointRoot, null, "the signed checkpoint");
    }

    private void RemoveSpare()
    {
        using var spare = new SpareSegment(_disk, FileStore.SegmentFolder, _options.SegmentBytes);
        spare.DeleteLeftOver();
    }

    private void BeginFirstSegment(uint epoch)
    {
        using var spare = new SpareSegment(_disk, FileStore.SegmentFolder, _options.SegmentBytes);
        spare.Ensure(_options.SegmentBytes);
        var (file, length) = spare.Take();
        var origin = SegmentHeader.HashOrigin(_options.Origin);
        _segments.Begin(_disk, file, new SegmentHeader(0, length, epoch, MerkleTree.EmptyRoot, origin));
    }

    // What was read may be in the memory of the machine only: the process before may have ended between a write
    // and its sync, or after a sync that failed, when the system no longer remembers that the bytes are unwritten.
    // So the last frame is written again before anybody builds on it.
    private void Settle()
    {
        var file = _segments.Last.File;
        if (_scanner.Torn is { } torn)
            CopyOrClear(file, torn.FirstSector, torn.EndSector, clear: true);
        if (_scanner.LastFrameSector > 0)
            CopyOrClear(file, _scanner.LastFrameSector, _scanner.EndSector, clear: false);
        file.Sync();
    }

    private static void CopyOrClear(IDiskFile file, int first, int end, bool clear)
    {
        var buffer = new byte[Math.Min(CopySectors, end - first) * Sector.Size];
        for (var sector = first; sector < end; sector += CopySectors)
        {
            var part = buffer.AsSpan(0, Math.Min(CopySectors, end - sector) * Sector.Size);
            var offset = (long)sector * Sector.Size;
            if (!clear)
                file.ReadExactly(offset, part);
            file.WriteAt(offset, part);
        }
    }

    // The tree that was just verified.
    private sealed class Nodes(FileStoreOpening opening) : INodeSource
    {
        public void Read(int level, long first, Span<Hash> nodes) =>
            opening._tree.Read(level, first, nodes, (firstLeaf, hashes) =>
            {
                var leaves = new Hash[hashes.Length];
                EntryReader.Read(
                    opening._segments,
                    opening._index,
                    opening._scanner.Count,
                    firstLeaf,
                    leaves.Length,
                    (in entry) => leaves[entry.Header.Sequence - firstLeaf] = MerkleTree.LeafHash(entry.Bytes.Span));
                leaves.CopyTo(hashes);
            });
    }
}
