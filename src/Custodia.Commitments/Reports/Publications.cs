using Custodia.Books;
using Custodia.Commitments.Facts;

namespace Custodia.Commitments.Reports;

/// <summary>A publication as it stands in the book.</summary>
/// <param name="stamp">The entry that recorded it.</param>
/// <param name="report">What was published.</param>
internal sealed class Publication(Stamp stamp, PublishReport report)
{
    /// <summary>The entry that recorded it.</summary>
    public Stamp Stamp { get; } = stamp;

    /// <summary>What was published.</summary>
    public PublishReport Report { get; } = report;

    /// <summary>The entry that withdrew it; past every view where none did.</summary>
    public long WithdrawnBy { get; set; } = long.MaxValue;

    /// <summary>Whether nothing withdrew it.</summary>
    public bool IsStanding => WithdrawnBy == long.MaxValue;
}

/// <summary>Asks which reports were published.</summary>
/// <param name="Day">Until which day; left out: the last that the view counts.</param>
public sealed record PublishedReportsQuery([Meaning("Until which day", "截至日期")] DateOnly? Day = null);

/// <summary>The published reports.</summary>
/// <param name="Rows">The newest last.</param>
public sealed record PublishedReportList(IReadOnlyList<PublishedReport> Rows);

/// <summary>A published report.</summary>
/// <param name="Entry">The entry that recorded it.</param>
/// <param name="IsNational">Whether it is a national progress report.</param>
/// <param name="On">The day on which it was published.</param>
/// <param name="Report">What was published.</param>
public sealed record PublishedReport(long Entry, bool IsNational, DateOnly On, PublishReport Report);

/// <summary>The reports that were published: what they say can be worked out again, and the file compared with its digest.</summary>
public static class Publications
{
    /// <summary>Answers <see cref="PublishedReportsQuery"/>.</summary>
    public static Answer<PublishedReportList> Ask(CommitmentsBook book, PublishedReportsQuery query, View view)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(query);
        var day = query.Day is { } asked && asked < view.AsOf ? asked : view.AsOf;
        return new PublishedReportList(
        [
            .. from known in book.Publications
               where view.Knows(known.Stamp.Sequence) && !view.Knows(known.WithdrawnBy) && known.Report.On <= day
               orderby known.Report.On, known.Stamp.Sequence
               select new PublishedReport(known.Stamp.Sequence, known.Report.Kind is ReportKind.ByDocument or ReportKind.ByTheme,
                   known.Report.On, known.Report),
        ]);
    }
}
