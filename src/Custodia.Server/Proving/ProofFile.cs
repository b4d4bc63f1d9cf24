using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using Custodia.Books;
using Custodia.Commitments;
using Custodia.Commitments.Indicators;
using Custodia.Commitments.Queries;
using Custodia.Proofs;
using Custodia.Proofs.Audit;

namespace Custodia.Server.Proving;

/// <summary>What the proof of a figure and that of a report have in common where they are checked.</summary>
internal static class ProofFile
{
    // What has no value is left out where it is written.
    private static readonly JsonSerializerOptions Reading = new(FaceJson.Options) { RespectRequiredConstructorParameters = false };

    /// <summary>Reads a file; <c>null</c> where it is too large, no JSON of that form, or not formed well.</summary>
    public static T? Read<T>(ReadOnlySpan<byte> file, Func<T, bool> isFormed)
        where T : class
    {
        if (file.Length > ProofCheck.MaxBytes)
            return null;
        try
        {
            return JsonSerializer.Deserialize<T>(file, Reading) is { } proof && isFormed(proof) ? proof : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether entries were read whole.</summary>
    public static bool IsFormed([NotNullWhen(true)] IReadOnlyList<ProvedEntry>? entries) =>
        entries is not null && entries.All(entry => entry is { Leaf: not null, Book: not null, Kind: not null });

    /// <summary>Whether a value was read whole.</summary>
    public static bool IsFormed([NotNullWhen(true)] IndicatorValue? value) => value is { Indicator: not null, Entries: not null, Asked: not null };

    /// <summary>The checkpoint, where it is of the journal of that key and holds all that was known at an entry; else <c>null</c>.</summary>
    public static Checkpoint? Open(string origin, string text, long knownAt, VerifierKey key) =>
        origin == key.Name && Checkpoint.TryOpen(Encoding.UTF8.GetBytes(text), key.Name, [key], out var checkpoint, out _)
            && checkpoint.Size > knownAt ? checkpoint : null;

    /// <summary>That there is no such checkpoint.</summary>
    public static AuditProblem NotOpened(string origin, long knownAt, VerifierKey key) =>
        new(ProofCheck.CheckpointBad, "proof", null, $"a checkpoint of {key.Name} of more than {knownAt} entries", origin);

    /// <summary>The entries that a value names, each once.</summary>
    public static IEnumerable<long> Named(IndicatorValue value) =>
        value.Entries.Concat(new[] { value.Statement, value.Threshold }.OfType<long>()).Distinct();

    /// <summary>What is wrong with the entries: not in the journal, or named by a figure and not there.</summary>
    public static IEnumerable<AuditProblem> Problems(IReadOnlyList<ProvedEntry> entries, IEnumerable<IndicatorValue> values,
        Checkpoint checkpoint, VerifierKey key)
    {
        foreach (var entry in entries.Where(entry => !entry.IsIn(checkpoint, key)))
            yield return new(ProofCheck.EntryBad, "proof", entry.Number, $"entry {entry.Number} of {key.Name}", entry.Leaf);
        foreach (var missing in values.SelectMany(Named).Except(entries.Select(entry => entry.Number)))
            yield return new(ProofCheck.EntryMissing, "proof", missing, $"entry {missing}", "none");
    }

    /// <summary>A figure worked out again of what a book holds; <c>null</c> where the book does not know it.</summary>
    public static IndicatorValue? Again(CommitmentsBook commitments, IndicatorValue value) =>
        Node.Ask<CommitmentsBook, IndicatorView>(commitments, book => Measures.Ask(book, new IndicatorQuery(value.Indicator, value.AsOf, 0),
            new View(value.KnownAt + 1, DateOnly.MaxValue))).Value?.Value;
}
