namespace Custodia.Journal.Files;

/// <summary>Cuts the content of frames into sectors and writes these, a large part at a time. Not synced.</summary>
internal sealed class FrameWriter
{
    private const int BufferSectors = 2048;

    private byte[] _buffer = [];
    private Segment _segment = null!;
    private long _firstSequence;
    private int _startSector;
    private int _endSector;

    // The sector that is being filled, the first that is not written yet, and the bytes in the former.
    private int _sector;
    private int _pending;
    private int _used;

    /// <summary>Starts a frame.</summary>
    /// <param name="segment">Where to write.</param>
    /// <param name="sector">The first sector of the frame.</param>
    /// <param name="firstSequence">Its first entry.</param>
    /// <param name="bytes">Bytes of content that will be written.</param>
    internal void Begin(Segment segment, int sector, long firstSequence, long bytes)
    {
        _segment = segment;
        _firstSequence = firstSequence;
        _startSector = sector;
        _endSector = sector + (int)Sector.CountFor(bytes);
        if (_buffer.Length < Math.Min(BufferSectors, _endSector - sector) * Sector.Size)
            _buffer = new byte[Math.Min(BufferSectors, _endSector - sector) * Sector.Size];
        _sector = sector;
        _pending = sector;
        _used = 0;
    }

    internal void Write(ReadOnlySpan<byte> content)
    {
        while (!content.IsEmpty)
        {
            if (_used == Sector.PayloadBytes)
                Seal(SectorFlags.None);
            var length = Math.Min(content.Length, Sector.PayloadBytes - _used);
            content[..length].CopyTo(Current()[(Sector.HeaderBytes + _used)..]);
            _used += length;
            content = content[length..];
        }
    }

    /// <summary>Writes what is left and returns the sector after the frame.</summary>
    internal int End()
    {
        Seal(SectorFlags.Last);
        if (_sector != _endSector)
            throw new InvalidOperationException("A frame has another length than was said.");
        Flush();
        return _endSector;
    }

    private Span<byte> Current() => _buffer.AsSpan((_sector - _pending) * Sector.Size, Sector.Size);

    private void Seal(SectorFlags flags)
    {
        if (_sector == _startSector)
            flags |= SectorFlags.First;
        Sector.Seal(Current(), SectorType.Frame, flags, _firstSequence, _used, _segment.FirstSequence, _sector);
        _sector++;
        _used = 0;
        if ((_sector - _pending) * Sector.Size == _buffer.Length)
            Flush();
    }

    private void Flush()
    {
        var sectors = _buffer.AsSpan(0, (_sector - _pending) * Sector.Size);
        if (!sectors.IsEmpty)
            _segment.File.WriteAt((long)_pending * Sector.Size, sectors);
        _pending = _sector;
    }
}
