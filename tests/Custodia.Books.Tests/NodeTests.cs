using System.Text;
using Custodia.Books.Access;
using Custodia.Journal;

namespace Custodia.Books.Tests;

public sealed class NodeTests : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly MemoryStore _store = new();
    private readonly TallyBook _book = new();
    private readonly Node _node;

    public NodeTests()
    {
        _node = new Node([_book]);
        _node.Start(_store, new JournalOptions(), TimeProvider.System);
    }

    public void Dispose()
    {
        _node.Dispose();
        _book.Dispose();
        _store.Dispose();
    }

    [Fact]
    public async Task What_a_command_decides_is_recorded_folded_and_seen()
    {
        var outcome = Assert.IsType<Outcome.Recorded>(await Count(_node, [3, 4]));
        Assert.Equal((0L, 2, false), (outcome.First, outcome.Count, outcome.IsRepeat));
        Assert.Equal(2, _store.Count);
        Assert.Equal(7, Total(_node));
    }

    [Fact]
    public async Task A_refusal_changes_nothing_and_says_where_and_what()
    {
        await Count(_node, [5]);
        var outcome = Assert.IsType<Outcome.Refused>(await Count(_node, [-2, -4]));
        var refusal = Assert.Single(outcome.Refusals);
        Assert.Equal(("tally.below-zero", "numbers", "≥ 0", "-1"),
            (refusal.Code, refusal.Place.Field, refusal.Expected, refusal.Found));
        Assert.Equal((1L, 5), (_store.Count, Total(_node)));
    }

    [Fact]
    public async Task A_command_that_is_only_tried_says_what_it_would_record_and_records_nothing()
    {
        var outcome = Assert.IsType<Outcome.WouldRecord>(await Count(_node, [3], tryOnly: true));
        Assert.Equal(3, Assert.IsType<Counted>(Assert.Single(outcome.Facts)).Number);
        Assert.Equal(0, _store.Count);
    }

    [Fact]
    public async Task The_same_command_id_again_has_the_first_answer_and_records_nothing()
    {
        var id = Guid.NewGuid();
        await Count(_node, [1], id);
        await Count(_node, [2]);
        var again = Assert.IsType<Outcome.Recorded>(await Count(_node, [1], id));
        Assert.Equal((0L, 1, true), (again.First, again.Count, again.IsRepeat));
        Assert.Equal(2, _store.Count);
    }

    [Fact]
    public async Task The_same_command_id_for_another_command_is_refused()
    {
        var id = Guid.NewGuid();
        await Count(_node, [1], id);
        var other = Assert.IsType<Outcome.Refused>(await Count(_node, [2], id));
        Assert.Equal("books.command-id-reused", Assert.Single(other.Refusals).Code);
    }

    [Fact]
    public async Task Command_ids_are_remembered_over_a_restart()
    {
        var id = Guid.NewGuid();
        await Count(_node, [1, 2, 3], id);
        using var book = new TallyBook();
        using var restarted = Restart(book);
        var again = Assert.IsType<Outcome.Recorded>(await Count(restarted, [1, 2, 3], id));
        Assert.Equal((0L, 3, true), (again.First, again.Count, again.IsRepeat));
    }

    [Fact]
    public async Task A_reader_as_known_at_an_entry_sees_what_was_known_then()
    {
        await Count(_node, [1]);
        await Count(_node, [10, 100]);
        Assert.Equal(1, Total(_node, new ViewRequest(null, 0)));
        Assert.Equal(11, Total(_node, new ViewRequest(null, 1)));
        Assert.Equal(111, Total(_node));
    }

    [Fact]
    public async Task A_reader_as_of_a_day_sees_what_had_happened_by_then()
    {
        await Count(_node, [1], day: new(2024, 5, 1));
        await Count(_node, [10], day: new(2024, 4, 1));
        Assert.Equal(10, Total(_node, new ViewRequest(new(2024, 4, 30), null)));
    }

    [Fact]
    public async Task Asking_as_known_at_an_entry_that_does_not_exist_is_refused()
    {
        await Count(_node, [1]);
        var answer = _node.Ask(Query(_book), new HowMany(), new ViewRequest(null, 1), Caller.House("t"));
        Assert.Equal("books.known-at-ahead", Assert.Single(answer.Refusals).Code);
    }

    [Fact]
    public async Task A_fold_that_fails_stops_its_book_at_that_entry_before_anything_is_stored()
    {
        await Count(_node, [1]);
        await Assert.ThrowsAsync<InvalidOperationException>(() => _node.Execute(
            _book, _book.Catalogue.Commands[1], new Poison(), Caller.House("t"), Guid.NewGuid(), cancellation: Cancel));
        Assert.Equal((1L, 1L), (_store.Count, _book.Fault!.Sequence));
        var refused = Assert.IsType<Outcome.Refused>(await Count(_node, [1]));
        Assert.Equal("books.book-stopped", Assert.Single(refused.Refusals).Code);
        Assert.Equal("books.book-stopped", Assert.Single(_node.Ask(Query(_book), new HowMany(), default, Caller.House("t")).Refusals).Code);
    }

    [Fact]
    public async Task An_entry_that_no_version_wrote_stops_the_book_at_its_number_and_not_the_node()
    {
        await Count(_node, [1]);
        Append("counted", 2, "{\"number\":\"many\",\"day\":\"2024-01-01\",\"secret\":\"\"}");
        using var book = new TallyBook();
        using var restarted = Restart(book);
        Assert.Equal(1, book.Fault!.Sequence);
        Assert.Equal(2, restarted.Count);
    }

    [Fact]
    public void An_old_version_is_lifted_when_it_is_read()
    {
        Append("counted", 1, "{\"n\":42}");
        using var book = new TallyBook();
        using var restarted = Restart(book);
        Assert.Equal(42, Total(restarted));
    }

    [Fact]
    public async Task Readers_never_see_a_part_of_a_command_nor_what_is_not_durable()
    {
        // Each command adds +1 and −1 together: any total but zero would be a half-seen command.
        var stop = false;
        var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            var looks = 0;
            while (!Volatile.Read(ref stop))
            {
                Assert.Equal(0, Total(_node));
                looks++;
            }

            return looks;
        }, Cancel)).ToList();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            for (var i = 0; i < 200; i++)
                await Count(_node, [1, -1]);
        }));
        Volatile.Write(ref stop, true);
        Assert.All(await Task.WhenAll(readers), looks => Assert.NotEqual(0, looks));
        Assert.Equal(1_600, _store.Count);
    }

    [Fact]
    public async Task A_command_of_more_than_the_reserved_bytes_is_refused_and_nothing_is_kept()
    {
        var outcome = await _node.Execute(_book, _book.Catalogue.Commands[0],
            new Count([.. Enumerable.Repeat(1, 20_000)]), Caller.House("t"), Guid.NewGuid(), cancellation: Cancel);
        Assert.Equal("books.command-too-large", Assert.Single(Assert.IsType<Outcome.Refused>(outcome).Refusals).Code);
        Assert.Equal((0L, 0), (_store.Count, Total(_node)));
        await Count(_node, [1]);
        Assert.Equal(1, Total(_node));
    }

    private static QueryDefinition<TallyBook, HowMany, int> Query(TallyBook book) =>
        (QueryDefinition<TallyBook, HowMany, int>)book.Catalogue.Queries[0];

    private static int Total(Node node, ViewRequest request = default) =>
        node.Ask(Query((TallyBook)node.Find("tally")!), new HowMany(), request, Caller.House("t")).Value;

    private static Task<Outcome> Count(Node node, int[] numbers, Guid? id = null, DateOnly? day = null, bool tryOnly = false)
    {
        var book = node.Find("tally")!;
        return node.Execute(book, book.Catalogue.Commands[0], new Count(numbers, day), Caller.House("tester"),
            id ?? Guid.NewGuid(), tryOnly, Cancel);
    }

    private Node Restart(TallyBook book)
    {
        _node.Dispose();
        var node = new Node([book]);
        _store.Read(0, _store.Count, node.Fold);
        node.Start(_store, new JournalOptions(), TimeProvider.System);
        return node;
    }

    private void Append(string kind, int version, string body)
    {
        _node.Dispose();
        using var journal = Journal.Journal.Open(_store, new JournalOptions(), TimeProvider.System, _ => { });
        journal.Submit(drafts => drafts.Add(
            "t", Guid.NewGuid(), 0, "tally", kind, version, "", Encoding.UTF8.GetBytes(body))).Wait(Cancel);
    }
}
