using Custodia.Books;
using Custodia.Books.Access;
using Custodia.People.Commands;
using Custodia.People.Facts;
using Custodia.Server.Hosting;

namespace Custodia.Bench.Web;

/// <summary>One of those who work at the same time.</summary>
/// <param name="Id">With what they sign in.</param>
/// <param name="Role">Id of the role.</param>
/// <param name="Place">Where they are appointed.</param>
/// <param name="Cleared">For what they are cleared; null: for nothing.</param>
/// <param name="Mba">Index of the MBA that they mostly look at.</param>
internal sealed record WebPerson(string Id, string Role, string Place, string? Cleared, int Mba)
{
    /// <summary>Whether they see material at all.</summary>
    public bool SeesMaterial => Role != "auditor";

    /// <summary>Whether they record changes.</summary>
    public bool Records => Role == "accountant";

    public string Password => $"maple-otter-{Id[^3..]}-Tundra";
}

/// <summary>Two hundred people of a State: who keeps one MBA or a facility, who inspects, who only reads summaries, who audits.</summary>
internal static class WebPeople
{
    public const int Count = 200;
    private const string Organisation = "BENCH";

    public static IReadOnlyList<WebPerson> All { get; } = [.. Enumerable.Range(0, Count).Select(Person)];

    public static async Task Register(DataFolder data, DateOnly today)
    {
        await Do(data, new Organisation(Organisation, "Benchmark", "基準", OrganisationKind.Authority, []));
        foreach (var person in All)
        {
            await Do(data, new Holder(person.Id, person.Id, person.Id, Organisation, today.AddDays(-1)));
            await Do(data, new Appoint(person.Id, person.Role, person.Place, today.AddDays(-1)));
            if (person.Cleared is { } cleared)
                await Do(data, new GrantClearance(person.Id, cleared, today.AddYears(1), today.AddDays(-1)));
        }
    }

    private static WebPerson Person(int number)
    {
        var id = FormattableString.Invariant($"person-{number:000}");
        var mba = number % WebFacts.Mbas;
        var (own, facility) = ($"mba:{WebFacts.Mba(mba)}", $"facility:{WebFacts.Facility(mba)}");
        return (number / WebFacts.Mbas) switch
        {
            < 3 => new(id, "accountant", own, own, mba),
            < 5 => new(id, "accountant", facility, facility, mba),
            < 7 => new(id, "inspector", Places.State, Places.State, mba),
            7 => new(id, "inspector", Places.State, facility, mba),
            8 => new(id, "official", Places.State, Places.State, mba),
            _ => new(id, "auditor", Places.State, null, mba),
        };
    }

    private static async Task Do(DataFolder data, object command)
    {
        var definition = data.People.Catalogue.Commands.Single(known => known.Input == command.GetType());
        var outcome = await data.Node.Execute(data.People, definition, command, Caller.House("bench"), Guid.NewGuid());
        if (outcome is Outcome.Refused refused)
            throw new InvalidOperationException(refused.Refusals[0].ToString());
    }
}
