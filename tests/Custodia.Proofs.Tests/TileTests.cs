using System.Buffers;

namespace Custodia.Proofs.Tests;

public sealed class TileTests
{
    // The first index is the example in the specification (tlog-tiles, "Merkle Tree").
    [Theory]
    [InlineData(0, 1_234_067, 256, "tile/0/x001/x234/067")]
    [InlineData(0, 0, 256, "tile/0/000")]
    [InlineData(0, 273, 112, "tile/0/273.p/112")]
    [InlineData(1, 999, 255, "tile/1/999.p/255")]
    [InlineData(2, 1000, 1, "tile/2/x001/000.p/1")]
    [InlineData(-1, 1_234_067, 256, "tile/entries/x001/x234/067")]
    [InlineData(-1, 5, 17, "tile/entries/005.p/17")]
    [InlineData(7, 36_028_797_018_963_967, 256, "tile/7/x036/x028/x797/x018/x963/967")]
    public void A_tile_has_one_path(int level, long index, int width, string path)
    {
        var tile = new Tile(level, index, width);
        Assert.Equal(path, tile.ToString());
        Assert.True(Tile.TryParse(path, out var read, out _));
        Assert.Equal(tile, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("tile")]
    [InlineData("tile/")]
    [InlineData("tile/0")]
    [InlineData("tile/0/")]
    [InlineData("/tile/0/000")]
    [InlineData("tile/0/000/")]
    [InlineData("tile/00/000")]
    [InlineData("tile/8/000")]
    [InlineData("tile/-1/000")]
    [InlineData("tile/data/000")]
    [InlineData("tile/0/0")]
    [InlineData("tile/0/x000")]
    [InlineData("tile/0/x000/000")]
    [InlineData("tile/0/001/000")]
    [InlineData("tile/0/x001/x000")]
    [InlineData("tile/0/1000")]
    [InlineData("tile/0/+01")]
    [InlineData("tile/0/000.p/0")]
    [InlineData("tile/0/000.p/256")]
    [InlineData("tile/0/000.p/01")]
    [InlineData("tile/0/000.p/")]
    [InlineData("tile/0/000.p")]
    [InlineData("tile/0/000.p/1/")]
    [InlineData("tile/0/000.p/1.p/1")]
    [InlineData("tile/0/../000")]
    [InlineData("tile/0/x036/x028/x797/x018/x963/968")]
    [InlineData("tile/0/x999/x999/x999/x999/x999/999")]
    [InlineData("tile/0/x001/x001/x001/x001/x001/x001/001")]
    public void What_is_not_the_path_of_a_tile_is_refused(string path)
    {
        Assert.False(Tile.TryParse(path, out _, out var fault));
        Assert.Equal(ProofFault.TilePathMalformed, fault);
    }

    // The example in the specification (tlog-tiles, "Partial Tiles").
    [Fact]
    public void A_tree_of_seventy_thousand_has_the_tiles_that_the_specification_counts()
    {
        var tiles = Tile.HashTiles(70_000).ToList();
        Assert.Equal(273, tiles.Count(tile => tile is { Level: 0, IsPartial: false }));
        Assert.Equal(1, tiles.Count(tile => tile is { Level: 1, IsPartial: false }));
        Assert.Equal(
            ["tile/0/273.p/112", "tile/1/001.p/17", "tile/2/000.p/1"],
            tiles.Where(tile => tile.IsPartial).Select(tile => tile.ToString()));
        Assert.Equal(277, tiles.Count);
        Assert.Equal(274, Tile.EntryBundles(70_000).Count());
        Assert.Equal(["tile/0/000", "tile/1/000.p/1"], Tile.HashTiles(256).Select(tile => tile.ToString()));
        Assert.Empty(Tile.HashTiles(0));
        Assert.All(tiles, tile => Assert.True(tile.IsIn(70_000)));
        var wider = tiles.Where(tile => tile.IsPartial).Select(tile => tile with { Width = tile.Width + 1 });
        Assert.All(wider, tile => Assert.False(tile.IsIn(70_000)));
        Assert.False(new Tile(0, long.MaxValue / 2, 1).IsIn(long.MaxValue));
        Assert.False(new Tile(3, 0, 1).IsIn(70_000));
    }

    [Fact]
    public void Every_root_and_proof_can_be_made_from_tiles_alone()
    {
        const int Size = 1300;
        var tree = TestTree.Of(Size);
        var files = Tile.HashTiles(Size).ToDictionary(tile => tile.ToString(), tile => tile.Content(tree));
        var tiles = new TileFiles(Size, files);
        Assert.Equal(tree.Root(Size), MerkleProof.Root(tiles, Size));
        for (var index = 0; index < Size; index += 13)
        {
            Assert.Equal(tree.Inclusion(index, Size), MerkleProof.Inclusion(tiles, index, Size));
            Assert.Equal(tree.Consistency(index, Size), MerkleProof.Consistency(tiles, index, Size));
        }
    }

    [Fact]
    public void Content_of_another_size_is_refused()
    {
        var tile = new Tile(0, 0, 3);
        foreach (var length in (int[])[0, 95, 97, 64, 128])
        {
            Assert.False(tile.TryReadContent(new byte[length], out _, out var fault));
            Assert.Equal(ProofFault.TileMalformed, fault);
        }
        var bundle = tile with { Level = Tile.EntriesLevel };
        Assert.False(bundle.TryReadContent(new byte[96], out _, out _));
        Assert.Throws<InvalidOperationException>(() => bundle.Content(TestTree.Of(3)));
    }

    [Fact]
    public void A_bundle_gives_back_the_entries_that_were_written()
    {
        byte[][] entries = [[], [1], new byte[EntryBundle.MaxEntryBytes], [2, 3]];
        var bundle = new ArrayBufferWriter<byte>();
        foreach (var entry in entries)
            EntryBundle.Write(bundle, entry);
        Assert.Equal([0, 0, 0, 1, 1, 0xff, 0xff], bundle.WrittenSpan[..7].ToArray());
        Assert.True(EntryBundle.TryRead(bundle.WrittenMemory, 4, out var read, out _));
        Assert.Equal(entries, read.Select(entry => entry.ToArray()));
        foreach (var width in (int[])[-1, 0, 3, 5, 257])
            Assert.False(EntryBundle.TryRead(bundle.WrittenMemory, width, out _, out _));
        Assert.False(EntryBundle.TryRead(bundle.WrittenMemory[..^1], 4, out _, out var fault));
        Assert.Equal(ProofFault.TileMalformed, fault);
        Assert.Throws<ArgumentException>(() => EntryBundle.Write(bundle, new byte[EntryBundle.MaxEntryBytes + 1]));
    }

    /// <summary>Reads nodes from the static files of a log, as a client does.</summary>
    private sealed class TileFiles(long size, Dictionary<string, byte[]> files) : INodeSource
    {
        public void Read(int level, long first, Span<Hash> nodes)
        {
            var (tileLevel, below) = Math.DivRem(level, Tile.Height);
            for (var i = 0; i < nodes.Length; i++)
            {
                var start = (first + i) << below;
                var index = start / Tile.FullWidth;
                var tile = Tile.HashTiles(size).Single(tile => tile.Level == tileLevel && tile.Index == index);
                Assert.True(tile.TryReadContent(files[tile.ToString()], out var hashes, out _));
                nodes[i] = MerkleTree.CompleteRoot(hashes.AsSpan((int)(start - tile.First), 1 << below));
            }
        }
    }
}
