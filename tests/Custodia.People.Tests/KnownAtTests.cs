using Custodia.Books;
using Custodia.Books.Access;
using Custodia.People.Commands;
using Custodia.People.Facts;
using Custodia.People.Queries;
using static Custodia.People.Tests.PeopleJournal;

namespace Custodia.People.Tests;

/// <summary>What was known of people at an entry is told as it was known then, whatever came after.</summary>
public sealed class KnownAtTests : IDisposable
{
    private static readonly Role Trained = new("trained", "Trained", "受訓者", ["materials.read"], ["accounting"], false, true, []);

    private readonly PeopleJournal _journal = new();

    public void Dispose() => _journal.Dispose();

    [Fact]
    public async Task Persons_stand_as_they_were_known()
    {
        await _journal.Person("auditor", "auditor");
        await _journal.Do(new AdoptRole(Trained));
        await _journal.Register("ann");
        var given = await _journal.Do(new Appoint("ann", "inspector", Places.State));
        var then = await _journal.Do(new Appoint("ann", "trained", Places.State));
        var before = Row(then);
        Assert.Equal((true, null), (before.IsActive, before.LastDay));
        Assert.Equal(["inspector", "trained"], before.Roles.Select(role => role.Role));
        Assert.Equal(["accounting"], before.Roles[1].Missing);

        await _journal.Do(new RecordCertificate("ann", "accounting", Today, Today.AddYears(1), "School"));
        await _journal.Do(new AdoptRole(Trained with { NameEn = "Changed" }));
        await _journal.Do(new Appoint("ann", "official", Places.State));
        await _journal.Do(new EndAppointment(given, "moved"));
        await _journal.Do(new Leave("ann", Today.AddDays(-1), "left"));
        Same(before, Row(then));
        Assert.Equal(["inspector"], Row(given).Roles.Select(role => role.Role));
        Assert.Equal(1, List(new(Role: "inspector", Text: "ann"), then).Total);
        Assert.Equal(0, List(new(Role: "official", Text: "ann", Left: true), then).Total);
        var now = Row(null);
        Assert.Equal((false, Today.AddDays(-1), 0), (now.IsActive, now.LastDay, now.Roles.Count));
    }

    [Fact]
    public async Task An_organisation_that_changed_stands_as_it_was_known()
    {
        await _journal.Person("auditor", "auditor");
        var then = _journal.Store.Count - 1;
        var before = Organisations(then);
        Assert.Equal(["AUTH", "OPA"], before.Select(organisation => organisation.Id));
        await _journal.Do(new Organisation("OPA", "Operator One", "甲營運者", OrganisationKind.Operator, ["facility:F2"]));
        await _journal.Do(new Organisation("NEW", "New", "新", OrganisationKind.Police, []));
        Assert.Equal(before, Organisations(then));
        Assert.Equal(["Authority", "New", "Operator One"], Organisations(null).Select(organisation => organisation.NameEn));
    }

    [Fact]
    public async Task A_page_past_every_row_is_empty_however_far()
    {
        await _journal.Person("auditor", "auditor");
        Assert.Empty(List(new(Page: int.MaxValue, Size: 5_000), null).Rows);
        var log = _journal.Ask<Access.AccessBook, Access.AccessLogQuery, Access.AccessLogPage>(
            _journal.AccessBook, new(Page: int.MaxValue, Size: 5_000), "auditor");
        Assert.Empty(log.Value!.Rows);
    }

    private static void Same(HolderRow expected, HolderRow found)
    {
        Assert.Equal((expected.IsActive, expected.LastDay), (found.IsActive, found.LastDay));
        Assert.Equal(expected.Roles.Select(Told), found.Roles.Select(Told));

        static string Told(HeldRole role) => $"{role.Entry} {role.NameEn} {role.Until} {string.Join(',', role.Missing)}";
    }

    private HolderRow Row(long? knownAt) => _journal.Ask<PeopleBook, HolderQuery, HolderView>(
        _journal.People, new("ann"), "auditor", new ViewRequest(null, knownAt)).Value!.Row;

    private HolderList List(HoldersQuery query, long? knownAt) => _journal.Ask<PeopleBook, HoldersQuery, HolderList>(
        _journal.People, query, "auditor", new ViewRequest(null, knownAt)).Value!;

    private IReadOnlyList<Organisation> Organisations(long? knownAt) => _journal.Ask<PeopleBook, OrganisationsQuery, OrganisationList>(
        _journal.People, new(), "auditor", new ViewRequest(null, knownAt)).Value!.Rows;
}
