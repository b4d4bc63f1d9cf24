using Custodia.Books.Access;
using Custodia.Books.Keeping;
using Custodia.Journal;
using Custodia.Proofs;

namespace Custodia.Books.Tests.Keeping;

/// <summary>A journal with its own book and another that makes it grow, and one witness.</summary>
internal sealed class WitnessedJournal : IDisposable
{
    public const string Origin = "test.example/journal";

    public static readonly DateTimeOffset Noon = new(2026, 7, 20, 12, 0, 0, TimeSpan.Zero);

    private readonly MemoryStore _store = new();
    private readonly TallyBook _tally = new();
    private readonly NoteSigner _signer = NoteSigner.Generate(Origin);

    public WitnessedJournal()
    {
        Book = new JournalBook(Origin, size => size <= _store.Count ? MerkleProof.Root(_store, size) : null,
            compartment => compartment == "sealed" ? new CompartmentKeys(2, ["k2"]) : new CompartmentKeys(0, []));
        Node = new Node([Book, _tally]);
        Node.Start(_store, new JournalOptions(), new Clock());
    }

    public JournalBook Book { get; }

    public Node Node { get; }

    public CosignerKey Witness { get; } = CosignerKey.Generate("inspectorate.example/w1");

    public long Count => _store.Count;

    public RegisterWitness Registration => new(Witness.VerifierKey.ToString(), "Inspectorate");

    /// <summary>A journal whose witness is registered.</summary>
    public static async Task<WitnessedJournal> WithWitness()
    {
        var journal = new WitnessedJournal();
        await journal.Take(journal.Registration);
        return journal;
    }

    public async Task Grow(int entries)
    {
        var definition = _tally.Catalogue.Commands.Single(command => command.Name == "count");
        Assert.IsType<Outcome.Recorded>(await Node.Execute(
            _tally, definition, new Count([.. Enumerable.Repeat(1, entries)]), Caller.House("clerk"), Guid.NewGuid()));
    }

    public Task<Outcome> Give(object command) => Node.Execute(Book,
        Book.Catalogue.Commands.Single(known => known.Input == command.GetType()), command, Caller.House("clerk"), Guid.NewGuid());

    public async Task Take(object command)
    {
        var outcome = await Give(command);
        Assert.True(outcome is Outcome.Recorded, (outcome as Outcome.Refused)?.Refusals[0].ToString());
    }

    public Checkpoint At(long size) => new(Origin, size, MerkleProof.Root(_store, size));

    public SignedNote Signed(Checkpoint checkpoint) => checkpoint.Sign(_signer);

    public RecordCosignature Visit(long? size = null, DateTimeOffset? time = null, CosignerKey? by = null) =>
        Cosigned(At(size ?? Count), time, by);

    public RecordCosignature Cosigned(Checkpoint checkpoint, DateTimeOffset? time = null, CosignerKey? by = null) =>
        new(Signed(checkpoint).WithSignature((by ?? Witness).Cosign(checkpoint, time ?? Noon)).ToString());

    public WitnessRow Row(ViewRequest view = default)
    {
        var query = (QueryDefinition<JournalBook, WitnessesQuery, WitnessList>)Book.Catalogue.Queries.Single();
        return Assert.Single(Node.Ask(query, new WitnessesQuery(), view, Caller.House("clerk")).Value!.Witnesses);
    }

    public void Dispose()
    {
        Node.Dispose();
        Book.Dispose();
        _tally.Dispose();
        _store.Dispose();
        _signer.Dispose();
        Witness.Dispose();
    }

    private sealed class Clock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Noon;
    }
}
