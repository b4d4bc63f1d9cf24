using System.CommandLine;
using Custodia.Books.Faces;
using Custodia.Server.Questions;
using Custodia.Statistics.Itemised;
using Custodia.Statistics.Verification;

namespace Custodia.Cli;

/// <summary>The verbs of verification under <c>statistics</c>: they work on numbers and files alone and open no journal.</summary>
internal static class StatisticsVerificationCommands
{
    /// <summary>The verbs.</summary>
    public static IEnumerable<Command> Verbs(Session session) =>
    [
        SampleSizeCommand.Build(session), Paired(session), Itemised(session), Difference(session), Route(session),
    ];

    private static Command Paired(Session session)
    {
        var file = new Argument<FileInfo>("FILE") { Description = session.Say("CSV: ", "CSV：") + PairedFile.Header };
        var absolute = new Option<bool>("--absolute")
        {
            Description = session.Say("Errors do not grow with the mass: give variances of masses, not relative ones",
                "誤差不隨質量增長：給出質量之變異數，而非相對變異數"),
        };
        var command = new Command("paired", session.Say(
            "Estimate random and systematic errors from items that operator and inspector both measured.\n\n"
                + "Example: custodia statistics paired drums.csv",
            "由營運者與檢查員皆已量測之料件，估計隨機與系統誤差。\n\n範例：custodia statistics paired drums.csv"))
        {
            file, absolute,
        };
        command.SetAction((parsed, _) =>
        {
            var source = parsed.GetRequiredValue(file);
            return Write(session, parsed, figures => PairedQuestion.Answer(
                StatisticsCommands.Content(source, PairedFile.MostBytes), source.Name, parsed.GetValue(absolute), figures));
        });
        return command;
    }

    private static Command Itemised(Session session)
    {
        var file = new Argument<FileInfo>("FILE") { Description = session.Say("JSON: sources of error and strata", "JSON：誤差來源與料層") };
        var command = new Command("itemised", session.Say(
            "Close a balance item by item, with error sources that strata share: MUF, its standard deviation, and where that comes from.\n\n"
                + "Example: custodia statistics itemised balance.json",
            "逐料件結算平衡，計入料層共用之誤差來源：不明物料量、其標準差及來源。\n\n範例：custodia statistics itemised balance.json"))
        {
            file,
        };
        command.SetAction((parsed, _) =>
        {
            var source = parsed.GetRequiredValue(file);
            return Write(session, parsed, figures => ItemisedQuestion.Answer(
                StatisticsCommands.Content(source, ItemisedFile.MostBytes), source.Name, figures));
        });
        return command;
    }

    private static Command Difference(Session session)
    {
        var folder = new Argument<DirectoryInfo>("FOLDER")
        {
            Description = session.Say("Folder with ", "資料夾：") + string.Join(", ",
                VerifiedFolder.SourcesFile, VerifiedFolder.OperatorFile, VerifiedFolder.InspectorFile),
        };
        var muf = new Option<double?>("--muf")
        {
            Description = session.Say("MUF of the balance, positive where material is missing", "平衡之不明物料量，短少為正"),
            HelpName = "MASS",
        };
        var sigma = new Option<double?>("--sigma-muf") { Description = session.Say("Its standard deviation", "其標準差"), HelpName = "MASS" };
        var command = new Command("d-statistic", session.Say(
            "The difference D of operator and inspector, scaled up from the items that both measured, and MUF − D where MUF is given.\n\n"
                + "Example: custodia statistics d-statistic inspection --muf 0.7 --sigma-muf 0.3",
            "營運者與檢查員之差異統計量 D（由兩者皆量測之料件推及全部），給定 MUF 時並附 MUF − D。\n\n"
                + "範例：custodia statistics d-statistic inspection --muf 0.7 --sigma-muf 0.3"))
        {
            folder, muf, sigma,
        };
        command.SetAction((parsed, _) => Write(session, parsed, figures =>
            new DifferenceQuestion { Muf = parsed.GetValue(muf), SigmaMuf = parsed.GetValue(sigma) }
                .Answer(name => StatisticsCommands.Content(parsed.GetRequiredValue(folder), name), figures)));
        return command;
    }

    private static Command Route(Session session)
    {
        var folder = new Argument<DirectoryInfo>("FOLDER")
        {
            Description = session.Say("Folder with ", "資料夾：") + string.Join(", ",
                RouteFolder.SourcesFile, RouteFolder.ShipperFile, RouteFolder.ReceiverFile),
        };
        var alpha = new Option<double>("--alpha")
        {
            Description = session.Say("Probability of any false alarm of the cumulative sum on the route", "全路徑累積和檢定任一誤警之機率"),
            HelpName = "P",
            DefaultValueFactory = _ => 0.05,
        };
        var command = new Command("shipper-receiver", session.Say(
            "Shipper/receiver differences along a route: each with its standard deviation, their sum, bias, and a cumulative sum test.\n\n"
                + "Example: custodia statistics shipper-receiver route",
            "運送路徑之發收差異：逐批差異及標準差、累積差異、偏差與累積和檢定。\n\n範例：custodia statistics shipper-receiver route"))
        {
            folder, alpha,
        };
        command.SetAction((parsed, _) => Write(session, parsed, figures => new RouteQuestion { Alpha = parsed.GetValue(alpha) }
            .Answer(name => StatisticsCommands.Content(parsed.GetRequiredValue(folder), name), figures)));
        return command;
    }

    /// <summary>Writes the answer to a question, all digits as JSON and six for people, with labels in the session's language.</summary>
    public static async Task<int> Write(Session session, ParseResult parsed, Func<Figures, FaceAnswer> answer)
    {
        var given = answer(new Figures(parsed.GetValue(session.Json)));
        await session.Write(parsed, given, labels: VerificationLabels.All);
        return ExitCode.Of(given.Status);
    }
}
