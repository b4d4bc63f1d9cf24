using System.Text;

namespace Custodia.Proofs.Tests;

public sealed class CheckpointTests
{
    // The example in the specification (tlog-checkpoint).
    private const string Example =
        "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
    private const string Root = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";

    [Theory]
    [InlineData(Example, "example.com/behind-the-sofa", 20_852_163, "")]
    [InlineData("a\n0\n" + Root + "\n", "a", 0, "")]
    [InlineData("Go 測試\n9223372036854775807\n" + Root + "\n", "Go 測試", long.MaxValue, "")]
    [InlineData(Example + "At: 1\nand more\n", "example.com/behind-the-sofa", 20_852_163, "At: 1\nand more\n")]
    public void A_checkpoint_is_read_and_written_alike(string text, string origin, long size, string extensions)
    {
        Assert.True(Checkpoint.TryParse(text, out var checkpoint, out _));
        Assert.True(Hash.TryParseBase64(Root, out var root));
        Assert.Equal(new Checkpoint(origin, size, root) { Extensions = extensions }, checkpoint);
        Assert.Equal(text, checkpoint.ToText());
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("a\n")]
    [InlineData("a\n1\n")]
    [InlineData("a\n1\n" + Root)]
    [InlineData("\n1\n" + Root + "\n")]
    [InlineData("a\n01\n" + Root + "\n")]
    [InlineData("a\n00\n" + Root + "\n")]
    [InlineData("a\n+1\n" + Root + "\n")]
    [InlineData("a\n-1\n" + Root + "\n")]
    [InlineData("a\n 1\n" + Root + "\n")]
    [InlineData("a\n1,000\n" + Root + "\n")]
    [InlineData("a\n\u0661\n" + Root + "\n")]
    [InlineData("a\n9223372036854775808\n" + Root + "\n")]
    [InlineData("a\n\n" + Root + "\n")]
    [InlineData("a\n1\nAAAA\n")]
    [InlineData("a\n1\n" + Root + " \n")]
    [InlineData("a\n1\n" + Root + "\n\n")]
    [InlineData("a\n1\n" + Root + "\nx")]
    [InlineData("a\n1\n" + Root + "\nx\n\ny\n")]
    public void What_is_not_a_checkpoint_is_refused(string text)
    {
        Assert.False(Checkpoint.TryParse(text, out _, out var fault));
        Assert.Equal(ProofFault.CheckpointMalformed, fault);
    }

    [Fact]
    public void A_signed_checkpoint_opens_for_its_own_log_and_keys_only()
    {
        using var signer = NoteSigner.Generate("custodia.example/xa");
        var checkpoint = new Checkpoint("custodia.example/xa", 7, NaiveTree.Leaf(1));
        var note = checkpoint.Sign(signer).Encode();
        Assert.True(Checkpoint.TryOpen(note, checkpoint.Origin, [signer.VerifierKey], out var opened, out _));
        Assert.Equal(checkpoint, opened);

        Assert.False(Checkpoint.TryOpen(note, "custodia.example/xb", [signer.VerifierKey], out _, out var fault));
        Assert.Equal(ProofFault.OriginMismatch, fault);
        using var other = NoteSigner.Generate("custodia.example/xa");
        Assert.False(Checkpoint.TryOpen(note, checkpoint.Origin, [other.VerifierKey], out _, out fault));
        Assert.Equal(ProofFault.NoKnownSignature, fault);
        var prose = SignedNote.Sign("Something else.\n", signer).Encode();
        Assert.False(Checkpoint.TryOpen(prose, checkpoint.Origin, [signer.VerifierKey], out _, out fault));
        Assert.Equal(ProofFault.CheckpointMalformed, fault);
        var unsigned = Encoding.UTF8.GetBytes(Example);
        Assert.False(Checkpoint.TryOpen(unsigned, checkpoint.Origin, [other.VerifierKey], out _, out fault));
        Assert.Equal(ProofFault.NoteMalformed, fault);
    }

    [Theory]
    [InlineData("", 1, "")]
    [InlineData("a\nb", 1, "")]
    [InlineData("a", -1, "")]
    [InlineData("a", 1, "no newline")]
    [InlineData("a", 1, "\n")]
    [InlineData("a", 1, "x\n\ny\n")]
    public void A_checkpoint_that_could_not_be_read_back_is_not_written(string origin, long size, string extensions) =>
        Assert.Throws<InvalidOperationException>(
            () => new Checkpoint(origin, size, default) { Extensions = extensions }.ToText());
}
