using Microsoft.Playwright;

namespace Custodia.Browser.Tests;

/// <summary>Hands on the keyboard alone: goes from one place of the page to the next, and sees at each where it is.</summary>
internal sealed class KeyboardWalk(IPage page)
{
    private const int MostStops = 300;

    /// <summary>Presses Tab until the target has the focus.</summary>
    public async Task ToAsync(ILocator target)
    {
        await target.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        for (var stop = 0; stop < MostStops; stop++)
        {
            if (await target.EvaluateAsync<bool>("e => e === document.activeElement"))
                return;
            await page.Keyboard.PressAsync("Tab");
            await IsSeenAsync();
        }

        Assert.Fail($"{target} is not reached by the keyboard.");
    }

    /// <summary>Presses Tab until the target has the focus, then Enter.</summary>
    public async Task EnterAsync(ILocator target)
    {
        await ToAsync(target);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Goes to a field and writes over what is there.</summary>
    public async Task WriteAsync(ILocator target, string text)
    {
        await ToAsync(target);
        await page.Keyboard.PressAsync("ControlOrMeta+A");
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>Goes once around the page and sees at each stop where it is.</summary>
    /// <returns>How many stops there are.</returns>
    public async Task<int> RoundAsync()
    {
        await ToAsync(page.Locator(".skip-link"));
        for (var stops = 1; stops < MostStops; stops++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.Locator(".skip-link").EvaluateAsync<bool>("e => e === document.activeElement"))
                return stops;
            await IsSeenAsync();
        }

        throw new InvalidOperationException("The focus does not come around.");
    }

    /// <summary>Fails where the place that has the focus cannot be told from others.</summary>
    private async Task IsSeenAsync()
    {
        var hidden = await page.EvaluateAsync<string?>(
            """
            () => {
              const at = document.activeElement;
              if (!at || at === document.body || at.classList.contains('focus-edge')) return null;
              const shown = at.closest('.drop') ?? at;
              const style = getComputedStyle(shown);
              return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 ? null : at.outerHTML.slice(0, 200);
            }
            """);
        Assert.Null(hidden);
    }
}
