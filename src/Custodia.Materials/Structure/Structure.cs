using Custodia.Books;

namespace Custodia.Materials.Structure;

/// <summary>What a facility does; it decides which balances are expected of its MBAs.</summary>
public enum FacilityKind
{
    /// <summary>Power reactor.</summary>
    PowerReactor,

    /// <summary>Research reactor or critical assembly.</summary>
    ResearchReactor,

    /// <summary>Conversion plant.</summary>
    Conversion,

    /// <summary>Fuel fabrication plant.</summary>
    Fabrication,

    /// <summary>Enrichment plant.</summary>
    Enrichment,

    /// <summary>Reprocessing plant.</summary>
    Reprocessing,

    /// <summary>Separate storage.</summary>
    Storage,

    /// <summary>Location outside facilities.</summary>
    LocationOutsideFacilities,
}

/// <summary>How an MBA accounts for its material.</summary>
public enum AccountingKind
{
    /// <summary>By items that keep their identity: MUF must be exactly zero.</summary>
    Item,

    /// <summary>By measurement of bulk material: MUF is a measured quantity.</summary>
    Bulk,
}

/// <summary>What is measured at a key measurement point.</summary>
public enum KmpKind
{
    /// <summary>Flow: inventory changes. Its code is a digit.</summary>
    Flow,

    /// <summary>Inventory: what is in stock. Its code is a letter.</summary>
    Inventory,
}

/// <summary>A facility, as registered with the State authority.</summary>
/// <param name="Code">Facility code, at most 8 characters (label 207).</param>
/// <param name="NameEn">Name in English.</param>
/// <param name="NameZh">Name in Chinese.</param>
/// <param name="Kind">What it does.</param>
/// <param name="From">First day on which it counts.</param>
public sealed record Facility(
    [Meaning("Facility code, up to 8 characters", "設施代碼，最多 8 個字元")] string Code,
    [Meaning("Name in English", "英文名稱")] string NameEn,
    [Meaning("Name in Chinese", "中文名稱")] string NameZh,
    [Meaning("Kind of facility", "設施類別")] FacilityKind Kind,
    [Meaning("First day in force", "生效日")] DateOnly From);

/// <summary>A licence to use nuclear material at a facility; recorded again with its number, it stands as said then.</summary>
/// <param name="Facility">Facility code.</param>
/// <param name="Number">Its number.</param>
/// <param name="From">First day.</param>
/// <param name="LastDay">Last day.</param>
public sealed record FacilityLicence(
    [Meaning("Facility code", "設施代碼")] string Facility,
    [Meaning("Number of the licence", "執照字號")] string Number,
    [Meaning("First day", "起日")] DateOnly From,
    [Meaning("Last day", "末日")] DateOnly LastDay);

/// <summary>A material balance area.</summary>
/// <param name="Code">Four characters; the first letters name the State (label 307).</param>
/// <param name="Facility">Code of its facility.</param>
/// <param name="NameEn">Name in English.</param>
/// <param name="NameZh">Name in Chinese.</param>
/// <param name="Accounting">By item or by bulk.</param>
/// <param name="EnrichmentLimit">Highest weight fraction of fissile isotopes in uranium that it may hold, in percent.</param>
/// <param name="From">First day in force.</param>
public sealed record MaterialBalanceArea(
    [Meaning("MBA code, four characters", "物料平衡區代碼，四個字元")] string Code,
    [Meaning("Facility code", "設施代碼")] string Facility,
    [Meaning("Name in English", "英文名稱")] string NameEn,
    [Meaning("Name in Chinese", "中文名稱")] string NameZh,
    [Meaning("Accounting by item or bulk", "按件或散裝料帳")] AccountingKind Accounting,
    [Meaning("Highest enrichment allowed, percent", "允許之最高濃縮度（百分比）")] decimal EnrichmentLimit,
    [Meaning("First day in force", "生效日")] DateOnly From);

/// <summary>A key measurement point of an MBA.</summary>
/// <param name="Mba">MBA code.</param>
/// <param name="Code">A digit (flow) or a letter (inventory) (label 407).</param>
/// <param name="Kind">Flow or inventory.</param>
/// <param name="NameEn">Name in English.</param>
/// <param name="NameZh">Name in Chinese.</param>
/// <param name="From">First day in force.</param>
/// <param name="Codes">Change codes that may occur here; empty: any.</param>
/// <param name="Descriptions">Material descriptions that may occur here, <c>?</c> for any character; empty: any.</param>
public sealed record KeyMeasurementPoint(
    [Meaning("MBA code", "物料平衡區代碼")] string Mba,
    [Meaning("KMP code, one character", "關鍵量測點代碼，一個字元")] string Code,
    [Meaning("Flow or inventory", "流動或盤存")] KmpKind Kind,
    [Meaning("Name in English", "英文名稱")] string NameEn,
    [Meaning("Name in Chinese", "中文名稱")] string NameZh,
    [Meaning("First day in force", "生效日")] DateOnly From,
    [Meaning("Change codes allowed here; empty means any", "此處允許之變動代碼；空白表示不限")] IReadOnlyList<string>? Codes = null,
    [Meaning("Material descriptions allowed here, ? for any character", "此處允許之物料描述代碼，「?」代表任一字元")] IReadOnlyList<string>? Descriptions = null);
