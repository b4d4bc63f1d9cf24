using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Custodia.Browser.Tests;

/// <summary>
/// Looks through the page on view for what keeps people from using it: the rules of axe-core for WCAG 2.2 A and AA.
/// </summary>
internal static class AccessAudit
{
    private const string Excess = "document.documentElement.scrollWidth - window.innerWidth";
    private static readonly int[] Widths = [400, 1920, 1280];
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>What keeps anyone from using a page in either language and any theme, and where it is wider than its window.</summary>
    public static async Task<IReadOnlyList<string>> LookThroughAsync(Visit visit, string address)
    {
        var found = new List<string>();
        await OpenAsync("en", "light");
        await Note("en light", FindAsync(visit.Page));
        await MeasureAsync("en");
        // The theme of strong contrast has the sheets of the light one: the same page in other colours.
        await visit.Page.EvaluateAsync("document.documentElement.dataset.theme = 'contrast'");
        await Note("en contrast", FindStrongContrastAsync(visit.Page));
        // The other language has the same structure: what differs is how long words are, and here their colours.
        await OpenAsync("zh-Hant", "dark");
        await Note("zh-Hant dark", FindColoursAsync(visit.Page));
        await MeasureAsync("zh-Hant");
        return found;

        async Task OpenAsync(string language, string theme)
        {
            await visit.ChooseAsync(language, theme);
            await visit.GoAsync(address);
            await Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("data-theme", theme);
            await Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("lang", language);
            // Strict: exactly one title.
            await Expect(visit.Page.Locator("h1")).ToBeVisibleAsync();
        }

        async Task Note(string look, Task<string[]> findings) =>
            found.AddRange((await findings).Select(finding => $"{address} {look} {finding}"));

        async Task MeasureAsync(string language)
        {
            foreach (var width in Widths)
            {
                await visit.Page.SetViewportSizeAsync(width, 800);
                if (await visit.Page.EvaluateAsync<int>(Excess) is > 0 and var wide)
                    found.Add($"{address} {language} {wide} pixels wider than a window of {width}");
            }
        }
    }

    /// <summary>What was found: rule, how grave it is, and where.</summary>
    public static Task<string[]> FindAsync(IPage page) => RunAsync(page,
        """
        {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
          rules: { 'target-size': { enabled: true } },
        }
        """);

    /// <summary>What of that depends on colours and on the length of words.</summary>
    public static Task<string[]> FindColoursAsync(IPage page) => RunAsync(page, Only("'color-contrast', 'target-size'"));

    /// <summary>Where text stands out less than 7 : 1, as level AAA asks.</summary>
    public static Task<string[]> FindStrongContrastAsync(IPage page) => RunAsync(page, Only("'color-contrast', 'color-contrast-enhanced'"));

    private static string Only(string rules) => $"{{ runOnly: {{ type: 'rule', values: [{rules}] }} }}";

    private static async Task<string[]> RunAsync(IPage page, string options)
    {
        // Not again for a second look at the same page.
        if (await page.EvaluateAsync<bool>("typeof axe === 'undefined'"))
            await page.EvaluateAsync(Script);
        return await page.EvaluateAsync<string[]>(
            $$"""
            async () => {
              const found = await axe.run(document, { ...{{options}}, resultTypes: ['violations'] });
              return found.violations.flatMap(rule => rule.nodes.map(node =>
                `${rule.impact} ${rule.id}: ${node.target.join(' ')} ${node.failureSummary.replace(/\s+/g, ' ')}`));
            }
            """);
    }
}
