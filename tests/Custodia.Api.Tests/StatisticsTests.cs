using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Custodia.Books.Faces;
using Custodia.Server.Api;
using Custodia.Server.Questions;
using Custodia.Statistics.Cases;
using Custodia.Statistics.Detection;

namespace Custodia.Api.Tests;

/// <summary>The statistics over HTTP: each request answered as its command is, or refused whole, and nothing of it kept.</summary>
public sealed class StatisticsTests(StateServer server) : IClassFixture<StateServer>
{
    private const string Case = """
        {"name": "api", "mass_unit": "kg", "time_unit": "h", "mbp": MBP, "elements": ["Pu"], "locations":
         [{"id": "in", "kind": "input", "type": "discrete", "file": "in.csv", "sigma_random": 0.01, "sigma_systematic": 0.02}]}
        """;

    private const string Itemised = """
        {"unit": "kg", "element": "Pu", "sources": [{"id": "scale", "kind": "bulk", "random": 0.001, "systematic": 0.001}],
         "strata": [{"id": "PB", "part": "opening", "uses": ["scale"], "mass": 10, "weighings": 2}]}
        """;

    private const string Plant = """{"case.json": CASE, "in.csv": "time,Pu\n2,5\n12,5\n22,6\n32,5\n42,7\n52,5\n60,5\n"}""";

    private const string Difference = """
        {"sources.csv": "source,random,systematic\nscale,0.001,0.0005\ncounter,0.004,0.002\n",
         "operator.csv": "stratum,part,item,mass,source\ndrums,closing,D1,2000,scale\ndrums,closing,D2,2010,scale\n",
         "inspector.csv": "stratum,item,mass,source\ndrums,D1,1994,counter\n"}
        """;

    private const string Route = """
        {"sources.csv": "source,kind,random,systematic\nscale,bulk,0.001,0.0005\n",
         "shipper.csv": "transfer,mass,weighings,samples,sources\nT1,1000,1,1,scale\nT2,1000,1,1,scale\n",
         "receiver.csv": "transfer,mass,weighings,samples,sources\nT1,999,1,1,\nT2,998,1,1,\n"}
        """;

    private static readonly string Files = Plant.Replace("CASE", Case.Replace("MBP", "10", StringComparison.Ordinal), StringComparison.Ordinal);

    /// <summary>A request to each endpoint that is answered.</summary>
    private static readonly Dictionary<string, string> Good = new()
    {
        ["balance"] = Files,
        ["threshold"] = """{"periods": 52, "alpha": 0.01, "sides": "both"}""",
        ["detection"] = $$"""{"files": {{Files}}, "abrupt": 2, "masses": [0, 1], "tests": ["page", "cumuf"], "replicates": 3000}""",
        ["sample-size"] = """{"items": 60, "mean": 2, "goal": 8, "split": [0.1, 0.05, 0.005, 0.002], "curve": true}""",
        ["paired"] = """{"pairs": "inspection,operator,inspector\na,10,9\na,12,12\na,14,12\nb,20,17\nb,21,19\nb,25,21\n", "absolute": true}""",
        ["itemised"] = Itemised,
        ["d-statistic"] = $$"""{"files": {{Difference}}, "muf": 7, "sigmaMuf": 2}""",
        ["shipper-receiver"] = $$"""{"files": {{Route}}, "alpha": 0.01}""",
    };

    public static TheoryData<string> Endpoints => [.. Good.Keys];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_case_is_evaluated()
    {
        var (_, json) = await Send("balance", Body("10", "time,Pu\\n2,5\\n20,7\\n"));
        Assert.Equal([5, 7], json["elements"]!["Pu"]!["muf"]!.AsArray().Select(value => (double)value!));
        Assert.Null(json["locations"]);
        (_, json) = await Send("balance", $$"""{"files": {{Files}}, "details": true}""");
        Assert.Equal(6, json["elements"]!["Pu"]!["item"]!["contributions"]![0]!["variance"]!.AsArray().Count);
        Assert.Equal("input.malformed", Code((await Send("balance", $$"""{"files": {{Files}}, "detail": true}""")).Json));
        Assert.Equal("input.malformed", Code((await Send("balance", """{"files": "case.json"}""")).Json));
    }

