namespace Custodia.Journal.Disks;

/// <summary>Small files that are at each moment either the old or the new one, whole.</summary>
internal static class DurableReplacement
{
    private const int MaxBytes = 1024 * 1024;

    /// <summary>Writes a file: temporary name, sync, rename, sync of the folder.</summary>
    internal static void Replace(this IDisk disk, string folder, string name, ReadOnlySpan<byte> bytes)
    {
        var temporary = $"{folder}/{name}.tmp";
        if (disk.Has(folder, $"{name}.tmp"))
            disk.Delete(temporary);
        using (var file = disk.Create(temporary))
        {
            file.WriteAt(0, bytes);
            file.Sync();
        }
        disk.Rename(temporary, $"{folder}/{name}");
        disk.SyncFolder(folder);
    }

    /// <summary>The whole of a small file; null if it is not there.</summary>
    /// <exception cref="IOException">It is larger than any that is written here.</exception>
    internal static byte[]? ReadWhole(this IDisk disk, string folder, string name)
    {
        if (!disk.Has(folder, name))
            return null;
        using var file = disk.Open($"{folder}/{name}");
        if (file.Length > MaxBytes)
            throw new IOException($"{folder}/{name} is larger than {MaxBytes} bytes.");
        var bytes = new byte[file.Length];
        file.ReadExactly(0, bytes);
        return bytes;
    }

    /// <summary>Whether a folder has a file of this name.</summary>
    internal static bool Has(this IDisk disk, string folder, string name) => disk.List(folder).Contains(name);
}
