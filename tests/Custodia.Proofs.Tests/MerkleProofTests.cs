using FsCheck;
using FsCheck.Fluent;

namespace Custodia.Proofs.Tests;

public sealed class MerkleProofTests
{
    private const int Exhaustive = 130;
    private static readonly TileTree Tree = TestTree.Of(1000);
    private static readonly Hash[] Roots = [.. Enumerable.Range(0, 1001).Select(size => Tree.Root(size))];

    // The proofs of the tree in FrontierTests, with the sources named there.
    [Theory]
    [InlineData(0, 8, "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7 " +
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e " +
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4")]
    [InlineData(5, 8, "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b " +
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0 " +
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(2, 3, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    public void Published_inclusion_proofs_are_made_and_verified(int index, int size, string expected)
    {
        var tree = PublishedTree();
        var path = tree.Inclusion(index, size);
        Assert.Equal(expected.Split(' '), path.Select(hash => hash.ToHex()));
        var leaf = MerkleTree.LeafHash(Convert.FromHexString(FrontierTests.Entries[index]));
        Assert.Equal(ProofFault.None, MerkleVerifier.Inclusion(leaf, index, size, path, tree.Root(size)));
    }

    [Theory]
    [InlineData(6, 8, "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a " +
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0 " +
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(2, 5, "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e " +
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b")]
    public void Published_consistency_proofs_are_made_and_verified(int first, int second, string expected)
    {
        var tree = PublishedTree();
        var path = tree.Consistency(first, second);
        Assert.Equal(expected.Split(' '), path.Select(hash => hash.ToHex()));
        Assert.Equal(
            ProofFault.None,
            MerkleVerifier.Consistency(first, tree.Root(first), second, tree.Root(second), path));
    }

    [Fact]
    public void Every_proof_in_a_small_tree_is_that_of_the_recursive_definition()
    {
        for (var size = 1; size <= 66; size++)
        {
            var leaves = NaiveTree.Leaves(size);
            for (var i = 0; i < size; i++)
            {
                Assert.Equal(NaiveTree.Path(i, leaves), Tree.Inclusion(i, size));
                Assert.Equal(NaiveTree.Proof(i + 1, leaves), Tree.Consistency(i + 1, size));
            }
        }
    }

    [Fact]
    public void Every_inclusion_proof_holds_at_its_own_index_size_and_root_only()
    {
        for (var size = 1; size <= Exhaustive; size++)
        {
            for (var index = 0; index < size; index++)
            {
                var path = Tree.Inclusion(index, size);
                var leaf = NaiveTree.Leaf(index);
                Assert.Equal(ProofFault.None, MerkleVerifier.Inclusion(leaf, index, size, path, Roots[size]));
                foreach (var other in (int[])[index - 1, index + 1, index ^ 2, index ^ 64])
                    Assert.NotEqual(ProofFault.None, MerkleVerifier.Inclusion(leaf, other, size, path, Roots[size]));
                foreach (var other in (int[])[0, size - 1, size + 1, size * 2])
                    Assert.NotEqual(ProofFault.None, MerkleVerifier.Inclusion(leaf, index, other, path, Roots[other]));
                AssertRefusedWhenChanged(
                    path, changed => MerkleVerifier.Inclusion(leaf, index, size, changed, Roots[size]));
            }
        }
    }

    [Fact]
    public void Every_consistency_proof_holds_at_its_own_sizes_and_roots_only()
    {
        for (var second = 1; second <= Exhaustive; second++)
        {
            for (var first = 1; first <= second; first++)
            {
                var path = Tree.Consistency(first, second);
                Assert.Equal(ProofFault.None, Verify(first, second, path));
                // An empty proof holds from the empty tree to any other.
                foreach (var other in ((int[])[first - 1, first + 1, 0]).Where(other => other > 0 || path.Length > 0))
                    Assert.NotEqual(ProofFault.None, Verify(other, second, path));
                foreach (var other in (int[])[second - 1, second + 1, second * 2])
                    Assert.NotEqual(ProofFault.None, Verify(first, other, path));
                AssertRefusedWhenChanged(path, changed => Verify(first, second, changed));
            }
        }

        static ProofFault Verify(int first, int second, Hash[] path) =>
            MerkleVerifier.Consistency(first, Roots[first], second, Roots[second], path);
    }

    [Fact]
    public void Any_flipped_bit_is_refused()
    {
        var path = Tree.Inclusion(700, 1000);
        var consistency = Tree.Consistency(513, 1000);
        var leaf = NaiveTree.Leaf(700);
        for (var bit = 0; bit < 256; bit++)
        {
            Assert.Equal(
                ProofFault.RootMismatch,
                MerkleVerifier.Inclusion(TestTree.Flipped(leaf, bit), 700, 1000, path, Roots[1000]));
            Assert.Equal(
                ProofFault.RootMismatch,
                MerkleVerifier.Inclusion(leaf, 700, 1000, path, TestTree.Flipped(Roots[1000], bit)));
            Assert.Equal(
                ProofFault.RootMismatch,
                MerkleVerifier.Consistency(513, TestTree.Flipped(Roots[513], bit), 1000, Roots[1000], consistency));
            for (var step = 0; step < path.Length; step++)
                Assert.Equal(
                    ProofFault.RootMismatch,
                    MerkleVerifier.Inclusion(leaf, 700, 1000, With(path, step, bit), Roots[1000]));
            for (var step = 0; step < consistency.Length; step++)
            {
                var changed = With(consistency, step, bit);
                Assert.Equal(
                    ProofFault.RootMismatch,
                    MerkleVerifier.Consistency(513, Roots[513], 1000, Roots[1000], changed));
            }
        }
    }

    [Fact]
    public void Proofs_hold_in_trees_of_any_size_up_to_the_largest()
    {
        var tree = new UniformTree();
        Check.QuickThrowOnFailure(Prop.ForAll(
            ArbMap.Default.ArbFor<int>(),
            seed =>
            {
                var random = new Random(seed);
                return HoldsAt(tree, random.NextInt64() >> random.Next(63), random.NextInt64() >> random.Next(63));
            }));
        Assert.True(HoldsAt(tree, long.MaxValue - 1, long.MaxValue - 1));
        Assert.True(HoldsAt(tree, 0, long.MaxValue - 1));
        Assert.True(HoldsAt(tree, long.MaxValue / 2, long.MaxValue - 1));
    }

    [Fact]
    public void A_tree_is_consistent_with_itself_and_with_the_empty_tree_by_an_empty_proof_only()
    {
        Assert.Empty(Tree.Consistency(0, 9));
        Assert.Empty(Tree.Consistency(9, 9));
        Assert.Equal(ProofFault.None, MerkleVerifier.Consistency(0, MerkleTree.EmptyRoot, 9, Roots[9], []));
        Assert.Equal(ProofFault.None, MerkleVerifier.Consistency(0, MerkleTree.EmptyRoot, 0, MerkleTree.EmptyRoot, []));
        Assert.Equal(ProofFault.None, MerkleVerifier.Consistency(9, Roots[9], 9, Roots[9], []));
        Assert.Equal(ProofFault.RootMismatch, MerkleVerifier.Consistency(9, Roots[8], 9, Roots[9], []));
        Assert.Equal(ProofFault.RootMismatch, MerkleVerifier.Consistency(0, Roots[1], 9, Roots[9], []));
        Assert.Equal(ProofFault.RootMismatch, MerkleVerifier.Consistency(0, Roots[1], 0, Roots[1], []));
        Assert.Equal(ProofFault.ProofLength, MerkleVerifier.Consistency(9, Roots[9], 9, Roots[9], [Roots[9]]));
        Assert.Equal(
            ProofFault.ProofLength, MerkleVerifier.Consistency(0, MerkleTree.EmptyRoot, 9, Roots[9], [Roots[9]]));
        Assert.Equal(ProofFault.ProofLength, MerkleVerifier.Consistency(8, Roots[8], 9, Roots[9], []));
    }

    [Fact]
    public void Senseless_numbers_and_endless_proofs_are_refused()
    {
        var endless = new Hash[100_000];
        long[] numbers = [long.MinValue, -1, 0, 1, 2, 62, 63, 1L << 62, long.MaxValue - 1, long.MaxValue];
        foreach (var first in numbers)
        {
            foreach (var second in numbers)
            {
                Assert.NotEqual(ProofFault.None, MerkleVerifier.Inclusion(default, first, second, endless, default));
                Assert.NotEqual(ProofFault.None, MerkleVerifier.Consistency(first, default, second, default, endless));
                Assert.NotEqual(
                    ProofFault.None, MerkleVerifier.Inclusion(default, first, second, endless.AsSpan(0, 64), default));
                Assert.NotEqual(
                    ProofFault.None,
                    MerkleVerifier.Consistency(first, default, second, default, endless.AsSpan(0, 64)));
            }
        }
        Assert.Equal(ProofFault.OutOfRange, MerkleVerifier.Inclusion(default, 8, 8, [], default));
        Assert.Equal(ProofFault.OutOfRange, MerkleVerifier.Consistency(9, default, 8, default, []));
    }

    [Fact]
    public void There_is_no_proof_of_what_is_not_in_the_tree()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Tree.Inclusion(8, 8));
        Assert.Throws<ArgumentOutOfRangeException>(() => Tree.Inclusion(-1, 8));
        Assert.Throws<ArgumentOutOfRangeException>(() => Tree.Inclusion(8, 1001));
        Assert.Throws<ArgumentOutOfRangeException>(() => Tree.Consistency(9, 8));
        Assert.Throws<ArgumentOutOfRangeException>(() => Tree.Consistency(-1, 8));
        Assert.Throws<ArgumentOutOfRangeException>(() => Tree.Consistency(8, 1001));
        Assert.Throws<ArgumentOutOfRangeException>(() => Tree.Root(1001));
    }

    private static bool HoldsAt(UniformTree tree, long index, long sizeLessOne)
    {
        var size = Math.Max(index, sizeLessOne) + 1;
        index = Math.Min(index, sizeLessOne);
        var root = MerkleProof.Root(tree, size);
        var path = MerkleProof.Inclusion(tree, index, size);
        var first = index + 1;
        var consistency = MerkleProof.Consistency(tree, first, size);
        return MerkleVerifier.Inclusion(tree.Leaf, index, size, path, root) == ProofFault.None
            && MerkleVerifier.Consistency(
                first, MerkleProof.Root(tree, first), size, root, consistency) == ProofFault.None
            && path.Length <= 63
            && consistency.Length <= MerkleProof.MaxLength;
    }

    private static void AssertRefusedWhenChanged(Hash[] path, Func<Hash[], ProofFault> verify)
    {
        for (var step = 0; step < path.Length; step++)
        {
            Assert.NotEqual(ProofFault.None, verify(With(path, step, (step * 37) % 256)));
            Assert.NotEqual(ProofFault.None, verify([.. path[..step], .. path[(step + 1)..]]));
            Assert.NotEqual(ProofFault.None, verify([.. path[..step], path[step], .. path[step..]]));
        }
        Assert.NotEqual(ProofFault.None, verify([.. path, default]));
        Assert.NotEqual(ProofFault.None, verify([default, .. path]));
    }

    private static Hash[] With(Hash[] path, int step, int bit)
    {
        var changed = (Hash[])path.Clone();
        changed[step] = TestTree.Flipped(path[step], bit);
        return changed;
    }

    private static TileTree PublishedTree()
    {
        var tree = new TileTree((_, _) => Assert.Fail("The last tile is in memory."));
        foreach (var entry in FrontierTests.Entries)
            tree.Append(MerkleTree.LeafHash(Convert.FromHexString(entry)));
        return tree;
    }
}
