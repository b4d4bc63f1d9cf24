using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Custodia.Books;
using Custodia.Materials;
using Custodia.Materials.Evaluation;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Custodia.Browser.Tests;

/// <summary>An accountant asks whether a balance means a loss, supposes one, and takes a figure away.</summary>
public sealed class EvaluationJourney(BrowserFixture fixture)
{
    private const string Evaluation = "/mba/ZLFB/evaluation";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_balance_is_evaluated_a_loss_supposed_and_a_figure_taken_away()
    {
        await using var visit = await fixture.OpenAsync();
        await visit.GoAsync("/mba/ZLFB");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Evaluation" }).ClickAsync();
        var muf = visit.Page.Locator("figure[data-figure='ZLFB-E-G-muf']");
        await Expect(muf.GetByRole(AriaRole.Img)).ToHaveAttributeAsync("aria-label", new Regex("standard deviation is"));
        await Expect(visit.Page.GetByText("taken alone, is within what the measurement explains")).ToBeVisibleAsync();
        await Expect(muf.Locator(".line.ghost")).ToHaveCountAsync(0);
        await muf.GetByText("Formula").ClickAsync();
        await Expect(muf.Locator("details.formula code")).ToContainTextAsync("PB + X − Y − PE");

        var lines = fixture.Folder.Materials.Mbas["ZLFB"].Lines.Count;
        await visit.Page.Locator("input[name=loss]").FillAsync("250000");
        await visit.Page.Locator("input[name=lossFrom]").FillAsync("2026-01-01");
        await visit.Page.Locator("input[name=lossTo]").FillAsync("2026-03-31");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.Locator(".notice").GetByText("Supposed: 250,000 g")).ToBeVisibleAsync();
        await Expect(muf.Locator(".chart-scroll .line.ghost")).ToHaveCountAsync(1);
        Assert.Equal(lines, fixture.Folder.Materials.Mbas["ZLFB"].Lines.Count);
        await visit.KeepPictureAsync("evaluation");

