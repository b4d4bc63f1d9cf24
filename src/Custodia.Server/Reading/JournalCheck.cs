using Custodia.Proofs;

namespace Custodia.Server.Reading;

/// <summary>What re-verifying the journal came to.</summary>
/// <param name="Entries">How many entries were read.</param>
/// <param name="Computed">The root computed from them.</param>
/// <param name="Signed">The checkpoint whose signature is good, or <c>null</c>.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record JournalCheckResult(long Entries, Hash Computed, Checkpoint? Signed, TimeSpan Elapsed)
{
    /// <summary>Whether the stored entries are those that the signed checkpoint covers.</summary>
    public bool IsSound => Signed is { } signed && signed.Size == Entries && signed.Root == Computed;
}

/// <summary>Computes the journal's root anew from its entries and checks its checkpoint's signature.</summary>
public static class JournalCheck
{
    private const int Block = 4_096;

    /// <summary>Verifies the entries that the newest checkpoint covers.</summary>
    /// <param name="desk">The journal.</param>
    /// <param name="note">Its newest checkpoint.</param>
    /// <param name="origin">The log that the checkpoint has to be of.</param>
    /// <param name="time">The clock by which it is timed.</param>
    /// <param name="progress">Told how many entries were read.</param>
    /// <param name="cancellation">Ends it by an exception.</param>
    public static JournalCheckResult Run(Desk desk, SignedNote note, string origin, TimeProvider time,
        IProgress<long>? progress, CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        Checkpoint.TryOpen(note, origin, [desk.Folder.VerifierKey], out var signed, out _);
        var size = signed?.Size ?? desk.Count;
        var frontier = new Frontier();
        while (frontier.Size < size)
        {
            cancellation.ThrowIfCancellationRequested();
            desk.Folder.Store.Read(frontier.Size, Math.Min(Block, size - frontier.Size),
                (in entry) => frontier.Append(MerkleTree.LeafHash(entry.Bytes.Span)));
            progress?.Report(frontier.Size);
        }

        return new JournalCheckResult(frontier.Size, frontier.Root(), signed, time.GetElapsedTime(started));
    }
}
