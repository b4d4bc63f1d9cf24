using System.Text;
using Custodia.Materials;
using Custodia.Materials.Files;
using Custodia.Materials.Ledger;
using Custodia.Quantities;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Custodia.Browser.Tests;

public sealed class ImportJourney(BrowserFixture fixture)
{
    [Fact]
    public async Task A_file_is_refused_with_every_reason_then_corrected_recorded_and_known_again()
    {
        await using var visit = await fixture.OpenAsync();
        await visit.GoAsync("/import");
        var good = Encoding.UTF8.GetString(
            FileWriter.Csv(FileLayouts.Changes, [Discard("R-1", 1), Discard("R-2", 2)], "en"));

        await HandIn(visit, "july.csv", good.Replace("2026-07-02", "2026-02-30", StringComparison.Ordinal));
        var refusals = visit.Page.Locator(".refusals");
        await Expect(refusals).ToContainTextAsync("Nothing was recorded");
        await Expect(refusals.Locator("tbody tr").First).ToContainTextAsync("2026-02-30");
        await Expect(refusals.Locator("tbody .place").First).ToContainTextAsync("july.csv");
        await visit.KeepPictureAsync("import-refused-cell");

        await HandIn(visit, "july.csv", good.Replace("UNH-1", "UNH-9", StringComparison.Ordinal));
        await Expect(refusals.Locator("tbody tr")).Not.ToHaveCountAsync(0);
        await visit.KeepPictureAsync("import-refused-book");

        await HandIn(visit, "july.csv", good);
        var preview = visit.Page.Locator(".preview");
        await Expect(preview).ToContainTextAsync("2 entries would be recorded from 2 rows");
        await Expect(preview).ToContainTextAsync("-3 kg");
        await visit.KeepPictureAsync("import-preview");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Record", Exact = true }).ClickAsync();
        await Expect(visit.Page.Locator(".verdict.good")).ToContainTextAsync("Recorded. Entries: 3.");
        await Expect(visit.Page.GetByRole(AriaRole.Region, new() { Name = "Files received" }))
            .ToContainTextAsync("july.csv");

        await HandIn(visit, "again.csv", good);
        await Expect(visit.Page.Locator(".notice")).ToContainTextAsync("received before");
        visit.WasClean();
    }

    [Fact]
    public async Task The_empty_template_of_the_chosen_kind_comes_in_both_languages()
    {
        await using var visit = await fixture.OpenAsync();
        await visit.GoAsync("/import");
        await visit.Page.GetByLabel("Kind of file").SelectOptionAsync("physical-inventory");
        var link = visit.Page.Locator(".templates a[lang=zh-Hant]").Filter(new() { HasText = "CSV" });
        var download = await visit.Page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        Assert.Equal("physical-inventory.csv", download.SuggestedFilename);
        Assert.Contains("盤存日期",
            await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
        visit.WasClean();
    }

    private static Task HandIn(Visit visit, string name, string text) =>
        visit.Page.Locator("#import-file").SetInputFilesAsync(
        new FilePayload { Name = name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) });

    private static InventoryChange Discard(string reference, decimal kilograms) =>
        new("ZLCA", SmallState.Day("2026-07-02"),
        "LD", "UNH-1", 1, "LNTF", "M", [Weight.Of('N', Mass.FromKilograms(kilograms))], "3", Reference: reference);
}
