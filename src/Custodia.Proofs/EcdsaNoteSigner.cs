using System.Security.Cryptography;

namespace Custodia.Proofs;

/// <summary>Signs notes with ECDSA P-256 (signed-note type 0x02).</summary>
internal sealed class EcdsaNoteSigner(string name, ECDsa key)
    : NoteSigner(new VerifierKey(name, SignatureType.EcdsaP256, key.ExportSubjectPublicKeyInfo()))
{
    public static ProofFault Import(string name, ReadOnlySpan<byte> pkcs8, out NoteSigner? signer)
    {
        signer = null;
        var key = ECDsa.Create();
        try
        {
            key.ImportPkcs8PrivateKey(pkcs8, out _);
            if (EcdsaP256.IsP256(key))
                signer = new EcdsaNoteSigner(name, key);
            return signer is null ? ProofFault.SignatureTypeUnsupported : ProofFault.None;
        }
        catch (CryptographicException)
        {
            return ProofFault.KeyMalformed;
        }
        catch (PlatformNotSupportedException)
        {
            // A curve that the platform has never heard of.
            return ProofFault.SignatureTypeUnsupported;
        }
        finally
        {
            if (signer is null)
                key.Dispose();
        }
    }

    public override byte[] Sign(ReadOnlySpan<byte> text) =>
        key.SignData(text, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

    private protected override byte[] ExportPkcs8() => key.ExportPkcs8PrivateKey();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            key.Dispose();
    }
}
