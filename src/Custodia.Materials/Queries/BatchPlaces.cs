using Custodia.Books;
using Custodia.Materials.Ledger;

namespace Custodia.Materials.Queries;

/// <summary>What was last said of the form and place of a batch, as a view knows it.</summary>
/// <remarks>
/// The book takes what a listing says when the balance is closed, under the number of the line that was listed before:
/// so a
/// view between the two does not know it yet.
/// </remarks>
internal static class BatchPlaces
{
    /// <summary>The material description last stated, or <c>null</c>.</summary>
    public static string? Description(MbaLedger ledger, Batch batch, View view) =>
        Last(ledger, batch, view, listed: false)?.Description;

    /// <summary>The inventory KMP at which it was last listed, or <c>null</c>.</summary>
    public static string? InventoryKmp(MbaLedger ledger, Batch batch, View view) =>
        Last(ledger, batch, view, listed: true)?.InventoryKmp;

    private static BatchSighting? Last(MbaLedger ledger, Batch batch, View view, bool listed)
    {
        BatchSighting? last = null;
        foreach (var sighting in batch.Sightings)
        {
            if ((!listed || sighting.InventoryKmp is not null) && view.Sees(sighting.Sequence, sighting.Day)
                && (last is null || sighting.Day >= last.Value.Day) && IsTaken(ledger, sighting, view))
                last = sighting;
        }

        return last;
    }

    private static bool IsTaken(MbaLedger ledger, in BatchSighting sighting, View view)
    {
        if (sighting.InventoryKmp is null || sighting.Sequence <= ledger.Opened?.Sequence)
            return true;
        foreach (var closing in ledger.Closings)
        {
            if (closing.Fact.To == sighting.Day)
                return view.Knows(closing.Stamp.Sequence);
        }

        return true;
    }
}
