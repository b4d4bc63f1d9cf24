using Custodia.Books;
using Custodia.Materials.Ledger;

namespace Custodia.Materials.Queries;

/// <summary>
/// The deadlines of inventory change reports: of each month, the lines that no prepared report holds yet, and those that one
/// holds.
/// </summary>
internal static class ChangeReportDeadlines
{
    /// <summary>The months of an MBA with changes.</summary>
    public static IEnumerable<DueItem> Of(MbaLedger ledger, DateOnly day, View view)
    {
        var reported = Reported(ledger, view);
        var months = new SortedDictionary<DateOnly, Month>();
        var days = ledger.Days[..Sight.KnownLines(ledger, view)];
        var (at, last, month, until) = (0, view.AsOf.DayNumber, (Month?)null, (From: 0, To: -1));
        for (var i = 0; i < days.Length; i++)
        {
            var established = days[i].Established;
            if (established > last || established == int.MaxValue)
                continue;
            while (at < reported.Count && i >= reported[at].End)
                at++;
            var isReported = at < reported.Count && i >= reported[at].First;
            // Most lines are plain: to ask their days alone spares a walk to each of them.
            if (!isReported && !days[i].IsPlain && !Waits(ledger, ledger.Lines[i], reported, view))
                continue;
            // Lines stand by entry, so most are of the month of the line before.
            if (established < until.From || established > until.To)
                (month, until) = MonthOf(months, DateOnly.FromDayNumber(established));
            if (isReported)
                month!.Add(reported[at].Report);
            else
                month!.Wait(ledger, i);
        }

        return months.SelectMany(found => found.Value.Items(ledger.Area.Code, found.Key, day));
    }

    /// <summary>
    /// Whether a line that is in no report will come into one: not where another took its place before, nor, of a deletion,
    /// where what it deletes was never reported.
    /// </summary>
    private static bool Waits(
        MbaLedger ledger, LedgerLine line, List<(int First, int End, PreparedReport Report)> reported, View view)
    {
        if (view.Knows(line.CorrectedBy))
            return false;
        if (line.Kind != LineKind.Deletion)
            return true;
        for (var corrects = line.Corrects; corrects is { } entry; corrects = ledger.LineOf(entry)?.Corrects)
        {
            if (reported.Exists(lines => lines.Report.Fact.Entries.Any(range => entry >= range.First && entry < range.First + range.Count)))
                return true;
        }

        return false;
    }

    private static List<(int First, int End, PreparedReport Report)> Reported(MbaLedger ledger, View view) =>
    [
        .. from report in ledger.Reports
           where view.Sees(report.Stamp.Sequence, report.Fact.Date)
           from lines in report.Lines
           orderby lines.First
           select (lines.First, lines.End, report),
    ];

    private static (Month Month, (int From, int To) Days) MonthOf(SortedDictionary<DateOnly, Month> months, DateOnly day)
    {
        var end = Deadlines.EndOfMonth(day);
        if (!months.TryGetValue(end, out var month))
            months.Add(end, month = new Month());
        return (month, (new DateOnly(end.Year, end.Month, 1).DayNumber, end.DayNumber));
    }

    /// <summary>The lines of one month.</summary>
    private sealed class Month
    {
        private readonly List<(PreparedReport Report, int Lines)> _reported = [];
        private int _waiting;
        private long _first;

        public void Wait(MbaLedger ledger, int line)
        {
            if (_waiting++ == 0)
                _first = ledger.Lines[line].Stamp.Sequence;
        }

        public void Add(PreparedReport report)
        {
            if (_reported.FindIndex(known => ReferenceEquals(known.Report, report)) is >= 0 and var at)
                _reported[at] = (report, _reported[at].Lines + 1);
            else
                _reported.Add((report, 1));
        }

        public IEnumerable<DueItem> Items(string mba, DateOnly end, DateOnly day)
        {
            var first = new DateOnly(end.Year, end.Month, 1);
            var latest = end.AddDays(Deadlines.ReportDays);
            if (_waiting > 0)
                yield return new DueItem(mba, DueKind.InventoryChangeReport, Deadlines.State(day, end, latest), first,
                    end, latest, day.DayNumber - latest.DayNumber, _waiting, Entry: _first);
            foreach (var (report, lines) in _reported.OrderBy(known => known.Report.Fact.Number))
                yield return new DueItem(mba, DueKind.InventoryChangeReport, DueState.Done, first, end, latest,
                    report.Fact.Date.DayNumber - latest.DayNumber, lines, report.Fact.Number, report.Fact.Date, report.Stamp.Sequence);
        }
    }
}
