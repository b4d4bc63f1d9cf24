using Custodia.Books;
using Custodia.Books.Faces;
using Custodia.Server.Api;
using Custodia.Statistics.Balances;
using Custodia.Statistics.Detection;
using Custodia.Statistics.Detection.Simulation;
using Custodia.Statistics.Sequential;

namespace Custodia.Cli;

/// <summary>The loss that is asked about: one of three patterns, the masses, the element, the location.</summary>
internal sealed record AskedLoss(
    int? Abrupt, double[] Protracted, double[] Custom, double[] Masses, string? Element, string? From)
{
    /// <summary>The pattern, of mass 1 where only its shape is given; null with a refusal where there is not one.</summary>
    public LossPattern? Pattern(BalanceStructure structure, List<Refusal> refusals)
    {
        var (periods, first, last) = (structure.Count, structure.Dates[0], structure.Dates[^1]);
        if ((Abrupt is null ? 0 : 1) + (Protracted.Length == 2 ? 1 : 0) + (Custom.Length > 0 ? 1 : 0) != 1 || Protracted.Length == 1)
            refusals.Add(DetectionRefusals.Pattern.In("loss"));
        else if (Abrupt is < 1 || Abrupt > periods)
            refusals.Add(DetectionRefusals.Loss.In("abrupt", $"1 … {periods}", $"{Abrupt}"));
        else if (Protracted is [var from, var to] && !(from < to && from >= first && to <= last))
            refusals.Add(DetectionRefusals.Loss.In("protracted",
                AskedLevel.Invariant($"{first} ≤ FROM < TO ≤ {last}"), AskedLevel.Invariant($"{from} … {to}")));
        else if (Custom.Length > 0 && Custom.Length != periods)
            refusals.Add(DetectionRefusals.Loss.In("loss", $"{periods}", $"{Custom.Length}"));
        else if (Custom.Any(mass => !(mass >= 0 && double.IsFinite(mass))) || (Custom.Length > 0 && !(Custom.Sum() > 0)))
            refusals.Add(DetectionRefusals.Mass.In("loss"));
        if (Masses.Length > DetectionCurve.MostPoints || Masses.Any(mass => !(mass >= 0 && double.IsFinite(mass))))
            refusals.Add(DetectionRefusals.Mass.In("masses", $"≤ {DetectionCurve.MostPoints}", $"{Masses.Length}"));
        return refusals.Count > 0 ? null
            : Abrupt is { } period ? new LossPattern.Abrupt(period, 1)
            : Protracted is [var begin, var end] ? new LossPattern.Protracted(begin, end, 1)
            : new LossPattern.Custom(Custom);
    }
}

/// <summary>How it is worked out: the tests, their shares of alpha, what is drawn.</summary>
internal sealed record AskedDraws(string[] Tests, AlphaSharing Sharing, bool IsFull, ulong Seed, int Replicates, int Threads)
{
    private const double LeastAlarms = 100;

    /// <summary>The names of all tests.</summary>
    public static readonly string[] AllTests = ["page", "shewhart", "cumuf", "gemuf-v1", "gemuf-v5b3"];

    /// <summary>What is wrong with it.</summary>
    public IEnumerable<Refusal> Refusals(double alpha, int periods)
    {
        var share = Sharing == AlphaSharing.Split ? alpha / (Tests.Length > 0 ? Tests.Length : AllTests.Length) : alpha;
        var least = share is > 0 and < 1 ? Math.Ceiling(LeastAlarms / share) : LeastAlarms;
        if (Replicates < least || Replicates > SimulationOptions.MostReplicates)
            yield return DetectionRefusals.Replicates.In(
                "replicates", AskedLevel.Invariant($"{least} … {SimulationOptions.MostReplicates}"), $"{Replicates}");
        if (Threads is < 0 or > 1024)
            yield return DetectionRefusals.Threads.In("threads", "0 … 1024", $"{Threads}");
        if (Tests.Contains("gemuf-v5b3") && periods < SmoothedGemufScore.FewestPeriods)
            yield return DetectionRefusals.TooShort.In("tests", $"≥ {SmoothedGemufScore.FewestPeriods}", $"{periods}");
    }

    /// <summary>The tests; where none is named all that so many periods allow.</summary>
    public IReadOnlyList<SequenceScore> Scores(BalanceSequence sequence, AskedLevel level) =>
    [
        .. (Tests.Length > 0 ? Tests.Distinct() : AllTests)
            .Where(test => test != "gemuf-v5b3" || sequence.Count >= SmoothedGemufScore.FewestPeriods)
            .Select(test => (SequenceScore)(test switch
            {
                "page" => new PageScore(level.K, level.Side),
                "shewhart" => new ShewhartScore(level.Side),
                "cumuf" => new CumufScore(level.Side),
                "gemuf-v1" => new GemufScore(),
                _ => new SmoothedGemufScore(sequence.Factor, sequence.Count),
            })),
    ];
}

