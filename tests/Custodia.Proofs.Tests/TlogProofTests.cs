using System.Text;

namespace Custodia.Proofs.Tests;

public sealed class TlogProofTests
{
    [Fact]
    public void A_receipt_made_by_another_tool_verifies()
    {
        var receipt = Parse(Receipts.IndependentText);
        Assert.Equal(700, receipt.Index);
        Assert.Equal("batch U-0117"u8.ToArray(), receipt.Extra!.Value.ToArray());
        Assert.Equal(10, receipt.Path.Length);
        Assert.Equal(ProofFault.None, receipt.Verify(Receipts.Entry, Receipts.Origin, [EcdsaKey], out var checkpoint));
        Assert.Equal(1000, checkpoint!.Size);
        Assert.Equal(Receipts.IndependentText, receipt.ToString());
    }

    [Fact]
    public void A_receipt_is_refused_for_another_entry_log_or_key()
    {
        var receipt = Parse(Receipts.IndependentText);
        Assert.Equal(
            ProofFault.RootMismatch, receipt.Verify("entry 701"u8, Receipts.Origin, [EcdsaKey], out var checkpoint));
        Assert.Null(checkpoint);
        Assert.Equal(
            ProofFault.OriginMismatch, receipt.Verify(Receipts.Entry, "custodia.example/xb", [EcdsaKey], out _));
        Assert.Equal(
            ProofFault.NoKnownSignature,
            receipt.Verify(Receipts.Entry, Receipts.Origin, [Receipts.Key(Receipts.Ed25519Key)], out _));
    }

    [Theory]
    [InlineData("index 700", "index 701", ProofFault.RootMismatch)]
    [InlineData("index 700", "index 1000", ProofFault.OutOfRange)]
    [InlineData("ftN29M4ILreg/hP/uQ+0Ha35H6gC83eWNLg1wTHQIKE=\n", "", ProofFault.ProofLength)]
    [InlineData("xa\n1000", "xa\n1001", ProofFault.BadSignature)]
    [InlineData("NGxr", "NGxs", ProofFault.BadSignature)]
    [InlineData("YmF0", "YnF0", ProofFault.None)]
    public void A_changed_receipt_is_refused_for_what_was_changed(string from, string to, ProofFault expected)
    {
        var receipt = Parse(Receipts.IndependentText.Replace(from, to, StringComparison.Ordinal));
        Assert.Equal(expected, receipt.Verify(Receipts.Entry, Receipts.Origin, [EcdsaKey], out _));
    }

    [Theory]
    [InlineData("tlog-proof@v1", "tlog-proof@v2")]
    [InlineData("c2sp.org", " c2sp.org")]
    [InlineData("extra YmF0Y2ggVS0wMTE3", "extra YmF0Y2ggVS0wMTE")]
    [InlineData("extra Y", "extra  Y")]
    [InlineData("extra YmF0Y2ggVS0wMTE3\n", "extra YmF0\nextra YmF0\n")]
    [InlineData("index 700", "index 0700")]
    [InlineData("index 700", "index -1")]
    [InlineData("index 700", "index 9223372036854775808")]
    [InlineData("index 700", "index")]
    [InlineData("index 700\n", "")]
    [InlineData("ftN29M4ILreg", "ftN29M4ILre")]
    [InlineData("KE=\nQj", "KE= \nQj")]
    public void What_is_not_a_receipt_is_refused(string from, string to)
    {
        Assert.False(TryParse(Receipts.IndependentText.Replace(from, to, StringComparison.Ordinal), out var fault));
        Assert.Equal(ProofFault.ReceiptMalformed, fault);
    }

    [Fact]
    public void The_faults_of_the_checkpoint_within_are_told()
    {
        Assert.False(TryParse(Receipts.IndependentText + "x\n", out var fault));
        Assert.Equal(ProofFault.NoteMalformed, fault);
        var unsigned = Receipts.IndependentText[..Receipts.IndependentText.IndexOf('—', StringComparison.Ordinal)];
        Assert.False(TryParse(unsigned, out fault));
        Assert.Equal(ProofFault.NoteMalformed, fault);
        Assert.False(TryParse("\t" + Receipts.IndependentText, out fault));
        Assert.Equal(ProofFault.NotText, fault);
    }

    [Fact]
    public void Sizes_are_limited()
    {
        const string Step = "ftN29M4ILreg/hP/uQ+0Ha35H6gC83eWNLg1wTHQIKE=\n";
        var endless = string.Concat(Enumerable.Repeat(Step, MerkleProof.MaxLength + 1));
        var longer = Receipts.IndependentText.Replace(Step, endless, StringComparison.Ordinal);
        Assert.False(TryParse(longer, out var fault));
        Assert.Equal(ProofFault.ProofLength, fault);
        var extra = Convert.ToBase64String(new byte[TlogProof.MaxExtraBytes + 1]);
        var larger = Receipts.IndependentText.Replace("YmF0Y2ggVS0wMTE3", extra, StringComparison.Ordinal);
        Assert.False(TryParse(larger, out fault));
        Assert.Equal(ProofFault.TooLarge, fault);
        Assert.False(TlogProof.TryParse(new byte[TlogProof.MaxBytes + 1], out _, out fault));
        Assert.Equal(ProofFault.TooLarge, fault);
    }

    [Fact]
    public void Receipts_of_every_entry_of_a_small_log_verify_after_a_round_trip()
    {
        using var signer = NoteSigner.Generate(Receipts.Origin);
        for (var size = 1; size <= 20; size++)
        {
            var tree = TestTree.Of(size);
            var note = new Checkpoint(Receipts.Origin, size, tree.Root(size)).Sign(signer);
            for (var index = 0; index < size; index++)
            {
                var bytes = new TlogProof(index, tree.Inclusion(index, size), note).Encode();
                var receipt = Parse(Encoding.UTF8.GetString(bytes));
                Assert.Null(receipt.Extra);
                Assert.Equal(
                    ProofFault.None,
                    receipt.Verify(NaiveTree.Entry(index), Receipts.Origin, [signer.VerifierKey], out _));
                Assert.NotEqual(
                    ProofFault.None,
                    receipt.Verify(NaiveTree.Entry(index + 1), Receipts.Origin, [signer.VerifierKey], out _));
            }
        }
    }

    [Fact]
    public void A_receipt_that_could_not_be_read_back_is_not_made()
    {
        var note = Parse(Receipts.IndependentText).Checkpoint;
        Assert.Throws<ArgumentOutOfRangeException>(() => new TlogProof(-1, [], note));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TlogProof(0, new Hash[MerkleProof.MaxLength + 1], note));
        Assert.Throws<ArgumentException>(
            () => new TlogProof(0, [], note) { Extra = new byte[TlogProof.MaxExtraBytes + 1] });
    }

    private static VerifierKey EcdsaKey => Receipts.Key(Receipts.EcdsaKey);

    private static bool TryParse(string text, out ProofFault fault) =>
        TlogProof.TryParse(Encoding.UTF8.GetBytes(text), out _, out fault);

    private static TlogProof Parse(string text)
    {
        Assert.True(TlogProof.TryParse(Encoding.UTF8.GetBytes(text), out var receipt, out var fault), fault.ToString());
        return receipt;
    }
}
