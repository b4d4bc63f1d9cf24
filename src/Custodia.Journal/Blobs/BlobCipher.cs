using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Custodia.Journal.Blobs;

/// <summary>
/// AES-256-GCM over the chunks of one blob with the key of that blob alone: a nonce says which chunk it is and whether
/// it is the last, so that chunks cannot be moved, repeated or cut off.
/// </summary>
/// <remarks>Nonce: 3 zero bytes | u64 chunk number | u8 1 for the last chunk, else 0.</remarks>
internal sealed class BlobCipher(ReadOnlySpan<byte> fileKey) : IDisposable
{
    internal const int KeyBytes = 32;
    internal const int ChunkBytes = 64 * 1024;
    internal const int TagBytes = 16;
    internal const int SealedChunkBytes = ChunkBytes + TagBytes;

    private const int NonceBytes = 12;

    private readonly AesGcm _cipher = new(fileKey, TagBytes);

    internal void Seal(long number, bool last, ReadOnlySpan<byte> plain, Span<byte> sealedChunk)
    {
        Span<byte> nonce = stackalloc byte[NonceBytes];
        WriteNonce(nonce, number, last);
        _cipher.Encrypt(nonce, plain, sealedChunk[..plain.Length], sealedChunk.Slice(plain.Length, TagBytes));
    }

    /// <returns>Whether the chunk is the one with this number.</returns>
    internal bool TryOpen(long number, bool last, ReadOnlySpan<byte> sealedChunk, Span<byte> plain)
    {
        Span<byte> nonce = stackalloc byte[NonceBytes];
        WriteNonce(nonce, number, last);
        try
        {
            _cipher.Decrypt(nonce, sealedChunk[..^TagBytes], sealedChunk[^TagBytes..], plain);
            return true;
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }
    }

    public void Dispose() => _cipher.Dispose();

    private static void WriteNonce(Span<byte> nonce, long number, bool last)
    {
        nonce.Clear();
        BinaryPrimitives.WriteInt64BigEndian(nonce[3..], number);
        nonce[^1] = last ? (byte)1 : (byte)0;
    }
}
