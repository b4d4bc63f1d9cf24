using Custodia.Books;
using Custodia.Books.Access;
using Custodia.People.Commands;
using Custodia.People.Facts;
using Custodia.Server.Access;
using Custodia.Server.Hosting;
using Custodia.Server.SignIn;
using Microsoft.Extensions.Logging.Abstractions;

namespace Custodia.Testing;

/// <summary>Registers people for tests, by the commands that everybody uses, and gives them tokens.</summary>
internal sealed class Tester(DataFolder folder, TimeProvider time)
{
    /// <summary>What an accountant of the whole State does, with the right to approve what others propose.</summary>
    public static readonly string[] AllContent = ["state-accountant", "accountant", "inspector"];

    private static readonly Caller House = Caller.House("test");

    /// <summary>Registers somebody, appointed and cleared at a place for a year.</summary>
    /// <param name="id">Id.</param>
    /// <param name="place">Where; null: registered only.</param>
    /// <param name="cleared">Whether cleared for it, too.</param>
    /// <param name="roles">Ids of the roles.</param>
    public async Task Register(string id, string? place, bool cleared, params string[] roles)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        if (!folder.People.Organisations.ContainsKey("TEST"))
            await Do(new Organisation("TEST", "Test", "測試", OrganisationKind.Authority, []));
        await Do(new Holder(id, id, id, "TEST", today.AddDays(-1)));
        foreach (var role in roles)
            await Do(new Appoint(id, role, place!, today.AddDays(-1)));
        if (cleared)
            await Do(new GrantClearance(id, place!, today.AddYears(1), today.AddDays(-1)));
    }

    /// <summary>A token of somebody who is registered: good for all of their rights.</summary>
    public string Token(string id, params string[] scopes)
    {
        var options = new SignInOptions
        {
            Accounts = new PeopleAccounts(folder, time),
            Journal = new DoorJournal(folder.AccessLog, NullLogger<DoorJournal>.Instance),
            CreateOfficers = (_, _) => Task.FromResult<IReadOnlyList<Refusal>>([]),
        };
        return new ApiTokens(options, folder.Secrets, time)
            .Make(id, "test", scopes.Length == 0 ? ["read", "write"] : scopes, TimeSpan.FromDays(1), id, isMultiFactor: true).Value!.Text;
    }

    /// <summary>Gives a command as the house.</summary>
    public async Task Do(object command)
    {
        var (book, definition) = folder.Node.Books.SelectMany(b => b.Catalogue.Commands, (b, c) => (b, c))
            .Single(pair => pair.c.Input == command.GetType());
        var outcome = await folder.Node.Execute(book, definition, command, House, Guid.NewGuid());
        if (outcome is Outcome.Refused refused)
            throw new InvalidOperationException(refused.Refusals[0].ToString());
    }
}
