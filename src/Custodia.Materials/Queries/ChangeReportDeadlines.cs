using Custodia.Books;
using Custodia.Materials.Ledger;
using Custodia.Materials.Reports;

namespace Custodia.Materials.Queries;

/// <summary>
/// The deadlines of inventory change reports: of each month, the lines that no prepared report holds yet, and those
/// that
/// one holds.
/// </summary>
internal static class ChangeReportDeadlines
{
    /// <summary>The months of an MBA with changes.</summary>
    public static IEnumerable<DueItem> Of(MbaLedger ledger, DateOnly day, View view)
    {
        var ranges = ReportedRanges(ledger, view);
        var months = new SortedDictionary<DateOnly, Month>();
        var at = 0;
        for (int i = 0, known = Sight.KnownLines(ledger, view); i < known; i++)
        {
            var line = ledger.Lines[i];
            if (line.Kind == LineKind.Initial || DayOf(line) is var established && established > view.AsOf)
                continue;
            while (at < ranges.Count && line.Stamp.Sequence >= ranges[at].Range.First + ranges[at].Range.Count)
                at++;
            var isReported = at < ranges.Count && line.Stamp.Sequence >= ranges[at].Range.First;
            MonthOf(months, DayOf(line)).Add(isReported ? ranges[at].Report : null);
        }

        return months.SelectMany(month => month.Value.Items(ledger.Area.Code, month.Key, day));
    }

    /// <summary>The day that decides in which month a line is reported: a correction is established when it is
    /// recorded.</summary>
    private static DateOnly DayOf(LedgerLine line) => line.Kind is LineKind.Correction or LineKind.Deletion
        ? DateOnly.FromDateTime(line.Stamp.RecordedAt.UtcDateTime)
        : line.Change.Established is { } established && established > line.Change.Date ? established : line.Change.Date;

    private static List<(EntryRange Range, ReportPrepared Report)> ReportedRanges(MbaLedger ledger, View view) =>
    [
        .. from report in ledger.Reports
           where report.Fact.Type == ReportType.Icr && view.Sees(report.Stamp.Sequence, report.Fact.Date)
           from range in report.Fact.Entries
           orderby range.First
           select (range, report.Fact),
    ];

    private static Month MonthOf(SortedDictionary<DateOnly, Month> months, DateOnly day)
    {
        var end = Deadlines.EndOfMonth(day);
        if (!months.TryGetValue(end, out var month))
            months.Add(end, month = new Month());
        return month;
    }

    /// <summary>The lines of one month.</summary>
    private sealed class Month
    {
        private readonly Dictionary<ReportPrepared, int> _reported = new(ReferenceEqualityComparer.Instance);
        private int _waiting;

        public void Add(ReportPrepared? report)
        {
            if (report is null)
                _waiting++;
            else
                _reported[report] = _reported.GetValueOrDefault(report) + 1;
        }

        public IEnumerable<DueItem> Items(string mba, DateOnly end, DateOnly day)
        {
            var first = new DateOnly(end.Year, end.Month, 1);
            var latest = end.AddDays(Deadlines.ReportDays);
            if (_waiting > 0)
                yield return new DueItem(mba, DueKind.InventoryChangeReport, Deadlines.State(day, end, latest), first,
                    end, latest, day.DayNumber - latest.DayNumber, _waiting);
            foreach (var (report, lines) in _reported.OrderBy(pair => pair.Key.Number))
                yield return new DueItem(mba, DueKind.InventoryChangeReport, DueState.Done, first, end, latest,
                    report.Date.DayNumber - latest.DayNumber, lines, report.Number, report.Date);
        }
    }
}
