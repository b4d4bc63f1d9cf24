using Custodia.Books;
using Custodia.People.Facts;
using Custodia.People.Queries;
using Custodia.Server.Language;
using Custodia.Server.Reading;
using Column = Custodia.Server.Components.Tables.TableColumn<Custodia.People.Queries.HolderRow>;
using GrantColumn = Custodia.Server.Components.Tables.TableColumn<Custodia.People.Queries.GrantRow>;

namespace Custodia.Server.Components.Tables;

/// <summary>Persons and devices.</summary>
internal static class PeopleList
{
    private const int Piece = 5_000;

    public static Table<HolderRow> Table { get; } = new("people", text => text["People.Title"], "list")
    {
        Filters =
        [
            new("organisation", text => text["People.Organisation"], TableFilterSort.Choice)
            {
                Choices = (desk, question, _) => PeopleChoices.Organisations(desk, question.View),
            },
            new("role", text => text["People.Role"], TableFilterSort.Choice)
            {
                Choices = (desk, question, _) => PeopleChoices.Roles(desk, question.View),
            },
            new("contains", text => text["People.IdOrName"]),
            new("left", text => text["People.WithLeft"], TableFilterSort.Tick),
        ],
        Columns =
        [
            Column.Of("id", text => text["People.Id"], row => TableValue.Of(row.Holder.Id)),
            Column.Of("name", text => text["Column.Name"], row => TableValue.Of(Wording.Name(row.Holder.NameEn, row.Holder.NameZh))),
            Column.Of("kind", text => text["Column.Kind"], row => TableValue.Of(PeopleWording.Kind(row.Holder.Kind))),
            Column.Of("organisation", text => text["People.Organisation"], row => TableValue.Of(row.Holder.Organisation)),
            Column.Of("roles", text => text["People.Roles"], row => TableValue.Of(Wording.List(row.Roles.Select(RoleOf)))).Unordered(),
            new("missing", text => text["People.Missing"], (row, _) => TableValue.Of(Wording.List(
                row.Roles.SelectMany(role => role.Missing).Distinct().Select(PeopleWording.Course)))),
            Column.Of("from", text => text["Filter.From"], row => TableValue.Of(row.Holder.From)).Hidden(),
            Column.Of("last", text => text["People.LastDay"], row => TableValue.Of(row.LastDay)),
        ],
        Ask = (desk, question, text) =>
        {
            var rows = All(desk, question);
            return rows.IsGiven ? Table!.Cut(rows.Value, question, text) : Answer<TablePage<HolderRow>>.Refuse(rows.Refusals);
        },
    };

    /// <summary>A role that is held, and where.</summary>
    public static string RoleOf(HeldRole role) => $"{Wording.Name(role.NameEn, role.NameZh)} · {PeopleWording.Place(role.Place)}";

    // The list is ordered by any of its columns, so it is asked for whole.
    private static Answer<List<HolderRow>> All(Desk desk, TableQuestion question)
    {
        var rows = new List<HolderRow>();
        for (var page = 1; ; page++)
        {
            var answer = desk.Ask<HoldersQuery, HolderList>(new HoldersQuery(question["organisation"], question["role"],
                question.Has("left"), question["contains"], page, Piece), question.View);
            if (!answer.IsGiven)
                return Answer<List<HolderRow>>.Refuse(answer.Refusals);
            rows.AddRange(answer.Value.Rows);
            if (rows.Count >= answer.Value.Total || answer.Value.Rows.Count == 0)
                return rows;
        }
    }
}

/// <summary>What was given to one person or device: appointments, clearances, certificates, those that ended, too.</summary>
internal static class GrantLists
{
    private static readonly GrantColumn Place =
        GrantColumn.Of("place", text => text["People.Place"], row => TableValue.Of(row.Place is { } place ? PeopleWording.Place(place) : null));

    public static Table<GrantRow> Appointments { get; } = Of("appointments", text => text["Person.Appointments"], view => view.Appointments,
        [GrantColumn.Of("role", text => text["People.Role"], row => TableValue.Of(row.What)), Place]);

    public static Table<GrantRow> Clearances { get; } = Of("clearances", text => text["Person.Clearances"], view => view.Clearances, [Place]);

    public static Table<GrantRow> Certificates { get; } = Of("certificates", text => text["Person.Certificates"], view => view.Certificates,
        [GrantColumn.Of("course", text => text["Person.Course"], row => TableValue.Of(PeopleWording.Course(row.What ?? "")))]);

