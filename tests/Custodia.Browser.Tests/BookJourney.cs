using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Custodia.Browser.Tests;

public sealed class BookJourney(BrowserFixture fixture)
{
    [Fact]
    public async Task The_overview_states_what_the_State_holds_and_what_is_wrong()
    {
        await using var visit = await fixture.OpenAsync();
        await visit.GoAsync("/");
        var holdings = visit.Page.GetByRole(AriaRole.Region, new() { Name = "State holdings by category" });
        await Expect(holdings.GetByRole(AriaRole.Row).Filter(new() { HasText = "Plutonium" }))
            .ToContainTextAsync("17,940 g");
        var problems = visit.Page.GetByRole(AriaRole.Region, new() { Name = "Open transfer problems" });
        await Expect(problems).ToContainTextAsync("FA2606");
        await Expect(problems).ToContainTextAsync("No receipt");
        visit.WasClean();
    }

    [Fact]
    public async Task A_holding_is_traced_to_its_areas_and_their_entries()
    {
        await using var visit = await fixture.OpenAsync();
        await visit.GoAsync("/");
        await visit.Page.GetByLabel("Which entries make this figure? Low enriched uranium (LEU)").ClickAsync();
        var panel = visit.Page.GetByRole(AriaRole.Dialog);
        await Expect(panel).ToContainTextAsync("ZLRA");
        await panel.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "ZLFB" })
            .GetByRole(AriaRole.Button).ClickAsync();
        await panel.Locator("a.sequence").First.ClickAsync();
        await Expect(visit.Page.Locator("h1")).ToContainTextAsync("Journal entry");
        visit.WasClean();
    }

    [Fact]
    public async Task The_balance_reads_with_its_convention_and_with_what_changed_since_it_was_struck()
    {
        await using var visit = await fixture.OpenAsync();
        await visit.GoAsync("/mba/ZLFB/balance?day=2026-06-30");
        var muf = visit.Page.Locator("table.statement tr").Filter(new() { HasText = "MF" });
        await Expect(muf).ToContainTextAsync("+5,900 g");
        await Expect(visit.Page.Locator(".convention")).ToContainTextAsync("MUF = BA − PE");
        var since = visit.Page.GetByRole(AriaRole.Region, new() { Name = "Since the balance was struck" });
        await Expect(since.GetByRole(AriaRole.Row).Filter(new() { HasText = "MF" })).ToContainTextAsync("6,800 g");

        await muf.GetByRole(AriaRole.Button).ClickAsync();
        var panel = visit.Page.GetByRole(AriaRole.Dialog);
        await Expect(panel.Locator(".panel-amount")).ToContainTextAsync("5,900 g");
        await Expect(panel.Locator("tbody tr").First).ToContainTextAsync("PB");
        visit.WasClean();
    }

    [Fact]
    public async Task The_past_is_asked_by_day_and_by_entry_in_the_address()
    {
        await using var visit = await fixture.OpenAsync();
        await visit.GoAsync("/mba/ZLFB");
        await visit.Page.GetByLabel("As of", new() { Exact = true }).FillAsync("2025-07-01");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }).ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync(fixture.Address + "/mba/ZLFB?asOf=2025-07-01");
        await Expect(visit.Page.Locator(".card-figure").First).ToContainTextAsync("9,000,000 g");
        await Expect(visit.Page.Locator(".as-of-banner")).ToContainTextAsync("as they stood on 2025-07-01");

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Balance", Exact = true }).ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync(fixture.Address + "/mba/ZLFB/balance?asOf=2025-07-01");
        visit.WasClean();
    }

    [Fact]
    public async Task A_corrected_row_is_struck_through_and_leads_to_what_replaced_it()
    {
        await using var visit = await fixture.OpenAsync();
        await visit.GoAsync("/mba/ZLFB?code=TW&material=E/G");
        var struck = visit.Page.Locator(".ledger tr.superseded");
        await Expect(struck).ToContainTextAsync("14,000 g");
        var by = await struck.Locator(".chain .sequence").GetAttributeAsync("href");
        var replaced = visit.Page.Locator(".ledger tbody tr").Filter(new() { HasText = "Weight misread" });
        await Expect(replaced.Locator(".sequence").First).ToHaveAttributeAsync("href", by!);
        visit.WasClean();
    }

    [Fact]
    public async Task A_batch_shows_where_it_came_from_and_where_it_went()
    {
        await using var visit = await fixture.OpenAsync();
        await visit.GoAsync("/mba/ZLFB/batch/FA2601");
        var graph = visit.Page.Locator("svg.batch-graph");
        await Expect(graph.Locator(".node.emphasised")).ToContainTextAsync("FA2601");
        await graph.GetByText("CYL-R", new() { Exact = true }).First.ClickAsync();
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("CYL-R");
        visit.WasClean();
    }

    [Fact]
    public async Task The_same_balance_reads_in_Chinese()
    {
        await using var visit = await fixture.OpenAsync();
        await visit.GoAsync("/mba/ZLFB/balance?day=2026-06-30");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "正體中文" }).ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync(fixture.Address + "/mba/ZLFB/balance?day=2026-06-30");
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("ZLFB 燃料製造區");
        await Expect(visit.Page.Locator(".convention")).ToContainTextAsync("表觀損失");
        await Expect(visit.Page.Locator("table.statement tr").Filter(new() { HasText = "不明物料量" }))
            .ToContainTextAsync("+5,900 g");
        visit.WasClean();
    }
}
