using Custodia.Books;
using Custodia.Books.Access;
using Custodia.Commitments.Indicators;
using Custodia.Commitments.Statements;
using Custodia.Server.Reading;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Custodia.Browser.Tests;

/// <summary>An official sees how far the State is, why, since when, and what would move it.</summary>
public sealed class CommitmentsJourney(BrowserFixture fixture)
{
    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hant")]
    public async Task From_the_wall_to_the_entry_behind_a_percentage_it_is_three_clicks(string language)
    {
        var entry = await AttestAsync("IND-S01", "92");
        await using var visit = await fixture.OpenAsync();
        await visit.GoAsync($"/language?to={language}&return=/commitments");
        var item = Commitments.Register.Items.First(known => known.Indicators.Contains("IND-S01")).Id;
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = item, Exact = true }).ClickAsync();
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync(item);
        await Expect(visit.Page.Locator("svg.sparkline").First).ToBeVisibleAsync();
        var row = visit.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "IND-S01" });
        await Expect(row).ToContainTextAsync("92 %");
        await visit.KeepPictureAsync($"commitments-item-{language}");
        await row.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(visit.Page.Locator("dl.facts")).ToContainTextAsync("92 %");
        await visit.KeepPictureAsync($"commitments-indicator-{language}");
        await visit.Page.Locator("dl.facts a.sequence").Filter(new() { HasText = $"#{entry}" }).ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync($"{fixture.Address}/journal/{entry}");
        visit.WasClean();
    }

    [Fact]
    public async Task The_indicators_are_narrowed_and_one_shows_its_chart_and_what_would_move_it()
    {
        await using var visit = await fixture.OpenAsync();
        await visit.GoAsync("/commitments/indicators?book=materials");
        await Expect(visit.Page.Locator("tbody tr")).ToHaveCountAsync(IndicatorCatalogue.All.Count(indicator => indicator.Keeper == "materials"));
        await visit.KeepPictureAsync("commitments-indicators");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "IND-M08", Exact = true }).ClickAsync();
        await Expect(visit.Page.Locator("svg.line-chart")).ToBeVisibleAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Region, new() { Name = "What would move it" })).ToContainTextAsync("No threshold says");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "60 months" }).ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync(fixture.Address + "/commitments/indicators/IND-M08?months=60");
        await Expect(visit.Page.Locator("svg.line-chart .mark")).Not.ToHaveCountAsync(0);
        visit.WasClean();
    }

    [Fact]
    public async Task A_form_made_of_the_declaration_says_what_is_wrong_beside_its_fields()
    {
        const string Official = "commitments.official";
        await fixture.AdmitAsync(Official, "state", cleared: true, "official");
        await using var visit = await fixture.OpenAsync(person: Official);
        await visit.GoAsync("/commitments/indicators/IND-M08");
        await visit.Page.GetByText("Set the State’s threshold …").ClickAsync();
        var form = visit.Page.GetByRole(AriaRole.Form, new() { NameRegex = new("^Set the State's own threshold") });
        await form.GetByLabel("First day on which it counts").FillAsync("2026-01-01");
        await form.GetByLabel("Met when, such as value >= 95").FillAsync("value >");
        await form.GetByLabel("On what it rests").FillAsync("Decision 1");
        await form.GetByRole(AriaRole.Button, new() { Name = "Record" }).ClickAsync();
        await Expect(form.Locator(".field-refusal")).ToHaveCountAsync(1);
        await visit.KeepPictureAsync("commitments-form");
        await visit.Page.Keyboard.PressAsync("Escape");
        visit.WasClean();
    }

    private async Task<long> AttestAsync(string indicator, string value)
    {
        var on = new DateOnly(2026, 6, 30);
        var told = new AttestIndicator(indicator, value, on, on.AddYears(5), "Regulator", "R-1", new string('a', 64));
        var desk = new Desk(fixture.Folder, () => Caller.House("registrar"));
        var outcome = await desk.Do(told, Guid.NewGuid());
        return outcome is Outcome.Recorded recorded ? recorded.First
            : throw new InvalidOperationException(outcome is Outcome.Refused refused ? string.Join('\n', refused.Refusals) : "Proposed.");
    }
}
