using System.CommandLine;
using Custodia.Books;
using Custodia.Server.Questions;
using Custodia.Statistics.Detection;

namespace Custodia.Cli;

/// <summary>The verbs that ask from which threshold on a test alarms, and how soon a loss would be found.</summary>
internal static class StatisticsDetectionCommands
{
    private static readonly Dictionary<string, Bilingual> Labels = new()
    {
        ["alpha"] = new("alpha", "誤警機率"),
        ["periods"] = new("periods", "期間數"),
        ["k"] = new("k", "參考值 k"),
        ["sides"] = new("looks for", "檢定對象"),
        ["thresholds"] = new("thresholds", "門檻值"),
        ["test"] = new("test", "檢定"),
        ["threshold"] = new("threshold", "門檻值"),
        ["standardError"] = new("± (1 sd)", "±（一倍標準差）"),
        ["element"] = new("element", "元素"),
        ["massUnit"] = new("unit of masses", "質量單位"),
        ["timeUnit"] = new("unit of times", "時間單位"),
        ["lossBegins"] = new("loss begins", "損失起時"),
        ["detectableMass"] = new("mass that the best test finds at 95 %", "最佳檢定以 95 % 機率發現之質量"),
        ["simulation"] = new("simulation", "模擬"),
        ["generator"] = new("generator", "亂數產生器"),
        ["seed"] = new("seed", "種子"),
        ["replicates"] = new("histories", "模擬次數"),
        ["source"] = new("drawn", "模擬方式"),
        ["points"] = new("detection", "偵測"),
        ["mass"] = new("mass lost", "損失質量"),
        ["probability"] = new("probability", "機率"),
        ["meanPeriod"] = new("mean period", "平均期別"),
        ["medianPeriod"] = new("median period", "中位期別"),
        ["meanDelay"] = new("mean time to alarm", "平均警報時間"),
        ["byPeriod"] = new("first alarm by period", "各期首次警報機率"),
    };

    /// <summary><c>statistics threshold</c>: what needs no case.</summary>
    public static Command Threshold(Session session)
    {
        var periods = new Option<int>("--periods")
        {
            Description = session.Say("N, how many balance periods are tested", "檢定之平衡期間數 N"),
            HelpName = "N",
            Required = true,
        };
        var level = new LevelOptions(session);
        var command = new Command("threshold", session.Say(
            "Thresholds for an asked probability of any false alarm in N periods: Page's and Shewhart's tests on SITMUF, GEMUF V1 in the "
                + "last period, one balance alone.\n\nExample: custodia statistics threshold --periods 52",
            "依 N 期內任一誤警之機率求門檻值：SITMUF 之 Page 與 Shewhart 檢定、末期 GEMUF V1、單期檢定。\n\n"
                + "範例：custodia statistics threshold --periods 52"));
        foreach (var option in level.All.Prepend(periods))
            command.Options.Add(option);
        command.SetAction(async (parsed, _) =>
        {
            var answer = level.Of(parsed, parsed.GetValue(periods)).Answer(new Figures(parsed.GetValue(session.Json)));
            await session.Write(parsed, answer, labels: Labels);
            return ExitCode.Of(answer.Status);
        });
        return command;
    }

    /// <summary><c>statistics detection</c>: how a loss from a case would be found.</summary>
    public static Command Detection(Session session)
    {
        var folder = new Argument<DirectoryInfo>("FOLDER")
        {
            Description = session.Say("Folder with case.json and its tables", "含 case.json 及各表之資料夾"),
        };
        var (level, loss, draws) = (new LevelOptions(session), new LossOptions(session), new DrawOptions(session));
        var command = new Command("detection", session.Say(
            "How probably, and how soon, each test finds a loss from the balances of a case: detection curves against the mass lost, "
                + "with the bound that no test passes.\n\nExample: custodia statistics detection plant --protracted 0 720 --masses 2 4 8",
            "各檢定發現案例損失之機率與時間：對損失質量之偵測曲線，並附任何檢定皆不能超越之上限。\n\n"
                + "範例：custodia statistics detection plant --protracted 0 720 --masses 2 4 8")) { folder };
        foreach (var option in (Option[])[.. level.All, .. loss.All, .. draws.All])
            command.Options.Add(option);
        command.SetAction(async (parsed, _) =>
        {
            var read = StatisticsCommands.Read(parsed.GetRequiredValue(folder));
            var answer = read.Value is not { } @case
                ? StatisticsCommands.Refuse(read)
                : draws.Of(parsed, loss.Of(parsed, level.Of(parsed)))
                    .Answer(@case, new Figures(parsed.GetValue(session.Json)), new Effort(draws.Threads(parsed)));
            await session.Write(parsed, answer, labels: Labels);
            return ExitCode.Of(answer.Status);
        });
        return command;
    }

    private sealed class LevelOptions(Session session)
    {
        private readonly Option<double> _alpha = new("--alpha")
        {
            Description = session.Say("Probability of any false alarm in all periods", "全部期間任一誤警之機率"),
            HelpName = "P",
            DefaultValueFactory = _ => 0.05,
        };

        private readonly Option<double> _k = new("--k")
        {
            Description = session.Say("Reference value of Page's test", "Page 檢定之參考值"),
            HelpName = "K",
            DefaultValueFactory = _ => 0.5,
        };

        private readonly Option<bool> _isTwoSided = new("--two-sided")
        {
            Description = session.Say("Look for gains too", "雙邊檢定，一併檢定增益"),
        };

