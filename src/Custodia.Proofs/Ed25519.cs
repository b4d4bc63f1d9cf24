using System.Runtime.InteropServices;
using System.Security.Cryptography;

[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]

namespace Custodia.Proofs;

/// <summary>
/// Ed25519 (RFC 8032 §5.1) by the system's OpenSSL 3, because the platform has no interface to it.
/// </summary>
public static class Ed25519
{
    /// <summary>Bytes of a public key, and of the seed that is the private key.</summary>
    public const int KeySize = 32;

    /// <summary>Bytes of a signature.</summary>
    public const int SignatureSize = 64;

    private const string Library = "libcrypto.so.3";

    // NID_ED25519 in OpenSSL's obj_mac.h, the same as EVP_PKEY_ED25519.
    private const int KeyType = 1087;

    /// <summary>Whether OpenSSL 3 is on this machine, so that Ed25519 keys can be used.</summary>
    public static bool IsAvailable { get; } =
        NativeLibrary.TryLoad(Library, out var handle)
        && NativeLibrary.TryGetExport(handle, nameof(EVP_DigestVerify), out _);

    internal static byte[] PublicKey(ReadOnlySpan<byte> seed)
    {
        var publicKey = new byte[KeySize];
        nuint length = KeySize;
        var key = PrivateKey(seed);
        var done = EVP_PKEY_get_raw_public_key(key, ref publicKey[0], ref length);
        EVP_PKEY_free(key);
        return done == 1 ? publicKey : throw new CryptographicException("Ed25519: no public key.");
    }

    internal static byte[] Sign(ReadOnlySpan<byte> seed, ReadOnlySpan<byte> text)
    {
        var signature = new byte[SignatureSize];
        nuint length = SignatureSize;
        var key = PrivateKey(seed);
        var context = EVP_MD_CTX_new();
        var done = EVP_DigestSignInit(context, 0, 0, 0, key) == 1
            && EVP_DigestSign(
                context,
                ref signature[0],
                ref length,
                in MemoryMarshal.GetReference(text),
                (nuint)text.Length) == 1
            && length == SignatureSize;
        EVP_MD_CTX_free(context);
        EVP_PKEY_free(key);
        return done ? signature : throw new CryptographicException("Ed25519: signing failed.");
    }

    internal static bool Verify(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature)
    {
        if (signature.Length != SignatureSize)
            return false;
        var key = EVP_PKEY_new_raw_public_key(KeyType, 0, in MemoryMarshal.GetReference(publicKey), KeySize);
        if (key == 0)
            return false;
        var context = EVP_MD_CTX_new();
        var good = EVP_DigestVerifyInit(context, 0, 0, 0, key) == 1
            && EVP_DigestVerify(
                context,
                in MemoryMarshal.GetReference(signature),
                SignatureSize,
                in MemoryMarshal.GetReference(text),
                (nuint)text.Length) == 1;
        EVP_MD_CTX_free(context);
        EVP_PKEY_free(key);
        // The platform uses the same library and would meet our errors on this thread.
        if (!good)
            ERR_clear_error();
        return good;
    }

    private static nint PrivateKey(ReadOnlySpan<byte> seed)
    {
        var key = EVP_PKEY_new_raw_private_key(KeyType, 0, in MemoryMarshal.GetReference(seed), KeySize);
        return key != 0 ? key : throw new CryptographicException("Ed25519: the key was not taken.");
    }

    [DllImport(Library)]
    private static extern nint EVP_PKEY_new_raw_private_key(int type, nint engine, in byte key, nuint length);

    [DllImport(Library)]
    private static extern nint EVP_PKEY_new_raw_public_key(int type, nint engine, in byte key, nuint length);

    [DllImport(Library)]
    private static extern int EVP_PKEY_get_raw_public_key(nint key, ref byte publicKey, ref nuint length);

    [DllImport(Library)]
    private static extern void EVP_PKEY_free(nint key);

    [DllImport(Library)]
    private static extern nint EVP_MD_CTX_new();

    [DllImport(Library)]
    private static extern void EVP_MD_CTX_free(nint context);

    [DllImport(Library)]
    private static extern int EVP_DigestSignInit(nint context, nint keyContext, nint digest, nint engine, nint key);

    [DllImport(Library)]
    private static extern int EVP_DigestSign(
        nint context, ref byte signature, ref nuint length, in byte text, nuint textLength);

    [DllImport(Library)]
    private static extern int EVP_DigestVerifyInit(nint context, nint keyContext, nint digest, nint engine, nint key);

    [DllImport(Library)]
    private static extern int EVP_DigestVerify(
        nint context, in byte signature, nuint length, in byte text, nuint textLength);

    [DllImport(Library)]
    private static extern void ERR_clear_error();
}
