using System.Security.Cryptography;
using System.Text;
using Custodia.Journal.Disks;

namespace Custodia.Journal.Sealing;

/// <summary>
/// Files that are whole or absent after a power cut: temporary name, fsync, rename, fsync of the folder.
/// </summary>
/// <remarks>
/// A failed fsync throws: whether the bytes reached the disk is then unknown, and trying again could report a
/// success that the disk did not have (the kernel drops the dirty pages).
/// </remarks>
internal static class DurableFile
{
    internal const UnixFileMode SecretFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    internal const UnixFileMode SecretFolder = SecretFile | UnixFileMode.UserExecute;

    internal const string TemporarySuffix = ".tmp";

    internal static void CreateSecretFolder(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, SecretFolder);
    }

    /// <summary>A new file that only its owner may read or write.</summary>
    internal static FileStream CreateSecret(string path)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            // Windows renames an open file only if its opener allows it.
            Share = FileShare.Delete,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = SecretFile;
        return new FileStream(path, options);
    }

    /// <summary>Writes a secret file whole.</summary>
    internal static void WriteSecret(string path, ReadOnlySpan<byte> bytes)
    {
        var temporary = path + TemporarySuffix;
        File.Delete(temporary);
        using (var file = CreateSecret(temporary))
        {
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }

        Publish(temporary, path);
    }

    /// <summary>Gives a finished and synced file its name.</summary>
    internal static void Publish(string temporary, string path)
    {
        File.Move(temporary, path, overwrite: true);
        SyncFolder(Path.GetDirectoryName(path)!);
    }

    /// <summary>Overwrites a file with random bytes and removes it, each step made durable.</summary>
    internal static void Erase(string path)
    {
        using (var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.None))
        {
            var noise = RandomNumberGenerator.GetBytes(checked((int)file.Length));
            file.Write(noise);
            file.Flush(flushToDisk: true);
        }

        File.Delete(path);
        SyncFolder(Path.GetDirectoryName(path)!);
    }

    /// <summary>Refuses a secret file, or a folder of such, that other users of the machine may read or write.</summary>
    /// <exception cref="KeyRingException"><see cref="KeyRingException.Permissions"/>.</exception>
    internal static void RefuseIfOpenToOthers(string path)
    {
        if (OperatingSystem.IsWindows())
            return;
        var mode = File.GetUnixFileMode(path);
        if ((mode & ~SecretFolder) != 0)
            throw new KeyRingException(
                KeyRingException.Permissions,
                $"{path}: may be read or written by others; set mode {(Directory.Exists(path) ? "0700" : "0600")}");
    }

    /// <summary>Makes the names in a folder durable. Windows keeps them so by itself.</summary>
    internal static void SyncFolder(string path)
    {
        if (!OperatingSystem.IsWindows())
            PosixFolder.Sync(Encoding.UTF8.GetBytes(path + '\0'));
    }
}
