using Custodia.ArmsControl.Facts;
using Custodia.ArmsControl.Queries;
using Custodia.ArmsControl.Reference;
using Custodia.Books;
using Custodia.Server.Language;
using AggregateColumn = Custodia.Server.Components.Tables.TableColumn<Custodia.ArmsControl.Queries.AggregateRow>;
using CalendarColumn = Custodia.Server.Components.Tables.TableColumn<Custodia.ArmsControl.Queries.CalendarRow>;
using NoticeColumn = Custodia.Server.Components.Tables.TableColumn<Custodia.ArmsControl.Queries.NotificationRow>;
using StatementColumn = Custodia.Server.Components.Tables.TableColumn<Custodia.ArmsControl.Queries.ArmsStatementRow>;

namespace Custodia.Server.Components.Tables;

/// <summary>The totals of New START, the newest first.</summary>
internal static class AggregateTable
{
    public static Table<AggregateRow> Table { get; } = new("new-start", text => text["Arms.Totals"], "new-start")
    {
        Size = 16,
        Filters = [ArmsControlFilters.Parties],
        Columns =
        [
            AggregateColumn.Of("asOf", text => text["Arms.AsOf"], row => TableValue.Of(row.AsOf)),
            AggregateColumn.Of("party", text => text["Arms.Party"], row => TableValue.Of(ArmsControlWording.Of(row.Party))),
            AggregateColumn.Of("source", text => text["Arms.Source"], row => TableValue.Of(ArmsControlWording.Of(row.Source))),
            AggregateColumn.Number("vehicles", text => text["Arms.Vehicles"], row => row.Counts?.Vehicles),
            AggregateColumn.Number("warheads", text => text["Arms.Warheads"], row => row.Counts?.Warheads),
            AggregateColumn.Number("launchers", text => text["Arms.Launchers"], row => row.Counts?.Launchers),
            new("limits", text => text["Arms.Limits"], (row, text) =>
                TableValue.Of(Limits(row, text["Arms.NotProvided"], text["Arms.NoLimit"], text["Arms.Kept"]))),
            AggregateColumn.Of("mark", text => text["Arms.Mark"], row => TableValue.Of(row.Mark is { } mark ? ArmsControlWording.Of(mark) : null)),
            AggregateColumn.Of("due", text => text["Arms.Due"], row => TableValue.Of(row.Due)).Hidden(),
            AggregateColumn.Number("late", text => text["Due.Late"], row => row.DaysLate, text => text["Due.LateUnit"]) with { IsShown = false },
            AggregateColumn.Of("derived", text => text["Arms.Derived"], row => TableValue.Of(Triple(row.Derived))).Unordered().Hidden(),
            AggregateColumn.Of("difference", text => text["Arms.Difference"], row => TableValue.Of(Triple(row.Difference))).Unordered(),
            AggregateColumn.Of("note", text => text["Column.Note"],
                row => TableValue.Of(row.NoteEn is { } en ? Wording.Name(en, row.NoteZh!) : null)).Unordered(),
            AggregateColumn.Entry("entry", text => text["Column.Entry"], row => row.Entry).Hidden(),
        ],
        Ask = (desk, question, text) =>
        {
            var answer = desk.Ask<NewStartQuery, NewStartView>(new NewStartQuery(question.Choice<Party>("party")), question.View);
            return answer.IsGiven ? Table!.Cut(answer.Value.Rows.Reverse(), question, text) : Answer<TablePage<AggregateRow>>.Refuse(answer.Refusals);
        },
    };

    private static string Limits(AggregateRow row, string notProvided, string noLimit, string kept) => row.Counts is null ? notProvided
        : row.Exceeded.Count > 0 ? Wording.List(row.Exceeded.Select(ArmsControlWording.Of))
        : NewStart.Limits.Any(limit => limit.Applies(row.AsOf)) ? kept : noLimit;

    private static string? Triple(Custodia.ArmsControl.Treaty.Counts? counts) =>
        counts is null ? null : $"{counts.Vehicles} / {counts.Warheads} / {counts.Launchers}";
}

/// <summary>What the State has to declare, the latest due first.</summary>
internal static class CalendarTable
{
    public static Table<CalendarRow> Table { get; } = new("declarations", text => text["Declarations.Title"], "calendar")
    {
        Filters =
        [
            new("obligation", text => text["Declarations.Obligation"], TableFilterSort.Choice)
            {
                Choices = (_, _, _) => [.. DeclarationRegister.Obligations
                    .Select(found => new TableChoice(found.Id, Wording.Name(found.NameEn, found.NameZh)))],
            },
            new("state", text => text["Column.State"], TableFilterSort.Choice)
            {
                Choices = (_, _, _) => TableChoice.Of<DeclarationState>(ArmsControlWording.Of),
            },
        ],
        Columns =
        [
            CalendarColumn.Of("name", text => text["Declarations.Obligation"], row => TableValue.Of(Wording.Name(row.NameEn, row.NameZh))),
            CalendarColumn.Of("period", text => text["Declarations.Period"], row => TableValue.Of(row.Period)),
            CalendarColumn.Of("due", text => text["Arms.Due"], row => TableValue.Of(row.Due)),
            CalendarColumn.Of("state", text => text["Column.State"], row => TableValue.Of(ArmsControlWording.Of(row.State))),
            CalendarColumn.Of("sent", text => text["Declarations.Sent"], row => TableValue.Of(row.Sent)),
            CalendarColumn.Number("late", text => text["Due.Late"], row => row.DaysLate, text => text["Due.LateUnit"]),
            CalendarColumn.Of("acknowledged", text => text["Declarations.Acknowledged"], row => TableValue.Of(row.Acknowledged)),
            CalendarColumn.Number("corrections", text => text["Declarations.Corrections"], row => row.Corrections),
            CalendarColumn.Entry("entry", text => text["Column.Entry"], row => row.Entry),
        ],
        Ask = (desk, question, text) =>
        {
            var day = question.DayOn(desk);
            var answer = desk.Ask<CalendarQuery, Calendar>(new CalendarQuery(question["obligation"], day), question.View);
            var state = question.Choice<DeclarationState>("state");
            return answer.IsGiven
                ? Table!.Cut(answer.Value.Rows.Where(row => state is null || row.State == state), question, text)
                : Answer<TablePage<CalendarRow>>.Refuse(answer.Refusals);
        },
    };
}

