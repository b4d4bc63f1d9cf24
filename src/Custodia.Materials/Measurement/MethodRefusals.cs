using Custodia.Books;

namespace Custodia.Materials.Measurement;

/// <summary>Why the book does not take a measurement method, or a line that names one.</summary>
public static class MethodRefusals
{
    /// <summary>Errors that cannot be.</summary>
    public static readonly RefusalCode ErrorsOutside = Code("method-errors-outside",
        "A standard deviation is negative, too large, or has too many digits; or all of them are zero.",
        "標準差為負、過大或位數過多；或全部為零。",
        "Give percentages from 0 to 100 and grams from 0 to 1,000,000,000, with at most 6 decimals, one of them above zero; of a method "
            + "that measures each item, the systematic error in percent alone.",
        "百分比請填 0 至 100，公克請填 0 至 1,000,000,000，最多 6 位小數，且至少一項大於零；逐件量測之系統誤差僅以百分比表示。");

    /// <summary>Nobody says where the figures come from.</summary>
    public static readonly RefusalCode SourceMissing = Code("method-source-missing",
        "The source of the figures is missing or too long.", "未填數值來源，或過長。",
        "Name the calibration report, the study or the standard, in at most 200 characters.",
        "請填校正報告、研究或標準名稱，最多 200 個字元。");

    /// <summary>A reason is missing or too long.</summary>
    public static readonly RefusalCode ReasonMissing = Code("method-reason-missing",
        "The reason is missing or too long.", "未填理由，或過長。",
        "Give the reason in at most 200 characters.", "請填理由，最多 200 個字元。");

    /// <summary>A pattern that fits no description.</summary>
    public static readonly RefusalCode PatternMalformed = Code("method-pattern-malformed",
        "A material description has four capital letters, digits or question marks; at most 40 are taken, each once.",
        "物料描述須為四個大寫字母、數字或問號；最多 40 項，不得重複。",
        "Correct the descriptions that the method serves.", "請更正方法所適用之物料描述。");

    /// <summary>Two methods of one kind at one place.</summary>
    public static readonly RefusalCode Ambiguous = Code("method-ambiguous",
        "Another method that measures the same serves that KMP and material description at that time.",
        "該期間已有量測同一對象之其他方法適用於此關鍵量測點與物料描述。",
        "Withdraw the other method first, or limit what this one serves and name it on the lines.",
        "請先停用另一方法，或縮小本方法之適用範圍並於分錄指名。");

    /// <summary>No such method on that day.</summary>
    public static readonly RefusalCode Unknown = Code("method-unknown",
        "The MBA has no measurement method of that code in force on that day.", "該日物料平衡區無此代碼之量測方法。",
        "Register the method first, or correct its code or the date.", "請先登記量測方法，或更正代碼或日期。");

    /// <summary>A day that does not follow.</summary>
    public static readonly RefusalCode DateOutside = Code("method-date-outside",
        "The day is not after the beginning and the last calibration of the method, or it lies in the future.",
        "日期未晚於方法之生效日與前次校正日，或在未來。",
        "Correct the day; calibrations are recorded in their order.", "請更正日期；校正須依序登載。");

    /// <summary>Too many methods on a line.</summary>
    public static readonly RefusalCode TooMany = Code("methods-outside",
        "A line names at most 8 methods, each once.", "一列最多指名 8 種量測方法，不得重複。",
        "Name the methods by which the weight of the line was measured.", "請填該列重量所用之量測方法。");

    private static RefusalCode Code(string code, string en, string zh, string remedyEn, string remedyZh) =>
        new("materials." + code, new Bilingual(en, zh), new Bilingual(remedyEn, remedyZh));
}
