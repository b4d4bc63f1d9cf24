using Custodia.Books;

namespace Custodia.Materials.Evaluation;

/// <summary>Why balances are not evaluated.</summary>
public static class EvaluationRefusals
{
    /// <summary>An item MBA.</summary>
    public static readonly RefusalCode ItemArea = Code("evaluation-item-area",
        "The MBA accounts by items: its MUF must be exactly zero, and there is no measurement error to hold it against.",
        "此物料平衡區按件料帳：MUF 必須為零，無量測誤差可資比較。",
        "Follow up each difference as such; evaluate bulk MBAs alone.", "請逐件追查差異；僅散裝區可作統計評估。");

    /// <summary>A material or isotope that is not there.</summary>
    public static readonly RefusalCode MaterialUnknown = Code("evaluation-material-unknown",
        "The MBA has no account of that material, or no isotope is reported with it.", "此物料平衡區無該物料之帳，或該物料未報告同位素。",
        "Choose one of the accounts of the MBA.", "請選擇該區之帳。");

    /// <summary>Lines that nobody says how they were measured.</summary>
    public static readonly RefusalCode NoMethod = Code("evaluation-no-method",
        "Lines of closed balances have no measurement method.", "已結算期間有分錄未指定量測方法。",
        "Register a method that serves that KMP and material description, or ask with the accepted error of the facility type.",
        "請登記適用於該關鍵量測點與物料描述之方法，或改採該類設施之公認誤差。");

    /// <summary>No accepted error.</summary>
    public static readonly RefusalCode NoAccepted = Code("evaluation-no-accepted",
        "There is no accepted error for that kind of facility and material.", "該類設施與物料無公認誤差。",
        "Register the measurement methods.", "請登記量測方法。");

    /// <summary>Parameters that cannot be.</summary>
    public static readonly RefusalCode OptionsOutside = Code("evaluation-options-outside",
        "k or alpha is outside of what the tests allow.", "k 或 alpha 超出檢定之容許範圍。",
        "Give k from 0 to 5 and alpha from 0.000001 to 0.2; for a large k a small alpha.", "k 請填 0 至 5，alpha 請填 0.000001 至 0.2；k 大時 alpha 須小。");

    /// <summary>A loss that cannot be.</summary>
    public static readonly RefusalCode LossOutside = Code("evaluation-loss-outside",
        "The supposed loss has no mass or day, or does not lie within the closed balances.", "假設損失缺少質量或日期，或不在已結算期間內。",
        "Give a mass above zero and days within the closed balances, the first not after the last.",
        "質量請大於零，日期請在已結算期間內，且首日不晚於末日。");

    private static RefusalCode Code(string code, string en, string zh, string remedyEn, string remedyZh) =>
        new("materials." + code, new Bilingual(en, zh), new Bilingual(remedyEn, remedyZh));
}
