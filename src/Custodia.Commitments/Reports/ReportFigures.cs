using System.Text.Json;
using Custodia.Books;
using Custodia.Commitments.Indicators;
using Custodia.Commitments.Queries;

namespace Custodia.Commitments.Reports;

/// <summary>
/// All that a report says and that can be proved: the figures of both its days with what they rest on, and how the promises stand.
/// </summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Day">The day whose state of affairs it tells.</param>
/// <param name="KnownAt">Number of the last entry that counts; -1 before the first.</param>
/// <param name="Since">The day with which it compares.</param>
/// <param name="SinceKnownAt">The last entry that counts for that day.</param>
/// <param name="Marking">Id of its marking.</param>
/// <param name="Figures">The indicators on its day, in the order of the catalogue.</param>
/// <param name="Before">The same on the day with which it compares.</param>
/// <param name="Promises">How each promise stands, and each action where it reports on those.</param>
public sealed record ReportFigures(ReportKind Kind, DateOnly Day, long KnownAt, DateOnly Since, long SinceKnownAt, string Marking,
    IReadOnlyList<ReportFigure> Figures, IReadOnlyList<IndicatorValue> Before, IReadOnlyList<ReportStanding> Promises)
{
    /// <summary>The figures of a report, as its reader may see them.</summary>
    /// <returns>The refusals of the report itself, where it is not made.</returns>
    public static Answer<ReportFigures> Ask(CommitmentsBook book, ProgressReportQuery query, View view)
    {
        var made = ProgressReports.Make(book, query, view);
        if (!made.IsGiven)
            return Answer<ReportFigures>.Refuse(made.Refusals);
        var (report, basis) = made.Value;
        var notes = report.Notes.ToDictionary(note => note.Indicator, note => note.Number, StringComparer.Ordinal);
        return new ReportFigures(report.Kind, report.Day, report.KnownAt, report.Since, report.SinceKnownAt, report.Marking.Id,
            [.. basis.Now.Indicators.Select(row => new ReportFigure(row.Value, notes.TryGetValue(row.Indicator.Id, out var note) ? note : null))],
            [.. basis.Then.Indicators.Select(row => row.Value)], Standings(report.Kind, basis.Now, basis.Then));
    }

    /// <summary>How the promises stand if the figures are what they are said to be: by the catalogue and what the State set.</summary>
    /// <param name="book">A book with what the State promised and set of its own.</param>
    public IReadOnlyList<ReportStanding> Judged(CommitmentsBook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        return Standings(Kind, ReportMoment.Given(book, new View(KnownAt + 1, Day), [.. Figures.Select(figure => figure.Value)]),
            ReportMoment.Given(book, new View(SinceKnownAt + 1, Since), Before));
    }

    /// <summary>
    /// Whether a figure is what may be shown of one that was worked out: the whole of it, or what its rule of disclosure leaves.
    /// </summary>
    /// <param name="shown">The figure as it is shown.</param>
    /// <param name="whole">It as it was worked out.</param>
    public bool IsShownOf(IndicatorValue shown, IndicatorValue whole)
    {
        ArgumentNullException.ThrowIfNull(shown);
        ArgumentNullException.ThrowIfNull(whole);
        if (IndicatorCatalogue.Find(whole.Indicator) is not { } indicator)
            return false;
        IndicatorValue[] forms = [whole, Sight.Reduced(whole, indicator)];
        return (ReportMarking.Find(Marking) is { IsPublic: true } ? forms.Select(Public) : forms).Any(form => Text(form) == Text(shown));

        IndicatorValue Public(IndicatorValue form) => ReportMoment.Public(new IndicatorRow(indicator, form));


        static string Text(IndicatorValue value) => JsonSerializer.Serialize(value, FaceJson.Options);
    }

    private static List<ReportStanding> Standings(ReportKind kind, ReportMoment now, ReportMoment then) =>
    [
        .. now.Items.Values.Select(item => new ReportStanding(item.Id, item.Standing, then.Items.GetValueOrDefault(item.Id)?.Standing)),
        .. kind == ReportKind.NptActions
            ? NptSections.Rows(now, then).Select(row => new ReportStanding(row.Id, row.Standing, row.Was))
            : [],
    ];
}

/// <summary>A figure of a report.</summary>
/// <param name="Value">The indicator, as it may be shown.</param>
/// <param name="Note">Number of its note in the report; null where the report counts with it and does not print it.</param>
public sealed record ReportFigure(IndicatorValue Value, int? Note = null);

/// <summary>How a promise or action of a report stands.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Standing">How it stands; null: it is not scored.</param>
/// <param name="Was">How it stood on the day with which is compared.</param>
public sealed record ReportStanding(string Id, Standing? Standing = null, Standing? Was = null);
