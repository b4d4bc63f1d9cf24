using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Custodia.Browser.Tests;

/// <summary>An official and a regulator with one page each, which all journeys of a class use one after the other.</summary>
public sealed class TwoDesks(BrowserFixture fixture) : IAsyncLifetime
{
    private const string Official = "desk.official";
    private const string Regulator = "desk.regulator";
    private Visit? _first;
    private Visit? _second;

    /// <summary>Who records and proposes.</summary>
    public Visit First => _first!;

    /// <summary>Who approves.</summary>
    public Visit Second => _second!;

    public async ValueTask InitializeAsync()
    {
        await fixture.AdmitAsync(Official, "state", cleared: true, "official");
        await fixture.AdmitAsync(Regulator, "state", cleared: true, "regulator");
        (_first, _second) = (await fixture.OpenAsync(person: Official), await fixture.OpenAsync(person: Regulator));
    }

    public async ValueTask DisposeAsync()
    {
        await First.DisposeAsync();
        await Second.DisposeAsync();
    }

    /// <summary>A form by the beginning of its name; what is folded around it is opened.</summary>
    public Task<ILocator> FormAsync(string name) => FormAsync(First, name);

    /// <summary>Fills fields of a form and gives it.</summary>
    public Task GiveAsync(string name, params (string Field, string Text)[] fields) => GiveAsync(First, name, fields);

    /// <summary>Gives a form that is refused: each of those fields, and no other, says why beside it.</summary>
    public async Task RefusedAsync(string name, string[] refused, params (string Field, string Text)[] typed)
    {
        await GiveAsync(name, typed);
        var fields = (await FormAsync(name)).Locator("label:has(.field-refusal) [name]");
        await Expect(fields).ToHaveCountAsync(refused.Length);
        Assert.Equal(refused, await fields.EvaluateAllAsync<string[]>("all => all.map(e => e.name)"));
    }

    /// <summary>Gives a form whose command is recorded at once.</summary>
    public async Task RecordAsync(string name, params (string Field, string Text)[] fields)
    {
        await GiveAsync(name, fields);
        await Expect(First.Page.Locator("main .verdict.good").First).ToContainTextAsync("Recorded");
    }

    /// <summary>Gives a form whose command waits for a second person, who approves it.</summary>
    public async Task ProposeAsync(string name, params (string Field, string Text)[] fields)
    {
        await GiveAsync(name, fields);
        await ApproveAsync(First, Second);
    }

    /// <summary>Fills fields of a form on view and gives it.</summary>
    internal static async Task GiveAsync(Visit visit, string name, params (string Field, string Text)[] fields)
    {
        var form = await FormAsync(visit, name);
        foreach (var (field, text) in fields)
        {
            var input = form.Locator($"[name='{field}']");
            if (await input.EvaluateAsync<bool>("e => e.tagName === 'SELECT'"))
                await input.SelectOptionAsync(text);
            else
                await input.FillAsync(text);
        }

        await form.Locator("button[type=submit]").ClickAsync();
    }

    /// <summary>What a form of the first visit has just proposed is approved in the second.</summary>
    internal static async Task ApproveAsync(Visit first, Visit second)
    {
        var link = first.Page.Locator("main").GetByRole(AriaRole.Link, new() { NameRegex = new("^Proposal ") });
        await second.GoAsync((await link.GetAttributeAsync("href"))!);
        await second.Page.GetByRole(AriaRole.Button, new() { Name = "Approve", Exact = true }).ClickAsync();
        await Expect(second.Page.Locator("main .state.done")).ToHaveTextAsync("Approved");
    }

    private static async Task<ILocator> FormAsync(Visit visit, string name)
    {
        await visit.Page.EvaluateAsync("document.querySelectorAll('main details').forEach(fold => fold.open = true)");
        return visit.Page.Locator($"main form.act[aria-label^=\"{name}\"]");
    }
}
