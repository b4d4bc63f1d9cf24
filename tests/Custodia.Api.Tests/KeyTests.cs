using System.Net;
using System.Text.Json.Nodes;
using Custodia.Books.Approvals;
using Custodia.Books.Keeping;
using Custodia.Proofs.Audit;

namespace Custodia.Api.Tests;

/// <summary>Keys of compartments are changed and destroyed; what was sealed is then erased, and every proof stands.</summary>
public sealed class KeyTests : IAsyncLifetime
{
    private const string Rows = "MBA,Date,Change code,Batch,Items,Material description,Measurement basis,Natural U (kg),From,KMP\n"
        + "XA01,2026-03-03,RF,I1,1,U2DF,M,400,US,1\n";

    private readonly StateServer _server = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task After_a_new_key_all_is_read_that_the_old_one_sealed_and_what_comes_is_sealed_with_the_new_one()
    {
        await _server.Post("security-officer-in", "journal/rotate-key", new RotateKey(StateServer.Mba, "routine"));
        var held = _server.Data.Keys.Records.Where(key => key.Compartment == StateServer.Mba).ToList();
        Assert.Equal([1, 2], held.Select(key => key.Generation));
        Assert.All(held, key => Assert.Null(key.Destroyed));
        await _server.Post("accountant-in", "materials/record-change", StateServer.Receipt(StateServer.Mba, "AFTER"));
        foreach (var _ in new[] { "now", "after a restart" })
        {
            var (status, text) = await Batches("accountant-in");
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.Contains(StateServer.Batch, text, StringComparison.Ordinal);
            Assert.Contains("AFTER", text, StringComparison.Ordinal);
            await _server.Restart();
        }
    }

    [Fact]
    public async Task Destroyed_keys_take_two_persons_withhold_at_once_and_for_ever_and_leave_every_proof_standing()
    {
        var (entry, count) = (_server.Change, _server.Data.Node.Count);
        Assert.NotEmpty(await Body("inspector-in", $"journal/consistency?from={count}&to={count}"));
        var proposed = await _server.Post("security-officer-in", "journal/destroy-key", new DestroyKeys(StateServer.Mba, "erasure"));
        Assert.Equal(HttpStatusCode.OK, (await Batches("accountant-in")).Status);
        await _server.Post("regulator-in", "approvals/approve", new Approve((long)proposed["proposal"]!));
        foreach (var _ in new[] { "now", "after a restart" })
        {
            var (status, text) = await Batches("accountant-in");
            Assert.NotEqual(HttpStatusCode.OK, status);
            Assert.DoesNotContain(StateServer.Batch, text, StringComparison.Ordinal);
            Assert.Null(JsonNode.Parse(await Body("inspector-in", $"journal/entry/{entry}"))!["body"]);
            Assert.Contains("\"path\"", await Body("inspector-in", $"journal/consistency?from={count}"), StringComparison.Ordinal);
            Assert.StartsWith("c2sp.org/tlog-proof", await Body("inspector-in", $"journal/receipt/{entry}"), StringComparison.Ordinal);
            using var refused = await _server.Send("accountant-in", HttpMethod.Post, "/api/v1/materials/record-change",
                StateServer.Json(StateServer.Receipt(StateServer.Mba, "LATER")));
            Assert.NotEqual(HttpStatusCode.OK, refused.StatusCode);
            using var file = new StringContent(Rows, System.Text.Encoding.UTF8, "text/csv");
            using var imported = await _server.Send("accountant-in", HttpMethod.Post, "/api/v1/materials/import/changes?name=x.csv", file);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, imported.StatusCode);
            Assert.Contains("books.compartment-erased", await imported.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
            using var rotated = await _server.Send("security-officer-in", HttpMethod.Post, "/api/v1/journal/rotate-key",
                StateServer.Json(new RotateKey(StateServer.Mba, "back again")));
            Assert.Contains("books.compartment-erased", await rotated.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
            using var other = await _server.Send("accountant-in", HttpMethod.Get, "/api/v1/materials/batches?mba=XB01");
            Assert.Equal(HttpStatusCode.OK, other.StatusCode);
            await _server.Restart();
        }

        await _server.Stop();
        var audit = FolderAudit.Verify(_server.Root, new AuditOptions { RequireCheckpoint = true }, cancellation: Cancel);
        Assert.True(audit.IsSound, string.Join('\n', audit.Problems));
    }

    private async Task<(HttpStatusCode Status, string Text)> Batches(string who)
    {
        using var answer = await _server.Send(who, HttpMethod.Get, "/api/v1/materials/batches?mba=XA01&size=500");
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancel));
    }

    private async Task<string> Body(string who, string path)
    {
        using var answer = await _server.Send(who, HttpMethod.Get, "/api/v1/" + path);
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {text}");
        return text;
    }
}
