using System.Globalization;
using Custodia.ArmsControl.Facts;
using Custodia.Books;
using Custodia.Books.Access;
using Custodia.Books.Approvals;
using Custodia.Commitments;
using Custodia.Journal;
using Custodia.Materials;
using Custodia.Testing;

namespace Custodia.ArmsControl.Tests;

/// <summary>A journal of the book of arms control on a day, with the ledger and the book of commitments beside it.</summary>
internal sealed class StateJournal : IDisposable
{
    public static readonly DateOnly Today = new(2026, 7, 20);

    private readonly MemoryStore _store = new();
    private readonly ApprovalsBook _approvals = new();
    private readonly Node _node;

    public StateJournal()
    {
        Materials = new MaterialsBook();
        Book = new ArmsControlBook([Materials]);
        Commitments = new CommitmentsBook([Materials, Book]);
        _node = new Node([Materials, Book, Commitments, _approvals]);
        _node.Start(_store, new JournalOptions(), new NoonClock(Today));
    }

    public ArmsControlBook Book { get; }

    public MaterialsBook Materials { get; }

    public CommitmentsBook Commitments { get; }

    public View Now => new(_node.Count, DateOnly.MaxValue);

    public View On(string day) => Now with { AsOf = Day(day) };

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Gives a command that must be taken; the number of its entry.</summary>
    public async Task<long> Do(object command)
    {
        var outcome = await Give(command);
        Assert.Empty((outcome as Outcome.Refused)?.Refusals ?? []);
        return Assert.IsType<Outcome.Recorded>(outcome).First;
    }

    /// <summary>Gives a command that must be refused; the codes, without the book's name.</summary>
    public async Task<string[]> Refused(object command) =>
        [.. Assert.IsType<Outcome.Refused>(await Give(command)).Refusals.Select(refusal => refusal.Code.Split('.')[1])];

    /// <summary>Records a notification of one item.</summary>
    public Task<long> Notify(NotificationType type, string on, string uid, ItemCategory? category = null, int? warheads = null) =>
        Do(Notification(type, on, uid, category, warheads));

    /// <summary>A notification of one item, with a number of its own.</summary>
    public RecordNotification Notification(NotificationType type, string on, string uid, ItemCategory? category = null, int? warheads = null) =>
        new(Party.Us, $"N-{_node.Count}-{uid}", type, Day(on), Day(on).AddDays(3), [new(uid, category, warheads)]);

    public void Dispose()
    {
        _node.Dispose();
        _approvals.Dispose();
        _store.Dispose();
    }

    /// <summary>Gives a command.</summary>
    public Task<Outcome> Give(object command)
    {
        var (book, definition) = _node.Books.SelectMany(book => book.Catalogue.Commands, (book, known) => (book, known))
            .Single(pair => pair.known.Input == command.GetType());
        return _node.Execute(book, definition, command, Caller.House("test"), Guid.NewGuid());
    }
}
