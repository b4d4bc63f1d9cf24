using Custodia.Journal.Sealing;

namespace Custodia.Journal.Backup;

/// <summary>Copies files of a data folder, each durable before the copy goes on.</summary>
internal sealed class FolderCopy(string from, string to, CancellationToken cancellation)
{
    private const int BufferBytes = 1024 * 1024;

    private readonly string _to = Path.GetFullPath(to);
    private readonly byte[] _buffer = new byte[BufferBytes];

    /// <summary>Bytes written.</summary>
    internal long Bytes { get; private set; }

    /// <summary>Copies a file if it is there.</summary>
    internal bool CopyIfThere(string file, string? name = null)
    {
        var source = Path.Combine(from, file);
        if (!File.Exists(source))
            return false;
        using var input = OpenShared(source);
        CopyStart(input, name ?? file, input.Length, input.Length);
        return true;
    }

    /// <summary>Copies the first bytes of a file and fills it with zeros up to a length.</summary>
    internal void CopyStart(string file, long bytes, long length)
    {
        using var input = OpenShared(Path.Combine(from, file));
        CopyStart(input, file, bytes, length);
    }

    /// <summary>Copies the files of a folder whose names are wanted; returns how many.</summary>
    internal int CopyFolder(string folder, Func<string, bool> wanted, string? name = null)
    {
        var source = Path.Combine(from, folder);
        var count = 0;
        var files = Directory.Exists(source) ? Directory.EnumerateFiles(source).Select(Path.GetFileName) : [];
        foreach (var file in files.OfType<string>().Where(wanted).Order(StringComparer.Ordinal))
        {
            if (CopyIfThere($"{folder}/{file}", $"{name ?? folder}/{file}"))
                count++;
        }

        return count;
    }

    private void CopyStart(FileStream input, string file, long bytes, long length)
    {
        var target = Path.Combine(_to, file);
        MakeFolder(Path.GetDirectoryName(target)!);
        // Mode 0600 for all: what is public in a copy is for its owner to hand on.
        using (var output = DurableFile.CreateSecret(target))
        {
            for (long copied = 0; copied < length;)
            {
                cancellation.ThrowIfCancellationRequested();
                var wanted = (int)Math.Min(_buffer.Length, copied < bytes ? bytes - copied : length - copied);
                if (copied < bytes)
                    input.ReadExactly(_buffer, 0, wanted);
                else
                    _buffer.AsSpan(0, wanted).Clear();
                output.Write(_buffer, 0, wanted);
                copied += wanted;
            }

            output.Flush(flushToDisk: true);
        }

        DurableFile.SyncFolder(Path.GetDirectoryName(target)!);
        Bytes += length;
    }

    // Each new folder's name is made durable in the folder above it.
    private static void MakeFolder(string folder)
    {
        if (Directory.Exists(folder))
            return;
        var above = Path.GetDirectoryName(folder)!;
        MakeFolder(above);
        DurableFile.CreateSecretFolder(folder);
        DurableFile.SyncFolder(above);
    }

    // The journal and the blob store may write, or replace, the file meanwhile.
    private static FileStream OpenShared(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
}
