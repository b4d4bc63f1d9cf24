using Custodia.Statistics.Balances;
using Custodia.Statistics.Sequential;

namespace Custodia.Materials.Evaluation;

/// <summary>A test that gives an alarm in a balance.</summary>
public enum AlarmTest
{
    /// <summary>The balance alone: |MUF| &gt; 3 σ(MUF). A gain asks for an explanation as a loss does.</summary>
    Muf,

    /// <summary>All balances up to it as one: |CUMUF| &gt; 3 σ(CUMUF).</summary>
    Cumuf,

    /// <summary>Shewhart's test for losses: SITMUF at or above its threshold.</summary>
    Sitmuf,

    /// <summary>Page's test for losses: its upper sum at or above its threshold.</summary>
    Page,
}

/// <summary>How a balance, or a sequence of them, stands against the errors of measurement.</summary>
public enum Standing
{
    /// <summary>Measurement explains it.</summary>
    Quiet,

    /// <summary>MUF is more than two standard deviations: its cause should be looked for.</summary>
    Warning,

    /// <summary>A test gives an alarm: measurement does not explain it.</summary>
    Alarm,
}

/// <summary>What the tests say of one balance.</summary>
/// <param name="Standing">How it stands.</param>
/// <param name="Alone">How its MUF stands by itself, whatever the tests of the sequence say.</param>
/// <param name="Alarms">The tests that give an alarm.</param>
public sealed record BalanceVerdict(Standing Standing, Standing Alone, IReadOnlyList<AlarmTest> Alarms);

/// <summary>What the tests say of the sequence.</summary>
/// <param name="Standing">An alarm where any balance has one; else how the last balance stands.</param>
/// <param name="Alarms">PIT dates of the balances with an alarm, the oldest first.</param>
public sealed record EvaluationVerdict(Standing Standing, IReadOnlyList<DateOnly> Alarms);

/// <summary>The rule of alarm: here alone.</summary>
internal static class Verdicts
{
    private const double WarningSigmas = 2;
    private const double AlarmSigmas = 3;

    /// <summary>What the tests say of balance i, from 0.</summary>
    public static BalanceVerdict Of(BalanceSequence sequence, PageTest page, TestLimits? limits, int i)
    {
        var (muf, cumuf) = (Sigmas(sequence.Muf[i], sequence.Sigma[i]), Sigmas(sequence.Cumuf[i], sequence.SigmaCumuf[i]));
        var alarms = new List<AlarmTest>();
        Note(AlarmTest.Muf, muf > AlarmSigmas);
        Note(AlarmTest.Cumuf, cumuf > AlarmSigmas);
        if (limits is not null && i < sequence.Sitmuf.Length)
        {
            Note(AlarmTest.Sitmuf, sequence.Sitmuf[i] >= limits.Sitmuf);
            Note(AlarmTest.Page, page.Upper[i] >= limits.Page);
        }

        var alone = muf > AlarmSigmas ? Standing.Alarm : muf > WarningSigmas ? Standing.Warning : Standing.Quiet;
        return new(alarms.Count > 0 ? Standing.Alarm : alone, alone, alarms);

        void Note(AlarmTest test, bool isAlarm)
        {
            if (isAlarm)
                alarms.Add(test);
        }
    }

    /// <summary>What they say of the sequence.</summary>
    public static EvaluationVerdict Of(IReadOnlyList<EvaluatedBalance> periods)
    {
        var alarms = periods.Where(period => period.Verdict.Standing == Standing.Alarm).Select(period => period.To).ToList();
        return new(alarms.Count > 0 ? Standing.Alarm : periods.Count > 0 ? periods[^1].Verdict.Standing : Standing.Quiet, alarms);
    }

    // Without an error there is nothing to hold a difference against: the page says so where a balance is singular.
    private static double Sigmas(double difference, double sigma) => sigma > 0 ? Math.Abs(difference) / sigma : 0;
}
