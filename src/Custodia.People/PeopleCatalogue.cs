using Custodia.Books;
using Custodia.Books.Access;
using Custodia.Books.Approvals;
using Custodia.People.Commands;
using Custodia.People.Facts;
using Custodia.People.Queries;

namespace Custodia.People;

/// <summary>The commands and queries of the book of people.</summary>
public static class PeopleCatalogue
{
    /// <summary>The catalogue.</summary>
    public static Catalogue Instance { get; } = new Catalogue()
        .Command<PeopleBook, Organisation>("register-organisation", PeoplePermissions.Manage,
            new("Register an organisation, or say how a known one stands from now on; two persons where it gains places.",
                "登記機構，或更新既有機構；增列場所者須雙人核可。"), PeopleDecisions.Decide, Target.State,
            new TwoPersons<PeopleBook, Organisation>(PeoplePermissions.Approve, PeopleDecisions.Widens))
        .Command<PeopleBook, Holder>("register", PeoplePermissions.Manage,
            new("Register a person or device.", "登記人員或裝置。"), PeopleDecisions.Decide, PeopleTargets.Of)
        .Command<PeopleBook, Leave>("leave", PeoplePermissions.Manage,
            new("Record that somebody leaves: all rights end with that day.", "登載離任：所有權限於當日終止。"),
            PeopleDecisions.Decide, PeopleTargets.Of)
        .Command<PeopleBook, Post>("set-post", PeoplePermissions.Manage,
            new("Set a funded post, and who fills it.", "設定編列經費之職位及任職人員。"), PeopleDecisions.Decide, PeopleTargets.Of)
        .Command<PeopleBook, AdoptRole>("adopt-role", PeoplePermissions.Manage,
            new("Adopt a role; two persons.", "採用角色（雙人核可）。"), PeopleDecisions.Decide, Target.State,
            TwoPersons<PeopleBook, AdoptRole>.Always(PeoplePermissions.Approve))
        .Command<PeopleBook, Appoint>("appoint", PeoplePermissions.Manage,
            new("Appoint somebody to a role at a place; two persons where it approves, gives rights or opens content.",
                "派任角色；可核可、授權或開啟內容者須雙人核可。"), GrantDecisions.Decide, PeopleTargets.Of,
            new TwoPersons<PeopleBook, Appoint>(PeoplePermissions.Approve,
                (book, command) => book.RoleOf(command.Role)?.TakesTwoPersons ?? false))
        .Command<PeopleBook, EndAppointment>("end-appointment", PeoplePermissions.Manage,
            new("End an appointment.", "終止派任。"), GrantDecisions.Decide, PeopleTargets.Of)
        .Command<PeopleBook, GrantClearance>("grant-clearance", PeoplePermissions.Clear,
            new("Clear somebody to read what is kept of a place.", "授予知悉權限。"), GrantDecisions.Decide, PeopleTargets.Of)
        .Command<PeopleBook, EndClearance>("end-clearance", PeoplePermissions.Clear,
            new("End a clearance.", "終止知悉權限。"), GrantDecisions.Decide, PeopleTargets.Of)
        .Command<PeopleBook, RecordCertificate>("record-certificate", PeoplePermissions.Manage,
            new("Record a certificate of training.", "登載訓練證書。"), PeopleDecisions.Decide, PeopleTargets.Of)
        .Command<PeopleBook, WithdrawCertificate>("withdraw-certificate", PeoplePermissions.Manage,
            new("Withdraw a certificate.", "撤銷證書。"), PeopleDecisions.Decide, PeopleTargets.Of)
        .Command<PeopleBook, BreakGlass>("break-glass", PeoplePermissions.BreakGlass,
            new("Take emergency sight of a place; it is reviewed.", "緊急存取某處資料；事後須經覆核。"),
            GrantDecisions.Decide, Target.None)
        .Command<PeopleBook, ReviewGlass>("review-glass", PeoplePermissions.Review,
            new("Review an emergency access of somebody else.", "覆核他人之緊急存取。"), GrantDecisions.Decide, Target.State)
        .Query<PeopleBook, MyAccessQuery, MyAccess>("my-access", Places.SignedIn,
            new("What you may do, where, and until when.", "您具備之權限、範圍與期限。"), AccessQueries.Ask, Target.None)
        .Query<PeopleBook, HoldersQuery, HolderList>("list", PeoplePermissions.Read,
            new("Persons and devices.", "人員與裝置。"), HolderQueries.Ask, Target.None)
        .Query<PeopleBook, HolderQuery, HolderView>("holder", PeoplePermissions.Read,
            new("One person or device: appointments, clearances, certificates.", "單一人員或裝置：派任、知悉授權與證書。"),
            HolderQueries.Ask, Target.None)
        .Query<PeopleBook, OrganisationsQuery, OrganisationList>("organisations", PeoplePermissions.Read,
            new("The organisations.", "機構。"), HolderQueries.Ask, Target.None)
        .Query<PeopleBook, PostsQuery, PostList>("posts", PeoplePermissions.Read,
            new("The funded posts, and whether they are filled by qualified persons.", "編列經費之職位及其任用與資格。"), PostQueries.Ask, Target.None)
        .Query<PeopleBook, TrustQuery, TrustList>("trust", PeoplePermissions.Read,
            new("The persons with access to what is sealed, and whether they are cleared.", "可接觸封存內容之人員及其查核授權。"),
            PostQueries.Ask, Target.None)
        .Query<PeopleBook, RolesQuery, RoleList>("roles", Places.SignedIn,
            new("The roles and what each may do.", "角色及其權限。"), HolderQueries.Ask, Target.None)
        .Query<PeopleBook, EmergenciesQuery, EmergencyList>("emergencies", PeoplePermissions.Review,
            new("Emergency accesses and their review.", "緊急存取及其覆核。"), HolderQueries.Ask, Target.State);
}

