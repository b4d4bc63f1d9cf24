using System.Globalization;
using Custodia.Journal.Disks;
using Custodia.Proofs;

namespace Custodia.Journal;

/// <summary>
/// The signed checkpoints of a journal (C2SP tlog-checkpoint): the newest in <c>journal/checkpoint</c>, and each that
/// was
/// ever written in <c>journal/checkpoints</c>.
/// </summary>
/// <remarks>Not safe for use by two threads at once.</remarks>
public sealed class CheckpointFolder(IDisk disk, string origin, IReadOnlyCollection<INoteVerifier> keys)
{
    private const string NewestFile = "checkpoint";
    private const string Folder = FileStore.Folder + "/checkpoints";
    private const int NameDigits = 20;

    /// <summary>The newest checkpoint, with its signature verified; null if none was ever written.</summary>
    /// <exception cref="JournalCorruptException">It is not signed by a key given, or is of another journal.</exception>
    public Checkpoint? ReadNewest()
    {
        var newest = Read(FileStore.Folder, NewestFile);
        // The process may have ended after the one file was written and before the other, which is newer then.
        var largest = Names().Max(StringComparer.Ordinal);
        var kept = largest is null ? null : ReadKept(largest);
        return newest is null || kept?.Size > newest.Size ? kept : newest;
    }

    /// <summary>The checkpoint of a size as it was signed, verified; null if none of that size was ever written.</summary>
    /// <exception cref="JournalCorruptException">It is not signed by a key given, or is of another journal.</exception>
    public SignedNote? Find(long size)
    {
        var name = size.ToString("D20", CultureInfo.InvariantCulture);
        if (disk.ReadWhole(Folder, name) is not { } bytes)
            return null;
        return SignedNote.TryParse(bytes, out var note, out _)
            && Checkpoint.TryOpen(note, origin, keys, out var checkpoint, out _) && checkpoint.Size == size
            ? note
            : throw new JournalCorruptException(JournalFault.CheckpointInvalid, null, $"{Folder}/{name}");
    }

    /// <summary>Signs what a store holds now and writes it durably; returns the signed note.</summary>
    /// <exception cref="JournalCorruptException">The newest checkpoint is not one of this store.</exception>
    public SignedNote Write(IJournalStore store, INoteSigner signer)
    {
        ArgumentNullException.ThrowIfNull(store);
        var size = store.Count;
        var checkpoint = new Checkpoint(origin, size, new JournalProofs(store).RootAt(size));
        if (ReadNewest() is { } newest)
            Compare(newest, store);
        var note = checkpoint.Sign(signer);
        if (!note.TryVerify(keys, out _, out _))
            throw new ArgumentException("The signer is none of the keys of the journal.", nameof(signer));
        var bytes = note.Encode();
        disk.CreateFolder(Folder);
        disk.SyncFolder(FileStore.Folder);
        disk.Replace(Folder, size.ToString("D20", CultureInfo.InvariantCulture), bytes);
        disk.Replace(FileStore.Folder, NewestFile, bytes);
        return note;
    }

    /// <summary>
    /// Verifies each checkpoint that was ever written, and that the store contains it; returns their number.
    /// </summary>
    /// <exception cref="JournalCorruptException">One is not signed by a key given, or not of this store.</exception>
    public int VerifyAll(IJournalStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        if (ReadNewest() is { } newest)
            Compare(newest, store);
        var count = 0;
        foreach (var name in Names())
        {
            Compare(ReadKept(name), store);
            count++;
        }
        return count;
    }

    private static void Compare(Checkpoint checkpoint, IJournalStore store)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"checkpoint of size {checkpoint.Size}");
        if (checkpoint.Size > store.Count)
            throw new JournalCorruptException(JournalFault.CheckpointAhead, store.Count, place);
        if (new JournalProofs(store).RootAt(checkpoint.Size) != checkpoint.Root)
            throw new JournalCorruptException(JournalFault.CheckpointRoot, null, place);
    }

    private IEnumerable<string> Names() =>
        disk.List(Folder).Where(name => name.Length == NameDigits && name.All(char.IsAsciiDigit));

    private Checkpoint ReadKept(string name)
    {
        var checkpoint = Read(Folder, name);
        return checkpoint is not null && checkpoint.Size.ToString("D20", CultureInfo.InvariantCulture) == name
            ? checkpoint
            : throw new JournalCorruptException(JournalFault.CheckpointInvalid, null, $"{Folder}/{name}");
    }

    private Checkpoint? Read(string folder, string name)
    {
        if (disk.ReadWhole(folder, name) is not { } bytes)
            return null;
        return Checkpoint.TryOpen(bytes, origin, keys, out var checkpoint, out var fault)
            ? checkpoint
            : throw new JournalCorruptException(JournalFault.CheckpointInvalid, null, $"{folder}/{name}: {fault}");
    }
}
