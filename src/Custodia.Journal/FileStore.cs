using Custodia.Journal.Disks;
using Custodia.Journal.Files;
using Custodia.Proofs;

namespace Custodia.Journal;

/// <summary>
/// The journal in files (docs/formats/journal.md): preallocated segments of 512-byte sectors, one frame and one sync
/// for each batch.
/// </summary>
/// <remarks>
/// Opening verifies everything: each checksum, each leaf, each stored root. Only a frame that was being written when
/// the machine stopped, and so was never acknowledged, is cut off (<see cref="Torn"/>); anything else that is not as
/// it was written refuses to open and names the first bad entry. After a failed write or sync the store refuses each
/// further append, since the disk may hold anything beyond the last acknowledged entry.
/// </remarks>
public sealed class FileStore : IJournalStore
{
    /// <summary>The folder of the journal, below the data folder.</summary>
    public const string Folder = "journal";

    internal const string SegmentFolder = Folder + "/segments";
    internal const string OriginFile = "origin";
    internal const string LockPath = Folder + "/lock";

    private readonly IDisk _disk;
    private readonly FileStoreOptions _options;
    private readonly LockFile _lock;
    private readonly GrowingTree _tree;
    private readonly SequenceIndex _index;
    private readonly SegmentList _segments;
    private readonly SpareSegment _spare;
    private readonly Hash _origin;
    private readonly FrameWriter _writer = new();
    private readonly SequenceIndex.Builder _points = new();
    private readonly byte[] _frameEdge = new byte[FrameFormat.Overhead];
    private Hash[] _leaves = [];
    private int _endSector;
    private long _lastMicroseconds;
    private State _state;
    private bool _failed;

    // Count and root, published together to readers on other threads.
    private sealed record State(long Count, Hash Root);

    private FileStore(IDisk disk, FileStoreOptions options, OpenedJournal opened)
    {
        _disk = disk;
        _options = options;
        _lock = opened.Lock;
        _tree = opened.Tree;
        _index = opened.Index;
        _segments = opened.Segments;
        _spare = new SpareSegment(disk, SegmentFolder, options.SegmentBytes);
        _origin = SegmentHeader.HashOrigin(options.Origin);
        _endSector = opened.EndSector;
        _lastMicroseconds = opened.LastMicroseconds;
        _state = new State(opened.Count, opened.Tree.Root());
        Epoch = opened.Epoch;
        Torn = opened.Torn;
    }

    /// <inheritdoc/>
    public long Count => Volatile.Read(ref _state).Count;

    /// <inheritdoc/>
    public Hash Root => Volatile.Read(ref _state).Root;

    /// <inheritdoc/>
    public long Epoch { get; }

    /// <summary>The unacknowledged frame that was cut off at opening, if there was one.</summary>
    public TornFrame? Torn { get; }

    /// <summary>Opens a journal for writing and verifies all of it.</summary>
    /// <param name="disk">The data folder.</param>
    /// <param name="options">What to open and how.</param>
    /// <param name="visitor">
    /// Is handed each entry in order, on this thread, while another thread verifies those that follow. If it throws,
    /// the journal is not opened.
    /// </param>
    /// <exception cref="JournalCorruptException">
    /// What is stored is not what was written; nothing was changed.
    /// </exception>
    /// <exception cref="JournalLockedException">Another process writes it.</exception>
    public static FileStore Open(IDisk disk, FileStoreOptions options, EntryVisitor? visitor = null)
    {
        ArgumentNullException.ThrowIfNull(disk);
        ArgumentNullException.ThrowIfNull(options);
        return new FileStore(disk, options, FileStoreOpening.Run(disk, options, visitor));
    }

