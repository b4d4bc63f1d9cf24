using Custodia.Commitments.Reports;
using Custodia.Server.Language;
using Microsoft.Extensions.Localization;
using Column = Custodia.Server.Components.Tables.TableColumn<Custodia.Commitments.Reports.PublishedReport>;

namespace Custodia.Server.Components.Tables;

/// <summary>The progress reports that were published, the newest first.</summary>
internal static class PublicationTable
{
    public static Table<PublishedReport> Table { get; } = CooperationTables.Of<PublishedReportsQuery, PublishedReportList, PublishedReport>(
        "published-reports", text => text["ProgressReports.Published"], "published-reports", (_, _) => new PublishedReportsQuery(),
        list => [.. list.Rows.Reverse()], row => [KindOf(row), row.Report.Digest],
        [
            Column.Of("on", text => text["ProgressReports.On"], row => TableValue.Of(row.On)),
            Column.Of("kind", text => text["ProgressReports.Kind"], row => TableValue.Of(KindOf(row))),
            Column.Of("date", text => text["Column.Date"], row => TableValue.Of(row.Report.Day)),
            Column.Entry("knownAt", text => text["ProgressReports.KnownAt"], row => row.Report.KnownAt),
            Column.Of("format", text => text["ProgressReports.Format"], row => TableValue.Of(NameOf(row.Report.Format))),
            new("language", text => text["ProgressReports.Language"], (row, text) => TableValue.Of(NameOf(row.Report.Language, text))),
            Column.Of("digest", text => text["ProgressReports.Digest"], row => TableValue.Of(row.Report.Digest)).Unordered(),
            Column.Entry("entry", text => text["Column.Entry"], row => row.Entry),
        ]);

    /// <summary>The name of a form.</summary>
    public static string NameOf(ReportFormat format) => format.ToString().ToUpperInvariant();

    /// <summary>The name of a report's language.</summary>
    public static string NameOf(ReportLanguage language, IStringLocalizer<Text> text) => language switch
    {
        ReportLanguage.En => text["ProgressReports.English"],
        ReportLanguage.Zh => text["ProgressReports.Chinese"],
        ReportLanguage.Both => text["ProgressReports.Both"],
        _ => throw new ArgumentOutOfRangeException(nameof(language)),
    };

    private static string KindOf(PublishedReport row) => CommitmentsWording.Of(ReportWords.Of("kind", row.Report.Kind));
}
