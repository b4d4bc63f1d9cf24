using Custodia.Books;
using Custodia.Commitments.Indicators;

namespace Custodia.Commitments.Reports;

/// <summary>What a report is for.</summary>
public enum ReportKind
{
    /// <summary>National progress, document by document.</summary>
    ByDocument,

    /// <summary>National progress, theme by theme.</summary>
    ByTheme,

    /// <summary>A statement to be made at a conference.</summary>
    Statement,

    /// <summary>One page for a minister.</summary>
    OnePager,

    /// <summary>The 64 actions of the 2010 Review Conference of the NPT.</summary>
    NptActions,

    /// <summary>What changed since a day, with the reasons.</summary>
    Changes,
}

/// <summary>How a report is marked on each page.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">As it stands on the page.</param>
/// <param name="IsPublic">Whether anybody may read it: then of what is not open to all only the standing is shown.</param>
public sealed record ReportMarking(string Id, Words Name, bool IsPublic)
{
    /// <summary>The markings.</summary>
    public static IReadOnlyList<ReportMarking> All { get; } = [Of("public", true), Of("official", false), Of("restricted", false)];

    /// <summary>The marking of that id, or <c>null</c>.</summary>
    public static ReportMarking? Find(string id) => All.FirstOrDefault(known => known.Id == id);

    private static ReportMarking Of(string id, bool isPublic) => new(id, ReportWords.Of("marking." + id), isPublic);
}

/// <summary>
/// A report as it is worked out of the books, in both languages: the one record of which every form of it is made. The same day
/// and entry give the same record for ever.
/// </summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Title">Its title.</param>
/// <param name="Day">The day whose state of affairs it tells.</param>
/// <param name="KnownAt">Number of the last entry that counts; -1 before the first.</param>
/// <param name="Since">The day with which it compares.</param>
/// <param name="SinceKnownAt">The last entry that counts for that day.</param>
/// <param name="Marking">How it is marked.</param>
/// <param name="Sections">Its sections.</param>
/// <param name="Notes">On what its figures rest, by the numbers that stand at the figures.</param>
public sealed record ProgressReport(ReportKind Kind, Words Title, DateOnly Day, long KnownAt, DateOnly Since, long SinceKnownAt,
    ReportMarking Marking, IReadOnlyList<ReportSection> Sections, IReadOnlyList<FigureNote> Notes);

/// <summary>A section of a report. What it has none of is empty.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Text">Paragraphs.</param>
public sealed record ReportSection(Words Heading, IReadOnlyList<Words> Text)
{
    /// <summary>How many promises stand how, group by group.</summary>
    public IReadOnlyList<CountRow> Counts { get; init; } = [];

    /// <summary>Heading of the column that names the groups.</summary>
    public Words? CountsOf { get; init; }

    /// <summary>Promises, or actions, with how they stand.</summary>
    public IReadOnlyList<PromiseRow> Promises { get; init; } = [];

    /// <summary>Figures.</summary>
    public IReadOnlyList<FigureRow> Figures { get; init; } = [];

    /// <summary>What changed.</summary>
    public IReadOnlyList<ChangeRow> Changes { get; init; } = [];

    /// <summary>Short lines.</summary>
    public IReadOnlyList<Words> Lines { get; init; } = [];
}

/// <summary>How many promises of a group stand how.</summary>
/// <param name="Name">The group.</param>
/// <param name="Scored">Those that count: all but what only welcomes or notes, or does not apply.</param>
/// <param name="Met">Of them met.</param>
/// <param name="MetBefore">Of them met on the day with which is compared.</param>
/// <param name="OnTrack">On their way.</param>
/// <param name="OffTrack">Off it.</param>
/// <param name="NoEvidence">Of which nothing shows how they stand.</param>
/// <param name="Measured">Measured, without a threshold.</param>
/// <param name="NotApplicable">That do not apply.</param>
/// <param name="IsTotal">Whether it adds up the others.</param>
public sealed record CountRow(Words Name, int Scored, int Met, int MetBefore, int OnTrack, int OffTrack, int NoEvidence, int Measured,
    int NotApplicable, bool IsTotal = false);

