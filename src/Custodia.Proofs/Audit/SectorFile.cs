using Microsoft.Win32.SafeHandles;

namespace Custodia.Proofs.Audit;

/// <summary>A segment file, read sector by sector through a window of one mebibyte.</summary>
internal sealed class SectorFile : IDisposable
{
    private const int WindowSectors = 2048;

    private readonly SafeFileHandle _file;
    private readonly byte[] _window = new byte[WindowSectors * Sector.Bytes];
    private readonly Action<int> _read;
    private int _windowStart;
    private int _windowSectors;

    /// <param name="path">The file.</param>
    /// <param name="first">The first sequence of the segment, to which its sectors are bound.</param>
    /// <param name="read">Told how many bytes were read, each time.</param>
    internal SectorFile(string path, long first, Action<int> read)
    {
        First = first;
        _read = read;
        _file = File.OpenHandle(
            path, share: FileShare.ReadWrite | FileShare.Delete, options: FileOptions.SequentialScan);
        Length = RandomAccess.GetLength(_file);
    }

    internal long First { get; }

    internal long Length { get; }

    internal int Count => (int)Math.Min(Length / Sector.Bytes, int.MaxValue);

    /// <summary>Reads one sector; its payload is good until the next call.</summary>
    internal SectorState Read(int index, out Sector sector, out ReadOnlySpan<byte> payload)
    {
        if (index < _windowStart || index >= _windowStart + _windowSectors)
            MoveTo(index);
        var bytes = _window.AsSpan((index - _windowStart) * Sector.Bytes, Sector.Bytes);
        var state = Sector.Read(bytes, First, index, out sector);
        payload = bytes.Slice(Sector.HeadBytes, sector.Used);
        return state;
    }

    public void Dispose() => _file.Dispose();

    private void MoveTo(int index)
    {
        var wanted = Math.Min(WindowSectors, Count - index) * Sector.Bytes;
        var read = 0;
        while (read < wanted)
        {
            var offset = ((long)index * Sector.Bytes) + read;
            var some = RandomAccess.Read(_file, _window.AsSpan(read, wanted - read), offset);
            if (some == 0)
                throw new EndOfStreamException("The segment became shorter while it was read.");
            read += some;
        }

        (_windowStart, _windowSectors) = (index, wanted / Sector.Bytes);
        _read(read);
    }
}
