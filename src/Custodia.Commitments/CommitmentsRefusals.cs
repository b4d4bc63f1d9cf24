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

    /// <summary>A statement that would count too long, or not at all.</summary>
    public static readonly RefusalCode ExpiryWrong = Code("expiry-wrong",
        "A statement counts until a day after that for which it is made, at most five years on.", "陳述之期限須晚於基準日，且最長五年。",
        "Give a day within the limit.", "請填寫限期內之日期。");

    /// <summary>A value that the indicator cannot have.</summary>
    public static readonly RefusalCode ValueWrong = Code("value-wrong",
        "This is no value of that indicator.", "此非該指標之有效數值。",
        "Give a decimal number in its unit, or the status or day that its page names.", "請依指標單位填寫十進位數，或填寫其頁面所列之狀態或日期。");

    /// <summary>A digest that is none.</summary>
    public static readonly RefusalCode DigestWrong = Code("digest-wrong",
        "This is no SHA-256 of a file.", "此非檔案之 SHA-256。",
        "Give 64 hexadecimal digits in lower case, such as sha256sum prints.", "請填寫 64 位小寫十六進位數（如 sha256sum 之輸出）。");

    /// <summary>A statement that is not there, or was withdrawn.</summary>
    public static readonly RefusalCode StatementUnknown = Code("statement-unknown",
        "There is no such statement, or it was withdrawn.", "查無此陳述，或已撤回。", "Take the entry from the indicator's page.", "請由該指標頁面取得分錄編號。");

    /// <summary>An indicator that does not show the promise.</summary>
    public static readonly RefusalCode NotOfItem = Code("not-of-item",
        "That indicator does not show this promise.", "該指標不屬於此承諾。", "Take one of those that the promise names.", "請選用該承諾所列之指標。");

    /// <summary>A target that was due before the promise was made.</summary>
    public static readonly RefusalCode DueWrong = Code("due-wrong",
        "A target is due after the promise was made.", "目標期限須晚於承諾日期。", "Give a later day.", "請填寫較晚之日期。");

    /// <summary>A formula that is none, or asks for more than the value.</summary>
    public static readonly RefusalCode FormulaWrong = Code("formula-wrong",
        "This is no formula of the value.", "此非以該數值表示之條件式。",
        "Compare value, such as value >= 95.", "請以 value 比較，如 value >= 95。");

    /// <summary>A threshold that would tell a value that is not shown.</summary>
    public static readonly RefusalCode ThresholdTells = Code("threshold-tells",
        "A threshold inside a band would tell the value.", "門檻落於級距之內，將洩漏數值。",
        "Compare with the ends of the bands alone, by <= or >.", "僅得以 <= 或 > 與級距端點比較。");

    /// <summary>A span that ends before it begins, or is too long.</summary>
    public static readonly RefusalCode SpanWrong = Code("span-wrong",
        "The last day is before the first, or more than five years on.", "末日早於首日，或相距超過五年。",
        "Ask for a span of at most five years.", "請將期間縮短為五年以內。");

    private static RefusalCode Code(string code, string en, string zh, string remedyEn, string remedyZh) =>
        new("commitments." + code, new(en, zh), new(remedyEn, remedyZh));
}
