using Custodia.Books;
using Custodia.Commitments.Law;
using Custodia.Server.Language;
using ClauseColumn = Custodia.Server.Components.Tables.TableColumn<Custodia.Commitments.Law.ClauseRow>;
using Column = Custodia.Server.Components.Tables.TableColumn<Custodia.Commitments.Law.LawRow>;

namespace Custodia.Server.Components.Tables;

/// <summary>The acts, regulations and standards.</summary>
internal static class LawTable
{
    public static Table<LawRow> Table { get; } = new("acts", text => text["Law.Acts"], "acts")
    {
        Filters =
        [
            new("contains", text => text["People.IdOrName"]),
            new("kind", text => text["Column.Kind"], TableFilterSort.Choice) { Choices = (_, _, _) => TableChoice.Of<LawKind>(LawWording.Of) },
            new("review", text => text["Law.Review"], TableFilterSort.Choice)
            {
                Choices = (_, _, _) => TableChoice.Of<ReviewState>(LawWording.Of),
            },
        ],
        Columns =
        [
            Column.Of("id", text => text["People.Id"], row => TableValue.Of(row.Id)),
            Column.Of("name", text => text["Column.Name"], row => TableValue.Of(Wording.Name(row.NameEn, row.NameZh))),
            Column.Of("kind", text => text["Column.Kind"], row => TableValue.Of(LawWording.Of(row.Kind))),
            Column.Of("number", text => text["Law.Number"], row => TableValue.Of(row.Number)).Hidden(),
            Column.Of("state", text => text["Column.State"], row => TableValue.Of(LawWording.Of(row.State))),
            Column.Of("from", text => text["Filter.From"], row => TableValue.Of(row.From)),
            Column.Of("last", text => text["People.LastDay"], row => TableValue.Of(row.LastDay)).Hidden(),
            Column.Number("clauses", text => text["Law.ClausesInForce"], row => row.Clauses),
            Column.Number("duties", text => text["Law.DutiesCarried"], row => row.Duties),
            Column.Of("reviewed", text => text["Law.LastReview"], row => TableValue.Of(row.LastReview)),
            Column.Number("cycle", text => text["Law.Cycle"], row => row.ReviewYears, text => text["Unit.Years"]).Hidden(),
            Column.Of("due", text => text["Law.ReviewDue"], row => TableValue.Of(row.ReviewDue)),
            Column.Of("review", text => text["Law.Review"], row => TableValue.Of(row.Review is { } review ? LawWording.Of(review) : null)),
            Column.Entry("entry", text => text["Column.Entry"], row => row.Entry).Hidden(),
        ],
        Ask = (desk, question, text) =>
        {
            var answer = desk.Ask<ActsQuery, ActList>(new ActsQuery(question.DayOn(desk)), question.View);
            return answer.IsGiven
                ? Table!.Cut(answer.Value.Rows.Where(row => Matches(row, question)), question, text)
                : Answer<TablePage<LawRow>>.Refuse(answer.Refusals);
        },
    };

    private static bool Matches(LawRow row, TableQuestion question) =>
        question.Matches("contains", row.Id, row.NameEn, row.NameZh, row.Number)
        && (question.Choice<LawKind>("kind") is not { } kind || row.Kind == kind)
        && (question.Choice<ReviewState>("review") is not { } review || row.Review == review);
}

/// <summary>The clauses of all law, or of one act.</summary>
internal static class ClauseTable
{
    public static Table<ClauseRow> Table { get; } = new("clauses", text => text["Law.Clauses"], "clauses")
    {
        Filters =
        [
            new("law", text => text["Law.Act"], TableFilterSort.Choice) { Choices = (desk, question, _) => LawChoices.Laws(desk, question.View) },
            new("contains", text => text["Law.Words"]),
            new("style", text => text["Law.Style"], TableFilterSort.Choice) { Choices = (_, _, _) => TableChoice.Of<RuleStyle>(LawWording.Of) },
            new("all", text => text["Law.WithEnded"], TableFilterSort.Tick),
        ],
        Columns =
        [
            ClauseColumn.Of("law", text => text["Law.Act"], row => TableValue.Of(row.Law)),
            // In the order of the query: 2 before 12.
            ClauseColumn.Of("clause", text => text["Law.Clause"], row => TableValue.Of(row.Clause)).Unordered(),
            ClauseColumn.Of("text", text => text["Law.Says"], row => TableValue.Of(Wording.Name(row.TextEn, row.TextZh))).Unordered(),
            ClauseColumn.Of("style", text => text["Law.Style"], row => TableValue.Of(row.Style is { } style ? LawWording.Of(style) : null)),
            ClauseColumn.Of("penalty", text => text["Law.Penalty"], row => TableValue.Of(Wording.Name(row.PenaltyEn ?? "", row.PenaltyZh ?? ""))),
            ClauseColumn.Of("state", text => text["Column.State"], row => TableValue.Of(LawWording.Of(row.State))).Hidden(),
            ClauseColumn.Of("from", text => text["Filter.From"], row => TableValue.Of(row.From)),
            ClauseColumn.Of("last", text => text["People.LastDay"], row => TableValue.Of(row.LastDay)).Hidden(),
            ClauseColumn.Of("duties", text => text["Law.Duties"], row => TableValue.Of(string.Join(' ', row.Duties))).Unordered(),
            ClauseColumn.Entry("entry", text => text["Column.Entry"], row => row.Entry),
        ],
        Ask = (desk, question, text) =>
        {
            var answer = desk.Ask<ClausesQuery, ClauseList>(
                new ClausesQuery(question["law"], question.Has("all"), question.DayOn(desk)), question.View);
            return answer.IsGiven
                ? Table!.Cut(answer.Value.Rows.Where(row => Matches(row, question)), question, text)
                : Answer<TablePage<ClauseRow>>.Refuse(answer.Refusals);
        },
    };

    private static bool Matches(ClauseRow row, TableQuestion question) =>
        question.Matches("contains", row.Clause, row.TextEn, row.TextZh, string.Join(' ', row.Duties))
        && (question.Choice<RuleStyle>("style") is not { } style || row.Style == style);
}
