using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Custodia.Api.Tests;

/// <summary>A case of material balances over HTTP: evaluated whole or refused whole, and nothing of it kept.</summary>
public sealed class StatisticsTests(StateServer server) : IClassFixture<StateServer>
{
    private const string Case = """
        {"name": "api", "mass_unit": "kg", "time_unit": "h", "mbp": MBP, "elements": ["Pu"], "locations":
         [{"id": "in", "kind": "input", "type": "discrete", "file": "in.csv", "sigma_random": 0.01, "sigma_systematic": 0.02}]}
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_is_signed_in_has_a_case_evaluated_and_no_one_else()
    {
        var (status, json) = await Send("inspector-in", Body("10", "time,Pu\\n2,5\\n20,7\\n"));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal([5, 7], json["elements"]!["Pu"]!["muf"]!.AsArray().Select(value => (double)value!));
        (status, json) = await Send(null, Body("10", "time,Pu\\n2,5\\n20,7\\n"));
        Assert.Equal((HttpStatusCode.Unauthorized, "access.sign-in-required"), (status, Code(json)));
    }

    [Fact]
    public async Task A_bad_case_is_refused_with_its_place_and_so_is_one_that_is_too_long_or_no_json()
    {
        var (status, json) = await Send("inspector-in", Body("10", "time,Pu\\n2,5\\n20,x\\n"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "statistics.number-wrong"), (status, Code(json)));
        Assert.Equal(("in.csv", 3, "B3", "Pu"), ((string?)json["refusals"]![0]!["place"]!["file"], (int)json["refusals"]![0]!["place"]!["row"]!,
            (string?)json["refusals"]![0]!["place"]!["cell"], (string?)json["refusals"]![0]!["place"]!["field"]));
        (_, json) = await Send("inspector-in", $"{{\"case.json\": {Case.Replace("MBP", "10", StringComparison.Ordinal)}}}");
        Assert.Equal("statistics.file-missing", Code(json));
        Assert.Equal("statistics.too-many-periods", Code((await Send("inspector-in", Body("0.01", "time,Pu\\n2,5\\n20,7\\n"))).Json));
        (status, json) = await Send("inspector-in", "[1]");
        Assert.Equal((HttpStatusCode.BadRequest, "input.malformed"), (status, Code(json)));
    }

    private static string Body(string period, string table) =>
        $"{{\"case.json\": {Case.Replace("MBP", period, StringComparison.Ordinal)}, \"in.csv\": \"{table}\"}}";

    private static string? Code(JsonNode json) => (string?)json["refusals"]![0]!["code"];

    private async Task<(HttpStatusCode Status, JsonNode Json)> Send(string? who, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await server.Send(who, HttpMethod.Post, "/api/v1/statistics/balance", content);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsByteArrayAsync(Cancel))!);
    }
}
