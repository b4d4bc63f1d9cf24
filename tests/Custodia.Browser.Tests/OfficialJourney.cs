using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Custodia.Browser.Tests;

/// <summary>What an official records in a year, on the pages: refused at its field first, then recorded, then seen where it counts.</summary>
public sealed class OfficialJourney(TwoDesks desks) : IClassFixture<TwoDesks>
{
    private const string Text =
        """
        Statement of a meeting

        1. We will keep all nuclear material under our control secure at all times.

        2. We encourage States to convert research reactors from highly enriched to low enriched uranium where that is feasible.
        """;

    private IPage Page => desks.First.Page;

    [Fact]
    public async Task An_indicator_is_attested_with_the_signed_file_and_its_threshold_set()
    {
        await desks.First.GoAsync("/commitments/indicators/IND-S02");
        await desks.RefusedAsync("Record a signed", ["value", "statedOn", "expires", "signatory", "document", "digest"]);
        await desks.RefusedAsync("Record a signed", ["expires", "digest"], ("value", "90"), ("statedOn", "2026-06-30"),
            ("expires", "2026-01-01"), ("signatory", "Office"), ("document", "R-1"), ("digest", "abc"));
        var form = await desks.FormAsync("Record a signed");
        await form.Locator("input[type=file]").SetInputFilesAsync(
            new FilePayload { Name = "signed.pdf", MimeType = "application/pdf", Buffer = "signed"u8.ToArray() });
        await Expect(form.GetByRole(AriaRole.Status)).ToHaveTextAsync("signed.pdf is kept, encrypted.");
        await Expect(form.Locator("[name=digest]")).ToHaveValueAsync("4a3cdfae6f291c8f544daea5b72905cf9e74c1ed427d831ad0d7ca00c73c794d");
        await desks.ProposeAsync("Record a signed", ("expires", "2031-06-30"));

        await desks.First.GoAsync("/commitments/indicators/IND-S02");
        await desks.RefusedAsync("Set the State", ["met"], ("from", "2026-01-01"), ("met", "value >"), ("reason", "Decision 1"));
        await desks.ProposeAsync("Set the State", ("met", "value >= 80"));
        await desks.First.GoAsync("/commitments/indicators/IND-S02");
        await Expect(Page.Locator("dl.facts").First).ToContainTextAsync("Met");
        await Expect(Page.Locator("svg.line-chart text.limit")).ToContainTextAsync("Met: 80");
        desks.First.WasClean();
    }

    [Fact]
    public async Task An_act_of_the_State_changes_how_it_stands()
    {
        await desks.First.GoAsync("/commitments/instruments/icsant");
        await desks.RefusedAsync("Record an act", ["on"], ("act", "Ratify"), ("document", "Law 5"));
        await desks.ProposeAsync("Record an act", ("on", "2026-03-01"));
        await desks.First.GoAsync("/commitments/instruments/icsant");
        await Expect(Page.Locator("main")).ToContainTextAsync("2026-03-01 ratified");
        desks.First.WasClean();
    }

    [Fact]
    public async Task A_recommendation_opens_an_action_that_another_person_closes()
    {
        await desks.First.GoAsync("/commitments/missions/ippas-2021");
        await desks.RefusedAsync("Record a finding", ["owner", "words"], ("number", "R9"));
        await desks.RecordAsync("Record a finding",
            ("number", "R9"), ("owner", "ZL"), ("due", "2026-12-31"), ("words", "Say who may end an exercise."));
        await desks.First.GoAsync("/commitments/actions/ippas-2021.r9");
        await desks.RefusedAsync("Report done", ["evidence"]);
        await desks.GiveAsync("Report done", ("evidence", "D-19"));
        await Expect(Page.Locator("dl.facts").First).ToContainTextAsync("D-19");

        await desks.Second.GoAsync("/commitments/actions/ippas-2021.r9");
        await desks.Second.Page.GetByRole(AriaRole.Button, new() { Name = "Verified: close" }).ClickAsync();
        await Expect(desks.Second.Page.Locator("dl.facts").First).ToContainTextAsync("Verified and closed");
        desks.First.WasClean();
        desks.Second.WasClean();
    }

