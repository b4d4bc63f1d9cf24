using Custodia.Books;
using Custodia.Books.Access;
using Custodia.Books.Approvals;
using Custodia.People.Commands;
using Custodia.People.Facts;
using Custodia.People.Roles;
using static Custodia.People.Tests.PeopleJournal;

namespace Custodia.People.Tests;

/// <summary>Given who is appointed and cleared, when somebody acts or looks, then.</summary>
public sealed class RightsTests : IDisposable
{
    private readonly PeopleJournal _journal = new();

    public static TheoryData<string> BlindRoles => ["administrator", "auditor", "security-officer"];

    public void Dispose() => _journal.Dispose();

    [Fact]
    public async Task An_appointment_holds_from_its_first_day_to_its_last()
    {
        await _journal.Register("ann");
        await _journal.Do(new Appoint("ann", "inspector", Places.State, Today.AddDays(1), Today.AddDays(2)));
        foreach (var (days, hours, holds) in new[] { (0, 11, false), (1, -12, true), (2, 11, true), (3, -12, false) })
        {
            _journal.Now = Noon.AddDays(days).AddHours(hours);
            Assert.Equal(holds, _journal.Kept("ann", "materials.read") is null);
        }
    }

    [Fact]
    public async Task An_appointment_that_is_ended_gives_nothing_any_more_at_once()
    {
        await _journal.Register("ann");
        var entry = await _journal.Do(new Appoint("ann", "inspector", Places.State));
        Assert.Null(_journal.Kept("ann", "materials.read"));
        await _journal.Do(new EndAppointment(entry, "moved"));
        Assert.Equal("access.not-allowed", _journal.Kept("ann", "materials.read"));
    }

    [Fact]
    public async Task A_certificate_that_expires_takes_the_right_away_on_that_day_and_a_new_one_gives_it_back()
    {
        await _journal.Do(new AdoptRole(new Role("certified", "Certified", "持證者", ["materials.read"], ["accounting"], false, true, [])));
        await _journal.Person("ann", "certified");
        Assert.Equal("access.certificate-missing", _journal.Kept("ann", "materials.read"));
        await _journal.Do(new RecordCertificate("ann", "accounting", Today.AddYears(-1), Today.AddDays(1), "School"));
        Assert.Null(_journal.Kept("ann", "materials.read"));
        _journal.Now = new DateTimeOffset(Today.AddDays(1), new TimeOnly(23, 59), TimeSpan.Zero);
        Assert.Null(_journal.Kept("ann", "materials.read"));
        _journal.Now = new DateTimeOffset(Today.AddDays(2), TimeOnly.MinValue, TimeSpan.Zero);
        Assert.Equal("access.certificate-missing", _journal.Kept("ann", "materials.read"));
        var renewed = await _journal.Do(new RecordCertificate("ann", "accounting", Today.AddDays(2), Today.AddYears(2), "School"));
        Assert.Null(_journal.Kept("ann", "materials.read"));
        await _journal.Do(new WithdrawCertificate(renewed, "failed"));
        Assert.Equal("access.certificate-missing", _journal.Kept("ann", "materials.read"));
    }

    [Fact]
    public async Task Whoever_leaves_has_no_right_after_that_day_whatever_was_given()
    {
        await _journal.Person("ann", "state-accountant", cleared: true);
        await _journal.Do(new Appoint("ann", "accountant", "facility:F1"));
        await _journal.Give("ann", new BreakGlass(Places.State, "fire", 240));
        await _journal.Do(new Leave("ann", Today, "retired"));
        Assert.Equal(Visibility.Open, _journal.Sight("ann", "XAAA"));
        _journal.Now = new DateTimeOffset(Today.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero);
        Assert.All(Permissions.Append(Places.SignedIn), permission =>
            Assert.Equal("access.sign-in-required", _journal.Kept("ann", permission)));
    }

    [Fact]
    public async Task Leaving_can_end_all_rights_at_once()
    {
        await _journal.Person("ann", "inspector", cleared: true);
        await _journal.Do(new Leave("ann", Today.AddDays(-1), "dismissed"));
        Assert.Equal("access.sign-in-required", _journal.Kept("ann", "materials.read"));
    }

    [Fact]
    public async Task Roles_that_exclude_each_other_are_not_held_together_in_either_order_but_one_after_the_other()
    {
        await _journal.Person("admin", "administrator");
        await _journal.Person("first", "auditor");
        await _journal.Person("second", "security-officer");
        Assert.Equal("people.roles-exclude", await _journal.Refusal("admin", new Appoint("first", "security-officer", Places.State)));
        Assert.Equal("people.roles-exclude", await _journal.Refusal("admin", new Appoint("second", "auditor", Places.State)));
        await _journal.Register("third");
        await _journal.Do(new Appoint("third", "auditor", Places.State, Today, Today.AddDays(9)));
        Assert.Equal("people.roles-exclude",
            await _journal.Refusal("admin", new Appoint("third", "security-officer", Places.State, Today.AddDays(9))));
        Assert.Equal(nameof(Outcome.Proposed),
            await _journal.Refusal("admin", new Appoint("third", "security-officer", Places.State, Today.AddDays(10))));
    }

