using Custodia.Books.Access;
using Custodia.Materials.Reports;
using Custodia.Proofs;
using Custodia.Server.Reading;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Custodia.Browser.Tests;

public sealed class ProofJourney(BrowserFixture fixture)
{
    [Fact]
    public async Task A_receipt_taken_from_a_page_verifies_without_the_server()
    {
        await using var visit = await fixture.OpenAsync();
        await visit.GoAsync("/journal/40");
        await Expect(visit.Page.Locator("pre.json")).ToContainTextAsync("{");
        var receipt = await DownloadAsync(visit, "Download the receipt");

        Assert.True(TlogProof.TryParse(receipt, out var proof, out _));
        Assert.Equal(40, proof.Index);
        var entry = proof.Extra!.Value;
        var (origin, key) = (fixture.Folder.Origin, fixture.Folder.VerifierKey);
        Assert.Equal(ProofFault.None, proof.Verify(entry.Span, origin, [key], out _));
        await Expect(visit.Page.Locator(".facts")).ToContainTextAsync(MerkleTree.LeafHash(entry.Span).ToHex());
        var changed = entry.ToArray();
        changed[^2] ^= 1;
        Assert.Equal(ProofFault.RootMismatch, proof.Verify(changed, origin, [key], out _));
        visit.WasClean();
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hant")]
    public async Task A_report_is_taken_away_as_pdf(string language)
    {
        await using var visit = await fixture.OpenAsync();
        var response = await visit.GetAsync($"/reports/ZLFB/mbr/1/pdf?language={language}");
        Assert.Equal("application/pdf", response.Headers["content-type"]);
        var pdf = await response.BodyAsync();
        Assert.StartsWith("%PDF-", System.Text.Encoding.Latin1.GetString(pdf), StringComparison.Ordinal);
        Assert.InRange(pdf.Length, 5_000, 5_000_000);
        Assert.Equal(404, (await visit.GetAsync("/reports/ZLFB/mbr/99/pdf")).Status);
    }

    [Fact]
    public async Task The_whole_journal_is_verified_again_from_its_page()
    {
        await using var visit = await fixture.OpenAsync();
        await visit.GoAsync("/journal");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Verify the journal" }).ClickAsync();
        await Expect(visit.Page.Locator(".verdict.good")).ToContainTextAsync("Verified");
        await visit.KeepPictureAsync("journal-verified");
        visit.WasClean();
    }

    [Fact]
    public async Task The_journal_is_searched_by_kind_and_area_the_newest_first()
    {
        await using var visit = await fixture.OpenAsync();
        await visit.GoAsync("/journal");
        await visit.Page.Locator("select[name=kind]").SelectOptionAsync("balance-closed");
        await visit.Page.Locator("input[name=mba]").FillAsync("ZLFB");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Filter", Exact = true }).ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync(fixture.Address + "/journal?kind=balance-closed&mba=ZLFB");
        await Expect(visit.Page.Locator("tbody tr")).ToHaveCountAsync(1);
        visit.WasClean();
    }

    [Fact]
    public async Task A_prepared_report_is_read_and_downloaded_as_the_text_that_is_sent()
    {
        await using var visit = await fixture.OpenAsync();
        await visit.GoAsync("/reports");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "MBR 001" }).ClickAsync();
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("MBR 001 · ZLFB");
        var text = await DownloadAsync(visit, "Download the text");
        var report = new Desk(fixture.Folder, () => Caller.House("reader"))
            .Ask<ReportQuery, ReportView>(new ReportQuery("ZLFB", ReportType.Mbr, 1), default).Value!;
        Assert.Equal(report.Text, System.Text.Encoding.UTF8.GetString(text));
        visit.WasClean();
    }

    [Fact]
    public async Task A_report_that_cannot_be_prepared_is_refused_on_the_spot()
    {
        await using var visit = await fixture.OpenAsync();
        await visit.GoAsync("/reports");
        var form = visit.Page.GetByRole(AriaRole.Form, new() { Name = "Prepare a report" });
        await form.Locator("select").First.SelectOptionAsync("ZLCA");
        await form.Locator("select").Last.SelectOptionAsync("Mbr");
        await visit.Page.GetByLabel("Last day (PIL, MBR: PIT date)").FillAsync("2026-06-30");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Prepare", Exact = true }).ClickAsync();
        await Expect(visit.Page.Locator(".refusals")).ToContainTextAsync("materials.report-nothing");
        visit.WasClean();
    }

    private static async Task<byte[]> DownloadAsync(Visit visit, string name)
    {
        var link = visit.Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });
        var download = await visit.Page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        return await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
    }
}
