using System.Text;
using Custodia.Books.Access;
using Custodia.Journal;
using Custodia.Journal.Sealing;

namespace Custodia.Books.Tests;

/// <summary>A compartment with a key is sealed; without the key its facts are withheld, and the tree is the same.</summary>
public sealed class SealingTests : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly string _folder = Directory.CreateTempSubdirectory("custodia-keys-").FullName;
    private readonly MemoryStore _store = new();

    public void Dispose()
    {
        _store.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task What_is_sealed_is_not_in_the_journal_in_the_clear_and_reads_back_with_the_key()
    {
        using var keys = Keys();
        await Record(keys, "secret", "");
        var stored = new List<string>();
        _store.Read(0, _store.Count, (in entry) => stored.Add(Encoding.Latin1.GetString(entry.Body.Span)));
        Assert.DoesNotContain("number", stored[0], StringComparison.Ordinal);
        Assert.Contains("number", stored[1], StringComparison.Ordinal);
        Assert.Equal((14, 0), Reopen(keys));
    }

    [Fact]
    public async Task Without_the_key_or_after_its_destruction_the_fact_is_withheld_and_the_root_stays()
    {
        using var keys = Keys();
        await Record(keys, "secret", "");
        var root = _store.Root;
        Assert.Equal((7, 1), Reopen(null));
        keys.Destroy("secret");
        Assert.Equal((7, 1), Reopen(keys));
        Assert.Equal(root, _store.Root);
    }

    [Fact]
    public async Task A_compartment_whose_keys_were_destroyed_takes_nothing_in_the_clear()
    {
        using var keys = Keys();
        keys.Add("secret");
        keys.Destroy("secret");
        var outcomes = await Record(keys, "secret");
        Assert.Equal("books.compartment-erased", Assert.Single(Assert.IsType<Outcome.Refused>(outcomes[0]).Refusals).Code);
        Assert.Equal(0, _store.Count);
    }

    private FileKeyRing Keys() => FileKeyRing.Open(_folder, new KeyProtection.None(), TimeProvider.System);

    private async Task<List<Outcome>> Record(IKeyRing keys, params string[] compartments)
    {
        using var book = new TallyBook();
        using var node = new Node([book], keys);
        node.Start(_store, new JournalOptions(), TimeProvider.System);
        var outcomes = new List<Outcome>();
        foreach (var compartment in compartments)
            outcomes.Add(await node.Execute(book, book.Catalogue.Commands[0], new Count([7], null, compartment), Caller.House("t"),
                Guid.NewGuid(), cancellation: Cancel));
        return outcomes;
    }

    private (int Total, int Withheld) Reopen(IKeyRing? keys)
    {
        using var book = new TallyBook();
        using var node = new Node([book], keys);
        _store.Read(0, _store.Count, node.Fold);
        node.Start(_store, new JournalOptions(), TimeProvider.System);
        return (book.Total(new View(node.Count, DateOnly.MaxValue)), book.WithheldFacts);
    }
}
