using Custodia.Books;
using Custodia.People.Facts;

namespace Custodia.People.Queries;

/// <summary>Asks what the one who asks may do.</summary>
public sealed record MyAccessQuery;

/// <summary>What somebody may do.</summary>
/// <param name="Holder">Who; absent for the house.</param>
/// <param name="Roles">The roles held today.</param>
/// <param name="Permissions">The permissions held today and where.</param>
/// <param name="Clearances">What the holder is cleared for.</param>
/// <param name="Emergencies">Emergency access that lasts.</param>
public sealed record MyAccess(Holder? Holder, IReadOnlyList<HeldRole> Roles, IReadOnlyList<HeldPermission> Permissions,
    IReadOnlyList<GrantRow> Clearances, IReadOnlyList<EmergencyRow> Emergencies);

/// <summary>A role that is held.</summary>
/// <param name="Entry">The entry that gave it.</param>
/// <param name="Role">Id of the role.</param>
/// <param name="NameEn">Name in English.</param>
/// <param name="NameZh">Name in Chinese.</param>
/// <param name="Place">Where.</param>
/// <param name="Until">Last day, or absent.</param>
/// <param name="Missing">Courses without a valid certificate: until then the role gives nothing.</param>
public sealed record HeldRole(long Entry, string Role, string NameEn, string NameZh, string Place, DateOnly? Until,
    IReadOnlyList<string> Missing);

/// <summary>A permission that is held.</summary>
/// <param name="Permission">Its name.</param>
/// <param name="Places">Where.</param>
public sealed record HeldPermission(string Permission, IReadOnlyList<string> Places);

/// <summary>Answers what the one who asks may do: always as of now, since it is what the gate goes by.</summary>
internal static class AccessQueries
{
    public static Answer<MyAccess> Ask(PeopleBook book, MyAccessQuery query, View view)
    {
        if (view.Reader is not { } reader || !book.Holders.TryGetValue(reader.Caller.Name, out var holder))
            return new MyAccess(null, [], [], [], []);
        var day = DateOnly.FromDateTime(reader.Now.UtcDateTime);
        var roles = Roles(book, holder, day, View.Everything);
        var permissions = Rights.Held(book, holder, day, View.Everything)
            .Where(held => !Rights.Missing(holder, held.Role, day, View.Everything).Any())
            .SelectMany(held => held.Role.Permissions, (held, permission) => (permission, held.Appointed.Place))
            .Where(pair => reader.Caller.Only is not { } only || only.Contains(pair.permission))
            .GroupBy(pair => pair.permission, pair => pair.Place)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new HeldPermission(group.Key, [.. group.Distinct().Order(StringComparer.Ordinal)]));
        return new MyAccess(holder.Holder, roles, [.. permissions],
            [.. holder.Clearances.Where(grant => grant.Holds(day, View.Everything)).Select(grant => GrantRow.Of(grant, view))],
            [.. Rights.Emergencies(book, holder, reader.Now).Select(emergency => EmergencyRow.Of(emergency, view))]);
    }

    public static IReadOnlyList<HeldRole> Roles(PeopleBook book, HolderFile holder, DateOnly day, View view) =>
    [
        .. Rights.Held(book, holder, day, view).Select(held => new HeldRole(held.Grant.Stamp.Sequence, held.Role.Id, held.Role.NameEn,
            held.Role.NameZh, held.Appointed.Place, held.Grant.EndIn(view)?.LastDay ?? held.Grant.Until,
            [.. Rights.Missing(holder, held.Role, day, view)])),
    ];
}
