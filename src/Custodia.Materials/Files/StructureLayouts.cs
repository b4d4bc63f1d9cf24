using Custodia.Materials.Structure;

namespace Custodia.Materials.Files;

/// <summary>The columns of the three files that declare the structure: facilities, MBAs, KMPs.</summary>
internal static class StructureLayouts
{
    private static readonly CellFormat<FacilityKind> FacilityKinds = CellFormats.Choice<FacilityKind>(
        (FacilityKind.PowerReactor, new("Power reactor", "動力用反應器")),
        (FacilityKind.ResearchReactor, new("Research reactor", "研究用反應器")),
        (FacilityKind.Conversion, new("Conversion", "轉化廠")),
        (FacilityKind.Fabrication, new("Fabrication", "燃料製造廠")),
        (FacilityKind.Enrichment, new("Enrichment", "濃縮廠")),
        (FacilityKind.Reprocessing, new("Reprocessing", "再處理廠")),
        (FacilityKind.Storage, new("Storage", "貯存設施")),
        (FacilityKind.LocationOutsideFacilities, new("Location outside facilities", "設施外場所")));

    private static readonly CellFormat<AccountingKind> AccountingKinds = CellFormats.Choice<AccountingKind>(
        (AccountingKind.Item, new("Item", "按件")), (AccountingKind.Bulk, new("Bulk", "散裝")));

    private static readonly CellFormat<KmpKind> KmpKinds = CellFormats.Choice<KmpKind>(
        (KmpKind.Flow, new("Flow", "流動")), (KmpKind.Inventory, new("Inventory", "盤存")));

    private static readonly FileColumn<string> NameEn = new("nameEn", new("Name (English)", "英文名稱"),
        new("Name in English.", "英文名稱。"), "Fuel fabrication plant", CellFormats.Text)
    { IsRequired = true };

    private static readonly FileColumn<string> NameZh = new("nameZh", new("Name (Chinese)", "中文名稱"),
        new("Name in Chinese.", "中文名稱。"), "燃料製造廠", CellFormats.Text)
    { IsRequired = true };

    private static readonly FileColumn<DateOnly> From = new("from", new("In force from", "生效日"),
        new("First day on which it counts.", "生效的第一日。"), "2023-01-01", CellFormats.Date)
    {
        IsRequired = true,
        Aliases = ["First day in force"],
    };

    private static readonly FileColumn<string> FacilityCode = new("facility", new("Facility", "設施"),
        new("Code of the facility, at most 8 characters.", "設施代碼，最多 8 個字元。"), "XA-F", CellFormats.Text)
    {
        IsRequired = true,
        Aliases = ["Facility code", "設施代碼"],
    };

    private static readonly FileColumn<FacilityKind> FacilityType = new("kind", new("Kind of facility", "設施類別"),
        new("What it does.", "設施的用途。"), "Fabrication", FacilityKinds)
    { IsRequired = true };

    private static readonly FileColumn<string> Mba = new("mba", new("MBA", "物料平衡區"),
        new("Code of the material balance area, four characters.", "物料平衡區代碼，四個字元。"), "XAFB", CellFormats.Text)
    {
        IsRequired = true,
        Aliases = ["MBA code", "物料平衡區代碼"],
    };

    private static readonly FileColumn<AccountingKind> Accounting = new("accounting", new("Accounting", "料帳方式"),
        new("By item or by bulk.", "按件或散裝。"), "Bulk", AccountingKinds)
    { IsRequired = true };

    private static readonly FileColumn<decimal> EnrichmentLimit = new("enrichmentLimit",
        new("Enrichment limit (%)", "濃縮度上限 (%)"),
        new("Highest weight fraction of fissile isotopes in uranium that it may hold.", "可持有鈾中易裂變同位素的最高重量比。"),
        "5", CellFormats.Number)
    { IsRequired = true };

