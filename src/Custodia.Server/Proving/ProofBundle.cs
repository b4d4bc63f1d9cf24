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