        Assert.StartsWith("<svg", await Taken(visit.Page, muf, "SVG"), StringComparison.Ordinal);
        var drawn = await Taken(visit.Page, visit.Page.Locator("figure[data-figure='ZLFB-E-G-gemuf']"), "SVG");
        Assert.All(["GEMUF V1: the whole sequence against chance", "Threshold: false alarm in 5 % of balances", "With the supposed loss"],
            said => Assert.Contains(said, drawn, StringComparison.Ordinal));
        var table = await Taken(visit.Page, muf, "CSV");
        Assert.StartsWith("PIT date,MUF (g),With the supposed loss (g),±3σ (g),±2σ (g)\r\n2026-06-30,", table, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(await Taken(visit.Page, muf, "JSON"));
        var row = json.RootElement[0];
        Assert.Equal(250_000, row.GetProperty("With the supposed loss (g)").GetDouble() - row.GetProperty("MUF (g)").GetDouble(), 1e-6);
        var picture = await visit.Page.RunAndWaitForDownloadAsync(() => muf.GetByRole(AriaRole.Button, new() { Name = "PNG" }).ClickAsync());
        var bytes = await File.ReadAllBytesAsync(await picture.PathAsync(), Cancel);
        Assert.Equal("ZLFB-E-G-muf.png", picture.SuggestedFilename);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], bytes[..4]);
        visit.WasClean();
    }

    [Fact]
    public async Task What_is_taken_away_of_a_curve_are_the_numbers_of_the_answer_and_what_cannot_be_read_is_refused_at_its_field()
    {
        await using var visit = await fixture.OpenAsync();
        await visit.GoAsync(Evaluation);
        var answer = Node.Ask<MaterialsBook, BalanceEvaluation>(fixture.Folder.Materials, book =>
            BalanceEvaluations.Ask(book, new("ZLFB", new MaterialCode('E', 'G')), View.Everything)).Value!;
        var rows = (await Taken(visit.Page, visit.Page.Locator("figure[data-figure='ZLFB-E-G-detection-abrupt']"), "CSV")).Split("\r\n");
        Assert.Equal(
            answer.Detection!.Abrupt.Select(point => new[] { point.Loss, 100 * point.Page, 100 * point.Cumuf, 100 * point.Best }),
            rows[1..^1].Select(row => row.Split(',').Select(cell => double.Parse(cell, CultureInfo.InvariantCulture))), Near);

        await visit.GoAsync("/mba/ZLFB/evaluation?k=half&alpha=0%2C05&loss=much&lossFrom=2026-02-30&lossTo=2026-03-01");
        var refused = visit.Page.Locator("form.filters label:has(.field-refusal) [name]");
        Assert.Equal(["k", "alpha", "loss", "lossFrom"], await refused.EvaluateAllAsync<string[]>("all => all.map(e => e.name)"));
        await Expect(visit.Page.Locator("input[name=k]")).ToHaveValueAsync("half");
        await Expect(visit.Page.Locator("figure")).ToHaveCountAsync(0);
        visit.WasClean();
    }

    [Fact]
    public async Task An_alarm_is_closed_by_two_persons_with_what_was_found_and_opened_again_by_one()
    {
        await using var server = await TestServer.StartAsync(async folder =>
        {
            var state = new SmallState(folder);
            await state.Fill();
            await state.Lose();
        });
        var accountant = await server.RegisterAsync("wu.accountant", "state", true, "state-accountant");
        var regulator = await server.RegisterAsync("lin.regulator", "state", true, "regulator");
        await using var visit = await fixture.SignInAsync(server, "wu.accountant", accountant);
        await using var second = await fixture.SignInAsync(server, "lin.regulator", regulator);
        await visit.GoAsync(Evaluation);
        await Expect(visit.Page.Locator(".verdict.bad")).ToContainTextAsync("2026-06-30");
        var row = visit.Page.GetByRole(AriaRole.Region, new() { Name = "Alarms", Exact = true }).Locator("tbody tr");
        await Expect(row.Locator(".state")).ToHaveTextAsync("open");
        await Expect(row).ToContainTextAsync("MUF, CUMUF, SITMUF, Page's test");

        await TwoDesks.GiveAsync(visit, "Close", ("date", "2026-06-30"), ("finding", " "));
        await Expect(visit.Page.Locator("form.act label:has([name=finding]) .field-refusal")).ToBeVisibleAsync();
        await TwoDesks.GiveAsync(visit, "Close", ("finding", "A cylinder was weighed twice.\nThe ticket was mended."));
        await TwoDesks.ApproveAsync(visit, second);
        await visit.GoAsync(Evaluation);
        await Expect(row.Locator(".state")).ToHaveTextAsync("closed");
        await Expect(row).ToContainTextAsync("A cylinder was weighed twice.");
        var closing = (await row.Locator("a.sequence").InnerTextAsync()).Trim('#');
        await visit.KeepPictureAsync("evaluation-alarm");

        await TwoDesks.GiveAsync(visit, "Open", ("entry", closing), ("reason", "The second ticket was another cylinder's."));
        await Expect(row.Locator(".state")).ToHaveTextAsync("open");
        visit.WasClean();
        second.WasClean();
    }

    [Fact]
    public async Task What_a_form_said_of_one_area_is_not_said_of_another()
    {
        await using var visit = await fixture.OpenAsync();
        foreach (var (page, name) in new[] { ("methods", "Register a method"), ("structure", "Record a licence") })
        {
            await visit.GoAsync($"/mba/ZLFB/{page}");
            await visit.Page.EvaluateAsync("document.querySelectorAll('main details').forEach(fold => fold.open = true)");
            var form = visit.Page.Locator($"form.act[aria-label^='{name}']");
            await form.Locator("button[type=submit]").ClickAsync();
            await Expect(form.Locator(".field-refusal").First).ToBeAttachedAsync();
            await visit.Page.EvaluateAsync($"Blazor.navigateTo('/mba/ZLCA/{page}')");
            await Expect(visit.Page.Locator("h1")).ToContainTextAsync("ZLCA");
            await Expect(form).ToHaveCountAsync(1);
            await Expect(form.Locator(".field-refusal")).ToHaveCountAsync(0);
        }

        visit.WasClean();
    }

    private static bool Near(IEnumerable<double> expected, IEnumerable<double> found) =>
        expected.Zip(found, (one, other) => Math.Abs(one - other) <= 1e-8 * Math.Max(1, Math.Abs(one))).All(near => near)
        && expected.Count() == found.Count();

    private static async Task<string> Taken(IPage page, ILocator figure, string format)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => figure.GetByRole(AriaRole.Button, new() { Name = format }).ClickAsync());
        return await File.ReadAllTextAsync(await download.PathAsync(), Cancel);
    }
}
