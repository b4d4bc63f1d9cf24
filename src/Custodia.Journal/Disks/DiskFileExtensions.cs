namespace Custodia.Journal.Disks;

/// <summary>Reads of what must be there.</summary>
internal static class DiskFileExtensions
{
    /// <summary>Fills the buffer.</summary>
    /// <exception cref="EndOfStreamException">The file ends before, or the disk gave less than it has.</exception>
    internal static void ReadExactly(this IDiskFile file, long offset, Span<byte> buffer)
    {
        if (file.ReadAt(offset, buffer) != buffer.Length)
            throw new EndOfStreamException($"A file ended at or after byte {offset}, before all of it was read.");
    }
}
