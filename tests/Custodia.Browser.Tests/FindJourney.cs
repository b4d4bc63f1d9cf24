using static Microsoft.Playwright.Assertions;

namespace Custodia.Browser.Tests;

/// <summary>The box that finds anything, without a mouse.</summary>
public sealed class FindJourney(BrowserFixture fixture)
{
    private const string Box = ".find input[type=search]";

    [Theory]
    [InlineData("en", "muf", "Terms", "Material unaccounted for")]
    [InlineData("zh-Hant", "不平衡差", "詞彙", "不明物料量")]
    public async Task A_reader_finds_a_term_by_keyboard_and_comes_to_the_page_that_serves_it(
        string language, string typed, string group, string term)
    {
        await using var visit = await fixture.OpenAsync();
        await visit.GoAsync($"/language?to={language}&return=/reports");
        await visit.IsLiveAsync();
        var box = visit.Page.Locator(Box);
        await visit.Page.Locator("h1").ClickAsync();
        await visit.Page.Keyboard.PressAsync("/");
        await Expect(box).ToBeFocusedAsync();
        await Expect(box).ToHaveValueAsync("");

        await visit.Page.Keyboard.TypeAsync(typed);
        await Expect(box).ToHaveAttributeAsync("aria-expanded", "true");
        await Expect(visit.Page.Locator(".find-group").First).ToHaveTextAsync(group);
        var first = visit.Page.Locator(".find-list a").First;
        await Expect(first).ToContainTextAsync(term);
        await visit.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(first).ToHaveAttributeAsync("aria-selected", "true");
        await Expect(box).ToHaveAttributeAsync("aria-activedescendant", "find-0");
        await visit.KeepPictureAsync($"find-box-{language}");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page).ToHaveURLAsync(fixture.Address + "/mba");
        await Expect(box).ToHaveAttributeAsync("aria-expanded", "false");
        visit.WasClean();
    }

    [Theory]
    [InlineData("en", "State of", "Batches")]
    [InlineData("zh-Hant", "澤德蘭", "批次")]
    public async Task A_batch_is_found_by_a_part_of_its_name(string language, string state, string group)
    {
        await using var visit = await fixture.OpenAsync();
        await visit.GoAsync($"/language?to={language}&return=/");
        await Expect(visit.Page.Locator(".shell-place")).ToContainTextAsync(state);
        await visit.IsLiveAsync();
        await visit.Page.Locator(Box).FocusAsync();
        await visit.Page.Keyboard.TypeAsync("a2601");
        await Expect(visit.Page.Locator(".find-group")).ToHaveTextAsync([group]);
        var rows = visit.Page.Locator(".find-list a");
        await Expect(rows).ToHaveCountAsync(2);
        await visit.Page.Keyboard.PressAsync("ArrowUp");
        await Expect(rows.Last).ToHaveAttributeAsync("aria-selected", "true");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.Locator("h1")).ToContainTextAsync("FA2601");
        visit.WasClean();
    }

    [Fact]
    public async Task Escape_closes_what_was_found_and_enter_without_a_choice_shows_all_of_it()
    {
        await using var visit = await fixture.OpenAsync();
        await visit.GoAsync("/mba?asOf=2026-03-31");
        var box = visit.Page.Locator(Box);
        await box.FocusAsync();
        await visit.Page.Keyboard.TypeAsync("zl");
        await Expect(visit.Page.Locator(".find-list")).ToBeVisibleAsync();
        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(visit.Page.Locator(".find-list")).ToBeHiddenAsync();
        await box.FillAsync("zlfb");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page).ToHaveURLAsync(fixture.Address + "/find?q=zlfb&asOf=2026-03-31");
        await Expect(visit.Page.Locator(".found a").First).ToHaveAttributeAsync("href", "/mba/ZLFB?asOf=2026-03-31");
        await visit.KeepPictureAsync("find-page");
        visit.WasClean();
    }

    [Fact]
    public async Task What_is_called_nothing_is_said_to_be_so()
    {
        await using var visit = await fixture.OpenAsync();
        await visit.GoAsync("/");
        await visit.Page.Locator(Box).FillAsync("qqqq");
        await Expect(visit.Page.Locator(".find-none")).ToContainTextAsync("qqqq");
        visit.WasClean();
    }

    [Fact]
    public async Task Without_script_the_box_leads_to_the_page_of_results()
    {
        await using var context = await fixture.Browser.NewContextAsync(
            new() { JavaScriptEnabled = false, Locale = "en-GB", StorageState = fixture.StateOf() });
        var page = await context.NewPageAsync();
        await page.GotoAsync(fixture.Address + "/journal");
        await page.Locator(".find input[type=search]").FillAsync("ZLFB-MBR-001");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(fixture.Address + "/find?q=ZLFB-MBR-001");
        await page.Locator(".found a").ClickAsync();
        await Expect(page).ToHaveURLAsync(fixture.Address + "/reports/ZLFB/mbr/1");
    }

    [Fact]
    public async Task A_slash_in_a_field_stays_a_slash()
    {
        await using var visit = await fixture.OpenAsync();
        await visit.GoAsync("/glossary");
        var field = visit.Page.GetByLabel("Name or abbreviation");
        await field.FocusAsync();
        await visit.Page.Keyboard.TypeAsync("OECD/NEA");
        await Expect(field).ToHaveValueAsync("OECD/NEA");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.Locator("table.glossary tbody tr")).ToHaveCountAsync(1);
        visit.WasClean();
    }
}
