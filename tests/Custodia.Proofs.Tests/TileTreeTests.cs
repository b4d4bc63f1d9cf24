using System.Text;

namespace Custodia.Proofs.Tests;

public sealed class TileTreeTests
{
    [Fact]
    public void Every_root_and_proof_of_a_tree_of_several_tiles_is_right()
    {
        const int Size = 1300;
        var tree = TestTree.Of(Size);
        var frontier = new Frontier();
        var random = new Random(20120326);
        for (var size = 0; size <= Size; size++)
        {
            Assert.Equal(frontier.Root(), tree.Root(size));
            for (var i = 0; size > 0 && i < 4; i++)
            {
                var index = random.Next(size);
                Assert.Equal(
                    ProofFault.None,
                    MerkleVerifier.Inclusion(
                        NaiveTree.Leaf(index), index, size, tree.Inclusion(index, size), frontier.Root()));
                Assert.Equal(
                    ProofFault.None,
                    MerkleVerifier.Consistency(
                        index, tree.Root(index), size, frontier.Root(), tree.Consistency(index, size)));
            }
            frontier.Append(NaiveTree.Leaf(size));
        }
    }

    [Fact]
    public void A_tree_of_three_hundred_tiles_has_the_roots_of_the_edge_that_grew_with_it()
    {
        var tree = new TileTree((_, leaves) => leaves.Fill(NaiveTree.Leaf(0)));
        var frontier = new Frontier();
        var leaf = NaiveTree.Leaf(0);
        for (var size = 0; size < 80_000; size++)
        {
            tree.Append(leaf);
            frontier.Append(leaf);
            if (size % 997 == 0)
                Assert.Equal(frontier.Root(), tree.Root(size + 1));
        }
    }

    // Computed by a script in another language from the definitions; the entries are "entry 0" to "entry 999".
    [Fact]
    public void Roots_and_proofs_are_those_computed_independently()
    {
        static Hash LeafOf(long index) => MerkleTree.LeafHash(Encoding.UTF8.GetBytes($"entry {index}"));
        var tree = new TileTree((first, leaves) =>
        {
            for (var i = 0; i < leaves.Length; i++)
                leaves[i] = LeafOf(first + i);
        });
        for (var i = 0; i < 1000; i++)
            tree.Append(LeafOf(i));
        Assert.Equal("346c6b9cb89c4b76fac9dcb20cda86e3a01c0a57417c139028eacd4538fde95b", tree.Root(1000).ToHex());
        Assert.Equal("09734294f6ebd34ad8742209ac48b2ed3060c7b3af67020fb2dd254253797966", tree.Root(999).ToHex());
        Assert.Equal("78d674cc3de6985c25d64763bb968acf022d827ebc1158584a6629baebc4c31c", tree.Root(513).ToHex());
        Assert.Equal(
            [
                "d793f8b9655fa5e06bf972d8dfbdb930a3da1dd61727e8b31e1fd152ac11e8d7",
                "bdb3f360be4ba25f91678a5cb8057329b134fe77748aa390feda9fba74efe714",
                "4092956f7414ea8c1ed4a5a62d1c98f622cfb1b0bdffc428701a07bc24b1baa6",
                "6738989657dda1b64e63f1828902eaf1af426f5769d763cc3aca2b8030a57b28",
                "f9e7a1d0586923ded6425273057d654a2217e6777b9bbd9c0f608dd84c7a1b99",
                "d1bf717e95121576edb843800233fbf809978dd621c52606f3a82c468b4aaac3",
                "348c75948f4d75045a591d31609a547875a9b8076477c53cf29edc6d81dcae35",
                "352294399ef1a44aaf6eacdb668dc457bbd0f5a704a50f97a3dece99788b46e7",
                "e1ca07dac792bfb07103520ce22b2b0737a07b7073dfcc672ff52c0e8da1ae45",
                "a00fa12392d539bf28cdee35ac426deb3e988d083bf315719637842551fc135c",
                "c6db949e76cfd5d61407c73a481921265ab024ea6131d02dc6b70defdfd4fada",
            ],
            tree.Consistency(513, 1000).Select(hash => hash.ToHex()));
        // The inclusion proof of entry 700 is in Receipts.Independent.
        Assert.True(TlogProof.TryParse(Receipts.Independent, out var receipt, out _));
        Assert.Equal(receipt.Path.ToArray(), tree.Inclusion(700, 1000));
    }

    [Fact]
    public async Task Readers_are_right_while_the_tree_grows()
    {
        const int Size = 20_000;
        var tree = new TileTree((first, leaves) =>
        {
            for (var i = 0; i < leaves.Length; i++)
                leaves[i] = NaiveTree.Leaf(first + i);
        });
        var done = false;
        var reader = Task.Run(Prove, TestContext.Current.CancellationToken);
        for (var i = 0; i < Size; i++)
            tree.Append(NaiveTree.Leaf(i));
        Volatile.Write(ref done, true);
        await reader;
        Assert.Equal(Size, tree.Size);

        void Prove()
        {
            var random = new Random(1);
            var proofs = 0;
            while (!Volatile.Read(ref done) || proofs == 0)
            {
                var size = tree.Size;
                if (size == 0)
                    continue;
                var index = random.NextInt64(size);
                var path = tree.Inclusion(index, size);
                Assert.Equal(
                    ProofFault.None,
                    MerkleVerifier.Inclusion(NaiveTree.Leaf(index), index, size, path, tree.Root(size)));
                proofs++;
            }
        }
    }

    [Fact]
    public void A_node_that_is_not_complete_is_not_given()
    {
        var tree = TestTree.Of(300);
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.Read(0, 300, new Hash[1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.Read(8, 1, new Hash[1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.Read(0, -1, new Hash[1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.Read(0, 299, new Hash[2]));
    }

    [Fact]
    public void The_root_of_a_complete_subtree_needs_a_power_of_two()
    {
        Assert.Equal(NaiveTree.Root(NaiveTree.Leaves(64)), MerkleTree.CompleteRoot(NaiveTree.Leaves(64)));
        Assert.Throws<ArgumentException>(() => MerkleTree.CompleteRoot(new Hash[3]));
        Assert.Throws<ArgumentException>(() => MerkleTree.CompleteRoot([]));
    }
}
