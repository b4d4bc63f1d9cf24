using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Custodia.Proofs;

/// <summary>
/// A private key that signs notes, kept as PKCS #8 (RFC 5958) in PEM (RFC 7468 §10), as other tools read it.
/// </summary>
/// <remarks>Not safe for use by two threads at once. The key is wiped from memory on disposal.</remarks>
public abstract class NoteSigner : INoteSigner, IDisposable
{
    /// <summary>The most characters of a key file that is read.</summary>
    public const int MaxPemLength = 4096;

    private const string PemLabel = "PRIVATE KEY";

    private protected NoteSigner(VerifierKey verifierKey) => VerifierKey = verifierKey;

    /// <inheritdoc/>
    public string Name => VerifierKey.Name;

    /// <inheritdoc/>
    public uint KeyId => VerifierKey.KeyId;

    /// <summary>The public key that verifies what this one signs.</summary>
    public VerifierKey VerifierKey { get; }

    /// <summary>Makes a new key.</summary>
    /// <exception cref="ArgumentException">The name is empty, or has a space, a plus or a control
    /// character.</exception>
    /// <exception cref="PlatformNotSupportedException">An Ed25519 key where <see cref="Ed25519.IsAvailable"/> is
    /// false.</exception>
    public static NoteSigner Generate(string name, SignatureType type = SignatureType.EcdsaP256)
    {
        CheckName(name);
        return type switch
        {
            SignatureType.EcdsaP256 => new EcdsaNoteSigner(name, ECDsa.Create(ECCurve.NamedCurves.nistP256)),
            SignatureType.Ed25519 when !Ed25519.IsAvailable =>
                throw new PlatformNotSupportedException("Ed25519 needs OpenSSL 3."),
            SignatureType.Ed25519 => new Ed25519NoteSigner(name, RandomNumberGenerator.GetBytes(Ed25519.KeySize)),
            _ => throw new ArgumentOutOfRangeException(nameof(type)),
        };
    }

    /// <summary>Reads a key of either type that <see cref="ExportPem"/> or another tool wrote, and names it.</summary>
    /// <exception cref="ArgumentException">The name is empty, or has a space, a plus or a control
    /// character.</exception>
    public static bool TryImportPem(
        string name, ReadOnlySpan<char> pem, [NotNullWhen(true)] out NoteSigner? signer, out ProofFault fault)
    {
        CheckName(name);
        signer = null;
        fault = ProofFault.TooLarge;
        if (pem.Length > MaxPemLength)
            return false;
        fault = ProofFault.KeyMalformed;
        if (!PemEncoding.TryFind(pem, out var fields) || !pem[fields.Label].SequenceEqual(PemLabel))
            return false;
        var pkcs8 = new byte[fields.DecodedDataLength];
        if (!Convert.TryFromBase64Chars(pem[fields.Base64Data], pkcs8, out _))
            return false;
        fault = Ed25519NoteSigner.IsEd25519(pkcs8)
            ? Ed25519NoteSigner.Import(name, pkcs8, out signer)
            : EcdsaNoteSigner.Import(name, pkcs8, out signer);
        CryptographicOperations.ZeroMemory(pkcs8);
        return signer is not null;
    }

    /// <summary>The private key, unencrypted, in PEM.</summary>
    public string ExportPem()
    {
        var pkcs8 = ExportPkcs8();
        var pem = PemEncoding.WriteString(PemLabel, pkcs8);
        CryptographicOperations.ZeroMemory(pkcs8);
        return pem + "\n";
    }

    /// <inheritdoc/>
    public abstract byte[] Sign(ReadOnlySpan<byte> text);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    private protected abstract byte[] ExportPkcs8();

    /// <summary>Wipes the key.</summary>
    protected abstract void Dispose(bool disposing);

    private static void CheckName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!NoteText.IsKeyName(name))
            throw new ArgumentException("A key name has no space, plus or control character.", nameof(name));
    }
}
