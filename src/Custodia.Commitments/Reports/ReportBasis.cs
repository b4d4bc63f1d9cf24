using System.Globalization;
using Custodia.Books;
using Custodia.Commitments.Indicators;
using Custodia.Commitments.Queries;

namespace Custodia.Commitments.Reports;

/// <summary>
/// What a report is made of: promises and indicators on its day and on the day with which it compares, each as the reader of the
/// report may see them. It hands out the numbers of the notes. For one thread.
/// </summary>
internal sealed class ReportBasis
{
    private const int EntriesNamed = 3;
    private readonly List<FigureNote> _notes = [];

    private ReportBasis(ReportMarking marking, ReportMoment now, ReportMoment then) => (Marking, Now, Then) = (marking, now, then);

    /// <summary>The marking.</summary>
    public ReportMarking Marking { get; }

    /// <summary>The day of the report.</summary>
    public ReportMoment Now { get; }

    /// <summary>The day with which it compares.</summary>
    public ReportMoment Then { get; }

    /// <summary>The notes that were handed out.</summary>
    public IReadOnlyList<FigureNote> Notes => _notes;

    /// <summary>The indicators that have a value, or of which at least is known how they stand.</summary>
    public IEnumerable<IndicatorRow> Known => Now.Indicators.Where(row => row.Value.Grade is not null);

    /// <summary>Asks for both days.</summary>
    public static ReportBasis Of(CommitmentsBook book, ReportMarking marking, ReportSpan span) =>
        new(marking, ReportMoment.Of(book, marking, span.Now), ReportMoment.Of(book, marking, span.Then));

    /// <summary>How promises of a group stand.</summary>
    /// <param name="name">The group.</param>
    /// <param name="items">Its promises, those that are not scored among them.</param>
    /// <param name="isTotal">Whether it adds up the others.</param>
    public CountRow Count(Words name, IReadOnlyCollection<WallItem> items, bool isTotal = false) => Count(name,
        items.Select(item => item.Standing), items.Select(StandingThen), isTotal);

    /// <summary>How many stand how.</summary>
    public static CountRow Count(Words name, IEnumerable<Standing?> now, IEnumerable<Standing?> then, bool isTotal = false)
    {
        var all = now.OfType<Standing>().ToList();
        int Of(Standing standing) => all.Count(known => known == standing);
        return new CountRow(name, all.Count - Of(Standing.NotApplicable), Of(Standing.Met), then.Count(was => was == Standing.Met),
            Of(Standing.OnTrack), Of(Standing.OffTrack), Of(Standing.NoEvidence), Of(Standing.Measured), Of(Standing.NotApplicable), isTotal);
    }

    /// <summary>A promise.</summary>
    public PromiseRow Promise(WallItem item) => new(item.Id, new Words(item.TextEn, item.TextZh), item.Standing, item.Grade,
        StandingThen(item), item.Due, item.Indicators ?? []);

    /// <summary>A figure, with a note of its own: once in a report.</summary>
    public FigureRow Figure(IndicatorRow row)
    {
        var (now, then) = (row.Value, Then.Values[row.Indicator.Id]);
        var note = new FigureNote(_notes.Count + 1, now.Indicator, now.AsOf, now.FormulaVersion, now.Asked, now.EntryCount,
            [.. now.Entries.Take(EntriesNamed)], now.Asked.Count == 0 && now.Statement is null, now.Statement, now.Expires);
        _notes.Add(note);
        return new FigureRow(now.Indicator, new Words(row.Indicator.NameEn, row.Indicator.NameZh), now.Value, now.Unit, now.Grade!.Value,
            now.Standing, now.AsOf, new FigureTrend(then.AsOf, Way(then.Value, now.Value), then.Value, then.Standing), note.Number, now.IsReduced);
    }

    // A promise that the State added since was not made then.
    private Standing? StandingThen(WallItem item) => Then.Items.GetValueOrDefault(item.Id)?.Standing;

    private static TrendWay Way(string? then, string? now)
    {
        if (then == now)
            return TrendWay.Same;
        if (then is null)
            return TrendWay.Appeared;
        return decimal.TryParse(then, CultureInfo.InvariantCulture, out var from) && decimal.TryParse(now, CultureInfo.InvariantCulture, out var to)
            ? to > from ? TrendWay.Rose : TrendWay.Fell
            : TrendWay.Changed;
    }
}

/// <summary>Promises and indicators on one day.</summary>
/// <param name="View">From where they are seen.</param>
/// <param name="Wall">The promises, document by document.</param>
/// <param name="Indicators">The indicators, in the order of the catalogue.</param>
internal sealed record ReportMoment(View View, Wall Wall, IReadOnlyList<IndicatorRow> Indicators)
{
    /// <summary>The promises, by id.</summary>
    public IReadOnlyDictionary<string, WallItem> Items { get; } = Wall.Documents.SelectMany(document => document.Items)
        .ToDictionary(item => item.Id, StringComparer.Ordinal);

    /// <summary>The values, by id of the indicator.</summary>
    public IReadOnlyDictionary<string, IndicatorValue> Values { get; } =
        Indicators.ToDictionary(row => row.Indicator.Id, row => row.Value, StringComparer.Ordinal);

    /// <summary>Asks for a day.</summary>
    public static ReportMoment Of(CommitmentsBook book, ReportMarking marking, View view)
    {
        var evaluation = book.Engine.At(view);
        return new ReportMoment(view, Walls.Of(book, view, evaluation),
            [.. Measures.Traced(book, evaluation, view).Select(row => marking.IsPublic ? row with { Value = Public(row) } : row)]);
    }

    /// <summary>A day whose indicators are as somebody says.</summary>
    public static ReportMoment Given(CommitmentsBook book, View view, IReadOnlyList<IndicatorValue> values)
    {
        var evaluation = book.Engine.At(view, values);
        return new ReportMoment(view, Walls.Of(book, view, evaluation),
            [.. IndicatorCatalogue.All.Select(indicator => new IndicatorRow(indicator, evaluation.Of(indicator)))]);
    }

    // What is not open to all is told to the public by its standing alone, and nobody can ask what only some may read.
    internal static IndicatorValue Public(IndicatorRow row)
    {
        var shown = row.Indicator.Disclosure == Disclosure.Open ? row.Value.Value : null;
        return row.Value with
        {
            Value = shown,
            Entries = [],
            Asked = [],
            Parts = null,
            EntryCount = 0,
            EntryDigest = null,
            IsReduced = row.Value.IsReduced || shown != row.Value.Value,
        };
    }
}
