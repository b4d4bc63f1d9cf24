using Custodia.Books;
using Custodia.Books.Access;
using Custodia.Books.Approvals;
using Custodia.Journal;
using Custodia.People.Access;
using Custodia.People.Commands;
using Custodia.People.Facts;
using Custodia.People.Roles;

namespace Custodia.People.Tests;

/// <summary>
/// A journal with the book of people as its gate and a vault that it guards, the built-in roles, two organisations, and a
/// clock that stands still until it is set. The vault has facility F1 with XAAA and XAAB, which OPA owns, and F2 with XABA.
/// </summary>
internal sealed class PeopleJournal : IDisposable
{
    public static readonly DateTimeOffset Noon = new(2026, 7, 20, 12, 0, 0, TimeSpan.Zero);
    public static readonly DateOnly Today = new(2026, 7, 20);

    private readonly Clock _clock = new();

    public PeopleJournal(bool withRoles = true)
    {
        People = new PeopleBook(Permissions);
        Book[] books = [People, Vault, Approvals, AccessBook];
        Log = new AccessLog(AccessBook, _clock);
        Gate = new PeopleGate(People, new PlaceTree(books), caller => !Ended.Contains(caller.Session), Log);
        Node = new Node(books, gate: Gate);
        Node.Start(Store, new JournalOptions(), _clock);
        Log.Start(Node);
        if (withRoles)
            Found().GetAwaiter().GetResult();
    }

    /// <summary>All permissions of the built-in roles.</summary>
    public static IReadOnlySet<string> Permissions { get; } =
        BuiltInRoles.All.SelectMany(role => role.Permissions).ToHashSet(StringComparer.Ordinal);

    public MemoryStore Store { get; } = new();

    public PeopleBook People { get; }

    public VaultBook Vault { get; } = new();

    public ApprovalsBook Approvals { get; } = new();

    public AccessBook AccessBook { get; } = new();

    public AccessLog Log { get; }

    public PeopleGate Gate { get; }

    public Node Node { get; }

    /// <summary>Sessions that ended.</summary>
    public HashSet<string> Ended { get; } = [];

    public DateTimeOffset Now
    {
        get => _clock.Now;
        set => _clock.Now = value;
    }

    public static Caller As(string name) => Caller.Authenticated(name, CallerVia.Api, "s-" + name);

    public Task<Outcome> Give(Caller caller, object command, Guid? id = null, bool tryOnly = false)
    {
        var (book, definition) = Node.Books.SelectMany(b => b.Catalogue.Commands, (b, c) => (b, c))
            .Single(pair => pair.c.Input == command.GetType());
        return Node.Execute(book, definition, command, caller, id ?? Guid.NewGuid(), tryOnly);
    }

    public Task<Outcome> Give(string who, object command) => Give(As(who), command);

    /// <summary>Does something as the house; the first of its entries.</summary>
    public async Task<long> Do(object command)
    {
        var outcome = await Give(Caller.House("test"), command);
        Assert.True(outcome is Outcome.Recorded, (outcome as Outcome.Refused)?.Refusals[0].ToString());
        return ((Outcome.Recorded)outcome).First;
    }

    /// <summary>Registers somebody of an organisation.</summary>
    public Task<long> Register(string id, string organisation = "AUTH", HolderKind kind = HolderKind.Person) =>
        Do(new Holder(id, id, id, organisation, new DateOnly(2026, 1, 1), kind));

    /// <summary>Registers somebody with a role at a place, and cleared for it for a year.</summary>
    public async Task<string> Person(string id, string role, string place = Places.State, bool cleared = false)
    {
        await Register(id);
        await Do(new Appoint(id, role, place));
        if (cleared)
            await Do(new GrantClearance(id, place, Today.AddYears(1)));
        return id;
    }

    public async Task<string> Refusal(string who, object command)
    {
        var outcome = await Give(who, command);
        return outcome is Outcome.Refused refused ? refused.Refusals[0].Code : outcome.GetType().Name;
    }

    /// <summary>What somebody may see of a compartment under a permission.</summary>
    public Visibility Sight(string who, string compartment, string permission = "materials.read")
    {
        var pass = Gate.Admit(As(who), permission, Now);
        return pass.IsGiven ? pass.Value.Of(Node.Places.PlaceOf(compartment)) : Visibility.Hidden;
    }

    /// <summary>Why the gate keeps somebody out; null where it does not.</summary>
    public string? Kept(string who, string permission)
    {
        var pass = Gate.Admit(As(who), permission, Now);
        return pass.IsGiven ? null : pass.Refusals[0].Code;
    }

    public Answer<TResult> Ask<TBook, TQuery, TResult>(TBook book, TQuery query, string who, ViewRequest view = default)
        where TBook : Book
        where TQuery : class
    {
        var definition = (QueryDefinition<TBook, TQuery, TResult>)book.Catalogue.Queries.Single(known => known.Input == typeof(TQuery));
        return Node.Ask(definition, query, view, As(who));
    }

    public void Dispose()
    {
        Node.Dispose();
        Book[] books = [People, Vault, Approvals, AccessBook];
        foreach (var book in books)
            book.Dispose();
        Store.Dispose();
    }

    private async Task Found()
    {
        foreach (var role in BuiltInRoles.All)
            await Do(new AdoptRole(role));
        await Do(new Organisation("AUTH", "Authority", "主管機關", OrganisationKind.Authority, []));
        await Do(new Organisation("OPA", "Operator A", "甲營運者", OrganisationKind.Operator, ["facility:F1"]));
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = Noon;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
