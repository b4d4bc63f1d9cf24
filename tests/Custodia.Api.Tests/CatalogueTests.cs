using System.Net;
using System.Text.Json.Nodes;
using Custodia.Books;
using Custodia.Materials;

namespace Custodia.Api.Tests;

public sealed class CatalogueTests(ApiServer server) : IClassFixture<ApiServer>
{
    private static readonly Catalogue Catalogue = MaterialsCatalogue.Instance;

    public static TheoryData<string> Commands => [.. Catalogue.Commands.Select(command => command.Name)];

    public static TheoryData<string> Queries => [.. Catalogue.Queries.Select(query => query.Name)];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Every_command_is_reachable_and_refuses_an_unknown_field(string name)
    {
        var (status, body) = await server.Post("materials/" + name, """{"noSuchField":1}""");
        Assert.Equal(HttpStatusCode.BadRequest, status);
        var refusal = Refusals(body).Single(r => (string?)r["found"] == "noSuchField");
        Assert.Equal("input.malformed", (string?)refusal["code"]);
        Assert.Equal("$.noSuchField", (string?)refusal["place"]!["field"]);
    }

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task Every_query_is_reachable_and_refuses_an_unknown_field(string name)
    {
        var (status, body) = await server.Get($"materials/{name}?noSuchField=1");
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(Refusals(body), refusal => (string?)refusal["found"] == "noSuchField");
    }

    [Fact]
    public async Task The_description_lists_every_command_and_query_with_its_fields()
    {
        var (_, document) = await server.Get("/openapi/v1.json");
        var paths = document["paths"]!.AsObject();
        foreach (var command in Catalogue.Commands)
        {
            var operation = paths[$"/api/v1/materials/{command.Name}"]!["post"]!;
            Assert.Equal(command.Summary.En, (string?)operation["summary"]);
            var schema = Schema(document, operation["requestBody"]!["content"]!["application/json"]!["schema"]!);
            Assert.Equal(command.Fields.Select(f => f.Name).Order(), Properties(schema).Where(p => p != "rowCount").Order());
        }

        foreach (var query in Catalogue.Queries)
        {
            var operation = paths[$"/api/v1/materials/{query.Name}"]!["get"]!;
            Assert.Equal(query.Summary.En, (string?)operation["summary"]);
            var names = operation["parameters"]!.AsArray().Select(p => (string)p!["name"]!).ToList();
            Assert.Equal(query.Fields.Select(f => f.Name).Append("asOf").Append("knownAt").Order(), names.Order());
        }
    }

