namespace Custodia.Statistics.Detection;

/// <summary>When a test first alarms: P(the first alarm is in period i), i = 1 … N.</summary>
/// <param name="ByPeriod">One probability a period; their sum is the probability of any alarm.</param>
public sealed record FirstAlarm(IReadOnlyList<double> ByPeriod)
{
    /// <summary>The probability of an alarm in any of the N periods.</summary>
    public double Probability { get; } = ByPeriod.Sum();

    /// <summary>The mean period of the first alarm, given that there is one; null where there never is.</summary>
    public double? MeanPeriod => Probability > 0
        ? ByPeriod.Select((probability, i) => (i + 1) * probability).Sum() / Probability
        : null;

    /// <summary>The first period (from 1) by which the probability of an alarm reaches q; null where it never does.</summary>
    public int? QuantilePeriod(double q)
    {
        Level.ThrowIfNotInside(q);
        var sum = 0.0;
        for (var i = 0; i < ByPeriod.Count; i++)
        {
            sum += ByPeriod[i];
            if (sum >= q)
                return i + 1;
        }
        return null;
    }

    /// <summary>The mean time from the begin of a loss to the end of the balance period of the first alarm, given an alarm.</summary>
    /// <param name="dates">t_0 … t_N.</param>
    /// <param name="begin">When the loss began, in the unit of the dates; alarms before it are left out.</param>
    /// <returns>A time in the unit of the dates; null where no alarm follows the begin.</returns>
    public double? MeanDelay(ReadOnlySpan<double> dates, double begin)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(dates.Length, ByPeriod.Count + 1, nameof(dates));
        var (sum, weight) = (0.0, 0.0);
        for (var i = 0; i < ByPeriod.Count; i++)
        {
            // A period that ends as the loss begins has nothing of it.
            if (dates[i + 1] <= begin)
                continue;
            sum += (dates[i + 1] - begin) * ByPeriod[i];
            weight += ByPeriod[i];
        }
        return weight > 0 ? sum / weight : null;
    }
}