    [Fact]
    public async Task Nobody_gives_rights_to_themselves_nor_approves_what_they_get()
    {
        await _journal.Person("admin", "administrator");
        await _journal.Person("security", "security-officer");
        await _journal.Person("other", "security-officer");
        Assert.Equal("people.own-rights", await _journal.Refusal("admin", new Appoint("admin", "regulator", Places.State)));
        Assert.Equal("people.own-rights", await _journal.Refusal("admin", new RecordCertificate("admin", "gamma", Today, Today, "Me")));
        Assert.Equal("people.own-rights", await _journal.Refusal("security", new GrantClearance("security", Places.State, Today)));
        var proposal = Assert.IsType<Outcome.Proposed>(
            await _journal.Give("admin", new Appoint("security", "operator-approver", "facility:F1"))).Proposal;
        Assert.Equal("approvals.own-proposal", await _journal.Refusal("admin", new Approve(proposal)));
        Assert.Equal("people.own-rights", await _journal.Refusal("security", new Approve(proposal)));
        Assert.Equal(nameof(Outcome.Recorded), await _journal.Refusal("other", new Approve(proposal)));
        Assert.Null(_journal.Kept("security", "materials.approve"));
    }

    [Fact]
    public async Task An_administrator_alone_opens_no_content_by_any_built_in_role_given_to_a_person_of_their_own()
    {
        await _journal.Person("admin", "administrator");
        var alone = new List<string>();
        foreach (var role in BuiltInRoles.All.Select(role => role.Id))
        {
            var puppet = "puppet." + role;
            await _journal.Give("admin", new Holder(puppet, "x", "x", "AUTH", Today));
            if (await _journal.Refusal("admin", new Appoint(puppet, role, Places.State)) != nameof(Outcome.Proposed))
                alone.Add(role);
            await _journal.Give(puppet, new BreakGlass(Places.State, "curious", 240));
            Assert.All(Permissions, permission => Assert.NotEqual(Visibility.Open, _journal.Sight(puppet, "XAAA", permission)));
        }

        Assert.Equal(["accountant", "licensing-officer", "inspector", "customs-officer", "spectroscopist", "laboratory-analyst",
            "official", "auditor"], alone);
    }

    [Theory]
    [MemberData(nameof(BlindRoles))]
    public async Task Who_keeps_the_system_never_sees_content_whichever_came_first(string role)
    {
        await _journal.Person("admin", "administrator");
        await _journal.Person("security", "security-officer");
        await _journal.Person("blind", role);
        Assert.Equal("people.no-content", await _journal.Refusal("security", new GrantClearance("blind", Places.State, Today.AddDays(9))));
        await _journal.Person("cleared", "inspector", cleared: true);
        Assert.Equal("people.no-content", await _journal.Refusal("admin", new Appoint("cleared", role, Places.State)));
        // A clearance that comes after a role of another time, and a role that lost its sight: the gate looks at both.
        await _journal.Do(new Appoint("blind", "inspector", Places.State));
        Assert.NotEqual(Visibility.Open, _journal.Sight("blind", "XAAA"));
        await _journal.Do(new AdoptRole(_journal.People.RoleOf("inspector")! with { SeesContent = false }));
        Assert.Equal(Visibility.Withheld, _journal.Sight("cleared", "XAAA"));
    }

    [Theory]
    [MemberData(nameof(BlindRoles))]
    public async Task Nor_does_emergency_access_open_anything_to_them(string role)
    {
        await _journal.Person("duty", "response-duty-officer");
        Assert.Equal(nameof(Outcome.Recorded), await _journal.Refusal("duty", new BreakGlass("mba:XAAA", "fire")));
        Assert.Equal(Visibility.Open, _journal.Sight("duty", "XAAA"));
        await _journal.Do(new Appoint("duty", role, Places.State));
        Assert.NotEqual(Visibility.Open, _journal.Sight("duty", "XAAA"));
        Assert.Equal("people.no-content", await _journal.Refusal("duty", new BreakGlass("mba:XAAA", "fire")));
    }

