using Custodia.Books;

namespace Custodia.Commitments.Law;

/// <summary>Asks which duties national law carries out.</summary>
/// <param name="Instrument">Only those of this instrument, resolution or circular.</param>
/// <param name="Day">On which day; left out: that of the view, where it has one.</param>
public sealed record CoverageQuery(
    [Meaning("Only of this instrument, resolution or circular, such as icsant", "僅此文書、決議或通告，如 icsant")] string? Instrument = null,
    [Meaning("On which day", "日期")] DateOnly? Day = null);

/// <summary>What lays a duty on a State.</summary>
public enum DutySource
{
    /// <summary>A treaty, agreement or code.</summary>
    Instrument,

    /// <summary>A resolution of the Security Council.</summary>
    Resolution,

    /// <summary>A joint statement opened by circular.</summary>
    Circular,
}

/// <summary>Which duties national law carries out on a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Rows">What lays duties on a State, in the order of the register.</param>
public sealed record CoverageList(DateOnly Day, IReadOnlyList<CoverageRow> Rows);

/// <summary>The duties of one instrument, resolution or circular.</summary>
/// <param name="Instrument">Its id.</param>
/// <param name="Source">What it is.</param>
/// <param name="NameEn">Name in English.</param>
/// <param name="NameZh">Name in Chinese.</param>
/// <param name="IsOpen">Whether it is an instrument that is in force or applied, and that any State may join.</param>
/// <param name="Duties">How many duties it has; those of nuclear-weapon States alone are left out.</param>
/// <param name="Covered">Of those, how many have a clause in force.</param>
/// <param name="Evidenced">Of those, how many have a measure or a clause in force, with evidence.</param>
/// <param name="Lines">The duties.</param>
public sealed record CoverageRow(string Instrument, DutySource Source, string NameEn, string NameZh, bool IsOpen, int Duties, int Covered,
    int Evidenced, IReadOnlyList<DutyLine> Lines);

/// <summary>A duty and what carries it out.</summary>
/// <param name="Duty">Its id.</param>
/// <param name="Article">The article or operative paragraph.</param>
/// <param name="TextEn">What is to be done, in English.</param>
/// <param name="TextZh">What is to be done, in Chinese.</param>
/// <param name="IsCovered">Whether a clause in force carries it out.</param>
/// <param name="IsEvidenced">Whether a measure or a clause in force carries it out, with evidence.</param>
/// <param name="Clauses">The clauses to which it is mapped.</param>
/// <param name="Measures">The measures that are in place.</param>
/// <param name="EvidencedBy">The entries of those measures, and of the clauses in force, that have evidence.</param>
public sealed record DutyLine(string Duty, string Article, string TextEn, string TextZh, bool IsCovered, bool IsEvidenced,
    IReadOnlyList<MappedClause> Clauses, IReadOnlyList<MeasureRow> Measures, IReadOnlyList<long> EvidencedBy);

/// <summary>A clause to which a duty is mapped.</summary>
/// <param name="Law">Id of its act, regulation or standard.</param>
/// <param name="Clause">Its number.</param>
/// <param name="IsInForce">Whether it is in force; if not, it carries nothing out.</param>
/// <param name="TextEn">What it says, in English.</param>
/// <param name="TextZh">What it says, in Chinese.</param>
/// <param name="PenaltyEn">The penalty in English.</param>
/// <param name="PenaltyZh">The penalty in Chinese.</param>
/// <param name="Control">Id of the control that puts it into practice.</param>
/// <param name="Evidence">What shows it; null: nothing does.</param>
/// <param name="Entry">The entry that mapped it.</param>
public sealed record MappedClause(string Law, string Clause, bool IsInForce, string? TextEn, string? TextZh, string? PenaltyEn,
    string? PenaltyZh, string? Control, Evidence? Evidence, long Entry);

/// <summary>A measure that is in place.</summary>
/// <param name="MeasureEn">What is done, in English.</param>
/// <param name="MeasureZh">What is done, in Chinese.</param>
/// <param name="From">Since when.</param>
/// <param name="Law">The act, regulation or standard that provides for it.</param>
/// <param name="Clause">Its clause.</param>
/// <param name="Evidence">What shows it.</param>
/// <param name="Entry">The entry that recorded it.</param>
public sealed record MeasureRow(string MeasureEn, string MeasureZh, DateOnly From, string? Law, string? Clause, Evidence Evidence, long Entry);

/// <summary>What shows something: a document by its SHA-256, or an entry of the journal.</summary>
/// <param name="Document">The document.</param>
/// <param name="Sha256">Its SHA-256.</param>
/// <param name="Entry">The entry.</param>
public sealed record Evidence(string? Document, string? Sha256, long? Entry)
{
    /// <summary>As it was recorded; <c>null</c> where nothing was.</summary>
    internal static Evidence? Of(string? document, string? sha256, long? entry) =>
        document is null && entry is null ? null : new(document, sha256, entry);
}