    [Fact]
    public async Task Wrong_types_are_refused_at_their_path_in_both_languages()
    {
        var (status, body) = await server.Post("materials/record-change",
            ApiServer.Change("B1").Replace("\"2026-02-03\"", "\"3 Feb\"", StringComparison.Ordinal)
                .Replace("\"items\":1", "\"items\":\"one\"", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.BadRequest, status);
        var date = Refusals(body).Single(r => (string?)r["place"]!["field"] == "$.date");
        Assert.Equal("yyyy-MM-dd", (string?)date["expected"]);
        Assert.Equal("\"3 Feb\"", (string?)date["found"]);
        Assert.Equal("輸入內容不符規定格式。", (string?)date["message"]!["zh"]);
        Assert.NotEmpty((string)date["remedy"]!["en"]!);
        Assert.Contains(Refusals(body), r => (string?)r["place"]!["field"] == "$.items");
    }

    [Fact]
    public async Task A_weight_that_is_none_is_refused_with_the_form_of_one()
    {
        var (status, body) = await server.Post("materials/record-change", ApiServer.Change("B1", weight: "much"));
        Assert.Equal(HttpStatusCode.BadRequest, status);
        var refusal = Assert.Single(Refusals(body));
        Assert.Equal("$.weights[0]", (string?)refusal["place"]!["field"]);
        Assert.Contains("E:1840000/G:80960", (string?)refusal["expected"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"code\":\"XA\",\"code\":\"XB\"}")]
    public async Task What_is_not_one_object_is_malformed(string json)
    {
        var (status, body) = await server.Post("materials/name-state", json);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.All(Refusals(body), refusal => Assert.Equal("input.malformed", (string?)refusal["code"]));
    }

    [Fact]
    public async Task What_the_book_refuses_is_unprocessable_and_changes_nothing()
    {
        var count = server.Data.Node.Count;
        var (status, body) = await server.Post("materials/name-state", """{"code":"XB","nameEn":"Other","nameZh":"他國"}""");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal("materials.state-named-already", (string?)Assert.Single(Refusals(body))["code"]);
        Assert.Equal(count, server.Data.Node.Count);
    }

    [Fact]
    public async Task The_same_command_id_has_the_first_answer_and_another_command_may_not_use_it()
    {
        var path = "materials/record-change?commandId=" + Guid.NewGuid();
        var (_, first) = await server.Post(path, ApiServer.Change("REPEAT"));
        var (_, second) = await server.Post(path, ApiServer.Change("REPEAT"));
        Assert.Equal((false, true), ((bool)first["isRepeat"]!, (bool)second["isRepeat"]!));
        Assert.Equal((long)first["first"]!, (long)second["first"]!);
        var (status, other) = await server.Post(path, ApiServer.Change("OTHER"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal("books.command-id-reused", (string?)Assert.Single(Refusals(other))["code"]);
    }

    [Fact]
    public async Task A_trial_says_what_would_be_recorded_and_records_nothing()
    {
        // What a trial shows is a sight of content, written once an hour: the first trial may write it.
        await server.Post("materials/record-change?try=true", ApiServer.Change("TRIED"));
        var count = server.Data.Node.Count;
        var (status, body) = await server.Post("materials/record-change?try=true", ApiServer.Change("TRIED"));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("wouldRecord", (string?)body["outcome"]);
        Assert.Equal("inventory-changed", (string?)body["facts"]![0]!["kind"]);
        Assert.Equal(count, server.Data.Node.Count);
    }

    [Fact]
    public async Task A_query_answers_as_of_a_day_and_as_known_at_an_entry()
    {
        await server.Post("materials/record-change", ApiServer.Change("VIEWED", date: "2026-02-10"));
        var now = await Batches("");
        Assert.Contains("VIEWED", now);
        Assert.DoesNotContain("VIEWED", await Batches("&asOf=2026-02-09"));
        Assert.DoesNotContain("VIEWED", await Batches("&knownAt=" + server.Opened));
        var (ahead, body) = await server.Get("materials/batches?mba=XA01&knownAt=999999");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, ahead);
        Assert.Equal("books.known-at-ahead", (string?)Assert.Single(Refusals(body))["code"]);
    }

    [Theory]
    [InlineData("materials/no-such-query")]
    [InlineData("no-such-book/balance")]
    [InlineData("journal/entry/999999")]
    [InlineData("journal/tile/0/x999/000")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        var (status, body) = await server.Get(path);
        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Equal("input.unknown", (string?)Assert.Single(Refusals(body))["code"]);
    }

    internal static IReadOnlyList<JsonNode> Refusals(JsonNode body) => [.. body["refusals"]!.AsArray().Select(node => node!)];

    private async Task<List<string>> Batches(string view)
    {
        var (status, body) = await server.Get("materials/batches?mba=XA01" + view);
        Assert.True(status == HttpStatusCode.OK, body.ToJsonString());
        return [.. body["result"]!["rows"]!.AsArray().Select(row => (string)row!["name"]!)];
    }

    private static JsonNode Schema(JsonNode document, JsonNode schema) => (string?)schema["$ref"] is { } reference
        ? document["components"]!["schemas"]![reference.Split('/')[^1]]!
        : schema;

    private static IEnumerable<string> Properties(JsonNode schema) => schema["properties"]!.AsObject().Select(p => p.Key);
}
