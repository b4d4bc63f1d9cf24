using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Custodia.Browser.Tests;

/// <summary>
/// Looks through the page on view for what keeps people from using it: the rules of axe-core for WCAG 2.2 A and AA.
/// </summary>
internal static class AccessAudit
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

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
