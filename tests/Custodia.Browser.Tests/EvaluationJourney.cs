using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Custodia.Browser.Tests;

/// <summary>An accountant asks whether a balance means a loss, supposes one, and takes a figure away.</summary>
public sealed class EvaluationJourney(BrowserFixture fixture)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_balance_is_evaluated_a_loss_supposed_and_a_figure_taken_away()
    {
        await using var visit = await fixture.OpenAsync();
        await visit.GoAsync("/mba/ZLFB");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Evaluation" }).ClickAsync();
        var muf = visit.Page.Locator("figure[data-figure='ZLFB-E-G-muf']");
        await Expect(muf.GetByRole(AriaRole.Img)).ToHaveAttributeAsync("aria-label", new Regex("standard deviation is"));
        await Expect(visit.Page.Locator(".verdict").First).ToContainTextAsync("within what the measurement explains");
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
        var table = await Taken(visit.Page, muf, "CSV");
        Assert.StartsWith("PIT date,MUF,With the supposed loss,±3σ,±2σ\r\n2026-06-30,", table, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(await Taken(visit.Page, muf, "JSON"));
        var row = json.RootElement[0];
        Assert.Equal(250_000, row.GetProperty("With the supposed loss").GetDouble() - row.GetProperty("MUF").GetDouble(), 1e-6);
        var picture = await visit.Page.RunAndWaitForDownloadAsync(() => muf.GetByRole(AriaRole.Button, new() { Name = "PNG" }).ClickAsync());
        var bytes = await File.ReadAllBytesAsync(await picture.PathAsync(), Cancel);
        Assert.Equal("ZLFB-E-G-muf.png", picture.SuggestedFilename);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], bytes[..4]);
        visit.WasClean();
    }

    private static async Task<string> Taken(IPage page, ILocator figure, string format)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => figure.GetByRole(AriaRole.Button, new() { Name = format }).ClickAsync());
        return await File.ReadAllTextAsync(await download.PathAsync(), Cancel);
    }
}
