namespace Custodia.Materials.Files;

/// <summary>The columns that inventory changes and itemised lists have in common, but for the weights.</summary>
internal static class LineColumns
{
    public static readonly FileColumn<string> Mba = new("mba", new("MBA", "物料平衡區"),
        new("MBA in whose book the row counts.", "此列計入帳目的物料平衡區。"), "XAFB", CellFormats.Text)
    {
        IsRequired = true,
        Aliases = ["MBA code", "物料平衡區代碼"],
    };

    public static readonly FileColumn<string> Batch = new("batch", new("Batch", "批次"),
        new("Name of the batch; never used twice in an MBA.", "批次名稱；同一物料平衡區內不得重複使用。"), "FA2606-01",
        CellFormats.Text)
    {
        IsRequired = true,
        Aliases = ["Batch name", "批次名稱", "批號"],
    };

    public static readonly FileColumn<int> Items = new("items", new("Items", "件數"),
        new("Number of items in the batch, at least 1.", "批次的件數，至少為 1。"), "4", CellFormats.Count)
    {
        IsRequired = true,
        Aliases = ["Number of items"],
    };

    public static readonly FileColumn<string> Description = new("description", new("Material description", "物料描述"),
        new("Material description code: form (2), container (1), state (1).", "物料描述代碼：形態（2 碼）、容器（1 碼）、狀態（1 碼）。"),
        "EASF", CellFormats.Text)
    {
        IsRequired = true,
        Aliases = ["MDC", "Material description code", "物料描述代碼"],
    };

    public static readonly FileColumn<string> Basis = new("basis", new("Measurement basis", "量測依據"),
        new("M or N: measured here or elsewhere, not reported before; T or L: the same, already reported.",
            "M 或 N：於此處或他處量測，未曾報告；T 或 L：同前，已曾報告。"), "M", CellFormats.Text)
    {
        IsRequired = true,
        Aliases = ["Basis"],
    };

    public static readonly FileColumn<IReadOnlyList<string>> Methods = new("methods", new("Measurement methods", "量測方法"),
        new("Codes of the methods by which the weight was measured; blank: those that serve the KMP.",
            "重量所用量測方法之代碼；空白表示該關鍵量測點適用者。"), "SCALE-A LAB-G", CellFormats.List)
    {
        Aliases = ["Methods", "量測方法代碼"],
    };

    public static readonly FileColumn<string> Note = new("note", new("Remark", "備註"),
        new("Becomes a concise note.", "成為簡要說明。"), "Annual campaign", CellFormats.Text)
    {
        Aliases = ["Note", "Remarks", "說明"],
    };
}
