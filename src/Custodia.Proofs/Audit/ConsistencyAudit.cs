namespace Custodia.Proofs.Audit;

/// <summary>
/// Verifies that the later of two signed checkpoints contains the earlier one, that is, that nothing was changed or
/// taken away in between.
/// </summary>
public static class ConsistencyAudit
{
    /// <summary>By a consistency proof (RFC 9162 §2.1.4.2), without the journal.</summary>
    /// <param name="earlier">A signed checkpoint.</param>
    /// <param name="later">A signed checkpoint of the same size or larger.</param>
    /// <param name="path">The proof.</param>
    /// <param name="origin">The log that both have to be of.</param>
    /// <param name="keys">The keys of that log.</param>
    public static ProofAuditResult ByProof(
        ReadOnlySpan<byte> earlier, ReadOnlySpan<byte> later, ReadOnlySpan<Hash> path, string origin,
        IReadOnlyCollection<INoteVerifier> keys)
    {
        var problems = new ProblemList();
        var first = Open(earlier, "earlier checkpoint", origin, keys, problems);
        var second = Open(later, "later checkpoint", origin, keys, problems);
        if (first is null || second is null)
            return new ProofAuditResult { Problems = problems.Problems };
        var fault = MerkleVerifier.Consistency(first.Size, first.Root, second.Size, second.Root, path);
        if (fault != ProofFault.None)
            problems.Add(
                AuditCodes.Consistency, "later checkpoint", null,
                $"a proof from size {first.Size} to size {second.Size}", $"{fault}");
        return new ProofAuditResult
        {
            Problems = problems.Problems,
            Checkpoint = fault == ProofFault.None ? second : null,
        };
    }

    /// <summary>By a data folder: both roots are computed again from the entries, in one reading.</summary>
    /// <returns>The audit of the folder; sound only if it contains both checkpoints.</returns>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static FolderAuditResult ByFolder(
        string folder, ReadOnlyMemory<byte> earlier, ReadOnlyMemory<byte> later, string origin,
        IReadOnlyCollection<INoteVerifier> keys, Action<AuditProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        var options = new AuditOptions
        {
            Keys = keys,
            Origin = origin,
            Checkpoints = new Dictionary<string, ReadOnlyMemory<byte>>
            {
                ["earlier checkpoint"] = earlier,
                ["later checkpoint"] = later,
            },
        };
        return FolderAudit.Verify(folder, options, progress, cancellation);
    }

    private static Checkpoint? Open(
        ReadOnlySpan<byte> note, string name, string origin, IReadOnlyCollection<INoteVerifier> keys,
        ProblemList problems)
    {
        if (Checkpoint.TryOpen(note, origin, keys, out var checkpoint, out var fault))
            return checkpoint;
        problems.Add(
            AuditCodes.CheckpointInvalid, name, null, $"a checkpoint of {origin}, signed by a known key", $"{fault}");
        return null;
    }
}
