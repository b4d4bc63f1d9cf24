using Custodia.Proofs;

namespace Custodia.Journal.Tests;

/// <summary>Hashing side by side against hashing one by one with the library's SHA-256.</summary>
public sealed class MerkleBatchTests
{
    private readonly Random _random = new(7);

    [Fact]
    public void Leaves_of_each_length_have_the_hashes_that_they_have_alone()
    {
        for (var start = 0; start < 400; start += 40)
            AssertLeaves([.. Enumerable.Range(start, 40)]);
    }

    [Fact]
    public void Leaves_of_mixed_lengths_and_in_any_number_have_the_hashes_that_they_have_alone()
    {
        for (var count = 0; count < 70; count++)
            AssertLeaves(
                [.. Enumerable.Range(0, count).Select(_ => _random.Next(_random.Next(10) == 0 ? 65_536 : 500))]);
    }

    [Fact]
    public void Nodes_have_the_hashes_that_they_have_alone_even_when_written_over_their_children()
    {
        for (var count = 0; count < 70; count++)
        {
            var nodes = new Hash[count];
            foreach (ref var node in nodes.AsSpan())
                node = MerkleTree.LeafHash(RandomBytes(9));
            var expected = Enumerable.Range(0, count / 2)
                .Select(pair => MerkleTree.NodeHash(in nodes[2 * pair], in nodes[(2 * pair) + 1])).ToArray();
            MerkleBatch.Pairs(nodes, nodes);
            Assert.Equal(expected, nodes[..(count / 2)]);
        }
    }

    private void AssertLeaves(int[] lengths)
    {
        var source = RandomBytes(lengths.Sum() + 3);
        var extents = new Extent[lengths.Length];
        var offset = 3;
        for (var index = 0; index < lengths.Length; index++)
        {
            extents[index] = new Extent(offset, lengths[index]);
            offset += lengths[index];
        }
        var hashes = new Hash[lengths.Length];
        MerkleBatch.Leaves(source, extents, hashes);
        Assert.Equal(
            extents.Select(extent => MerkleTree.LeafHash(source.AsSpan(extent.Offset, extent.Length))), hashes);
    }

    private byte[] RandomBytes(int count)
    {
        var bytes = new byte[count];
        _random.NextBytes(bytes);
        return bytes;
    }
}
