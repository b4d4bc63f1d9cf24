using Custodia.Commitments.Indicators;

namespace Custodia.Commitments.Reports.Rendering;

/// <summary>
/// Lays a report out in one language. It adds no number and no day: each comes from the record, written once for both languages.
/// </summary>
public sealed class SheetComposer
{
    private const int DigestShown = 16;

    private readonly bool _isChinese;
    private readonly bool _isOfActions;

    private SheetComposer(string language, ReportKind kind) =>
        (_isChinese, _isOfActions) = (language.StartsWith("zh", StringComparison.Ordinal), kind == ReportKind.NptActions);

    /// <summary>The report in a language.</summary>
    public static ReportSheet Of(ProgressReport report, ReportFrame frame, string language)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(language);
        return new SheetComposer(language, report.Kind).Compose(report, frame, language);
    }

    private ReportSheet Compose(ProgressReport report, ReportFrame frame, string language) => new(language, In(frame.State), In(report.Title),
        In(report.Marking.Name), In(ReportWords.Of("frame.position", ReportWords.Entry(report.KnownAt), frame.Root)),
        [
            new(Word("frame.day"), ReportWords.Day(report.Day)), new(Word("frame.since"), ReportWords.Day(report.Since)),
            .. report.SinceKnownAt == report.KnownAt
                ? Array.Empty<SheetFact>()
                : [new(Word("frame.sinceKnownAt"), ReportWords.Entry(report.SinceKnownAt))],
            new(Word("frame.knownAt"), ReportWords.Entry(report.KnownAt)), new(Word("frame.origin"), frame.Origin, IsCode: true),
            new(Word("frame.root"), frame.Root, IsCode: true), new(Word("frame.marking"), In(report.Marking.Name)),
        ],
        [.. report.Sections.Select(Section)], Word("frame.evidence"), [.. report.Notes.Select(Note)], report.Kind == ReportKind.OnePager);

    private SheetSection Section(ReportSection section) => new(In(section.Heading), [.. section.Text.Select(In)],
        [.. new[] { Counts(section), Promises(section.Promises), Changes(section.Changes), Figures(section.Figures) }.OfType<SheetTable>()],
        [.. section.Lines.Select(In)]);

    private SheetTable? Counts(ReportSection section) => section.Counts.Count == 0 ? null : new SheetTable(
        [
            new(In(section.CountsOf!), 34), Number("column.scored"), Number("column.met"), Number("column.metBefore"), Number("column.onTrack"),
            Number("column.offTrack"), Number("column.noEvidence"), Number("column.measured"), Number("column.notApplicable"),
        ],
        [
            .. section.Counts.Select(row => new SheetRow(
            [
                new(In(row.Name)), Cell(row.Scored), Cell(row.Met), Cell(row.MetBefore), Cell(row.OnTrack), Cell(row.OffTrack),
                Cell(row.NoEvidence), Cell(row.Measured), Cell(row.NotApplicable),
            ], row.IsTotal)),
        ]);

    private SheetTable? Promises(IReadOnlyList<PromiseRow> rows)
    {
        var (isAddressed, isDue) = (rows.Any(row => row.Addressee is not null), rows.Any(row => row.Due is not null));
        var hasMoved = rows.Any(row => row.Was != row.Standing);
        return Table(rows,
        [
            (new(Word("column.id"), 13), row => new(row.Id)),
            (new(Word(_isOfActions ? "column.action" : "column.what"), 40), row => new(In(row.Text))),
            .. Only(isAddressed, new(Word("column.addressee"), 16), row => new(row.Addressee is { } to ? In(to) : Word("addressee.all"))),
            (new(Word("column.standing"), 17), row => Stands(row.Standing)),
            .. Only(hasMoved, new(Word("column.was"), 17), row => new(row.Was == row.Standing ? Word("trend.same") : Stands(row.Was).Text)),
            (new(Word("column.grade"), 12), row => new(row.Grade is { } grade ? Short(grade) : "–")),
            .. Only(isDue, new(Word("column.due"), 15), row => new(row.Due is { } due ? ReportWords.Day(due) : "")),
            (new(Word("column.shownBy"), 13), row => new(string.Join(", ", row.Indicators.Select(ShortId)))),
        ]);
    }

    private SheetTable? Figures(IReadOnlyList<FigureRow> rows) => Table(rows,
    [
        (new(Word("column.indicator"), 12), row => new(row.Indicator)),
        (new(Word("column.name"), 28), row => new(In(row.Name))),
        (new(Word("column.value"), 16, true), row => new(In(ReportWords.WithUnit(row.Value, row.Unit)), row.Note, IsStrong: true)),
        (new(Word("column.standing"), 15), row => Stands(row.Standing)),
        (new(Word("column.grade"), 12), row => new(Short(row.Grade))),
        (new(Word("column.date"), 15), row => new(ReportWords.Day(row.Date))),
        (new(Word("column.trend"), 18), row => new(In(Trend(row)))),
    ]);

    private SheetTable? Changes(IReadOnlyList<ChangeRow> rows) => Table(rows,
    [
        (new(Word("column.id"), 12), row => new(row.Id)),
        (new(Word("column.name"), 32), row => new(In(row.Name))),
        (new(Word("column.was"), 16), row => new(In(row.Was))),
        (new(Word("column.now"), 16), row => new(In(row.Now), IsStrong: true)),
        (new(Word("column.why"), 26), row => new(In(ReportWords.List(row.Why)))),
    ]);

    private static SheetTable? Table<T>(IReadOnlyList<T> rows, IReadOnlyList<(SheetColumn Column, Func<T, SheetCell> Cell)> columns) =>
        rows.Count == 0
            ? null
            : new SheetTable([.. columns.Select(column => column.Column)],
                [.. rows.Select(row => new SheetRow([.. columns.Select(column => column.Cell(row))]))]);

    private static (SheetColumn Column, Func<PromiseRow, SheetCell> Cell)[] Only(
        bool isShown, SheetColumn column, Func<PromiseRow, SheetCell> cell) =>
        isShown ? [(column, cell)] : [];

    // A sign before the word, so that a column is read at a glance and without colour.
    private SheetCell Stands(Standing? standing)
    {
        var sign = standing switch
        {
            Standing.Met => "●",
            Standing.OnTrack => "◐",
            Standing.OffTrack => "▲",
            Standing.NoEvidence => "○",
            Standing.Measured => "◆",
            Standing.NotApplicable or null => "–",
            _ => throw new ArgumentOutOfRangeException(nameof(standing)),
        };
        return new SheetCell($"{sign} {In(ReportWords.Of(standing))}", IsStrong: standing == Standing.OffTrack);
    }

    private static Words Trend(FigureRow row)
    {
        var moved = row.Trend.Way switch
        {
            TrendWay.Same => ReportWords.Of("trend.same"),
            TrendWay.Appeared => ReportWords.Of("trend.appeared"),
            TrendWay.Rose or TrendWay.Fell or TrendWay.Changed => ReportWords.Of("trend." + ReportWords.Camel(row.Trend.Way),
                ReportWords.Value(row.Trend.Value)),
            _ => throw new InvalidOperationException("A trend of no known way."),
        };
        return row.Trend.Standing == row.Standing || row.Trend.Way == TrendWay.Appeared
            ? moved
            : ReportWords.Of("trend.standing", moved, ReportWords.Of(row.Trend.Standing));
    }

    private List<SheetRun> Note(FigureNote note)
    {
        var version = note.FormulaVersion?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "–";
        return
        [
            new(In(ReportWords.Of("note.value", note.Indicator, version, ReportWords.Day(note.Date))) + Space),
            .. note.Asked.SelectMany(Asked), new(In(Evidence(note))),
        ];
    }

    // A question is written for programs: it stands in the sentence as it was asked.
    private IEnumerable<SheetRun> Asked(AskedQuestion asked)
    {
        const char Place = '\n';
        var around = In(ReportWords.Of("note.asked", $"{Place}", asked.Digest[..Math.Min(asked.Digest.Length, DigestShown)] + "…")).Split(Place);
        return [new(around[0]), new($"{asked.Query} {asked.Input}", IsCode: true), new(around[1] + Space)];
    }

    private static Words Evidence(FigureNote note) => note switch
    {
        { IsWithheld: true } => ReportWords.Of("note.withheld"),
        { Statement: { } entry, Expires: { } last } =>
            ReportWords.Of(last < note.Date ? "note.expired" : "note.attested", ReportWords.Entry(entry), ReportWords.Day(last)),
        { Statement: { } entry } => ReportWords.Of(note.Asked.Count > 0 ? "note.setAside" : "note.said", ReportWords.Entry(entry)),
        { EntryCount: > 0 } => ReportWords.Of("note.entries", ReportWords.Number(note.EntryCount), Entries(note)),
        _ => ReportWords.Of("note.noEntries"),
    };

    private static string Entries(FigureNote note) =>
        string.Join(", ", note.FirstEntries.Select(ReportWords.Entry)) + (note.EntryCount > note.FirstEntries.Count ? ", …" : "");

    private string Space => _isChinese ? "" : " ";

    private SheetColumn Number(string key) => new(Word(key), 11, IsNumber: true);

    private static SheetCell Cell(int number) => new(ReportWords.Number(number));

    // In its own column the part that all ids have in common says nothing.
    private static string ShortId(string indicator) =>
        indicator.StartsWith("IND-", StringComparison.Ordinal) ? indicator["IND-".Length..] : indicator;

    private string Short(Grade grade) => Word("grade.short." + ReportWords.Camel(grade));

    private string Word(string key) => In(ReportWords.Of(key));

    private string In(Words words) => _isChinese ? words.Zh : words.En;
}
