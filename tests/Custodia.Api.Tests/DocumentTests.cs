using System.Net;
using System.Text.Json.Nodes;
using Custodia.Journal.Blobs;

namespace Custodia.Api.Tests;

public sealed class DocumentTests : IClassFixture<ApiServer>
{
    private const string Draft = "Statement\n\n1. We will keep all nuclear material under our control secure.\n\n2. We thank all.\n";
    private const string Own = "&nameEn=Statement&nameZh=%E8%81%B2%E6%98%8E&date=2016-04-01";

    private readonly ApiServer _server;

    public DocumentTests(ApiServer server)
    {
        _server = server;
        server.Client.DefaultRequestHeaders.Authorization = new("Bearer", server.Official);
    }

    [Fact]
    public async Task A_document_is_previewed_without_a_trace_then_kept_with_its_file_and_shown_beside_its_promise()
    {
        var (count, blobs) = (_server.Data.Node.Count, _server.Data.Blobs.List().Count());
        var (previewed, preview) = await _server.Upload("commitments/import-document?name=c.txt&document=C10&preview=true", Draft);
        Assert.Equal(HttpStatusCode.OK, previewed);
        var proposed = (string)preview["documents"]![0]!["paragraphs"]![0]!["item"]!;
        Assert.StartsWith("C10-", proposed, StringComparison.Ordinal);
        Assert.Equal((count, blobs), (_server.Data.Node.Count, _server.Data.Blobs.List().Count()));

        var (kept, recorded) = await _server.Upload("commitments/import-document?name=c.txt&document=C10&confirm=best", Draft);
        Assert.True(kept == HttpStatusCode.OK, recorded.ToJsonString());
        var (_, document) = await _server.Get("commitments/document?id=TX-C10-EN");
        var view = document["result"]!;
        Assert.Equal(proposed, (string?)view["paragraphs"]![0]!["item"]);
        Assert.True(BlobId.TryParse((string)view["document"]!["kept"]!["digest"]!, out var id));
        using var file = new StreamReader(_server.Data.Blobs.Open(id));
        Assert.Equal(Draft, await file.ReadToEndAsync(TestContext.Current.CancellationToken));
        var (_, item) = await _server.Get($"commitments/item?id={proposed}&day=2026-01-01");
        Assert.Equal("TX-C10-EN", (string?)item["result"]!["paragraphs"]![0]!["document"]);
    }

    [Fact]
    public async Task What_was_kept_can_be_kept_anew_with_promises_confirmed_one_by_one()
    {
        var (kept, body) = await _server.Upload("commitments/import-document?name=s.txt&id=XA-7" + Own, Draft);
        Assert.True(kept == HttpStatusCode.OK, body.ToJsonString());
        var (_, document) = await _server.Get("commitments/document?id=XA-7");
        var digest = (string)document["result"]!["document"]!["kept"]!["digest"]!;
        var (again, second) = await _server.Post("commitments/keep-document", Command("XT-7", digest));
        Assert.True(again == HttpStatusCode.OK, second.ToJsonString());
        var (_, anew) = await _server.Get("commitments/document?id=XT-7");
        Assert.Equal(digest, (string?)anew["result"]!["document"]!["kept"]!["digest"]);
        var paragraph = Assert.Single(anew["result"]!["paragraphs"]!.AsArray())!;
        Assert.Equal(("We will.", "C10-05"), ((string?)paragraph["text"], (string?)paragraph["item"]));
        Assert.Equal("commitments.document-file-not-kept",
            await Code(_server.Post("commitments/keep-document", Command("XT-8", new string('0', 64)))));
    }

    [Fact]
    public async Task Whether_a_file_that_was_no_document_is_kept_is_told_to_nobody_who_asks_for_one()
    {
        foreach (var compartment in (string[])["XA01", BlobStore.GeneralCompartment])
        {
            using var content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes("of " + compartment));
            var digest = (await _server.Data.Blobs.PutAsync(content, compartment, TestContext.Current.CancellationToken)).ToString();
            Assert.Equal("commitments.document-file-not-kept",
                await Code(_server.Post("commitments/keep-document?try=true", Command("XT-9", digest))));
        }
    }

    [Theory]
    [InlineData("?document=C11", Draft, "commitments.unknown")]
    [InlineData("?document=C10&confirm=order", Draft, "commitments.document-order-wrong")]
    [InlineData("?document=C10&confirm=some", Draft, "input.malformed")]
    [InlineData("?document=C10&part=x", Draft, "input.malformed")]
    [InlineData("?document=C10&part=2", Draft, "commitments.document-several")]
    [InlineData("?id=XA-9", Draft, "input.malformed")]
    [InlineData("?id=XA-9&date=spring", Draft, "input.malformed")]
    [InlineData("?id=nine" + Own, Draft, "commitments.document-id-wrong")]
    [InlineData("?document=C10", "No numbers.", "commitments.document-no-numbered-paragraph")]
    [InlineData("?document=C10", "1. Keep.\0", "commitments.document-not-text")]
    public async Task What_cannot_be_kept_is_refused_by_its_reason(string query, string text, string code)
    {
        var count = _server.Data.Node.Count;
        Assert.Equal(code, await Code(_server.Upload("commitments/import-document" + query, text)));
        Assert.Equal(count, _server.Data.Node.Count);
    }

    [Fact]
    public async Task A_file_beyond_the_limit_is_refused() => Assert.Equal("commitments.document-too-long",
        await Code(_server.Upload("commitments/import-document?document=C10", new string('x', (4 * 1024 * 1024) + 1))));

    private static string Command(string id, string digest) => $$"""
        {"id": "{{id}}", "nameEn": "Text", "nameZh": "文本", "date": "2010-04-13", "kind": "communique", "file": "s.txt", "digest": "{{digest}}",
         "language": "en", "catalogue": "C10", "paragraphs": [{"group": 1, "number": 1, "text": "We will.", "item": "C10-05"}]}
        """;

    private static async Task<string?> Code(Task<(HttpStatusCode Status, JsonNode Body)> asked) =>
        (string?)Assert.Single(CatalogueTests.Refusals((await asked).Body))["code"];
}
