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
    /// <param name="page">The page.</param>
    /// <param name="strongContrast">Whether text must stand out 7 : 1, as level AAA asks.</param>
    public static async Task<string[]> FindAsync(IPage page, bool strongContrast = false)
    {
        await page.EvaluateAsync(Script);
        return await page.EvaluateAsync<string[]>(
            """
            async strongContrast => {
              const found = await axe.run(document, {
                runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
                rules: { 'target-size': { enabled: true }, 'color-contrast-enhanced': { enabled: strongContrast } },
                resultTypes: ['violations'],
              });
              return found.violations.flatMap(rule => rule.nodes.map(node =>
                `${rule.impact} ${rule.id}: ${node.target.join(' ')} ${node.failureSummary.replace(/\s+/g, ' ')}`));
            }
            """,
            strongContrast);
    }
}
