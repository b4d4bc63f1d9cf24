using Custodia.Proofs;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Custodia.Browser.Tests;

public sealed class WitnessJourney(BrowserFixture fixture)
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly DateTimeOffset Now = SettableClock.Noon;

    [Fact]
    public async Task An_inspectorate_registers_comes_twice_and_sees_that_nothing_has_changed()
    {
        using var witness = CosignerKey.Generate("inspectorate.example/w1");
        await using var visit = await fixture.OpenAsync();
        await visit.GoAsync("/journal");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Witnesses" }).ClickAsync();
        await Expect(visit.Page.Locator(".empty-title")).ToHaveTextAsync("No witness is registered");
        await visit.KeepPictureAsync("witnesses-none");

        await Register(visit.Page, "nothing", "Inspectorate");
        await Expect(visit.Page.Locator(".refusals")).ToContainTextAsync("journal.witness-key-malformed");
        await Register(visit.Page, witness.VerifierKey.ToString(), "Inspectorate");
        var panel = visit.Page.Locator(".witness");
        await Expect(panel).ToContainTextAsync("It has not cosigned a checkpoint yet.");

        var seen = await Come(visit, panel, witness, old: 0);
        await Expect(visit.Page.Locator(".drop ~ .verdict.good")).ToContainTextAsync("The cosignature was recorded");
        await Expect(panel.Locator(".verdict.good")).ToContainTextAsync("Verified here and now");
        await Expect(panel).ToContainTextAsync(seen.Root.ToHex());
        var again = await Come(visit, panel, witness, old: seen.Size);
        Assert.All(Books(seen.Size, again.Size), book => Assert.Contains(book, new[] { "access", "journal" }));
        if (again.Size == seen.Size)
            Assert.Equal(seen, again);
        await visit.KeepPictureAsync("witnesses-visited");
        await visit.GoAsync("/language?to=zh-Hant&return=/journal/witnesses");
        await visit.KeepPictureAsync("witnesses-visited-zh-Hant");
        await visit.GoAsync("/language?to=en&return=/journal/witnesses");

        var cosigned = await DownloadAsync(visit.Page, panel, "Checkpoint of the last visit, cosigned");
        Assert.True(Checkpoint.TryOpen(cosigned, fixture.Folder.Origin, [fixture.Folder.VerifierKey, witness.VerifierKey], out var kept, out _));
        Assert.Equal(again, kept);

        await panel.GetByRole(AriaRole.Button, new() { Name = "End the registration" }).ClickAsync();
        await panel.GetByRole(AriaRole.Button, new() { Name = "End now" }).ClickAsync();
        await Expect(panel).ToContainTextAsync("from 2026-07-20 to 2026-07-20");
        visit.WasClean();
    }

    // Nothing is recorded between two visits but the cosignature, and that somebody looked.
    private List<string> Books(long from, long to)
    {
        var books = new List<string>();
        fixture.Folder.Store.Read(from, to - from, (in found) => books.Add(found.Header.Book));
        return books;
    }

    // What the witness does at home: it takes the file, judges it by what it saw, and gives the cosigned checkpoint back.
    private async Task<Checkpoint> Come(Visit visit, ILocator panel, CosignerKey witness, long old)
    {
        var file = await DownloadAsync(visit.Page, panel, "File for the next visit: proof since the last");
        Assert.True(WitnessRequest.TryParse(file, out var request, out _));
        Assert.Equal(old, request.OldSize);
        var root = MerkleProof.Root(fixture.Folder.Store, old);
        var verdict = Witness.Judge(request, origin => new WitnessedLog(origin, [fixture.Folder.VerifierKey], old, root));
        Assert.Equal(WitnessAnswer.Cosign, verdict.Answer);
        var time = old == 0 ? Now.AddMinutes(-1) : Now;
        var note = request.Checkpoint.WithSignature(witness.Cosign(verdict.Checkpoint!, time));
        await visit.Page.Locator("#cosignature-file").SetInputFilesAsync(
            new FilePayload { Name = "cosigned.txt", MimeType = "text/plain", Buffer = note.Encode() });
        await Expect(panel).ToContainTextAsync(time.ToString("HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture));
        return verdict.Checkpoint!;
    }

    private static async Task Register(IPage page, string key, string organisation)
    {
        var form = page.GetByRole(AriaRole.Form, new() { Name = "Register a witness" });
        await form.Locator("input[name=key]").FillAsync(key);
        await form.Locator("input[name=organisation]").FillAsync(organisation);
        await form.GetByRole(AriaRole.Button, new() { Name = "Register", Exact = true }).ClickAsync();
    }

    private static async Task<byte[]> DownloadAsync(IPage page, ILocator panel, string name)
    {
        var link = panel.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });
        var download = await page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        return await File.ReadAllBytesAsync(await download.PathAsync(), Cancel);
    }
}
