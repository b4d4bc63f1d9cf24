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
}
