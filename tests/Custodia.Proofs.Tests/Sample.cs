// This file is the sample in docs/formats/proofs.md; a test holds the two equal, and another runs it.
using Custodia.Proofs;

internal static class Sample
{
    /// <summary>
    /// Is this entry in that log? Needs the entry, the receipt, and the key line that you got by a way you trust.
    /// </summary>
    public static string CheckReceipt(byte[] entry, byte[] receiptFile, string keyLine, string origin)
    {
        if (!VerifierKey.TryParse(keyLine, out var key, out var fault))
            return $"key refused: {fault}";
        if (!TlogProof.TryParse(receiptFile, out var receipt, out fault))
            return $"receipt refused: {fault}";
        fault = receipt.Verify(entry, origin, [key], out var checkpoint);
        return fault == ProofFault.None
            ? $"entry {receipt.Index} of {checkpoint!.Size} is in {checkpoint.Origin}"
            : $"not proved: {fault}";
    }

    /// <summary>Is the log of today the log of last year with entries appended, and nothing else changed?</summary>
    public static string CheckGrowth(byte[] oldNote, byte[] newNote, Hash[] proof, string keyLine, string origin)
    {
        if (!VerifierKey.TryParse(keyLine, out var key, out var fault)
            || !Checkpoint.TryOpen(oldNote, origin, [key], out var older, out fault)
            || !Checkpoint.TryOpen(newNote, origin, [key], out var newer, out fault))
            return $"refused: {fault}";
        fault = MerkleVerifier.Consistency(older.Size, older.Root, newer.Size, newer.Root, proof);
        return fault == ProofFault.None
            ? $"{newer.Size - older.Size} entries were appended and nothing else changed"
            : $"not proved: {fault}";
    }
}
