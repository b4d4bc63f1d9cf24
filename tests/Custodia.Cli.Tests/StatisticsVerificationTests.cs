using System.Text;
using Custodia.Server.Questions;

namespace Custodia.Cli.Tests;

public sealed class StatisticsVerificationTests : IDisposable
{
    private static readonly string[] Question = ["statistics", "sample-size", "--items", "60", "--mean", "2", "--goal", "8"];

    private readonly string _folder = Directory.CreateTempSubdirectory("custodia-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_sample_size_needs_no_journal_and_is_told_in_both_languages()
    {
        var result = (await Run([.. Question, "--json", "--curve"])).Expect(0);
        Assert.Equal((26, 27), ((int)result.Json["exact"]!, (int)result.Json["planning"]!));
        Assert.Equal(60, result.Json["curve"]!.AsArray().Count);
        Assert.Contains("應驗證料件數（精確）: 26", (await Run([.. Question, "--lang", "zh-Hant"])).Expect(0).Output, StringComparison.Ordinal);
        var split = (await Run([.. Question, "--split", "0.1", "0.05", "0.005", "0.002", "--json"])).Expect(0).Json;
        Assert.Equal(26, (int)split["gross"]! + (int)split["partial"]! + (int)split["bias"]!);
    }

    [Fact]
    public async Task A_goal_out_of_reach_and_wrong_words_are_refused()
    {
        var refused = (await Run([.. Question, "--identification", "0.5", "--detection", "0.99", "--lang", "zh-Hant"])).Expect(1);
        Assert.Contains("verification.not-attainable", refused.Error, StringComparison.Ordinal);
        Assert.Contains("無論驗證多少料件", refused.Error, StringComparison.Ordinal);
        (await Run([.. Question, "--split", "0.1", "9", "0.005", "0.002"])).Expect(1);
        (await Run("statistics", "sample-size", "--items", "sixty", "--mean", "2", "--goal", "8")).Expect(2);
        (await Run("statistics", "sample-size", "--mean", "2", "--goal", "8")).Expect(2);
    }

    [Fact]
    public async Task Paired_data_are_read_from_a_file_and_refused_with_line_and_column()
    {
        var good = await Write("good.csv", "inspection,operator,inspector\na,10,9\na,12,12\na,14,12\nb,20,17\nb,21,19\nb,25,21\n");
        Assert.Equal(1.5, (double)(await Run("statistics", "paired", good, "--absolute", "--json")).Expect(0).Json["estimates"]![0]!["variance"]!);
        (await Run("statistics", "paired", good)).Expect(0);
        var bad = await Write("bad.csv", "inspection,operator,inspector\na,10,nine\n");
        var refused = (await Run("statistics", "paired", bad)).Expect(1);
        Assert.Contains("verification.malformed (bad.csv C2 inspector)", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_itemised_balance_is_read_from_a_file_and_refused_with_line_and_column()
    {
        const string Good = """
            { "unit": "kg", "element": "Pu", "goal": 8,
              "sources": [{ "id": "scale", "kind": "bulk", "random": 0.001, "systematic": 0.001 }],
              "strata": [{ "id": "PB", "part": "opening", "uses": ["scale"], "list": [{ "mass": 3, "measurement": "m" }, { "mass": 4 }] },
                         { "id": "PE", "part": "closing", "uses": ["scale"], "list": [{ "mass": 3, "measurement": "m" }] }] }
            """;
        var result = (await Run("statistics", "itemised", await Write("good.json", Good), "--json")).Expect(0).Json["element"]!;
        Assert.Equal((4.0, 1), ((double)result["muf"]!, (int)result["strata"]![0]!["staticItems"]!));
        Assert.Equal("met", (string?)result["improvements"]![0]!["verdict"]);
        var shown = (await Run("statistics", "itemised", await Write("good.json", Good), "--lang", "zh-Hant")).Expect(0).Output;
        Assert.Contains("誤差來源", shown, StringComparison.Ordinal);
        var bad = await Write("bad.json", Good.Replace("\"mass\": 4", "\"mass\": -4", StringComparison.Ordinal));
        var refused = (await Run("statistics", "itemised", bad)).Expect(1);
        Assert.Contains("verification.out-of-range (bad.json 3:120 strata[0].list[1].mass)", refused.Error, StringComparison.Ordinal);
        (await Run("statistics", "itemised", Path.Combine(_folder, "nothing.json"))).Expect(1);
    }

    [Fact]
    public async Task The_difference_of_operator_and_inspector_is_worked_out_of_a_folder_in_both_languages()
    {
        await Write("sources.csv", "source,random,systematic\nscale,0.001,0.0005\ncounter,0.004,0.002\n");
        await Write("operator.csv", "stratum,part,item,mass,source\ncans,opening,C1,500,scale\ncans,opening,C2,500,scale\n");
        await Write("inspector.csv", "stratum,item,mass,source\ncans,C2,490,counter\n");
        string[] asked = ["statistics", "d-statistic", _folder, "--muf", "30", "--sigma-muf", "4"];
        var json = (await Run([.. asked, "--json"])).Expect(0);
        Assert.Equal((20.0, 10.0), ((double)json.Json["d"]!, (double)json.Json["mufMinusD"]!["value"]!));
        Assert.Equal("C2", (string?)json.Json["rejected"]![0]!["item"]);
        var answer = new DifferenceQuestion { Muf = 30, SigmaMuf = 4 }.Answer(name => File.ReadAllBytes(Path.Combine(_folder, name)), Figures.Exact);
        Assert.Equal(Encoding.UTF8.GetString(answer.Content.Span), json.Output.TrimEnd('\n'));
        Assert.Contains("items above 3 standard deviations", (await Run(asked)).Expect(0).Output, StringComparison.Ordinal);
        Assert.Contains("逾三倍標準差之料件", (await Run([.. asked, "--lang", "zh-Hant"])).Expect(0).Output, StringComparison.Ordinal);
        Assert.Contains("verification.missing (sigmaMuf)", (await Run(asked[..5])).Expect(1).Error, StringComparison.Ordinal);
        (await Run([.. asked[..4], "NaN", "--sigma-muf", "4"])).Expect(1);
        await Write("inspector.csv", "stratum,item,mass,source\ncans,C2,heavy,counter\n");
        Assert.Contains("verification.malformed (inspector.csv C2 mass)", (await Run(asked)).Expect(1).Error, StringComparison.Ordinal);
        (await Run("statistics", "d-statistic", Path.Combine(_folder, "nowhere"))).Expect(1);
    }

    [Fact]
    public async Task A_route_is_worked_out_of_a_folder_in_both_languages()
    {
        await Write("sources.csv", "source,kind,random,systematic\nscale,bulk,0.001,0.0005\n");
        await Write("shipper.csv", "transfer,mass,weighings,samples,sources\nT1,1000,1,1,scale\nT2,1000,1,1,scale\n");
        await Write("receiver.csv", "transfer,mass,weighings,samples,sources\nT2,995,1,1,\nT1,999,1,1,\n");
        string[] asked = ["statistics", "shipper-receiver", _folder];
        var json = (await Run([.. asked, "--json"])).Expect(0);
        Assert.Equal(["none", "alarm"], json.Json["transfers"]!.AsArray().Select(row => (string?)row!["flag"]));
        Assert.Equal("T2", (string?)json.Json["firstAlarm"]);
        var answer = new RouteQuestion().Answer(name => File.ReadAllBytes(Path.Combine(_folder, name)), Figures.Exact);
        Assert.Equal(Encoding.UTF8.GetString(answer.Content.Span), json.Output.TrimEnd('\n'));
        Assert.Contains("sum of differences: 6", (await Run(asked)).Expect(0).Output, StringComparison.Ordinal);
        Assert.Contains("累積差異: 6", (await Run([.. asked, "--lang", "zh-Hant"])).Expect(0).Output, StringComparison.Ordinal);
        Assert.Contains("statistics.alpha-wrong (alpha)", (await Run([.. asked, "--alpha", "1"])).Expect(1).Error, StringComparison.Ordinal);
        await Write("receiver.csv", "transfer,mass,weighings,samples,sources\nT1,999,1,1,\n");
        Assert.Contains("verification.missing (receiver.csv transfer)", (await Run(asked)).Expect(1).Error, StringComparison.Ordinal);
    }

    private async Task<string> Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
        return path;
    }

    private Task<CliResult> Run(params IEnumerable<string> args) => CliFolder.RunOn(Path.Combine(_folder, "data"), null, args);
}
