using Custodia.Commitments.Indicators;
using Custodia.Commitments.Queries;

namespace Custodia.Commitments.Reports;

/// <summary>One page for a minister: where the State stands, what is to be decided, what moved, and what nobody can see yet.</summary>
internal static class OnePagerSections
{
    private const int Promises = 6;
    private const int Moves = 5;
    private const int Figures = 6;

    /// <summary>Its sections: they fit on one sheet of A4.</summary>
    public static List<ReportSection> Of(ReportBasis basis, ReportChanges changes) =>
    [
        new(ReportWords.Of("summary.title"), [ProgressSections.Lead(basis)])
        {
            Counts = ProgressSections.Documents(basis),
            CountsOf = ReportWords.Of("column.document"),
        },
        Decide(basis),
        Moved(changes),
        ProgressSections.Figures(basis, Telling(basis, changes).Take(Figures), "pager.figures"),
        Blind(basis),
    ];

    // The oldest target comes first; what has none, last.
    private static ReportSection Decide(ReportBasis basis)
    {
        List<PromiseRow> behind =
        [
            .. basis.Now.Items.Values.Where(item => item.Standing == Standing.OffTrack || IsPastTarget(item, basis.Now.View.AsOf))
                .Select(basis.Promise).OrderBy(row => row.Due ?? DateOnly.MaxValue),
        ];
        return new ReportSection(ReportWords.Of("pager.decide"), behind.Count > 0 ? [] : [ReportWords.Of("pager.decideNone")])
        {
            Lines =
            [
                .. behind.Take(Promises).Select(row => row.Due is { } due
                    ? ReportWords.Of("line.itemDue", ReportWords.Same(row.Id), ReportWords.Clause(row.Text),
                        ReportWords.Of(row.Standing), ReportWords.Same(ReportWords.Day(due)))
                    : ReportWords.Of("line.itemStands", ReportWords.Same(row.Id), ReportWords.Clause(row.Text),
                        ReportWords.Of(row.Standing))),
                .. More(behind.Count - Promises),
            ],
        };
    }

    private static bool IsPastTarget(WallItem item, DateOnly day) =>
        item.Due < day && item.Standing is not (null or Standing.Met or Standing.NotApplicable);

    private static ReportSection Moved(ReportChanges changes)
    {
        var moved = changes.Promises;
        return new ReportSection(ReportWords.Of("pager.moved", ReportWords.Day(changes.From)),
            moved.Count > 0 ? [] : [ReportWords.Of("pager.movedNone")])
        {
            Lines =
            [
                .. moved.Take(Moves).Select(change => ReportWords.Of("pager.movedLine", ReportWords.Same(change.Id),
                    ReportWords.Clause(change.Text), ReportWords.Of(change.Now), ReportWords.Of(change.Was))),
                .. More(moved.Count - Moves),
            ],
        };
    }

    // Those that are behind, then those that moved, then the others.
    private static IEnumerable<IndicatorRow> Telling(ReportBasis basis, ReportChanges changes)
    {
        var moved = changes.Indicators.Select(change => change.Id).ToHashSet(StringComparer.Ordinal);
        return basis.Known.OrderBy(row => row.Value.Standing == Standing.OffTrack ? 0 : moved.Contains(row.Indicator.Id) ? 1 : 2);
    }

    private static ReportSection Blind(ReportBasis basis)
    {
        var unshown = basis.Now.Items.Values.Count(item => item.Standing == Standing.NoEvidence);
        var missing = basis.Now.Indicators.Count(row => row.Value.Grade is null);
        return new ReportSection(ReportWords.Of("pager.blind"),
        [
            ReportWords.Of("pager.blindLine", ReportWords.Of("summary.noEvidence", ReportWords.Number(unshown)),
                ReportWords.Of("missing.lead", ReportWords.Number(missing))),
        ]);
    }

    private static IEnumerable<Words> More(int count) => count > 0 ? [ReportWords.Of("pager.more", ReportWords.Number(count))] : [];
}
