using Custodia.Books;
using Custodia.Commitments.Missions;
using Custodia.Commitments.Missions.Commands;
using Custodia.Commitments.Missions.Folds;
using Custodia.Commitments.Missions.Queries;
using Custodia.People.Queries;
using Custodia.Server.Language;
using Custodia.Server.Reading;
using ActionColumn = Custodia.Server.Components.Tables.TableColumn<Custodia.Commitments.Missions.Queries.ActionRow>;
using FindingColumn = Custodia.Server.Components.Tables.TableColumn<Custodia.Commitments.Missions.Queries.FindingRow>;
using MissionColumn = Custodia.Server.Components.Tables.TableColumn<Custodia.Commitments.Missions.Queries.MissionRow>;

namespace Custodia.Server.Components.Tables;

/// <summary>The actions, wherever they come from.</summary>
internal static class ActionTable
{
    public static Table<ActionRow> Table { get; } = new("actions", text => text["Actions.Title"], "actions")
    {
        Filters =
        [
            new("step", text => text["Actions.Ladder"], TableFilterSort.Choice)
            {
                Choices = (_, _, _) => [.. DueLadder.Steps.Select(step => new TableChoice(step.Id, MissionsWording.Name(step.Name)))],
            },
            Choice<ActionState>("state", text => text["Column.State"], MissionsWording.Of),
            Choice<ActionSource>("source", text => text["Actions.Source"], MissionsWording.Of),
            new("owner", text => text["Actions.Owner"]),
            new("of", text => text["Actions.Of"]),
            new("mine", text => text["Actions.Mine"], TableFilterSort.Tick),
        ],
        Columns =
        [
            ActionColumn.Of("id", text => text["Commitments.Id"], row => TableValue.Of(row.Id)),
            new("words", text => text["Actions.Words"], (row, text) => TableValue.Of(row.Words ?? text["Access.Withheld"].Value)),
            ActionColumn.Of("source", text => text["Actions.Source"], row => TableValue.Of(MissionsWording.Of(row.Source))),
            ActionColumn.Of("owner", text => text["Actions.Owner"], row => TableValue.Of(row.Owner)),
            ActionColumn.Of("due", text => text["Actions.Due"], row => TableValue.Of(row.Due)),
            ActionColumn.Of("step", text => text["Actions.Ladder"],
                row => TableValue.Of(MissionsWording.Step(row.Step))).Unordered(),
            ActionColumn.Of("state", text => text["Column.State"], row => TableValue.Of(MissionsWording.Of(row.State))),
            ActionColumn.Number("late", text => text["Actions.DaysLate"], row => row.DaysLate, text => text["Unit.Days"]).Hidden(),
            ActionColumn.Number("open", text => text["Actions.DaysOpen"], row => row.DaysOpen, text => text["Unit.Days"]),
            ActionColumn.Of("opened", text => text["Actions.Opened"], row => TableValue.Of(row.Opened)).Hidden(),
            ActionColumn.Of("firstDue", text => text["Actions.FirstDue"], row => TableValue.Of(row.FirstDue)).Hidden(),
            ActionColumn.Of("ended", text => text["Actions.Ended"], row => TableValue.Of(row.Ended)).Hidden(),
            ActionColumn.Of("evidence", text => text["Actions.Evidence"], row => TableValue.Of(row.Evidence)).Hidden(),
            ActionColumn.Of("reference", text => text["Actions.Reference"], row => TableValue.Of(row.Reference)).Hidden(),
        ],
        Ask = (desk, question, text) =>
        {
            var answer = desk.Ask<ActionsQuery, ActionList>(new ActionsQuery(question.Choice<ActionSource>("source"), question["owner"],
                question.Choice<ActionState>("state"), question["step"], question["of"], question.DayOn(desk)), question.View);
            if (!answer.IsGiven)
                return Answer<TablePage<ActionRow>>.Refuse(answer.Refusals);
            var mine = question.Has("mine") ? Mine(desk) : null;
            return Table!.Cut(answer.Value.Rows.Where(row => mine?.Contains(row.Owner) ?? true), question, text);
        },
    };

    // An action is one's own where one is named as its owner, or one's organisation is.
    private static HashSet<string> Mine(Desk desk)
    {
        var organisation = desk.Ask<MyAccessQuery, MyAccess>(new MyAccessQuery(), default).Value?.Holder?.Organisation;
        return new HashSet<string>([desk.Name, .. organisation is null ? [] : new[] { organisation }], StringComparer.OrdinalIgnoreCase);
    }

