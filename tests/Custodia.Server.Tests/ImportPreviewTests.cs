using Custodia.Books;
using Custodia.Materials;
using Custodia.Materials.Ledger;
using Custodia.Materials.Tables;
using Custodia.Quantities;
using Custodia.Server.Reading;

namespace Custodia.Server.Tests;

public sealed class ImportPreviewTests
{
    private static readonly DateOnly Day = new(2026, 3, 31);

    [Fact]
    public void Changes_are_counted_by_code_and_summed_by_area_and_material()
    {
        var preview = Preview(new FileReceived(new ReceivedFile("a.csv", new string('0', 64), 1), "changes", 3, 3, []),
            Changed("SD", 40), Changed("RD", 100), Changed("SD", 25));
        Assert.Equal((3, false), (preview.Facts, preview.IsListing));
        Assert.Equal([("SD", 2), ("RD", 1)], preview.Counts);
        var (mba, weight) = Assert.Single(preview.Effects);
        Assert.Equal(("XAFB", Mass.FromGrams(35)), (mba, weight.Amount.Element));
    }

    [Fact]
    public void What_is_retired_to_waste_leaves_the_book_only_once() =>
        Assert.Equal(Mass.FromGrams(-7), Assert.Single(Preview(Changed("TW", 7)).Effects).Weight.Amount.Element);

    [Fact]
    public void A_physical_inventory_lists_and_does_not_change()
    {
        var item = new InventoryItem("B", "A", 1, "U6CF", "M", [Weight.Of('P', Mass.FromGrams(5))]);
        var preview = Preview(new InventoryItemListed("XAFB", Day, item, null), new InventoryTaken("XAFB", Day, 1));
        Assert.True(preview.IsListing);
        Assert.Equal([("inventory-item-listed", 1)], preview.Counts);
        Assert.Equal(Mass.FromGrams(5), Assert.Single(preview.Effects).Weight.Amount.Element);
    }

    private static ImportPreview Preview(params Fact[] facts) =>
        ImportPreview.Of(facts.Length, facts, _ => CodeTablesFile.Shipped);

    private static InventoryChanged Changed(string code, decimal grams) => new(
        new InventoryChange("XAFB", Day, code, "B", 1, "U6CF", "M",
            [Weight.Of('P', Mass.FromGrams(grams))]), null, null);
}
