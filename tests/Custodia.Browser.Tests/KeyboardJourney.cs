using Custodia.Books;
using Custodia.Books.Access;
using Custodia.Materials;
using Custodia.Materials.Commands;
using Custodia.Materials.Files;
using Custodia.Materials.Ledger;
using Custodia.Materials.Reports;
using Custodia.Proofs;
using Custodia.Quantities;
using Custodia.Server.Reading;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Custodia.Browser.Tests;

public sealed class KeyboardJourney(BrowserFixture fixture)
{
    private static readonly string[] FirstStops =
    [
        "Skip to the content", "Custodia 衡守", "State of Zedland", "Find anything", "English", "正體中文",
        "Light", "Dark", "High contrast", "registrar", "Sign out", "Overview",
    ];

    [Fact]
    public async Task The_main_job_is_done_with_the_keyboard_alone()
    {
        await using var visit = await fixture.OpenAsync();
        await visit.GoAsync("/");
        var (page, walk) = (visit.Page, new KeyboardWalk(visit.Page));
        await walk.EnterAsync(page.Locator(".skip-link"));
        await Expect(page.Locator("main")).ToBeFocusedAsync();

        await Import(page, walk);
        await LookAtTheLedger(page, walk);
        await AskWhy(page, walk);
        await PrepareAReport(page, walk);
        await TakeAReceipt(page, walk);
        visit.WasClean();
    }

    [Fact]
    public async Task The_focus_goes_through_the_shell_in_the_order_in_which_it_is_read()
    {
        await using var visit = await fixture.OpenAsync();
        await visit.GoAsync("/");
        var walk = new KeyboardWalk(visit.Page);
        await walk.ToAsync(visit.Page.Locator(".skip-link"));
        var stops = new List<string>();
        for (var i = 0; i < FirstStops.Length; i++)
        {
            stops.Add(await visit.Page.EvaluateAsync<string>(
                """
                () => {
                  const at = document.activeElement;
                  return at.ariaLabel ?? at.textContent.trim().replace(/\s+/g, ' ');
                }
                """));
            await visit.Page.Keyboard.PressAsync("Tab");
        }

        Assert.Equal(FirstStops, stops);
    }

    [Theory]
    [InlineData("/styleguide", "light")]
    [InlineData("/mba/ZLFB?material=E/G", "dark")]
    [InlineData("/mba/ZLFB/balance?day=2026-06-30", "contrast")]
    public async Task Whatever_has_the_focus_shows_it(string address, string theme)
    {
        await using var visit = await fixture.OpenAsync();
        await visit.ChooseAsync("en", theme);
        await visit.GoAsync(address);
        Assert.InRange(await new KeyboardWalk(visit.Page).RoundAsync(), 20, 200);
        visit.WasClean();
    }

    [Fact]
    public async Task The_work_list_counts_anew_without_being_loaded_again()
    {
        await using var visit = await fixture.OpenAsync();
        await visit.ChooseAsync("zh-Hant", "light");
        await visit.GoAsync("/work");
        var count = visit.Page.Locator(".nav-count");
        var before = int.Parse(await count.InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);
        await Expect(visit.Page.GetByRole(AriaRole.Region, new() { Name = "逾期" })).ToContainTextAsync("存量變動報告");

        var desk = new Desk(fixture.Folder, () => Caller.House("registrar"));
        var report = new PrepareReport("ZLRA", ReportType.Icr, SmallState.Day("2026-02-28"), SmallState.Day("2026-03-20"));
        var outcome = await desk.Do(report, Guid.NewGuid(), cancellation: TestContext.Current.CancellationToken);
        Assert.IsType<Outcome.Recorded>(outcome);
        await Expect(count).ToHaveTextAsync((before - 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
        await Expect(visit.Page.Locator(".visually-hidden[role=status]")).ToContainTextAsync("工作清單");
        visit.WasClean();
    }

    private static async Task Import(IPage page, KeyboardWalk walk)
    {
        await walk.EnterAsync(Navigation(page, "Import"));
        await ArrivedAsync(page, "Import");
        var file = page.Locator("#import-file");
        await walk.ToAsync(file);
        var change = new InventoryChange("ZLCA", SmallState.Day("2026-07-04"), "LD", "UNH-1", 1, "LNTF", "M",
            [Weight.Of('N', Mass.FromKilograms(1))], "3", Reference: "K-1");
        // The dialog that Enter opens here is the browser's own, with its own keys.
        await file.SetInputFilesAsync(new FilePayload
        {
            Name = "keyboard.csv",
            MimeType = "text/csv",
            Buffer = FileWriter.Csv(FileLayouts.Changes, [change], "en"),
        });
        await walk.EnterAsync(page.GetByRole(AriaRole.Button, new() { Name = "Record", Exact = true }));
        await Expect(page.Locator(".verdict.good")).ToContainTextAsync("Recorded");
    }

    private static async Task LookAtTheLedger(IPage page, KeyboardWalk walk)
    {
        await walk.EnterAsync(Navigation(page, "Material balance areas"));
        await ArrivedAsync(page, "Material balance areas");
        await walk.EnterAsync(page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "ZLCA" }).First);
        await ArrivedAsync(page, "ZLCA");
        await Expect(page.Locator(".ledger")).ToContainTextAsync("UNH-1");
        await Expect(page.Locator(".shell-place")).ToContainTextAsync("Northmoor Conversion Plant");
    }

    private static async Task AskWhy(IPage page, KeyboardWalk walk)
    {
        var why = page.Locator("button.why").First;
        await walk.EnterAsync(why);
        var panel = page.GetByRole(AriaRole.Dialog);
        await Expect(panel).ToBeFocusedAsync();
        var (first, last) = (panel.Locator("header button"), panel.Locator("footer button"));
        await page.Keyboard.PressAsync("Shift+Tab");
        await Expect(last).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        await Expect(first).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Shift+Tab");
        await Expect(last).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(panel).ToHaveCountAsync(0);
        await Expect(why).ToBeFocusedAsync();
    }

    private static async Task PrepareAReport(IPage page, KeyboardWalk walk)
    {
        await walk.EnterAsync(Navigation(page, "Reports"));
        await ArrivedAsync(page, "Reports");
        var form = page.GetByRole(AriaRole.Form, new() { Name = "Prepare a report" });
        await walk.ToAsync(form.GetByLabel("MBA"));
        await page.Keyboard.TypeAsync("ZLCA");
        await walk.WriteAsync(form.GetByLabel("Last day"), "2025-07-31");
        await walk.EnterAsync(form.GetByRole(AriaRole.Button));
        await ArrivedAsync(page, "ICR 001 · ZLCA");
    }

    private static async Task TakeAReceipt(IPage page, KeyboardWalk walk)
    {
        await walk.EnterAsync(page.Locator("main td a.sequence").First);
        await ArrivedAsync(page, "Journal entry");
        await walk.ToAsync(page.GetByRole(AriaRole.Link, new() { Name = "Download the receipt" }));
        var download = await page.RunAndWaitForDownloadAsync(() => page.Keyboard.PressAsync("Enter"));
        Assert.True(TlogProof.TryParse(
            await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken), out _, out _));
    }

    /// <summary>A new page puts the focus on its heading: whoever cannot see it hears where they are.</summary>
    private static async Task ArrivedAsync(IPage page, string heading)
    {
        await Expect(page.Locator("h1")).ToContainTextAsync(heading);
        await Expect(page.Locator("h1")).ToBeFocusedAsync();
    }

    private static ILocator Navigation(IPage page, string name) =>
        page.Locator(".shell-nav").GetByRole(AriaRole.Link, new() { Name = name, Exact = true });
}
