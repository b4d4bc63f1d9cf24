using Custodia.Books;
using Custodia.Materials.Ledger;
using Custodia.Materials.Reports;

namespace Custodia.Materials.Queries;

/// <summary>What is due.</summary>
public enum DueKind
{
    /// <summary>Inventory change report of a month (¶63).</summary>
    InventoryChangeReport,

    /// <summary>Physical inventory listing (¶67).</summary>
    PhysicalInventoryListing,

    /// <summary>Material balance report (¶67).</summary>
    MaterialBalanceReport,

    /// <summary>A physical inventory taking.</summary>
    PhysicalInventory,
}

/// <summary>How a deadline stands.</summary>
public enum DueState
{
    /// <summary>Its time has not come: the month, or the twelve months after the last physical inventory, are
    /// running.</summary>
    Ahead,

    /// <summary>It can be done, and there is still time.</summary>
    Due,

    /// <summary>Its last day has gone by.</summary>
    Overdue,

    /// <summary>It was done.</summary>
    Done,
}

/// <summary>Asks what is due.</summary>
/// <param name="Mba">Only this MBA.</param>
/// <param name="IncludeDone">Also what was done, with how late.</param>
/// <param name="Day">Day on which deadlines are judged.</param>
public sealed record DueQuery(
    [Meaning("MBA code", "物料平衡區代碼")] string? Mba = null,
    [Meaning("Also what was done", "包含已完成者")] bool IncludeDone = false,
    [Meaning("Day on which deadlines are judged", "判定期限之日")] DateOnly? Day = null);

/// <summary>Something that is due.</summary>
/// <param name="Mba">MBA code.</param>
/// <param name="Kind">What.</param>
/// <param name="State">How it stands.</param>
/// <param name="From">First day of the period that it concerns.</param>
/// <param name="To">Last day of that period; of a physical inventory, the day by which it is expected.</param>
/// <param name="Latest">Last day on which it is in time.</param>
/// <param name="DaysLate">Days past <paramref name="Latest"/> when it was done, or until now; below zero: days early,
/// or left.</param>
/// <param name="Lines">Ledger lines that wait to be reported; of what was done, that were reported.</param>
/// <param name="Report">Number of the report, where it was done by one.</param>
/// <param name="DoneOn">When it was done.</param>
/// <param name="Entry">The entry that did it, or that it waits for: the first line to be reported, or the last physical inventory.</param>
public sealed record DueItem(string Mba, DueKind Kind, DueState State, DateOnly From, DateOnly To, DateOnly Latest,
    int DaysLate, int Lines = 0, int? Report = null, DateOnly? DoneOn = null, long? Entry = null);

/// <summary>What is due on a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Items">The items, by their last day.</param>
public sealed record DueList(DateOnly Day, IReadOnlyList<DueItem> Items);

/// <summary>
/// The deadlines of Code 3 and 10: an ICR 30 days after the end of the month in which the change occurred or was
/// established;
/// PIL and MBR 30 days after the PIT; a PIT every 12 months, and no later than 14 after the last.
/// </summary>
public static class Deadlines
{
    /// <summary>Days in which a report is to be sent.</summary>
    public const int ReportDays = 30;

    /// <summary>Months after which a physical inventory is expected.</summary>
    public const int InventoryMonths = 12;

    /// <summary>Months after which it is overdue.</summary>
    public const int InventoryMonthsAtMost = 14;

    /// <summary>Answers <see cref="DueQuery"/>.</summary>
    public static Answer<DueList> Ask(MaterialsBook book, DueQuery query, View view)
    {
        if (query.Mba is { } mba && Sight.Mba(book, mba, view) is null)
            return Sight.NoMba(mba);
        var day = Sight.Today(book, query.Day, view);
        return new DueList(day, Items(book, query.Mba, query.IncludeDone, day, view));
    }

    /// <summary>Last day on which a report of a period is in time.</summary>
    public static DateOnly LastDay(ReportType type, DateOnly to) =>
        (type == ReportType.Icr ? EndOfMonth(to) : to).AddDays(ReportDays);

