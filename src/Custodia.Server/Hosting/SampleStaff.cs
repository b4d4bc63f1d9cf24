using Custodia.Books.Access;
using Custodia.Materials;
using Custodia.Materials.Commands;
using Custodia.Materials.Ledger;
using Custodia.Materials.Reports;
using Custodia.People.Commands;
using Custodia.People.Facts;
using Custodia.Quantities;
using Custodia.Server.SignIn;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Custodia.Server.Hosting;

/// <summary>
/// Registers the people of the sample State, appoints, clears and certifies them, gives them the sample password, and has the
/// fuel plant's accountant propose what waits for a second person.
/// </summary>
internal sealed class SampleStaff(DataFolder folder, Caller house)
{
    private const string Proposer = "accountant.xaf";
    private const string Plant = "XAFB";
    private const string Store = "XAST";
    private const int ClearedYears = 5;
    private const int CertificateYears = 2;

    private readonly DateOnly _today = DateOnly.FromDateTime(folder.Time.GetUtcNow().UtcDateTime);

    /// <summary>Brings them in, after the material that they account for.</summary>
    public async Task Bring(CancellationToken cancellation)
    {
        foreach (var organisation in SamplePeople.Organisations)
            await Give(organisation, cancellation);
        foreach (var person in SamplePeople.All)
            await Bring(person, cancellation);
        foreach (var (person, course, years) in SamplePeople.Certificates)
        {
            var issued = _today.AddYears(-years);
            await Give(new RecordCertificate(person, course, issued, issued.AddYears(CertificateYears), "Sample training centre"), cancellation);
        }

        foreach (var post in SamplePeople.PostsFrom(_today))
            await Give(post, cancellation);
        SetPasswords();
        await Propose(cancellation);
    }

    private async Task Bring(SamplePerson person, CancellationToken cancellation)
    {
        await Give(new Holder(person.Id, person.Name.En, person.Name.Zh, person.Organisation, _today, person.Kind), cancellation);
        foreach (var place in person.Places)
        {
            await Give(new Appoint(person.Id, person.Role, place, _today), cancellation);
            if (person.IsCleared)
                await Give(new GrantClearance(person.Id, place, _today.AddYears(ClearedYears), _today), cancellation);
        }
    }

    // One hash for all of them: that they have the same password is no secret.
    private void SetPasswords()
    {
        var hasher = new PasswordHasher<PersonSecrets>(
            Options.Create(new PasswordHasherOptions { IterationCount = SignInServices.PasswordRounds }));
        var hash = hasher.HashPassword(null!, SamplePeople.Password);
        foreach (var person in SamplePeople.All.Where(person => person.Kind == HolderKind.Person))
            folder.Secrets.Change(person.Id, held => (held with { PasswordHash = hash, PasswordSet = folder.Time.GetUtcNow() }, true));
    }

    // What the accountant proposes is given as the accountant would.
    private async Task Propose(CancellationToken cancellation)
    {
        using var accountant = new SampleCaller(folder, Proposer);
        foreach (var proposal in Proposals())
            await accountant.Give(proposal, cancellation);
    }

    private IEnumerable<object> Proposals()
    {
        var report = folder.Materials.Mbas[Plant].Reports.Last(prepared => prepared.Fact.Type == ReportType.Icr).Fact;
        yield return new DispatchReport(Plant, ReportType.Icr, report.Number, $"XA-{Plant}-ICR-{report.Number}", report.Date);
        yield return new InventoryChange(Store, _today, "EQ", "TH-02", Items: 1, "T2DF", "M", [Weight.Of('T', Mass.FromGrams(12_480))],
            Kmp: "3", Consent: "XA-AG-EXEMPTION-02", Reference: "XAST-EXEMPTION-02");
    }

    private Task Give(object command, CancellationToken cancellation) => SampleCaller.Give(folder, command, house, cancellation);
}
