using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Custodia.Browser.Tests;

/// <summary>From a gap to the clause that closes it: one person proposes, another approves, and the pages say so.</summary>
public sealed class LawJourney(BrowserFixture fixture)
{
    private const string One = "law.one";
    private const string Two = "law.two";

    [Fact]
    public async Task A_clause_is_proposed_approved_and_mapped_and_the_gap_is_gone()
    {
        await fixture.AdmitAsync(One, "state", cleared: true, "regulator");
        await fixture.AdmitAsync(Two, "state", cleared: true, "regulator");
        await using var first = await fixture.OpenAsync(person: One);
        await using var second = await fixture.OpenAsync(person: Two);

        await first.GoAsync("/commitments/offences");
        await Expect(Row(first, "ICSANT-13")).ToContainTextAsync("Gap: no clause");

        await first.GoAsync("/commitments/law/NSA-2012");
        var clause = first.Page.GetByRole(AriaRole.Form, new() { Name = "Record or amend a clause" });
        await clause.Locator("input[name='clause']").FillAsync("1 3");
        await clause.Locator("input[name='from']").FillAsync("2020-01-01");
        await clause.Locator("textarea[name='textEn']").FillAsync("Nuclear crimes are extraditable.");
        await clause.Locator("textarea[name='textZh']").FillAsync("核子犯罪得予引渡。");
        await clause.GetByRole(AriaRole.Button, new() { Name = "Propose" }).ClickAsync();
        await Expect(first.Page.Locator(".refusals")).ToContainTextAsync("law.id-malformed");
        await clause.Locator("input[name='clause']").FillAsync("13");
        await clause.GetByRole(AriaRole.Button, new() { Name = "Propose" }).ClickAsync();
        await TwoDesks.ApproveAsync(first, second);

        await first.GoAsync("/commitments/instruments/icsant");
        Assert.Empty(await AccessAudit.FindAsync(first.Page));
        var map = first.Page.GetByRole(AriaRole.Form, new() { Name = "Map a duty to a clause" });
        await map.Locator("input[name='duty']").FillAsync("ICSANT-13");
        await map.Locator("select[name='clause']").SelectOptionAsync("NSA-2012 13");
        await map.GetByRole(AriaRole.Button, new() { Name = "Propose" }).ClickAsync();
        await TwoDesks.ApproveAsync(first, second);

        await second.GoAsync("/commitments/offences");
        await Expect(Row(second, "ICSANT-13")).ToContainTextAsync("Covered");
        await Row(second, "ICSANT-13").GetByRole(AriaRole.Link, new() { Name = "NSA-2012 13" }).ClickAsync();
        await Expect(second.Page.Locator("main")).ToContainTextAsync("Nuclear crimes are extraditable.");
        Assert.Empty(await AccessAudit.FindAsync(second.Page));
        await second.KeepPictureAsync("law-act");
        second.WasClean();
    }

    private static ILocator Row(Visit visit, string duty) =>
        visit.Page.Locator("main tr").Filter(new() { Has = visit.Page.GetByText(duty, new() { Exact = true }) });
}
