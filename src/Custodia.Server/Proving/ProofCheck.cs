using System.Text.Json;
using Custodia.Books;
using Custodia.Commitments.Indicators;
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

    /// <summary>Checks a proof.</summary>
    /// <param name="file">The bytes of the file.</param>
    /// <param name="key">The key of the journal.</param>
    public static ProofCheckResult Verify(ReadOnlySpan<byte> file, VerifierKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (ProofFile.Read<ProofBundle>(file, IsFormed) is not { } bundle)
            return new ProofCheckResult { Problems = [new(Malformed, "proof", null, ProofBundle.Name, $"{file.Length} bytes")] };
        if (ProofFile.Open(bundle.Origin, bundle.Checkpoint, bundle.Value.KnownAt, key) is not { } checkpoint)
            return new ProofCheckResult { Problems = [ProofFile.NotOpened(bundle.Origin, bundle.Value.KnownAt, key)], Bundle = bundle };
        List<AuditProblem> problems = [.. ProofFile.Problems(bundle.Entries, [bundle.Value], checkpoint, key)];
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
        return ProofFile.Again(books.Commitments, bundle.Value) is { } again && Text(again) == Text(bundle.Value);

        static string Text(IndicatorValue value) => JsonSerializer.Serialize(value, FaceJson.Options);
    }

    private static bool IsFormed(ProofBundle bundle) => bundle is { Format: ProofBundle.Name, Origin: not null, Checkpoint: not null }
        && ProofFile.IsFormed(bundle.Value) && ProofFile.IsFormed(bundle.Entries);
}
