namespace Custodia.Proofs;

/// <summary>
/// Why something read from outside was refused. Nothing read from outside is refused by an exception.
/// </summary>
public enum ProofFault
{
    /// <summary>It was not refused.</summary>
    None = 0,

    /// <summary>Larger than the limit for its kind.</summary>
    TooLarge,

    /// <summary>Not valid UTF-8, or with a control character other than newline (signed-note, "Format").</summary>
    NotText,

    /// <summary>Not of the form of a signed note (signed-note, "Format").</summary>
    NoteMalformed,

    /// <summary>More signatures than the limit.</summary>
    TooManySignatures,

    /// <summary>No signature is by a key that was given as known (signed-note, "Signatures").</summary>
    NoKnownSignature,

    /// <summary>A signature by a known key does not verify (signed-note, "Signatures").</summary>
    BadSignature,

    /// <summary>
    /// Not of the form of a verifier key, or of a private key (signed-note, "Verifier keys"; RFC 5958).
    /// </summary>
    KeyMalformed,

    /// <summary>The key id in a verifier key is not that of its public key.</summary>
    KeyIdMismatch,

    /// <summary>The signature type or curve of a key is not one that this library knows.</summary>
    SignatureTypeUnsupported,

    /// <summary>The signature type is known, but the system library that it needs is absent.</summary>
    SignatureTypeUnavailable,

    /// <summary>Not of the form of a checkpoint (tlog-checkpoint, "Note text").</summary>
    CheckpointMalformed,

    /// <summary>The checkpoint is of another log.</summary>
    OriginMismatch,

    /// <summary>Not of the form of a receipt (tlog-proof, "Format").</summary>
    ReceiptMalformed,

    /// <summary>Not of the form of a request to a witness (tlog-witness, "add-checkpoint").</summary>
    WitnessRequestMalformed,

    /// <summary>Not the path of a tile or entry bundle (tlog-tiles, "APIs").</summary>
    TilePathMalformed,

    /// <summary>Not the content of that tile or entry bundle (tlog-tiles, "Merkle Tree", "Log entries").</summary>
    TileMalformed,

    /// <summary>There is no such entry, or no such earlier tree, in a tree of that size.</summary>
    OutOfRange,

    /// <summary>A proof has too few or too many hashes for its index and sizes.</summary>
    ProofLength,

    /// <summary>A proof leads to another root.</summary>
    RootMismatch,
}
