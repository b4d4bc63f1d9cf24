using FsCheck;
using FsCheck.Fluent;

namespace Custodia.Proofs.Tests;

public sealed class WitnessTests : IDisposable
{
    private const string Origin = "custodia.example/xa";
    private const int Largest = 70;

    private static readonly TileTree Tree = TestTree.Of(Largest);

    private readonly NoteSigner _log = NoteSigner.Generate(Origin);
    private readonly NoteSigner _other = NoteSigner.Generate(Origin);

    public void Dispose()
    {
        _log.Dispose();
        _other.Dispose();
    }

    [Fact]
    public void Growth_from_any_size_to_any_other_is_cosigned_and_from_no_other_size()
    {
        for (var older = 0; older <= Largest; older++)
        {
            for (var newer = older; newer <= Largest; newer++)
            {
                Assert.Equal(WitnessAnswer.Cosign, Judge(Request(older, newer), older));
                if (older != newer)
                    Assert.Equal(WitnessAnswer.OtherSize, Judge(Request(older, newer), newer));
            }
        }
    }

    [Fact]
    public void A_log_that_is_not_known_is_told_so() =>
        Assert.Equal(WitnessAnswer.UnknownLog, Witness.Judge(Request(0, 5), _ => null).Answer);

    [Fact]
    public void A_checkpoint_signed_by_another_key_is_not_trusted() =>
        Assert.Equal(WitnessAnswer.Untrusted, Judge(new WitnessRequest(0, [], At(5).Sign(_other)), 0));

    [Fact]
    public void A_bad_signature_by_the_log_s_key_is_not_trusted()
    {
        var note = At(5).Sign(_log);
        var moved = At(6).Sign(_other).WithSignature(note.Signatures[0]);
        Assert.Equal(WitnessAnswer.Untrusted, Judge(new WitnessRequest(0, [], moved), 0));
    }

    [Fact]
    public void An_old_size_past_the_checkpoint_is_malformed() =>
        Assert.Equal(WitnessAnswer.Malformed, Judge(new WitnessRequest(6, [], At(5).Sign(_log)), 6));

    [Fact]
    public void What_is_no_checkpoint_is_malformed() =>
        Assert.Equal(WitnessAnswer.Malformed, Judge(new WitnessRequest(0, [], SignedNote.Sign("words\n", _log)), 0));

    [Fact]
    public void A_rollback_is_answered_with_the_size_that_was_seen()
    {
        var verdict = Witness.Judge(Request(3, 9), _ => Seen(30));
        Assert.Equal((WitnessAnswer.OtherSize, 30L), (verdict.Answer, verdict.Log!.Size));
    }

    [Fact]
    public void A_fork_is_inconsistent_whatever_its_size()
    {
        for (var size = 9; size <= Largest; size++)
        {
            var root = TestTree.Flipped(MerkleProof.Root(Tree, size), size);
            var forked = new WitnessRequest(9, MerkleProof.Consistency(Tree, 9, size), new Checkpoint(Origin, size, root).Sign(_log));
            Assert.Equal(WitnessAnswer.Inconsistent, Judge(forked, 9));
        }
    }

    [Fact]
    public void A_witness_that_saw_another_tree_of_the_size_finds_the_fork()
    {
        var seen = Seen(9) with { Root = TestTree.Flipped(MerkleProof.Root(Tree, 9), 5) };
        Assert.Equal(WitnessAnswer.Inconsistent, Witness.Judge(Request(9, 20), _ => seen).Answer);
        Assert.Equal(WitnessAnswer.Inconsistent, Witness.Judge(Request(9, 9), _ => seen).Answer);
    }

    [Fact]
    public void A_proof_where_none_belongs_is_inconsistent()
    {
        Assert.Equal(WitnessAnswer.Inconsistent, Judge(new WitnessRequest(0, [At(3).Root], At(9).Sign(_log)), 0));
        Assert.Equal(WitnessAnswer.Inconsistent, Judge(new WitnessRequest(9, [At(3).Root], At(9).Sign(_log)), 9));
    }

