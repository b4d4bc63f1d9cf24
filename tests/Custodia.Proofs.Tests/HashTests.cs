namespace Custodia.Proofs.Tests;

public sealed class HashTests
{
    private static readonly byte[] Bytes = [.. Enumerable.Range(200, 32).Select(i => (byte)i)];

    [Fact]
    public void A_hash_is_its_bytes_in_every_form()
    {
        var hash = Hash.FromSpan(Bytes);
        Assert.Equal(Bytes, hash.ToArray());
        Assert.Equal(Convert.ToHexStringLower(Bytes), hash.ToHex());
        Assert.Equal(Convert.ToBase64String(Bytes), hash.ToBase64());
        Assert.True(Hash.TryParseHex(hash.ToHex(), out var fromHex));
        Assert.True(Hash.TryParseHex(hash.ToHex().ToUpperInvariant(), out var fromUpperHex));
        Assert.True(Hash.TryParseBase64(hash.ToBase64(), out var fromBase64));
        Assert.Equal([hash, hash, hash], [fromHex, fromUpperHex, fromBase64]);
    }

    [Fact]
    public void Hashes_that_differ_in_one_bit_are_not_equal()
    {
        for (var bit = 0; bit < 256; bit++)
        {
            var other = (byte[])Bytes.Clone();
            other[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.NotEqual(Hash.FromSpan(Bytes), Hash.FromSpan(other));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB=")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==")]
    [InlineData("AAAAAAAAAAAAAAAAAAAA AAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n")]
    [InlineData("____________________________________________")]
    public void What_is_not_canonical_base64_of_32_bytes_is_refused(string text) =>
        Assert.False(Hash.TryParseBase64(text, out _));

    [Fact]
    public void What_is_not_64_hexadecimal_digits_is_refused()
    {
        var hex = Hash.FromSpan(Bytes).ToHex();
        Assert.False(Hash.TryParseHex(hex.AsSpan(1), out _));
        Assert.False(Hash.TryParseHex(hex + "0", out _));
        Assert.False(Hash.TryParseHex("g" + hex[1..], out _));
        Assert.False(Hash.TryParseHex(" " + hex[1..], out _));
    }

    [Fact]
    public void Only_32_bytes_are_a_hash()
    {
        Assert.Throws<ArgumentException>(() => Hash.FromSpan(new byte[31]));
        Assert.Throws<ArgumentException>(() => Hash.FromSpan(new byte[33]));
        Assert.Throws<ArgumentException>(() => default(Hash).CopyTo(new byte[31]));
    }

    [Fact]
    public void The_leaf_hash_is_the_same_on_each_side_of_every_buffer_size()
    {
        foreach (var length in (int[])[0, 1, 54, 55, 56, 1022, 1023, 1024, 1025, 65_535, 1_000_000])
        {
            var entry = new byte[length];
            new Random(length).NextBytes(entry);
            byte[] prefixed = [0, .. entry];
            Assert.Equal(
                Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(prefixed)),
                MerkleTree.LeafHash(entry).ToHex());
        }
    }
}
