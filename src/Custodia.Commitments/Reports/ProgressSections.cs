using System.Globalization;
using Custodia.Commitments.Queries;

namespace Custodia.Commitments.Reports;

/// <summary>The national progress report: how far the State is with each promise, then the figures on which that rests.</summary>
internal static class ProgressSections
{
    /// <summary>Document by document.</summary>
    public static List<ReportSection> ByDocument(ReportBasis basis, ReportChanges changes)
    {
        List<(Words Name, Words Lead, List<WallItem> Items)> groups =
        [
            .. from document in basis.Now.Wall.Documents
               let name = new Words(document.NameEn, document.NameZh)
               let count = basis.Count(name, document.Items)
               select (name, ReportWords.Of("document.lead", ReportWords.Day(document.Date), ReportWords.Number(count.Met),
                   ReportWords.Number(count.Scored), ReportWords.Day(changes.From), ReportWords.Number(count.MetBefore)), document.Items.ToList()),
        ];
        return Of(basis, changes, ReportWords.Of("column.document"), groups);
    }

    /// <summary>Theme by theme, the promises of all documents together.</summary>
    public static List<ReportSection> ByTheme(ReportBasis basis, ReportChanges changes)
    {
        var items = basis.Now.Items.Values.ToLookup(item => item.Theme, StringComparer.Ordinal);
        List<(Words Name, Words Lead, List<WallItem> Items)> groups =
        [
            .. from theme in Register.Themes
               let count = basis.Count(theme.Name, [.. items[theme.Id]])
               where items[theme.Id].Any()
               select (theme.Name, ReportWords.Of("theme.lead", ReportWords.Number(count.Met), ReportWords.Number(count.Scored),
                   ReportWords.Day(changes.From), ReportWords.Number(count.MetBefore)), items[theme.Id].ToList()),
        ];
        return Of(basis, changes, ReportWords.Of("column.theme"), groups);
    }

    /// <summary>How many promises are met, in a sentence.</summary>
    public static Words Lead(ReportBasis basis)
    {
        var all = basis.Count(ReportWords.Of("total"), [.. basis.Now.Items.Values]);
        var before = ReportBasis.Count(all.Name, basis.Then.Items.Values.Select(item => item.Standing), []);
        var day = ReportWords.Day(basis.Now.View.AsOf);
        return all.Scored == 0
            ? ReportWords.Of("summary.leadNone", day)
            : ReportWords.Of("summary.lead", ReportWords.Number(all.Met), ReportWords.Number(all.Scored), day, Share(all.Met, all.Scored),
                ReportWords.Day(basis.Then.View.AsOf), ReportWords.Number(before.Met), ReportWords.Number(before.Scored));
    }

    /// <summary>How many promises of each document stand how, and of all.</summary>
    public static IReadOnlyList<CountRow> Documents(ReportBasis basis) =>
    [
        .. basis.Now.Wall.Documents.Select(document => basis.Count(new Words(document.NameEn, document.NameZh), [.. document.Items])),
        Total(basis),
    ];

    /// <summary>The figures, each with its note.</summary>
    public static ReportSection Figures(ReportBasis basis, IEnumerable<IndicatorRow> rows, string title = "figures.title")
    {
        List<FigureRow> figures = [.. rows.Select(basis.Figure)];
        return new ReportSection(ReportWords.Of(title),
        [
            figures.Count == 0
                ? ReportWords.Of("figures.none")
                : ReportWords.Of("figures.lead", ReportWords.Day(basis.Now.View.AsOf), ReportWords.Day(basis.Then.View.AsOf)),
        ])
        {
            Figures = figures,
        };
    }

    /// <summary>The indicators without a value, by why they have none.</summary>
    public static ReportSection Missing(ReportBasis basis)
    {
        var missing = basis.Now.Indicators.Where(row => row.Value.Grade is null).ToList();
        return new ReportSection(ReportWords.Of("missing.title"),
            [missing.Count == 0 ? ReportWords.Of("missing.nothing") : ReportWords.Of("missing.lead", ReportWords.Number(missing.Count))])
        {
            Lines =
            [
                .. from row in missing
                   group row by row.Value.Missing into reason
                   orderby reason.Key
                   select ReportWords.Of("line.item", ReportWords.Of(reason.Key), ReportWords.List(reason.Select(row => ReportWords.Of("missing.line",
                       ReportWords.Same(row.Indicator.Id), new Words(row.Indicator.NameEn, row.Indicator.NameZh))))),
            ],
        };
    }

    // The share in percent, written as the values of indicators are.
    private static string Share(int part, int whole) => (part * 100m / whole).ToString("0.###", CultureInfo.InvariantCulture);

    private static CountRow Total(ReportBasis basis) => basis.Count(ReportWords.Of("total"), [.. basis.Now.Items.Values], isTotal: true);

    private static List<ReportSection> Of(ReportBasis basis, ReportChanges changes, Words of,
        List<(Words Name, Words Lead, List<WallItem> Items)> groups) =>
    [
        Summary(basis, of, [.. groups.Select(group => basis.Count(group.Name, group.Items)), Total(basis)]),
        .. groups.Select(group => Group(basis, group.Name, group.Lead, group.Items)),
        ChangeSections.Of(changes),
        Figures(basis, basis.Known),
        Missing(basis),
    ];

    private static ReportSection Summary(ReportBasis basis, Words of, IReadOnlyList<CountRow> counts) => new(ReportWords.Of("summary.title"),
    [
        Lead(basis), ReportWords.Of("summary.noEvidence", ReportWords.Number(counts[^1].NoEvidence)),
        ReportWords.Of("summary.could", ReportWords.Number(basis.Now.Wall.Documents.Sum(document => document.CouldBeMet))),
        ReportWords.Of("summary.rule"),
    ])
    {
        Counts = counts,
        CountsOf = of,
    };

    private static ReportSection Group(ReportBasis basis, Words name, Words lead, List<WallItem> items)
    {
        List<PromiseRow> scored = [.. items.Where(item => item.Standing is not null).Select(basis.Promise)];
        var others = items.Where(item => item.Standing is null).Select(item => item.Id).ToList();
        return new ReportSection(name, scored.Count > 0 ? [lead] : [ReportWords.Of("noneScored")])
        {
            Promises = scored,
            Lines = others.Count > 0 ? [ReportWords.Of("unscored", string.Join(", ", others))] : [],
        };
    }
}
