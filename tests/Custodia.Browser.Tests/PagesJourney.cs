using static Microsoft.Playwright.Assertions;

namespace Custodia.Browser.Tests;

public sealed class PagesJourney(BrowserFixture fixture)
{
    public static readonly TheoryData<string, string> Pages = new()
    {
        { "/", "overview" },
        { "/mba", "areas" },
        { "/mba/ZLFB?material=E/G", "ledger" },
        { "/mba/ZLCA", "ledger-several" },
        { "/mba/ZLFB/balance?day=2026-06-30", "balance" },
        { "/mba/ZLFB/batches?empty=true", "batches" },
        { "/mba/ZLFB/inventories", "inventories" },
        { "/mba/ZLFB/structure", "structure" },
        { "/mba/ZLFB/reports", "area-reports" },
        { "/mba/ZLFB/batch/FA2601?depth=5", "batch" },
        { "/import", "import" },
        { "/reports", "reports" },
        { "/reports/ZLFB/mbr/1", "report" },
        { "/reports/ZLFB/icr/1?profile=fixed-r01", "report-icr" },
        { "/journal", "journal" },
        { "/journal/witnesses", "witnesses" },
        { "/journal/60", "entry" },
        { "/journal/99999", "entry-none" },
        { "/mba/NONE", "area-none" },
        { "/?asOf=2021-01-01", "overview-empty" },
        { "/glossary", "glossary" },
        { "/glossary/mba", "term" },
        { "/find?q=nuclear", "find" },
        { "/find?q=zzzz", "find-none" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_page_fits_in_both_languages_and_widths(string path, string name)
    {
        foreach (var (language, width) in new[] { ("en", 1280), ("zh-Hant", 1920) })
        {
            await using var visit = await fixture.OpenAsync(width, 900);
            await visit.ChooseAsync(language, "light");
            await visit.GoAsync(path);
            await Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("lang", language);
            await Expect(visit.Page.Locator("h1")).ToBeVisibleAsync();
            await visit.KeepPictureAsync($"{name}-{language}-{width}");
            var overflow = await visit.Page.EvaluateAsync<int>(
                "document.documentElement.scrollWidth - window.innerWidth");
            Assert.True(overflow <= 0, $"{path} is {overflow} pixels wider than a window of {width}.");
            visit.WasClean();
        }
    }
}