/// <summary>Answers which duties national law carries out, clause by clause.</summary>
public static class Coverage
{
    private static readonly IReadOnlyList<(string Id, DutySource Source, Words Name, bool IsOpen, IReadOnlyList<Duty> Duties)> All =
    [
        .. from found in Register.Instruments
           let duties = OfState(found.Duties)
           where duties.Count > 0
           select (found.Id, DutySource.Instrument, found.Title, IsOpen(found), duties),
        .. from found in Register.Resolutions
           let duties = OfState(found.Duties)
           where duties.Count > 0
           select (found.Id, DutySource.Resolution, Name(found), false, duties),
        .. from found in Register.Circulars
           let duties = OfState(found.Duties)
           where duties.Count > 0
           select (found.Id, DutySource.Circular, found.Name, false, duties),
    ];

    /// <summary>Answers <see cref="CoverageQuery"/>.</summary>
    public static Answer<CoverageList> Ask(LawBook book, CoverageQuery query, View view)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(query);
        if (query.Instrument is { } id && All.All(known => known.Id != id))
            return LawRefusals.InstrumentUnknown.In("instrument", found: id.Length <= 40 ? id : null);
        return LawDay.On<CoverageList>(query.Day, view, day =>
        {
            var standing = new DutyStanding(book, day, view);
            return new CoverageList(day,
            [
                .. from found in All
                   where query.Instrument is null || query.Instrument == found.Id
                   let lines = found.Duties.Select(standing.Line).ToList()
                   select new CoverageRow(found.Id, found.Source, found.Name.En, found.Name.Zh, found.IsOpen, lines.Count,
                       lines.Count(line => line.IsCovered), lines.Count(line => line.IsEvidenced), lines),
            ]);
        });
    }

    // Duties of the five nuclear-weapon States are not those of the State that keeps this book.
    private static List<Duty> OfState(IReadOnlyList<Duty> duties) =>
        [.. duties.Where(duty => duty.Addressee is not (Addressee.NuclearWeaponStates or Addressee.RussiaAndUnitedStates))];

    private static bool IsOpen(Instrument instrument) => instrument.States.Count == 0
        && instrument.Status is InstrumentStatus.InForce or InstrumentStatus.NonBinding;

    private static Words Name(Resolution resolution) => new(
        FormattableString.Invariant($"Resolution {resolution.Number}: {resolution.Topic.En}"),
        FormattableString.Invariant($"第 {resolution.Number} 號決議：{resolution.Topic.Zh}"));
}

/// <summary>What carries each duty out on a day, as a view knows it.</summary>
internal sealed class DutyStanding
{
    private readonly DateOnly _day;
    private readonly View _view;
    private readonly ILookup<string, Mapping> _mappings;
    private readonly ILookup<string, Measure> _measures;

    public DutyStanding(LawBook book, DateOnly day, View view)
    {
        (_day, _view) = (day, view);
        _mappings = book.Mappings.Where(mapping => mapping.Holds(day, view)).ToLookup(mapping => mapping.Duty.Duty, StringComparer.Ordinal);
        _measures = book.Measures.Where(measure => measure.Holds(day, view)).ToLookup(measure => measure.What.Duty, StringComparer.Ordinal);
    }

    /// <summary>A duty with what carries it out.</summary>
    public DutyLine Line(Duty duty)
    {
        var (clauses, measures) = (Clauses(duty.Id), _measures[duty.Id].Select(Row).ToList());
        List<long> shown =
        [
            .. clauses.Where(clause => clause is { IsInForce: true, Evidence: not null }).Select(clause => clause.Entry),
            .. measures.Select(measure => measure.Entry),
        ];
        return new DutyLine(duty.Id, duty.Article, duty.Text.En, duty.Text.Zh, clauses.Exists(clause => clause.IsInForce), shown.Count > 0,
            clauses, measures, shown);
    }

    /// <summary>The clauses to which a duty is mapped.</summary>
    public List<MappedClause> Clauses(string duty) => [.. _mappings[duty].Select(Row)];

    private MappedClause Row(Mapping mapping)
    {
        var terms = mapping.Clause.Terms.At(_day, _view)?.Value;
        return new MappedClause(mapping.Duty.Law, mapping.Duty.Clause, mapping.Clause.IsInForce(_day, _view), terms?.TextEn, terms?.TextZh,
            terms?.PenaltyEn, terms?.PenaltyZh, mapping.Duty.Control,
            Evidence.Of(mapping.Duty.Document, mapping.Duty.Sha256, mapping.Duty.Entry), mapping.Stamp.Sequence);
    }

    private static MeasureRow Row(Measure measure)
    {
        var what = measure.What;
        return new MeasureRow(what.MeasureEn, what.MeasureZh, what.From, what.Law, what.Clause,
            new Evidence(what.Document, what.Sha256, what.Entry), measure.Stamp.Sequence);
    }
}
