namespace Custodia.Proofs.Tests;

public sealed class SampleTests
{
    [Fact]
    public void The_page_shows_the_sample_as_it_is()
    {
        var page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "proofs.md"));
        var sample = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Sample.cs"));
        Assert.Contains("```csharp\n" + sample + "```\n", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_sample_checks_a_receipt()
    {
        Assert.Equal(
            "entry 700 of 1000 is in custodia.example/xa",
            Sample.CheckReceipt(Receipts.Entry, Receipts.Independent, Receipts.EcdsaKey, Receipts.Origin));
        Assert.Equal(
            "not proved: RootMismatch",
            Sample.CheckReceipt("entry 7000"u8.ToArray(), Receipts.Independent, Receipts.EcdsaKey, Receipts.Origin));
        Assert.Equal(
            "receipt refused: ReceiptMalformed",
            Sample.CheckReceipt(Receipts.Entry, [], Receipts.EcdsaKey, Receipts.Origin));
        Assert.Equal(
            "key refused: KeyMalformed",
            Sample.CheckReceipt(Receipts.Entry, Receipts.Independent, "", Receipts.Origin));
    }

    [Fact]
    public void The_sample_checks_growth()
    {
        using var signer = NoteSigner.Generate(Receipts.Origin);
        var tree = TestTree.Of(500);
        var older = new Checkpoint(Receipts.Origin, 300, tree.Root(300)).Sign(signer).Encode();
        var newer = new Checkpoint(Receipts.Origin, 500, tree.Root(500)).Sign(signer).Encode();
        var key = signer.VerifierKey.ToString();
        var proof = tree.Consistency(300, 500);
        Assert.Equal(
            "200 entries were appended and nothing else changed",
            Sample.CheckGrowth(older, newer, proof, key, Receipts.Origin));
        Assert.Equal("not proved: OutOfRange", Sample.CheckGrowth(newer, older, proof, key, Receipts.Origin));
        Assert.Equal("not proved: ProofLength", Sample.CheckGrowth(older, newer, proof[1..], key, Receipts.Origin));
        Assert.Equal("refused: OriginMismatch", Sample.CheckGrowth(older, newer, proof, key, "custodia.example/xb"));
    }

    [Fact]
    public void The_library_stands_on_the_platform_alone() =>
        Assert.All(
            typeof(Hash).Assembly.GetReferencedAssemblies(),
            reference => Assert.StartsWith("System.", reference.Name, StringComparison.Ordinal));
}
