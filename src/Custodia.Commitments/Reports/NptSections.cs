using Custodia.Commitments.Indicators;
using Custodia.Commitments.Queries;

namespace Custodia.Commitments.Reports;

/// <summary>
/// The report on the 64 actions that the 2010 Review Conference of the NPT agreed (NPT/CONF.2010/50, part I): each by what the books
/// show of it. What is addressed to others is not scored; what no book shows is never met.
/// </summary>
internal static class NptSections
{
    private static readonly HashSet<Addressee> Others =
    [
        Addressee.NuclearWeaponStates, Addressee.RussiaAndUnitedStates, Addressee.ConferenceOnDisarmament, Addressee.CtbtCommission, Addressee.Iaea,
    ];

    /// <summary>Its sections: a summary, the pillars, the figures.</summary>
    public static List<ReportSection> Of(ReportBasis basis)
    {
        List<(NptAction Action, PromiseRow Row)> rows = [.. Register.NptActions.Zip(Rows(basis.Now, basis.Then))];
        var shown = Register.NptActions.SelectMany(action => action.Indicators).ToHashSet(StringComparer.Ordinal);
        var all = Count(ReportWords.Of("total"), rows, isTotal: true);
        return
        [
            new ReportSection(ReportWords.Of("summary.title"),
            [
                ReportWords.Of("npt.lead", ReportWords.Number(all.Met), ReportWords.Number(all.Scored), ReportWords.Day(basis.Now.View.AsOf),
                    ReportWords.Number(rows.Count(row => row.Row.Standing is null))),
                ReportWords.Of("npt.noEvidence", ReportWords.Number(all.NoEvidence)), ReportWords.Of("summary.rule"),
            ])
            {
                Counts = [.. rows.GroupBy(row => row.Action.Pillar).Select(pillar => Count(ReportWords.Of("pillar", pillar.Key), [.. pillar])), all],
                CountsOf = ReportWords.Of("column.pillar"),
            },
            .. rows.GroupBy(row => (row.Action.Pillar, row.Action.Part)).Select(part => Part(part.Key.Pillar, part.Key.Part, [.. part])),
            ProgressSections.Figures(basis, basis.Known.Where(row => shown.Contains(row.Indicator.Id))),
        ];
    }

    /// <summary>The actions, in the order of the register.</summary>
    public static IEnumerable<PromiseRow> Rows(ReportMoment now, ReportMoment then) => Register.NptActions.Select(action => Row(now, then, action));

    private static ReportSection Part(NptPillar pillar, DisarmamentPart? part, List<(NptAction Action, PromiseRow Row)> rows)
    {
        var name = ReportWords.Of("pillar", pillar);
        var count = Count(name, rows);
        return new ReportSection(part is { } known ? ReportWords.Of("part.of", name, ReportWords.Of("part", known)) : name,
        [
            count.Scored > 0
                ? ReportWords.Of("npt.part", ReportWords.Number(count.Met), ReportWords.Number(count.Scored))
                : ReportWords.Of("noneScored"),
        ])
        {
            Promises = [.. rows.Select(row => row.Row)],
        };
    }

    private static CountRow Count(Words name, List<(NptAction Action, PromiseRow Row)> rows, bool isTotal = false) =>
        ReportBasis.Count(name, rows.Select(row => row.Row.Standing), rows.Select(row => row.Row.Was), isTotal);

    private static PromiseRow Row(ReportMoment now, ReportMoment then, NptAction action)
    {
        var isOthers = Others.Contains(action.Addressee);
        return new PromiseRow(action.Id, action.Text, isOthers ? null : Judge(now), isOthers ? null : Weakest(now),
            isOthers ? null : Judge(then), null, action.Indicators,
            action.Addressee == Addressee.All ? null : ReportWords.Of("addressee", action.Addressee));

        Standing Judge(ReportMoment moment) => Walls.Judge([.. Values(moment).Select(value => value.Standing)]);
        Grade? Weakest(ReportMoment moment) => Values(moment).Max(value => value.Grade);
        IEnumerable<IndicatorValue> Values(ReportMoment moment) =>
            action.Indicators.Select(id => moment.Values.GetValueOrDefault(id)).OfType<IndicatorValue>();
    }
}
