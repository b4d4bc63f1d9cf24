using Custodia.Books;

namespace Custodia.Commitments;

/// <summary>Why the book of commitments refuses a command or question.</summary>
public static class CommitmentsRefusals
{
    /// <summary>Nothing of that id in the register.</summary>
    public static readonly RefusalCode Unknown = Code("unknown",
        "The register has nothing of that id.", "登記冊無此識別碼。", "Take the id from the list.", "請由清單取得識別碼。");

    /// <summary>An act of a day to come.</summary>
    public static readonly RefusalCode DayAhead = Code("day-ahead",
        "That day has not come yet.", "該日尚未到來。", "Record it when it was done.", "請於完成後登載。");

    /// <summary>A text that is missing or too long.</summary>
    public static readonly RefusalCode TextMissing = Code("text-missing",
        "A text is missing or too long.", "缺少文字或過長。", "Fill it in, within the length that is stated.", "請填寫並符合所述長度。");

    /// <summary>An act that this State cannot do.</summary>
    public static readonly RefusalCode NotEligible = Code("not-eligible",
        "Depositaries do not take instruments of this State: it cannot be shown as a party.", "存放機關不受理本國文書，不得登載為締約方。",
        "Record it as aligned, with the measures that carry it out.", "請登載為等效履行（align），並敘明措施。");

    /// <summary>An act that is not there, or was taken back.</summary>
    public static readonly RefusalCode ActUnknown = Code("act-unknown",
        "There is no such act, or it was taken back.", "查無此行為，或已撤回。", "Take the entry from the instrument's page.", "請由該文書頁面取得分錄編號。");

    /// <summary>The same act twice.</summary>
    public static readonly RefusalCode ActTwice = Code("act-twice",
        "This act is recorded already.", "此行為已登載。", "Take the earlier one back if it is wrong.", "如有錯誤，請先撤回原登載。");

    /// <summary>A question that means some day and names none.</summary>
    public static readonly RefusalCode DayMissing = Code("day-missing",
        "How far the State is depends on the day.", "進度須依日期判定。", "Say on which day.", "請指定日期。");

    /// <summary>A series of too many points.</summary>
    public static readonly RefusalCode SeriesTooLong = Code("series-too-long",
        "The series would have too many points.", "序列點數過多。", "Ask for fewer months.", "請減少月數。");

    private static RefusalCode Code(string code, string en, string zh, string remedyEn, string remedyZh) =>
        new("commitments." + code, new(en, zh), new(remedyEn, remedyZh));
}
