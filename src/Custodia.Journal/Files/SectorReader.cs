using Custodia.Journal.Disks;

namespace Custodia.Journal.Files;

/// <summary>The sectors of a segment, read a large part at a time.</summary>
internal sealed class SectorReader
{
    private const int BufferSectors = 2048;

    private byte[] _buffer = [];
    private Segment _segment = null!;
    private int _first;
    private int _count;

    internal void Open(Segment segment)
    {
        _segment = segment;
        _count = 0;
        if (_buffer.Length < Math.Min(BufferSectors, segment.Sectors) * Sector.Size)
            _buffer = new byte[Math.Min(BufferSectors, segment.Sectors) * Sector.Size];
    }

    /// <summary>One sector; valid until the next is asked for.</summary>
    /// <exception cref="IOException">The file ends before it.</exception>
    internal ReadOnlySpan<byte> At(int sector)
    {
        if (sector < _first || sector >= _first + _count)
            Fill(sector);
        return _buffer.AsSpan((sector - _first) * Sector.Size, Sector.Size);
    }

    /// <summary>The first sector from one on that is not all zero; the number of sectors if there is none.</summary>
    internal int NextUsed(int sector)
    {
        while (sector < _segment.Sectors)
        {
            At(sector);
            var rest = _buffer.AsSpan((sector - _first) * Sector.Size, (_first + _count - sector) * Sector.Size);
            var used = rest.IndexOfAnyExcept((byte)0);
            if (used >= 0)
                return sector + (used / Sector.Size);
            sector = _first + _count;
        }
        return sector;
    }

    private void Fill(int sector)
    {
        var count = Math.Min(BufferSectors, _segment.Sectors - sector);
        var bytes = _buffer.AsSpan(0, count * Sector.Size);
        _segment.File.ReadExactly((long)sector * Sector.Size, bytes);
        _first = sector;
        _count = count;
    }
}
