namespace Custodia.Proofs;

/// <summary>A log as a witness knows it.</summary>
/// <param name="Origin">Name of the log.</param>
/// <param name="Keys">The keys that the witness trusts for it.</param>
/// <param name="Size">Size of the tree that it cosigned last; 0: none.</param>
/// <param name="Root">Root of that tree; of the empty tree where there is none.</param>
public sealed record WitnessedLog(string Origin, IReadOnlyCollection<INoteVerifier> Keys, long Size, Hash Root);

/// <summary>What a witness answers; each has its HTTP status (C2SP tlog-witness, "add-checkpoint").</summary>
public enum WitnessAnswer
{
    /// <summary>The checkpoint is consistent with what was seen: it is to be cosigned (200).</summary>
    Cosign = 200,

    /// <summary>The request has not its form, or the old size is larger than the checkpoint's (400).</summary>
    Malformed = 400,

    /// <summary>The checkpoint is not signed by a key that is trusted for the log (403).</summary>
    Untrusted = 403,

    /// <summary>The log is not known (404).</summary>
    UnknownLog = 404,

    /// <summary>The old size is not that which was cosigned last (409).</summary>
    OtherSize = 409,

    /// <summary>The checkpoint does not contain what was cosigned last: the log was changed, or has two faces (422).</summary>
    Inconsistent = 422,
}

/// <summary>A witness's judgement of a request.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Log">The log as it was known before, where it is known.</param>
/// <param name="Checkpoint">The checkpoint, where its signature is good.</param>
public sealed record WitnessVerdict(WitnessAnswer Answer, WitnessedLog? Log = null, Checkpoint? Checkpoint = null);

/// <summary>The rules of a witness (C2SP tlog-witness, "add-checkpoint"). Pure: who keeps its memory calls it.</summary>
public static class Witness
{
    /// <summary>
    /// Judges a request. Before the caller cosigns it must have made durable that this checkpoint is now the last, and
    /// nothing else may have been judged for the log between the reading of its state and that.
    /// </summary>
    /// <param name="request">What anybody may have sent.</param>
    /// <param name="find">The log of an origin, or null where it is not known.</param>
    public static WitnessVerdict Judge(WitnessRequest request, Func<string, WitnessedLog?> find)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(find);
        if (!Checkpoint.TryParse(request.Checkpoint.Text, out var claimed, out _))
            return new(WitnessAnswer.Malformed);
        if (find(claimed.Origin) is not { } log)
            return new(WitnessAnswer.UnknownLog);
        if (!Checkpoint.TryOpen(request.Checkpoint, log.Origin, log.Keys, out var checkpoint, out _))
            return new(WitnessAnswer.Untrusted, log);
        if (request.OldSize > checkpoint.Size)
            return new(WitnessAnswer.Malformed, log, checkpoint);
        if (request.OldSize != log.Size)
            return new(WitnessAnswer.OtherSize, log, checkpoint);
        return new(IsConsistent(request, log, checkpoint) ? WitnessAnswer.Cosign : WitnessAnswer.Inconsistent, log, checkpoint);
    }

    private static bool IsConsistent(WitnessRequest request, WitnessedLog log, Checkpoint checkpoint) =>
        (checkpoint.Size > 0 || checkpoint.Root == MerkleTree.EmptyRoot)
        && MerkleVerifier.Consistency(log.Size, log.Root, checkpoint.Size, checkpoint.Root, request.Proof) == ProofFault.None;
}