    [Fact]
    public async Task A_right_at_an_organisation_reaches_what_it_owns_and_nothing_else()
    {
        await _journal.Person("ann", "accountant", "organisation:OPA", cleared: true);
        Assert.Equal((Visibility.Open, Visibility.Open, Visibility.Hidden),
            (_journal.Sight("ann", "XAAA"), _journal.Sight("ann", "XAAB"), _journal.Sight("ann", "XABA")));
        Assert.Equal(Visibility.Hidden, _journal.Sight("ann", "OTHER"));
        await _journal.Do(new Organisation("OPA", "Operator A", "甲營運者", OrganisationKind.Operator, ["mba:XABA"]));
        Assert.Equal((Visibility.Hidden, Visibility.Open), (_journal.Sight("ann", "XAAA"), _journal.Sight("ann", "XABA")));
    }

    [Fact]
    public async Task Nobody_alone_lets_the_rights_at_an_organisation_reach_further()
    {
        await _journal.Person("admin", "administrator");
        await _journal.Person("security", "security-officer");
        await _journal.Person("ann", "accountant", "organisation:OPA", cleared: true);
        var known = new Organisation("OPA", "Operator A", "甲營運者", OrganisationKind.Operator, ["facility:F1"]);
        Assert.Equal(nameof(Outcome.Recorded), await _journal.Refusal("admin", known with { NameEn = "Operator One" }));
        var wider = Assert.IsType<Outcome.Proposed>(await _journal.Give("admin", known with { Places = ["facility:F1", "facility:F2"] }));
        Assert.Equal(Visibility.Hidden, _journal.Sight("ann", "XABA"));
        Assert.Equal("approvals.own-proposal", await _journal.Refusal("admin", new Approve(wider.Proposal)));
        Assert.Equal(nameof(Outcome.Recorded), await _journal.Refusal("security", new Approve(wider.Proposal)));
        Assert.Equal(Visibility.Open, _journal.Sight("ann", "XABA"));
        Assert.Equal(nameof(Outcome.Recorded), await _journal.Refusal("admin", known));
        Assert.Equal(Visibility.Hidden, _journal.Sight("ann", "XABA"));
    }

    [Fact]
    public async Task Nor_by_registering_an_organisation_at_which_rights_were_given_before_it_was_there()
    {
        await _journal.Person("admin", "administrator");
        await _journal.Person("ann", "accountant", "organisation:LATER", cleared: true);
        var later = new Organisation("LATER", "Later", "後設機構", OrganisationKind.Operator, ["facility:F2"]);
        Assert.Equal(nameof(Outcome.Proposed), await _journal.Refusal("admin", later));
        Assert.Equal(nameof(Outcome.Recorded), await _journal.Refusal("admin", later with { Id = "OTHER" }));
    }

    [Fact]
    public async Task A_right_and_a_clearance_are_both_needed_at_the_place()
    {
        await _journal.Register("ann");
        await _journal.Do(new GrantClearance("ann", "mba:XAAA", Today.AddYears(1)));
        Assert.Equal(Visibility.Hidden, _journal.Sight("ann", "XAAA"));
        await _journal.Do(new Appoint("ann", "accountant", "facility:F1"));
        Assert.Equal((Visibility.Open, Visibility.Withheld), (_journal.Sight("ann", "XAAA"), _journal.Sight("ann", "XAAB")));
        Assert.Equal("access.withheld", await _journal.Refusal("ann", new KeepNote("XAAB", "text")));
        Assert.Equal("access.not-here", await _journal.Refusal("ann", new KeepNote("XABA", "text")));
    }

    [Fact]
    public async Task A_clearance_ends_with_its_last_day()
    {
        await _journal.Register("ann");
        await _journal.Do(new Appoint("ann", "inspector", Places.State));
        await _journal.Do(new GrantClearance("ann", "mba:XAAA", Today.AddDays(1)));
        Assert.Equal(Visibility.Open, _journal.Sight("ann", "XAAA"));
        _journal.Now = Noon.AddDays(2);
        Assert.Equal(Visibility.Withheld, _journal.Sight("ann", "XAAA"));
    }

    [Fact]
    public async Task A_clearance_of_more_than_five_years_is_refused()
    {
        await _journal.Person("security", "security-officer");
        await _journal.Person("ann", "inspector");
        Assert.Equal("people.dates-wrong",
            await _journal.Refusal("security", new GrantClearance("ann", Places.State, Today.AddYears(5).AddDays(1))));
        Assert.Equal(nameof(Outcome.Recorded), await _journal.Refusal("security", new GrantClearance("ann", Places.State, Today.AddYears(5))));
    }

