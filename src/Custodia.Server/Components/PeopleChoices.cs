using Custodia.Books;
using Custodia.Materials.Queries;
using Custodia.People;
using Custodia.People.Queries;
using Custodia.Server.Components.Tables;
using Custodia.Server.Language;
using Custodia.Server.Reading;

namespace Custodia.Server.Components;

/// <summary>What can be chosen in forms and lists about people. Nothing is asked that its reader may not ask.</summary>
internal static class PeopleChoices
{
    /// <summary>The organisations.</summary>
    public static IReadOnlyList<TableChoice> Organisations(Desk desk, ViewRequest view = default) => desk.May(PeoplePermissions.Read)
        ?
        [
            .. (desk.Ask<OrganisationsQuery, OrganisationList>(new OrganisationsQuery(), view).Value?.Rows ?? [])
                .Select(row => new TableChoice(row.Id, $"{row.Id} · {Wording.Name(row.NameEn, row.NameZh)}")),
        ]
        : [];

    /// <summary>The roles.</summary>
    public static IReadOnlyList<TableChoice> Roles(Desk desk, ViewRequest view = default) =>
    [
        .. (desk.Ask<RolesQuery, RoleList>(new RolesQuery(), view).Value?.Rows ?? [])
            .Select(row => new TableChoice(row.Id, Wording.Name(row.NameEn, row.NameZh))),
    ];

    /// <summary>Places that are known: the State, organisations, and what the reader may see of the structure.</summary>
    public static IReadOnlyList<TableChoice> Places(Desk desk)
    {
        List<string> places = [Custodia.Books.Access.Places.State];
        places.AddRange(Organisations(desk).Select(row => Custodia.Books.Access.Places.Of("organisation", row.Value)));
        var structure = desk.May("materials.summary")
            ? desk.Ask<StructureQuery, StructureTree>(new StructureQuery(), default).Value?.Facilities ?? []
            : [];
        foreach (var facility in structure)
        {
            places.Add(Custodia.Books.Access.Places.Of("facility", facility.Facility.Code));
            places.AddRange(facility.Mbas.Select(mba => Custodia.Books.Access.Places.Of("mba", mba.Mba.Code)));
        }

        return [.. places.Select(place => new TableChoice(place, PeopleWording.Place(place)))];
    }
}
