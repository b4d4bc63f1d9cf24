using Custodia.Books;
using Custodia.Books.Faces;
using Custodia.Statistics.Detection;
using Custodia.Statistics.Sequential;
using static System.FormattableString;

namespace Custodia.Server.Questions;

/// <summary>The level that tests are asked for.</summary>
internal sealed record AskedLevel(double Alpha, double K, TestSide Side)
{
    private const double MostReference = 10;

    /// <summary>What is wrong with it, for so many periods.</summary>
    public IEnumerable<Refusal> Refusals(int periods, bool usesPage = true)
    {
        var most = Math.Abs(K) <= MostReference ? PageThreshold.MostAlpha(periods, K, Side) : 1;
        if (!(Math.Abs(K) <= MostReference))
            yield return DetectionRefusals.Reference.In("k", Invariant($"−{MostReference} … {MostReference}"), Invariant($"{K}"));
        if (!(Alpha > 0 && Alpha < (usesPage ? most : 1)))
            yield return DetectionRefusals.Alpha.In("alpha", Invariant($"0 < alpha < {(usesPage ? most : 1)}"), Invariant($"{Alpha}"));
        else if (usesPage && Math.Abs(K) <= MostReference && PageThreshold.Find(Alpha, periods, K, Side) is null)
            yield return DetectionRefusals.Reference.In("k", Invariant($"> {K}"), Invariant($"{K}"));
    }
}

/// <summary>Thresholds that need no case.</summary>
/// <param name="Periods">N.</param>
/// <param name="Alpha">α.</param>
/// <param name="K">k of Page's test.</param>
/// <param name="Sides">What the tests look for.</param>
public sealed record ThresholdQuestion(
    [Meaning("How many balance periods are tested", "檢定之平衡期間數")] int Periods,
    [Meaning("Probability of any false alarm in all periods", "全部期間任一誤警之機率")] double Alpha = 0.05,
    [Meaning("Reference value of Page's test", "Page 檢定之參考值")] double K = 0.5,
    [Meaning("Whether losses alone are looked for, or gains too", "僅檢定損失，或一併檢定增益")] TestSide Sides = TestSide.Loss)
{
    /// <summary>The thresholds, or why there are none.</summary>
    public FaceAnswer Answer(Figures figures)
    {
        if (Periods is < 1 or > PageThreshold.MostPeriods)
            return FaceAnswer.Refuse(DetectionRefusals.Periods.In("periods", $"1 … {PageThreshold.MostPeriods}", $"{Periods}"));
        if (new AskedLevel(Alpha, K, Sides).Refusals(Periods).ToList() is { Count: > 0 } refusals)
            return FaceAnswer.Refuse(refusals);
        return FaceAnswer.Of(new
        {
            Alpha,
            Periods,
            K,
            Sides,
            Thresholds = new[]
            {
                Row("page", PageThreshold.Of(Alpha, Periods, K, Sides)),
                Row("shewhart", ShewhartTest.Threshold(Alpha, Periods, Sides)),
                Row("gemuf-v1-last-period", GemufThreshold.Of(Alpha, Periods)),
                Row("single-balance", SingleTest.Threshold(Alpha, Sides)),
            },
        });

        object Row(string test, double threshold) => new { Test = test, Threshold = figures.Of(threshold) };
    }
}