    [Fact]
    public async Task Broken_glass_shows_but_lets_nobody_act_ends_by_itself_and_is_reviewed_by_another()
    {
        await _journal.Person("duty", "response-duty-officer");
        await _journal.Person("security", "security-officer");
        Assert.Equal(Visibility.Hidden, _journal.Sight("duty", "XAAA"));
        var entry = Assert.IsType<Outcome.Recorded>(await _journal.Give("duty", new BreakGlass("facility:F1", "fire", 30))).First;
        Assert.Equal((Visibility.Open, Visibility.Hidden), (_journal.Sight("duty", "XAAA"), _journal.Sight("duty", "XABA")));
        Assert.Equal("access.not-allowed", await _journal.Refusal("duty", new KeepNote("XAAA", "text")));
        var waiting = _journal.Ask<PeopleBook, Queries.EmergenciesQuery, Queries.EmergencyList>(_journal.People, new(), "security");
        Assert.Equal((entry, "duty", "fire"), waiting.Value!.Rows.Select(row => (row.Entry, row.Holder, row.Reason)).Single());
        _journal.Now = Noon.AddMinutes(31);
        Assert.Equal(Visibility.Hidden, _journal.Sight("duty", "XAAA"));
        Assert.Equal(nameof(Outcome.Recorded), await _journal.Refusal("security", new ReviewGlass(entry, false, "no fire")));
        Assert.Equal("people.review-unknown", await _journal.Refusal("security", new ReviewGlass(entry, true, "again")));
        Assert.Empty(_journal.Ask<PeopleBook, Queries.EmergenciesQuery, Queries.EmergencyList>(_journal.People, new(), "security").Value!.Rows);
    }

    [Theory]
    [InlineData("state-accountant")]
    [InlineData("regulator")]
    public async Task Broken_glass_opens_nothing_to_act_on_to_one_who_acts_by_another_right(string role)
    {
        await _journal.Person("ann", role);
        Assert.Equal(nameof(Outcome.Recorded), await _journal.Refusal("ann", new BreakGlass("mba:XAAA", "fire", 240)));
        foreach (var permission in _journal.People.RoleOf(role)!.Permissions)
        {
            Assert.Equal(permission is "materials.read" or "materials.summary" or "materials.reports" ? Visibility.Open : Visibility.Withheld,
                _journal.Sight("ann", "XAAA", permission));
        }
    }

    [Fact]
    public async Task Emergency_access_ends_with_the_appointment_that_let_it_be_taken()
    {
        await _journal.Register("duty");
        var entry = await _journal.Do(new Appoint("duty", "response-duty-officer", Places.State));
        await _journal.Do(new Appoint("duty", "inspector", Places.State));
        await _journal.Give("duty", new BreakGlass("mba:XAAA", "fire", 240));
        Assert.Equal(Visibility.Open, _journal.Sight("duty", "XAAA"));
        Assert.Single(Mine().Emergencies);
        await _journal.Do(new EndAppointment(entry, "suspended"));
        Assert.Equal(Visibility.Withheld, _journal.Sight("duty", "XAAA"));
        Assert.Empty(Mine().Emergencies);

        Queries.MyAccess Mine() => _journal.Ask<PeopleBook, Queries.MyAccessQuery, Queries.MyAccess>(_journal.People, new(), "duty").Value!;
    }

    [Fact]
    public async Task A_session_that_ended_opens_nothing_at_once()
    {
        await _journal.Person("ann", "inspector", cleared: true);
        Assert.Null(_journal.Kept("ann", "materials.read"));
        _journal.Ended.Add("s-ann");
        Assert.Equal("access.sign-in-required", _journal.Kept("ann", "materials.read"));
    }

    [Fact]
    public async Task A_token_of_narrow_use_opens_no_more_than_it_says()
    {
        await _journal.Person("ann", "accountant", cleared: true);
        var narrow = Caller.Authenticated("ann", CallerVia.Api, "t", new HashSet<string> { "materials.read" });
        Assert.True(_journal.Gate.Admit(narrow, "materials.read", Noon).IsGiven);
        Assert.False(_journal.Gate.Admit(narrow, "materials.account", Noon).IsGiven);
        Assert.IsType<Outcome.Refused>(await _journal.Give(narrow, new KeepNote("XAAA", "text")));
    }

    [Fact]
    public async Task Without_an_appointment_one_may_ask_what_one_may_do_and_nothing_else()
    {
        await _journal.Register("ann");
        await _journal.Do(new GrantClearance("ann", Places.State, Today.AddYears(1)));
        foreach (var book in _journal.Node.Books)
        {
            Assert.All(book.Catalogue.Commands.Select(command => command.Permission)
                    .Concat(book.Catalogue.Queries.Select(query => query.Permission)).Where(permission => permission != Places.SignedIn),
                permission => Assert.Equal("access.not-allowed", _journal.Kept("ann", permission)));
        }

        var mine = _journal.Ask<PeopleBook, Queries.MyAccessQuery, Queries.MyAccess>(_journal.People, new(), "ann").Value!;
        Assert.Equal(("ann", 0, 0), (mine.Holder!.Id, mine.Roles.Count, mine.Permissions.Count));
        Assert.Equal("access.sign-in-required", _journal.Kept("nobody", Places.SignedIn));
    }
}
