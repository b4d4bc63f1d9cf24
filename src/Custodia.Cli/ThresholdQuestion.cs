using System.Globalization;
using Custodia.Books;
using Custodia.Books.Faces;
using Custodia.Server.Api;
using Custodia.Statistics.Detection;
using Custodia.Statistics.Sequential;

namespace Custodia.Cli;

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

    internal static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Thresholds that need no case.</summary>
internal sealed record ThresholdQuestion(int Periods, AskedLevel Level)
{
    /// <summary>The thresholds, or why there are none.</summary>
    /// <param name="isExact">All digits, for a program; else as many as people read.</param>
    public FaceAnswer Answer(bool isExact)
    {
        if (Periods is < 1 or > PageThreshold.MostPeriods)
            return FaceAnswer.Refuse(DetectionRefusals.Periods.In("periods", $"1 … {PageThreshold.MostPeriods}", $"{Periods}"));
        if (Level.Refusals(Periods).ToList() is { Count: > 0 } refusals)
            return FaceAnswer.Refuse(refusals);
        var (alpha, k, side) = Level;
        return FaceAnswer.Of(new
        {
            Alpha = alpha,
            Periods,
            K = k,
            Sides = side,
            Thresholds = new[]
            {
                Row("page", PageThreshold.Of(alpha, Periods, k, side)),
                Row("shewhart", ShewhartTest.Threshold(alpha, Periods, side)),
                Row("gemuf-v1-last-period", GemufThreshold.Of(alpha, Periods)),
                Row("single-balance", SingleTest.Threshold(alpha, side)),
            },
        });

        object Row(string test, double threshold) => new { Test = test, Threshold = isExact ? threshold : Figures.Six(threshold) };
    }
}

/// <summary>Numbers as people read them.</summary>
internal static class Figures
{
    /// <summary>To six digits.</summary>
    public static double Six(double value) =>
        double.Parse(value.ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
