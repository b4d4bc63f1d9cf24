namespace Custodia.Journal.Disks;

/// <summary>
/// The seam between the journal and the file system, just wide enough to be simulated with all that can go wrong.
/// </summary>
/// <remarks>
/// Paths are relative, with '/'. Nothing is durable before the file is synced, and no name before its folder is.
/// A failed sync is final: what of the file reached the disk is then unknown, and a further sync that succeeds
/// says nothing about it.
/// </remarks>
public interface IDisk
{
    /// <summary>Names of the files in a folder, in no order; none if there is no such folder.</summary>
    IReadOnlyList<string> List(string folder);

    /// <summary>Makes a folder and those above it, if they are not there.</summary>
    void CreateFolder(string folder);

    /// <summary>Makes an empty file.</summary>
    /// <exception cref="IOException">It is there already, or cannot be made.</exception>
    IDiskFile Create(string path);

    /// <summary>Opens a file to read and write.</summary>
    /// <exception cref="FileNotFoundException">It is not there.</exception>
    IDiskFile Open(string path);

    /// <summary>Opens a file, made if necessary, for this process alone until it is disposed.</summary>
    /// <exception cref="JournalLockedException">Another has it.</exception>
    IDiskFile Lock(string path);

    /// <summary>Gives a file another name, in one step, in place of any that had it.</summary>
    void Rename(string from, string to);

    /// <summary>Removes a file.</summary>
    void Delete(string path);

    /// <summary>Makes the names in a folder durable.</summary>
    void SyncFolder(string folder);
}

/// <summary>An open file. Reads may run on any thread, at the same time as a write elsewhere in the file.</summary>
public interface IDiskFile : IDisposable
{
    /// <summary>Bytes in the file.</summary>
    long Length { get; }

    /// <summary>Reads as many bytes as fit the buffer, fewer only where the file ends; returns their number.</summary>
    int ReadAt(long offset, Span<byte> buffer);

    /// <summary>Writes all bytes.</summary>
    /// <exception cref="DiskFullException">There is no room; an unknown part was written.</exception>
    void WriteAt(long offset, ReadOnlySpan<byte> bytes);

    /// <summary>Makes durable what was written.</summary>
    void Sync();
}
