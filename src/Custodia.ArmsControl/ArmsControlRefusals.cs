using Custodia.Books;

namespace Custodia.ArmsControl;

/// <summary>Why the book of arms control refuses a command or question.</summary>
public static class ArmsControlRefusals
{
    /// <summary>Nothing of that id.</summary>
    public static readonly RefusalCode Unknown = Code("unknown",
        "There is nothing of that id.", "查無此識別碼。", "Take the id from the list.", "請由清單取得識別碼。");

    /// <summary>A day to come.</summary>
    public static readonly RefusalCode DayAhead = Code("day-ahead",
        "That day has not come yet.", "該日尚未到來。", "Record it when it was done.", "請於完成後登載。");

    /// <summary>A text that is missing, too long, or not one.</summary>
    public static readonly RefusalCode TextMissing = Code("text-missing",
        "A text is missing, too long, or not in its form.", "缺少文字、過長或格式不符。", "Fill it in as stated.", "請依所述格式填寫。");

    /// <summary>A day outside the life of the treaty.</summary>
    public static readonly RefusalCode NotInForce = Code("not-in-force",
        "The treaty was not in force on that day.", "該日條約並未有效。", "Give a day from 5 February 2011 to 4 February 2026.", "請填 2011-02-05 至 2026-02-04 之日期。");

    /// <summary>A number that was used.</summary>
    public static readonly RefusalCode NumberUsed = Code("number-used",
        "This party has a notification of that number.", "該締約方已有此通知編號。", "Take the earlier one back if it is wrong.", "如有錯誤，請先撤回原通知。");

    /// <summary>No items, too many, or one twice.</summary>
    public static readonly RefusalCode ItemsWrong = Code("items-wrong",
        "A notification has from 1 to 500 items, each once.", "通知須載 1 至 500 項，且不得重複。", "Split it, or name each item once.", "請分次登載，或各項僅列一次。");

    /// <summary>What cannot have happened to an item.</summary>
    public static readonly RefusalCode SequenceBroken = Code("sequence-broken",
        "This cannot have happened to the item: its notifications would no longer follow from one another.",
        "該項目不可能如此變動：各通知將無法前後相續。",
        "Deliver it first, deploy what is not deployed, remove what is not deployed; look at its notifications in the order of their days.",
        "須先交付；僅非部署者得部署、改裝或銷毀。請依日期先後檢視該項目之通知。");

    /// <summary>A notification that is not there, or was taken back.</summary>
    public static readonly RefusalCode NotificationUnknown = Code("notification-unknown",
        "There is no such notification, or it was taken back.", "查無此通知，或已撤回。", "Take the entry from the list.", "請由清單取得分錄編號。");

    /// <summary>No day of data.</summary>
    public static readonly RefusalCode NoDataDay = Code("no-data-day",
        "No data were exchanged as of that day.", "該日並非資料基準日。",
        "Give 5 February 2011, a 1 March or 1 September of the treaty, or 5 February 2018.", "請填 2011-02-05、條約期間之 3 月 1 日或 9 月 1 日，或 2018-02-05。");

    /// <summary>Totals that cannot be.</summary>
    public static readonly RefusalCode CountsWrong = Code("counts-wrong",
        "These totals cannot be: none is less than zero or above 100,000, and each deployed vehicle is a launcher or bomber.",
        "總數不合理：各數不得小於 0 或大於 100,000，且部署載具數不得大於發射架與轟炸機總數。", "Read the document again.", "請再次核對文件。");

    /// <summary>A second exchange as of a day.</summary>
    public static readonly RefusalCode ExchangeTwice = Code("exchange-twice",
        "Totals of this party as of that day are recorded already.", "該締約方於該基準日之總數已登載。",
        "Say why these correct them: both are kept.", "請敘明更正原因；兩者均予保留。");

    /// <summary>A party against itself.</summary>
    public static readonly RefusalCode SameParty = Code("same-party",
        "A party does not object to its own total.", "締約方不得對己方總數提出異議。", "Name the other party.", "請填另一締約方。");

    /// <summary>One inspection too many.</summary>
    public static readonly RefusalCode QuotaUsed = Code("quota-used",
        "The quota of this type in that treaty year is used up.", "該條約年度此類視察配額已用罄。",
        "Check day and type: ten of type one and eight of type two in each year from 5 February.", "請核對日期與類型：每年自 2 月 5 日起，第一類十次、第二類八次。");

    /// <summary>An obligation that was taken on already.</summary>
    public static readonly RefusalCode AlreadyUndertaken = Code("already-undertaken",
        "The State has taken this on already.", "本國已承擔此申報義務。", "End the earlier undertaking first.", "請先終止原承擔。");

    /// <summary>An obligation that was not taken on for that time.</summary>
    public static readonly RefusalCode NotUndertaken = Code("not-undertaken",
        "The State has not taken this on for that period.", "本國於該期間並未承擔此申報義務。", "Record first that it was taken on.", "請先登載承擔。");

    /// <summary>A party that is missing, or is none.</summary>
    public static readonly RefusalCode PartyWrong = Code("party-wrong",
        "Say as which party where the instrument names its parties, and only there.", "僅文書列名締約方者須載明身分。",
        "Fill the party in, or leave it out.", "請填寫或留空。");

    /// <summary>A period that the obligation does not have.</summary>
    public static readonly RefusalCode NoPeriod = Code("no-period",
        "The obligation has no such period.", "此申報義務無該期間。", "Take the period from the calendar.", "請由行事曆取得期間。");

    /// <summary>A declaration of a period that runs.</summary>
    public static readonly RefusalCode PeriodRuns = Code("period-runs",
        "The period had not ended on that day.", "該日期間尚未結束。", "Send it after the last day of the period.", "請於期間結束後提出。");

    /// <summary>A declaration that was sent.</summary>
    public static readonly RefusalCode SentAlready = Code("sent-already",
        "The declaration of this period was sent already.", "該期間之宣告已提出。", "Correct it instead.", "請改為更正。");

    /// <summary>A declaration that was not sent.</summary>
    public static readonly RefusalCode NotSent = Code("not-sent",
        "No declaration of this period was sent by that day.", "該日前並未提出該期間之宣告。", "Record first that it was sent.", "請先登載提出。");

    /// <summary>A field that is missing, unknown or twice.</summary>
    public static readonly RefusalCode FieldWrong = Code("field-wrong",
        "A field is missing, unknown, given twice, or not in its form.", "欄位缺漏、不明、重複或格式不符。",
        "Give each field once: numbers as decimals that are not negative.", "各欄填寫一次；數字為非負十進位數。");

    /// <summary>A statement that is not there, or was withdrawn.</summary>
    public static readonly RefusalCode StatementUnknown = Code("statement-unknown",
        "There is no such statement, or it was withdrawn.", "查無此聲明，或已撤回。", "Take the entry from the list.", "請由清單取得分錄編號。");

    /// <summary>Days in the wrong order.</summary>
    public static readonly RefusalCode DayTooEarly = Code("day-too-early",
        "That day lies before what it follows.", "該日早於其所依據之事。", "Check both days.", "請核對兩個日期。");

    /// <summary>A question that means some day and names none.</summary>
    public static readonly RefusalCode DayMissing = Code("day-missing",
        "How far the State is depends on the day.", "進度須依日期判定。", "Say on which day.", "請指定日期。");

    private static RefusalCode Code(string code, string en, string zh, string remedyEn, string remedyZh) =>
        new("arms-control." + code, new(en, zh), new(remedyEn, remedyZh));
}
