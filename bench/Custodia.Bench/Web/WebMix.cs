using System.Globalization;

namespace Custodia.Bench.Web;

/// <summary>What people do, by how often.</summary>
internal static class WebMix
{
    /// <summary>What all else is compared with, under the same load.</summary>
    public const string Reference = "static file";

    private static readonly (string Kind, int Weight, Func<WebClient, Task<bool>> Do)[] Material =
    [
        ("overview", 8, client => client.Page("/")),
        ("areas", 4, client => client.Page("/mba")),
        ("ledger", 10, client => client.Page(Area(client, ""))),
        ("ledger, filtered and paged", 8, client => client.Page(Area(client, $"?code=SD&material=E%2FG&page={client.Random.Next(1, 20)}"))),
        ("ledger, by part of a batch", 3, client => client.Page(Area(client, $"?batch=T{client.Random.Next(100, 999)}&sort=-date"))),
        ("batches", 4, client => client.Page(Area(client, "/batches"))),
        ("batch", 8, client => client.Page(Area(client, "/batch/" + WebFacts.Stock(client.Person.Mba, client.Random.Next(50))))),
        ("balance", 6, client => client.Page(Area(client, "/balance"))),
        ("balance of a closed period", 2, client => client.Page(Area(client, "/balance?day=2024-12-31"))),
        ("inventories", 2, client => client.Page(Area(client, "/inventories"))),
        ("reports", 4, client => client.Page("/reports")),
        ("report", 3, client => client.Page($"/reports/{Mba(client)}/icr/{client.Random.Next(1, 100)}")),
        ("work list", 5, client => client.Page("/work")),
        ("find", 5, client => client.Page($"/find?q=T{client.Random.Next(1000, 9999)}")),
        ("overview as of a day", 2, client => client.Page("/?asOf=" + Day(client))),
        ("ledger as of a day", 3, client => client.Page(Area(client, "?asOf=" + Day(client)))),
        ("API ledger", 6, client => client.Ask($"materials/ledger?mba={Mba(client)}&size=100&page={client.Random.Next(1, 50)}")),
        ("API transfers", 3, client => client.Ask("materials/transfers?size=50")),
        ("API due", 3, client => client.Ask("materials/due")),
        ("API balance", 3, client => client.Ask($"materials/balance?mba={Mba(client)}")),
        (Reference, 10, client => client.Page("/favicon.svg")),
    ];

    private static readonly (string Kind, int Weight, Func<WebClient, Task<bool>> Do)[] Journal =
    [
        ("journal", 5, client => client.Page("/journal")),
        ("journal, filtered", 3, client => client.Page("/journal?kind=content-seen")),
        ("entry", 4, client => client.Page("/journal/" + client.Random.Next(WebFolder.Entries).ToString(CultureInfo.InvariantCulture))),
        ("API access log", 3, client => client.Ask("access/log?size=100")),
        (Reference, 1, client => client.Page("/favicon.svg")),
    ];

    private static readonly (string Kind, int Weight, Func<WebClient, Task<bool>> Do) Command = ("record a change", 3, client => client.Record());

    /// <summary>What one person does next.</summary>
    public static (string Kind, Func<WebClient, Task<bool>> Do) Next(WebClient client)
    {
        var all = !client.Person.SeesMaterial ? Journal : client.Person.Records ? [.. Material, Command] : Material;
        if (client.Person.Role == "official")
            all = [.. Material.Where(each => each.Kind is "overview" or "areas" or "reports" or "work list" or "report" or Reference)];
        var at = client.Random.Next(all.Sum(each => each.Weight));
        foreach (var (kind, weight, act) in all)
        {
            if ((at -= weight) < 0)
                return (kind, act);
        }

        throw new InvalidOperationException("The weights end before the last.");
    }

    private static string Mba(WebClient client) => WebFacts.Mba(client.Person.Mba);

    private static string Area(WebClient client, string page) => $"/mba/{Mba(client)}{page}";

    private static string Day(WebClient client) =>
        new DateOnly(2018, 1, 1).AddDays(client.Random.Next(2_500)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
