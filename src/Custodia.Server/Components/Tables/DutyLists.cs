using Custodia.Books;
using Custodia.Commitments.Law;
using Custodia.Server.Language;
using Column = Custodia.Server.Components.Tables.TableColumn<Custodia.Commitments.Law.CoverageRow>;
using DutyColumn = Custodia.Server.Components.Tables.TableColumn<Custodia.Commitments.Law.DutyLine>;
using OffenceColumn = Custodia.Server.Components.Tables.TableColumn<Custodia.Commitments.Law.OffenceRow>;

namespace Custodia.Server.Components.Tables;

/// <summary>How many duties of each instrument have a clause.</summary>
internal static class CoverageTable
{
    public static Table<CoverageRow> Table { get; } = new("coverage", text => text["Law.Coverage"], "coverage")
    {
        Size = 25,
        Filters =
        [
            new("source", text => text["Column.Kind"], TableFilterSort.Choice)
            {
                Choices = (_, _, _) => TableChoice.Of<DutySource>(LawWording.Of),
            },
            new("gaps", text => text["Law.OnlyGaps"], TableFilterSort.Tick),
        ],
        Columns =
        [
            Column.Of("instrument", text => text["Law.Instrument"], row => TableValue.Of(Wording.Name(row.NameEn, row.NameZh))),
            Column.Of("source", text => text["Column.Kind"], row => TableValue.Of(LawWording.Of(row.Source))),
            Column.Number("duties", text => text["Law.Duties"], row => row.Duties),
            Column.Number("covered", text => text["Law.WithClause"], row => row.Covered),
            Column.Number("gaps", text => text["Law.Gaps"], row => row.Duties - row.Covered),
            Column.Number("evidenced", text => text["Law.WithEvidence"], row => row.Evidenced),
            Column.Number("share", text => text["Law.Share"], row => row.Duties == 0 ? null : row.Covered * 100m / row.Duties,
                text => text["Unit.Percent"]) with { Format = "0.#" },
        ],
        Ask = (desk, question, text) =>
        {
            var answer = desk.Ask<CoverageQuery, CoverageList>(new CoverageQuery(null, question.DayOn(desk)), question.View);
            return answer.IsGiven
                ? Table!.Cut(answer.Value.Rows.Where(row => Matches(row, question)), question, text)
                : Answer<TablePage<CoverageRow>>.Refuse(answer.Refusals);
        },
    };

    private static bool Matches(CoverageRow row, TableQuestion question) =>
        (question.Choice<DutySource>("source") is not { } source || row.Source == source)
        && (!question.Has("gaps") || row.Covered < row.Duties);
}

/// <summary>The duties of one instrument, and what carries each out.</summary>
internal static class DutyTable
{
    public static Table<DutyLine> Table { get; } = new("duties", text => text["Law.Duties"], "coverage")
    {
        Scope = ["instrument"],
        Filters = [new("gaps", text => text["Law.OnlyGaps"], TableFilterSort.Tick)],
        Columns =
        [
            DutyColumn.Of("duty", text => text["Law.Duty"], row => TableValue.Of(row.Duty)).Unordered(),
            DutyColumn.Of("text", text => text["Law.Asks"], row => TableValue.Of(Wording.Name(row.TextEn, row.TextZh))).Unordered(),
            new("covered", text => text["Law.Coverage"], (row, text) => TableValue.Of(Standing(row, text))),
            DutyColumn.Of("clauses", text => text["Law.Clauses"], row => TableValue.Of(string.Join(' ',
                row.Clauses.Select(clause => $"{clause.Law} {clause.Clause}")))).Unordered(),
            DutyColumn.Of("controls", text => text["Law.Control"], row => TableValue.Of(string.Join(' ',
                row.Clauses.Select(clause => clause.Control).OfType<string>().Distinct()))).Unordered(),
            DutyColumn.Of("evidence", text => text["Law.Evidence"], row => TableValue.Of(string.Join(' ', Shown(row)))).Unordered(),
            DutyColumn.Of("measures", text => text["Law.Measures"], row => TableValue.Of(string.Join(' ',
                row.Measures.Select(measure => Wording.Name(measure.MeasureEn, measure.MeasureZh))))).Unordered(),
        ],
        Ask = (desk, question, text) =>
        {
            var answer = desk.Ask<CoverageQuery, CoverageList>(
                new CoverageQuery(question["instrument"] ?? "", question.DayOn(desk)), question.View);
            return answer.IsGiven
                ? Table!.Cut(answer.Value.Rows[0].Lines.Where(row => !question.Has("gaps") || !row.IsCovered), question, text)
                : Answer<TablePage<DutyLine>>.Refuse(answer.Refusals);
        },
    };

