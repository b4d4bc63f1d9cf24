using Custodia.Books;
using Custodia.Commitments;
using Custodia.Commitments.Queries;
using Custodia.Server.Language;
using Column = Custodia.Server.Components.Tables.TableColumn<Custodia.Commitments.RegisterEntry>;
using StateColumn = Custodia.Server.Components.Tables.TableColumn<Custodia.Commitments.Queries.StateRow>;

namespace Custodia.Server.Components.Tables;

/// <summary>The register of systems, summits, documents and facts.</summary>
internal static class RegisterList
{
    public static Table<RegisterEntry> Table { get; } = new("register", text => text["Nav.Register"], "register")
    {
        Filters =
        [
            new("text", text => text["Register.Sought"]),
            new("part", text => text["Column.Kind"], TableFilterSort.Choice)
            {
                Choices = (_, _, _) =>
                    TableChoice.Of<RecordKind>(CommitmentsWording.Of),
            },
        ],
        Columns =
        [
            Column.Of("name", text => text["Column.Name"], row => TableValue.Of(CommitmentsWording.Of(row.Name))),
            Column.Of("kind", text => text["Column.Kind"], row => TableValue.Of(CommitmentsWording.Of(row.Kind))),
            Column.Of("id", text => text["Commitments.Id"], row => TableValue.Of(row.Id)).Hidden(),
            Column.Of("answer", text => text["Register.Told"], row => TableValue.Of(CommitmentsWording.Of(row.Answer))).Unordered(),
            Column.Of("source", text => text["Register.Source"],
                row => TableValue.Of(string.Join(", ", row.Sources.Select(source => source.Source).Distinct()))),
            Column.Of("confidence", text => text["Register.Confidence"],
                row => TableValue.Of(row.Confidence is { } confidence ? CommitmentsWording.Of(confidence) : null)),
        ],
        Ask = (desk, question, text) =>
        {
            var answer = desk.Ask<RegisterQuery, Commitments.Queries.RegisterList>(
                new RegisterQuery(question["text"], question.Choice<RecordKind>("part")), question.View);
            return answer.IsGiven
                ? Table!.Cut(answer.Value.Rows, question, text)
                : Answer<TablePage<RegisterEntry>>.Refuse(answer.Refusals);
        },
    };
}

/// <summary>States compared by what is public.</summary>
internal static class StateComparison
{
    public static Table<StateRow> Table { get; } = new("states", text => text["Nav.States"], "states")
    {
        Filters = [new("contains", text => text["Filter.CodeOrName"])],
        Size = 100,
        Columns =
        [
            StateColumn.Of("code", text => text["States.Code"], row => TableValue.Of(row.State.Code)),
            StateColumn.Of("name", text => text["Column.Name"], row => TableValue.Of(CommitmentsWording.Of(row.State.Name))),
            .. Register.Summits.Select(summit => StateColumn.Of(summit.Id, _ => $"{summit.From.Year} {CommitmentsWording.Of(summit.City)}",
                row => TableValue.Of(At(row, summit.Id)))),
            StateColumn.Of("told", text => text["Register.Told"],
                row => TableValue.Of(string.Join(" · ", row.Told.Select(told =>
                    $"{CommitmentsWording.Of(told.Text)} ({Beside(told)})")))).Unordered(),
        ],
        Ask = (desk, question, text) =>
        {
            var answer = desk.Ask<StatesQuery, StateList>(new StatesQuery(), question.View);
            return answer.IsGiven
                ? Table!.Cut(answer.Value.Rows.Where(row =>
                    question.Matches("contains", row.State.Code, row.State.Name.En, row.State.Name.Zh)), question, text)
                : Answer<TablePage<StateRow>>.Refuse(answer.Refusals);
        },
    };

    /// <summary>Source and day of what is told of a State.</summary>
    public static string Beside(ToldOfState told) => told.Date is { } day ? $"{told.Source}, {day}" : told.Source;

    private static string? At(StateRow row, string summit) =>
        row.Attended.FirstOrDefault(attended => attended.Summit == summit) is { } attended
            ? $"{CommitmentsWording.Of(attended.RepresentedBy)} ({attended.Source}, {Wording.Day(attended.On)})"
            : null;
}
