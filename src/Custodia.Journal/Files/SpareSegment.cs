using Custodia.Journal.Disks;

namespace Custodia.Journal.Files;

/// <summary>
/// The next segment file, filled with real zeros before it is needed: an append then neither waits for room to be
/// found nor runs out of it.
/// </summary>
/// <remarks>Used by the writer's thread alone; the file is filled on another.</remarks>
internal sealed class SpareSegment(IDisk disk, string folder, long segmentBytes) : IDisposable
{
    internal const string FileName = "next.tmp";

    // A sync after each part keeps the disk free for the appends that go on meanwhile.
    private const int PartBytes = 1024 * 1024;

    private Task<IDiskFile>? _filling;
    private long _length;

    private string Path => $"{folder}/{FileName}";

    /// <summary>Starts to fill the file, if that is not done yet.</summary>
    internal void Prepare()
    {
        if (_filling is not null)
            return;
        _length = segmentBytes;
        _filling = Task.Run(() => Fill(segmentBytes));
    }

    /// <summary>Makes sure that the file is there and has so many bytes.</summary>
    /// <exception cref="DiskFullException">There is no room; no file is left.</exception>
    internal void Ensure(long bytes)
    {
        if (_filling is { IsFaulted: false } && _length >= bytes && TryFinish())
            return;
        Discard();
        _length = Math.Max(segmentBytes, bytes);
        _filling = Task.FromResult(Fill(_length));
    }

    /// <summary>Hands the file over, to be renamed by its new owner.</summary>
    internal (IDiskFile File, long Length) Take()
    {
        var file = _filling!.GetAwaiter().GetResult();
        _filling = null;
        return (file, _length);
    }

    /// <summary>Waits until the other thread is done. What it leaves is removed at the next opening.</summary>
    public void Dispose()
    {
        _filling?.ContinueWith(
            filled =>
            {
                if (filled.IsCompletedSuccessfully)
                    filled.Result.Dispose();
            },
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default).Wait();
        _filling = null;
    }

    // Whether the background found room; if not it is tried once more, since room may have been made.
    private bool TryFinish()
    {
        try
        {
            _filling!.GetAwaiter().GetResult();
            return true;
        }
        catch (DiskFullException)
        {
            return false;
        }
    }

    private void Discard()
    {
        if (_filling is null)
            return;
        if (TryFinish())
            _filling.Result.Dispose();
        _filling = null;
        DeleteLeftOver();
    }

    /// <summary>Removes the file of a process that ended.</summary>
    internal void DeleteLeftOver()
    {
        if (disk.Has(folder, FileName))
            disk.Delete(Path);
    }

    private IDiskFile Fill(long length)
    {
        var file = disk.Create(Path);
        try
        {
            var zeros = new byte[Math.Min(PartBytes, length)];
            for (var offset = 0L; offset < length; offset += zeros.Length)
            {
                file.WriteAt(offset, zeros.AsSpan(0, (int)Math.Min(zeros.Length, length - offset)));
                file.Sync();
            }
            return file;
        }
        catch (DiskFullException exception)
        {
            file.Dispose();
            disk.Delete(Path);
            throw new DiskFullException(length, exception);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
