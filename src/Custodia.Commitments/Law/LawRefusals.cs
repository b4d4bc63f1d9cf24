using Custodia.Books;

namespace Custodia.Commitments.Law;

/// <summary>Why the book of law refuses a command or question.</summary>
public static class LawRefusals
{
    /// <summary>An id that has not the form of one.</summary>
    public static readonly RefusalCode IdMalformed = Code("id-malformed",
        "This is no id of that form.", "識別碼格式不符。", "Write it in the form that is stated.", "請依所述格式填寫。");

    /// <summary>An act, regulation or standard that is not there.</summary>
    public static readonly RefusalCode LawUnknown = Code("law-unknown",
        "No act, regulation or standard has that id.", "查無此識別碼之法規。", "Take the id from the list.", "請由清單取得識別碼。");

    /// <summary>A clause that is not there.</summary>
    public static readonly RefusalCode ClauseUnknown = Code("clause-unknown",
        "There is no such clause.", "查無此條文。", "Take its number from the page of the act.", "請由該法規頁面取得條號。");

    /// <summary>A duty that is not there.</summary>
    public static readonly RefusalCode DutyUnknown = Code("duty-unknown",
        "The register has no duty of that id.", "登記冊無此義務。", "Take the id from the page of the instrument.", "請由該文書頁面取得識別碼。");

    /// <summary>An instrument, resolution or circular without duties, or that is not there.</summary>
    public static readonly RefusalCode InstrumentUnknown = Code("instrument-unknown",
        "The register has no duties of an instrument of that id.", "登記冊無此文書之義務。", "Take the id from the list.", "請由清單取得識別碼。");

    /// <summary>An entry that is not one of this book's, was taken back, or is of another sort.</summary>
    public static readonly RefusalCode EntryUnknown = Code("entry-unknown",
        "That entry records nothing of this sort that still stands.", "該分錄非此類登載，或已撤回。", "Take the entry from the page.", "請由頁面取得分錄編號。");

    /// <summary>An act, regulation or standard of an id that is taken.</summary>
    public static readonly RefusalCode LawTwice = Code("law-twice",
        "That id is taken.", "此識別碼已使用。", "Choose another id, or take the earlier entry back.", "請改用其他識別碼，或先撤回原登載。");

    /// <summary>A clause of a number that is taken.</summary>
    public static readonly RefusalCode ClauseTwice = Code("clause-twice",
        "This clause is recorded already.", "此條文已登載。", "Amend it, or take the earlier entry back.", "請以修正方式登載，或先撤回原登載。");

    /// <summary>A mapping that is there.</summary>
    public static readonly RefusalCode MappedTwice = Code("mapped-twice",
        "That is mapped to this clause already.", "已對應該條文。", "End the earlier mapping first, or take it back.", "請先解除或撤回原對應。");

    /// <summary>Something that ended before.</summary>
    public static readonly RefusalCode EndedAlready = Code("ended-already",
        "Its end is recorded already.", "其終止已登載。", "Take that entry back first, if it is wrong.", "如有錯誤，請先撤回該登載。");

    /// <summary>A day that is out of order.</summary>
    public static readonly RefusalCode DayOrder = Code("day-order",
        "This day does not fit what is in force then.", "此日期與當時施行狀態不符。", "Give a day within the stated bounds.", "請於所述範圍內填寫日期。");

    /// <summary>A review of a day to come.</summary>
    public static readonly RefusalCode DayAhead = Code("day-ahead",
        "That day has not come yet.", "該日尚未到來。", "Record it when it was done.", "請於完成後登載。");

    /// <summary>A question that means some day and names none.</summary>
    public static readonly RefusalCode DayMissing = Code("day-missing",
        "What is in force depends on the day.", "施行狀態須依日期判定。", "Say on which day.", "請指定日期。");

    /// <summary>A text that is missing or too long.</summary>
    public static readonly RefusalCode TextMissing = Code("text-missing",
        "A text is missing or too long.", "缺少文字或過長。", "Fill it in, within the length that is stated.", "請填寫並符合所述長度。");

    /// <summary>A cycle of review that is none.</summary>
    public static readonly RefusalCode CycleOutOfRange = Code("cycle-out-of-range",
        "This is no cycle of review.", "檢討週期不合理。", "Give it in whole years, within the bounds that are stated.", "請於所述範圍內填寫整數年。");

    /// <summary>Evidence that does not show anything.</summary>
    public static readonly RefusalCode EvidenceMissing = Code("evidence-missing",
        "Evidence is a document with its SHA-256, or the number of an entry.", "佐證須為文件及其 SHA-256，或分錄編號。",
        "Give both of the first, or the second.", "請填寫前二者，或填寫後者。");

    /// <summary>Something that others rest on.</summary>
    public static readonly RefusalCode InUse = Code("in-use",
        "Other entries rest on this one.", "尚有其他登載以此為據。", "Take those back first.", "請先撤回其他登載。");

    private static RefusalCode Code(string code, string en, string zh, string remedyEn, string remedyZh) =>
        new("law." + code, new(en, zh), new(remedyEn, remedyZh));
}