    /// <inheritdoc/>
    public void Reserve(long bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bytes, JournalLimits.MaxBatchBytes);
        ThrowIfFailed();
        var sectors = FrameFormat.Sectors(bytes);
        if (sectors <= _segments.Last.Sectors - _endSector)
            return;
        try
        {
            _spare.Ensure((1 + sectors) * Sector.Size);
        }
        catch (Exception exception) when (exception is not DiskFullException)
        {
            _failed = true;
            throw;
        }
    }

    /// <inheritdoc/>
    public void Append(EntryBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ThrowIfFailed();
        if (batch.Count == 0)
            return;
        var count = Count;
        var last = batch.CheckFollows(count, _lastMicroseconds);
        Reserve(batch.ByteCount);
        try
        {
            if (_lock.Read() != Epoch)
                throw new JournalLockedException("Another process has taken the journal over.");
            if (FrameFormat.Sectors(batch.ByteCount) > _segments.Last.Sectors - _endSector)
                BeginSegment(count);
            var root = Hash(batch, count);
            WriteFrame(batch, count, in root);
            _index.Add(_points.Points);
            _lastMicroseconds = last;
            Volatile.Write(ref _state, new State(count + batch.Count, root));
        }
        catch
        {
            _failed = true;
            throw;
        }
        if (_options.PrepareInBackground && _endSector > _segments.Last.Sectors / 2)
            _spare.Prepare();
    }

    /// <inheritdoc/>
    public void Read(long first, long count, EntryVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        var there = Count;
        StoreRange.Check(first, count, there);
        EntryReader.Read(_segments, _index, there, first, count, visitor);
    }

    /// <inheritdoc/>
    public void Read(int level, long first, Span<Hash> nodes)
    {
        StoreRange.CheckNodes(level, first, nodes.Length, Count);
        _tree.Read(level, first, nodes, ReadLeaves);
    }

    /// <summary>Closes the files and gives the lock back.</summary>
    public void Dispose()
    {
        _spare.Dispose();
        _segments.Dispose();
        _lock.Dispose();
    }

    private void ReadLeaves(long first, Span<Hash> hashes)
    {
        var leaves = new Hash[hashes.Length];
        Read(
            first,
            hashes.Length,
            (in entry) => leaves[entry.Header.Sequence - first] = MerkleTree.LeafHash(entry.Bytes.Span));
        leaves.CopyTo(hashes);
    }

    private Hash Hash(EntryBatch batch, long first)
    {
        if (_leaves.Length < batch.Count)
            _leaves = new Hash[batch.Count];
        batch.HashLeaves(_leaves);
        _tree.Append(_leaves.AsSpan(0, batch.Count));
        return _tree.Root();
    }

    private void WriteFrame(EntryBatch batch, long first, in Hash root)
    {
        var segment = _segments.Last;
        FrameFormat.WriteHeader(_frameEdge, first, batch.Count, (uint)Epoch);
        root.CopyTo(_frameEdge.AsSpan(FrameFormat.HeaderBytes));
        _writer.Begin(segment, _endSector, first, batch.ByteCount + FrameFormat.Overhead);
        _writer.Write(_frameEdge.AsSpan(0, FrameFormat.HeaderBytes));
        _writer.Write(batch.Payload);
        _writer.Write(_frameEdge.AsSpan(FrameFormat.HeaderBytes));
        var end = _writer.End();
        segment.File.Sync();

        _points.Begin(segment.Index, _endSector);
        var offset = FrameFormat.HeaderBytes;
        for (var index = 0; index < batch.Count; index++)
        {
            _points.Entry(first + index, offset);
            offset += EntryBatch.LengthBytes + batch[index].Length;
        }
        _endSector = end;
    }

    // The spare file becomes the segment that starts with the next entry.
    private void BeginSegment(long first)
    {
        var (file, length) = _spare.Take();
        _segments.Begin(_disk, file, new SegmentHeader(first, length, (uint)Epoch, _state.Root, _origin));
        _endSector = 1;
    }

    private void ThrowIfFailed()
    {
        if (_failed)
            throw new JournalFailedException("The store failed before and takes nothing more.");
    }
}
