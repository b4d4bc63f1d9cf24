using System.Net;
using System.Text.Json;
using Custodia.Books;
using Custodia.Books.Access;
using Custodia.People.Commands;
using Custodia.People.Facts;
using Custodia.Server.Access;
using Custodia.Server.Reading;
using Custodia.Server.SignIn;

namespace Custodia.Abuse.Tests;

/// <summary>Whoever wants more than was given to them.</summary>
public sealed class EscalationTests(StateServer state)
{
    [Fact]
    public async Task A_token_does_no_more_than_its_scope()
    {
        using var visitor = state.Visit();
        var read = state.People.Token("tester", "read");
        var write = state.People.Token("tester", "write");
        Assert.Equal(HttpStatusCode.OK, (await visitor.Get("/api/v1/materials/batches?mba=XA01", read)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Get("/api/v1/materials/batches?mba=XA01", write)).Status);
        var count = state.Data.Materials.Mbas["XA01"].Lines.Count;
        foreach (var (path, input) in Commands())
        {
            var seen = await visitor.PostJson("/api/v1/" + path, input, read);
            Assert.True(seen.Status is HttpStatusCode.Forbidden or HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity, path);
        }

        Assert.Equal(count, state.Data.Materials.Mbas["XA01"].Lines.Count);
    }

    [Fact]
    public async Task A_token_that_only_reads_takes_back_no_proposal()
    {
        await state.People.Register("proposer", "state", cleared: false, "administrator");
        await state.People.Register("candidate", null, cleared: false);
        var proposed = await state.Done("people/appoint",
            $$"""{"holder":"candidate","role":"regulator","place":"state"}""", "proposer");
        var number = (long)proposed["proposal"]!;
        using var visitor = state.Visit();
        var seen = await visitor.PostJson("/api/v1/approvals/withdraw", $$"""{"proposal":{{number}}}""", state.People.Token("proposer", "read"));
        Assert.Equal((HttpStatusCode.Forbidden, "access.not-allowed"), (seen.Status, seen.Code));
        await state.Done("approvals/withdraw", $$"""{"proposal":{{number}}}""", "proposer");
    }

    [Theory]
    [InlineData("people/appoint", """{"holder":"admin","role":"accountant","place":"state"}""", "admin", "people.own-rights")]
    [InlineData("people/appoint", """{"holder":"admin","role":"regulator","place":"state"}""", "admin", "people.own-rights")]
    [InlineData("people/record-certificate",
        """{"holder":"admin","course":"portal-monitors","issued":"2026-01-01","validUntil":"2030-01-01","issuer":"x"}""",
        "admin", "people.own-rights")]
    [InlineData("people/grant-clearance", """{"holder":"keeper","place":"state","until":"2027-01-01"}""", "keeper", "people.own-rights")]
    [InlineData("people/appoint", """{"holder":"nobody","role":"accountant","place":"state"}""", "nobody", "access.not-allowed")]
    [InlineData("people/appoint", """{"holder":"nobody","role":"accountant","place":"state"}""", "tester", "access.not-allowed")]
    [InlineData("people/grant-clearance", """{"holder":"nobody","place":"state","until":"2027-01-01"}""", "admin", "access.not-allowed")]
    [InlineData("people/break-glass", """{"place":"state","reason":"curious"}""", "reader", "access.not-allowed")]
    public async Task Nobody_gives_rights_to_themselves_or_without_the_right_to(string path, string json, string person, string code)
    {
        var (status, body) = await state.Give(path, json, person);
        Assert.NotEqual(HttpStatusCode.OK, status);
        Assert.Equal(code, StateServer.Code(body));
    }

