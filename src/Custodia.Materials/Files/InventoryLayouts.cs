using Custodia.Books;
using Custodia.Materials.Ledger;

namespace Custodia.Materials.Files;

/// <summary>One row of an itemised list: which MBA, at the end of which day, and what was held.</summary>
/// <param name="Mba">MBA code.</param>
/// <param name="Date">Day at whose end (24:00) it was held.</param>
/// <param name="Item">What was held.</param>
public sealed record InventoryRow(string Mba, DateOnly Date, InventoryItem Item);

/// <summary>The columns of the two itemised lists: initial inventory and physical inventory.</summary>
internal static class InventoryLayouts
{
    private static readonly FileColumn<DateOnly> Date = new("date", new("Inventory date", "盤存日期"),
        new("Day at whose end (24:00) the stock was taken.", "存量所屬之日（以當日 24:00 為準）。"), "2025-12-31", CellFormats.Date)
    {
        IsRequired = true,
        Aliases = ["Date", "PIT date", "日期", "盤點日期"],
    };

    private static readonly FileColumn<string> Kmp = new("kmp", new("KMP", "關鍵量測點"),
        new("Inventory KMP at which it is held: a letter.", "所在的盤存關鍵量測點：一個字母。"), "A", CellFormats.Text)
    {
        IsRequired = true,
        Aliases = ["Inventory KMP", "盤存關鍵量測點"],
    };

    public static FileLayout<InventoryRow> Initial { get; } =
        Of(FileKind.InitialInventory, new("Initial inventory", "初始存量"));

    public static FileLayout<InventoryRow> Physical { get; } =
        Of(FileKind.PhysicalInventory, new("Physical inventory", "實地盤點"));

    private static FileLayout<InventoryRow> Of(FileKind kind, Bilingual title) => new(kind, title,
        [
            LineColumns.Mba, Date, Kmp, LineColumns.Batch, LineColumns.Items, LineColumns.Description,
            LineColumns.Basis, .. WeightColumns.All, LineColumns.Note, LineColumns.Methods,
        ],
        Read, Write);

    private static InventoryRow Read(RowReader row) => new(row.GetRequired(LineColumns.Mba), row.GetRequired(Date),
        new InventoryItem(row.GetRequired(LineColumns.Batch), row.GetRequired(Kmp), row.GetRequired(LineColumns.Items),
            row.GetRequired(LineColumns.Description), row.GetRequired(LineColumns.Basis), WeightColumns.ReadStock(row),
            row.Get(LineColumns.Note), row.Get(LineColumns.Methods)));

    private static void Write(InventoryRow value, RowWriter row)
    {
        row.Put(LineColumns.Mba, value.Mba);
        row.Put(Date, (DateOnly?)value.Date);
        row.Put(Kmp, value.Item.Kmp);
        row.Put(LineColumns.Batch, value.Item.Batch);
        row.Put(LineColumns.Items, (int?)value.Item.Items);
        row.Put(LineColumns.Description, value.Item.Description);
        row.Put(LineColumns.Basis, value.Item.Basis);
        WeightColumns.Write(value.Item.Weights, row);
        row.Put(LineColumns.Note, value.Item.Note);
        row.Put(LineColumns.Methods, value.Item.Methods);
    }
}
