using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Custodia.Browser.Tests;

/// <summary>A reader orders, narrows, chooses, keeps and takes away a list; its address shows the same to a colleague.</summary>
public sealed class TablesJourney(BrowserFixture fixture)
{
    [Fact]
    public async Task A_list_is_ordered_by_its_headings_and_the_address_says_how()
    {
        await using var visit = await fixture.OpenAsync();
        await visit.GoAsync("/mba/ZLFB/batches?empty=true");
        var heading = visit.Page.GetByRole(AriaRole.Columnheader, new() { Name = "Contents" });
        await heading.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync(new Regex("sort=contents"));
        await Expect(heading).ToHaveAttributeAsync("aria-sort", "ascending");
        await heading.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync(new Regex("sort=-contents"));
        await Expect(visit.Page.Locator("tbody tr").First).ToContainTextAsync("UF6-STOCK");

        await using var colleague = await fixture.OpenAsync();
        await colleague.GoAsync(new Uri(visit.Page.Url).PathAndQuery);
        Assert.Equal(await visit.Page.Locator("tbody tr").AllInnerTextsAsync(), await colleague.Page.Locator("tbody tr").AllInnerTextsAsync());
        visit.WasClean();
    }

    [Fact]
    public async Task A_list_is_narrowed_and_its_columns_are_chosen_and_kept_as_a_view()
    {
        await using var visit = await fixture.OpenAsync();
        await visit.GoAsync("/mba/ZLFB");
        await visit.Page.Locator("select[name=code]").SelectOptionAsync("RD");
        await visit.Page.Keyboard.PressAsync("Tab");
        await visit.Page.Locator("input[name=batch]").FillAsync("CYL");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page).ToHaveURLAsync(fixture.Address + "/mba/ZLFB?code=RD&batch=CYL");
        await Expect(visit.Page.Locator(".ledger tbody tr")).ToHaveCountAsync(1);

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Columns" }).ClickAsync();
        await visit.Page.GetByLabel("Recorded").CheckAsync();
        await visit.Page.GetByLabel("From → to").UncheckAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Columnheader, new() { Name = "Recorded" })).ToBeVisibleAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Columnheader, new() { Name = "From → to" })).ToHaveCountAsync(0);
        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(visit.Page.Locator(".menu-panel")).ToHaveCountAsync(0);
        var address = visit.Page.Url;

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Views" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Save this view" }).ClickAsync();
        await Expect(visit.Page.Locator(".field-refusal")).ToContainTextAsync("Give the view a name");
        await visit.Page.GetByLabel("Name of the view").FillAsync("Cylinders received");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.Locator(".saved-views")).ToContainTextAsync("Cylinders received");
        await visit.KeepPictureAsync("tables-views");

        // Another machine, another area: the same view.
        await using var elsewhere = await fixture.OpenAsync();
        await elsewhere.GoAsync("/mba/ZLRA");
        await elsewhere.Page.GetByRole(AriaRole.Button, new() { Name = "Views" }).ClickAsync();
        await elsewhere.Page.GetByRole(AriaRole.Link, new() { Name = "Cylinders received" }).ClickAsync();
        await Expect(elsewhere.Page).ToHaveURLAsync(address.Replace("ZLFB", "ZLRA", StringComparison.Ordinal));
        await elsewhere.Page.GetByRole(AriaRole.Button, new() { Name = "Remove the view Cylinders received" }).ClickAsync();
        await Expect(elsewhere.Page.Locator(".saved-views")).ToHaveCountAsync(0);
        visit.WasClean();
        elsewhere.WasClean();
    }

    [Theory]
    [InlineData("en", "Effect on the book: Enriched uranium (E/G) (g)", "Written for")]
    [InlineData("zh-Hant", "濃縮鈾（E/G） (g)", "匯出者")]
    public async Task A_list_is_taken_away_with_its_units_and_where_it_is_from(string language, string heading, string last)
    {
        await using var visit = await fixture.OpenAsync();
        await visit.GoAsync($"/language?to={language}&return=" + Uri.EscapeDataString("/mba/ZLFB?material=E/G&code=TW&sort=-date"));
        var csv = System.Text.Encoding.UTF8.GetString(await DownloadAsync(visit, "CSV"));
        var lines = csv.TrimStart('\uFEFF').TrimEnd().Split("\r\n");
        Assert.Contains(heading, lines[0], StringComparison.Ordinal);
        Assert.Equal(2, lines[1..].TakeWhile(line => line.Trim(',').Length > 0).Count());
        Assert.Contains(",-14000,", csv, StringComparison.Ordinal);
        Assert.Contains("ledger mba=ZLFB material=E/G code=TW sort=-date", csv, StringComparison.Ordinal);
        Assert.StartsWith(last, lines[^1], StringComparison.Ordinal);
        Assert.StartsWith("PK", System.Text.Encoding.Latin1.GetString(await DownloadAsync(visit, "XLSX")), StringComparison.Ordinal);
        visit.WasClean();
    }

    [Fact]
    public async Task Every_list_is_written_whole_with_each_of_its_columns()
    {
        // No one person may read all lists: who reads content reads no access log, and the words of a peer review are for few.
        const string Officer = "lists.officer";
        await fixture.AdmitAsync(Officer, "state", cleared: false, "security-officer");
        await using var accountant = await fixture.OpenAsync();
        await using var officer = await fixture.OpenAsync(person: Officer);
        const string Regulator = "lists.regulator";
        await fixture.AdmitAsync(Regulator, "state", cleared: true, "regulator");
        await using var regulator = await fixture.OpenAsync(person: Regulator);
        foreach (var table in Server.Components.Tables.ListTables.All)
        {
            var columns = string.Join(',', table.AllColumns.Select(column => column.Name));
            foreach (var mba in (string[])["ZLCA", "ZLFB", "ZLRA"])
            {
                // Only there is an inventory of that day, and a balance to evaluate.
                var isEvaluated = table.Scope.Contains("model");
                if ((isEvaluated || table.Scope.Contains("pit")) && mba != "ZLFB")
                    continue;
                var batch = mba == "ZLFB" ? "FA2601" : mba == "ZLCA" ? "CYL-R" : "FA2401-07";
                var named = $"&mba={mba}&pit=2026-06-30&name={batch}&holder={Officer}&instrument=icsant&mission=ippas-2021&year=2026";
                var scope = table.Scope.Count == 0 ? "" : isEvaluated ? named + "&material=E/G" : named;
                var path = $"/export/{table.Name}?format=csv&columns={columns}{scope}";
                var csv = await accountant.GetAsync(path);
                foreach (var other in new[] { officer, regulator }.Where(_ => csv.Status == (int)HttpStatusCode.Forbidden))
                    csv = await other.GetAsync(path);
                Assert.True(csv.Ok, $"{table.Name} {mba}: {csv.Status} {await csv.TextAsync()}");
                Assert.Contains("\r\nWhole,Yes", await csv.TextAsync(), StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("en", "/mba/ZLFB?material=E/G&asOf=2026-06-30")]
    [InlineData("zh-Hant", "/")]
    public async Task A_page_is_printed_with_its_time_position_and_marking(string language, string path)
    {
        await using var visit = await fixture.OpenAsync();
        await visit.GoAsync($"/language?to={language}&return=" + Uri.EscapeDataString(path));
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(visit.Page.Locator(".table-tools").First).ToBeHiddenAsync();
        await visit.KeepPictureAsync($"print-{language}");
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Screen });
        var pdf = await DownloadAsync(visit, "PDF");
        Assert.StartsWith("%PDF-", System.Text.Encoding.Latin1.GetString(pdf), StringComparison.Ordinal);
        Assert.InRange(pdf.Length, 10_000, 5_000_000);
        await visit.KeepFileAsync($"page-{language}.pdf", pdf);
        visit.WasClean();
    }

    [Fact]
    public async Task A_derived_figure_shows_its_arithmetic_its_question_and_the_proof_of_an_entry()
    {
        var before = fixture.Folder.Node.Count - 1;
        await using var visit = await fixture.OpenAsync();
        await visit.GoAsync("/");
        await visit.Page.GetByLabel("Which entries make this figure? SQ · Plutonium").ClickAsync();
        var panel = visit.Page.GetByRole(AriaRole.Dialog);
        await Expect(panel.Locator(".derivation")).ToContainTextAsync("17,940 g");
        await Expect(panel.Locator(".derivation")).ToContainTextAsync("= 2.2425 SQ");
        await panel.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("Proof that entry") }).First.ClickAsync();
        await Expect(panel.Locator(".entry-proof .verdict.good")).ToContainTextAsync("the leaf leads to the root");
        await Expect(panel.Locator(".why-question")).ToContainTextAsync("ZLRA");
        var link = await panel.GetByLabel("A link that shows the same for ever").InputValueAsync();
        // That somebody looked is recorded meanwhile: the link shows the figure as it was then.
        var known = long.Parse(Regex.Match(link, "knownAt=([0-9]+)").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(known, before, fixture.Folder.Node.Count - 1);
        await visit.KeepPictureAsync("why-derived");

        await visit.Page.Keyboard.PressAsync("Escape");
        await visit.Page.GetByLabel("Which entries make this figure? ekg · Plutonium").ClickAsync();
        await Expect(panel.Locator(".derivation")).ToContainTextAsync("= 17.94 ekg");
        visit.WasClean();
    }

    [Fact]
    public async Task What_was_filled_in_is_not_lost_by_a_click_and_Escape_leaves_it()
    {
        await using var visit = await fixture.OpenAsync();
        await visit.GoAsync("/reports");
        var day = visit.Page.GetByLabel("Last day (PIL, MBR: PIT date)");
        await day.FillAsync("2026-06-31");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(day).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(visit.Page.Locator(".field-refusal")).ToContainTextAsync("2026-03-31");

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Journal", Exact = true }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Alertdialog)).ToContainTextAsync("not recorded yet");
        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(day).ToHaveValueAsync("2026-06-31");
        await day.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(day).ToHaveValueAsync("");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Journal", Exact = true }).ClickAsync();
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("Journal");
        visit.WasClean();
    }

    private static async Task<byte[]> DownloadAsync(Visit visit, string name)
    {
        var link = visit.Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).First;
        var download = await visit.Page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        return await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
    }
}
