using Custodia.Books;
using Custodia.Books.Access;
using Custodia.People.Access;
using Custodia.People.Facts;
using Custodia.Testing;

namespace Custodia.People.Tests;

/// <summary>What stands in a journal lives for ever: each kind and version against its golden file.</summary>
public sealed class KindTests
{
    private static readonly DateOnly From = new(2026, 7, 20);
    private static readonly DateOnly Until = new(2027, 7, 19);
    private static readonly DateTimeOffset Noon = new(2026, 7, 20, 12, 0, 0, TimeSpan.Zero);

    private static readonly Fact[] Facts =
    [
        new OrganisationRegistered(new("OP-A", "Operator A", "甲營運者", OrganisationKind.Operator, ["facility:XA-F", "mba:XAFB"])),
        new RoleAdopted(new("shift-accountant", "Shift accountant", "值班料帳員", ["materials.read", "materials.account"],
            ["accounting"], true, true, ["auditor"])),
        new HolderRegistered(new("a.person", "A Person", "某人", "OP-A", From, HolderKind.Device)),
        new HolderLeft("a.person", Until, "Retired 退休"),
        new PostSet(new("inspector-1", "AUTH", "Inspector", "檢查員", From, "a.person", "inspection", Until)),
        new Appointed("a.person", "shift-accountant", "facility:XA-F", From, Until),
        new GrantEnded(17, Until, "Moved 調職"),
        new ClearanceGranted("a.person", "mba:XAFB", From, Until),
        new CertificateRecorded("a.person", "accounting", From, Until, "School 學校"),
        new CertificateWithdrawn(18, Until, "Failed 未通過"),
        new GlassBroken("a.person", "mba:XAFB", "Fire 火警", Noon),
        new GlassReviewed(19, true, "Right 正當"),
        new ContentSeen("a.person", CallerVia.Certificate, "materials/ledger", ["mba:XAFB"]),
        new AccessDenied("a.person", "materials/ledger", "access.not-here", 3),
        new DoorUsed(DoorEvent.SecondFactorChanged, "a.person", "b.person", 1),
    ];

    private static readonly Kind[] All = [.. PeopleKinds.Table.All, .. AccessKinds()];

    public static TheoryData<string> Names => [.. All.Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_version_that_was_ever_written_is_read_and_the_newest_is_written_byte_for_byte(string name) =>
        GoldenKinds.Check(All.Single(known => known.Name == name), Facts);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_body_with_a_property_that_no_version_has_is_refused(string name) =>
        GoldenKinds.CheckStrange(All.Single(known => known.Name == name));

    [Fact]
    public void What_concerns_a_person_is_sealed_and_can_be_erased()
    {
        var open = Facts.Where(fact => fact.Compartment.Length == 0).Select(fact => fact.GetType().Name).Order();
        Assert.Equal([nameof(AccessDenied), nameof(ContentSeen), nameof(DoorUsed), nameof(OrganisationRegistered), nameof(RoleAdopted)], open);
    }

    private static IEnumerable<Kind> AccessKinds()
    {
        using var book = new AccessBook();
        return book.Kinds.All;
    }
}
