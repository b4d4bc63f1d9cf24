using Custodia.Statistics.Balances;
using Custodia.Statistics.Detection;
using Custodia.Statistics.Sequential;

namespace Custodia.Materials.Evaluation;

/// <summary>The thresholds of the tests.</summary>
internal static class Limits
{
    /// <summary>Thresholds for as many balances as the sequence has; <c>null</c> where none can be tested.</summary>
    public static TestLimits? Of(BalanceEvaluationQuery query, BalanceSequence sequence)
    {
        var (horizon, k, alpha) = (sequence.Sitmuf.Length, (double)query.K, (double)query.Alpha);
        return horizon == 0
            ? null
            : new TestLimits(k, alpha, horizon, PageThreshold.Of(alpha, horizon, k), SingleTest.Threshold(alpha),
                ShewhartTest.Threshold(alpha, horizon), [.. Enumerable.Range(1, horizon).Select(i => GemufThreshold.Of(alpha, i))]);
    }
}

/// <summary>How probably losses would be found. Nothing here is sampled: Page's test by quadrature, the others by the normal distribution.</summary>
internal static class Losses
{
    private const int Points = 25;
    private const double MostSigmas = 6;

    /// <summary>Curves over the mass lost, up to six standard deviations of CUMUF.</summary>
    public static DetectionAnswer? Curves(BalanceSequence sequence, TestLimits? limits)
    {
        if (limits is null || sequence.Singular is not null)
            return null;
        var most = MostSigmas * sequence.SigmaCumuf[^1];
        var page = new PageQuadrature(limits.K, limits.Page);
        var dates = sequence.Structure.Dates.AsSpan().ToArray();
        var abrupt = new LossPattern.Abrupt(sequence.Count, 1).ByPeriod(dates);
        var protracted = new LossPattern.Protracted(dates[0], dates[^1], 1).ByPeriod(dates);
        return new DetectionAnswer(Curve(abrupt), Curve(protracted));

        List<DetectionPoint> Curve(double[] one) =>
            [.. Enumerable.Range(0, Points).Select(at => Point(sequence, limits, page, one, most * at / (Points - 1)))];
    }

    /// <summary>The sequence as a supposed loss would make it.</summary>
    public static SupposedLoss? Suppose(
        BalanceEvaluationQuery query, MeasuredLedger measured, BalanceSequence sequence, TestLimits? limits, AlarmResets closed)
    {
        if (query is not { Loss: { } grams, LossFrom: { } from } || limits is null)
            return null;
        var to = query.LossTo ?? from;
        var dates = sequence.Structure.Dates.AsSpan().ToArray();
        // From the morning of the first day to the evening of the last.
        var pattern = new LossPattern.Protracted(Math.Max(0, measured.Time(from) - 1), measured.Time(to), (double)grams);
        var loss = pattern.ByPeriod(dates);
        var means = sequence.Factor.Solve(loss.AsSpan(0, sequence.Sitmuf.Length));
        var sitmuf = sequence.Sitmuf.Zip(means, (z, mean) => z + mean).ToArray();
        var first = new PageQuadrature(limits.K, limits.Page).FirstAlarm(means);
        var sum = 0.0;
        return new SupposedLoss((double)grams, from, to, loss, [.. sequence.Muf.Zip(loss, (muf, lost) => muf + lost)],
            [.. sequence.Cumuf.Zip(loss, (cumuf, lost) => cumuf + (sum += lost))], sitmuf,
            [.. PageTest.Of(sitmuf, limits.K, closed.Resets).Upper], Gemuf.V1(sitmuf), first.Probability,
            sequence.Singular is null ? first.MeanDelay(dates, pattern.Begin(dates)) : null);
    }

    private static DetectionPoint Point(
        BalanceSequence sequence, TestLimits limits, PageQuadrature page, double[] one, double mass)
    {
        var loss = one.Select(part => part * mass).ToArray();
        return new DetectionPoint(mass, page.FirstAlarm(sequence.Factor.Solve(loss)).Probability,
            SingleTest.Detection(mass, sequence.SigmaCumuf[^1], limits.Alpha), NeymanPearson.Detection(sequence.Factor, loss, limits.Alpha));
    }
}
