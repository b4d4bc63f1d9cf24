using System.Security.Cryptography;

namespace Custodia.Journal.Blobs;

/// <summary>
/// The plain bytes of a blob, chunk by chunk: each chunk is authentic before a byte of it is handed out, and the last
/// read fails if the whole does not have the digest of its address.
/// </summary>
internal sealed class BlobReadStream : Stream
{
    private readonly BlobId _id;
    private readonly FileStream _file;
    private readonly BlobCipher _cipher;
    private readonly BlobLayout _layout;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _sealed = new byte[BlobCipher.SealedChunkBytes];
    private readonly byte[] _plain = new byte[BlobCipher.ChunkBytes];
    private long _chunk;
    private long _position;
    private int _start;
    private int _end;

    internal BlobReadStream(BlobId id, FileStream file, BlobLayout layout, ReadOnlySpan<byte> fileKey)
    {
        _id = id;
        _file = file;
        _layout = layout;
        _cipher = new BlobCipher(fileKey);
        _file.Position = BlobLayout.FirstChunk;
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    /// <summary>Length of the plain bytes.</summary>
    public override long Length => _layout.PlainBytes;

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (_start == _end && _chunk < _layout.Chunks)
        {
            var length = _layout.SealedBytesOf(_chunk);
            _file.ReadExactly(_sealed, 0, length);
            OpenChunk(length);
        }

        return Take(buffer);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_start == _end && _chunk < _layout.Chunks)
        {
            var length = _layout.SealedBytesOf(_chunk);
            await _file.ReadExactlyAsync(_sealed.AsMemory(0, length), cancellationToken).ConfigureAwait(false);
            OpenChunk(length);
        }

        return Take(buffer.Span);
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _file.Dispose();
            _cipher.Dispose();
            _hash.Dispose();
            CryptographicOperations.ZeroMemory(_plain);
        }

        base.Dispose(disposing);
    }

    private void OpenChunk(int length)
    {
        var last = _chunk == _layout.Chunks - 1;
        var plain = _plain.AsSpan(0, length - BlobCipher.TagBytes);
        if (!_cipher.TryOpen(_chunk, last, _sealed.AsSpan(0, length), plain))
            throw new BlobException(BlobException.Corrupt, _id, $"{_id}: chunk {_chunk} was changed, moved or cut");
        _hash.AppendData(plain);
        if (last && !_hash.GetHashAndReset().AsSpan().SequenceEqual(_id.Digest.ToArray()))
            throw new BlobException(BlobException.Corrupt, _id, $"{_id}: the content is not that of the address");
        _chunk++;
        (_start, _end) = (0, plain.Length);
    }

    private int Take(Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, _end - _start);
        _plain.AsSpan(_start, count).CopyTo(buffer);
        _start += count;
        _position += count;
        return count;
    }
}
