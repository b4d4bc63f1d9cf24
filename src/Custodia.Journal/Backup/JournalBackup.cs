using System.Globalization;
using Custodia.Journal.Blobs;
using Custodia.Journal.Sealing;
using Custodia.Proofs;
using Custodia.Proofs.Audit;

namespace Custodia.Journal.Backup;

/// <summary>What a backup or a restore is given besides its folders.</summary>
public sealed record BackupOptions
{
    /// <summary>The keys of the log to verify with; empty: the folder's own key.pub.</summary>
    public IReadOnlyCollection<INoteVerifier> Keys { get; init; } = [];

    /// <summary>
    /// Where the secret keys go (backup) or come from (restore): a folder apart from the copy. Null: they are left
    /// alone.
    /// </summary>
    public string? KeyFolder { get; init; }

    /// <summary>Told how far the verifying is; null: nobody.</summary>
    public Action<AuditProgress>? Progress { get; init; }
}

/// <summary>What was copied.</summary>
/// <param name="Audit">The audit of the finished copy.</param>
/// <param name="Blobs">Blobs copied. They are encrypted: a wrong byte in one is found by verifying with the
/// keys.</param>
/// <param name="Bytes">Bytes written.</param>
public sealed record BackupResult(FolderAuditResult Audit, int Blobs, long Bytes);

/// <summary>
/// Copies a data folder while its journal is being appended to, and brings a copy back (docs/manual/backup.md).
/// </summary>
/// <remarks>
/// A copy holds what the newest signed checkpoint covers: the segments up to its size, the checkpoints up to it, and
/// all blobs that those entries name, since a blob is durable before the entry that names it. What is copied is
/// verified before and after. The checkpoint is written last: a copy that was broken off does not verify.
/// </remarks>
public static class JournalBackup
{
    private const string OriginFile = "journal/origin";
    private const string SampleFile = "journal/sample";
    private const string KeyFile = "journal/key.pub";
    private const string NewestFile = "journal/checkpoint";
    private const string CheckpointFolder = "journal/checkpoints";
    private const string BlobFolder = "blobs";
    private const string SecretFolder = "keys";

    /// <summary>Copies a data folder, which may be in use.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="to">The copy: a folder that is empty or not there.</param>
    /// <param name="options">Null: none.</param>
    /// <param name="cancellation">Stops; what is left of the copy does not verify.</param>
    /// <exception cref="BackupException">Refused, or the copy does not verify.</exception>
    public static BackupResult Copy(
        string folder, string to, BackupOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new BackupOptions();
        RefuseUnlessEmpty(to);
        if (options.KeyFolder is { } keyFolder)
        {
            RefuseUnlessEmpty(keyFolder);
            RefuseInside(keyFolder, to);
        }

        var audit = new AuditOptions { Keys = options.Keys, RequireCheckpoint = true, CheckpointedOnly = true };
        var source = FolderAudit.Verify(folder, audit, options.Progress, cancellation);
        if (source.Checkpoint is not { } checkpoint)
            throw new BackupException(
                BackupException.NoCheckpoint, $"{folder} has no signed checkpoint to copy up to", source.Problems);
        if (!source.IsSound)
            throw new BackupException(BackupException.SourceUnsound, $"{folder} does not verify", source.Problems);

        var copy = new FolderCopy(folder, to, cancellation);
        var blobs = CopyAll(copy, folder, source, checkpoint.Size);
        if (options.KeyFolder is { } keys)
            CopyKeys(Path.Combine(folder, SecretFolder), keys, cancellation);
        return new BackupResult(VerifyCopy(to, source, checkpoint, options, cancellation), blobs, copy.Bytes);
    }

