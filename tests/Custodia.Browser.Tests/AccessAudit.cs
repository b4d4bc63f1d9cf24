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

    /// <summary>Where text stands out less than 7 : 1, as level AAA asks.</summary>
    public static Task<string[]> FindContrastAsync(IPage page) =>
        RunAsync(page, "{ runOnly: { type: 'rule', values: ['color-contrast', 'color-contrast-enhanced'] } }");

    private static async Task<string[]> RunAsync(IPage page, string options)
    {
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