    /// <summary>How a duty stands: by a clause, by a measure alone, or a gap.</summary>
    public static string Standing(DutyLine row, Microsoft.Extensions.Localization.IStringLocalizer<Text> text) =>
        row.IsCovered ? text["Law.Covered"] : row.Measures.Count > 0 ? text["Law.Measured"] : text["Law.Gap"];

    /// <summary>What shows it: documents and entries.</summary>
    public static IEnumerable<string> Shown(DutyLine row) =>
        row.Clauses.Select(clause => clause.Evidence).Concat(row.Measures.Select(measure => measure.Evidence)).OfType<Evidence>()
            .Select(Of).Distinct();

    /// <summary>A document or entry that shows something.</summary>
    public static string Of(Evidence evidence) => evidence.Document ?? FormattableString.Invariant($"#{evidence.Entry}");
}

/// <summary>The offence matrix.</summary>
internal static class OffenceTable
{
    public static Table<OffenceRow> Table { get; } = new("offences", text => text["Nav.Offences"], "offences")
    {
        Filters =
        [
            new("convention", text => text["Law.Convention"], TableFilterSort.Choice)
            {
                Choices = (_, _, _) => [.. new[] { "icsant", "cppnm-amendment" }.Select(id => new TableChoice(id, LawChoices.NameOf(id)))],
            },
            new("gaps", text => text["Law.OnlyGaps"], TableFilterSort.Tick),
        ],
        Columns =
        [
            OffenceColumn.Of("convention", text => text["Law.Convention"], row => TableValue.Of(LawChoices.NameOf(row.Convention))).Hidden(),
            OffenceColumn.Of("duty", text => text["Law.Duty"], row => TableValue.Of(row.Duty)).Unordered(),
            OffenceColumn.Of("element", text => text["Law.Element"], row => TableValue.Of(LawWording.Of(row.Element))),
            OffenceColumn.Of("text", text => text["Law.Asks"], row => TableValue.Of(Wording.Name(row.TextEn, row.TextZh))).Unordered(),
            OffenceColumn.Of("clause", text => text["Law.CriminalisedBy"], row => Clauses(row.Clauses)).Unordered(),
            OffenceColumn.Of("penalty", text => text["Law.Penalty"], row => TableValue.Of(string.Join('；', row.Penalties
                .Select(clause => Wording.Name(clause.PenaltyEn!, clause.PenaltyZh!)).Distinct()))).Unordered(),
            OffenceColumn.Of("jurisdiction", text => text["Law.Jurisdiction"], row => Clauses(row.Jurisdiction ?? [])).Unordered(),
            OffenceColumn.Of("gap", text => text["Column.State"], row => TableValue.Of(LawWording.Of(row.Gap))),
        ],
        Ask = (desk, question, text) =>
        {
            var answer = desk.Ask<OffencesQuery, OffenceMatrix>(new OffencesQuery(question.DayOn(desk)), question.View);
            return answer.IsGiven
                ? Table!.Cut(answer.Value.Rows.Where(row => Matches(row, question)), question, text)
                : Answer<TablePage<OffenceRow>>.Refuse(answer.Refusals);
        },
    };

    private static TableValue Clauses(IEnumerable<MappedClause> clauses) =>
        TableValue.Of(string.Join(' ', clauses.Select(clause => $"{clause.Law} {clause.Clause}")));

    private static bool Matches(OffenceRow row, TableQuestion question) =>
        (question["convention"] is not { } convention || row.Convention == convention) && (!question.Has("gaps") || !row.IsCovered);
}
