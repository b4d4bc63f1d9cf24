using System.Globalization;
using System.Runtime.InteropServices;

namespace Custodia.Journal.Disks;

/// <summary>The base library cannot open a folder, and only an open folder can be synced.</summary>
internal static class PosixFolder
{
    private const int ReadOnly = 0;

    /// <summary>Makes the names in a folder durable.</summary>
    /// <param name="path">UTF-8 with a zero byte at the end.</param>
    internal static void Sync(byte[] path)
    {
        var folder = Open(path, ReadOnly);
        if (folder < 0)
            throw Failure("open");
        try
        {
            if (Fsync(folder) != 0)
                throw Failure("fsync");
        }
        finally
        {
            _ = Close(folder);
        }
    }

    private static IOException Failure(string call) => new(string.Create(
        CultureInfo.InvariantCulture, $"{call} of a folder failed with error {Marshal.GetLastPInvokeError()}."));

    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int Open(byte[] path, int flags);

    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static extern int Fsync(int file);

    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [DllImport("libc", EntryPoint = "close")]
    private static extern int Close(int file);
}