/// <summary>A promise or action.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Text">What it says.</param>
/// <param name="Standing">How it stands; null: it is not scored.</param>
/// <param name="Grade">The weakest grade on which that rests.</param>
/// <param name="Was">How it stood on the day with which is compared.</param>
/// <param name="Due">The last day of its target, where it has one.</param>
/// <param name="Indicators">Ids of the indicators that show it.</param>
/// <param name="Addressee">To whom it is addressed, where that is not every State.</param>
public sealed record PromiseRow(string Id, Words Text, Standing? Standing, Grade? Grade, Standing? Was, DateOnly? Due,
    IReadOnlyList<string> Indicators, Words? Addressee = null);

/// <summary>A figure with what it rests on.</summary>
/// <param name="Indicator">Id of the indicator.</param>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value, as it may be shown to the reader of the report.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Grade">On what it rests.</param>
/// <param name="Standing">How it stands.</param>
/// <param name="Date">The day on which it is worked out.</param>
/// <param name="Trend">How it moved.</param>
/// <param name="Note">Number of the note that names its evidence.</param>
/// <param name="IsReduced">Whether less is shown than was worked out.</param>
public sealed record FigureRow(string Indicator, Words Name, string? Value, string? Unit, Grade Grade, Standing Standing, DateOnly Date,
    FigureTrend Trend, int Note, bool IsReduced);

/// <summary>How a figure moved.</summary>
public enum TrendWay
{
    /// <summary>It did not.</summary>
    Same,

    /// <summary>It rose.</summary>
    Rose,

    /// <summary>It fell.</summary>
    Fell,

    /// <summary>It changed, and is no number.</summary>
    Changed,

    /// <summary>It had no value before.</summary>
    Appeared,
}

/// <summary>How a figure moved since a day.</summary>
/// <param name="Since">The day.</param>
/// <param name="Way">Which way.</param>
/// <param name="Value">Its value then.</param>
/// <param name="Standing">How it stood then.</param>
public sealed record FigureTrend(DateOnly Since, TrendWay Way, string? Value, Standing Standing);

/// <summary>The footnote of a figure: what was asked for it, and on which entries it rests.</summary>
/// <param name="Number">Its number in the report, from 1.</param>
/// <param name="Indicator">Id of the indicator.</param>
/// <param name="Date">The day.</param>
/// <param name="FormulaVersion">Version of the formula; null where none is declared.</param>
/// <param name="Asked">What was asked; empty where the reader of the report may not know.</param>
/// <param name="EntryCount">On how many entries it rests, as far as they are named.</param>
/// <param name="FirstEntries">The first of them.</param>
/// <param name="IsWithheld">Whether its evidence is open only to those who may read it.</param>
/// <param name="Statement">The entry of what was stated, where it rests on that or does not apply because of it.</param>
/// <param name="Expires">The last day on which the statement counts.</param>
public sealed record FigureNote(int Number, string Indicator, DateOnly Date, int? FormulaVersion, IReadOnlyList<AskedQuestion> Asked,
    int EntryCount, IReadOnlyList<long> FirstEntries, bool IsWithheld, long? Statement = null, DateOnly? Expires = null);

/// <summary>Something that changed.</summary>
/// <param name="Id">Id of the promise or indicator.</param>
/// <param name="Name">What it is.</param>
/// <param name="Was">How it was.</param>
/// <param name="Now">How it is.</param>
/// <param name="Why">Why, reason by reason.</param>
public sealed record ChangeRow(string Id, Words Name, Words Was, Words Now, IReadOnlyList<Words> Why);

/// <summary>Asks for a report.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Day">The day whose state of affairs it tells; left out: that of the view, where it has one.</param>
/// <param name="Since">The day with which it compares; left out: a year before.</param>
/// <param name="SinceKnownAt">The last entry that counts for that day; left out: the same as for the report.</param>
/// <param name="Marking">Id of its marking; left out: for official use.</param>
public sealed record ProgressReportQuery(
    [Meaning("What it is for", "報告種類")] ReportKind Kind,
    [Meaning("Day whose state of affairs it tells", "基準日")] DateOnly? Day = null,
    [Meaning("Day with which it compares; a year before where it is left out", "比較日；未填為一年前")] DateOnly? Since = null,
    [Meaning("Last entry that counts for the day with which it compares", "比較日計入之最後分錄")] long? SinceKnownAt = null,
    [Meaning("Marking: public, official or restricted", "標示：public、official 或 restricted")] string? Marking = null);
