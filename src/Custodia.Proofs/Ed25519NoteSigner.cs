using System.Security.Cryptography;

namespace Custodia.Proofs;

/// <summary>Signs notes with Ed25519 (signed-note type 0x01).</summary>
internal sealed class Ed25519NoteSigner(string name, byte[] seed)
    : NoteSigner(new VerifierKey(name, SignatureType.Ed25519, Ed25519.PublicKey(seed)))
{
    // RFC 8410 §7: version 0, algorithm 1.3.101.112, and the seed in an octet string in an octet string.
    private static ReadOnlySpan<byte> Pkcs8Prefix =>
        [0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20];

    public static bool IsEd25519(ReadOnlySpan<byte> pkcs8) =>
        pkcs8.Length == Pkcs8Prefix.Length + Ed25519.KeySize && pkcs8.StartsWith(Pkcs8Prefix);

    public static ProofFault Import(string name, ReadOnlySpan<byte> pkcs8, out NoteSigner? signer)
    {
        signer = Ed25519.IsAvailable ? new Ed25519NoteSigner(name, pkcs8[Pkcs8Prefix.Length..].ToArray()) : null;
        return signer is null ? ProofFault.SignatureTypeUnavailable : ProofFault.None;
    }

    public override byte[] Sign(ReadOnlySpan<byte> text) => Ed25519.Sign(seed, text);

    private protected override byte[] ExportPkcs8() => [.. Pkcs8Prefix, .. seed];

    protected override void Dispose(bool disposing) => CryptographicOperations.ZeroMemory(seed);
}
