namespace Custodia.Commitments.Reports;

/// <summary>What changed, as a section of a report.</summary>
internal static class ChangeSections
{
    /// <summary>The section.</summary>
    public static ReportSection Of(ReportChanges changes)
    {
        var isNone = changes.Promises.Count + changes.Indicators.Count == 0;
        return new ReportSection(ReportWords.Of("changes.title", ReportWords.Day(changes.From)),
        [
            ReportWords.Of("changes.lead", ReportWords.Day(changes.From), ReportWords.Entry(changes.FromKnownAt), ReportWords.Day(changes.Day),
                ReportWords.Entry(changes.KnownAt), ReportWords.Number(changes.Promises.Count), ReportWords.Number(changes.Indicators.Count)),
            .. isNone ? [ReportWords.Of("changes.none")] : Array.Empty<Words>(),
        ])
        {
            Changes = [.. changes.Promises.Select(change => Row(change, changes.Indicators)), .. changes.Indicators.Select(Row)],
        };
    }

    private static ChangeRow Row(PromiseChange change, IReadOnlyList<IndicatorChange> indicators) => new(change.Id, change.Text,
        Stands(change.Was, change.WasGrade), Stands(change.Now, change.NowGrade),
        [.. indicators.Where(found => change.Because.Contains(found.Id)).Select(found => ReportWords.Same(found.Id))]);

    private static ChangeRow Row(IndicatorChange change) => new(change.Id, change.Name, Value(change.Was, change.WasStanding, change.Unit),
        Value(change.Now, change.NowStanding, change.Unit), [.. change.Reasons.Select(reason => reason.Text)]);

    private static Words Stands(Indicators.Standing? standing, Indicators.Grade? grade) => grade is { } known
        ? ReportWords.Of("missing.line", ReportWords.Of(standing), ReportWords.Of("grade.short", known))
        : ReportWords.Of(standing);

    private static Words Value(string? value, Indicators.Standing standing, string? unit) => value is null
        ? ReportWords.Of(standing)
        : ReportWords.Of("missing.line", ReportWords.WithUnit(value, unit), ReportWords.Of(standing));
}