    /// <summary>Brings a copy back, after verifying it. The journal then goes on from where the copy ends.</summary>
    /// <param name="from">The copy.</param>
    /// <param name="to">The data folder: empty or not there.</param>
    /// <param name="options">Null: none.</param>
    /// <param name="cancellation">Stops; what is left does not verify.</param>
    /// <exception cref="BackupException">Refused, or what was restored does not verify.</exception>
    public static BackupResult Restore(
        string from, string to, BackupOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new BackupOptions();
        RefuseUnlessEmpty(to);
        var audit = new AuditOptions { Keys = options.Keys, RequireCheckpoint = true };
        var source = FolderAudit.Verify(from, audit, options.Progress, cancellation);
        if (source.Checkpoint is not { } checkpoint || !source.IsSound)
            throw new BackupException(BackupException.SourceUnsound, $"{from} does not verify", source.Problems);

        var copy = new FolderCopy(from, to, cancellation);
        var blobs = CopyAll(copy, from, source, checkpoint.Size);
        if (options.KeyFolder is { } keys)
            CopyKeys(keys, Path.Combine(to, SecretFolder), cancellation);
        return new BackupResult(VerifyCopy(to, source, checkpoint, options, cancellation), blobs, copy.Bytes);
    }

    private static int CopyAll(FolderCopy copy, string folder, FolderAuditResult source, long size)
    {
        copy.CopyIfThere(OriginFile);
        copy.CopyIfThere(KeyFile);
        // A mark that the server does not believe unless the entries bear it out.
        copy.CopyIfThere(SampleFile);
        foreach (var segment in source.Segments)
            copy.CopyStart(segment.File, segment.SoundBytes, segment.Length);
        var blobs = BlobFolders(folder)
            .Sum(name => copy.CopyFolder($"{BlobFolder}/{name}", file => BlobId.TryParse(file, out _)));
        copy.CopyFolder(CheckpointFolder, name => SizeOf(name) is { } kept && kept <= size);
        // A newer one may have been written meanwhile; the one of this size is kept for ever, under its size.
        if (!copy.CopyIfThere($"{CheckpointFolder}/{size:D20}", NewestFile))
            copy.CopyIfThere(NewestFile);
        return blobs;
    }

    // All of it: the keys of compartments, what people sign in with, and whatever comes to lie beside them.
    private static void CopyKeys(string from, string to, CancellationToken cancellation)
    {
        var copy = new FolderCopy(from, to, cancellation);
        copy.CopyFolder(".", IsFinished);
        var folders = Directory.Exists(from) ? Directory.EnumerateDirectories(from, "*", SearchOption.AllDirectories) : [];
        foreach (var folder in folders.Order(StringComparer.Ordinal))
            copy.CopyFolder(Path.GetRelativePath(from, folder), IsFinished);
    }

    // A secret that is being written has its temporary name: the copy takes the finished one.
    private static bool IsFinished(string name) => !name.EndsWith(DurableFile.TemporarySuffix, StringComparison.Ordinal);

    private static FolderAuditResult VerifyCopy(
        string to, FolderAuditResult source, Checkpoint checkpoint, BackupOptions options,
        CancellationToken cancellation)
    {
        var audit = new AuditOptions { Keys = options.Keys, Origin = source.Origin, RequireCheckpoint = true };
        var copy = FolderAudit.Verify(to, audit, options.Progress, cancellation);
        if (!copy.IsSound || copy.Root != source.Root || copy.Checkpoint != checkpoint)
            throw new BackupException(BackupException.CopyUnsound, $"{to} is no whole copy", copy.Problems);
        return copy;
    }

    private static IEnumerable<string> BlobFolders(string folder)
    {
        var blobs = Path.Combine(folder, BlobFolder);
        return Directory.Exists(blobs)
            ? Directory.EnumerateDirectories(blobs).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)
            : [];
    }

    private static long? SizeOf(string name) =>
        name.Length == 20 && long.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            ? size
            : null;

    private static void RefuseUnlessEmpty(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
            throw new BackupException(BackupException.NotEmpty, $"{folder} is not empty");
    }

    private static void RefuseInside(string inner, string outer)
    {
        var relative = Path.GetRelativePath(Path.GetFullPath(outer), Path.GetFullPath(inner));
        if (relative == "." || !(relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative)))
            throw new BackupException(BackupException.KeysInside, $"{inner} is inside {outer}");
    }
}
