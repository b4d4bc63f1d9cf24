using Custodia.Server.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Custodia.Browser.Tests;

/// <summary>
/// People are appointed by two persons, and what is taken in an emergency is reviewed: with an administrator, a security
/// officer, an officer on duty and a newcomer, on a server of their own.
/// </summary>
public sealed class PeopleJourney(BrowserFixture fixture)
{
    [Fact]
    public async Task A_role_with_approval_rights_is_given_by_two_persons()
    {
        await using var server = await StartAsync();
        var admin = await server.RegisterAsync("wu.admin", "state", false, "administrator");
        var officer = await server.RegisterAsync("lin.officer", "state", false, "security-officer");
        await using var first = await fixture.SignInAsync(server, "wu.admin", admin);
        await using var second = await fixture.SignInAsync(server, "lin.officer", officer);

        await first.GoAsync("/people/new");
        await first.Page.Locator("input[name='id']").FillAsync("Chen");
        await first.Page.GetByRole(AriaRole.Button, new() { Name = "Register" }).ClickAsync();
        await Expect(first.Page.Locator(".refusals")).ToContainTextAsync("people.id-malformed");
        await first.Page.Locator("input[name='id']").FillAsync("chen.regulator");
        await first.Page.Locator("input[name='nameEn']").FillAsync("Chen");
        await first.Page.Locator("input[name='nameZh']").FillAsync("陳");
        await first.Page.Locator("select[name='organisation']").SelectOptionAsync("TEST");
        await first.Page.GetByRole(AriaRole.Button, new() { Name = "Register" }).ClickAsync();
        await Expect(first.Page).ToHaveURLAsync(server.Address + "/people/chen.regulator");
        await AppointAsync(first.Page, "regulator");
        await first.KeepPictureAsync("people-person");

        await second.GoAsync("/work");
        await second.KeepPictureAsync("people-work");
        await second.Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Appoint somebody to a role" }).First.ClickAsync();
        var main = second.Page.Locator("main");
        await Expect(main).ToContainTextAsync("Entries that it would make, approved now: 1");
        await Expect(main).ToContainTextAsync("chen.regulator");
        await PictureInBothAsync(second, "people-proposal");
        await second.Page.GetByRole(AriaRole.Button, new() { Name = "Approve", Exact = true }).ClickAsync();
        await Expect(main.Locator(".state.done")).ToHaveTextAsync("Approved");

        await first.GoAsync("/people/chen.regulator");
        await Expect(first.Page.Locator("main .roles").First).ToContainTextAsync("Regulator");
        await AppointAsync(first.Page, "operator-approver");
        await first.Page.Locator("main").GetByRole(AriaRole.Link, new() { NameRegex = new("^Proposal ") }).ClickAsync();
        await Expect(first.Page.Locator("main")).ToContainTextAsync("Nobody approves a proposal of their own");
        await Expect(first.Page.GetByRole(AriaRole.Button, new() { Name = "Approve", Exact = true })).ToHaveCountAsync(0);

        await second.GoAsync(new Uri(first.Page.Url).AbsolutePath);
        await second.Page.GetByRole(AriaRole.Button, new() { Name = "Reject", Exact = true }).ClickAsync();
        await Expect(second.Page.Locator(".refusals")).ToContainTextAsync("approvals.reason-missing");
        await second.Page.Locator("textarea[name='reason']").FillAsync("One role is enough.");
        await second.Page.GetByRole(AriaRole.Button, new() { Name = "Reject", Exact = true }).ClickAsync();
        await Expect(main.Locator(".state.overdue")).ToHaveTextAsync("Rejected");
        await second.GoAsync("/people/chen.regulator");
        await Expect(second.Page.Locator("main .roles li")).ToHaveCountAsync(1);
        first.WasClean();
        second.WasClean();
    }

    [Fact]
    public async Task Who_breaks_the_glass_is_alarmed_and_reviewed_by_somebody_else()
    {
        await using var server = await StartAsync();
        var duty = await server.RegisterAsync("kao.duty", "state", false, "response-duty-officer");
        var officer = await server.RegisterAsync("lin.officer", "state", false, "security-officer");
        await using var visit = await fixture.SignInAsync(server, "kao.duty", duty);
        await using var review = await fixture.SignInAsync(server, "lin.officer", officer);

        await visit.GoAsync("/me");
        await visit.Page.Locator("input[name='place']").FillAsync("mba:XAFB");
        await visit.Page.Locator("input[name='minutes']").FillAsync("2");
        await visit.Page.Locator("textarea[name='reason']").FillAsync("Fire alarm at the store");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Take emergency access" }).ClickAsync();
        await Expect(visit.Page.Locator(".refusals")).ToContainTextAsync("5 – 240");
        await visit.Page.Locator("input[name='minutes']").FillAsync("30");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Take emergency access" }).ClickAsync();
        await Expect(visit.Page.Locator(".alarm-banner")).ToContainTextAsync("XAFB lasts until 2026-07-20 12:30:00 UTC");
        await PictureInBothAsync(visit, "people-me");

        await review.GoAsync("/people/emergencies");
        await PictureInBothAsync(review, "people-emergencies");
        await review.Page.Locator("select[name='entry']").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await review.Page.Locator("select[name='wasJustified']").SelectOptionAsync("false");
        await review.Page.Locator("textarea[name='finding']").FillAsync("The store was not concerned.");
        await review.Page.GetByRole(AriaRole.Button, new() { Name = "Record the review" }).ClickAsync();
        await Expect(review.Page.Locator(".empty-title")).ToBeVisibleAsync();
        await review.GoAsync("/access?holder=kao.duty");
        await Expect(review.Page.Locator("main tbody tr").First).ToBeVisibleAsync();
        await PictureInBothAsync(review, "people-access-log");
        visit.WasClean();
        review.WasClean();
    }