    [Fact]
    public void An_empty_tree_has_the_root_of_the_empty_tree()
    {
        Assert.Equal(WitnessAnswer.Cosign, Judge(new WitnessRequest(0, [], At(0).Sign(_log)), 0));
        var wrong = new Checkpoint(Origin, 0, At(1).Root).Sign(_log);
        Assert.Equal(WitnessAnswer.Inconsistent, Judge(new WitnessRequest(0, [], wrong), 0));
    }

    [Fact]
    public void Whatever_order_requests_come_in_what_was_cosigned_is_one_growing_tree()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<(int, int)[]>(), visits =>
        {
            var seen = Seen(0);
            foreach (var (from, to) in visits)
            {
                var (older, newer) = (Math.Abs(from % 30), Math.Abs(to % 30));
                if (older > newer)
                    continue;
                var verdict = Witness.Judge(Request(older, newer), _ => seen);
                if (verdict.Answer != WitnessAnswer.Cosign)
                    continue;
                if (verdict.Checkpoint!.Size < seen.Size)
                    return false;
                seen = seen with { Size = verdict.Checkpoint.Size, Root = verdict.Checkpoint.Root };
            }
            return seen.Root == MerkleProof.Root(Tree, seen.Size);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_request_is_written_as_the_specification_says_and_read_back()
    {
        var request = Request(3, 5);
        var text = System.Text.Encoding.UTF8.GetString(request.Encode());
        Assert.StartsWith("old 3\n" + request.Proof[0].ToBase64() + "\n", text, StringComparison.Ordinal);
        Assert.EndsWith("\n\n" + request.Checkpoint, text, StringComparison.Ordinal);
        Assert.True(WitnessRequest.TryParse(request.Encode(), out var read, out _));
        Assert.Equal(3, read.OldSize);
        Assert.Equal(request.Proof.ToArray(), read.Proof.ToArray());
    }

    [Theory]
    [InlineData("")]
    [InlineData("old 0")]
    [InlineData("old 0\n")]
    [InlineData("old 00\n\n")]
    [InlineData("old -1\n\n")]
    [InlineData("Old 0\n\n")]
    [InlineData("old 0 \n\n")]
    [InlineData("old 9223372036854775808\n\n")]
    [InlineData("old 3\nAAAA\n\n")]
    public void What_is_not_a_request_is_refused(string head)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(head + At(5).Sign(_log));
        Assert.False(WitnessRequest.TryParse(bytes, out _, out var fault));
        Assert.Equal(ProofFault.WitnessRequestMalformed, fault);
    }

    [Fact]
    public void More_than_63_hashes_are_not_taken()
    {
        var hashes = Enumerable.Repeat(MerkleTree.EmptyRoot.ToBase64() + "\n", 64).ToArray();
        Assert.True(Parse(hashes[..63]));
        Assert.False(Parse(hashes));
        Assert.Throws<ArgumentOutOfRangeException>(() => new WitnessRequest(1, new Hash[64], At(5).Sign(_log)));

        bool Parse(string[] lines) => WitnessRequest.TryParse(
            System.Text.Encoding.UTF8.GetBytes("old 1\n" + string.Concat(lines) + "\n" + At(5).Sign(_log)), out _, out _);
    }

    private WitnessAnswer Judge(WitnessRequest request, int seen) => Witness.Judge(request, _ => Seen(seen)).Answer;

    private WitnessedLog Seen(int size) => new(Origin, [_log.VerifierKey], size, MerkleProof.Root(Tree, size));

    private static Checkpoint At(int size) => new(Origin, size, MerkleProof.Root(Tree, size));

    private WitnessRequest Request(int older, int newer) =>
        new(older, MerkleProof.Consistency(Tree, older, newer), At(newer).Sign(_log));
}
