using Custodia.Books;
using Custodia.Books.Access;
using Custodia.People.Facts;

namespace Custodia.People.Queries;

/// <summary>Asks for persons and devices.</summary>
public sealed record HoldersQuery(
    [property: Meaning("Only this organisation", "僅此機構")] string? Organisation = null,
    [property: Meaning("Only who holds this role", "僅具此角色者")] string? Role = null,
    [property: Meaning("Those who left, too", "含已離任者")] bool Left = false,
    [property: Meaning("A part of id or name", "識別碼或姓名之部分")] string? Text = null,
    [property: Meaning("Page, from 1", "頁碼，自 1 起")] int Page = 1,
    [property: Meaning("Rows on a page, at most 5,000", "每頁列數，最多 5,000")] int Size = 100);

/// <summary>Persons and devices, by id.</summary>
/// <param name="Total">How many there are.</param>
/// <param name="Rows">Those of the page.</param>
public sealed record HolderList(int Total, IReadOnlyList<HolderRow> Rows);

/// <summary>A person or device in short.</summary>
/// <param name="Holder">Who.</param>
/// <param name="IsActive">Whether any right can hold today.</param>
/// <param name="LastDay">Last day, of who left.</param>
/// <param name="Roles">The roles held.</param>
public sealed record HolderRow(Holder Holder, bool IsActive, DateOnly? LastDay, IReadOnlyList<HeldRole> Roles);

/// <summary>Asks for one person or device.</summary>
public sealed record HolderQuery([property: Meaning("Id", "識別碼")] string Id);

/// <summary>One person or device.</summary>
/// <param name="Row">In short.</param>
/// <param name="Entry">The entry that registered it.</param>
/// <param name="Appointments">All appointments, the newest first.</param>
/// <param name="Clearances">All clearances, the newest first.</param>
/// <param name="Certificates">All certificates, the newest first.</param>
public sealed record HolderView(HolderRow Row, long Entry, IReadOnlyList<GrantRow> Appointments,
    IReadOnlyList<GrantRow> Clearances, IReadOnlyList<GrantRow> Certificates);

/// <summary>Something given for a time.</summary>
/// <param name="Entry">The entry that gave it.</param>
/// <param name="What">Role, or course, or nothing for a clearance.</param>
/// <param name="Place">Where, or nothing for a certificate.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day, or absent.</param>
/// <param name="By">Who gave it.</param>
/// <param name="EndedBy">Who ended it before its time.</param>
/// <param name="Reason">Why it was ended.</param>
public sealed record GrantRow(long Entry, string? What, string? Place, DateOnly From, DateOnly? Until, string By,
    string? EndedBy, string? Reason)
{
    internal static GrantRow Of(Grant grant, View view)
    {
        var end = grant.EndIn(view);
        var (what, place) = grant.Fact switch
        {
            Appointed appointed => (appointed.Role, appointed.Place),
            ClearanceGranted granted => ((string?)null, granted.Place),
            CertificateRecorded recorded => (recorded.Course, (string?)null),
            _ => throw new InvalidOperationException("A grant of no known sort."),
        };
        return new GrantRow(grant.Stamp.Sequence, what, place, grant.From, end?.LastDay ?? grant.Until, grant.Stamp.Actor,
            end?.Stamp.Actor, end?.Reason);
    }
}

/// <summary>Asks for the organisations.</summary>
public sealed record OrganisationsQuery;

/// <summary>The organisations, by id.</summary>
/// <param name="Rows">All that one may see.</param>
public sealed record OrganisationList(IReadOnlyList<Organisation> Rows);

/// <summary>Asks for the roles.</summary>
public sealed record RolesQuery;

/// <summary>The roles, by id.</summary>
/// <param name="Rows">All roles.</param>
public sealed record RoleList(IReadOnlyList<Role> Rows);

/// <summary>Asks for emergency accesses.</summary>
public sealed record EmergenciesQuery([property: Meaning("Only those that wait for review", "僅待覆核者")] bool Open = true);

/// <summary>Emergency accesses, the newest first.</summary>
/// <param name="Rows">All that were asked for.</param>
public sealed record EmergencyList(IReadOnlyList<EmergencyRow> Rows);

