using Custodia.Books;
using Custodia.Books.Access;
using Custodia.Materials.Ledger;
using Custodia.Materials.Reports;
using Custodia.Materials.Rules;
using Custodia.Materials.Tables;

namespace Custodia.Materials.Queries;

/// <summary>Asks for the reports that were prepared.</summary>
/// <param name="Mba">Only this MBA.</param>
/// <param name="Type">Only this kind.</param>
/// <param name="Page">Page number, from 1.</param>
/// <param name="Size">Rows on a page, at most 5,000.</param>
/// <param name="Sort">Name of a column, turned round by a leading minus; left out: the list's own order.</param>
public sealed record ReportsQuery(
    [Meaning("MBA code", "物料平衡區代碼")] string? Mba = null,
    [Meaning("Kind of report", "報告類別")] ReportType? Type = null,
    [Meaning("Page, from 1", "頁碼，自 1 起")] int Page = 1,
    [Meaning("Rows on a page, at most 5,000", "每頁列數，最多 5,000")] int Size = 100,
    [Meaning("Order: entry, mba, report, kind, period, date, latest, late, entries; -name turns it round", "排序：entry, mba, report, kind, period, date, latest, late, entries；前加 - 為反序")] string? Sort = null);

/// <summary>A prepared report in short.</summary>
/// <param name="Entry">Entry that fixed it.</param>
/// <param name="Mba">MBA code.</param>
/// <param name="Type">Kind.</param>
/// <param name="Number">Its number.</param>
/// <param name="From">First day of its period.</param>
/// <param name="To">Last day.</param>
/// <param name="Date">Date of the report.</param>
/// <param name="Latest">Last day on which it was in time.</param>
/// <param name="DaysLate">Days late; below zero: early.</param>
/// <param name="Entries">How many journal entries it reports.</param>
/// <param name="Dispatched">Day on which it was sent, where it was.</param>
/// <param name="Reference">Letter or message by which it was sent.</param>
public sealed record ReportRow(long Entry, string Mba, ReportType Type, int Number, DateOnly From, DateOnly To,
    DateOnly Date, DateOnly Latest, int DaysLate, long Entries,
    DateOnly? Dispatched, string? Reference);

/// <summary>Asks for the files that were received.</summary>
/// <param name="Page">Page number, from 1.</param>
/// <param name="Size">Rows on a page, at most 5,000.</param>
public sealed record FilesQuery(
    [Meaning("Page, from 1", "頁碼，自 1 起")] int Page = 1,
    [Meaning("Rows on a page, at most 5,000", "每頁列數，最多 5,000")] int Size = 100);

/// <summary>A file that was taken.</summary>
/// <param name="Entry">Its entry.</param>
/// <param name="RecordedAt">When it was recorded (UTC).</param>
/// <param name="Actor">Who recorded it.</param>
/// <param name="File">Name, digest and size.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Recorded">How many of them were recorded.</param>
public sealed record FileEntry(long Entry, DateTimeOffset RecordedAt, string Actor, ReceivedFile File, string Kind,
    int Rows, int Recorded);

/// <summary>Asks for the code tables in force.</summary>
/// <param name="Day">On which day; left out: the last day seen.</param>
public sealed record CodesQuery([Meaning("Day", "日期")] DateOnly? Day = null);

/// <summary>What was recorded besides lines: reports, files, code tables.</summary>
public static class Records
{
    private static readonly Sorting<ReportRow> Orders = new Sorting<ReportRow>()
        .By("entry", row => row.Entry).ByText("mba", row => row.Mba).By("report", row => ((int)row.Type, row.Number))
        .By("kind", row => row.Type).By("period", row => row.To).By("date", row => row.Date)
        .By("latest", row => row.Latest).By("late", row => row.DaysLate).By("entries", row => row.Entries);

    /// <summary>Answers <see cref="ReportsQuery"/>: the newest first where no order is asked for.</summary>
    public static Answer<Page<ReportRow>> Ask(MaterialsBook book, ReportsQuery query, View view)
    {
        if (query.Mba is { } mba && Sight.Mba(book, mba, view) is null)
            return Sight.NoMba(mba);
        if (Paging.Check(query.Page, query.Size) is { } refusal)
            return refusal;
        if (Orders.Check(query.Sort) is { } unknown)
            return unknown;
        var reports = Sight.Mbas(book, query.Mba, view).SelectMany(ledger => ledger.Reports)
            .Where(report => (query.Type is null || query.Type == report.Fact.Type)
                && view.Sees(report.Stamp.Sequence, report.Fact.Date))
            .OrderByDescending(report => report.Stamp.Sequence).ToList();
        return query.Sort is null
            ? Paging.Cut(reports, query.Page, query.Size, report => Row(report, view))
            : Paging.Cut(Orders.Apply(reports.ConvertAll(report => Row(report, view)), query.Sort), query.Page, query.Size, row => row);
    }

    /// <summary>Answers <see cref="FilesQuery"/>: the newest first.</summary>
    public static Answer<Page<FileEntry>> Ask(MaterialsBook book, FilesQuery query, View view)
    {
        if (Paging.Check(query.Page, query.Size) is { } refusal)
            return refusal;
        var known = Sight.Known(book.Files, view, file => file.Stamp.Sequence);
        var shown = book.Files.Take(known).Where(file => IsShown(file.File, view)).Reverse();
        return Paging.Cut([.. shown], query.Page, query.Size, received => new FileEntry(
            received.Stamp.Sequence, received.Stamp.RecordedAt, received.Stamp.Actor, received.File.File,
            received.File.Kind, received.File.Rows, received.File.Recorded));
    }

    /// <summary>Answers <see cref="CodesQuery"/>.</summary>
    public static Answer<CodeTables> Ask(MaterialsBook book, CodesQuery query, View view)
    {
        var day = query.Day ?? view.AsOf;
        return Sight.Tables(book, day, view) is { } tables
            ? tables
            : MaterialsRefusals.TablesMissing.In("day", found: $"{day:yyyy-MM-dd}");
    }

    // A file's name and size may tell of all that it holds.
    private static bool IsShown(FileReceived file, View view) => file.Mbas.Count == 0
        ? view.Covers(Places.State)
        : file.Mbas.All(mba => view.Of(mba) == Visibility.Open);

    private static ReportRow Row(PreparedReport report, View view)
    {
        var fact = report.Fact;
        var sent = report.Dispatched is { } known && view.Knows(known.Stamp.Sequence) ? known.Fact : null;
        var latest = Deadlines.LastDay(fact.Type, fact.To);
        return new ReportRow(report.Stamp.Sequence, fact.Mba, fact.Type, fact.Number, fact.From, fact.To, fact.Date,
            latest, fact.Date.DayNumber - latest.DayNumber, report.Entries,
            sent?.On, sent?.Reference);
    }
}
