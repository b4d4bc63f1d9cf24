using System.Diagnostics.CodeAnalysis;

namespace Custodia.Proofs;

/// <summary>
/// The private key of a witness (C2SP tlog-cosignature, type 0x04), kept as PKCS #8 in PEM. It must sign nothing else:
/// the signed message names neither the witness nor its purpose beyond that of a cosignature.
/// </summary>
/// <remarks>Not safe for use by two threads at once. The key is wiped from memory on disposal.</remarks>
public sealed class CosignerKey : IDisposable
{
    private readonly NoteSigner _signer;

    private CosignerKey(NoteSigner signer)
    {
        _signer = signer;
        VerifierKey = new VerifierKey(
            signer.Name, SignatureType.CosignatureEd25519, signer.VerifierKey.PublicKey.ToArray());
    }

    /// <summary>The public key that verifies its cosignatures.</summary>
    public VerifierKey VerifierKey { get; }

    /// <summary>Makes a new key.</summary>
    /// <param name="name">Name of the witness, by custom a URL without its scheme.</param>
    /// <exception cref="ArgumentException">The name is empty, or has a space, a plus or a control
    /// character.</exception>
    /// <exception cref="PlatformNotSupportedException"><see cref="Ed25519.IsAvailable"/> is false.</exception>
    public static CosignerKey Generate(string name) => new(NoteSigner.Generate(name, SignatureType.Ed25519));

    /// <summary>Reads a key that <see cref="ExportPem"/> or another tool wrote, and names it.</summary>
    /// <exception cref="ArgumentException">The name is empty, or has a space, a plus or a control
    /// character.</exception>
    public static bool TryImportPem(
        string name, ReadOnlySpan<char> pem, [NotNullWhen(true)] out CosignerKey? key, out ProofFault fault)
    {
        key = null;
        if (!NoteSigner.TryImportPem(name, pem, out var signer, out fault))
            return false;
        if (signer.VerifierKey.Type != SignatureType.Ed25519)
        {
            signer.Dispose();
            fault = ProofFault.SignatureTypeUnsupported;
            return false;
        }
        key = new CosignerKey(signer);
        return true;
    }

    /// <summary>The private key, unencrypted, in PEM.</summary>
    public string ExportPem() => _signer.ExportPem();

    /// <summary>Cosigns a checkpoint. Whether it is consistent with earlier ones is the caller's to know
    /// (<see cref="Witness.Judge"/>).</summary>
    /// <param name="checkpoint">The checkpoint, of which all lines are signed.</param>
    /// <param name="time">When; kept to the second.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is not after 1 January 1970.</exception>
    public NoteSignature Cosign(Checkpoint checkpoint, DateTimeOffset time)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        ArgumentOutOfRangeException.ThrowIfLessThan(time.ToUnixTimeSeconds(), 1, nameof(time));
        var seconds = (ulong)time.ToUnixTimeSeconds();
        var signature = _signer.Sign(Cosignature.Message(seconds, NoteText.Encode(checkpoint.ToText())));
        return new NoteSignature(VerifierKey.Name, VerifierKey.KeyId, Cosignature.Join(seconds, signature));
    }

    /// <inheritdoc/>
    public void Dispose() => _signer.Dispose();
}
