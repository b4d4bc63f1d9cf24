using Custodia.Books;
using Custodia.Books.Access;
using Custodia.Books.Approvals;
using Custodia.Commitments.Facts;
using Custodia.Journal;
using Custodia.Testing;

namespace Custodia.Commitments.Tests;

/// <summary>A journal of the book of commitments on a day, with another book beside it that keeps what a test says.</summary>
internal sealed class StateJournal : IDisposable
{
    public static readonly DateOnly Today = new(2026, 7, 20);

    private readonly MemoryStore _store = new();
    private readonly ApprovalsBook _approvals = new();
    private readonly Node _node;
    private readonly Book[] _books;
    private readonly NoonClock _time = new(Today);

    /// <summary>The file that is kept.</summary>
    public static readonly string KeptFile = new('a', 64);

    public StateJournal(params Book[] others)
    {
        Book = new CommitmentsBook(others, digest => digest == KeptFile);
        _books = [.. others, Book];
        _node = new Node([.. _books, _approvals]);
        _node.Start(_store, new JournalOptions(), _time);
    }

    public CommitmentsBook Book { get; }

    public long Count => _node.Count;

    public View Now => new(_node.Count, DateOnly.MaxValue);

    /// <summary>Gives a command that must be taken; the number of its entry.</summary>
    public async Task<long> Do(object command) => Assert.IsType<Outcome.Recorded>(await Give(command)).First;

    /// <summary>Gives a command; whether it was taken.</summary>
    public async Task<bool> Offer(object command) => await Give(command) is Outcome.Recorded;

    /// <summary>Gives a command that must be refused; the codes, without the book's name.</summary>
    public async Task<string[]> Refused(object command) =>
        [.. Assert.IsType<Outcome.Refused>(await Give(command)).Refusals.Select(refusal => refusal.Code.Split('.')[1])];

    /// <summary>Gives a command that may be refused.</summary>
    public Task Try(object command) => Give(command);

    /// <summary>Records an act of a day.</summary>
    public Task<long> Act(string instrument, ActType act, string on) =>
        Do(new RecordAct(instrument, act, DateOnly.ParseExact(on, "yyyy-MM-dd"), "C.N.1"));

    /// <summary>What follows is recorded a day later.</summary>
    public void NextDay() => _time.Days++;

    public void Dispose()
    {
        _node.Dispose();
        _approvals.Dispose();
        _store.Dispose();
    }

    private Task<Outcome> Give(object command)
    {
        var (book, definition) = _books.SelectMany(book => book.Catalogue.Commands, (book, known) => (book, known))
            .Single(pair => pair.known.Input == command.GetType());
        return _node.Execute(book, definition, command, Caller.House("test"), Guid.NewGuid());
    }
}