    /// <summary>What is due, by its last day.</summary>
    internal static IReadOnlyList<DueItem> Items(
        MaterialsBook book, string? mba, bool includeDone, DateOnly day, View view) =>
    [
        .. Sight.Mbas(book, mba, view)
            .SelectMany(ledger => includeDone ? All(ledger, day, view) : ledger.NotDone.Of(ledger, day, view))
            .OrderBy(item => item.Latest).ThenBy(item => item.Mba, StringComparer.Ordinal).ThenBy(item => item.Kind),
    ];

    /// <summary>What is not done of what falls due in an MBA.</summary>
    internal static IReadOnlyList<DueItem> NotDone(MbaLedger ledger, DateOnly day, View view) =>
        [.. All(ledger, day, view).Where(item => item.State != DueState.Done)];

    private static IEnumerable<DueItem> All(MbaLedger ledger, DateOnly day, View view) => ChangeReportDeadlines.Of(ledger, day, view)
        .Concat(OfInventories(ledger, day, view)).Concat(NextInventory(ledger, day, view));

    /// <summary>The next physical inventory of an MBA that is in force and has opened its book.</summary>
    internal static IEnumerable<DueItem> NextInventory(MbaLedger ledger, DateOnly day, View view)
    {
        if (Statements.OpeningDay(ledger, view) is not { } last || Sight.LastDay(ledger.End, view) < day)
            yield break;
        var entry = ledger.Opened?.Sequence;
        foreach (var inventory in Known(ledger, view))
            (last, entry) = inventory.Date > last ? (inventory.Date, inventory.TakenAt) : (last, entry);
        var (expected, latest) = (last.AddMonths(InventoryMonths), last.AddMonths(InventoryMonthsAtMost));
        var state = day > latest ? DueState.Overdue : day > expected ? DueState.Due : DueState.Ahead;
        yield return new DueItem(ledger.Area.Code, DueKind.PhysicalInventory, state, last.AddDays(1), expected, latest,
            day.DayNumber - latest.DayNumber, Entry: entry);
    }

    /// <summary>How something stands that is not done.</summary>
    internal static DueState State(DateOnly day, DateOnly to, DateOnly latest) =>
        day > latest ? DueState.Overdue : day > to ? DueState.Due : DueState.Ahead;

    internal static DateOnly EndOfMonth(DateOnly day) =>
        new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));

    private static IEnumerable<PhysicalInventory> Known(MbaLedger ledger, View view) =>
        ledger.Inventories.Where(inventory => inventory.IsKnown(view) && inventory.Date <= view.AsOf);

    private static IEnumerable<DueItem> OfInventories(MbaLedger ledger, DateOnly day, View view) =>
        from inventory in Known(ledger, view)
        from type in new[] { ReportType.Pil, ReportType.Mbr }
        select OfInventory(ledger, inventory, type, day, view);

    private static DueItem OfInventory(MbaLedger ledger, PhysicalInventory inventory, ReportType type, DateOnly day, View view)
    {
        var pit = inventory.Date;
        var kind = type == ReportType.Pil ? DueKind.PhysicalInventoryListing : DueKind.MaterialBalanceReport;
        var latest = LastDay(type, pit);
        var report = ledger.Reports.Find(r =>
            r.Fact.Type == type && r.Fact.To == pit && view.Sees(r.Stamp.Sequence, r.Fact.Date));
        var from = type == ReportType.Pil ? pit : Statements.PeriodOf(ledger, pit, view).From;
        return report is null
            ? new DueItem(ledger.Area.Code, kind, State(day, pit, latest), from, pit, latest,
                day.DayNumber - latest.DayNumber, Entry: inventory.TakenAt)
            : new DueItem(ledger.Area.Code, kind, DueState.Done, from, pit, latest,
                report.Fact.Date.DayNumber - latest.DayNumber, 0, report.Fact.Number, report.Fact.Date, report.Stamp.Sequence);
    }
}
