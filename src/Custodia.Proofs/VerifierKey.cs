using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Custodia.Proofs;

/// <summary>
/// A named public key, written as one line: <c>name+key id in hexadecimal+base64(type, key)</c> (signed-note,
/// "Verifier keys"). The key material is 32 bytes for Ed25519 and its cosignatures, and the SubjectPublicKeyInfo in DER (RFC 5480 §2) for
/// ECDSA.
/// </summary>
/// <remarks>Immutable and safe on any thread.</remarks>
public sealed class VerifierKey : INoteVerifier
{
    /// <summary>The most characters of a line that is read.</summary>
    public const int MaxLength = 1024;

    private readonly byte[] _publicKey;

    internal VerifierKey(string name, SignatureType type, byte[] publicKey)
    {
        Name = name;
        Type = type;
        _publicKey = publicKey;
        KeyId = ComputeKeyId(name, type, publicKey);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public uint KeyId { get; }

    /// <summary>How the key signs.</summary>
    public SignatureType Type { get; }

    /// <summary>The key material, without the type before it.</summary>
    public ReadOnlyMemory<byte> PublicKey => _publicKey;

    /// <summary>Reads a verifier key line (without newline) and checks its key id.</summary>
    public static bool TryParse(ReadOnlySpan<char> line, [NotNullWhen(true)] out VerifierKey? key, out ProofFault fault)
    {
        key = null;
        fault = ProofFault.TooLarge;
        if (line.Length > MaxLength)
            return false;
        fault = ProofFault.KeyMalformed;
        var first = line.IndexOf('+');
        if (first < 0 || !NoteText.IsKeyName(line[..first]))
            return false;
        var rest = line[(first + 1)..];
        var second = rest.IndexOf('+');
        if (second != 2 * sizeof(uint)
            || !TryParseKeyId(rest[..second], out var keyId)
            || !NoteText.TryParseBase64(rest[(second + 1)..], out var typeAndKey)
            || typeAndKey.Length == 0)
            return false;
        var type = (SignatureType)typeAndKey[0];
        var publicKey = typeAndKey[1..];
        fault = Check(type, publicKey);
        if (fault != ProofFault.None)
            return false;
        var read = new VerifierKey(line[..first].ToString(), type, publicKey);
        if (read.KeyId != keyId)
        {
            fault = ProofFault.KeyIdMismatch;
            return false;
        }
        // One spelling for each key: the id in lower case.
        fault = ProofFault.KeyMalformed;
        if (!line.SequenceEqual(read.ToString()))
            return false;
        key = read;
        fault = ProofFault.None;
        return true;
    }

    /// <inheritdoc/>
    public bool Verify(ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature) => Type switch
    {
        SignatureType.Ed25519 => Ed25519.Verify(_publicKey, text, signature),
        SignatureType.EcdsaP256 => EcdsaP256.Verify(_publicKey, text, signature),
        SignatureType.CosignatureEd25519 => Cosignature.Verify(_publicKey, text, signature),
        _ => false,
    };

    /// <summary>The verifier key line.</summary>
    public override string ToString()
    {
        var material = Convert.ToBase64String([(byte)Type, .. _publicKey]);
        return string.Create(CultureInfo.InvariantCulture, $"{Name}+{KeyId:x8}+{material}");
    }

    private static bool TryParseKeyId(ReadOnlySpan<char> hex, out uint keyId) =>
        uint.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out keyId);

    private static ProofFault Check(SignatureType type, ReadOnlySpan<byte> publicKey) => type switch
    {
        SignatureType.Ed25519 or SignatureType.CosignatureEd25519 => CheckEd25519(publicKey),
        SignatureType.EcdsaP256 => EcdsaP256.CheckPublicKey(publicKey),
        _ => ProofFault.SignatureTypeUnsupported,
    };

    private static ProofFault CheckEd25519(ReadOnlySpan<byte> publicKey)
    {
        if (publicKey.Length != Ed25519.KeySize)
            return ProofFault.KeyMalformed;
        return Ed25519.IsAvailable ? ProofFault.None : ProofFault.SignatureTypeUnavailable;
    }

    // signed-note, "Signature types": ECDSA keys are identified without their name.
    private static uint ComputeKeyId(string name, SignatureType type, byte[] publicKey)
    {
        byte[] identified = type == SignatureType.EcdsaP256
            ? publicKey
            : [.. Encoding.UTF8.GetBytes(name), (byte)'\n', (byte)type, .. publicKey];
        return BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(identified));
    }
}
