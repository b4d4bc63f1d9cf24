using System.CommandLine;
using Custodia.Books.Faces;
using Custodia.Server.Questions;
using Custodia.Statistics;
using Custodia.Statistics.Balances;
using Custodia.Statistics.Cases;

namespace Custodia.Cli;

/// <summary>The verbs of the statistics of material balances. They read folders of files and need no journal.</summary>
internal static class StatisticsCommands
{
    /// <summary>The name of the group.</summary>
    public const string Name = "statistics";

    /// <summary>The group.</summary>
    public static Command Build(Session session)
    {
        var group = new Command(Name, session.Say(
            "Statistics of material balances: they work on files and numbers alone and open no journal.",
            "物料平衡統計：僅處理檔案與數值，不開啟日誌。"));
        Command[] verbs =
        [
            Balance(session), StatisticsDetectionCommands.Threshold(session), StatisticsDetectionCommands.Detection(session),
            .. StatisticsVerificationCommands.Verbs(session),
        ];
        foreach (var verb in verbs)
            group.Subcommands.Add(verb);
        return group;
    }

    /// <summary>Reads a case from its folder.</summary>
    public static Outcome<CaseReading> Read(DirectoryInfo folder) => CaseFolder.Read(name => Content(folder, name));

    /// <summary>The answer to a folder that is no case.</summary>
    public static FaceAnswer Refuse(Outcome<CaseReading> read) => FaceAnswer.Refuse(FaultRefusals.Of(read.Faults));

    private static Command Balance(Session session)
    {
        var folder = new Argument<DirectoryInfo>("FOLDER")
        {
            Description = session.Say("Folder with case.json and its tables", "含 case.json 及各表之資料夾"),
        };
        var json = new Option<string?>("--json")
        {
            Description = session.Say("Write everything, V too, as JSON: into a file, or to standard output", "以 JSON 輸出全部結果（含 V）至檔案，或標準輸出"),
            HelpName = "FILE",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var details = new Option<bool>("--details")
        {
            Description = session.Say(
                "Into the JSON too: ITMUF, GEMUF V5B3, the contributions to the variance, and the inventory readings that were taken",
                "JSON 一併輸出 ITMUF、GEMUF V5B3、變異數貢獻及所取用之存量讀值"),
        };
        var model = new Option<string>("--model")
        {
            Description = session.Say("The random error of a flow was drawn for each item, or once for the total: item | total",
                "流量之隨機誤差逐項（item）或按期間總量（total）計"),
            HelpName = "MODEL",
            DefaultValueFactory = _ => "item",
        };
        model.AcceptOnlyFromAmong("item", "total");
        var command = new Command("balance", session.Say(
            "Evaluate the material balances of a case: MUF, its standard deviation, SITMUF, Page and GEMUF.\n\n"
                + "Example: custodia statistics balance plant --json result.json",
            "評估案例之物料平衡：不明物料量、標準差、SITMUF、Page 與 GEMUF。\n\n範例：custodia statistics balance plant --json result.json"))
        {
            folder, json, details, model,
        };
        command.SetAction((parsed, _) =>
        {
            var output = parsed.GetResult(json) is { Implicit: false } ? parsed.GetValue(json) ?? "" : null;
            var drawn = parsed.GetValue(model) == "total" ? RandomErrorModel.Total : RandomErrorModel.Item;
            return Evaluate(session, parsed, parsed.GetRequiredValue(folder), output, drawn, parsed.GetValue(details));
        });
        return command;
    }

    private static async Task<int> Evaluate(
        Session session, ParseResult parsed, DirectoryInfo folder, string? output, RandomErrorModel model, bool hasDetails)
    {
        var outcome = Read(folder);
        if (outcome.Value is not { } read)
        {
            var refused = Refuse(outcome);
            await session.Write(parsed, refused);
            return ExitCode.Of(refused.Status);
        }
        var structure = BalanceStructure.Of(read.Case, read.Options);
        if (output == "")
        {
            await using var standard = Console.OpenStandardOutput();
            CaseResult.Write(standard, structure, read.PageReference, read.Closed, hasDetails);
            return ExitCode.Ok;
        }
        if (output is not null)
        {
            await using var file = File.Create(output);
            CaseResult.Write(file, structure, read.PageReference, read.Closed, hasDetails);
        }
        await new BalanceTable(session, read, structure, model).Write(Console.Out);
        foreach (var warning in BalanceTable.Warnings(session, structure, read))
            await Console.Error.WriteLineAsync(warning);
        return ExitCode.Ok;
    }

    /// <summary>What stands in a file of a folder; null if there is none.</summary>
    // Names were checked; what a link of such a name leads to is up to whoever owns the folder.
    public static byte[]? Content(DirectoryInfo folder, string name)
    {
        var file = new FileInfo(Path.Combine(folder.FullName, name));
        return file.Exists ? Content(file, CaseLimits.TableBytes) : null;
    }

    /// <summary>What stands in a file, up to what is enough to see that it is over a limit.</summary>
    public static byte[] Content(FileInfo file, int most)
    {
        // One byte more than the limit says that it is passed.
        var content = new byte[Math.Min(file.Length, most + 1L)];
        using var stream = file.OpenRead();
        stream.ReadExactly(content);
        return content;
    }
}
