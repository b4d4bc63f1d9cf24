using Custodia.Books;

namespace Custodia.Materials.Evaluation;

/// <summary>Why the alarms of a balance are not closed, or not opened again.</summary>
public static class AlarmRefusals
{
    /// <summary>Nobody says what was found.</summary>
    public static readonly RefusalCode FindingMissing = Code("alarm-finding-missing",
        "What the investigation found, or why it is opened again, is missing or too long.", "未填調查結果或重啟理由，或過長。",
        "Say it in at most 500 characters.", "請填寫，最多 500 個字元。");

    /// <summary>Nothing to close.</summary>
    public static readonly RefusalCode NoAlarm = Code("alarm-none",
        "No test gives an alarm in the balance that was closed on that day.", "該日結算之平衡無任何檢定示警。",
        "Give the PIT date of a balance with an open alarm, and the settings with which it was evaluated.",
        "請填有未結警報之平衡的實地盤點日，以及當時評估之設定。");

    /// <summary>Closed before.</summary>
    public static readonly RefusalCode ClosedAlready = Code("alarm-closed",
        "The alarms of that balance are closed already.", "該期平衡之警報已結案。",
        "Open them again first, by the entry that is named.", "請先依所示分錄重啟。");

    /// <summary>No closing.</summary>
    public static readonly RefusalCode ClosingUnknown = Code("alarm-closing-unknown",
        "That entry closed no alarm of the MBA, or it was opened again already.", "該分錄未結案此物料平衡區之警報，或已重啟。",
        "Give the entry of a closing that is in force; the evaluation shows it.", "請填有效結案之分錄編號；評估結果有列示。");

    private static RefusalCode Code(string code, string en, string zh, string remedyEn, string remedyZh) =>
        new("materials." + code, new Bilingual(en, zh), new Bilingual(remedyEn, remedyZh));
}
