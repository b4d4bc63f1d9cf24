using Custodia.Books;

namespace Custodia.Commitments.Reports;

/// <summary>Makes reports of what the book answers: nothing in one is typed in.</summary>
public static class ProgressReports
{
    private const string DefaultMarking = "official";

    /// <summary>Answers <see cref="ProgressReportQuery"/>.</summary>
    public static Answer<ProgressReport> Ask(CommitmentsBook book, ProgressReportQuery query, View view)
    {
        var made = Make(book, query, view);
        return made.IsGiven ? made.Value.Report : Answer<ProgressReport>.Refuse(made.Refusals);
    }

    /// <summary>A report, and what it is made of.</summary>
    internal static Answer<(ProgressReport Report, ReportBasis Basis)> Make(CommitmentsBook book, ProgressReportQuery query, View view)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(query);
        if (ReportMarking.Find(query.Marking ?? DefaultMarking) is not { } marking)
            return Refuse([ReportRefusals.MarkingUnknown.In("marking", string.Join(" | ", ReportMarking.All.Select(known => known.Id)),
                query.Marking is { Length: <= 40 } found ? found : null)]);
        var span = ReportSpan.Of(query.Day, query.Since, query.SinceKnownAt, view, "since", "sinceKnownAt");
        if (!span.IsGiven)
            return Refuse(span.Refusals);
        var basis = ReportBasis.Of(book, marking, span.Value);
        var sections = Sections(book, query.Kind, basis, Changes.Between(book, basis));
        return sections.IsGiven
            ? (new ProgressReport(query.Kind, ReportWords.Of("kind", query.Kind), basis.Now.View.AsOf, basis.Now.View.Count - 1,
                basis.Then.View.AsOf, basis.Then.View.Count - 1, marking, sections.Value, basis.Notes), basis)
            : Refuse(sections.Refusals);
    }

    private static Answer<(ProgressReport Report, ReportBasis Basis)> Refuse(IReadOnlyList<Refusal> refusals) =>
        Answer<(ProgressReport Report, ReportBasis Basis)>.Refuse(refusals);

    private static Answer<List<ReportSection>> Sections(CommitmentsBook book, ReportKind kind, ReportBasis basis, ReportChanges changes)
    {
        if (kind == ReportKind.Statement)
            return StatementSections.Of(book, basis, changes);
        return kind switch
        {
            ReportKind.ByDocument => ProgressSections.ByDocument(basis, changes),
            ReportKind.ByTheme => ProgressSections.ByTheme(basis, changes),
            ReportKind.OnePager => OnePagerSections.Of(basis, changes),
            ReportKind.NptActions => NptSections.Of(basis),
            ReportKind.Changes => [ChangeSections.Of(changes)],
            _ => throw new InvalidOperationException("A report of no known kind."),
        };
    }
}
