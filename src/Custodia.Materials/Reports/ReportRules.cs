using Custodia.Books;

namespace Custodia.Materials.Reports;

/// <summary>What <see cref="ReportCheck"/> finds against a report.</summary>
public static class ReportRules
{
    /// <summary>Entries are numbered 1 to n.</summary>
    public static readonly RefusalCode EntryNumbers = new("report.rule-entry-numbers",
        new("The entries are not numbered 1, 2, 3 … without a gap.", "項次未自 1 起連續編號。"),
        new("Number them anew in their order.", "請依順序重新編號。"));

    /// <summary>A period does not end before it begins; a PIL has one date.</summary>
    public static readonly RefusalCode PeriodOrder = new("report.rule-period-order",
        new("The period ends before it begins, or a listing states more than one date.", "期間終日早於起日，或清單載有一個以上之日期。"),
        new("Correct the period.", "請更正期間。"));

    /// <summary>New inventory changes are dated within the period.</summary>
    public static readonly RefusalCode DateOutside = new("report.rule-date-outside",
        new("The date lies outside the period of the report.", "日期不在報告期間內。"),
        new("Report the change in the report of its period, or correct the date.", "請於所屬期間之報告申報，或更正日期。"));

    /// <summary>A new entry points at none; every other status points at an entry.</summary>
    public static readonly RefusalCode CorrectionPointer = new("report.rule-correction-pointer",
        new("The status and the pointer to a corrected entry do not agree.", "項目狀態與所更正項目之指示不一致。"),
        new("Name report and entry with C, D and A; leave them out of a new entry.", "狀態 C、D、A 須指明報告與項次；新項目則不填。"));

    /// <summary>Change codes, descriptions and bases are of the tables.</summary>
    public static readonly RefusalCode UnknownCode = new("report.rule-unknown-code",
        new("The code is not in the code tables.", "代碼不在代碼表中。"),
        new("Use a code of the tables in force.", "請使用現行代碼表之代碼。"));

    /// <summary>Codes and names have their lengths and characters.</summary>
    public static readonly RefusalCode BadField = new("report.rule-bad-field",
        new("A code or name has the wrong length or characters.", "代碼或名稱之長度或字元不正確。"),
        new("Write it as expected.", "請依預期書寫。"));

    /// <summary>Every batch has at least one item.</summary>
    public static readonly RefusalCode Items = new("report.rule-items",
        new("The number of items is less than one or missing.", "件數小於一或未填。"),
        new("Give the number of items; 1 where a number has no meaning.", "請填件數；無意義時填 1。"));

    /// <summary>Every entry has a weight; a deletion may be without.</summary>
    public static readonly RefusalCode NoWeight = new("report.rule-no-weight",
        new("The entry has no weight.", "項目無重量。"),
        new("Give at least one weight.", "請至少填一項重量。"));

    /// <summary>No weight is below zero, but in DI, RA and MF.</summary>
    public static readonly RefusalCode NegativeWeight = new("report.rule-negative-weight",
        new("A weight is below zero.", "重量為負。"),
        new("Only DI, RA and MF may be below zero; use the code that takes from the book.",
            "僅 DI、RA、MF 得為負；請使用減少帳面之代碼。"));

    /// <summary>The isotopes do not weigh more than their element.</summary>
    public static readonly RefusalCode IsotopeExceeds = new("report.rule-isotope-exceeds",
        new("The isotopes weigh more than the element that holds them.", "同位素重量大於其元素重量。"),
        new("Correct one of the two weights.", "請更正其中之一。"));

    /// <summary>Enriched uranium is reported with its isotopes.</summary>
    public static readonly RefusalCode IsotopeMissing = new("report.rule-isotope-missing",
        new("Enriched uranium is stated without its isotopes.", "濃縮鈾未申報同位素。"),
        new("Add the weight of the isotopes.", "請補填同位素重量。"));

    /// <summary>Only enriched uranium is reported with isotopes.</summary>
    public static readonly RefusalCode IsotopeForbidden = new("report.rule-isotope-forbidden",
        new("Isotopes are stated with a material that is reported without them.", "無須申報同位素之物料申報了同位素。"),
        new("Remove the isotopes, or correct the element.", "請刪除同位素，或更正元素。"));

    /// <summary>A balance has PB, BE, PE and MF for each material, and BA where there is a DI.</summary>
    public static readonly RefusalCode MbrLineMissing = new("report.rule-mbr-line-missing",
        new("A line of the material balance is missing.", "物料平衡報告缺少一行。"),
        new("Add the line for this material, zero included.", "請補上此物料之該行，數值為零亦須列出。"));

    /// <summary>One consolidated line for each material and name.</summary>
    public static readonly RefusalCode MbrLineRepeated = new("report.rule-mbr-line-repeated",
        new("A line of the material balance stands twice for a material.", "物料平衡報告中同一物料之一行重複。"),
        new("Consolidate the two into one.", "請合併為一行。"));

    /// <summary>BE, BA and MF follow exactly from the lines above.</summary>
    public static readonly RefusalCode MbrArithmetic = new("report.rule-mbr-arithmetic",
        new("The line does not follow from the lines above it.", "該行與以上各行之計算不符。"),
        new("Correct the line; if rounding is the cause, show it as RA.", "請更正該行；若因修約所致，請列為 RA。"));
}
