using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Custodia.Books.Keeping;
using Custodia.Proofs;

namespace Custodia.Api.Tests;

public sealed class WitnessTests(ApiServer server) : IClassFixture<ApiServer>
{
    public static TheoryData<string> Commands => [.. JournalCatalogue.Instance.Commands.Select(command => command.Name)];

    public static TheoryData<string> Queries => [.. JournalCatalogue.Instance.Queries.Select(query => query.Name)];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Every_command_of_the_journal_is_reachable_and_refuses_an_unknown_field(string name)
    {
        var (status, body) = await server.Post("journal/" + name, """{"noSuchField":1}""");
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(CatalogueTests.Refusals(body), refusal => (string?)refusal["found"] == "noSuchField");
    }

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task Every_query_of_the_journal_is_reachable_and_refuses_an_unknown_field(string name)
    {
        var (status, _) = await server.Get($"journal/{name}?noSuchField=1");
        Assert.Equal(HttpStatusCode.BadRequest, status);
    }

    [Fact]
    public async Task The_newest_checkpoint_carries_the_cosignatures_collected_for_it_until_the_journal_grows()
    {
        using var one = await Register("one.example");
        using var two = await Register("two.example");
        var visit = await Visit(0);
        Assert.True(Checkpoint.TryOpen(visit.Checkpoint, server.Data.Origin, [server.Data.VerifierKey], out var checkpoint, out _));
        foreach (var witness in (CosignerKey[])[one, two])
        {
            var note = visit.Checkpoint.WithSignature(witness.Cosign(checkpoint, DateTimeOffset.UtcNow));
            var (status, body) = await Record(note);
            Assert.True(status == HttpStatusCode.OK, body.ToJsonString());
        }

        var cosigned = await Note("journal/checkpoint");
        Assert.Equal(visit.Checkpoint.Text, cosigned.Text);
        Assert.True(cosigned.TryVerify([server.Data.VerifierKey, one.VerifierKey, two.VerifierKey], out var signedBy, out _));
        Assert.Equal(3, signedBy.Count);

        await server.Post("materials/record-change", ApiServer.Change("WITNESSED"));
        var newest = await Note("journal/checkpoint");
        Assert.NotEqual(visit.Checkpoint.Text, newest.Text);
        Assert.Single(newest.Signatures);
        Assert.Equal(cosigned.ToString(), (await Note($"journal/checkpoint?size={checkpoint.Size}")).ToString());

        var next = await Visit(checkpoint.Size);
        Assert.Equal(WitnessAnswer.Cosign, Witness.Judge(next, _ => new WitnessedLog(
            server.Data.Origin, [server.Data.VerifierKey], checkpoint.Size, checkpoint.Root)).Answer);
    }

    [Fact]
    public async Task A_cosignature_by_nobody_known_is_refused_and_changes_nothing()
    {
        using var stranger = CosignerKey.Generate("stranger.example");
        var visit = await Visit(0);
        Assert.True(Checkpoint.TryParse(visit.Checkpoint.Text, out var checkpoint, out _));
        var count = server.Data.Node.Count;
        var (status, body) = await Record(visit.Checkpoint.WithSignature(stranger.Cosign(checkpoint, DateTimeOffset.UtcNow)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal("journal.cosignature-of-nobody", (string?)Assert.Single(CatalogueTests.Refusals(body))["code"]);
        Assert.Equal(count, server.Data.Node.Count);
    }

    [Theory]
    [InlineData("journal/visit?from=999999")]
    [InlineData("journal/visit?from=-1")]
    [InlineData("journal/visit?from=x")]
    [InlineData("journal/checkpoint?size=999999")]
    [InlineData("journal/checkpoint?size=x")]
    public async Task A_size_that_the_journal_never_had_is_not_found(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await server.Get(path)).Status);

    private async Task<CosignerKey> Register(string name)
    {
        var key = CosignerKey.Generate(name);
        var json = JsonSerializer.Serialize(new { key = key.VerifierKey.ToString(), organisation = "Inspectorate" });
        var (status, body) = await server.Post("journal/register-witness", json);
        Assert.True(status == HttpStatusCode.OK, body.ToJsonString());
        return key;
    }

    private Task<(HttpStatusCode Status, JsonNode Body)> Record(SignedNote note) =>
        server.Post("journal/record-cosignature", JsonSerializer.Serialize(new { note = note.ToString() }));

    private async Task<WitnessRequest> Visit(long from)
    {
        var (_, body) = await server.Get($"journal/visit?from={from}");
        Assert.True(WitnessRequest.TryParse(Encoding.UTF8.GetBytes(body.GetValue<string>()), out var request, out var fault), fault.ToString());
        return request;
    }

    private async Task<SignedNote> Note(string path)
    {
        var (_, body) = await server.Get(path);
        Assert.True(SignedNote.TryParse(Encoding.UTF8.GetBytes(body.GetValue<string>()), out var note, out var fault), fault.ToString());
        return note;
    }
}
