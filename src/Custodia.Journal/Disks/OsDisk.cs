using System.Text;

namespace Custodia.Journal.Disks;

/// <summary>The file system below one folder.</summary>
public sealed class OsDisk : IDisk
{
    private readonly string _root;

    /// <summary>The disk below a folder, which need not be there yet.</summary>
    public OsDisk(string root) => _root = Path.GetFullPath(root);

    /// <inheritdoc/>
    public IReadOnlyList<string> List(string folder)
    {
        var full = Full(folder);
        return Directory.Exists(full) ? [.. Directory.EnumerateFiles(full).Select(path => Path.GetFileName(path))] : [];
    }

    /// <inheritdoc/>
    public void CreateFolder(string folder) => Directory.CreateDirectory(Full(folder));

    /// <inheritdoc/>
    public IDiskFile Create(string path) => new OsDiskFile(
        File.OpenHandle(Full(path), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete));

    /// <inheritdoc/>
    public IDiskFile Open(string path) => new OsDiskFile(
        File.OpenHandle(Full(path), FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete));

    /// <inheritdoc/>
    public IDiskFile Lock(string path)
    {
        try
        {
            return new OsDiskFile(
                File.OpenHandle(Full(path), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException exception) when (exception is not (FileNotFoundException or DirectoryNotFoundException))
        {
            throw new JournalLockedException($"Another process has {path} open.", exception);
        }
    }

    /// <inheritdoc/>
    public void Rename(string from, string to) => File.Move(Full(from), Full(to), overwrite: true);

    /// <inheritdoc/>
    public void Delete(string path) => File.Delete(Full(path));

    /// <inheritdoc/>
    public void SyncFolder(string folder)
    {
        // Windows keeps names durable by itself and cannot sync a folder.
        if (!OperatingSystem.IsWindows())
            PosixFolder.Sync(Encoding.UTF8.GetBytes(Full(folder) + '\0'));
    }

    private string Full(string path) => Path.Combine(_root, path);
}