/// <summary>What States said of their arms and policies.</summary>
internal static class StatementTable
{
    public static Table<ArmsStatementRow> Table { get; } = new("statements", text => text["Statements.Title"], "statements")
    {
        Filters =
        [
            new("state", text => text["Statements.State"]),
            new("kind", text => text["Column.Kind"], TableFilterSort.Choice)
            {
                Choices = (_, _, _) => TableChoice.Of<StatementKind>(ArmsControlWording.Of),
            },
        ],
        Columns =
        [
            StatementColumn.Of("state", text => text["Statements.State"], row => TableValue.Of(row.State)),
            StatementColumn.Of("kind", text => text["Column.Kind"], row => TableValue.Of(ArmsControlWording.Of(row.Kind))),
            StatementColumn.Of("on", text => text["Column.Date"], row => TableValue.Of(ArmsControlWording.Day(row.On, row.Precision))),
            StatementColumn.Number("value", text => text["Statements.Value"], row => row.Value),
            StatementColumn.Of("valueAsOf", text => text["Arms.AsOf"], row => TableValue.Of(row.ValueAsOf)),
            StatementColumn.Of("text", text => text["Statements.Text"], row => TableValue.Of(Wording.Name(row.TextEn, row.TextZh))).Unordered(),
            StatementColumn.Of("condition", text => text["Statements.Condition"],
                row => TableValue.Of(row.ConditionEn is { } en ? Wording.Name(en, row.ConditionZh!) : null)).Unordered(),
            StatementColumn.Of("withdrawn", text => text["Statements.Withdrawn"], row => TableValue.Of(row.Withdrawn)),
            StatementColumn.Of("mark", text => text["Arms.Mark"], row => TableValue.Of(row.Mark is { } mark ? ArmsControlWording.Of(mark) : null)),
            StatementColumn.Entry("entry", text => text["Column.Entry"], row => row.Entry),
        ],
        Ask = (desk, question, text) =>
        {
            var answer = desk.Ask<ArmsStatementsQuery, ArmsStatementList>(
                new ArmsStatementsQuery(question["state"]?.ToUpperInvariant(), question.Choice<StatementKind>("kind")), question.View);
            return answer.IsGiven ? Table!.Cut(answer.Value.Rows, question, text) : Answer<TablePage<ArmsStatementRow>>.Refuse(answer.Refusals);
        },
    };
}

/// <summary>The notifications of the parties, the newest first.</summary>
internal static class NotificationTable
{
    public static Table<NotificationRow> Table { get; } = new("notifications", text => text["Arms.Notifications"], "notifications")
    {
        Filters = [ArmsControlFilters.Parties, new("uid", text => text["Arms.Item"])],
        Columns =
        [
            NoticeColumn.Of("on", text => text["Column.Date"], row => TableValue.Of(row.On)),
            NoticeColumn.Of("party", text => text["Arms.Party"], row => TableValue.Of(ArmsControlWording.Of(row.Party))),
            NoticeColumn.Of("number", text => text["Arms.Number"], row => TableValue.Of(row.Number)),
            NoticeColumn.Of("type", text => text["Column.Kind"], row => TableValue.Of(ArmsControlWording.Of(row.Type))),
            NoticeColumn.Number("items", text => text["Arms.Items"], row => row.Items.Count),
            NoticeColumn.Of("sent", text => text["Declarations.Sent"], row => TableValue.Of(row.Sent)),
            NoticeColumn.Number("late", text => text["Due.Late"], row => row.DaysLate, text => text["Due.LateUnit"]),
            NoticeColumn.Entry("entry", text => text["Column.Entry"], row => row.Entry),
        ],
        Ask = (desk, question, text) =>
        {
            var answer = desk.Ask<NotificationsQuery, NotificationList>(
                new NotificationsQuery(question.Choice<Party>("party"), question["uid"]), question.View);
            return answer.IsGiven
                ? Table!.Cut(answer.Value.Rows.Reverse(), question, text)
                : Answer<TablePage<NotificationRow>>.Refuse(answer.Refusals);
        },
    };
}

/// <summary>Filters and choices that several of these lists and their forms have.</summary>
internal static class ArmsControlFilters
{
    public static readonly TableFilter Parties = new("party", text => text["Arms.Party"], TableFilterSort.Choice)
    {
        Choices = (_, _, _) => PartyChoices,
    };

    /// <summary>The parties, for a choice.</summary>
    public static IReadOnlyList<TableChoice> PartyChoices =>
        TableChoice.Of<Party>(ArmsControlWording.Of);
}
