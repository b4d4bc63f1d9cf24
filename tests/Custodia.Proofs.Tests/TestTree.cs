namespace Custodia.Proofs.Tests;

/// <summary>Trees to prove things about.</summary>
internal static class TestTree
{
    /// <summary>
    /// A tree of the entries of <see cref="NaiveTree"/>, whose older leaves are computed again when they are asked
    /// for.
    /// </summary>
    public static TileTree Of(int size)
    {
        var tree = new TileTree(ReadLeaves);
        for (var i = 0; i < size; i++)
            tree.Append(NaiveTree.Leaf(i));
        return tree;

        void ReadLeaves(long first, Span<Hash> leaves)
        {
            Assert.InRange(first, 0, size - leaves.Length);
            for (var i = 0; i < leaves.Length; i++)
                leaves[i] = NaiveTree.Leaf(first + i);
        }
    }

    public static Hash Flipped(in Hash hash, int bit)
    {
        var bytes = hash.ToArray();
        bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        return Hash.FromSpan(bytes);
    }
}

/// <summary>
/// A tree of any size, all of whose entries are the same: nodes of a level are equal, so none has to be stored.
/// </summary>
internal sealed class UniformTree : INodeSource
{
    private readonly Hash[] _levels = new Hash[63];

    public UniformTree()
    {
        _levels[0] = NaiveTree.Leaf(0);
        for (var level = 1; level < _levels.Length; level++)
            _levels[level] = MerkleTree.NodeHash(in _levels[level - 1], in _levels[level - 1]);
    }

    public Hash Leaf => _levels[0];

    public void Read(int level, long first, Span<Hash> nodes) => nodes.Fill(_levels[level]);
}
