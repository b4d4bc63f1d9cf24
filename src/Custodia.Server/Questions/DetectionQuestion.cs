using System.Text.Json;
using Custodia.Books;
using Custodia.Books.Faces;
using Custodia.Statistics.Balances;
using Custodia.Statistics.Cases;
using Custodia.Statistics.Detection;
using Custodia.Statistics.Detection.Simulation;
using Custodia.Statistics.Sequential;

namespace Custodia.Server.Questions;

/// <summary>How histories are drawn: the result does not depend on it.</summary>
/// <param name="Threads">Threads; 0: one for each processor.</param>
/// <param name="MostNumbers">The most random numbers that are drawn.</param>
/// <param name="MostPeriods">The most balance periods.</param>
/// <param name="Cancellation">Ends it early.</param>
public sealed record Effort(
    int Threads = 0, double MostNumbers = double.PositiveInfinity, int MostPeriods = int.MaxValue, CancellationToken Cancellation = default);

/// <summary>How a loss from a case would be found.</summary>
public record DetectionQuestion
{
    private const int UsualPoints = 10;
    private const double NearlyAlways = 0.001;
    private const double LeastAlarms = 100;

    /// <summary>The names of all tests.</summary>
    public static IReadOnlyList<string> AllTests { get; } = ["page", "shewhart", "cumuf", "gemuf-v1", "gemuf-v5b3"];

    /// <summary>α.</summary>
    [Meaning("Probability of any false alarm in all periods", "全部期間任一誤警之機率")]
    public double Alpha { get; init; } = 0.05;

    /// <summary>k of Page's test.</summary>
    [Meaning("Reference value of Page's test", "Page 檢定之參考值")]
    public double K { get; init; } = 0.5;

    /// <summary>What the tests look for.</summary>
    [Meaning("Whether losses alone are looked for, or gains too", "僅檢定損失，或一併檢定增益")]
    public TestSide Sides { get; init; }

    /// <summary>All of it in this period.</summary>
    [Meaning("All of it in this period, from 1", "全部發生於此期（自 1 起）")]
    public int? Abrupt { get; init; }

    /// <summary>Evenly in time from … to ….</summary>
    [Meaning("Evenly in time from … to …, in the time unit of the case", "自起時至訖時平均發生（案例之時間單位）")]
    public double[] Protracted { get; init; } = [];

    /// <summary>μ_1 … μ_N (mass).</summary>
    [Meaning("A mass for each period", "逐期損失質量")]
    public double[] Loss { get; init; } = [];

    /// <summary>The masses lost in all.</summary>
    [Meaning("The masses lost in all; left out: ten, up to what the best test nearly always finds", "損失總質量；省略則取十點，至最佳檢定幾乎必然發現者")]
    public double[] Masses { get; init; } = [];

    /// <summary>The element.</summary>
    [Meaning("The element; left out: the first", "元素；省略則取第一個")]
    public string? Element { get; init; }

    /// <summary>Where the loss is taken from.</summary>
    [Meaning("With full: the inventory or output that the loss is taken from", "配合 full：損失所在之存量或輸出位置")]
    public string? From { get; init; }

    /// <summary>The tests.</summary>
    [Meaning("The tests; left out: all that the periods allow: page | shewhart | cumuf | gemuf-v1 | gemuf-v5b3",
        "檢定；省略則取期間數所許之全部：page | shewhart | cumuf | gemuf-v1 | gemuf-v5b3")]
    public string[] Tests { get; init; } = [];

    /// <summary>How the tests share α.</summary>
    [Meaning("How the tests share alpha: each has all of it, split, or jointly calibrated: each | split | joint",
        "各檢定分配誤警機率之方式：各自全額（each）、均分（split）、聯合校準（joint）")]
    public AlphaSharing Sharing { get; init; }

    /// <summary>Whether the full chain is drawn.</summary>
    [Meaning("Draw every reading and estimate V from them (full chain)", "逐筆抽樣讀值並據以估計 V（完整鏈）")]
    public bool Full { get; init; }

    /// <summary>Seed of the random numbers.</summary>
    [Meaning("Seed of the random numbers", "亂數種子")]
    public ulong Seed { get; init; } = 1;

    /// <summary>How many histories are drawn.</summary>
    [Meaning("How many histories are drawn", "模擬次數")]
    public int Replicates { get; init; } = 100_000;

    private AskedLevel Level => new(Alpha, K, Sides);

