namespace Custodia.Proofs;

/// <summary>
/// The signature types that this library knows (signed-note, "Signature types"). Others come as an
/// <see cref="INoteVerifier"/>.
/// </summary>
public enum SignatureType : byte
{
    /// <summary>Ed25519 (RFC 8032). Needs OpenSSL 3 on the machine; see <see cref="Ed25519.IsAvailable"/>.</summary>
    Ed25519 = 0x01,

    /// <summary>
    /// ECDSA on NIST P-256 over SHA-256, the signature in DER (RFC 3279 §2.2.3). Needs nothing but the platform.
    /// </summary>
    EcdsaP256 = 0x02,

    /// <summary>
    /// A witness's cosignature: Ed25519 over a checkpoint and a time (C2SP tlog-cosignature). Needs OpenSSL 3 as well.
    /// </summary>
    CosignatureEd25519 = 0x04,
}
