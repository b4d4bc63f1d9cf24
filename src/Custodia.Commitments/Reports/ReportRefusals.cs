using Custodia.Books;

namespace Custodia.Commitments.Reports;

/// <summary>Why a report is not made, or its publication not recorded.</summary>
public static class ReportRefusals
{
    /// <summary>A report of a day to come.</summary>
    public static readonly RefusalCode DayAhead = Code("report-day-ahead",
        "That day has not come yet.", "該日尚未到來。", "Ask for today or an earlier day.", "請改為今日或更早之日期。");

    /// <summary>A comparison with a later day.</summary>
    public static readonly RefusalCode SinceAfter = Code("report-since-after",
        "The day with which is compared comes after the day of the report.", "比較日晚於基準日。", "Compare with an earlier day.", "請改與更早之日期比較。");

    /// <summary>A comparison as known at an entry that the report itself does not know.</summary>
    public static readonly RefusalCode KnownAtAhead = Code("report-known-at",
        "The report does not know that entry.", "報告未計入該分錄。", "Name an entry up to that of the report.", "請指定報告所計入之分錄。");

    /// <summary>No such marking.</summary>
    public static readonly RefusalCode MarkingUnknown = Code("report-marking",
        "There is no such marking.", "無此標示。", "Take one of those that are listed.", "請由所列標示擇一。");

    /// <summary>What was published is not named by a digest.</summary>
    public static readonly RefusalCode DigestMalformed = Code("report-digest",
        "This is no SHA-256 of a file.", "並非檔案之 SHA-256。", "Give its 64 hexadecimal digits.", "請提供 64 位十六進位數字。");

    /// <summary>The same file twice.</summary>
    public static readonly RefusalCode PublishedTwice = Code("report-published-twice",
        "The publication of this file is recorded already.", "此檔案之發布已登載。", "Withdraw the earlier record if it is wrong.", "如有錯誤，請先撤回原登載。");

    /// <summary>A publication that is not there, or was withdrawn.</summary>
    public static readonly RefusalCode PublicationUnknown = Code("report-publication-unknown",
        "There is no such publication, or it was withdrawn.", "查無此發布，或已撤回。", "Take the entry from the list of published reports.", "請由已發布報告清單取得分錄編號。");

    private static RefusalCode Code(string code, string en, string zh, string remedyEn, string remedyZh) =>
        new("commitments." + code, new(en, zh), new(remedyEn, remedyZh));
}
