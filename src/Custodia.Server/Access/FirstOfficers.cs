using Custodia.Books;
using Custodia.Books.Access;
using Custodia.People.Commands;
using Custodia.People.Facts;
using Custodia.Server.Hosting;
using Custodia.Server.SignIn;

namespace Custodia.Server.Access;

/// <summary>
/// Creates the first two officers: an administrator, who registers and appoints, and a security officer, who approves and
/// clears. From then on nobody gives a right to themselves, and neither can do without the other.
/// </summary>
internal sealed class FirstOfficers(DataFolder folder, TimeProvider time)
{
    private const string Authority = "AUTHORITY";
    private static readonly string[] Roles = ["administrator", "security-officer"];
    private static readonly Caller Setup = Caller.House("setup");

    public async Task<IReadOnlyList<Refusal>> Create(IReadOnlyList<NewOfficer> officers, CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        List<object> commands = [];
        if (!folder.People.Organisations.ContainsKey(Authority))
            commands.Add(new Organisation(Authority, "Competent authority", "主管機關", OrganisationKind.Authority, []));
        foreach (var (officer, role) in officers.Zip(Roles))
        {
            if (folder.People.Holders.ContainsKey(officer.Person))
                continue;
            commands.Add(new Holder(officer.Person, officer.Name.En, officer.Name.Zh, Authority, today));
            commands.Add(new Appoint(officer.Person, role, Places.State, today));
        }

        foreach (var command in commands)
        {
            var definition = folder.People.Catalogue.Commands.Single(known => known.Input == command.GetType());
            var outcome = await folder.Node.Execute(
                folder.People, definition, command, Setup, Guid.NewGuid(), cancellation: cancellation);
            if (outcome is Outcome.Refused refused)
                return refused.Refusals;
        }

        return [];
    }
}
