using System.CommandLine;
using Custodia.Server.Questions;

namespace Custodia.Cli;

/// <summary>The verb that says how many items of a stratum to verify.</summary>
internal static class SampleSizeCommand
{
    public static Command Build(Session session)
    {
        var items = new Option<int>("--items") { Description = session.Say("N, items in the stratum", "N，料層料件數"), HelpName = "N", Required = true };
        var mean = Mass(session, "--mean", "Mean content of an item", "料件平均含量");
        var goal = Mass(session, "--goal", "Goal quantity, in the same unit", "目標量（同單位）");
        var detection = Number(session, "--detection", "Probability to find it", "偵測機率", 0.9m);
        var defect = Number(session, "--defect", "Part of an item's content that is missing from each falsified one", "每個遭竄改料件短少之比例", 1);
        var identification = Number(session, "--identification", "Probability that the method recognises a falsified item", "方法識別出遭竄改料件之機率", 1);
        var split = new Option<double[]>("--split")
        {
            Description = session.Say(
                "Split between three methods: relative deviations of the coarse one, of the better one, of destructive analysis (random, systematic)",
                "分配於三種方法：粗略法、較佳法之相對標準差，及破壞分析之隨機與系統標準差"),
            HelpName = "GROSS PARTIAL RANDOM SYSTEMATIC",
            Arity = new ArgumentArity(4, 4),
            AllowMultipleArgumentsPerToken = true,
        };
        var partial = Number(session, "--partial-defect", "Part that the better method has to find missing", "較佳法須識別之短少比例", 0.3m);
        var curve = new Option<bool>("--curve")
        {
            Description = session.Say("Add the probability against the number of falsified items, or with --split against the part missing from each",
                "附加偵測機率曲線：對遭竄改料件數；併用 --split 時對每件短少比例"),
        };
        var command = new Command("sample-size", session.Say(
            "Say how many items of a stratum to verify, exactly and by the formulae of plans.\n\n"
                + "Example: custodia statistics sample-size --items 60 --mean 2 --goal 8 --detection 0.9",
            "計算料層應驗證之料件數：精確值及規劃公式值。\n\n範例：custodia statistics sample-size --items 60 --mean 2 --goal 8 --detection 0.9"))
        {
            items, mean, goal, detection, defect, identification, split, partial, curve,
        };
        command.SetAction((parsed, _) => StatisticsVerificationCommands.Write(session, parsed, new SampleSizeQuestion(
            parsed.GetRequiredValue(items), parsed.GetRequiredValue(mean), parsed.GetRequiredValue(goal), parsed.GetValue(detection),
            parsed.GetValue(defect), parsed.GetValue(identification), parsed.GetValue(split) is { Length: > 0 } deviations ? deviations : null,
            parsed.GetValue(partial), parsed.GetValue(curve)).Answer));
        return command;
    }

    private static Option<decimal> Mass(Session session, string name, string en, string zh) =>
        new(name) { Description = session.Say(en, zh), HelpName = "MASS", Required = true };

    private static Option<decimal> Number(Session session, string name, string en, string zh, decimal otherwise) =>
        new(name) { Description = session.Say(en, zh), HelpName = "NUMBER", DefaultValueFactory = _ => otherwise };
}