    private static Table<GrantRow> Of(string name, Words title, Func<HolderView, IReadOnlyList<GrantRow>> rows, IReadOnlyList<GrantColumn> first)
    {
        Table<GrantRow>? table = null;
        table = new Table<GrantRow>(name, title, "holder")
        {
            Scope = ["holder"],
            Size = 25,
            Columns =
            [
                .. first,
                GrantColumn.Of("from", text => text["Filter.From"], row => TableValue.Of(row.From)),
                GrantColumn.Of("until", text => text["Person.Until"], row => TableValue.Of(row.Until)),
                GrantColumn.Of("by", text => text["Person.By"], row => TableValue.Of(row.By)),
                GrantColumn.Of("endedBy", text => text["Person.EndedBy"], row => TableValue.Of(row.EndedBy)),
                GrantColumn.Of("reason", text => text["Person.Reason"], row => TableValue.Of(row.Reason)).Unordered(),
                GrantColumn.Entry("entry", text => text["Column.Entry"], row => row.Entry),
            ],
            Ask = (desk, question, text) =>
            {
                var answer = desk.Ask<HolderQuery, HolderView>(new HolderQuery(question["holder"] ?? ""), question.View);
                return answer.IsGiven
                    ? table!.Cut(rows(answer.Value), question, text)
                    : Answer<TablePage<GrantRow>>.Refuse(answer.Refusals);
            },
        };
        return table;
    }
}

/// <summary>The organisations.</summary>
internal static class OrganisationTable
{
    public static Table<Organisation> Table { get; } = new("organisations", text => text["Organisations.Title"], "organisations")
    {
        Filters = [new("contains", text => text["People.IdOrName"])],
        Columns =
        [
            TableColumn<Organisation>.Of("id", text => text["People.Id"], row => TableValue.Of(row.Id)),
            TableColumn<Organisation>.Of("name", text => text["Column.Name"], row => TableValue.Of(Wording.Name(row.NameEn, row.NameZh))),
            TableColumn<Organisation>.Of("kind", text => text["Column.Kind"], row => TableValue.Of(PeopleWording.Kind(row.Kind))),
            TableColumn<Organisation>.Of("places", text => text["Organisations.Places"],
                row => TableValue.Of(Wording.List(row.Places.Select(PeopleWording.Place)))).Unordered(),
        ],
        Ask = (desk, question, text) =>
        {
            var answer = desk.Ask<OrganisationsQuery, OrganisationList>(new OrganisationsQuery(), question.View);
            return answer.IsGiven
                ? Table!.Cut(answer.Value.Rows.Where(row => question.Matches("contains", row.Id, row.NameEn, row.NameZh)), question, text)
                : Answer<TablePage<Organisation>>.Refuse(answer.Refusals);
        },
    };
}

/// <summary>The roles.</summary>
internal static class RoleTable
{
    public static Table<Role> Table { get; } = new("roles", text => text["Roles.Title"], "roles")
    {
        Columns =
        [
            TableColumn<Role>.Of("name", text => text["Column.Name"], row => TableValue.Of(Wording.Name(row.NameEn, row.NameZh))),
            TableColumn<Role>.Of("id", text => text["People.Id"], row => TableValue.Of(row.Id)).Hidden(),
            TableColumn<Role>.Of("may", text => text["Roles.May"],
                row => TableValue.Of(Wording.List(row.Permissions.Select(PeopleWording.Permission)))).Unordered(),
            new("content", text => text["Roles.Content"], (row, text) => TableValue.Of(row.SeesContent ? text["Form.Yes"] : text["Form.No"])),
            new("factor", text => text["Roles.Factor"], (row, text) => TableValue.Of(row.NeedsSecondFactor ? text["Form.Yes"] : text["Form.No"])),
            TableColumn<Role>.Of("certificates", text => text["Roles.Certificates"],
                row => TableValue.Of(Wording.List(row.Certificates.Select(PeopleWording.Course)))).Unordered(),
            TableColumn<Role>.Of("excludes", text => text["Roles.Excludes"], row => TableValue.Of(Wording.List(row.Excludes))).Unordered(),
        ],
        Ask = (desk, question, text) =>
        {
            var answer = desk.Ask<RolesQuery, RoleList>(new RolesQuery(), question.View);
            return answer.IsGiven ? Table!.Cut(answer.Value.Rows, question, text) : Answer<TablePage<Role>>.Refuse(answer.Refusals);
        },
    };
}