    [Fact]
    public async Task Details_of_very_many_methods_are_more_than_the_server_writes()
    {
        var locations = string.Join(",\n", Enumerable.Range(0, 700).Select(i => "{\"id\": \"L" + i + "\", \"kind\": \"input\", \"type\": "
            + "\"discrete\", \"file\": \"" + i + ".csv\", \"sigma_random\": 0.01, \"sigma_systematic\": 0.02}"));
        var tables = string.Join(",\n", Enumerable.Range(0, 700).Select(i => $"\"{i}.csv\": \"time,Pu\\n400,1\\n\""));
        var (_, json) = await Send("balance", $$"""
            {"details": true, "files": {"case.json": {"name": "large", "mass_unit": "kg", "time_unit": "h", "mbp": 1, "elements": ["Pu"], "locations":
            [{{locations}}]}, {{tables}} } }
            """);
        Assert.Equal(("statistics.too-much-work", "details"), (Code(json), (string?)json["refusals"]![0]!["place"]!["field"]));
    }

    [Theory]
    [MemberData(nameof(Endpoints))]
    public async Task Whoever_is_signed_in_is_answered_and_no_one_else(string name)
    {
        var (status, json) = await Send(name, Good[name]);
        Assert.True(status == HttpStatusCode.OK, json.ToJsonString());
        (status, json) = await Send(name, Good[name], who: null);
        Assert.Equal((HttpStatusCode.Unauthorized, "access.sign-in-required"), (status, Code(json)));
    }

    [Fact]
    public async Task The_answer_is_that_of_the_library_to_the_last_byte()
    {
        var body = Encoding.UTF8.GetBytes(Itemised);
        Func<string, byte[]?> Of(string files) => name => (string?)JsonNode.Parse(files)![name] is { } text ? Encoding.UTF8.GetBytes(text) : null;
        var read = CaseFolder.Read(name => name == "case.json"
            ? Encoding.UTF8.GetBytes(JsonNode.Parse(Files)!["case.json"]!.ToJsonString()) : Of(Files)(name)).Value!;
        foreach (var (name, answer) in new (string, FaceAnswer)[]
        {
            ("threshold", new ThresholdQuestion(52, 0.01, Sides: TestSide.Both).Answer(Figures.Exact)),
            ("detection", new DetectionQuestion { Abrupt = 2, Masses = [0, 1], Tests = ["page", "cumuf"], Replicates = 3000 }
                .Answer(read, Figures.Exact, new Effort(Threads: 3))),
            ("sample-size", new SampleSizeQuestion(60, 2, 8, Split: [0.1, 0.05, 0.005, 0.002], Curve: true).Answer(Figures.Exact)),
            ("paired", new PairedQuestion((string)JsonNode.Parse(Good["paired"])!["pairs"]!, Absolute: true).Answer(Figures.Exact)),
            ("itemised", ItemisedQuestion.Answer(body, null, Figures.Exact)),
            ("d-statistic", new DifferenceQuestion { Muf = 7, SigmaMuf = 2 }.Answer(Of(Difference), Figures.Exact)),
            ("shipper-receiver", new RouteQuestion { Alpha = 0.01 }.Answer(Of(Route), Figures.Exact)),
        })
        {
            using var content = new StringContent(Good[name], Encoding.UTF8, "application/json");
            using var response = await server.Send("inspector-in", HttpMethod.Post, "/api/v1/statistics/" + name, content);
            Assert.Equal(Encoding.UTF8.GetString(answer.Content.Span), await response.Content.ReadAsStringAsync(Cancel));
        }
    }

