using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Custodia.Books;
using Custodia.Books.Access;
using Custodia.Commitments.Facts;
using Custodia.Proofs;
using Custodia.Server.Hosting;
using Custodia.Server.Proving;

namespace Custodia.Server.Tests;

/// <summary>The proof of a figure, made in one place and checked in another that has the key and nothing else.</summary>
public sealed class ProofTests : IAsyncLifetime
{
    private static readonly Caller House = Caller.House("test");
    private static readonly DateOnly Day = new(2026, 1, 1);

    private readonly string _root = Directory.CreateTempSubdirectory("custodia-proof-").FullName;
    private DataFolder _folder = null!;

    public async ValueTask InitializeAsync()
    {
        _folder = DataFolder.Open(_root, TimeProvider.System);
        await Act("cppnm", ActType.Sign, new(1990, 1, 1));
        await Act("cppnm", ActType.Ratify, new(1994, 5, 12));
        await Act("gicnt", ActType.Join, new(2007, 10, 1));
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        Directory.Delete(_root, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void A_figure_is_proved_with_its_entries_and_worked_out_again()
    {
        var (bundle, file) = Proof("IND-T01");
        Assert.Equal(("inForce", true), (bundle.Value.Value, bundle.IsWhole));
        var result = ProofCheck.Verify(file, _folder.VerifierKey);
        Assert.Empty(result.Problems);
        Assert.True(result.IsRederived);
        Assert.Equal(2, bundle.Value.Entries.Count);
        Assert.True(result.Checkpoint!.Size > bundle.Value.KnownAt);
    }

    [Fact]
    public void A_figure_of_the_past_is_proved_as_it_was_known()
    {
        var known = _folder.Node.Count - 2;
        var bundle = new ProofFace(_folder).Of("IND-C03", Day, known, House).Value!;
        Assert.Equal("0", bundle.Value.Value);
        Assert.True(ProofCheck.Verify(Bytes(bundle), _folder.VerifierKey).IsRederived);
    }

    [Theory]
    [InlineData("value", ProofCheck.ValueBad)]
    [InlineData("standing", ProofCheck.ValueBad)]
    [InlineData("entry dropped", ProofCheck.EntryMissing)]
    [InlineData("leaf", ProofCheck.EntryBad)]
    [InlineData("kind", ProofCheck.EntryBad)]
    [InlineData("receipt", ProofCheck.EntryBad)]
    [InlineData("origin", ProofCheck.CheckpointBad)]
    [InlineData("known at", ProofCheck.CheckpointBad)]
    [InlineData("format", ProofCheck.Malformed)]
    public void What_was_changed_is_found(string what, string code)
    {
        var json = JsonNode.Parse(Proof("IND-T01").File)!;
        var entry = json["entries"]!.AsArray().Last(found => (long)found!["number"]! == (long)json["value"]!["entries"]![1]!)!;
        switch (what)
        {
            case "value":
                json["value"]!["value"] = "signed";
                break;
            case "standing":
                json["value"]!["standing"] = "onTrack";
                break;
            case "entry dropped":
                json["entries"]!.AsArray().Remove(entry);
                break;
            case "leaf":
                entry["leaf"] = new string('0', 64);
                break;
            case "kind":
                entry["kind"] = "act-taken-back";
                break;
            case "receipt":
                entry["receipt"] = json["entries"]![0]!["receipt"]!.GetValue<string>();
                break;
            case "origin":
                json["origin"] = "elsewhere.example/1";
                break;
            case "known at":
                json["value"]!["knownAt"] = 1_000_000;
                break;
            case "format":
                json["format"] = "custodia-proof/2";
                break;
            default:
                throw new InvalidOperationException(what);
        }

        var result = ProofCheck.Verify(Encoding.UTF8.GetBytes(json.ToJsonString()), _folder.VerifierKey);
        Assert.Equal(code, Assert.Single(result.Problems.Select(problem => problem.Code).Distinct()));
        Assert.False(result.IsRederived);
    }

    [Fact]
    public void A_proof_of_another_journal_is_none_here()
    {
        using var strange = CosignerKey.Generate(_folder.Origin);
        Assert.NotEmpty(ProofCheck.Verify(Proof("IND-T01").File, strange.VerifierKey).Problems);
    }

    [Fact]
    public void What_no_one_may_ask_is_refused()
    {
        var face = new ProofFace(_folder);
        Assert.Equal("commitments.unknown", face.Of("IND-Z99", Day, null, House).Refusals.Single().Code);
        Assert.Equal("books.known-at-ahead", face.Of("IND-T01", Day, 1_000_000, House).Refusals.Single().Code);
    }

    private (ProofBundle Bundle, byte[] File) Proof(string indicator)
    {
        var bundle = new ProofFace(_folder).Of(indicator, Day, null, House).Value!;
        return (bundle, Bytes(bundle));
    }

    private static byte[] Bytes(ProofBundle bundle) => JsonSerializer.SerializeToUtf8Bytes(bundle, FaceJson.Options);

    private async Task Act(string id, ActType act, DateOnly on)
    {
        var definition = _folder.Commitments.Catalogue.Commands.Single(command => command.Input == typeof(RecordAct));
        var command = new RecordAct(id, act, on, "C.N.1");
        Assert.IsType<Outcome.Recorded>(await _folder.Node.Execute(_folder.Commitments, definition, command, House, Guid.NewGuid()));
    }
}