    /// <summary>The curves, or why there are none.</summary>
    /// <param name="read">The case.</param>
    /// <param name="figures">For a program all digits and all periods, else as much as people read.</param>
    /// <param name="effort">How it is worked out.</param>
    public FaceAnswer Answer(CaseReading read, Figures figures, Effort effort)
    {
        var (of, options) = (read.Case, read.Options);
        if (of.Dates.Until(of.LastStamp, EvaluationOptions.MostPeriods).Length - 1 > effort.MostPeriods)
            return FaceAnswer.Refuse(DetectionRefusals.TooMuch.In("mbp", $"≤ {effort.MostPeriods}"));
        var element = Element is null ? 0 : of.Elements.ToList().IndexOf(Element);
        if (element < 0)
            return FaceAnswer.Refuse(DetectionRefusals.Element.In("element", string.Join(", ", of.Elements), Element));
        var sequence = BalanceSequence.Evaluate(BalanceStructure.Of(of, options), element);
        if (sequence.Singular is { } singular)
            return FaceAnswer.Refuse(DetectionRefusals.Singular.In("period", found: $"{singular.Period + 1}"));
        var refusals = new List<Refusal>();
        var pattern = Pattern(sequence.Structure, refusals);
        refusals.AddRange(Level.Refusals(sequence.Count, Tests.Length == 0 || Tests.Contains("page")));
        refusals.AddRange(DrawRefusals(sequence.Structure, effort));
        var from = Source(of, refusals);
        return refusals.Count > 0 ? FaceAnswer.Refuse(refusals) : Answer(sequence, pattern!, from, figures, effort);
    }

    /// <summary>The pattern, of mass 1 where only its shape is given; null with a refusal where there is not one.</summary>
    private LossPattern? Pattern(BalanceStructure structure, List<Refusal> refusals)
    {
        var (periods, first, last) = (structure.Count, structure.Dates[0], structure.Dates[^1]);
        if ((Abrupt is null ? 0 : 1) + (Protracted.Length > 0 ? 1 : 0) + (Loss.Length > 0 ? 1 : 0) != 1 || Protracted.Length is not (0 or 2))
            refusals.Add(DetectionRefusals.Pattern.In("loss"));
        else if (Abrupt is < 1 || Abrupt > periods)
            refusals.Add(DetectionRefusals.Loss.In("abrupt", $"1 … {periods}", $"{Abrupt}"));
        else if (Protracted is [var from, var to] && !(from < to && from >= first && to <= last))
            refusals.Add(DetectionRefusals.Loss.In("protracted",
                FormattableString.Invariant($"{first} ≤ FROM < TO ≤ {last}"), FormattableString.Invariant($"{from} … {to}")));
        else if (Loss.Length > 0 && Loss.Length != periods)
            refusals.Add(DetectionRefusals.Loss.In("loss", $"{periods}", $"{Loss.Length}"));
        else if (!Loss.All(IsMass) || (Loss.Length > 0 && !(Loss.Sum() > 0)))
            refusals.Add(DetectionRefusals.Mass.In("loss"));
        if (Masses.Length > DetectionCurve.MostPoints || !Masses.All(IsMass))
            refusals.Add(DetectionRefusals.Mass.In("masses", $"≤ {DetectionCurve.MostPoints}", $"{Masses.Length}"));
        return refusals.Count > 0 ? null
            : Abrupt is { } period ? new LossPattern.Abrupt(period, 1)
            : Protracted is [var begin, var end] ? new LossPattern.Protracted(begin, end, 1)
            : new LossPattern.Custom(Loss);
    }

    private static bool IsMass(double mass) => mass is >= 0 and <= CaseRules.Largest;

    private IEnumerable<Refusal> DrawRefusals(BalanceStructure structure, Effort effort)
    {
        if (Array.Find(Tests, test => !AllTests.Contains(test)) is { } unknown)
            yield return InputRefusals.Malformed.In("tests", string.Join(" | ", AllTests), unknown);
        var share = Sharing == AlphaSharing.Split ? Alpha / (Tests.Length > 0 ? Tests.Length : AllTests.Count) : Alpha;
        var least = share is > 0 and < 1 ? Math.Ceiling(LeastAlarms / share) : LeastAlarms;
        if (Replicates < least || Replicates > SimulationOptions.MostReplicates)
            yield return DetectionRefusals.Replicates.In(
                "replicates", FormattableString.Invariant($"{least} … {SimulationOptions.MostReplicates}"), $"{Replicates}");
        if (effort.Threads is < 0 or > 1024)
            yield return DetectionRefusals.Threads.In("threads", "0 … 1024", $"{effort.Threads}");
        if (Tests.Contains("gemuf-v5b3") && structure.Count < SmoothedGemufScore.FewestPeriods)
            yield return DetectionRefusals.TooShort.In("tests", $"≥ {SmoothedGemufScore.FewestPeriods}", $"{structure.Count}");
        var (each, points) = (Full ? structure.Case.Locations.Sum(at => at.Count) : structure.Count, Masses.Length > 0 ? Masses.Length : UsualPoints);
        var numbers = (double)Replicates * each * (points + 1);
        if (numbers > effort.MostNumbers)
            yield return DetectionRefusals.TooMuch.In("replicates",
                FormattableString.Invariant($"≤ {Math.Floor(effort.MostNumbers / each / (points + 1))}"), $"{Replicates}");
    }

