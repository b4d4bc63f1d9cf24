using Microsoft.Win32.SafeHandles;

namespace Custodia.Journal.Disks;

/// <summary>An open file of the operating system.</summary>
internal sealed class OsDiskFile(SafeFileHandle handle) : IDiskFile
{
    // ENOSPC, EDQUOT on Linux, EDQUOT on macOS, ERROR_DISK_FULL, ERROR_HANDLE_DISK_FULL.
    private static readonly int[] FullResults = [28, 122, 69, unchecked((int)0x8007_0070), unchecked((int)0x8007_0027)];

    public long Length => RandomAccess.GetLength(handle);

    public int ReadAt(long offset, Span<byte> buffer)
    {
        var total = 0;
        while (total < buffer.Length)
        {
            var read = RandomAccess.Read(handle, buffer[total..], offset + total);
            if (read == 0)
                break;
            total += read;
        }
        return total;
    }

    public void WriteAt(long offset, ReadOnlySpan<byte> bytes)
    {
        try
        {
            RandomAccess.Write(handle, bytes, offset);
        }
        catch (IOException exception) when (FullResults.Contains(exception.HResult))
        {
            throw new DiskFullException(bytes.Length, exception);
        }
    }

    public void Sync() => RandomAccess.FlushToDisk(handle);

    public void Dispose() => handle.Dispose();
}
