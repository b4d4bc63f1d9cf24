using System.Security.Cryptography;

namespace Custodia.Proofs;

/// <summary>ECDSA on NIST P-256 over SHA-256 with keys as SubjectPublicKeyInfo.</summary>
internal static class EcdsaP256
{
    private const string CurveOid = "1.2.840.10045.3.1.7";

    /// <summary>Whether the curve is P-256, named by its object identifier.</summary>
    public static bool IsP256(ECDsa key) =>
        key.KeySize == 256 && key.ExportParameters(false).Curve.Oid.Value == CurveOid;

    /// <summary>Whether the bytes are a P-256 key in the one encoding that the platform writes.</summary>
    public static ProofFault CheckPublicKey(ReadOnlySpan<byte> subjectPublicKeyInfo)
    {
        try
        {
            using var key = Import(subjectPublicKeyInfo);
            if (!IsP256(key))
                return ProofFault.SignatureTypeUnsupported;
            return subjectPublicKeyInfo.SequenceEqual(key.ExportSubjectPublicKeyInfo())
                ? ProofFault.None
                : ProofFault.KeyMalformed;
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
    }

    /// <summary>Verifies a DER signature under a key that <see cref="CheckPublicKey"/> accepted.</summary>
    public static bool Verify(
        ReadOnlySpan<byte> subjectPublicKeyInfo, ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature)
    {
        // A key object is not safe on two threads, so each call has its own.
        using var key = Import(subjectPublicKeyInfo);
        return key.VerifyData(text, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    private static ECDsa Import(ReadOnlySpan<byte> subjectPublicKeyInfo)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(subjectPublicKeyInfo, out _);
            return key;
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }
}
