using System.Text;
using Custodia.Books.Keeping;
using Custodia.Proofs;

namespace Custodia.Server.Reading;

/// <summary>What lies between a witness's last visit and today, verified as a stranger would.</summary>
/// <param name="Seen">The checkpoint that the witness cosigned last.</param>
/// <param name="Today">The newest checkpoint.</param>
/// <param name="Hashes">How many hashes the proof has.</param>
/// <param name="IsCosigned">Whether the recorded cosignature verifies under the registered key.</param>
/// <param name="Fault">Why the journal of today does not contain that of the visit; <c>None</c> where it does.</param>
public sealed record WitnessVisit(Checkpoint Seen, Checkpoint Today, int Hashes, bool IsCosigned, ProofFault Fault)
{
    /// <summary>Whether what the witness saw is still there, under its own signature.</summary>
    public bool IsSound => IsCosigned && Fault == ProofFault.None;

    /// <summary>Verifies the last visit of a witness; null where it never came.</summary>
    public static WitnessVisit? Verify(Desk desk, WitnessRow row)
    {
        var folder = desk.Folder;
        if (row is not { Size: { } size, Root: { } hex } || !Hash.TryParseHex(hex, out var root)
            || folder.Checkpoint() is not { } newest
            || !Checkpoint.TryOpen(newest, folder.Origin, [folder.VerifierKey], out var today, out _))
            return null;
        var proof = MerkleProof.Consistency(folder.Store, size, today.Size);
        var seen = new Checkpoint(folder.Origin, size, root);
        var isCosigned = VerifierKey.TryParse(row.Key, out var key, out _) && NoteSignature.TryParse(row.Signature, out var line)
            && line.IsBy(key) && key.Verify(Encoding.UTF8.GetBytes(seen.ToText()), line.Bytes.Span);
        var fault = MerkleVerifier.Consistency(seen.Size, seen.Root, today.Size, today.Root, proof);
        return new WitnessVisit(seen, today, proof.Length, isCosigned, fault);
    }
}
