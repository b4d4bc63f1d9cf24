using Custodia.Books;

namespace Custodia.Commitments.Missions;

/// <summary>Why the book of missions refuses a command or question.</summary>
public static class MissionsRefusals
{
    /// <summary>Nothing of that id.</summary>
    public static readonly RefusalCode Unknown = Code("unknown",
        "There is nothing of that id.", "查無此識別碼。", "Take the id from the list.", "請由清單取得識別碼。");

    /// <summary>An id that is not formed as ids are.</summary>
    public static readonly RefusalCode IdWrong = Code("id-wrong",
        "The id is not formed as it must be.", "識別碼格式不符。", "Use the letters and length that are stated.", "請使用所述之字元與長度。");

    /// <summary>An id that something has already.</summary>
    public static readonly RefusalCode IdTaken = Code("id-taken",
        "This id is taken.", "此識別碼已使用。", "Choose another.", "請另選一個。");

    /// <summary>A text that is missing, too long, or holds control characters.</summary>
    public static readonly RefusalCode TextWrong = Code("text-wrong",
        "A text is missing, too long, or holds control characters.", "缺少文字、過長或含有控制字元。",
        "Fill it in, within the length that is stated.", "請填寫並符合所述長度。");

    /// <summary>A day to come of what is said to have happened.</summary>
    public static readonly RefusalCode DayAhead = Code("day-ahead",
        "That day has not come yet.", "該日尚未到來。", "Record it when it has happened.", "請於發生後登載。");

    /// <summary>A day before what must come first.</summary>
    public static readonly RefusalCode DayTooEarly = Code("day-too-early",
        "That day lies before what came first.", "該日早於前一步驟。", "Correct the day.", "請更正日期。");

    /// <summary>A step that cannot be taken as things stand.</summary>
    public static readonly RefusalCode NotNow = Code("not-now",
        "As it stands, this step cannot be taken.", "依目前狀態不得進行此步驟。", "Look at how it stands and what comes next.", "請檢視目前狀態與下一步驟。");

    /// <summary>One person reports an action done and closes it.</summary>
    public static readonly RefusalCode SamePerson = Code("same-person",
        "Who reported an action done does not verify it.", "回報完成者不得自行查證結案。", "Have another person look at the evidence.", "請由他人檢視佐證。");

    /// <summary>A module, component or question that the programme does not have.</summary>
    public static readonly RefusalCode PartUnknown = Code("part-unknown",
        "The programme has no such part.", "該方案無此部分。", "Take one of those that are named.", "請選用所列項目。");

    /// <summary>A digest that is none.</summary>
    public static readonly RefusalCode DigestWrong = Code("digest-wrong",
        "This is not a SHA-256 digest.", "非 SHA-256 摘要。", "Give its 64 hexadecimal digits.", "請提供 64 位十六進位數字。");

    /// <summary>A finding that leads to an action and says neither who nor by when, or one that leads to none and does.</summary>
    public static readonly RefusalCode ActionTerms = Code("action-terms",
        "What is accepted and recommended or suggested has an owner and a due date; anything else has neither.",
        "經接受之建議或提議應有負責人與期限，其餘則無。", "Give both, or leave both out.", "請同時填寫或同時省略。");

    /// <summary>A change that changes nothing.</summary>
    public static readonly RefusalCode NothingChanged = Code("nothing-changed",
        "Nothing would change.", "無任何變更。", "Give another owner or due date.", "請提供不同之負責人或期限。");

    /// <summary>An action for an answer that shows no gap.</summary>
    public static readonly RefusalCode NoGap = Code("no-gap",
        "The answer shows no gap.", "該答覆未顯示差距。", "Open actions for what is answered partly or no.", "僅得就「部分」或「否」之答覆開立行動。");

    /// <summary>A question that means some day and names none.</summary>
    public static readonly RefusalCode DayMissing = Code("day-missing",
        "How it stands depends on the day.", "狀態須依日期判定。", "Say on which day.", "請指定日期。");

    private static RefusalCode Code(string code, string en, string zh, string remedyEn, string remedyZh) =>
        new("missions." + code, new(en, zh), new(remedyEn, remedyZh));
}
