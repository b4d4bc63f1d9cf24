using Custodia.Books;
using Custodia.Books.Access;
using Custodia.People.Facts;

namespace Custodia.People;

/// <summary>
/// What one person or device may do at a moment, by the book: from appointments whose role's certificates are all valid that
/// day, clearances, and emergency access.
/// </summary>
internal static class Rights
{
    /// <summary>What emergency access lets somebody do, at its place: see, never act.</summary>
    private static readonly string[] Seeing = ["materials.read", "materials.summary", "materials.reports"];

    /// <summary>
    /// The appointments that hold by what a view knows, with their role. A device approves nothing: a role that came to approve
    /// after the device was appointed to it gives it nothing any more.
    /// </summary>
    public static IEnumerable<(Appointed Appointed, Role Role, Grant Grant)> Held(
        PeopleBook book, HolderFile holder, DateOnly day, View view) =>
        from grant in holder.Appointments
        where holder.IsActive(day, view) && grant.Holds(day, view)
        let appointed = (Appointed)grant.Fact
        let role = book.RoleOf(appointed.Role, view)
        where role is not null && !(role.IsApproving && holder.Holder.Kind == HolderKind.Device)
        select (appointed, role, grant);

    /// <summary>The courses of which a role requires a certificate and the holder has none that is valid that day.</summary>
    public static IEnumerable<string> Missing(HolderFile holder, Role role, DateOnly day, View view) => role.Certificates.Where(course =>
        !holder.Certificates.Exists(grant => grant.Holds(day, view) && ((CertificateRecorded)grant.Fact).Course == course));

    /// <summary>
    /// The emergency accesses that last: none for who may no longer break the glass, nor for who must not see content.
    /// </summary>
    public static IEnumerable<Emergency> Emergencies(PeopleBook book, HolderFile holder, DateTimeOffset now)
    {
        var day = DateOnly.FromDateTime(now.UtcDateTime);
        var lasting = holder.Emergencies.Where(emergency => now < emergency.Fact.Until).ToList();
        return lasting.Count > 0 && MayBreakGlass(book, holder, day) && !IsBlind(book, holder, day) ? lasting : [];
    }

    /// <summary>The pass of a holder under a permission; or why there is none.</summary>
    public static Answer<Pass> PassOf(PeopleBook book, string name, string permission, DateTimeOffset now, PlaceTree places)
    {
        var day = DateOnly.FromDateTime(now.UtcDateTime);
        if (!book.Holders.TryGetValue(name, out var holder) || !holder.IsActive(day, View.Everything))
            return AccessRefusals.SignInRequired.At(default);
        var emergencies = Seeing.Contains(permission)
            ? Emergencies(book, holder, now).Select(emergency => emergency.Fact.Place).ToList()
            : [];
        var where = new List<string>();
        string? missing = null;
        foreach (var (appointed, role, _) in Held(book, holder, day, View.Everything).Where(held => held.Role.Permissions.Contains(permission)))
        {
            if (Missing(holder, role, day, View.Everything).FirstOrDefault() is { } course)
                missing = $"{role.Id}: {course}";
            else
                where.Add(appointed.Place);
        }

        where.AddRange(emergencies);
        if (where.Count == 0 && permission != Places.SignedIn)
            return missing is null
                ? AccessRefusals.NotAllowed.At(default, permission)
                : AccessRefusals.CertificateMissing.At(default, missing);
        var clearances = IsBlind(book, holder, day) ? [] : Clearances(holder, day);
        return new HolderPass(where, [.. clearances, .. emergencies], places);
    }

    /// <summary>
    /// Whether a role is held that never sees content: it takes every clearance and emergency access away, whichever came
    /// first.
    /// </summary>
    public static bool IsBlind(PeopleBook book, HolderFile holder, DateOnly day) =>
        Held(book, holder, day, View.Everything).Any(held => !held.Role.SeesContent);

    /// <summary>Whether nobody alone may open a way in as a holder: <see cref="HolderStanding.IsGuarded"/>.</summary>
    public static bool IsGuarded(PeopleBook book, HolderFile holder, DateOnly day) =>
        holder.Clearances.Exists(grant => grant.IsOpen(day, View.Everything))
        || holder.Appointments.Where(grant => grant.IsOpen(day, View.Everything)).Select(grant => book.RoleOf(((Appointed)grant.Fact).Role))
            .OfType<Role>().Any(role => role.TakesTwoPersons || role.NeedsSecondFactor || role.Permissions.Any(Seeing.Contains));

    private static bool MayBreakGlass(PeopleBook book, HolderFile holder, DateOnly day) => Held(book, holder, day, View.Everything).Any(held =>
        held.Role.Permissions.Contains(PeoplePermissions.BreakGlass) && !Missing(holder, held.Role, day, View.Everything).Any());

    private static IEnumerable<string> Clearances(HolderFile holder, DateOnly day) =>
        holder.Clearances.Where(grant => grant.Holds(day, View.Everything)).Select(grant => ((ClearanceGranted)grant.Fact).Place);

    private sealed class HolderPass(IReadOnlyList<string> where, IReadOnlyList<string> clearedFor, PlaceTree places) : Pass
    {
        public override bool Covers(string place) => where.Any(outer => places.IsIn(place, outer));

        public override bool IsClearedFor(string place) => clearedFor.Any(outer => places.IsIn(place, outer));
    }
}
