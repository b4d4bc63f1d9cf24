using Custodia.Books;
using Custodia.Books.Approvals;
using Custodia.People.Access;
using Custodia.People.Queries;
using Custodia.Server.Language;
using Custodia.Server.Reading;
using Microsoft.Extensions.Localization;
using Column = Custodia.Server.Components.Tables.TableColumn<Custodia.People.Access.AccessRow>;
using KeyColumn = Custodia.Server.Components.Tables.TableColumn<Custodia.Server.Reading.KeyRow>;
using ProposalColumn = Custodia.Server.Components.Tables.TableColumn<Custodia.Books.Approvals.ProposalRow>;

namespace Custodia.Server.Components.Tables;

/// <summary>Proposals, the newest first.</summary>
internal static class ProposalTable
{
    public static Table<ProposalRow> Table { get; } = new("approvals", text => text["Approvals.Title"], "proposals")
    {
        Filters =
        [
            new("which", text => text["Approvals.Which"], TableFilterSort.Choice)
            {
                Choices = (_, _, text) => [.. Enum.GetValues<ProposalChoice>()
                    .Select(choice => new TableChoice(choice.ToString(), Name(choice, text)))],
            },
        ],
        Columns =
        [
            new("what", text => text["Approvals.What"], (row, _) => TableValue.Of(Proposed.Summary(row.Book, row.Command))) { IsSortable = false },
            ProposalColumn.Of("place", text => text["People.Place"], row => TableValue.Of(PeopleWording.Place(row.Place))).Unordered(),
            ProposalColumn.Of("by", text => text["Approvals.By"], row => TableValue.Of(row.ProposedBy)).Unordered(),
            ProposalColumn.Of("at", text => text["Approvals.At"], row => TableValue.Of(row.ProposedAt)).Unordered(),
            ProposalColumn.Of("expires", text => text["Approvals.Expires"], row => TableValue.Of(row.Expires)).Unordered(),
            new("state", text => text["Column.State"], (row, _) => TableValue.Of(PeopleWording.State(row.State))) { IsSortable = false },
            ProposalColumn.Of("decidedBy", text => text["Approvals.DecidedBy"], row => TableValue.Of(row.DecidedBy)).Unordered(),
            ProposalColumn.Of("reason", text => text["Person.Reason"], row => TableValue.Of(row.Reason)).Unordered(),
            ProposalColumn.Entry("entry", text => text["Column.Entry"], row => row.Number).Unordered(),
        ],
        Ask = (desk, question, _) =>
        {
            var answer = desk.Ask<ProposalsQuery, ProposalList>(new ProposalsQuery(
                question.Choice<ProposalChoice>("which") ?? ProposalChoice.Open, question.Size, question.Page), question.View);
            return answer.IsGiven
                ? new TablePage<ProposalRow>(answer.Value.Rows, answer.Value.Total)
                : Answer<TablePage<ProposalRow>>.Refuse(answer.Refusals);
        },
    };

    /// <summary>Which proposals, in words.</summary>
    public static string Name(ProposalChoice choice, IStringLocalizer<Text> text) => choice switch
    {
        ProposalChoice.Mine => text["Approvals.Mine"],
        ProposalChoice.Open => text["Approvals.Open"],
        ProposalChoice.All => text["Approvals.All"],
        _ => throw new ArgumentOutOfRangeException(nameof(choice)),
    };
}

/// <summary>Emergency accesses and their review.</summary>
internal static class EmergencyTable
{
    public static Table<EmergencyRow> Table { get; } = new("emergencies", text => text["Emergencies.Title"], "emergencies")
    {
        Filters = [new("all", text => text["Emergencies.WithReviewed"], TableFilterSort.Tick)],
        Columns =
        [
            TableColumn<EmergencyRow>.Of("who", text => text["Access.Who"], row => TableValue.Of(row.Holder)),
            TableColumn<EmergencyRow>.Of("place", text => text["People.Place"], row => TableValue.Of(PeopleWording.Place(row.Place))),
            TableColumn<EmergencyRow>.Of("why", text => text["Person.Reason"], row => TableValue.Of(row.Reason)).Unordered(),
            TableColumn<EmergencyRow>.Of("at", text => text["Filter.From"], row => TableValue.Of(row.At)),
            TableColumn<EmergencyRow>.Of("until", text => text["Person.Until"], row => TableValue.Of(row.Until)),
            TableColumn<EmergencyRow>.Of("reviewedBy", text => text["Emergencies.ReviewedBy"], row => TableValue.Of(row.ReviewedBy)),
            new("justified", text => text["Emergencies.Justified"], (row, text) =>
                row.WasJustified is { } was ? TableValue.Of(was ? text["Form.Yes"] : text["Form.No"]) : default),
            TableColumn<EmergencyRow>.Of("finding", text => text["Emergencies.Finding"], row => TableValue.Of(row.Finding)).Unordered(),
            TableColumn<EmergencyRow>.Entry("entry", text => text["Column.Entry"], row => row.Entry),
        ],
        Ask = (desk, question, text) =>
        {
            var answer = desk.Ask<EmergenciesQuery, EmergencyList>(new EmergenciesQuery(Open: !question.Has("all")), question.View);
            return answer.IsGiven ? Table!.Cut(answer.Value.Rows, question, text) : Answer<TablePage<EmergencyRow>>.Refuse(answer.Refusals);
        },
    };
}