    [Fact]
    public async Task An_administrator_looks_after_the_sign_in_of_others_but_not_of_an_approver_alone()
    {
        await using var server = await StartAsync();
        var admin = await server.RegisterAsync("wu.admin", "state", false, "administrator");
        await server.RegisterAsync("lin.officer", "state", false, "security-officer");
        await using var visit = await fixture.SignInAsync(server, "wu.admin", admin);
        foreach (var path in new[] { "people", "people/organisations", "people/roles" })
        {
            await visit.GoAsync("/" + path);
            await PictureInBothAsync(visit, "list-" + path.Replace('/', '-'));
        }

        await visit.GoAsync("/people/lin.officer");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Give out a one-time code" }).ClickAsync();
        await Expect(visit.Page.Locator(".once pre")).Not.ToBeEmptyAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Reset the second factor" })).ToHaveCountAsync(0);
        await PictureInBothAsync(visit, "people-sign-in");
        await visit.GoAsync("/people/wu.admin");
        await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Give out a one-time code" })).ToHaveCountAsync(0);

        server.Time.Now += TimeSpan.FromMinutes(16);
        await visit.GoAsync("/people/lin.officer");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Give out a one-time code" }).ClickAsync();
        await Expect(visit.Page.Locator(".refusals")).ToContainTextAsync("signin.not-fresh");
        visit.WasClean();
    }

    [Fact]
    public async Task Keys_are_destroyed_by_two_persons_once_the_name_was_typed()
    {
        await using var server = await StartAsync();
        var officer = await server.RegisterAsync("lin.officer", "state", false, "security-officer");
        await using var visit = await fixture.SignInAsync(server, "lin.officer", officer);
        await visit.GoAsync("/journal/keys");
        var destroy = visit.Page.GetByRole(AriaRole.Form, new() { Name = "Destroy the keys of a compartment" });
        await destroy.Locator("select").SelectOptionAsync("people");
        await destroy.Locator("textarea").FillAsync("Retention has ended.");
        var give = destroy.GetByRole(AriaRole.Button, new() { Name = "Propose the destruction" });
        await Expect(give).ToBeDisabledAsync();
        await destroy.Locator("input[name='confirmed']").FillAsync("people");
        await give.ClickAsync();
        await Expect(visit.Page.Locator("main .notice").Last).ToContainTextAsync("This needs a second person");
        var rotate = visit.Page.GetByRole(AriaRole.Form, new() { Name = "Rotate a key" });
        await rotate.Locator("select").SelectOptionAsync("people");
        await rotate.Locator("textarea").FillAsync("Yearly change");
        await rotate.GetByRole(AriaRole.Button, new() { Name = "Rotate" }).ClickAsync();
        await Expect(visit.Page.Locator("main tr", new() { HasText = "people" }).Locator("td").Nth(1)).ToHaveTextAsync("2");
        await PictureInBothAsync(visit, "people-keys");
        visit.WasClean();
    }

    private static Task<TestServer> StartAsync() =>
        TestServer.StartAsync(folder => FirstContent.Fill(folder, withSample: false, _ => { }));

    private static async Task AppointAsync(IPage page, string role)
    {
        var form = page.GetByRole(AriaRole.Form, new() { Name = "Appoint to a role" });
        await form.Locator("select[name='role']").SelectOptionAsync(role);
        await form.Locator("input[name='place']").FillAsync("state");
        await form.GetByRole(AriaRole.Button, new() { Name = "Appoint" }).ClickAsync();
        await Expect(page.Locator("main .notice")).ToContainTextAsync("This needs a second person");
    }

    private static async Task PictureInBothAsync(Visit visit, string name)
    {
        var here = new Uri(visit.Page.Url).PathAndQuery;
        await visit.KeepPictureAsync(name);
        await visit.GoAsync("/language?to=zh-Hant&return=" + Uri.EscapeDataString(here));
        await visit.KeepPictureAsync(name + "-zh-Hant");
        await visit.GoAsync("/language?to=en&return=" + Uri.EscapeDataString(here));
    }
}