    [Fact]
    public async Task A_contribution_and_a_cell_of_the_1540_matrix_are_recorded()
    {
        await desks.First.GoAsync("/commitments/cooperation");
        await desks.RefusedAsync("Record a contribution", ["amount", "national"], ("fund", "nuclear-security-fund"),
            ("amount", "a lot"), ("currency", "EUR"), ("on", "2026-03-01"));
        await desks.RecordAsync("Record a contribution", ("amount", "1000"), ("national", "1100.50"), ("receipt", "N-7"));
        await Expect(Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "N-7" })).ToContainTextAsync("1,100.5");

        await desks.First.GoAsync("/commitments/1540");
        await Page.Locator("main a.cell").First.ClickAsync();
        await desks.RefusedAsync("Fill", ["on"], ("value", "Yes"), ("document", "Register 1"));
        await desks.RecordAsync("Fill", ("on", "2026-03-01"));
        await Expect(Page.Locator("main td").Filter(new() { HasText = "Register 1" })).ToHaveCountAsync(1);
        desks.First.WasClean();
    }

    [Fact]
    public async Task An_obligation_to_declare_is_taken_on_and_its_declaration_sent()
    {
        await desks.First.GoAsync("/arms-control/declarations");
        await desks.RefusedAsync("Take on", ["from"], ("obligation", "hcoc"), ("document", "Note 1"));
        await desks.ProposeAsync("Take on", ("from", "2025-01-01"));
        await desks.First.GoAsync("/arms-control/declarations/hcoc-2025");
        await desks.RefusedAsync("Content", ["sent"], ("policy", "None are held."), ("launches", "0"), ("document", "Note 2"));
        await desks.ProposeAsync("Content", ("sent", "2026-03-20"));
        await desks.First.GoAsync("/arms-control/declarations");
        await Expect(Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "2026-03-20" })).ToContainTextAsync("Sent");
        desks.First.WasClean();
    }

    [Fact]
    public async Task A_document_is_kept_with_its_matches_and_an_own_one_gets_a_promise()
    {
        await BringAsync("C16", "TX-C16-EN");
        var matched = await Page.Locator("main select[aria-label^='Confirm as']").First.InputValueAsync();
        Assert.StartsWith("C16-", matched, StringComparison.Ordinal);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Keep", Exact = true }).ClickAsync();
        await Expect(Page.Locator("main .verdict.good")).ToContainTextAsync("Kept.");
        await desks.First.GoAsync("/commitments/items/" + matched);
        await Expect(Page.Locator("main .as-typed").First).ToContainTextAsync("secure at all times");

        await BringAsync("", "");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Keep", Exact = true }).ClickAsync();
        await Expect(Page.Locator("main label:has([name=date]) .field-refusal")).ToContainTextAsync("YYYY-MM-DD");
        foreach (var (field, text) in new[] { ("id", "ZL-2025"), ("nameEn", "Statement of 2025"), ("nameZh", "2025 年聲明"), ("date", "2025-05-01") })
            await Page.Locator($"main [name={field}]").FillAsync(text);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Keep", Exact = true }).ClickAsync();
        await Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "ZL-2025", Exact = true }).ClickAsync();
        await Expect(Page.Locator("h1")).ToHaveTextAsync("ZL-2025");
        await desks.RefusedAsync("Add a promise", ["baseline"], ("id", "ZL-2025-1"), ("textEn", "Keep all material secure"), ("textZh", "維持所有材料安全"));
        await desks.ProposeAsync("Add a promise", ("indicators", "IND-S02"), ("baseline", "2025-05-01"));
        await desks.First.GoAsync("/commitments");
        await Expect(Page.Locator(".wall li").Filter(new() { HasText = "ZL-2025-1" })).ToContainTextAsync("Keep all material secure");
        desks.First.WasClean();
    }

    [Fact]
    public async Task A_report_is_published_and_made_again()
    {
        await desks.First.GoAsync("/commitments/reports?kind=onePager&asOf=2026-06-30");
        await desks.RefusedAsync("Record a publication", ["on"], ("on", "2026-06-01"));
        await desks.ProposeAsync("Record a publication", ("on", "2026-07-01"), ("format", "html"));
        await desks.First.GoAsync("/commitments/reports");
        var row = Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "2026-07-01" });
        var again = await desks.First.GetAsync((await row.GetByRole(AriaRole.Link, new() { Name = "Make it again" }).GetAttributeAsync("href"))!);
        var digest = await row.Locator("code").First.GetAttributeAsync("title");
        Assert.Equal(digest, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(await again.BodyAsync())));
        desks.First.WasClean();
    }

    private async Task BringAsync(string catalogue, string id)
    {
        await desks.First.GoAsync("/commitments/documents");
        await Page.Locator("main [name=catalogue]").SelectOptionAsync(catalogue);
        await Page.Locator("#document-file").SetInputFilesAsync(new FilePayload
        {
            Name = "statement.txt",
            MimeType = "text/plain",
            Buffer = System.Text.Encoding.UTF8.GetBytes(Text),
        });
        await Expect(Page.Locator("main .preview")).ToContainTextAsync("2 paragraphs were read");
        await Expect(Page.Locator("main [name=id]")).ToHaveValueAsync(id);
    }
}