/// <summary>The access log, the newest first.</summary>
internal static class AccessLogTable
{
    public static Table<AccessRow> Table { get; } = new("access", text => text["AccessLog.Title"], "log")
    {
        Filters =
        [
            new("kind", text => text["Column.Kind"], TableFilterSort.Choice)
            {
                Choices = (_, _, _) => TableChoice.Of<AccessKind>(PeopleWording.Kind),
            },
            new("holder", text => text["Access.Who"]),
            new("place", text => text["People.Place"], TableFilterSort.Choice) { Choices = (desk, _, _) => PeopleChoices.Places(desk) },
            new("from", text => text["Filter.From"], TableFilterSort.Day),
            new("to", text => text["Filter.To"], TableFilterSort.Day),
        ],
        Columns =
        [
            Column.Of("at", text => text["Access.At"], row => TableValue.Of(row.At)).Unordered(),
            Column.Of("kind", text => text["Column.Kind"], row => TableValue.Of(PeopleWording.Kind(row.Kind))).Unordered(),
            Column.Of("holder", text => text["Access.Who"], row => TableValue.Of(row.Holder)).Unordered(),
            Column.Of("what", text => text["Access.What"], row => TableValue.Of(What(row))).Unordered(),
            Column.Of("places", text => text["People.Place"],
                row => TableValue.Of(Wording.List(row.Places.Select(PeopleWording.Place)))).Unordered(),
            Column.Of("detail", text => text["Access.Detail"], row => TableValue.Of(row.Detail)).Unordered(),
            Column.Number("count", text => text["Access.Count"], row => row.Count) with { IsSortable = false },
            Column.Entry("entry", text => text["Column.Entry"], row => row.Entry).Unordered(),
        ],
        Ask = (desk, question, _) =>
        {
            var answer = desk.Ask<AccessLogQuery, AccessLogPage>(new AccessLogQuery(question.Choice<AccessKind>("kind"), question["holder"],
                question["place"], question.Day("from"), question.Day("to"), question.Page, question.Size), question.View);
            return answer.IsGiven
                ? new TablePage<AccessRow>(answer.Value.Rows, answer.Value.Total)
                : Answer<TablePage<AccessRow>>.Refuse(answer.Refusals);
        },
    };

    private static string What(AccessRow row) => row.Kind == AccessKind.Door ? PeopleWording.Door(row.What) : row.What;
}

/// <summary>The compartments and their keys.</summary>
internal static class KeyTable
{
    public static Table<KeyRow> Table { get; } = new("keys", text => text["Keys.Title"], "journal")
    {
        Columns =
        [
            KeyColumn.Of("compartment", text => text["Keys.Compartment"], row => TableValue.Of(row.Compartment)),
            KeyColumn.Number("generation", text => text["Keys.Generation"], row => row.Generation),
            KeyColumn.Of("made", text => text["Keys.Made"], row => TableValue.Of(row.Made)),
            KeyColumn.Number("held", text => text["Keys.Held"], row => row.Held),
            KeyColumn.Number("destroyed", text => text["Keys.Destroyed"], row => row.Destroyed),
            new("state", text => text["Column.State"], (row, text) => TableValue.Of(row.IsErased ? text["Keys.Erased"] : text["Keys.InUse"])),
            KeyColumn.Of("id", text => text["Keys.Id"], row => TableValue.Of(row.Id)).Hidden(),
        ],
        Ask = (desk, question, text) =>
        {
            var answer = KeyShelf.Ask(desk);
            return answer.IsGiven ? Table!.Cut(answer.Value, question, text) : Answer<TablePage<KeyRow>>.Refuse(answer.Refusals);
        },
    };
}
