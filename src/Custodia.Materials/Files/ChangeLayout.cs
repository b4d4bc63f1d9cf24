using Custodia.Materials.Ledger;

namespace Custodia.Materials.Files;

/// <summary>The columns of a file of inventory changes.</summary>
internal static class ChangeLayout
{
    private static readonly FileColumn<DateOnly> Date = new("date", new("Date", "變動日期"),
        new("Day on which the change happened.", "變動發生之日。"), "2025-06-11", CellFormats.Date)
    {
        IsRequired = true,
        Aliases = ["Accounting date", "Date of change", "日期"],
    };

    private static readonly FileColumn<string> Code = new("code", new("Change code", "變動代碼"),
        new("Inventory change code: RD, SD, LN … A category change (DE, DN, ED, EN, ND, NE) has both weights filled.",
            "存量變動代碼：RD、SD、LN…；類別變更（DE、DN、ED、EN、ND、NE）須填新舊兩個類別的重量。"), "SD", CellFormats.Text)
    {
        IsRequired = true,
        Aliases = ["Code", "IC code", "Inventory change code", "存量變動代碼"],
    };

    private static readonly FileColumn<string> Kmp = Text("kmp", "KMP", "關鍵量測點",
        "Flow KMP at which it was measured: a digit.", "量測所在的流動關鍵量測點：一個數字。", "2", "Flow KMP", "流動關鍵量測點");

    private static readonly FileColumn<string> From = Text("from", "From", "來源",
        "MBA or State from which it came.", "來源物料平衡區或國家。", "XAFB", "MBA/country from");

    private static readonly FileColumn<string> To = Text("to", "To", "目的地",
        "MBA or State to which it went.", "目的物料平衡區或國家。", "XARA", "MBA/country to");

    private static readonly FileColumn<string> ShipperBatch = Text("shipperBatch", "Shipper's batch", "發貨方批次",
        "Name that the shipper gave the batch.", "發貨方的批次名稱。", "FA2606-01", "Shippers batch", "Shipper's batch name");

    private static readonly FileColumn<string> Operation = Text("operation", "Operation", "作業編號",
        "Ties the rows of one operation together: rebatching, loss with production.",
        "將同一作業的各列相連：重新分批、核損耗與核生產。", "OP-2506-017");

    private static readonly FileColumn<string> Consent = Text("consent", "Consent", "事前同意文號",
        "Reference of the prior agreement that exemption, termination or retained waste needs.",
        "豁免、終止或留存廢料所需之事前同意文號。", "XA-AG-12", "Prior agreement");

    private static readonly FileColumn<string> SpecialReport = Text("specialReport", "Special report", "特別報告文號",
        "Reference of the special report that accidental gain or loss needs.", "意外增減所需之特別報告文號。", "SR-3");

    private static readonly FileColumn<decimal> BurnUp = new("burnUp", new("Burn-up (MWd/t)", "燃耗 (MWd/t)"),
        new("With nuclear loss and production.", "與核損耗、核生產一併填寫。"), "45000", CellFormats.Number)
    {
        Aliases = ["Burnup (MWd/t)"],
    };

    private static readonly FileColumn<string> Reference = Text("reference", "Reference", "紀錄編號",
        "The operator's own number of the record, unique within the MBA.", "營運者的紀錄編號，於同一物料平衡區內不得重複。",
        "XAFB-2506-00017", "Record number", "Operator's record number");

    private static readonly FileColumn<DateOnly> Established = new("established", new("Established", "確認日期"),
        new("Day on which the change was established, if later than its date.", "確認變動之日（若晚於變動日期）。"),
        "2025-06-20", CellFormats.Date)
    { Aliases = ["Day established"] };

    public static FileLayout<InventoryChange> Layout { get; } = new(FileKind.InventoryChanges,
        new("Inventory changes", "存量變動"),
        [
            LineColumns.Mba, Date, Code, LineColumns.Batch, LineColumns.Items, LineColumns.Description,
            LineColumns.Basis, .. WeightColumns.All, Kmp, From, To, ShipperBatch, Operation, Consent, SpecialReport, BurnUp, Reference,
            LineColumns.Note, Established, LineColumns.Methods,
        ],
        Read, Write);

    private static InventoryChange Read(RowReader row)
    {
        var change = new InventoryChange(row.GetRequired(LineColumns.Mba), row.GetRequired(Date), row.GetRequired(Code),
            row.GetRequired(LineColumns.Batch), row.GetRequired(LineColumns.Items),
            row.GetRequired(LineColumns.Description), row.GetRequired(LineColumns.Basis), WeightColumns.Read(row),
            row.Get(Kmp), row.Get(From), row.Get(To), row.Get(ShipperBatch), row.Get(Operation), row.Get(Consent),
            row.Get(SpecialReport), row.GetOptional(BurnUp), row.Get(Reference), row.Get(LineColumns.Note),
            row.GetOptional(Established), row.Get(LineColumns.Methods));
        return row.IsGood && IsCategoryChange(change.Code)
            ? change with { Weights = WeightColumns.InChangeOrder(row, change.Code, change.Weights) }
            : change;
    }

    private static void Write(InventoryChange change, RowWriter row)
    {
        row.Put(LineColumns.Mba, change.Mba);
        row.Put(Date, (DateOnly?)change.Date);
        row.Put(Code, change.Code);
        row.Put(LineColumns.Batch, change.Batch);
        row.Put(LineColumns.Items, (int?)change.Items);
        row.Put(LineColumns.Description, change.Description);
        row.Put(LineColumns.Basis, change.Basis);
        WeightColumns.Write(change.Weights, row);
        row.Put(Kmp, change.Kmp);
        row.Put(From, change.From);
        row.Put(To, change.To);
        row.Put(ShipperBatch, change.ShipperBatch);
        row.Put(Operation, change.Operation);
        row.Put(Consent, change.Consent);
        row.Put(SpecialReport, change.SpecialReport);
        row.Put(BurnUp, change.BurnUp);
        row.Put(Reference, change.Reference);
        row.Put(LineColumns.Note, change.Note);
        row.Put(Established, change.Established);
        row.Put(LineColumns.Methods, change.Methods);
    }

    /// <summary>First letter the old category, second the new (Code 10).</summary>
    private static bool IsCategoryChange(string code) => code is "DE" or "DN" or "ED" or "EN" or "ND" or "NE";

    private static FileColumn<string> Text(string key, string en, string zh, string meaningEn, string meaningZh,
        string example, params IReadOnlyList<string> aliases) =>
        new(key, new(en, zh), new(meaningEn, meaningZh), example, CellFormats.Text) { Aliases = aliases };
}