        public IEnumerable<Option> All => [_alpha, _k, _isTwoSided];

        public ThresholdQuestion Of(ParseResult parsed, int periods) =>
            new(periods, parsed.GetValue(_alpha), parsed.GetValue(_k), Side(parsed));

        public DetectionQuestion Of(ParseResult parsed) =>
            new() { Alpha = parsed.GetValue(_alpha), K = parsed.GetValue(_k), Sides = Side(parsed) };

        private TestSide Side(ParseResult parsed) => parsed.GetValue(_isTwoSided) ? TestSide.Both : TestSide.Loss;
    }

    private sealed class LossOptions(Session session)
    {
        private readonly Option<int?> _abrupt = new("--abrupt")
        {
            Description = session.Say("All of it in this period, from 1", "全部發生於此期（自 1 起）"),
            HelpName = "PERIOD",
        };

        private readonly Option<double[]> _protracted = new("--protracted")
        {
            Description = session.Say("Evenly in time from … to …, in the time unit of the case", "自起時至訖時平均發生（案例之時間單位）"),
            HelpName = "FROM TO",
            Arity = new(0, 2),
            AllowMultipleArgumentsPerToken = true,
        };

        private readonly Option<double[]> _loss = Masses("--loss", session.Say("A mass for each period", "逐期損失質量"));

        private readonly Option<double[]> _masses = Masses("--masses", session.Say(
            "The masses lost in all; left out: ten, up to what the best test nearly always finds", "損失總質量；省略則取十點，至最佳檢定幾乎必然發現者"));

        private readonly Option<string?> _element = new("--element")
        {
            Description = session.Say("The element; left out: the first", "元素；省略則取第一個"),
            HelpName = "ELEMENT",
        };

        private readonly Option<string?> _from = new("--from")
        {
            Description = session.Say("With --full: the inventory or output that the loss is taken from", "配合 --full：損失所在之存量或輸出位置"),
            HelpName = "LOCATION",
        };

        public IEnumerable<Option> All => [_abrupt, _protracted, _loss, _masses, _element, _from];

        public DetectionQuestion Of(ParseResult parsed, DetectionQuestion question) => question with
        {
            Abrupt = parsed.GetValue(_abrupt),
            Protracted = parsed.GetValue(_protracted) ?? [],
            Loss = parsed.GetValue(_loss) ?? [],
            Masses = parsed.GetValue(_masses) ?? [],
            Element = parsed.GetValue(_element),
            From = parsed.GetValue(_from),
        };

        private static Option<double[]> Masses(string name, string description) =>
            new(name) { Description = description, HelpName = "MASS…", AllowMultipleArgumentsPerToken = true };
    }

    private sealed class DrawOptions(Session session)
    {
        private readonly Option<string[]> _tests = TestsOption(session);

        private readonly Option<string> _sharing = SharingOption(session);

        private readonly Option<bool> _isFull = new("--full")
        {
            Description = session.Say("Draw every reading and estimate V from them (full chain)", "逐筆抽樣讀值並據以估計 V（完整鏈）"),
        };

        private readonly Option<ulong> _seed = new("--seed")
        {
            Description = session.Say("Seed of the random numbers", "亂數種子"),
            HelpName = "SEED",
            DefaultValueFactory = _ => 1,
        };

        private readonly Option<int> _replicates = new("--replicates")
        {
            Description = session.Say("How many histories are drawn", "模擬次數"),
            HelpName = "N",
            DefaultValueFactory = _ => 100_000,
        };

        private readonly Option<int> _threads = new("--threads")
        {
            Description = session.Say("Threads; 0: one a processor. The result does not depend on it", "執行緒數；0 為每處理器一個，不影響結果"),
            HelpName = "N",
        };

        public IEnumerable<Option> All => [_tests, _sharing, _isFull, _seed, _replicates, _threads];

        public DetectionQuestion Of(ParseResult parsed, DetectionQuestion question) => question with
        {
            Tests = parsed.GetValue(_tests) ?? [],
            Sharing = Enum.Parse<AlphaSharing>(parsed.GetRequiredValue(_sharing), ignoreCase: true),
            Full = parsed.GetValue(_isFull),
            Seed = parsed.GetValue(_seed),
            Replicates = parsed.GetValue(_replicates),
        };

        public int Threads(ParseResult parsed) => parsed.GetValue(_threads);

        private static Option<string[]> TestsOption(Session session)
        {
            var option = new Option<string[]>("--tests")
            {
                Description = session.Say("The tests; left out: all that the periods allow: ", "檢定；省略則取期間數所許之全部：")
                    + string.Join(" | ", DetectionQuestion.AllTests),
                HelpName = "TEST…",
                AllowMultipleArgumentsPerToken = true,
            };
            option.AcceptOnlyFromAmong([.. DetectionQuestion.AllTests]);
            return option;
        }

        private static Option<string> SharingOption(Session session)
        {
            var option = new Option<string>("--sharing")
            {
                Description = session.Say("How the tests share alpha: each has all of it, split, or jointly calibrated: each | split | joint",
                    "各檢定分配誤警機率之方式：各自全額（each）、均分（split）、聯合校準（joint）"),
                HelpName = "WAY",
                DefaultValueFactory = _ => "each",
            };
            option.AcceptOnlyFromAmong("each", "split", "joint");
            return option;
        }
    }
}
