using Custodia.Materials.Structure;

namespace Custodia.Sample;

/// <summary>The facilities, MBAs and KMPs of the sample State.</summary>
internal static class StateStructure
{
    private static readonly DateOnly From = new(2020, 1, 1);

    public static IReadOnlyList<Facility> Facilities { get; } =
    [
        new("XA-R", "Power reactor", "核能電廠", FacilityKind.PowerReactor, From),
        new("XA-F", "Fuel fabrication plant", "核燃料製造廠", FacilityKind.Fabrication, From),
        new("XA-RR", "Research reactor", "研究用反應器", FacilityKind.ResearchReactor, From),
        new("XA-ST", "Uranium and thorium store", "鈾釷貯存場所", FacilityKind.LocationOutsideFacilities, From),
    ];

    public static IReadOnlyList<MaterialBalanceArea> Areas { get; } =
    [
        new("XARA", "XA-R", "Reactor, fresh store and spent fuel pool", "反應器、新燃料貯存區與用過燃料池", AccountingKind.Item, 5m,
            From),
        new("XAFB", "XA-F", "Fabrication process", "燃料製造製程", AccountingKind.Bulk, 5m, From),
        new("XARR", "XA-RR", "Research reactor and its stores", "研究用反應器及其貯存區", AccountingKind.Item, 93.5m, From),
        new("XAST", "XA-ST", "Store", "貯存區", AccountingKind.Item, 93.5m, From),
    ];

    public static IReadOnlyList<KeyMeasurementPoint> Points { get; } =
    [
        Flow("XARA", "1", "Receipt of fresh fuel", "新燃料接收", "RD RF DI"),
        Flow("XARA", "2", "Nuclear loss and production", "核損耗與核生成", "LN NP"),
        Flow("XARA", "3", "Shipment of spent fuel", "用過燃料運出", "SD SF"),
        Stock("XARA", "A", "Fresh fuel store", "新燃料貯存區", "EASF"),
        Stock("XARA", "B", "Core", "爐心", "EASF EASI"),
        Stock("XARA", "C", "Spent fuel pool", "用過燃料池", "EASI"),
        Flow("XAFB", "1", "Receipts and differences", "接收與收發差異", "RF RD DI"),
        Flow("XAFB", "2", "Shipments", "運出", "SD SF"),
        Flow("XAFB", "3", "Process, discards and waste", "製程、廢棄與廢棄物", "RM RP LD TW FW"),
        Stock("XAFB", "A", "UF6 cylinders", "六氟化鈾鋼瓶", "U6CF"),
        Stock("XAFB", "B", "Powder", "粉末", "PHDF U8DF"),
        Stock("XAFB", "C", "Pellets", "燃料丸", "CPPF"),
        Stock("XAFB", "D", "Rods and assemblies", "燃料棒與燃料組件", "ERSF EASF"),
        Stock("XAFB", "E", "Scrap and effluents", "廢料與廢液", "SNDF AMDF WLTF"),
        Flow("XARR", "1", "Receipt of fresh fuel", "新燃料接收", "RF"),
        Flow("XARR", "2", "Nuclear loss and production", "核損耗與核生成", "LN NP"),
        Flow("XARR", "3", "Shipment of fuel", "燃料運出", "SF"),
        Stock("XARR", "A", "Fresh fuel store", "新燃料貯存區", "EASF"),
        Stock("XARR", "B", "Core", "爐心", "EASF EASI"),
        Stock("XARR", "C", "Spent fuel pool", "用過燃料池", "EASI"),
        Flow("XAST", "1", "Receipts", "接收"),
        Flow("XAST", "2", "Shipments", "運出"),
        Flow("XAST", "3", "Exemptions, category changes and losses", "豁免、類別變更與損失"),
        Stock("XAST", "A", "Natural uranium", "天然鈾"),
        Stock("XAST", "B", "Depleted uranium", "耗乏鈾"),
        Stock("XAST", "C", "Thorium", "釷"),
        Stock("XAST", "D", "Enriched uranium, locked", "濃縮鈾（上鎖區）"),
    ];

    private static KeyMeasurementPoint Flow(string mba, string code, string en, string zh, string? codes = null) =>
        new(mba, code, KmpKind.Flow, en, zh, From, codes?.Split(' '));

    private static KeyMeasurementPoint Stock(string mba, string code, string en, string zh,
        string? descriptions = null) =>
        new(mba, code, KmpKind.Inventory, en, zh, From, null, descriptions?.Split(' '));
}
