using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Custodia.Browser.Tests;

public sealed class ShellJourney(BrowserFixture fixture)
{
    [Fact]
    public async Task A_reader_opens_the_product_and_changes_its_language()
    {
        await using var visit = await fixture.OpenAsync();
        await visit.GoAsync("/");
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("Overview");
        await Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await visit.KeepPictureAsync("overview-en");

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "正體中文" }).ClickAsync();
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("總覽");
        await Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("lang", "zh-Hant");
        await visit.IsLiveAsync();
        await visit.Page.Locator(".shell-nav").GetByRole(AriaRole.Link, new() { Name = "物料平衡區" }).ClickAsync();
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("物料平衡區");
        await visit.KeepPictureAsync("areas-zh");
        visit.WasClean();
    }

    [Fact]
    public async Task The_choice_of_language_comes_back_to_the_same_page_with_its_question()
    {
        await using var visit = await fixture.OpenAsync();
        await visit.GoAsync("/styleguide?asOf=2026-03-31");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "正體中文" }).ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync(fixture.Address + "/styleguide?asOf=2026-03-31");
        await Expect(visit.Page.Locator(".as-of-bar input.date")).ToHaveValueAsync("2026-03-31");
        visit.WasClean();
    }

    [Fact]
    public async Task The_date_and_the_entry_that_a_reader_asks_for_stand_in_the_address()
    {
        await using var visit = await fixture.OpenAsync();
        await visit.GoAsync("/styleguide");
        await visit.Page.GetByLabel("As of", new() { Exact = true }).FillAsync("2026-03-31");
        await visit.Page.GetByLabel("As known at entry").FillAsync("120");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }).ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync(fixture.Address + "/styleguide?asOf=2026-03-31&knownAt=120");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Back to now" }).ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync(fixture.Address + "/styleguide");
        visit.WasClean();
    }

    [Fact]
    public async Task A_date_that_cannot_be_read_is_said_to_be_so()
    {
        await using var visit = await fixture.OpenAsync();
        await visit.GoAsync("/styleguide");
        await visit.Page.GetByLabel("As of", new() { Exact = true }).FillAsync("31/03/2026");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.Locator(".as-of-note.wrong")).ToContainTextAsync("2026-03-31");
        await Expect(visit.Page.Locator(".as-of-bar input.date")).ToHaveValueAsync("31/03/2026");
        visit.WasClean();
    }

    [Fact]
    public async Task Asking_why_opens_a_panel_that_the_keyboard_closes()
    {
        await using var visit = await fixture.OpenAsync();
        await visit.GoAsync("/styleguide");
        await visit.Page.Locator("button.why").First.ClickAsync();
        var panel = visit.Page.GetByRole(AriaRole.Dialog);
        await Expect(panel).ToBeFocusedAsync();
        await visit.KeepPictureAsync("side-panel");
        var entry = panel.GetByRole(AriaRole.Link, new() { Name = "Journal entry 118" });
        await Expect(entry).ToHaveAttributeAsync("href", "/journal/118");
        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(panel).ToHaveCountAsync(0);
        visit.WasClean();
    }

    [Fact]
    public async Task The_first_tab_leads_past_the_navigation_to_the_content()
    {
        await using var visit = await fixture.OpenAsync();
        await visit.GoAsync("/mba");
        await visit.Page.Keyboard.PressAsync("Tab");
        await Expect(visit.Page.Locator(".skip-link")).ToBeFocusedAsync();
        await Expect(visit.Page.Locator(".skip-link")).ToBeInViewportAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.Locator("main")).ToBeFocusedAsync();
        await Expect(visit.Page).ToHaveURLAsync(fixture.Address + "/mba#main");
        visit.WasClean();
    }

    [Theory]
    [InlineData(1280, "en", "light")]
    [InlineData(1920, "en", "dark")]
    [InlineData(1280, "zh-Hant", "dark")]
    [InlineData(1920, "zh-Hant", "light")]
    public async Task The_style_guide_fits_in_each_language_and_theme(int width, string language, string theme)
    {
        await using var visit = await fixture.OpenAsync(width, 1000);
        await visit.GoAsync($"/language?to={language}&return=/");
        await visit.GoAsync($"/theme?to={theme}&return=/styleguide");
        await Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("data-theme", theme);
        await visit.KeepPictureAsync($"styleguide-{width}-{language}-{theme}");
        var overflow = await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - window.innerWidth");
        Assert.True(overflow <= 0, $"The page is {overflow} pixels wider than the window.");
        visit.WasClean();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/styleguide")]
    public async Task A_narrow_window_shows_the_whole_page_without_scrolling_sideways(string path)
    {
        await using var visit = await fixture.OpenAsync(width: 480, height: 900);
        await visit.GoAsync(path);
        await visit.KeepPictureAsync(path == "/" ? "narrow-overview" : "narrow-styleguide");
        var overflow = await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - window.innerWidth");
        Assert.True(overflow <= 0, $"The page is {overflow} pixels wider than the window.");
        visit.WasClean();
    }

    [Fact]
    public async Task Paper_carries_the_figures_and_not_the_frame()
    {
        await using var visit = await fixture.OpenAsync();
        await visit.GoAsync("/theme?to=dark&return=/styleguide?asOf=2026-03-31");
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(visit.Page.Locator("h1")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator(".shell-footer")).ToContainTextAsync("Journal: ");
        await Expect(visit.Page.Locator(".shell-footer").GetByText("State of Zedland")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator(".as-of-bar input.date")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator(".shell-nav")).ToBeHiddenAsync();
        await Expect(visit.Page.Locator(".shell-header")).ToBeHiddenAsync();
        await Expect(visit.Page.Locator("body")).ToHaveCSSAsync("background-color", "rgb(255, 255, 255)");
        await visit.KeepPictureAsync("print");
        visit.WasClean();
    }
}
