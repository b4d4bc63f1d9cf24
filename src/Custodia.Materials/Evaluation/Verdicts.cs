using System.Collections.Immutable;
using Custodia.Statistics.Balances;
using Custodia.Statistics.Sequential;

namespace Custodia.Materials.Evaluation;

/// <summary>A test that gives an alarm in a balance.</summary>
public enum AlarmTest
{
    /// <summary>The balance alone: |MUF| &gt; 3 σ(MUF). A gain asks for an explanation as a loss does.</summary>
    Muf,

    /// <summary>All balances up to it as one, from the last whose alarms were closed: |CUMUF| &gt; 3 σ(CUMUF).</summary>
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

    /// <summary>A test gave an alarm, which was investigated and closed.</summary>
    Closed,

    /// <summary>A test gives an alarm: measurement does not explain it.</summary>
    Alarm,
}

/// <summary>What the tests say of one balance.</summary>
/// <param name="Standing">How it stands.</param>
/// <param name="Alone">How its MUF stands by itself, whatever the tests of the sequence say.</param>
/// <param name="Alarms">The tests that give an alarm, open or closed.</param>
/// <param name="Closed">How its alarms were closed; <c>null</c>: they were not.</param>
public sealed record BalanceVerdict(Standing Standing, Standing Alone, IReadOnlyList<AlarmTest> Alarms, ClosedAlarm? Closed);

/// <summary>How the alarms of a balance were closed: the sums of Page's test begin anew after it.</summary>
/// <param name="By">Who closed them.</param>
/// <param name="On">On which day.</param>
/// <param name="Finding">What the investigation found.</param>
/// <param name="Entry">The entry that says so.</param>
public sealed record ClosedAlarm(string By, DateOnly On, string Finding, long Entry);

/// <summary>What the tests say of the sequence.</summary>
/// <param name="Standing">An alarm where any balance has an open one; else how the last balance stands.</param>
/// <param name="Alarms">PIT dates of the balances with an open alarm, the oldest first.</param>
public sealed record EvaluationVerdict(Standing Standing, IReadOnlyList<DateOnly> Alarms);

/// <summary>The rule of alarm: here alone.</summary>
internal sealed class Verdicts(BalanceSequence sequence, PageTest page, TestLimits? limits, AlarmResets closed)
{
    private const double WarningSigmas = 2;
    private const double AlarmSigmas = 3;

    private readonly ImmutableArray<double> _sums = sequence.CumufScores(closed.Resets);

    /// <summary>What the tests say of balance i, from 0.</summary>
    public BalanceVerdict this[int i]
    {
        get
        {
            var muf = Sigmas(sequence.Muf[i], sequence.Sigma[i]);
            var isTested = limits is not null && i < sequence.Sitmuf.Length;
            var alarms = new List<AlarmTest>();
            Note(AlarmTest.Muf, muf > AlarmSigmas);
            Note(AlarmTest.Cumuf, Math.Abs(_sums[i]) > AlarmSigmas);
            Note(AlarmTest.Sitmuf, isTested && sequence.Sitmuf[i] >= limits!.Sitmuf);
            Note(AlarmTest.Page, isTested && page.Upper[i] >= limits!.Page);
            var alone = muf > AlarmSigmas ? Standing.Alarm : muf > WarningSigmas ? Standing.Warning : Standing.Quiet;
            var standing = alarms.Count == 0 ? alone : closed.At(i) is null ? Standing.Alarm : Standing.Closed;
            return new(standing, alone, alarms, closed.At(i));

            void Note(AlarmTest test, bool isAlarm)
            {
                if (isAlarm)
                    alarms.Add(test);
            }
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
