using Custodia.Journal.Disks;

namespace Custodia.Journal.Files;

/// <summary>The open segments in order. One thread adds; any may read.</summary>
internal sealed class SegmentList : IDisposable
{
    private volatile Segment[] _segments = [];

    internal int Count => _segments.Length;

    internal Segment Last => _segments[^1];

    internal Segment this[int index] => _segments[index];

    internal Segment Add(long firstSequence, IDiskFile file)
    {
        var segment = new Segment(firstSequence, _segments.Length, file.Length, file);
        _segments = [.. _segments, segment];
        return segment;
    }

    /// <summary>
    /// Makes a segment of a file of zeros: header, sync, then its name, so that a file with the name of a segment
    /// always has its header.
    /// </summary>
    internal void Begin(IDisk disk, IDiskFile file, SegmentHeader header)
    {
        file.WriteAt(0, header.ToSector());
        file.Sync();
        disk.Rename(
            $"{FileStore.SegmentFolder}/{SpareSegment.FileName}",
            $"{FileStore.SegmentFolder}/{SegmentHeader.FileName(header.FirstSequence)}");
        disk.SyncFolder(FileStore.SegmentFolder);
        Add(header.FirstSequence, file);
    }

    public void Dispose()
    {
        foreach (var segment in _segments)
            segment.Dispose();
        _segments = [];
    }
}
