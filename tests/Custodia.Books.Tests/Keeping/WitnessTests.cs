using Custodia.Books.Keeping;
using Custodia.Proofs;

namespace Custodia.Books.Tests.Keeping;

public sealed class WitnessTests
{
    [Fact]
    public async Task A_witness_that_was_registered_and_never_came_is_listed_so()
    {
        using var journal = await WitnessedJournal.WithWitness();
        var row = journal.Row();
        Assert.Equal(("inspectorate.example/w1", "Inspectorate", new DateOnly(2026, 7, 20)), (row.Name, row.Organisation, row.From));
        Assert.Equal((null, null, 0), (row.Size, row.CosignedAt, row.Cosignatures));
    }

    [Fact]
    public async Task A_visit_is_listed_with_size_root_time_and_the_entries_since()
    {
        using var journal = await WitnessedJournal.WithWitness();
        await journal.Grow(4);
        await journal.Take(journal.Visit());
        await journal.Grow(10);
        var row = journal.Row();
        Assert.Equal((5L, journal.At(5).Root.ToHex(), WitnessedJournal.Noon, 11L), (row.Size, row.Root, row.CosignedAt, row.EntriesSince));
        Assert.True(NoteSignature.TryParse(row.Signature, out var line));
        Assert.True(journal.Witness.VerifierKey.Verify(System.Text.Encoding.UTF8.GetBytes(journal.At(5).ToText()), line.Bytes.Span));
    }

    [Fact]
    public async Task As_known_before_a_visit_the_earlier_visit_is_the_last()
    {
        using var journal = await WitnessedJournal.WithWitness();
        await journal.Take(journal.Visit());
        var before = journal.Count - 1;
        await journal.Grow(3);
        await journal.Take(journal.Visit());
        Assert.Equal((1L, 2), (journal.Row(new ViewRequest(null, before)).Size, journal.Row().Cosignatures));
    }

    [Fact]
    public async Task An_older_checkpoint_than_the_last_cosigned_is_not_taken_and_a_later_time_for_the_same_is()
    {
        using var journal = await WitnessedJournal.WithWitness();
        await journal.Grow(4);
        var older = journal.Visit(3);
        await journal.Take(journal.Visit(4, WitnessedJournal.Noon.AddHours(-1)));
        Assert.Equal("journal.cosignature-not-newer", Code(await journal.Give(older)));
        Assert.Equal("journal.cosignature-not-newer", Code(await journal.Give(journal.Visit(4, WitnessedJournal.Noon.AddHours(-2)))));
        await journal.Take(journal.Visit(4));
    }

    [Fact]
    public async Task Cosignatures_of_several_witnesses_on_one_note_are_taken_together_or_not_at_all()
    {
        using var journal = await WitnessedJournal.WithWitness();
        using var second = CosignerKey.Generate("second.example");
        await journal.Take(new RegisterWitness(second.VerifierKey.ToString(), "Second"));
        var checkpoint = journal.At(2);
        var one = journal.Signed(checkpoint).WithSignature(journal.Witness.Cosign(checkpoint, WitnessedJournal.Noon));
        var bad = one.WithSignature(second.Cosign(journal.At(1), WitnessedJournal.Noon));
        Assert.Equal("journal.cosignature-invalid", Code(await journal.Give(new RecordCosignature(bad.ToString()))));
        var good = one.WithSignature(second.Cosign(checkpoint, WitnessedJournal.Noon));
        var taken = Assert.IsType<Outcome.Recorded>(await journal.Give(new RecordCosignature(good.ToString())));
        Assert.Equal(2, taken.Count);
        Assert.Equal(2, journal.Book.Witnesses.LinesFor(2, new View(journal.Count, DateOnly.MaxValue)).Length);
    }

    [Fact]
    public async Task A_note_without_its_last_newline_is_taken()
    {
        using var journal = await WitnessedJournal.WithWitness();
        await journal.Take(new RecordCosignature(journal.Visit().Note.TrimEnd()));
        Assert.Equal(1, journal.Row().Size);
    }

