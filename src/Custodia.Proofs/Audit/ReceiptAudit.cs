namespace Custodia.Proofs.Audit;

/// <summary>What the audit of a receipt or of two checkpoints came to.</summary>
public sealed record ProofAuditResult : AuditResult
{
    /// <summary>The entry that the receipt is for; null if it proves none.</summary>
    public long? Entry { get; init; }

    /// <summary>The checkpoint that covers it, or the later of two; null if it is not good.</summary>
    public Checkpoint? Checkpoint { get; init; }
}

/// <summary>Verifies a receipt without the journal: that an entry is in a log (C2SP tlog-proof).</summary>
public static class ReceiptAudit
{
    /// <summary>Verifies a receipt.</summary>
    /// <param name="receipt">The bytes of the .tlog-proof file.</param>
    /// <param name="entry">The bytes of the entry.</param>
    /// <param name="origin">The log that it has to be in.</param>
    /// <param name="keys">The keys of that log.</param>
    public static ProofAuditResult Verify(
        ReadOnlySpan<byte> receipt, ReadOnlySpan<byte> entry, string origin, IReadOnlyCollection<INoteVerifier> keys)
    {
        var problems = new ProblemList();
        if (!TlogProof.TryParse(receipt, out var proof, out var fault))
        {
            problems.Add(AuditCodes.ReceiptMalformed, "receipt", null, "a receipt (tlog-proof)", $"{fault}");
            return new ProofAuditResult { Problems = problems.Problems };
        }

        fault = proof.Verify(entry, origin, keys, out var checkpoint);
        // That the entry stands at its own number keeps one from showing the same bytes for another place.
        if (fault == ProofFault.None && entry.Length >= EntryEnvelope.FixedBytes
            && EntryEnvelope.Sequence(entry) != proof.Index)
            problems.Add(
                AuditCodes.ReceiptProof, "receipt", proof.Index, $"{proof.Index}", $"{EntryEnvelope.Sequence(entry)}");
        else if (fault is ProofFault.OutOfRange or ProofFault.ProofLength or ProofFault.RootMismatch)
            problems.Add(
                AuditCodes.ReceiptProof, "receipt", proof.Index, "a proof from the entry to the root", $"{fault}");
        else if (fault != ProofFault.None)
            problems.Add(
                AuditCodes.ReceiptCheckpoint, "receipt", null, $"a checkpoint of {origin}, signed by a known key",
                $"{fault}");
        return problems.Problems.Count > 0
            ? new ProofAuditResult { Problems = problems.Problems }
            : new ProofAuditResult { Problems = [], Entry = proof.Index, Checkpoint = checkpoint };
    }
}
