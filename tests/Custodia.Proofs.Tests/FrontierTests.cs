namespace Custodia.Proofs.Tests;

public sealed class FrontierTests
{
    // The eight entries and nine roots with which Certificate Transparency logs are tested
    // (certificate-transparency-go, merkle tree tests; also RFC 6962 test data).
    public static readonly string[] Entries =
    [
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    ];

    public static readonly string[] Roots =
    [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];

    [Fact]
    public void The_roots_are_those_of_the_published_test_tree()
    {
        var frontier = new Frontier();
        Assert.Equal(Roots[0], frontier.Root().ToHex());
        for (var i = 0; i < Entries.Length; i++)
        {
            frontier.Append(MerkleTree.LeafHash(Convert.FromHexString(Entries[i])));
            Assert.Equal(i + 1, frontier.Size);
            Assert.Equal(Roots[i + 1], frontier.Root().ToHex());
        }
    }

    [Fact]
    public void A_resumed_edge_goes_on_as_the_first_would_have()
    {
        var whole = new Frontier();
        for (var size = 0; size < 300; size++)
        {
            var resumed = new Frontier(whole.Size, whole.Peaks());
            Assert.Equal(whole.Root(), resumed.Root());
            var leaf = NaiveTree.Leaf(size);
            whole.Append(leaf);
            var copied = resumed.Copy();
            copied.Append(leaf);
            Assert.Equal(whole.Root(), copied.Root());
            Assert.Equal(size, resumed.Size);
        }
    }

    [Fact]
    public void Every_root_is_that_of_the_recursive_definition()
    {
        var frontier = new Frontier();
        for (var size = 0; size <= 300; size++)
        {
            Assert.Equal(NaiveTree.Root(NaiveTree.Leaves(size)), frontier.Root());
            frontier.Append(NaiveTree.Leaf(size));
        }
    }

    [Fact]
    public void A_wrong_number_of_peaks_is_refused() =>
        Assert.Throws<ArgumentException>(() => new Frontier(3, new Hash[1]));
}
