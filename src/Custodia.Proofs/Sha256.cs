using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Custodia.Proofs;

/// <summary>
/// SHA-256 of short inputs. The platform's own one-shot call spends some 400 ns on setting up, several times what
/// hashing a node takes, and a journal hashes two inputs for each entry whenever it is opened. So OpenSSL 3, where it
/// is present and agrees with the platform, is called directly; elsewhere the platform is.
/// </summary>
internal static class Sha256
{
    private const string Library = "libcrypto.so.3";

    // sizeof(SHA256_CTX), OpenSSL's sha.h: eight words of state, two of length, sixteen of block, two of counts.
    private const int ContextSize = 112;

    /// <summary>Whether OpenSSL is called directly.</summary>
    public static bool IsDirect { get; } = IsPresent() && Agrees();

    /// <summary>The hash of the input.</summary>
    public static Hash Of(ReadOnlySpan<byte> input)
    {
        Span<byte> digest = stackalloc byte[Hash.Size];
        if (!IsDirect || !TryDirect(input, digest))
            SHA256.HashData(input, digest);
        return Hash.FromSpan(digest);
    }

    private static bool TryDirect(ReadOnlySpan<byte> input, Span<byte> digest)
    {
        Span<byte> context = stackalloc byte[ContextSize];
        ref var start = ref MemoryMarshal.GetReference(context);
        return SHA256_Init(ref start) == 1
            && SHA256_Update(ref start, in MemoryMarshal.GetReference(input), (nuint)input.Length) == 1
            && SHA256_Final(ref MemoryMarshal.GetReference(digest), ref start) == 1;
    }

    private static bool IsPresent() =>
        NativeLibrary.TryLoad(Library, out var handle)
        && NativeLibrary.TryGetExport(handle, nameof(SHA256_Init), out _)
        && NativeLibrary.TryGetExport(handle, nameof(SHA256_Update), out _)
        && NativeLibrary.TryGetExport(handle, nameof(SHA256_Final), out _);

    // Around the block boundaries, where an implementation would differ first.
    private static bool Agrees()
    {
        Span<byte> direct = stackalloc byte[Hash.Size];
        Span<byte> platform = stackalloc byte[Hash.Size];
        Span<byte> input = stackalloc byte[130];
        for (var length = 0; length <= input.Length; length++)
        {
            SHA256.HashData(input[..length], platform);
            if (!TryDirect(input[..length], direct) || !direct.SequenceEqual(platform))
                return false;
            platform.CopyTo(input);
        }
        return true;
    }

    [DllImport(Library)]
    private static extern int SHA256_Init(ref byte context);

    [DllImport(Library)]
    private static extern int SHA256_Update(ref byte context, in byte input, nuint length);

    [DllImport(Library)]
    private static extern int SHA256_Final(ref byte digest, ref byte context);
}
