using System.Globalization;
using Custodia.Books;
using Custodia.Materials.Ledger;
using Custodia.Statistics.Sequential;

namespace Custodia.Materials.Evaluation;

/// <summary>
/// The closings of alarms that a view knows in force, by balance: after each the sums of Page's test begin anew, under whatever
/// settings is asked, because it is the material that was investigated.
/// </summary>
internal sealed class AlarmResets
{
    private readonly SortedDictionary<int, ClosedAlarm> _closed = [];

    private AlarmResets()
    {
    }

    /// <summary>As Page's test takes them.</summary>
    public IReadOnlyList<PageReset> Resets =>
        [.. _closed.Select(pair => new PageReset(pair.Key, pair.Value.By, pair.Value.On, pair.Value.Finding))];

    /// <summary>Those of the element or isotope that is evaluated.</summary>
    public static AlarmResets Of(MbaLedger ledger, BalanceEvaluationQuery query, MeasuredLedger measured, View view)
    {
        var resets = new AlarmResets();
        foreach (var (stamp, fact) in ledger.AlarmClosings.Where(closing => closing.IsInForce(view)))
        {
            var balance = measured.Periods.FindIndex(period => period.To == fact.To);
            if (balance >= 0 && fact.Material == query.Material && fact.Isotope == query.Isotope)
                resets._closed[balance] = new ClosedAlarm(stamp.Actor, stamp.Day, fact.Finding, stamp.Sequence);
        }

        return resets;
    }

    /// <summary>How the alarms of balance i, from 0, were closed; <c>null</c>: they were not.</summary>
    public ClosedAlarm? At(int i) => _closed.GetValueOrDefault(i);

    /// <summary>The balances after which the sums begin anew.</summary>
    public override string ToString() => string.Join(',', _closed.Keys.Select(i => i.ToString(CultureInfo.InvariantCulture)));
}
