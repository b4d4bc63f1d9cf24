using Custodia.Proofs.Audit;

namespace Custodia.Proofs.Tests.Audit;

public sealed class ProofAuditTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly byte[][] _entries;

    public ProofAuditTests() => _folder.Frame(_entries = _folder.Entries(7));

    public void Dispose() => _folder.Dispose();

    private VerifierKey[] Keys => [_folder.Signer.VerifierKey];

    [Fact]
    public void A_receipt_proves_its_entry_and_names_its_number()
    {
        for (var index = 0; index < 7; index++)
        {
            var result = ReceiptAudit.Verify(Receipt(index), _entries[index], TestFolder.Origin, Keys);

            Assert.Empty(result.Problems);
            Assert.Equal((index, 7L), (result.Entry, result.Checkpoint?.Size));
        }
    }

    [Fact]
    public void A_receipt_for_another_entry_log_key_or_place_is_refused_with_its_code()
    {
        using var other = NoteSigner.Generate(TestFolder.Origin);
        var moved = TestFolder.Entry(5, 1);
        using var forged = new TestFolder();
        forged.Frame([moved]);

        Assert.Equal(
            AuditCodes.ReceiptProof, Code(ReceiptAudit.Verify(Receipt(2), _entries[3], TestFolder.Origin, Keys)));
        Assert.Equal(AuditCodes.ReceiptCheckpoint, Code(ReceiptAudit.Verify(Receipt(2), _entries[2], "other", Keys)));
        Assert.Equal(
            AuditCodes.ReceiptCheckpoint,
            Code(ReceiptAudit.Verify(Receipt(2), _entries[2], TestFolder.Origin, [other.VerifierKey])));
        Assert.Equal(
            AuditCodes.ReceiptMalformed,
            Code(ReceiptAudit.Verify("no receipt"u8, _entries[2], TestFolder.Origin, Keys)));
        Assert.Equal(
            AuditCodes.ReceiptProof,
            Code(ReceiptAudit.Verify(
                new TlogProof(0, [], Note(forged)).Encode(), moved, TestFolder.Origin, [forged.Signer.VerifierKey])));
    }

    [Fact]
    public void A_consistency_proof_joins_two_checkpoints_and_a_wrong_one_does_not()
    {
        using var earlier = new TestFolder { Signer = _folder.Signer };
        earlier.Frame(_entries[..4]);
        var (first, second) = (Note(earlier).Encode(), Note(_folder).Encode());
        // The first tree is a complete subtree of four leaves: the proof is the other subtree (RFC 9162 §2.1.4.1).
        var rest = new Frontier();
        foreach (var leaf in _folder.Leaves.Skip(4))
            rest.Append(leaf);

        var good = ConsistencyAudit.ByProof(first, second, [rest.Root()], TestFolder.Origin, Keys);
        var bad = ConsistencyAudit.ByProof(first, second, [MerkleTree.EmptyRoot], TestFolder.Origin, Keys);
        var swapped = ConsistencyAudit.ByProof(second, first, [rest.Root()], TestFolder.Origin, Keys);

        Assert.Empty(good.Problems);
        Assert.Equal(7, good.Checkpoint?.Size);
        Assert.Equal(AuditCodes.Consistency, Code(bad));
        Assert.Equal(AuditCodes.Consistency, Code(swapped));
        Assert.Equal(
            AuditCodes.CheckpointInvalid, Code(ConsistencyAudit.ByProof("x"u8, second, [], TestFolder.Origin, Keys)));
    }

    private static string Code(AuditResult result) => Assert.Single(result.Problems).Code;

    private static SignedNote Note(TestFolder folder) =>
        new Checkpoint(TestFolder.Origin, folder.Tree.Size, folder.Tree.Root()).Sign(folder.Signer);

    private byte[] Receipt(int index) => new TlogProof(index, [.. Path(index, 0, 7)], Note(_folder)).Encode();

    // PATH(m, D[n]) of RFC 9162 §2.1.3.1, over leaves [from, to).
    private List<Hash> Path(int index, int from, int to)
    {
        if (to - from == 1)
            return [];
        var middle = from + (int)(System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(to - from)) / 2);
        return index < middle
            ? [.. Path(index, from, middle), Root(middle, to)]
            : [.. Path(index, middle, to), Root(from, middle)];
    }

    private Hash Root(int from, int to)
    {
        var tree = new Frontier();
        foreach (var leaf in _folder.Leaves[from..to])
            tree.Append(leaf);
        return tree.Root();
    }
}