    private static readonly FileColumn<string> Kmp = new("kmp", new("KMP", "關鍵量測點"),
        new("A digit for a flow KMP, a letter for an inventory KMP.", "流動關鍵量測點為數字，盤存關鍵量測點為字母。"),
        "1", CellFormats.Text)
    {
        IsRequired = true,
        Aliases = ["KMP code", "關鍵量測點代碼"],
    };

    private static readonly FileColumn<KmpKind> KmpType = new("kind", new("Kind of KMP", "關鍵量測點類別"),
        new("Flow: where changes are measured; inventory: where stock is listed.", "流動：量測變動之處；盤存：列出存量之處。"),
        "Flow", KmpKinds)
    { IsRequired = true };

    private static readonly FileColumn<IReadOnlyList<string>> Codes = new("codes",
        new("Change codes allowed", "允許之變動代碼"), new("Blank: any.", "空白表示不限。"), "RD RF", CellFormats.List);

    private static readonly FileColumn<IReadOnlyList<string>> Descriptions = new("descriptions",
        new("Material descriptions allowed", "允許之物料描述"),
        new("With ? for any character; blank: any.", "「?」代表任一字元；空白表示不限。"), "EA?F", CellFormats.List);

    public static FileLayout<Facility> Facilities { get; } = new(FileKind.Facilities, new("Facilities", "設施"),
        [FacilityCode, NameEn, NameZh, FacilityType, From],
        row => new Facility(row.GetRequired(FacilityCode), row.GetRequired(NameEn), row.GetRequired(NameZh),
            row.GetRequired(FacilityType), row.GetRequired(From)),
        (facility, row) =>
        {
            row.Put(FacilityCode, facility.Code);
            row.Put(NameEn, facility.NameEn);
            row.Put(NameZh, facility.NameZh);
            row.Put(FacilityType, (FacilityKind?)facility.Kind);
            row.Put(From, (DateOnly?)facility.From);
        });

    public static FileLayout<MaterialBalanceArea> Areas { get; } = new(FileKind.MaterialBalanceAreas,
        new("Material balance areas", "物料平衡區"),
        [Mba, FacilityCode, NameEn, NameZh, Accounting, EnrichmentLimit, From],
        row => new MaterialBalanceArea(row.GetRequired(Mba), row.GetRequired(FacilityCode), row.GetRequired(NameEn),
            row.GetRequired(NameZh), row.GetRequired(Accounting), row.GetRequired(EnrichmentLimit),
            row.GetRequired(From)),
        (area, row) =>
        {
            row.Put(Mba, area.Code);
            row.Put(FacilityCode, area.Facility);
            row.Put(NameEn, area.NameEn);
            row.Put(NameZh, area.NameZh);
            row.Put(Accounting, (AccountingKind?)area.Accounting);
            row.Put(EnrichmentLimit, (decimal?)area.EnrichmentLimit);
            row.Put(From, (DateOnly?)area.From);
        });

    public static FileLayout<KeyMeasurementPoint> Points { get; } = new(FileKind.KeyMeasurementPoints,
        new("Key measurement points", "關鍵量測點"),
        [Mba, Kmp, KmpType, NameEn, NameZh, From, Codes, Descriptions],
        row => new KeyMeasurementPoint(row.GetRequired(Mba), row.GetRequired(Kmp), row.GetRequired(KmpType),
            row.GetRequired(NameEn), row.GetRequired(NameZh), row.GetRequired(From), row.Get(Codes),
            row.Get(Descriptions)),
        (point, row) =>
        {
            row.Put(Mba, point.Mba);
            row.Put(Kmp, point.Code);
            row.Put(KmpType, (KmpKind?)point.Kind);
            row.Put(NameEn, point.NameEn);
            row.Put(NameZh, point.NameZh);
            row.Put(From, (DateOnly?)point.From);
            row.Put(Codes, point.Codes);
            row.Put(Descriptions, point.Descriptions);
        });
}
