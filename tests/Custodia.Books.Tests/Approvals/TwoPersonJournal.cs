using Custodia.Books.Access;
using Custodia.Books.Approvals;
using Custodia.Journal;

namespace Custodia.Books.Tests.Approvals;

/// <summary>
/// A journal whose tally needs a second person from 100 on, a clock that stands still until it is set, and a gate that
/// goes by a list.
/// </summary>
internal sealed class TwoPersonJournal : IDisposable
{
    public static readonly DateTimeOffset Noon = new(2026, 7, 20, 12, 0, 0, TimeSpan.Zero);

    private readonly MemoryStore _store = new();
    private readonly Clock _clock = new();
    private TallyBook _tally = new();
    private ApprovalsBook _approvals = new();

    public TwoPersonJournal()
    {
        foreach (var person in new[] { "ann", "bob" })
        {
            Gate.Rights.Add((person, "tally.count"));
            Gate.Rights.Add((person, "tally.approve"));
            Gate.Rights.Add((person, "tally.read"));
        }

        Gate.Rights.Add(("clerk", "tally.count"));
        Gate.Rights.Add(("clerk", "tally.read"));
        Node = Open();
    }

    public ListGate Gate { get; } = new();

    public Node Node { get; private set; }

    public long Count => _store.Count;

    public DateTimeOffset Now
    {
        get => _clock.Now;
        set => _clock.Now = value;
    }

    public static Caller As(string name) => Caller.Authenticated(name, CallerVia.Api, "s-" + name);

    /// <summary>Closes the node and opens another over the same entries.</summary>
    public void Restart()
    {
        Close();
        (_tally, _approvals) = (new TallyBook(), new ApprovalsBook());
        Node = Open();
    }

    public Task<Outcome> Give(string who, object command, Guid? id = null, bool tryOnly = false)
    {
        var (book, definition) = Node.Books.SelectMany(b => b.Catalogue.Commands, (b, c) => (b, c))
            .Single(pair => pair.c.Input == command.GetType());
        return Node.Execute(book, definition, command, As(who), id ?? Guid.NewGuid(), tryOnly);
    }

    /// <summary>Proposes to count a number; the proposal.</summary>
    public async Task<long> Propose(string who, int number = 100, string compartment = "") =>
        Assert.IsType<Outcome.Proposed>(await Give(who, new Count([number], Compartment: compartment))).Proposal;

    public async Task<string> Refusal(string who, object command) =>
        Assert.Single(Assert.IsType<Outcome.Refused>(await Give(who, command)).Refusals).Code;

    public ProposalList Proposals(string who, ProposalChoice which) => Node.Ask(
        (QueryDefinition<ApprovalsBook, ProposalsQuery, ProposalList>)_approvals.Catalogue.Queries[0],
        new ProposalsQuery(which), default, As(who)).Value!;

    public int Total() => Node.Ask(
        (QueryDefinition<TallyBook, HowMany, int>)_tally.Catalogue.Queries[0], new HowMany(), default, Caller.House("t")).Value;

    /// <summary>Who is named for an entry, and its kind.</summary>
    public (string Actor, string Kind) Entry(long number)
    {
        var found = ("", "");
        _store.Read(number, 1, (in entry) => found = (entry.Header.Actor, entry.Header.Kind));
        return found;
    }

    /// <summary>The compartment of an entry.</summary>
    public string CompartmentOf(long number)
    {
        var found = "";
        _store.Read(number, 1, (in entry) => found = entry.Header.Compartment);
        return found;
    }

    public void Dispose()
    {
        Close();
        _store.Dispose();
    }

    private Node Open()
    {
        var node = new Node([_tally, _approvals], gate: Gate);
        _store.Read(0, _store.Count, node.Fold);
        node.Start(_store, new JournalOptions(), _clock);
        return node;
    }

    private void Close()
    {
        Node.Dispose();
        _tally.Dispose();
        _approvals.Dispose();
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = Noon;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}

/// <summary>A gate that goes by a list of who holds what, everywhere, and of who is not cleared for which place.</summary>
internal sealed class ListGate : IGate
{
    public HashSet<(string Name, string Permission)> Rights { get; } = [];

    public HashSet<(string Name, string Place)> NotCleared { get; } = [];

    public Answer<Pass> Admit(Caller caller, string permission, DateTimeOffset now) =>
        caller.IsHouse ? Pass.Everywhere : PassOf(caller.Name, permission, now);

    public Answer<Pass> PassOf(string name, string permission, DateTimeOffset now) =>
        permission == Places.SignedIn || Rights.Contains((name, permission))
            ? new ListPass(place => Rights.Contains((name, permission)), place => !NotCleared.Contains((name, place)))
            : AccessRefusals.NotAllowed.At(default, permission, name);

    public List<(string Name, string What, string Place)> Seen { get; } = [];

    public void Saw(Caller caller, string what, IReadOnlyCollection<string> compartments) =>
        Seen.AddRange(compartments.Select(place => (caller.Name, what, place)));

    public void Denied(Caller caller, string what, Refusal refusal)
    {
        // Nothing here asks who was refused.
    }

    private sealed class ListPass(Func<string, bool> covers, Func<string, bool> cleared) : Pass
    {
        public override bool Covers(string place) => covers(place);

        public override bool IsClearedFor(string place) => cleared(place);
    }
}
