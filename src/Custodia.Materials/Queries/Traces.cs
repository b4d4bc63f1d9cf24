using Custodia.Books;
using Custodia.Materials.Ledger;
using Custodia.Quantities;

namespace Custodia.Materials.Queries;

/// <summary>Asks which entries made what is held of some types of material.</summary>
/// <param name="Types">The types.</param>
/// <param name="IsIrradiated">Only what was irradiated, or was not; left out: both.</param>
public sealed record TraceQuery(
    [Meaning("Types of material", "物料類別")] IReadOnlyList<MaterialType> Types,
    [Meaning("Only what was irradiated, or was not", "僅經照射者，或僅未經照射者")] bool? IsIrradiated = null);

/// <summary>Names the entries behind what <see cref="Stocks"/> adds up: every line of the batches that are held.</summary>
public static class Traces
{
    /// <summary>Answers <see cref="TraceQuery"/>.</summary>
    public static Answer<EntryTrace> Ask(MaterialsBook book, TraceQuery query, View view)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(query);
        var entries = new List<long>();
        foreach (var ledger in Sight.Mbas(book, null, view))
            Add(entries, ledger, query, view);
        return EntryTrace.Of(entries);
    }

    private static void Add(List<long> entries, MbaLedger ledger, TraceQuery query, View view)
    {
        var reader = new BatchReader(view);
        foreach (var batch in ledger.Batches.Values)
        {
            reader.Read(batch);
            if (reader.Contents.IsEmpty || !IsOf(reader.Contents, query.Types))
                continue;
            var sighting = batch.LastSighting(view);
            if (query.IsIrradiated is { } isIrradiated && isIrradiated != (sighting?.Description.EndsWith('I') ?? false))
                continue;
            if (sighting is { Sequence: var said })
                entries.Add(said);
            foreach (var posting in batch.Postings)
            {
                if (view.Sees(posting.Sequence, posting.Day))
                    entries.Add(posting.Sequence);
            }
        }
    }

    private static bool IsOf(ReadOnlySpan<Weight> contents, IReadOnlyList<MaterialType> types)
    {
        foreach (var (material, amount) in contents)
        {
            if (types.Contains(MaterialTypes.Of(material, amount)))
                return true;
        }

        return false;
    }
}