    /// <summary>The tests; where none is named all that so many periods allow.</summary>
    private IReadOnlyList<SequenceScore> Scores(BalanceSequence sequence) =>
    [
        .. (Tests.Length > 0 ? Tests.Distinct() : AllTests)
            .Where(test => test != "gemuf-v5b3" || sequence.Count >= SmoothedGemufScore.FewestPeriods)
            .Select(test => (SequenceScore)(test switch
            {
                "page" => new PageScore(K, Sides),
                "shewhart" => new ShewhartScore(Sides),
                "cumuf" => new CumufScore(Sides),
                "gemuf-v1" => new GemufScore(),
                _ => new SmoothedGemufScore(sequence.Factor, sequence.Count),
            })),
    ];

    private FaceAnswer Answer(BalanceSequence sequence, LossPattern pattern, int? from, Figures figures, Effort effort)
    {
        var options = new SimulationOptions
        {
            Seed = Seed,
            Replicates = Replicates,
            Threads = effort.Threads,
            Cancellation = effort.Cancellation,
        };
        var dates = sequence.Structure.Dates.ToArray();
        var shape = pattern.ByPeriod(dates);
        double Detectable(double beta) => NeymanPearson.DetectableMass(sequence.Factor, shape, Alpha, beta);
        double[] masses = Masses.Length > 0 ? Masses : [.. Enumerable.Range(0, UsualPoints + 1)
            .Select(i => Figures.Six(Detectable(NearlyAlways) * i / UsualPoints))];
        if (Full && FullChainRefusal(sequence, shape, masses.Max(), from) is { } refusal)
            return FaceAnswer.Refuse(refusal);
        var battery = TestBattery.Calibrate(Scores(sequence), Alpha, Sharing,
            new ShortChain(sequence.Factor, sequence.Count), options);
        var curve = Full
            ? DetectionCurve.Sample(battery, sequence.Factor, shape, masses, loss => new FullChain(sequence, loss, from), options)
            : DetectionCurve.Of(battery, sequence.Factor, shape, masses, options);
        var begin = pattern.Begin(dates);
        return FaceAnswer.Of(new
        {
            sequence.Element,
            sequence.Structure.Case.MassUnit,
            sequence.Structure.Case.TimeUnit,
            Periods = sequence.Count,
            Alpha,
            Sides,
            LossBegins = begin,
            DetectableMass = figures.Of(Detectable(0.05)),
            Simulation = curve.Points.Select(point => point.Power.Simulation).FirstOrDefault(made => made is not null) ?? battery.Simulation,
            Thresholds = battery.Tests.Select(test => new
            {
                Test = test.Test.Name,
                Alpha = figures.Of(test.Alpha),
                Threshold = figures.Of(test.Threshold.Value),
                StandardError = figures.Of(test.Threshold.StandardError),
            }),
            Points = curve.Points.SelectMany(Rows),
        });

        IEnumerable<object> Rows(DetectionPoint point)
        {
            foreach (var test in (TestPower?[])[.. point.Power.Tests, point.Power.Battery])
            {
                if (test is not null)
                    yield return Row(point.Mass, test, begin, dates, figures);
            }
            yield return new { point.Mass, Test = "bound", Probability = figures.Of(point.Power.Ceiling) };
        }
    }

    private static object Row(double mass, TestPower test, double begin, double[] dates, Figures figures) => new
    {
        Mass = mass,
        Test = test.Name,
        Probability = figures.Of(test.Detection.Value),
        StandardError = figures.Of(test.Detection.StandardError),
        MeanPeriod = figures.Of(test.FirstAlarm.MeanPeriod),
        MedianPeriod = test.FirstAlarm.QuantilePeriod(0.5),
        MeanDelay = figures.Of(test.FirstAlarm.MeanDelay(dates, begin)),
        ByPeriod = figures.IsExact ? test.FirstAlarm.ByPeriod : null,
    };

    private int? Source(BalanceCase of, List<Refusal> refusals)
    {
        if (From is null)
            return null;
        var index = of.Locations.ToList().FindIndex(at => at.Location.Id == From && at.Location.Kind != LocationKind.Input);
        if (index < 0)
            refusals.Add(DetectionRefusals.Location.In("from", found: From));
        return index;
    }

    // The largest mass asks for the most; the library says how much is there.
    private static Refusal? FullChainRefusal(BalanceSequence sequence, double[] shape, double mass, int? from)
    {
        try
        {
            _ = new FullChain(sequence, [.. shape.Select(part => part / shape.Sum() * mass)], from);
            return null;
        }
        catch (ArgumentException exception)
        {
            return DetectionRefusals.NotThere.In("from", found: exception.Message);
        }
    }
}

/// <summary>The same with its case in the request.</summary>
/// <param name="Files">The files of the case by name.</param>
public sealed record DetectionRequest(
    [Meaning("The files of the case by name: case.json and its tables", "案例檔案（以檔名為欄位）：case.json 及各表")] JsonElement Files) : DetectionQuestion;