    private static TableFilter Choice<T>(string name, Words label, Func<T, string> word)
        where T : struct, Enum =>
        new(name, label, TableFilterSort.Choice)
        {
            Choices = (_, _, _) => TableChoice.Of(word),
        };
}

/// <summary>The missions.</summary>
internal static class MissionTable
{
    public static Table<MissionRow> Table { get; } = new("missions", text => text["Missions.Title"], "list")
    {
        Columns =
        [
            MissionColumn.Of("id", text => text["Commitments.Id"], row => TableValue.Of(row.Id)),
            MissionColumn.Of("service", text => text["Missions.Service"], row => TableValue.Of(row.Service.ToUpperInvariant())),
            MissionColumn.Of("name", text => text["Column.Name"], row => TableValue.Of(Wording.Name(row.NameEn, row.NameZh))).Hidden(),
            MissionColumn.Of("stage", text => text["Column.State"], row => TableValue.Of(MissionsWording.Of(row.Stage))),
            MissionColumn.Of("requested", text => text["Missions.Requested"], row => TableValue.Of(row.Requested)).Hidden(),
            MissionColumn.Of("from", text => text["Filter.From"], row => TableValue.Of(row.From)),
            MissionColumn.Of("to", text => text["Filter.To"], row => TableValue.Of(row.To)),
            MissionColumn.Of("modules", text => text["Missions.Modules"], row => TableValue.Of(string.Join(", ", row.Modules))).Unordered(),
            MissionColumn.Number("recommendations", text => text["Missions.Recommendations"], row => row.Recommendations),
            MissionColumn.Number("suggestions", text => text["Missions.Suggestions"], row => row.Suggestions),
            MissionColumn.Number("good", text => text["Missions.GoodPractices"], row => row.GoodPractices),
            MissionColumn.Number("closed", text => text["Missions.ActionsClosed"], row => row.Closed),
            MissionColumn.Number("overdue", text => text["Missions.ActionsOverdue"], row => row.Overdue),
            new("published", text => text["Missions.IsPublished"],
                (row, text) => TableValue.Of(row.IsPublished ? text["Form.Yes"] : text["Form.No"])),
        ],
        Ask = (desk, question, text) =>
        {
            var answer = desk.Ask<MissionsQuery, MissionList>(new MissionsQuery(question.DayOn(desk)), question.View);
            return answer.IsGiven ? Table!.Cut(answer.Value.Rows, question, text) : Answer<TablePage<MissionRow>>.Refuse(answer.Refusals);
        },
    };
}

/// <summary>What a mission found, for who may read it.</summary>
internal static class FindingTable
{
    public static Table<FindingRow> Table { get; } = new("findings", text => text["Missions.Findings"], "findings")
    {
        Scope = ["mission"],
        Columns =
        [
            FindingColumn.Of("number", text => text["Missions.Number"], row => TableValue.Of(row.Number)),
            FindingColumn.Of("kind", text => text["Column.Kind"], row => TableValue.Of(MissionsWording.Of(row.Kind))),
            FindingColumn.Of("module", text => text["Missions.Module"], row => TableValue.Of(row.Module)),
            new("words", text => text["Missions.Words"], (row, text) => TableValue.Of(row.Words ?? text["Access.Withheld"].Value)),
            new("accepted", text => text["Missions.Accepted"], (row, text) => TableValue.Of(row.IsAccepted ? text["Form.Yes"] : text["Form.No"])),
            FindingColumn.Of("action", text => text["Missions.Action"],
                row => TableValue.Of(row.Action is { } state ? MissionsWording.Of(state) : null)),
            FindingColumn.Of("due", text => text["Actions.Due"], row => TableValue.Of(row.Due)),
            FindingColumn.Of("reason", text => text["Person.Reason"], row => TableValue.Of(row.Reason)).Hidden(),
            FindingColumn.Entry("entry", text => text["Column.Entry"], row => row.Entry),
        ],
        Ask = (desk, question, text) =>
        {
            var answer = desk.Ask<FindingsQuery, FindingList>(
                new FindingsQuery(question["mission"], question.DayOn(desk)), question.View);
            return answer.IsGiven ? Table!.Cut(answer.Value.Rows, question, text) : Answer<TablePage<FindingRow>>.Refuse(answer.Refusals);
        },
    };
}
