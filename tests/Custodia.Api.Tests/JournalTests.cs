using System.Net;
using System.Text;
using Custodia.Proofs;
using Custodia.Proofs.Audit;

namespace Custodia.Api.Tests;

public sealed class JournalTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task Entries_are_listed_with_their_bodies()
    {
        var (status, body) = await server.Get("journal/entries?first=1&count=1000");
        Assert.Equal(HttpStatusCode.OK, status);
        var entries = body["entries"]!.AsArray();
        Assert.Equal(Enumerable.Range(1, entries.Count), entries.Select(entry => (int)entry!["sequence"]!));
        var named = entries.Single(entry => (string?)entry!["kind"] == "state-named");
        Assert.Equal("Zedland", (string?)named!["body"]!["nameEn"]);
    }

    [Fact]
    public async Task A_receipt_verifies_with_what_is_inside_and_the_stored_bytes_are_those()
    {
        var receipt = await Bytes("journal/receipt/3");
        var entry = await Bytes("journal/entry/3?raw=true");
        Assert.True(TlogProof.TryParse(receipt, out var proof, out _));
        Assert.Equal(entry, proof.Extra!.Value.ToArray());
        Assert.True(ReceiptAudit.Verify(receipt, entry, server.Data.Origin, [server.Data.VerifierKey]).IsSound);
        entry[^1] ^= 1;
        Assert.False(ReceiptAudit.Verify(receipt, entry, server.Data.Origin, [server.Data.VerifierKey]).IsSound);
    }

    [Fact]
    public async Task A_checkpoint_taken_away_is_consistent_with_a_later_one()
    {
        var earlier = await Bytes("journal/checkpoint");
        await server.Post("materials/record-change", ApiServer.Change("LATER"));
        var later = await Bytes("journal/checkpoint");
        var sizes = (Size(earlier), Size(later));
        Assert.True(sizes.Item1 < sizes.Item2);
        var (_, answer) = await server.Get($"journal/consistency?from={sizes.Item1}&to={sizes.Item2}");
        var path = answer["path"]!.AsArray().Select(node => Hash.TryParseBase64((string)node!, out var hash) ? hash : default).ToArray();
        Assert.True(ConsistencyAudit.ByProof(earlier, later, path, server.Data.Origin, [server.Data.VerifierKey]).IsSound);
    }

    [Fact]
    public async Task Tiles_lead_to_the_root_of_the_checkpoint()
    {
        var note = await Bytes("journal/checkpoint");
        Assert.True(Checkpoint.TryOpen(note, server.Data.Origin, [server.Data.VerifierKey], out var checkpoint, out _));
        var size = (int)checkpoint.Size;
        var leaves = await Bytes($"journal/tile/0/000.p/{size}");
        var bundle = await Bytes($"journal/tile/entries/000.p/{size}");
        Assert.True(EntryBundle.TryRead(bundle, size, out var entries, out _));
        var frontier = new Frontier();
        for (var i = 0; i < size; i++)
        {
            var leaf = MerkleTree.LeafHash(entries[i].Span);
            Assert.Equal(leaf, Hash.FromSpan(leaves.AsSpan(i * Hash.Size, Hash.Size)));
            frontier.Append(in leaf);
        }

        Assert.Equal(checkpoint.Root, frontier.Root());
    }

    [Fact]
    public async Task The_state_names_the_key_and_the_root()
    {
        var (_, state) = await server.Get("journal/state");
        Assert.Equal(server.Data.Origin, (string?)state["origin"]);
        Assert.True(VerifierKey.TryParse((string)state["key"]!, out var key, out _));
        Assert.Equal(server.Data.VerifierKey.KeyId, key.KeyId);
        Assert.Equal(Hash.HexLength, ((string)state["root"]!).Length);
    }

    private async Task<byte[]> Bytes(string path)
    {
        using var response = await server.Client.GetAsync(new Uri("/api/v1/" + path, UriKind.Relative));
        var bytes = await response.Content.ReadAsByteArrayAsync();
        Assert.True(response.IsSuccessStatusCode, path + ": " + Encoding.UTF8.GetString(bytes));
        return bytes;
    }

    private static long Size(byte[] note) => SignedNote.TryParse(note, out var signed, out _)
        && Checkpoint.TryParse(signed.Text, out var checkpoint, out _) ? checkpoint.Size : -1;
}