    [Fact]
    public async Task After_its_end_a_witness_is_not_believed_and_its_name_is_free()
    {
        using var journal = await WitnessedJournal.WithWitness();
        await journal.Take(new EndWitness("inspectorate.example/w1"));
        Assert.Equal("journal.cosignature-time", Code(await journal.Give(journal.Visit(1, WitnessedJournal.Noon.AddDays(-1)))));
        Assert.Equal("journal.witness-unknown", Code(await journal.Give(new EndWitness("inspectorate.example/w1"))));
        using var next = CosignerKey.Generate("inspectorate.example/w1");
        var tomorrow = new RegisterWitness(next.VerifierKey.ToString(), "Inspectorate", new DateOnly(2026, 7, 21));
        await journal.Take(tomorrow);
        Assert.Equal("journal.cosignature-of-nobody", Code(await journal.Give(journal.Visit())));
    }

    [Fact]
    public async Task The_cosigned_checkpoint_stands_until_something_else_is_recorded()
    {
        using var journal = await WitnessedJournal.WithWitness();
        using var second = CosignerKey.Generate("second.example");
        await journal.Take(new RegisterWitness(second.VerifierKey.ToString(), "Second"));
        Assert.Equal(2, Standing());
        await journal.Take(journal.Visit());
        Assert.Equal(2, Standing());
        await journal.Take(journal.Visit(2, by: second));
        Assert.Equal((2L, 4L), (Standing(), journal.Count));
        await journal.Grow(1);
        Assert.Equal(5, Standing());
        await journal.Take(journal.Visit(5));
        Assert.Equal((5L, 6L), (Standing(), journal.Count));
        Assert.Equal(1, journal.Book.Witnesses.StandingSize(1));

        long Standing() => journal.Book.Witnesses.StandingSize(journal.Count);
    }

    [Fact]
    public async Task A_cosignature_of_an_older_size_does_not_hide_what_came_after_it()
    {
        using var journal = await WitnessedJournal.WithWitness();
        await journal.Grow(5);
        await journal.Take(journal.Visit(3));
        Assert.Equal(journal.Count, journal.Book.Witnesses.StandingSize(journal.Count));
    }

    [Fact]
    public async Task Damaged_notes_are_refused_and_never_recorded()
    {
        using var journal = await WitnessedJournal.WithWitness();
        var good = journal.Visit().Note;
        var random = new Random(2026);
        var codes = new HashSet<string>();
        for (var round = 0; round < 2_000; round++)
        {
            var bad = new System.Text.StringBuilder(good);
            bad[random.Next(bad.Length)] = (char)random.Next(1, 0x250);
            // A change in the journal's own signature is no business of the witness's.
            if (Decides(bad.ToString()) is { } code)
                codes.Add(code);
        }

        Assert.Contains("journal.cosignature-malformed", codes);
        Assert.Contains("journal.cosignature-invalid", codes);
        Assert.Contains("journal.cosignature-forked", codes);

        string? Decides(string note) =>
            CosignatureDecisions.Decide(journal.Book, new RecordCosignature(note), new DecisionContext(WitnessedJournal.Noon, "clerk")) switch
            {
                Decision.Refused refused => refused.Refusals[0].Code,
                Decision.Accepted accepted => AsGiven(Assert.IsType<CheckpointCosigned>(Assert.Single(accepted.Facts))),
                _ => throw new InvalidOperationException("A decision accepts or refuses."),
            };

        string? AsGiven(CheckpointCosigned fact)
        {
            Assert.Equal((1L, journal.At(1).Root.ToHex(), WitnessedJournal.Noon), (fact.Size, fact.Root, fact.Time));
            return null;
        }
    }

    private static string Code(Outcome outcome) => Assert.Single(Assert.IsType<Outcome.Refused>(outcome).Refusals).Code;
}
