using Custodia.Books.Keeping;
using Custodia.Proofs;

namespace Custodia.Books.Tests.Keeping;

/// <summary>Each refusal of the book, by the input that produces it: one bad variant of a good command each.</summary>
public sealed class RefusalTests : IDisposable
{
    private static readonly Dictionary<string, Func<WitnessedJournal, Task<object>>> Cases = new()
    {
        ["witness-key-malformed"] = j => Of(j.Registration with { Key = "nothing" }),
        ["witness-name-taken"] = j => Of(Other(j.Witness.VerifierKey.Name)),
        ["witness-key-used"] = j => Of(j.Registration with { Key = Renamed(j.Witness, "other.example/w") }),
        ["organisation-missing"] = _ => Of(Other("other.example/w") with { Organisation = " " }),
        ["witness-url-malformed"] = _ => Of(Other("other.example/w") with { Url = "file:///etc/passwd" }),
        ["too-many-witnesses"] = TooMany,
        ["witness-unknown"] = _ => Of(new EndWitness("nobody.example")),
        ["witness-end-too-early"] = j => Of(new EndWitness(j.Witness.VerifierKey.Name, new DateOnly(2026, 7, 19))),
        ["cosignature-malformed"] = _ => Of(new RecordCosignature("words")),
        ["cosignature-of-other-journal"] = j => Of(j.Cosigned(j.At(2) with { Origin = "other.example" })),
        ["cosignature-ahead"] = j => Of(j.Cosigned(j.At(2) with { Size = 1_000 })),
        ["cosignature-forked"] = j => Of(j.Cosigned(j.At(2) with { Root = MerkleTree.EmptyRoot })),
        ["cosignature-of-nobody"] = j => Of(new RecordCosignature(j.Signed(j.At(2)).ToString())),
        ["cosignature-invalid"] = j => Of(new RecordCosignature(j.Signed(j.At(2))
            .WithSignature(j.Witness.Cosign(j.At(1), WitnessedJournal.Noon)).ToString())),
        ["cosignature-time"] = j => Of(j.Visit(time: WitnessedJournal.Noon.AddMinutes(6))),
        ["cosignature-not-newer"] = Repeated,
        ["compartment-unknown"] = _ => Of(new RotateKey("NONE", "a test")),
        ["key-reason-missing"] = _ => Of(new RotateKey("sealed", " ")),
    };

    private readonly WitnessedJournal _journal = new();

    public static TheoryData<string> Codes => [.. Cases.Keys];

    public void Dispose() => _journal.Dispose();

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Is_produced_by_a_bad_variant_of_a_good_command(string code)
    {
        await _journal.Take(_journal.Registration);
        await _journal.Grow(5);
        var command = await Cases[code](_journal);
        var count = _journal.Count;
        var refusal = Assert.Single(Assert.IsType<Outcome.Refused>(await _journal.Give(command)).Refusals);
        Assert.Equal("journal." + code, refusal.Code);
        Assert.NotNull(refusal.Place.Field);
        Assert.Equal(count, _journal.Count);
    }

    [Fact]
    public void Every_code_of_the_book_has_a_case_and_both_languages()
    {
        var codes = RefusalCatalogue.Of(typeof(JournalRefusals));
        Assert.Equal(codes.Select(code => code.Code), Cases.Keys.Select(code => "journal." + code).Order(StringComparer.Ordinal));
        Assert.All(codes, code => Assert.All((string[])[code.Message.En, code.Message.Zh, code.Remedy.En, code.Remedy.Zh],
            text => Assert.False(string.IsNullOrWhiteSpace(text))));
    }

    [Fact]
    public async Task A_key_for_notes_is_not_the_key_of_a_witness()
    {
        using var signer = NoteSigner.Generate("w.example", SignatureType.Ed25519);
        var outcome = await _journal.Give(_journal.Registration with { Key = signer.VerifierKey.ToString() });
        var refusal = Assert.Single(Assert.IsType<Outcome.Refused>(outcome).Refusals);
        Assert.Equal(("journal.witness-key-malformed", "04", "01"), (refusal.Code, refusal.Expected, refusal.Found));
    }

    [Fact]
    public async Task Keys_of_which_only_the_end_is_the_same_are_two_keys()
    {
        // Base64 has plus signs of its own: the same sign and letter at the end, as one pair of some hundred keys has.
        var ends = new Dictionary<string, RegisterWitness>();
        for (var i = 0; ; i++)
        {
            var next = Other($"other.example/{i}");
            var end = next.Key[^2..];
            if (end[0] != '+')
                continue;
            if (ends.TryGetValue(end, out var first))
            {
                await _journal.Take(first);
                await _journal.Take(next);
                return;
            }

            ends.Add(end, next);
        }
    }

    private static Task<object> Of(object command) => Task.FromResult(command);

    private static RegisterWitness Other(string name)
    {
        using var key = CosignerKey.Generate(name);
        return new RegisterWitness(key.VerifierKey.ToString(), "Other");
    }

    private static string Renamed(CosignerKey key, string name)
    {
        Assert.True(CosignerKey.TryImportPem(name, key.ExportPem(), out var renamed, out _));
        using (renamed)
            return renamed.VerifierKey.ToString();
    }

    private static async Task<object> TooMany(WitnessedJournal journal)
    {
        for (var i = 2; i <= 15; i++)
            await journal.Take(Other($"other.example/{i}"));
        return Other("other.example/16");
    }

    private static async Task<object> Repeated(WitnessedJournal journal)
    {
        var visit = journal.Visit();
        await journal.Take(visit);
        return visit;
    }
}