/// <summary>Where the commands of this book act.</summary>
internal static class PeopleTargets
{
    public static IEnumerable<Target> Of(PeopleBook book, Holder command) => [OfOrganisation(command.Organisation)];

    public static IEnumerable<Target> Of(PeopleBook book, Post command) => [OfOrganisation(command.Organisation)];

    public static IEnumerable<Target> Of(PeopleBook book, Leave command) => [OfHolder(book, command.Holder)];

    public static IEnumerable<Target> Of(PeopleBook book, Appoint command) => [Target.At(command.Place)];

    public static IEnumerable<Target> Of(PeopleBook book, GrantClearance command) => [Target.At(command.Place)];

    public static IEnumerable<Target> Of(PeopleBook book, EndAppointment command) => [OfGrant(book, command.Entry)];

    public static IEnumerable<Target> Of(PeopleBook book, EndClearance command) => [OfGrant(book, command.Entry)];

    public static IEnumerable<Target> Of(PeopleBook book, RecordCertificate command) => [OfHolder(book, command.Holder)];

    public static IEnumerable<Target> Of(PeopleBook book, WithdrawCertificate command) => [OfGrant(book, command.Entry)];

    /// <summary>The place of an organisation.</summary>
    public static string PlaceOf(string organisation) => Places.Of("organisation", organisation);

    private static Target OfOrganisation(string organisation) => Target.At(PlaceOf(organisation));

    // Somebody who is unknown is nowhere but in the State: who may act only within an organisation is not told.
    private static Target OfHolder(PeopleBook book, string holder) =>
        book.Holders.TryGetValue(holder, out var file) ? OfOrganisation(file.Holder.Organisation) : Target.At(Places.State);

    private static Target OfGrant(PeopleBook book, long entry) => book.GrantOf(entry)?.Fact switch
    {
        Appointed appointed => Target.At(appointed.Place),
        ClearanceGranted granted => Target.At(granted.Place),
        CertificateRecorded recorded => OfHolder(book, recorded.Holder),
        _ => Target.At(Places.State),
    };
}
