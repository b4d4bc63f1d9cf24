using Custodia.Statistics.Detection;

namespace Custodia.Statistics.Sequential;

/// <summary>
/// A test of a whole sequence: one number a period, alarm in the first period where it is at least the threshold. A period where
/// the test is not defined has NaN, which is never an alarm.
/// </summary>
public abstract class SequenceScore
{
    /// <summary>A name that stays the same in files and answers, such as "page".</summary>
    public abstract string Name { get; }

    /// <summary>How many periods later the number of a period is known (it may need balances that follow).</summary>
    public virtual int Lag => 0;

    /// <summary>The numbers of all periods.</summary>
    /// <param name="sequence">The balances with their covariance.</param>
    /// <param name="scores">Room for one number a period.</param>
    public abstract void Score(MufSequence sequence, Span<double> scores);

    /// <summary>The threshold for P(any false alarm in N periods) = α where it is known without sampling; else null.</summary>
    public virtual double? ExactThreshold(double alpha, int periods) => null;

    /// <summary>The first alarm for means m = L⁻¹ μ where it is known without sampling; else null.</summary>
    public virtual FirstAlarm? ExactFirstAlarm(double threshold, ReadOnlySpan<double> means) => null;
}
