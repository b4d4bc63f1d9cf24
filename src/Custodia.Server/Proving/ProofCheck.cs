using System.Text;
using System.Text.Json;
using Custodia.Books;
using Custodia.Commitments;
using Custodia.Commitments.Indicators;
using Custodia.Commitments.Queries;
using Custodia.Journal;
using Custodia.Proofs;
using Custodia.Proofs.Audit;
using Custodia.Server.Hosting;

namespace Custodia.Server.Proving;

/// <summary>What the check of a proof came to.</summary>
public sealed record ProofCheckResult : AuditResult
{
    /// <summary>The figure that was claimed; null where the file is no proof.</summary>
    public ProofBundle? Bundle { get; init; }

    /// <summary>The signed checkpoint; null where it is not good.</summary>
    public Checkpoint? Checkpoint { get; init; }

    /// <summary>Whether the figure was worked out again from the entries of the proof.</summary>
    public bool IsRederived { get; init; }
}

/// <summary>Checks the proof of a figure offline: its checkpoint, every entry, and, where all are given, the figure.</summary>
public static class ProofCheck
{
    /// <summary>Largest proof, in bytes.</summary>
    public const int MaxBytes = 64 * 1024 * 1024;

    /// <summary>Not a proof, or of another version.</summary>
    public const string Malformed = "proof.malformed";

    /// <summary>The checkpoint is not of that journal, or not signed by its key, or older than the figure.</summary>
    public const string CheckpointBad = "proof.checkpoint";

    /// <summary>An entry is not in the journal, or is another than the proof says.</summary>
    public const string EntryBad = "proof.entry";

    /// <summary>An entry that the figure names is not in the proof.</summary>
    public const string EntryMissing = "proof.entry-missing";

    /// <summary>The figure does not follow from the entries.</summary>
    public const string ValueBad = "proof.value";

    // What has no value is left out where it is written.
    private static readonly JsonSerializerOptions Reading = new(FaceJson.Options) { RespectRequiredConstructorParameters = false };

    /// <summary>Checks a proof.</summary>
    /// <param name="file">The bytes of the file.</param>
    /// <param name="key">The key of the journal.</param>
    public static ProofCheckResult Verify(ReadOnlySpan<byte> file, VerifierKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (Read(file) is not { } bundle)
            return new ProofCheckResult { Problems = [new(Malformed, "proof", null, ProofBundle.Name, $"{file.Length} bytes")] };
        var problems = new List<AuditProblem>();
        if (bundle.Origin != key.Name
            || !Checkpoint.TryOpen(Encoding.UTF8.GetBytes(bundle.Checkpoint), key.Name, [key], out var checkpoint, out _)
            || checkpoint.Size <= bundle.Value.KnownAt)
        {
            problems.Add(new(CheckpointBad, "proof", null, $"a checkpoint of {key.Name} of more than {bundle.Value.KnownAt} entries", bundle.Origin));
            return new ProofCheckResult { Problems = problems, Bundle = bundle };
        }

        foreach (var entry in bundle.Entries)
        {
            if (!entry.IsIn(checkpoint, key))
                problems.Add(new(EntryBad, "proof", entry.Number, $"entry {entry.Number} of {key.Name}", entry.Leaf));
        }

        foreach (var missing in bundle.Value.Entries.Except(bundle.Entries.Select(entry => entry.Number)))
            problems.Add(new(EntryMissing, "proof", missing, $"entry {missing}", "none"));
        var isRederived = problems.Count == 0 && bundle.IsWhole;
        if (isRederived && !Follows(bundle))
            problems.Add(new(ValueBad, "proof", null, "a figure that follows from the entries", bundle.Value.Value ?? $"{bundle.Value.Standing}"));
        return new ProofCheckResult
        {
            Problems = problems,
            Bundle = bundle,
            Checkpoint = checkpoint,
            IsRederived = isRederived && problems.Count == 0,
        };
    }

    /// <summary>Whether the figure is what the entries give.</summary>
    internal static bool Follows(ProofBundle bundle)
    {
        using var books = new BookSet();
        Refolding.Fold(books.All, [.. bundle.Entries.OrderBy(entry => entry.Number).Select(entry => entry.Decode()).OfType<Entry>()]);
        var again = Node.Ask<CommitmentsBook, IndicatorView>(books.Commitments, book => Measures.Ask(book,
            new IndicatorQuery(bundle.Value.Indicator, bundle.Value.AsOf, 0), new View(bundle.Value.KnownAt + 1, DateOnly.MaxValue)));
        return again.IsGiven && Text(again.Value.Value) == Text(bundle.Value);

        static string Text(IndicatorValue value) => JsonSerializer.Serialize(value, FaceJson.Options);
    }

    private static ProofBundle? Read(ReadOnlySpan<byte> file)
    {
        if (file.Length > MaxBytes)
            return null;
        try
        {
            return JsonSerializer.Deserialize<ProofBundle>(file, Reading) is
            {
                Format: ProofBundle.Name, Origin: not null, Checkpoint: not null, Entries: not null,
                Value: { Indicator: not null, Entries: not null, Asked: not null },
            } bundle && bundle.Entries.All(entry => entry is { Leaf: not null, Book: not null, Kind: not null }) ? bundle : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
