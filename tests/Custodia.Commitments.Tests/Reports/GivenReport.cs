using System.Net;
using System.Text.RegularExpressions;
using Custodia.Commitments.Facts;
using Custodia.Commitments.Reports;
using Custodia.Commitments.Reports.Rendering;

namespace Custodia.Commitments.Tests.Reports;

/// <summary>A State that did some things, and reports on it.</summary>
internal static partial class GivenReport
{
    public static readonly DateOnly Day = new(2026, 6, 30);
    public static readonly DateOnly Before = new(2012, 3, 27);
    public static readonly ReportFrame Frame = new(new("Zedland & <Sons>", "澤國"), "custodia.invalid/0", new string('5', 64));

    public static ReportKind[] Kinds => Enum.GetValues<ReportKind>();

    /// <summary>Acts, some of them after <see cref="Before"/>; the number of the last entry.</summary>
    public static async Task<long> Acts(StateJournal journal)
    {
        await journal.Act("cppnm", ActType.Accede, "1994-05-12");
        await journal.Act("gicnt", ActType.Join, "2007-10-01");
        await journal.Act("icsant", ActType.Sign, "2006-01-17");
        await journal.Act("cppnm-amendment", ActType.Ratify, "2013-09-02");
        return await journal.Act("psi", ActType.Join, "2014-05-31");
    }

    public static ProgressReport Report(StateJournal journal, ReportKind kind, DateOnly? day = null, DateOnly? since = null,
        string? marking = null) =>
        ProgressReports.Ask(journal.Book, new ProgressReportQuery(kind, day ?? Day, since ?? Before, null, marking), journal.Now).Value!;

    public static ReportFile File(StateJournal journal, ReportKind kind) => new(Frame, Report(journal, kind));

    /// <summary>The text of a page as a reader sees it, without its style sheet.</summary>
    public static string Seen(string html) => WebUtility.HtmlDecode(Tag().Replace(Inline().Replace(Head().Replace(html, ""), ""), "\n"));

    /// <summary>Every number and day of a text, sorted.</summary>
    public static string[] Figures(string text) => [.. Number().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal)];

    [GeneratedRegex("<head>.*?</head>", RegexOptions.Singleline)]
    private static partial Regex Head();

    [GeneratedRegex("</?(?:time|strong|code|a)\\b[^>]*>")]
    private static partial Regex Inline();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\d+(?:[.,:-]\d+)*")]
    private static partial Regex Number();
}