/// <summary>How a loss from a case would be found.</summary>
internal sealed record DetectionQuestion(
    BalanceCase Case, EvaluationOptions Options, AskedLevel Level, AskedLoss Loss, AskedDraws Draws)
{
    private const int Points = 10;
    private const double NearlyAlways = 0.001;

    /// <summary>The curves, or why there are none.</summary>
    /// <param name="isExact">All digits and all periods, for a program; else as much as people read.</param>
    public FaceAnswer Answer(bool isExact)
    {
        var element = Loss.Element is null ? 0 : Case.Elements.ToList().IndexOf(Loss.Element);
        if (element < 0)
            return FaceAnswer.Refuse(DetectionRefusals.Element.In("element", string.Join(", ", Case.Elements), Loss.Element));
        var sequence = BalanceSequence.Evaluate(BalanceStructure.Of(Case, Options), element);
        if (sequence.Singular is { } singular)
            return FaceAnswer.Refuse(DetectionRefusals.Singular.In("period", found: $"{singular.Period + 1}"));
        var refusals = new List<Refusal>();
        var pattern = Loss.Pattern(sequence.Structure, refusals);
        refusals.AddRange(Level.Refusals(sequence.Count, Draws.Tests.Length == 0 || Draws.Tests.Contains("page")));
        refusals.AddRange(Draws.Refusals(Level.Alpha, sequence.Count));
        var from = Source(refusals);
        return refusals.Count > 0 ? FaceAnswer.Refuse(refusals) : Answer(sequence, pattern!, from, isExact);
    }

    private FaceAnswer Answer(BalanceSequence sequence, LossPattern pattern, int? from, bool isExact)
    {
        var options = new SimulationOptions { Seed = Draws.Seed, Replicates = Draws.Replicates, Threads = Draws.Threads };
        var dates = sequence.Structure.Dates.ToArray();
        var shape = pattern.ByPeriod(dates);
        double Detectable(double beta) => NeymanPearson.DetectableMass(sequence.Factor, shape, Level.Alpha, beta);
        double[] masses = Loss.Masses.Length > 0 ? Loss.Masses : [.. Enumerable.Range(0, Points + 1)
            .Select(i => Figures.Six(Detectable(NearlyAlways) * i / Points))];
        if (Draws.IsFull && FullChainRefusal(sequence, shape, masses.Max(), from) is { } refusal)
            return FaceAnswer.Refuse(refusal);
        var battery = TestBattery.Calibrate(Draws.Scores(sequence, Level), Level.Alpha, Draws.Sharing,
            new ShortChain(sequence.Factor, sequence.Count), options);
        var curve = Draws.IsFull
            ? DetectionCurve.Sample(battery, sequence.Factor, shape, masses, loss => new FullChain(sequence, loss, from), options)
            : DetectionCurve.Of(battery, sequence.Factor, shape, masses, options);
        var begin = pattern.Begin(dates);
        return FaceAnswer.Of(new
        {
            sequence.Element,
            Case.MassUnit,
            Case.TimeUnit,
            Periods = sequence.Count,
            Level.Alpha,
            Sides = Level.Side,
            LossBegins = begin,
            DetectableMass = Shown(Detectable(0.05)),
            Simulation = curve.Points.Select(point => point.Power.Simulation).FirstOrDefault(made => made is not null) ?? battery.Simulation,
            Thresholds = battery.Tests.Select(test => new
            {
                Test = test.Test.Name,
                Alpha = Shown(test.Alpha),
                Threshold = Shown(test.Threshold.Value),
                StandardError = Shown(test.Threshold.StandardError),
            }),
            Points = curve.Points.SelectMany(Rows),
        });

        double Shown(double value) => isExact ? value : Figures.Six(value);

        IEnumerable<object> Rows(DetectionPoint point)
        {
            foreach (var test in (TestPower?[])[.. point.Power.Tests, point.Power.Battery])
            {
                if (test is not null)
                    yield return Row(point.Mass, test, begin, dates, isExact);
            }
            yield return new { point.Mass, Test = "bound", Probability = Shown(point.Power.Ceiling) };
        }
    }

    private static object Row(double mass, TestPower test, double begin, double[] dates, bool isExact)
    {
        double? Shown(double? value) => value is { } number && !isExact ? Figures.Six(number) : value;
        return new
        {
            Mass = mass,
            Test = test.Name,
            Probability = Shown(test.Detection.Value),
            StandardError = Shown(test.Detection.StandardError),
            MeanPeriod = Shown(test.FirstAlarm.MeanPeriod),
            MedianPeriod = test.FirstAlarm.QuantilePeriod(0.5),
            MeanDelay = Shown(test.FirstAlarm.MeanDelay(dates, begin)),
            ByPeriod = isExact ? test.FirstAlarm.ByPeriod : null,
        };
    }

    private int? Source(List<Refusal> refusals)
    {
        if (Loss.From is null)
            return null;
        var index = Case.Locations.ToList().FindIndex(at => at.Location.Id == Loss.From && at.Location.Kind != LocationKind.Input);
        if (index < 0)
            refusals.Add(DetectionRefusals.Location.In("from", found: Loss.From));
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
