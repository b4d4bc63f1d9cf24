using System.Reflection;
using System.Text.Json.Nodes;
using Custodia.Books;
using Custodia.Server.Questions;
using Custodia.Statistics;

namespace Custodia.Cli.Tests;

/// <summary>Balances evaluated on the command line: they need a folder of files and no journal.</summary>
public sealed class StatisticsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("custodia-case-").FullName;

    public StatisticsTests()
    {
        File.WriteAllText(Path.Combine(_folder, "case.json"), """
            {"name": "by hand", "mass_unit": "kg", "time_unit": "h", "mbp": 10, "elements": ["Pu"], "offset_limit": 0.5, "locations": [
             {"id": "in", "kind": "input", "type": "discrete", "file": "in.csv", "sigma_random": 0.01, "sigma_systematic": 0.02},
             {"id": "stock", "kind": "inventory", "file": "stock.csv", "sigma_random": 0.02, "sigma_systematic": 0.01},
             {"id": "out", "kind": "output", "type": "discrete", "file": "out.csv", "sigma_random": 0.01, "sigma_systematic": 0.005}]}
            """);
        Write("in.csv", "time,Pu\n2,5\n7,5\n13,6\n17,4\n23,5\n28,5\n36,10\n41,1\n");
        Write("stock.csv", "time,Pu\n0,20\n10,21\n20,20\n30,22\n39,23\n");
        Write("out.csv", "time,Pu\n5,9\n15,10.5\n25,8.5\n35,8\n");
    }

    [Fact]
    public async Task A_signal_ends_a_long_calculation_in_its_midst()
    {
        var cancelled = TestContext.Current.CancellationToken;
        using var running = CliFolder.Start(["statistics", "detection", _folder, "--abrupt", "2", "--masses", "1", "--tests", "cumuf",
            "--full", "--replicates", "5000000", "--threads", "1"]);
        // By then it has begun: to start takes less, and what it was asked for takes more.
        while (!running.HasExited && running.TotalProcessorTime < TimeSpan.FromSeconds(1.5))
            await Task.Delay(20, cancelled);
        await CliFolder.End(running);
        Assert.NotEqual(0, running.ExitCode);
    }

    [Fact]
    public async Task A_case_is_shown_as_a_table_in_both_languages_and_written_as_json()
    {
        var output = Path.Combine(_folder, "result.json");
        var shown = (await Run("balance", _folder, "--json", output)).Expect(0);
        Assert.Contains("4 balances, masses in kg", shown.Output, StringComparison.Ordinal);
        Assert.Contains("0.628873", shown.Output, StringComparison.Ordinal);
        Assert.Contains("stock: the inventory for t = 40 was read -1 h from it.", shown.Error, StringComparison.Ordinal);
        var chinese = (await Run("balance", _folder, "--model", "total", "--lang", "zh-Hant")).Expect(0);
        Assert.Contains("MUF 為正表示短少", chinese.Output, StringComparison.Ordinal);
        Assert.Contains("0.632678", chinese.Output, StringComparison.Ordinal);
        var written = JsonNode.Parse(await File.ReadAllTextAsync(output, TestContext.Current.CancellationToken))!;
        Assert.Equal([0, 0.5, -0.5, 1], written["elements"]!["Pu"]!["muf"]!.AsArray().Select(value => (double)value!));
        Assert.True(JsonNode.DeepEquals(written, (await Run("balance", _folder, "--json")).Expect(0).Json));
        var detailed = (await Run("balance", _folder, "--json", "--details")).Expect(0).Json;
        Assert.Equal(6, detailed["elements"]!["Pu"]!["item"]!["contributions"]!.AsArray().Count);
        Assert.Equal(-1, (double)detailed["locations"]!["stock"]!["offsets"]![4]!);
    }

    [Fact]
    public async Task A_bad_case_is_refused_with_file_cell_and_remedy_and_bad_usage_ends_with_2()
    {
        Write("in.csv", "time,Pu\n2,5\n7,-5\n");
        var refused = (await Run("balance", _folder)).Expect(1);
        Assert.Contains("statistics.mass-negative (in.csv B3 Pu): A mass is below zero.", refused.Error, StringComparison.Ordinal);
        Assert.Contains("found: -5", refused.Error, StringComparison.Ordinal);
        Assert.Contains("質量小於零。", (await Run("balance", _folder, "--lang", "zh-Hant")).Expect(1).Error, StringComparison.Ordinal);
        var missing = (await Run("balance", Path.Combine(_folder, "none"))).Expect(1);
        Assert.Contains("statistics.file-missing (case.json)", missing.Error, StringComparison.Ordinal);
        (await Run("balance")).Expect(2);
        (await Run("balance", _folder, "--model", "mean")).Expect(2);
    }

    [Fact]
    public async Task What_was_not_used_is_said_and_so_is_a_period_that_cannot_be_tested()
    {
        var json = await File.ReadAllTextAsync(Path.Combine(_folder, "case.json"), TestContext.Current.CancellationToken);
        Write("case.json", json.Replace("\"mbp\": 10", "\"mbp\": 10, \"periods\": 9, \"colour\": 1", StringComparison.Ordinal)
            .Replace("\"sigma_random\": 0.01", "\"sigma_random\": 0", StringComparison.Ordinal)
            .Replace("\"sigma_random\": 0.02", "\"sigma_random\": 0", StringComparison.Ordinal));
        var shown = (await Run("balance", _folder)).Expect(0);
        Assert.Contains("colour means nothing here", shown.Error, StringComparison.Ordinal);
        Assert.Contains("The case says 9 periods; 4 are complete.", shown.Error, StringComparison.Ordinal);
        Assert.Contains("Period 4 has no random error", shown.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_that_can_be_wrong_is_said_in_both_languages()
    {
        var codes = typeof(FaultCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetValue(null)!);
        Assert.Equal(codes.Order(StringComparer.Ordinal), RefusalCatalogue.Of(typeof(FaultRefusals)).Select(code => code.Code));
        Assert.All(RefusalCatalogue.Of(typeof(FaultRefusals)), code =>
            Assert.All([code.Message.En, code.Message.Zh, code.Remedy.En, code.Remedy.Zh], Assert.NotEmpty));
        var place = FaultRefusals.Of(
            [new Fault(FaultCodes.Negative, "Pu", null, "-1").At("a.csv", 7, 28), new Fault(FaultCodes.NotJson, "").At("case.json", 3, 4)]);
        Assert.Equal(["AB7", "3:4"], place.Select(refusal => refusal.Place.Cell));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(string name, string content) => File.WriteAllText(Path.Combine(_folder, name), content);

    private Task<CliResult> Run(params IEnumerable<string> args) => CliFolder.RunOn(_folder, null, ["statistics", .. args]);
}