/// <summary>An emergency access.</summary>
/// <param name="Entry">Its entry.</param>
/// <param name="Holder">Who.</param>
/// <param name="Place">Of which place.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">From when (UTC).</param>
/// <param name="Until">Until when (UTC).</param>
/// <param name="ReviewedBy">Who reviewed it, or absent.</param>
/// <param name="WasJustified">Whether it was justified, or absent.</param>
/// <param name="Finding">What the review found, or absent.</param>
public sealed record EmergencyRow(long Entry, string Holder, string Place, string Reason, DateTimeOffset At,
    DateTimeOffset Until, string? ReviewedBy, bool? WasJustified, string? Finding)
{
    internal static EmergencyRow Of(Emergency emergency, View view)
    {
        var review = emergency.Review is { } known && view.Knows(known.Stamp.Sequence) ? emergency.Review : null;
        var fact = emergency.Fact;
        return new EmergencyRow(emergency.Stamp.Sequence, fact.Holder, fact.Place, fact.Reason, emergency.Stamp.RecordedAt,
            fact.Until, review?.Stamp.Actor, review?.Fact.WasJustified, review?.Fact.Finding);
    }
}

/// <summary>Answers questions on persons, organisations and roles: only of organisations that the asker's right reaches.</summary>
internal static class HolderQueries
{
    private const int MaxSize = 5_000;

    public static Answer<HolderList> Ask(PeopleBook book, HoldersQuery query, View view)
    {
        if (query.Page < 1 || query.Size is < 1 or > MaxSize)
            return Books.Faces.InputRefusals.Malformed.In("size", $"1 – {MaxSize}", $"{query.Page}, {query.Size}");
        var day = Today(view);
        Opened(view);
        var found = book.Holders.Values
            .Where(holder => IsShown(holder, view) && (query.Left || holder.IsActive(day, view))
                && Matches(book, holder, query, day, view))
            .OrderBy(holder => holder.Holder.Id, StringComparer.Ordinal).ToList();
        var skip = Math.Min((query.Page - 1L) * query.Size, found.Count);
        return new HolderList(found.Count,
            [.. found.Skip((int)skip).Take(query.Size).Select(holder => Row(book, holder, day, view))]);
    }

    public static Answer<HolderView> Ask(PeopleBook book, HolderQuery query, View view)
    {
        if (!book.Holders.TryGetValue(query.Id, out var holder) || !IsShown(holder, view))
            return PeopleRefusals.HolderUnknown.In("id", found: query.Id);
        Opened(view);
        return new HolderView(Row(book, holder, Today(view), view), holder.Stamp.Sequence,
            Rows(holder.Appointments, view), Rows(holder.Clearances, view), Rows(holder.Certificates, view));
    }

    public static Answer<OrganisationList> Ask(PeopleBook book, OrganisationsQuery query, View view) => new OrganisationList(
    [
        .. book.OrganisationsIn(view).Where(found => view.Covers(PeopleTargets.PlaceOf(found.Id)))
            .OrderBy(organisation => organisation.Id, StringComparer.Ordinal),
    ]);

    public static Answer<RoleList> Ask(PeopleBook book, RolesQuery query, View view) =>
        new RoleList([.. book.Roles(view).Select(version => version.Role)]);

    public static Answer<EmergencyList> Ask(PeopleBook book, EmergenciesQuery query, View view)
    {
        Opened(view);
        return new EmergencyList(
        [
            .. book.Emergencies.Values.Where(found => view.Knows(found.Stamp.Sequence))
                .Select(found => EmergencyRow.Of(found, view)).Where(row => !query.Open || row.ReviewedBy is null)
                .OrderByDescending(row => row.Entry),
        ]);
    }

    internal static void Opened(View view) => view.Reader?.Open(Places.Of("compartment", PersonalFact.People));

    internal static bool IsShown(HolderFile holder, View view) =>
        view.Knows(holder.Stamp.Sequence) && view.Covers(PeopleTargets.PlaceOf(holder.Holder.Organisation));

    private static bool Matches(PeopleBook book, HolderFile file, HoldersQuery query, DateOnly day, View view)
    {
        var holder = file.Holder;
        return (query.Organisation is null || holder.Organisation == query.Organisation)
            && (query.Role is null || Rights.Held(book, file, day, view).Any(held => held.Role.Id == query.Role))
            && (query.Text is not { Length: > 0 } text
                || new[] { holder.Id, holder.NameEn, holder.NameZh }.Any(name => name.Contains(text, StringComparison.OrdinalIgnoreCase)));
    }

    private static HolderRow Row(PeopleBook book, HolderFile holder, DateOnly day, View view) => new(
        holder.Holder, holder.IsActive(day, view), holder.LeftIn(view)?.Fact.LastDay, AccessQueries.Roles(book, holder, day, view));

    private static IReadOnlyList<GrantRow> Rows(List<Grant> grants, View view) =>
        [.. Enumerable.Reverse(grants).Where(grant => view.Knows(grant.Stamp.Sequence)).Select(grant => GrantRow.Of(grant, view))];

    internal static DateOnly Today(View view) => view.AsOf != DateOnly.MaxValue
        ? view.AsOf
        : DateOnly.FromDateTime((view.Reader?.Now ?? DateTimeOffset.MinValue).UtcDateTime);
}
