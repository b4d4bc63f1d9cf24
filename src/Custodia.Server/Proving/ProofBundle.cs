using Custodia.Books;
using Custodia.Commitments.Indicators;

namespace Custodia.Server.Proving;

/// <summary>
/// What a stranger needs to check a figure without the journal: the figure, how it is worked out, the entries it rests on with
/// their receipts, and the signed checkpoint that holds them all (docs/formats/proofs.md).
/// </summary>
/// <param name="Format">Always <see cref="Name"/>.</param>
/// <param name="Origin">Name of the journal.</param>
/// <param name="Value">The figure, as it may be shown to whom it was made for.</param>
/// <param name="Formula">How it is worked out; null where no book declares it.</param>
/// <param name="Checkpoint">The signed checkpoint, with its cosignatures, as text.</param>
/// <param name="Entries">The entries, by number.</param>
/// <param name="IsWhole">
/// Whether these are all entries that the figure depends on, with their bodies: then it follows from them, and whoever checks it
/// works it out again.
/// </param>
public sealed record ProofBundle(string Format, string Origin, IndicatorValue Value, IndicatorFormula? Formula, string Checkpoint,
    IReadOnlyList<ProvedEntry> Entries, bool IsWhole)
{
    /// <summary>Name and version of the format.</summary>
    public const string Name = "custodia-proof/1";
}

/// <summary>An entry of a proof.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Leaf">Its leaf hash (RFC 9162), in hexadecimal.</param>
/// <param name="Book">Its book; empty where that may not be shown.</param>
/// <param name="Kind">Its kind; empty where that may not be shown.</param>
/// <param name="IsSealed">Whether its body is sealed: it stays so.</param>
/// <param name="Receipt">Its receipt with its bytes (C2SP tlog-proof); null where they may not be shown.</param>
public sealed record ProvedEntry(long Number, string Leaf, string Book, string Kind, bool IsSealed, string? Receipt);
