using Custodia.Books;
using Custodia.Books.Access;
using Custodia.People.Access;
using static Custodia.People.Tests.PeopleJournal;

namespace Custodia.People.Tests;

public sealed class AccessLogTests : IDisposable
{
    private readonly PeopleJournal _journal = new();

    public void Dispose() => _journal.Dispose();

    [Fact]
    public async Task A_sight_is_durable_before_the_answer_is_there()
    {
        await _journal.Person("ann", "inspector", cleared: true);
        var before = _journal.Store.Count;
        Assert.True(Look("ann").IsGiven);
        Assert.Equal(before + 1, _journal.Store.Count);
        var row = Assert.Single(Rows(AccessKind.Seen));
        Assert.Equal(("ann", "vault/notes", "Api", "mba:XAAA"), (row.Holder, row.What, row.Detail, Assert.Single(row.Places)));
    }

    [Fact]
    public async Task What_cannot_be_recorded_is_not_shown()
    {
        await _journal.Person("ann", "inspector", cleared: true);
        _journal.Store.FreeBytes = 0;
        Assert.Equal("books.disk-full", Assert.Throws<AccessLogException>(() => Look("ann")).Refusal.Code);
        _journal.Store.FreeBytes = long.MaxValue;
        Assert.True(Look("ann").IsGiven);
    }

    [Fact]
    public async Task Denials_that_could_not_be_written_are_written_later()
    {
        await _journal.Person("ann", "inspector");
        for (var i = 0; i < 3; i++)
            _journal.Log.DeniedUnknown("vault/notes", "access.sign-in-required");
        _journal.Store.FreeBytes = 0;
        await Assert.ThrowsAsync<AccessLogException>(_journal.Log.Flush);
        _journal.Log.DeniedUnknown("vault/notes", "access.sign-in-required");
        _journal.Store.FreeBytes = long.MaxValue;
        await _journal.Log.Flush();
        Assert.Equal(4, Assert.Single(Rows(AccessKind.Denied)).Count);
    }

    [Fact]
    public async Task The_same_sight_is_recorded_once_an_hour()
    {
        await _journal.Person("ann", "inspector", cleared: true);
        for (var minute = 0; minute < 60; minute++)
        {
            _journal.Now = Noon.AddMinutes(minute);
            Look("ann");
        }

        Assert.Single(Rows(AccessKind.Seen));
        _journal.Now = Noon.AddHours(1);
        Look("ann");
        Look("ann", "XAAB");
        Assert.Equal(3, Rows(AccessKind.Seen).Count);
    }

    [Fact]
    public async Task Nothing_is_recorded_as_seen_that_was_withheld()
    {
        await _journal.Person("ann", "inspector");
        Assert.Equal("access.withheld", Assert.Single(Look("ann").Refusals).Code);
        Assert.Empty(Rows(AccessKind.Seen));
    }

    [Fact]
    public async Task A_trial_of_a_command_that_looks_at_content_counts_as_seen()
    {
        await _journal.Person("ann", "accountant", cleared: true);
        await _journal.Give(As("ann"), new KeepNote("XAAA", "text"), tryOnly: true);
        Assert.Equal("vault/keep", Assert.Single(Rows(AccessKind.Seen)).What);
    }

    [Fact]
    public async Task Denials_are_counted_and_written_together()
    {
        await _journal.Person("ann", "official");
        for (var i = 0; i < 5; i++)
            Look("ann");
        await _journal.Give("ann", new KeepNote("XAAA", "text"));
        Assert.Empty(Rows(AccessKind.Denied));
        await _journal.Log.Flush();
        Assert.Equal([("vault/keep", 1), ("vault/notes", 5)],
            Rows(AccessKind.Denied).Select(row => (row.What, row.Count)).OrderBy(row => row.What));
    }

    [Fact]
    public async Task A_million_denials_of_all_sorts_make_at_most_one_and_twenty_entries_a_minute_and_none_is_lost()
    {
        const int Storm = 1_000_000;
        var before = _journal.Store.Count;
        var refusal = AccessRefusals.NotAllowed.At(default);
        for (var i = 0; i < Storm; i++)
            _journal.Log.Denied(As("p" + i % 50_000), "vault/notes", refusal);
        await _journal.Log.Flush();
        Assert.Equal(AccessLog.MaxEachMinute + 1, _journal.Store.Count - before);
        Assert.Equal(Storm, Rows(AccessKind.Denied).Sum(row => row.Count));
    }

    [Fact]
    public async Task Failures_at_the_door_are_counted_and_what_succeeded_is_written_at_once()
    {
        for (var i = 0; i < 1_000; i++)
            await _journal.Log.Door(DoorEvent.SignInFailed, "");
        Assert.Empty(Rows(AccessKind.Door));
        await _journal.Log.Door(DoorEvent.SignedIn, "ann");
        Assert.Single(Rows(AccessKind.Door));
        await _journal.Log.Flush();
        Assert.Equal([1_000, 1], Rows(AccessKind.Door).Select(row => row.Count));
    }

    [Theory]
    [InlineData("auditor", true)]
    [InlineData("security-officer", true)]
    [InlineData("administrator", false)]
    [InlineData("regulator", false)]
    public async Task It_is_read_by_who_keeps_watch_alone(string role, bool isGiven)
    {
        await _journal.Person("ann", role);
        Assert.Equal(isGiven, _journal.Ask<AccessBook, AccessLogQuery, AccessLogPage>(_journal.AccessBook, new(), "ann").IsGiven);
    }

    private Answer<IReadOnlyList<string>> Look(string who, string mba = "XAAA") =>
        _journal.Ask<VaultBook, NotesQuery, IReadOnlyList<string>>(_journal.Vault, new NotesQuery(mba), who);

    private IReadOnlyList<AccessRow> Rows(AccessKind kind)
    {
        var definition = (QueryDefinition<AccessBook, AccessLogQuery, AccessLogPage>)_journal.AccessBook.Catalogue.Queries[0];
        return _journal.Node.Ask(definition, new AccessLogQuery(kind), default, Caller.House("t")).Value!.Rows;
    }
}