    [Fact]
    public async Task An_administrator_alone_reads_nothing_by_a_person_that_they_make_up()
    {
        foreach (var role in (string[])["response-duty-officer", "regulator", "security-officer"])
        {
            var puppet = "puppet." + role;
            await state.Done("people/register",
                $$"""{"id":"{{puppet}}","nameEn":"x","nameZh":"x","organisation":"TEST","from":"2026-01-01"}""", "admin");
            var proposed = await state.Done("people/appoint", $$"""{"holder":"{{puppet}}","role":"{{role}}","place":"state"}""", "admin");
            Assert.NotNull(proposed["proposal"]);
            var (_, body) = await state.Give("people/break-glass", """{"place":"state","reason":"curious"}""", puppet);
            Assert.Equal("access.not-allowed", StateServer.Code(body));
        }
    }

    [Fact]
    public async Task An_administrator_alone_does_not_make_an_organisation_reach_further()
    {
        await state.People.Do(new Organisation("NARROW", "x", "x", OrganisationKind.Operator, ["site:NARROW"]));
        var wider = await state.Done("people/register-organisation",
            """{"id":"NARROW","nameEn":"x","nameZh":"x","kind":"operator","places":["site:NARROW","facility:XA-B"]}""", "admin");
        Assert.NotNull(wider["proposal"]);
        Assert.DoesNotContain("organisation:NARROW", state.Data.People.PlacesAround("facility:XA-B"));
    }