    [Theory]
    [MemberData(nameof(Endpoints))]
    public async Task What_is_no_such_request_is_refused_in_both_languages(string name)
    {
        string[] bodies = ["", "null", "[1]", "{", "\"text\"", "{\"noSuchMember\": 1}", "{\"\\ud800\": 1}", "NaN", new string('[', 5000)];
        foreach (var body in bodies)
        {
            var (status, json) = await Send(name, body);
            Assert.True(status is HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity, $"{name} {body}: {status}");
            Assert.All(json["refusals"]!.AsArray(), refusal => Assert.All(
                [refusal!["message"]!["en"], refusal["message"]!["zh"], refusal["remedy"]!["en"], refusal["remedy"]!["zh"]],
                text => Assert.NotEmpty((string)text!)));
        }

        var twice = Good[name].Insert(1, "\"periods\": 1, \"periods\": 2, \"files\": {}, \"files\": {}, \"in.csv\": \"\", ");
        Assert.NotEqual(HttpStatusCode.OK, (await Send(name, twice)).Status);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await Send(name, Good[name], type: "text/csv")).Status);
    }

    [Theory]
    // Balances.
    [InlineData("balance", "2,5", "2,x", "statistics.number-wrong", "in.csv B2 Pu")]
    [InlineData("balance", "in.csv\":", "out.csv\":", "statistics.file-missing", "in.csv")]
    [InlineData("balance", "\"mbp\": 10", "\"mbp\": 0.01", "statistics.too-many-periods", "mbp")]
    [InlineData("balance", "{\"case", "{\"in.csv\": \"\", \"case", "input.malformed", "$.in.csv")]
    [InlineData("balance", "{\"case", "{\"other\": 5, \"case", "input.malformed", "$[0]")]
    [InlineData("balance", "{\"case", "{\"\\ud800\": \"\", \"case", "input.malformed", "")]
    [InlineData("detection", "in.csv\": \"time", "in.csv\": \"\\ud800time", "input.malformed", "$.files[1]")]
    [InlineData("threshold", "periods", "\\ud800", "input.malformed", "$.")]
    // Thresholds.
    [InlineData("threshold", "52", "0", "statistics.periods-wrong", "periods")]
    [InlineData("threshold", "52", "-1", "statistics.periods-wrong", "periods")]
    [InlineData("threshold", "52", "1001", "statistics.too-much-work", "periods")]
    [InlineData("threshold", "52", "5.2", "input.malformed", "$.periods")]
    [InlineData("threshold", "52", "99999999999", "input.malformed", "$.periods")]
    [InlineData("threshold", "52", "null", "input.malformed", "$.periods")]
    [InlineData("threshold", "\"periods\": 52, ", "", "input.malformed", "$.periods")]
    [InlineData("threshold", "0.01", "0", "statistics.alpha-wrong", "alpha")]
    [InlineData("threshold", "0.01", "1e999", "statistics.alpha-wrong", "alpha")]
    [InlineData("threshold", "0.01", "\"NaN\"", "input.malformed", "$.alpha")]
    [InlineData("threshold", "\"sides\"", "\"k\": 11, \"sides\"", "statistics.reference-wrong", "k")]
    [InlineData("threshold", "\"sides\"", "\"k\": -0.1, \"sides\"", "statistics.too-much-work", "k")]
    [InlineData("threshold", "both", "up", "input.malformed", "$.sides")]
    [InlineData("threshold", "{", "{\"periods\": 52, ", "input.malformed", "$.periods")]
    // Detection.
    [InlineData("detection", "2,5", "2,-5", "statistics.mass-negative", "in.csv B2 Pu")]
    [InlineData("detection", "\"mbp\": 10", "\"mbp\": 0.1", "statistics.too-much-work", "mbp")]
    [InlineData("detection", "\"in.csv\":", "\"case.json\":", "input.malformed", "$.files.case.json")]
    [InlineData("detection", "\"abrupt\": 2", "\"abrupt\": 7", "statistics.loss-outside", "abrupt")]
    [InlineData("detection", "\"abrupt\": 2", "\"protracted\": [1]", "statistics.loss-pattern-wrong", "loss")]
    [InlineData("detection", "\"abrupt\": 2", "\"protracted\": [1, 2, 3]", "statistics.loss-pattern-wrong", "loss")]
    [InlineData("detection", "\"abrupt\": 2", "\"protracted\": [1, 1e999]", "statistics.loss-outside", "protracted")]
    [InlineData("detection", "\"abrupt\": 2", "\"loss\": null", "input.malformed", "$.loss")]
    [InlineData("detection", "[0, 1]", "[0, -1]", "statistics.loss-mass-wrong", "masses")]
    [InlineData("detection", "[0, 1]", "[1e300]", "statistics.loss-mass-wrong", "masses")]
    [InlineData("detection", "\"cumuf\"", "\"median\"", "input.malformed", "tests")]
    [InlineData("detection", "\"cumuf\"", "null", "input.malformed", "$.tests[1]")]
    [InlineData("detection", "3000", "10", "statistics.replicates-wrong", "replicates")]
    [InlineData("detection", "3000", "1000001", "statistics.too-much-work", "replicates")]
    [InlineData("detection", "[0, 1]", "[0, 1], \"full\": true, \"element\": \"Th\"", "statistics.element-unknown", "element")]
    [InlineData("detection", "\"replicates\"", "\"k\": -0.1, \"replicates\"", "statistics.too-much-work", "k")]
    [InlineData("detection", "\"replicates\"", "\"threads\": 2, \"replicates\"", "input.malformed", "$.threads")]
    [InlineData("detection", "\"replicates\"", "\"seed\": -1, \"replicates\"", "input.malformed", "$.seed")]
    [InlineData("detection", "\"replicates\"", "\"sharing\": \"none\", \"replicates\"", "input.malformed", "$.sharing")]
    // Sample sizes.
    [InlineData("sample-size", "60", "0", "verification.out-of-range", "items")]
    [InlineData("sample-size", "60", "1000001", "verification.out-of-range", "items")]
    [InlineData("sample-size", "\"mean\": 2", "\"mean\": -2", "verification.out-of-range", "mean")]
    [InlineData("sample-size", "\"mean\": 2", "\"mean\": 1e999", "input.malformed", "$.mean")]
    [InlineData("sample-size", "\"goal\": 8", "\"goal\": 121", "verification.not-attainable", "goal")]
    [InlineData("sample-size", ", 0.002]", "]", "input.malformed", "split")]
    [InlineData("sample-size", "0.002", "1e999", "verification.out-of-range", "bias.systematic")]
    // Paired data.
    [InlineData("paired", "a,10,9", "a,10,nine", "verification.malformed", "pairs.csv C2 inspector")]
    [InlineData("paired", "a,10,9", "a,10,-9", "verification.out-of-range", "pairs.csv C2 inspector")]
    [InlineData("paired", "a,10,9", "a,10", "verification.malformed", "pairs.csv A2")]
    [InlineData("paired", "\"inspection", "\"inspections", "verification.malformed", "pairs.csv A1")]
    [InlineData("paired", "true", "1", "input.malformed", "$.absolute")]
    // A balance item by item.
    [InlineData("itemised", "\"mass\": 10", "\"mass\": -10", "verification.out-of-range", "2:72 strata[0].mass")]
    [InlineData("itemised", "\"uses\": [\"scale\"]", "\"uses\": [\"ruler\"]", "verification.unknown-name", "2:54 strata[0].uses[0]")]
    [InlineData("itemised", "\"unit\": \"kg\"", "\"unit\": \"kg\", \"unit\": \"g\"", "verification.malformed", "1:23 unit")]
    // D.
    [InlineData("d-statistic", "\"muf\": 7, ", "", "verification.missing", "muf")]
    [InlineData("d-statistic", ", \"sigmaMuf\": 2", "", "verification.missing", "sigmaMuf")]
    [InlineData("d-statistic", "\"sigmaMuf\": 2", "\"sigmaMuf\": -2", "verification.out-of-range", "sigmaMuf")]
    [InlineData("d-statistic", "\"muf\": 7", "\"muf\": 1e999", "verification.out-of-range", "muf")]
    [InlineData("d-statistic", "D1,1994", "D9,1994", "verification.unknown-name", "inspector.csv B2 item")]
    [InlineData("d-statistic", "operator.csv", "operators.csv", "statistics.file-missing", "operator.csv")]
    [InlineData("d-statistic", "drums,D1,1994,counter\\n", "", "verification.too-few", "inspector.csv A1")]
    // Routes.
    [InlineData("shipper-receiver", "T1,999", "T1,NaN", "verification.malformed", "receiver.csv B2 mass")]
    [InlineData("shipper-receiver", "T2,998", "T3,998", "verification.unknown-name", "receiver.csv A3 transfer")]
    [InlineData("shipper-receiver", "\"alpha\": 0.01", "\"alpha\": 1", "statistics.alpha-wrong", "alpha")]
    [InlineData("shipper-receiver", "\"files\": {", "\"files\": [], \"other\": {", "input.malformed", "$.other")]
    public async Task What_is_wrong_is_refused_with_its_place(string name, string instead, string put, string code, string place)
    {
        Assert.Contains(instead, Good[name], StringComparison.Ordinal);
        var at = Good[name].IndexOf(instead, StringComparison.Ordinal);
        var (status, json) = await Send(name, Good[name][..at] + put + Good[name][(at + instead.Length)..]);
        var refusal = json["refusals"]![0]!;
        Assert.Equal((code, place), ((string?)refusal["code"], string.Join(' ', new[] { "file", "cell", "field" }
            .Select(part => (string?)refusal["place"]![part]).Where(part => part is not null))));
        Assert.Equal(code == "input.malformed" ? HttpStatusCode.BadRequest : HttpStatusCode.UnprocessableEntity, status);
    }

    [Fact]
    public async Task No_request_draws_more_than_the_server_has_time_for_and_the_refusal_says_how_much_that_is()
    {
        var masses = string.Join(", ", Enumerable.Range(1, 99));
        var (_, json) = await Send("detection", Good["detection"].Replace("0, 1", masses, StringComparison.Ordinal)
            .Replace("3000", "400000", StringComparison.Ordinal));
        Assert.Equal(("statistics.too-much-work", "≤ 333333", "400000"), (Code(json), (string?)json["refusals"]![0]!["expected"],
            (string?)json["refusals"]![0]!["found"]));
        var rows = string.Concat(Enumerable.Range(0, 1001).Select(i => $"S{i},1,1,1,scale\\n"));
        var many = Route.Replace("T1,1000,1,1,scale\\nT2,1000,1,1,scale\\n", rows, StringComparison.Ordinal)
            .Replace("T1,999,1,1,\\nT2,998,1,1,\\n", rows, StringComparison.Ordinal);
        (_, json) = await Send("shipper-receiver", $"{{\"files\": {many}}}");
        Assert.Equal(("verification.too-many", "≤ 1000"), (Code(json), (string?)json["refusals"]![0]!["expected"]));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/statistics/itemised");
        request.Content = new StringContent(new string(' ', (16 << 20) + 1), Encoding.UTF8, "application/json");
        request.Headers.Authorization = new("Bearer", server.TokenOf("inspector-in"));
        request.Headers.ExpectContinue = true;
        using var response = await server.Client.SendAsync(request, Cancel);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task A_request_that_takes_too_long_ends_and_is_refused()
    {
        var read = CaseFolder.Read(name => JsonNode.Parse(Files)![name] is { } file
            ? Encoding.UTF8.GetBytes(file is JsonValue ? (string)file! : file.ToJsonString()) : null).Value!;
        var question = new DetectionQuestion { Abrupt = 1 };
        var answer = await StatisticsEndpoints.Answer(default, (_, cancellation) =>
        {
            cancellation.WaitHandle.WaitOne();
            return question.Answer(read, Figures.Exact, new Effort(Threads: 1, Cancellation: cancellation));
        }, TimeSpan.FromMilliseconds(1), Cancel);
        Assert.Equal(FaceStatus.Refused, answer.Status);
        Assert.Equal(DetectionRefusals.TooMuch.Code, Code(JsonNode.Parse(answer.Content.Span)!));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            StatisticsEndpoints.Answer(default, (_, _) => default, TimeSpan.FromMinutes(1), new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task The_requests_of_the_manual_are_answered()
    {
        var manual = await File.ReadAllTextAsync(Manual(), Cancel);
        var requests = Regex.Matches(manual, "```json requests/([a-z-]+)\\.json\n(.*?)```", RegexOptions.Singleline);
        Assert.NotEmpty(requests);
        foreach (Match request in requests)
        {
            var (status, json) = await Send(request.Groups[1].Value, request.Groups[2].Value);
            Assert.True(status == HttpStatusCode.OK, json.ToJsonString());
        }
        Assert.All(Good.Keys, name => Assert.Contains($"| `{name}` |", manual, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Endpoints))]
    public async Task The_description_tells_what_each_member_means_in_both_languages(string name)
    {
        using var response = await server.Send("inspector-in", HttpMethod.Get, "/openapi/v1.json");
        var document = JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancel))!;
        var operation = document["paths"]![$"/api/v1/statistics/{name}"]!["post"]!;
        Assert.NotEmpty((string)operation["summary"]!);
        Assert.Contains((string)operation["description"]!, letter => letter > '\u4E00');
        Assert.Equal(["200", "400", "422"], operation["responses"]!.AsObject().Select(answer => answer.Key).Order());
        var schema = operation["requestBody"]!["content"]!["application/json"]!["schema"]!;
        if (name is "itemised")
            return;
        var properties = document["components"]!["schemas"]![((string)schema["$ref"]!).Split('/')[^1]]!["properties"]!.AsObject();
        using var good = JsonDocument.Parse(Good[name]);
        var members = name == "balance" ? ["files", "details"] : good.RootElement.EnumerateObject().Select(member => member.Name).ToArray();
        Assert.All(members, member => Assert.Contains(" / ", (string)properties[member]!["description"]!, StringComparison.Ordinal));
    }

    private static string Body(string period, string table) =>
        $"{{\"case.json\": {Case.Replace("MBP", period, StringComparison.Ordinal)}, \"in.csv\": \"{table}\"}}";

    private static string Manual([CallerFilePath] string file = "") =>
        Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "docs", "manual", "statistics.md");

    private static string? Code(JsonNode json) => (string?)json["refusals"]![0]!["code"];

    private async Task<(HttpStatusCode Status, JsonNode Json)> Send(
        string name, string body, string? who = "inspector-in", string type = "application/json")
    {
        using var content = new StringContent(body, Encoding.UTF8, type);
        using var response = await server.Send(who, HttpMethod.Post, "/api/v1/statistics/" + name, content);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsByteArrayAsync(Cancel))!);
    }
}
