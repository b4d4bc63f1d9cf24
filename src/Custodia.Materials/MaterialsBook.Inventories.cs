using Custodia.Books;
using Custodia.Materials.Ledger;

namespace Custodia.Materials;

/// <content>The fold of physical inventories and closings.</content>
public sealed partial class MaterialsBook
{
    private void ApplyListed(in Stamp stamp, InventoryItemListed listed)
    {
        var inventories = _mbas[listed.Mba].Inventories;
        var open = inventories.Count > 0 && inventories[^1].TakenAt == long.MaxValue ? inventories[^1] : null;
        if (open is null)
            inventories.Add(open = new PhysicalInventory(listed.Date));
        open.Lines.Add(new ListingLine(stamp, listed.Item, listed.Source, null, null));
    }

    private void ApplyTaken(in Stamp stamp, InventoryTaken taken)
    {
        var inventories = _mbas[taken.Mba].Inventories;
        if (inventories.Count == 0 || inventories[^1].TakenAt != long.MaxValue)
            inventories.Add(new PhysicalInventory(taken.Date));
        foreach (var earlier in inventories.SkipLast(1).Where(i => i.Date == taken.Date && i.ReplacedAt == long.MaxValue))
            earlier.ReplacedAt = stamp.Sequence;
        inventories[^1].TakenAt = stamp.Sequence;
    }

    private void ApplyClosing(in Stamp stamp, BalanceClosed closed)
    {
        var ledger = _mbas[closed.Mba];
        ledger.Closings.Add(new Closing(stamp, closed));
        var inventory = ledger.Inventories.FindLast(i => i.Date == closed.To && i.ReplacedAt == long.MaxValue)!;
        foreach (var line in inventory.Lines)
            See(ledger, stamp.Sequence, closed.To, line.Item);
        foreach (var difference in InventoryDifferences.Of(ledger, inventory, new View(stamp.Sequence, closed.To)))
            PostDifference(ledger, stamp.Sequence, closed.To, difference);
    }

    private void ApplyItemCorrection(in Stamp stamp, InventoryItemCorrected corrected)
    {
        var ledger = _mbas[corrected.Mba];
        var inventory = ledger.Inventories.FindLast(i => i.Date == corrected.Date && i.ReplacedAt == long.MaxValue)!;
        var target = inventory.Lines.Find(line => line.Stamp.Sequence == corrected.Corrects)!;
        target.CorrectedBy = stamp.Sequence;
        inventory.Lines.Add(new ListingLine(
            stamp, corrected.Item ?? target.Item, null, corrected.Corrects, corrected.Reason)
        {
            IsDeletion = corrected.Item is null,
        });
        if (corrected.Item is not null)
            See(ledger, stamp.Sequence, corrected.Date, corrected.Item);
        var before = InventoryDifferences.Contents([target.Item]);
        var after = InventoryDifferences.Contents(corrected.Item is null ? [] : [corrected.Item]);
        foreach (var difference in InventoryDifferences.Between(before, after))
            PostDifference(ledger, stamp.Sequence, corrected.Date, difference);
    }

    private static void See(MbaLedger ledger, long sequence, DateOnly day, InventoryItem item) =>
        ledger.See(ledger.BatchFor(item.Batch), new BatchSighting(sequence, day, item.Description, item.Basis, item.Kmp));

    private static void PostDifference(MbaLedger ledger, long sequence, DateOnly day, InventoryDifference difference)
    {
        var batch = ledger.BatchFor(difference.Batch);
        var items = difference.Items;
        foreach (var (material, amount) in difference.Weights)
        {
            ledger.Post(LedgerKind.Book, material, new Posting(sequence, day, "MF", amount));
            ledger.Post(batch, new BatchPosting(sequence, day, "MF", material, amount, items));
            items = 0;
        }

        if (items != 0)
            ledger.Post(batch, new BatchPosting(sequence, day, "MF", default, Amount.Zero, items));
    }
}
