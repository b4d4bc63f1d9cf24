using System.Security.Cryptography;
using System.Text;
using Custodia.Journal.Blobs;
using Custodia.Journal.Sealing;
using Custodia.Journal.Tests.Sealing;
using Custodia.Proofs;

namespace Custodia.Journal.Tests.Blobs;

public sealed class BlobStoreTests : IDisposable
{
    private const int Chunk = 64 * 1024;
    private const int SealedChunk = Chunk + 16;
    private const int Magic = 16;

    private static readonly CancellationToken None = CancellationToken.None;

    private readonly TemporaryFolder _folder = new();
    private readonly FileKeyRing _keys;
    private readonly BlobStore _blobs;

    public BlobStoreTests()
    {
        _keys = FileKeyRing.Open(_folder["keys"], new KeyProtection.None(), new SettableTime());
        _keys.Add(BlobStore.GeneralCompartment);
        _blobs = new BlobStore(_folder["blobs"], _keys);
    }

    public void Dispose()
    {
        _blobs.Dispose();
        _keys.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Chunk - 1)]
    [InlineData(Chunk)]
    [InlineData(Chunk + 1)]
    [InlineData(3 * Chunk)]
    [InlineData(5 * Chunk + 17)]
    public async Task What_is_put_is_read_back_under_the_digest_of_its_bytes(int length)
    {
        var content = Content(length);

        var id = await Put(content);

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), id.ToString());
        Assert.Equal(content, await Read(id));
        using var stream = _blobs.Open(id);
        Assert.Equal(length, stream.Length);
        using var copy = new MemoryStream();
        stream.CopyTo(copy, 1000);
        Assert.Equal(content, copy.ToArray());
    }

    [Fact]
    public async Task Nothing_of_the_content_is_in_the_file()
    {
        var content = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("plutonium ", 20_000)));
        var id = await Put(content);

        Assert.Equal(-1, File.ReadAllBytes(PathOf(id)).AsSpan().IndexOf("plutonium"u8));
    }

    [Fact]
    public async Task Putting_the_same_bytes_again_changes_nothing()
    {
        var id = await Put(Content(1000));
        var stored = File.ReadAllBytes(PathOf(id));

        Assert.Equal(id, await Put(Content(1000)));

        Assert.Equal(stored, File.ReadAllBytes(PathOf(id)));
        Assert.Equal([id], _blobs.List());
        Assert.Empty(Directory.EnumerateFiles(_folder["blobs/incoming"]));
    }

    [Fact]
    public async Task Every_flipped_bit_of_a_blob_is_found()
    {
        var id = await Put(Content(40));
        var good = File.ReadAllBytes(PathOf(id));
        for (var bit = 0; bit < good.Length * 8; bit++)
        {
            var bad = good.ToArray();
            bad[bit / 8] ^= (byte)(1 << bit % 8);
            File.WriteAllBytes(PathOf(id), bad);
            Assert.Equal(BlobException.Corrupt, (await _blobs.VerifyAsync(id, None))?.Code);
        }
    }

    [Fact]
    public async Task A_blob_cut_anywhere_is_found()
    {
        var id = await Put(Content(2 * Chunk + 5));
        var good = File.ReadAllBytes(PathOf(id));
        int[] lengths = [0, 1, 50, Magic + SealedChunk, good.Length - SealedChunk, good.Length - 77, good.Length - 1];
        foreach (var length in lengths)
        {
            File.WriteAllBytes(PathOf(id), good[..length]);
            Assert.Equal(BlobException.Corrupt, (await _blobs.VerifyAsync(id, None))?.Code);
        }
    }

    [Fact]
    public async Task Chunks_swapped_dropped_or_repeated_are_found()
    {
        var id = await Put(Content(3 * Chunk));
        var good = File.ReadAllBytes(PathOf(id)).AsSpan();
        var head = good[..Magic].ToArray();
        var (a, b, c) = (ChunkOf(0), ChunkOf(1), ChunkOf(2));
        var tail = good[(Magic + 3 * SealedChunk)..].ToArray();
        byte[][] forgeries =
        [
            [.. head, .. b, .. a, .. c, .. tail],
            [.. head, .. a, .. b, .. tail],
            [.. head, .. a, .. c, .. tail],
            [.. head, .. a, .. a, .. b, .. c, .. tail],
            [.. head, .. a, .. b, .. c, .. c, .. tail],
        ];
        foreach (var forgery in forgeries)
        {
            File.WriteAllBytes(PathOf(id), forgery);
            Assert.Equal(BlobException.Corrupt, (await _blobs.VerifyAsync(id, None))?.Code);
        }

        byte[] ChunkOf(int number) => File.ReadAllBytes(PathOf(id))[(Magic + number * SealedChunk)..][..SealedChunk];
    }

    [Fact]
    public async Task A_sound_blob_under_the_name_of_another_is_corrupt()
    {
        var one = await Put(Content(10));
        var other = await Put(Content(20));
        File.Copy(PathOf(one), PathOf(other), overwrite: true);

        var problems = new List<BlobException>();
        await foreach (var problem in _blobs.VerifyAllAsync(None))
            problems.Add(problem);

        Assert.Equal((BlobException.Corrupt, other), (Assert.Single(problems).Code, problems[0].Id));
    }

    [Fact]
    public async Task A_corrupt_blob_is_healed_by_putting_its_bytes_again()
    {
        var id = await Put(Content(100));
        var bad = File.ReadAllBytes(PathOf(id));
        bad[Magic] ^= 1;
        File.WriteAllBytes(PathOf(id), bad);

        await Put(Content(100));

        Assert.Null(await _blobs.VerifyAsync(id, None));
    }

    [Fact]
    public async Task A_destroyed_key_closes_its_blobs_and_leaves_those_of_others()
    {
        _keys.Add("incidents");
        var erased = await Put(Content(10), "incidents");
        var kept = await Put(Content(20));

        _keys.Destroy("incidents");

        Assert.Equal(BlobException.KeyDestroyed, Assert.Throws<BlobException>(() => _blobs.Open(erased)).Code);
        Assert.Equal(Content(20), await Read(kept));
        var refused = await Assert.ThrowsAsync<KeyRingException>(() => Put(Content(30), "incidents"));
        Assert.Equal(KeyRingException.Erased, refused.Code);
    }

    [Fact]
    public async Task A_blob_of_two_compartments_stays_readable_until_both_keys_are_destroyed()
    {
        _keys.Add("incidents");
        _keys.Add("sources");
        var id = await Put(Content(Chunk + 1), "incidents");
        Assert.Equal(id, await Put(Content(Chunk + 1), "sources"));

        _keys.Destroy("incidents");
        Assert.Equal(Content(Chunk + 1), await Read(id));
        _keys.Destroy("sources");
        Assert.Equal(BlobException.KeyDestroyed, (await _blobs.VerifyAsync(id, None))?.Code);

        _keys.Add("sources");
        await Put(Content(Chunk + 1), "sources");
        Assert.Equal(Content(Chunk + 1), await Read(id));
    }

    [Fact]
    public async Task A_key_that_is_not_in_the_ring_is_said_and_its_blob_is_not_overwritten()
    {
        var id = await Put(Content(10));
        using var otherKeys = FileKeyRing.Open(_folder["other"], new KeyProtection.None(), new SettableTime());
        otherKeys.Add(BlobStore.GeneralCompartment);
        using var other = new BlobStore(_folder["blobs"], otherKeys);

        Assert.Equal(BlobException.NoKey, Assert.Throws<BlobException>(() => other.Open(id)).Code);
        var failure = await Assert.ThrowsAsync<BlobException>(
            () => other.PutAsync(new MemoryStream(Content(10)), "", None));
        Assert.Equal(BlobException.NoKey, failure.Code);
        Assert.Equal(Content(10), await Read(id));
    }

    [Fact]
    public async Task A_compartment_has_the_blobs_that_were_put_into_it_and_no_others()
    {
        _keys.Add("incidents");
        var id = await Put(Content(10), "incidents");
        Assert.Equal((true, false), (_blobs.Contains(id, "incidents"), _blobs.Contains(id, BlobStore.GeneralCompartment)));
        await Put(Content(10));
        Assert.True(_blobs.Contains(id, BlobStore.GeneralCompartment));
        _keys.Destroy("incidents");
        Assert.Equal((false, true), (_blobs.Contains(id, "incidents"), _blobs.Contains(id, BlobStore.GeneralCompartment)));
        Assert.False(_blobs.Contains(new BlobId(MerkleTree.EmptyRoot), BlobStore.GeneralCompartment));
    }

    [Fact]
    public void A_blob_that_was_never_put_is_missing()
    {
        var id = new BlobId(MerkleTree.EmptyRoot);
        Assert.Equal(BlobException.Missing, Assert.Throws<BlobException>(() => _blobs.Open(id)).Code);
        Assert.False(_blobs.Contains(id));
    }

    [Fact]
    public async Task One_byte_over_the_limit_is_refused_and_leaves_nothing()
    {
        var failure = await Assert.ThrowsAsync<BlobException>(
            () => _blobs.PutAsync(new ZeroStream(BlobStore.MaxBytes + 1), "", None));

        Assert.Equal(BlobException.TooLarge, failure.Code);
        Assert.Empty(_blobs.List());
        Assert.Empty(Directory.EnumerateFiles(_folder["blobs/incoming"]));
    }

    [Fact]
    public async Task A_source_that_fails_leaves_nothing()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => _blobs.PutAsync(new MemoryStream(Content(10)), "", cancelled.Token));

        Assert.Empty(_blobs.List());
        Assert.Empty(Directory.EnumerateFiles(_folder["blobs/incoming"]));
    }

    [Fact]
    public async Task What_an_interrupted_put_left_is_no_blob_and_is_discarded()
    {
        File.WriteAllText(_folder["blobs/incoming/half"], "half");
        var id = await Put(Content(10));

        _blobs.DiscardUnfinished();

        Assert.Equal([id], _blobs.List());
        Assert.Empty(Directory.EnumerateFiles(_folder["blobs/incoming"]));
    }

    private Task<BlobId> Put(byte[] content, string compartment = "") =>
        _blobs.PutAsync(new MemoryStream(content), compartment, None);

    private async Task<byte[]> Read(BlobId id)
    {
        await using var stream = _blobs.Open(id);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }

    private string PathOf(BlobId id) => _folder[$"blobs/{id.ToString()[..2]}/{id}"];

    // Content that differs from chunk to chunk, and for each length.
    private static byte[] Content(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }

    private sealed class ZeroStream(long length) : Stream
    {
        private long _left = length;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var taken = (int)Math.Min(count, _left);
            buffer.AsSpan(offset, taken).Clear();
            _left -= taken;
            return taken;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
