using System.Globalization;
using Custodia.Books;
using Custodia.Server.Questions;

namespace Custodia.Cli.Tests;

/// <summary>Thresholds and detection curves on the command line, over a small case of its own.</summary>
public sealed class DetectionTests(CliFolder cli) : IClassFixture<CliFolder>
{
    private static readonly string Plant = Write();

    [Theory]
    [InlineData("52", "0.05", 4.9717)]
    [InlineData("365", "0.01", 8.6135)]
    public async Task A_threshold_follows_from_the_periods_and_alpha(string periods, string alpha, double page)
    {
        var answer = (await cli.Run("statistics", "threshold", "--periods", periods, "--alpha", alpha, "--json")).Expect(0).Json;
        var thresholds = answer["thresholds"]!.AsArray().ToDictionary(row => (string)row!["test"]!, row => (double)row!["threshold"]!);
        Assert.Equal(page, thresholds["page"], 0.00005);
        Assert.Equal(["gemuf-v1-last-period", "page", "shewhart", "single-balance"], thresholds.Keys.Order());
        var read = (await cli.Run("statistics", "threshold", "--periods", periods, "--alpha", alpha, "--lang", "zh-Hant")).Expect(0).Output;
        Assert.Contains("門檻值", read, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_curve_rises_below_the_bound_and_does_not_depend_on_the_threads()
    {
        string[] asked =
            ["statistics", "detection", Plant, "--protracted", "5", "55", "--masses", "0", "1", "4", "--replicates", "4000", "--json"];
        var one = (await cli.Run([.. asked, "--threads", "1"])).Expect(0);
        Assert.Equal(one.Output, (await cli.Run([.. asked, "--threads", "3"])).Expect(0).Output);
        var answer = one.Json;
        Assert.Equal(5, (double)answer["lossBegins"]!);
        Assert.Equal(4000, (int)answer["simulation"]!["replicates"]!);
        var tests = answer["points"]!.AsArray().GroupBy(point => (string)point!["test"]!).ToDictionary(
            group => group.Key, group => group.Select(point => (double)point!["probability"]!).ToArray());
        Assert.Equal(["bound", "cumuf", "gemuf-v1", "gemuf-v5b3", "page", "shewhart"], tests.Keys.Order());
        Assert.All(tests.Values, curve => Assert.Equal(curve.Order(), curve));
        Assert.Equal(0.05, tests["page"][0], 1e-9);
        Assert.True(tests["page"][2] < tests["bound"][2]);
        var page = answer["points"]!.AsArray().First(point => (string)point!["test"]! == "page" && (double)point["mass"]! == 4)!;
        Assert.Equal((double)page["probability"]!, page["byPeriod"]!.AsArray().Sum(part => (double)part!), 1e-12);
        Assert.NotNull(page["meanDelay"]);
    }

    [Theory]
    [InlineData("--abrupt", "3")]
    [InlineData("--loss", "0", "1", "1", "0", "0", "0")]
    public async Task People_read_a_table_for_each_pattern_in_their_language(params string[] loss)
    {
        string[] asked = ["statistics", "detection", Plant, .. loss, "--tests", "page", "shewhart", "--sharing", "split", "--replicates", "4000"];
        Assert.Contains("probability", (await cli.Run(asked)).Expect(0).Output, StringComparison.Ordinal);
        Assert.Contains("battery", (await cli.Run([.. asked, "--lang", "zh-Hant"])).Expect(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_full_chain_says_so()
    {
        string[] asked =
            ["statistics", "detection", Plant, "--abrupt", "3", "--masses", "2", "--full", "--tests", "page", "--replicates", "4000", "--json"];
        Assert.Equal("full chain, V estimated", (string)(await cli.Run(asked)).Expect(0).Json["simulation"]!["source"]!);
        Assert.Equal("full chain, V estimated", (string)(await cli.Run([.. asked, "--from", "out"])).Expect(0).Json["simulation"]!["source"]!);
    }

    [Fact]
    public async Task Each_mistake_is_refused_with_its_code_in_both_languages()
    {
        string[] detection = ["statistics", "detection", Plant];
        var seen = new SortedSet<string>();
        foreach (var (asked, code) in new (string[], RefusalCode)[]
        {
            (["statistics", "threshold", "--periods", "0"], DetectionRefusals.Periods),
            (["statistics", "threshold", "--periods", "1", "--alpha", "0.4"], DetectionRefusals.Alpha),
            (["statistics", "threshold", "--periods", "5", "--alpha", "NaN"], DetectionRefusals.Alpha),
            (["statistics", "threshold", "--periods", "5", "--k", "11"], DetectionRefusals.Reference),
            (["statistics", "threshold", "--periods", "50000", "--k=-1"], DetectionRefusals.Reference),
            (detection, DetectionRefusals.Pattern),
            ([.. detection, "--abrupt", "1", "--protracted", "0", "5"], DetectionRefusals.Pattern),
            ([.. detection, "--protracted", "5"], DetectionRefusals.Pattern),
            ([.. detection, "--abrupt", "7"], DetectionRefusals.Loss),
            ([.. detection, "--protracted", "5", "61"], DetectionRefusals.Loss),
            ([.. detection, "--loss", "1", "2"], DetectionRefusals.Loss),
            ([.. detection, "--loss", "0", "0", "0", "0", "0", "0"], DetectionRefusals.Mass),
            ([.. detection, "--abrupt", "1", "--masses=-1"], DetectionRefusals.Mass),
            ([.. detection, "--abrupt", "1", "--masses", "1e300"], DetectionRefusals.Mass),
            ([.. detection, "--abrupt", "1", "--element", "Th"], DetectionRefusals.Element),
            ([.. detection, "--abrupt", "1", "--full", "--from", "in"], DetectionRefusals.Location),
            ([.. detection, "--abrupt", "1", "--full", "--from", "out", "--masses", "5000"], DetectionRefusals.NotThere),
            ([.. detection, "--abrupt", "1", "--replicates", "1000"], DetectionRefusals.Replicates),
            ([.. detection, "--abrupt", "1", "--threads", "2000"], DetectionRefusals.Threads),
            (["statistics", "detection", Write(periods: 4), "--abrupt", "1", "--tests", "gemuf-v5b3"], DetectionRefusals.TooShort),
            (["statistics", "detection", Write(random: 0), "--abrupt", "1"], DetectionRefusals.Singular),
        })
        {
            // One text of each language: the message and the remedy come from one place.
            var language = seen.Add(code.Code) ? "zh-Hant" : "en";
            var error = (await cli.Run([.. asked, "--lang", language])).Expect(1).Error;
            Assert.Contains(code.Code, error, StringComparison.Ordinal);
            Assert.Contains(code.Message.In(language), error, StringComparison.Ordinal);
            Assert.Contains(code.Remedy.In(language), error, StringComparison.Ordinal);
        }
        // What is too much for a server is not for a machine of one's own.
        Assert.Equal(RefusalCatalogue.Of(typeof(DetectionRefusals)).Select(code => code.Code).Except([DetectionRefusals.TooMuch.Code]), seen);
    }

    [Fact]
    public async Task A_case_that_is_not_there_is_refused() => Assert.Contains(
        "case.json", (await cli.Run("statistics", "detection", "nowhere", "--abrupt", "1")).Expect(1).Error, StringComparison.Ordinal);

    private static string Write(int periods = 6, double random = 0.01)
    {
        var folder = Directory.CreateTempSubdirectory("custodia-plant-").FullName;
        var locations = string.Join(',', Location("in", "input"), Location("out", "output"), Location("store", "inventory"));
        File.WriteAllText(Path.Combine(folder, "case.json"), $$"""
            {"name": "plant", "mass_unit": "kg", "time_unit": "h", "mbp": 10, "elements": ["Pu"], "locations": [{{locations}}]}
            """);
        var flows = Enumerable.Range(0, periods).Select(i => $"{(10 * i) + 5},20\n");
        File.WriteAllText(Path.Combine(folder, "in.csv"), "time,Pu\n" + string.Concat(flows));
        File.WriteAllText(Path.Combine(folder, "out.csv"), "time,Pu\n" + string.Concat(flows));
        var inventories = Enumerable.Range(0, periods + 1).Select(i => $"{10 * i},40\n");
        File.WriteAllText(Path.Combine(folder, "store.csv"), "time,Pu\n" + string.Concat(inventories));
        return folder;

        string Location(string id, string kind) => string.Create(CultureInfo.InvariantCulture, $$"""
            {"id": "{{id}}", "kind": "{{kind}}", "type": {{(kind == "inventory" ? "null" : "\"discrete\"")}}, "file": "{{id}}.csv",
            "sigma_random": {{random}}, "sigma_systematic": 0.005}
            """);
    }
}