    [Fact]
    public async Task No_officer_alone_signs_in_as_somebody_who_sees_content()
    {
        await state.People.Register("victim", "state", cleared: true, "inspector");
        var credentials = state.Get<Credentials>();
        var first = Desk("admin").OpenEnrolment("victim").Value!;
        var second = Desk("keeper").ConfirmEnrolment("victim").Value!;
        foreach (var refused in new[] { Desk("admin").ConfirmEnrolment("victim"), Desk("keeper").OpenEnrolment("victim") })
            Assert.Equal("access.not-allowed", Assert.Single(refused.Refusals).Code);
        Assert.Equal("access.not-allowed", Assert.Single(Desk("admin").ResetSecondFactor("victim").Refusals).Code);
        foreach (var alone in new[] { first, second, first + first, second + second })
            Assert.NotEmpty(await credentials.Enrol("victim", alone, StateServer.Password, null, TestContext.Current.CancellationToken));
        Assert.Null(state.Get<SecretStore>().Find("victim")!.PasswordHash);
        Assert.Empty(await credentials.Enrol("victim", first + second, StateServer.Password, null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Nobody_approves_what_they_proposed_by_whatever_id_or_field()
    {
        await state.People.Register("two-hats", "state", cleared: false, "administrator");
        await state.People.Do(new AdoptRole(new Role("approving-admin", "x", "x", ["people.approve", "people.manage"], [], false, false, [])));
        await state.People.Do(new Appoint("two-hats", "approving-admin", "state"));
        await state.People.Register("friend", null, cleared: false);
        var id = Guid.NewGuid();
        var json = """{"holder":"friend","role":"regulator","place":"state"}""";
        var number = (long)(await state.Done("people/appoint?commandId=" + id, json, "two-hats"))["proposal"]!;
        // With the id of the proposal it is a repeat of the proposal; with a new one, or as the house, it is refused.
        Assert.True((bool)(await state.Done("people/appoint?commandId=" + id, json, "two-hats"))["isRepeat"]!);
        foreach (var (query, input, expected) in new[]
        {
            ("", $$"""{"proposal":{{number}}}""", "approvals.own-proposal"),
            ("?commandId=" + id, $$"""{"proposal":{{number}}}""", "approvals.own-proposal"),
            ("?try=true", $$"""{"proposal":{{number}}}""", "approvals.own-proposal"),
            ("?actor=keeper", $$"""{"proposal":{{number}}}""", "approvals.own-proposal"),
            ("", $$"""{"proposal":{{number}},"approver":"keeper"}""", "input.malformed"),
        })
        {
            var (_, body) = await state.Give("approvals/approve" + query, input, "two-hats");
            Assert.Equal(expected, StateServer.Code(body));
        }

        // Nor does whom it favours.
        Assert.Equal("approvals.unknown", StateServer.Code((await state.Give("approvals/approve", $$"""{"proposal":{{number}}}""", "friend")).Body));
        Assert.Empty(state.Data.People.Holders["friend"].Appointments);
        await state.Done("approvals/approve", $$"""{"proposal":{{number}}}""", "keeper");
        Assert.Single(state.Data.People.Holders["friend"].Appointments);
    }

    [Theory]
    [InlineData("access/record")]
    [InlineData("house/record")]
    [InlineData("journal/append")]
    [InlineData("people/record")]
    public async Task What_the_house_does_for_itself_has_no_address(string path)
    {
        var (status, _) = await state.Give(path, """{"facts":[]}""", "tester");
        Assert.True(status is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed, status.ToString());
        using var visitor = state.Visit();
        foreach (var (header, value) in new[] { ("X-Custodia-House", "1"), ("X-Forwarded-User", "custodia"), ("X-Remote-User", "tester") })
        {
            visitor.Client.DefaultRequestHeaders.Add(header, value);
            Assert.Null(await visitor.WhoAmI());
        }
    }

    [Fact]
    public async Task A_device_approves_nothing_even_by_a_role_that_came_to_approve_later()
    {
        var role = new Role("gate-role", "x", "x", [], [], false, false, []);
        await state.People.Do(new AdoptRole(role));
        await state.People.Do(new Holder("gate-7", "x", "x", "TEST", new DateOnly(2026, 1, 1), HolderKind.Device));
        await state.People.Do(new Appoint("gate-7", "gate-role", "state"));
        await state.People.Do(new AdoptRole(role with { Permissions = ["people.approve", "people.manage"] }));
        await state.People.Register("hopeful", null, cleared: false);
        var number = (long)(await state.Done("people/appoint", """{"holder":"hopeful","role":"regulator","place":"state"}""", "admin"))["proposal"]!;
        Assert.Equal("approvals.unknown", StateServer.Code((await state.Give("approvals/approve", $$"""{"proposal":{{number}}}""", "gate-7")).Body));
        Assert.Equal("access.not-allowed",
            StateServer.Code((await state.Give("people/leave", """{"holder":"hopeful","lastDay":"2026-12-31","reason":"x"}""", "gate-7")).Body));
        Assert.Equal("people.device-role",
            StateServer.Code((await state.Give("people/appoint", """{"holder":"gate-7","role":"regulator","place":"state"}""", "admin")).Body));
    }

    [Theory]
    [InlineData("state")]
    [InlineData("organisation:TEST")]
    [InlineData("organisation:RING")]
    public async Task An_organisation_does_not_come_to_hold_the_State_or_another_one_or_itself(string place)
    {
        var (status, body) = await state.Give("people/register-organisation",
            JsonSerializer.Serialize(new { id = "RING", nameEn = "x", nameZh = "x", kind = "operator", places = new[] { place } }), "admin");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "people.place-malformed"), (status, StateServer.Code(body)));
    }

    private SignInDesk Desk(string person)
    {
        var sessions = state.Get<Sessions>();
        var (session, _) = sessions.Begin(person, SignInClaims.ByCode, null, null);
        var caller = Caller.Authenticated(person, CallerVia.Page, session.Id);
        return new SignInDesk(new Desk(state.Data, () => caller), state.Get<Credentials>(), state.Get<ApiTokens>(),
            state.Get<SecretStore>(), sessions, TimeProvider.System);
    }

    /// <summary>Every command of every book, with a change that would be taken where it is one.</summary>
    private IEnumerable<(string Path, string Input)> Commands() =>
        from book in state.Data.Node.Books
        from command in book.Catalogue.Commands
        select ($"{book.Name}/{command.Name}", command.Name == "record-change" ? StateServer.Change("XA01", "SCOPE") : "{}");
}
