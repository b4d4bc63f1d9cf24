using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Custodia.Proofs;

/// <summary>
/// What a log gives to a witness: a checkpoint, and the proof that it contains the tree that the witness saw last (C2SP
/// tlog-witness, "add-checkpoint"). Sent as the body of a request, or carried as a file.
/// </summary>
public sealed class WitnessRequest
{
    /// <summary>The largest request that is read.</summary>
    public const int MaxBytes = SignedNote.MaxBytes;

    /// <summary>The most hashes of the proof.</summary>
    public const int MaxProofLength = 63;

    private const string OldMark = "old ";

    private readonly Hash[] _proof;

    /// <summary>A request of these parts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The size is negative, or the proof too long.</exception>
    public WitnessRequest(long oldSize, ReadOnlySpan<Hash> proof, SignedNote checkpoint)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        ArgumentOutOfRangeException.ThrowIfNegative(oldSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(proof.Length, MaxProofLength, nameof(proof));
        OldSize = oldSize;
        Checkpoint = checkpoint;
        _proof = proof.ToArray();
    }

    /// <summary>The size of the tree that the witness saw last; 0: none.</summary>
    public long OldSize { get; }

    /// <summary>The consistency proof from the old size to that of the checkpoint (RFC 9162 §2.1.4).</summary>
    public ReadOnlySpan<Hash> Proof => _proof;

    /// <summary>The signed checkpoint, verbatim.</summary>
    public SignedNote Checkpoint { get; }

    /// <summary>Reads a request. Nothing is verified by this.</summary>
    public static bool TryParse(
        ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out WitnessRequest? request, out ProofFault fault)
    {
        request = null;
        fault = ProofFault.TooLarge;
        if (bytes.Length > MaxBytes)
            return false;
        fault = ProofFault.NotText;
        if (!NoteText.TryDecode(bytes, out var whole))
            return false;
        fault = ProofFault.WitnessRequestMalformed;
        var rest = whole.AsSpan();
        if (!NoteText.TryTakeLine(ref rest, out var line)
            || !line.StartsWith(OldMark)
            || !NoteText.TryParseDecimal(line[OldMark.Length..], out var oldSize)
            || !TryTakeProof(ref rest, out var proof))
            return false;
        if (!SignedNote.TryParse(Encoding.UTF8.GetBytes(rest.ToString()), out var note, out fault))
            return false;
        request = new WitnessRequest(oldSize, proof, note);
        return true;
    }

    /// <summary>The bytes of the request.</summary>
    public byte[] Encode()
    {
        var text = new StringBuilder(OldMark).Append(CultureInfo.InvariantCulture, $"{OldSize}\n");
        foreach (var hash in _proof)
            text.Append(hash.ToBase64()).Append('\n');
        return NoteText.Encode(text.Append('\n').Append(Checkpoint).ToString());
    }

    private static bool TryTakeProof(ref ReadOnlySpan<char> text, out Hash[] proof)
    {
        var hashes = new List<Hash>();
        proof = [];
        while (NoteText.TryTakeLine(ref text, out var line))
        {
            if (line.IsEmpty)
            {
                proof = [.. hashes];
                return true;
            }
            if (hashes.Count == MaxProofLength || !Hash.TryParseBase64(line, out var hash))
                return false;
            hashes.Add(hash);
        }
        return false;
    }
}
