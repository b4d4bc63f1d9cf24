using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Custodia.Commitments.Cooperation.Facts;
using Custodia.Commitments.Cooperation.Matrix;

namespace Custodia.Api.Tests;

/// <summary>A filled 1540 matrix over HTTP: whole or not at all, and only from who may record.</summary>
public sealed class MatrixFileTests(StateServer server) : IClassFixture<StateServer>
{
    private const string Cell = "2-01.n.f";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_shown_then_recorded_and_read_back_and_the_same_again_records_nothing()
    {
        var file = new MatrixFile(MatrixFile.FormatName, MatrixFile.FormatVersion, MatrixTemplate.Current.Id,
            [new(Cell, MatrixValue.Yes, StateServer.Day("2026-01-01"), "Act 1, section 2")]);
        var document = MatrixDocument.Write(file, "en", "");
        var (status, json) = await Send("regulator-in", document, "?preview=true&name=m.docx");
        Assert.Equal((HttpStatusCode.OK, "wouldRecord"), (status, (string?)json["outcome"]));
        Assert.Equal(0, await Answered());
        (status, json) = await Send("regulator-in", document, "");
        Assert.Equal((HttpStatusCode.OK, "recorded", 1), (status, (string?)json["outcome"], (int)json["count"]!));
        Assert.Equal(1, await Answered());
        (_, json) = await Send("regulator-in", file.ToJson(), "");
        Assert.Equal(0, (int)json["count"]!);
    }

    [Fact]
    public async Task Who_may_not_record_has_nothing_read_and_a_hostile_file_is_refused()
    {
        var (status, json) = await Send("inspector-in", [1, 2, 3], "");
        Assert.Equal((HttpStatusCode.Forbidden, "access.not-allowed"), (status, (string?)json["refusals"]![0]!["code"]));
        (status, json) = await Send("regulator-in", "PK no zip"u8.ToArray(), "");
        Assert.Equal("cooperation.file-malformed", (string?)json["refusals"]![0]!["code"]);
        Assert.NotEqual(HttpStatusCode.OK, status);
    }

    private static ByteArrayContent Content(byte[] bytes)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return content;
    }

    private async Task<(HttpStatusCode Status, JsonNode Json)> Send(string who, byte[] bytes, string query)
    {
        using var content = Content(bytes);
        using var response = await server.Send(who, HttpMethod.Post, "/api/v1/cooperation/matrix-file" + query, content);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsByteArrayAsync(Cancel))!);
    }

    private async Task<int> Answered()
    {
        using var response = await server.Send("inspector-in", HttpMethod.Get, "/api/v1/cooperation/matrix");
        return (int)JsonNode.Parse(await response.Content.ReadAsByteArrayAsync(Cancel))!["result"]!["answered"]!;
    }
}
