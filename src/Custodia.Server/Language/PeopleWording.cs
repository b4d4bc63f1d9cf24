using System.Collections.Frozen;
using Custodia.Books;
using Custodia.Books.Approvals;
using Custodia.People.Access;
using Custodia.People.Facts;

namespace Custodia.Server.Language;

/// <summary>Names of what concerns people and access, in the reader's language.</summary>
public static class PeopleWording
{
    private static readonly FrozenDictionary<string, Bilingual> Permissions = new Dictionary<string, Bilingual>
    {
        ["materials.summary"] = new("See balances in short, and what is due", "檢視平衡摘要與應辦事項"),
        ["materials.read"] = new("Read nuclear material accounts in full", "閱覽核物料料帳全文"),
        ["materials.reports"] = new("Read prepared reports", "閱覽已編製之報告"),
        ["materials.account"] = new("Record changes and physical inventories", "登載存量變動與實地盤點"),
        ["materials.correct"] = new("Correct what was recorded", "更正已登載事項"),
        ["materials.report"] = new("Prepare and dispatch reports", "編製與發送報告"),
        ["materials.structure"] = new("Register facilities, areas and codes", "登記設施、物料平衡區與代碼"),
        ["materials.approve"] = new("Approve dispatches, corrections, terminations and exemptions", "核可發送、更正、終止與豁免"),
        ["materials.alarms"] = new("Close the alarms of balances after their investigation", "調查後將平衡警報結案"),
        ["materials.alarms.approve"] = new("Approve that alarms of balances are closed", "核可平衡警報結案"),
        ["commitments.read"] = new("See promises, indicators and instruments", "檢視承諾、指標與文書"),
        ["commitments.record"] = new("Record what the State did with instruments", "登載本國對文書之行為"),
        ["commitments.approve"] = new("Approve what is recorded of instruments", "核可對文書行為之登載"),
        ["missions.findings"] = new("Read what peer reviews found", "閱覽同儕審查發現之內容"),
        ["missions.record"] = new("Record missions, actions, the support plan and self-assessments", "登載任務、行動、支援計畫與自我評估"),
        ["arms-control.read"] = new("See arms-control declarations and treaty counts", "檢視裁軍宣告與條約數量"),
        ["arms-control.record"] = new("Record arms-control declarations and notifications", "登載裁軍宣告與通知"),
        ["arms-control.approve"] = new("Approve what the State declares", "核可本國之宣告"),
        ["journal.read"] = new("Read the journal", "閱覽日誌"),
        ["journal.witnesses"] = new("Register witnesses", "登記見證者"),
        ["journal.cosign"] = new("Record cosignatures", "登載副署"),
        ["journal.keys"] = new("Rotate keys, and propose to destroy them", "更換金鑰並提議銷毀金鑰"),
        ["journal.approve"] = new("Approve that keys are destroyed", "核可銷毀金鑰"),
        ["people.read"] = new("See who holds which rights", "檢視人員之權限"),
        ["people.manage"] = new("Register people, appoint them, and open their sign-in", "登記與派任人員並開立登入"),
        ["people.clear"] = new("Clear people for sealed content", "授予封存內容之知悉權限"),
        ["people.approve"] = new("Approve roles, and appointments that carry approval rights", "核可角色與具核可權之派任"),
        ["people.break-glass"] = new("Take emergency access, which is reviewed", "緊急存取（事後覆核）"),
        ["people.review"] = new("Review emergency access", "覆核緊急存取"),
        ["access.read"] = new("Read the access log", "閱覽存取紀錄"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Bilingual> PlaceKinds = new Dictionary<string, Bilingual>
    {
        ["organisation"] = new("Organisation", "機構"),
        ["facility"] = new("Facility", "設施"),
        ["mba"] = new("Material balance area", "物料平衡區"),
        ["compartment"] = new("Compartment", "區隔"),
        ["licence"] = new("Licence", "執照"),
        ["site"] = new("Site", "場址"),
        ["port"] = new("Port", "港口"),
        ["laboratory"] = new("Laboratory", "實驗室"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Bilingual> Facts = new Dictionary<string, Bilingual>
    {
        ["organisation-registered"] = new("Organisation registered", "機構登記"),
        ["role-adopted"] = new("Role adopted", "角色採用"),
        ["holder-registered"] = new("Person or device registered", "人員或裝置登記"),
        ["post-set"] = new("Post set", "職位設定"),
        ["licence-recorded"] = new("Licence recorded", "設施執照登載"),
        ["production-recorded"] = new("Isotope production recorded", "同位素生產登載"),
        ["plutonium-planned"] = new("Use of plutonium planned", "鈽使用計畫"),
        ["experts-lent"] = new("Experts lent", "專家借調"),
        ["holder-left"] = new("Somebody left", "人員離任"),
        ["appointed"] = new("Appointment", "派任"),
        ["grant-ended"] = new("Appointment or clearance ended", "派任或知悉授權終止"),
        ["clearance-granted"] = new("Clearance given", "知悉授權"),
        ["certificate-recorded"] = new("Certificate recorded", "證書登載"),
        ["certificate-withdrawn"] = new("Certificate withdrawn", "證書撤銷"),
        ["glass-broken"] = new("Emergency access taken", "緊急存取"),
        ["glass-reviewed"] = new("Emergency access reviewed", "緊急存取覆核"),
        ["command-proposed"] = new("Proposal", "提案"),
        ["proposal-continued"] = new("Proposal, continued", "提案（續）"),
        ["proposal-approved"] = new("Proposal approved", "提案核可"),
        ["proposal-rejected"] = new("Proposal rejected", "提案駁回"),
        ["proposal-withdrawn"] = new("Proposal withdrawn", "提案撤回"),
        ["content-seen"] = new("Sealed content seen", "封存內容經閱覽"),
        ["access-denied"] = new("Access refused", "存取遭拒"),
        ["door-used"] = new("Sign-in event", "登入事件"),
        ["key-rotated"] = new("Key rotated", "金鑰更換"),
        ["keys-destroyed"] = new("Keys destroyed", "金鑰銷毀"),
        ["report-dispatched"] = new("Report dispatched", "報告發送"),
        ["method-registered"] = new("Measurement method registered", "量測方法登記"),
        ["method-recalibrated"] = new("Measurement method calibrated", "量測方法校正"),
        ["method-withdrawn"] = new("Measurement method withdrawn", "量測方法停用"),
        ["balance-alarm-closed"] = new("Alarm of a balance closed", "平衡警報結案"),
        ["balance-alarm-reopened"] = new("Alarm of a balance opened again", "平衡警報重啟"),
        ["act-recorded"] = new("Act of the State recorded", "登載本國行為"),
        ["act-taken-back"] = new("Act taken back", "撤回行為登載"),
        ["profile-set"] = new("Profile of the State set", "設定國家屬性"),
        ["law-enacted"] = new("Act or regulation recorded", "法規登載"),
        ["law-repealed"] = new("Act or regulation ended", "法規廢止"),
        ["law-reviewed"] = new("Act or regulation reviewed", "法規檢討"),
        ["clause-added"] = new("Clause recorded", "條文登載"),
        ["clause-amended"] = new("Clause amended", "條文修正"),
        ["clause-ended"] = new("Clause ended", "條文刪除"),
        ["duty-mapped"] = new("Duty mapped to a clause", "義務對應條文"),
        ["duty-unmapped"] = new("Mapping ended", "對應解除"),
        ["measure-recorded"] = new("Equivalent measure recorded", "等效措施登載"),
        ["measure-ended"] = new("Equivalent measure ended", "等效措施終止"),
        ["independence-recorded"] = new("Regulator's independence recorded", "管制獨立性登載"),
        ["law-taken-back"] = new("Entry on law taken back", "法規登載撤回"),
        ["campaign-announced"] = new("Campaign announced", "宣布去除專案"),
        ["contribution-recorded"] = new("Contribution recorded", "登載捐助"),
        ["contact-named"] = new("Point of contact named", "指定聯絡點"),
        ["forum-recorded"] = new("Forum recorded", "登載論壇"),
        ["assistance-recorded"] = new("Assistance recorded", "登載援助"),
        ["activity-recorded"] = new("Cooperation recorded", "登載合作活動"),
        ["measure-announced"] = new("Voluntary measure announced", "宣布自願措施"),
        ["framework-published"] = new("Framework published", "公開法規組織"),
        ["cooperation-step"] = new("Progress recorded", "登載進展"),
        ["cooperation-taken-back"] = new("Record taken back", "撤回登載"),
        ["matrix-filled"] = new("1540 matrix filled", "填寫 1540 矩陣"),
        ["matrix-sent"] = new("1540 report sent", "提出 1540 報告"),
        ["mission-requested"] = new("Mission requested", "申請任務"),
        ["mission-agreed"] = new("Mission agreed", "議定任務"),
        ["mission-held"] = new("Mission held", "執行任務"),
        ["mission-report-received"] = new("Report of a mission received", "收到任務報告"),
        ["mission-report-published"] = new("Report of a mission made public", "公開任務報告"),
        ["mission-cancelled"] = new("Mission called off", "取消任務"),
        ["finding-recorded"] = new("Finding recorded", "登載審查發現"),
        ["finding-worded"] = new("Words of a finding", "審查發現之內容"),
        ["action-opened"] = new("Action opened", "開立行動"),
        ["action-changed"] = new("Action changed", "變更行動"),
        ["action-reported"] = new("Action reported done", "回報行動完成"),
        ["action-sent-back"] = new("Action sent back", "退回行動"),
        ["action-closed"] = new("Action verified and closed", "行動查證結案"),
        ["action-withdrawn"] = new("Action withdrawn", "撤銷行動"),
        ["action-worded"] = new("Words on an action", "行動說明"),
        ["plan-adopted"] = new("Support plan agreed", "議定支援計畫"),
        ["plan-reviewed"] = new("Support plan reviewed", "檢討支援計畫"),
        ["assessment-opened"] = new("Self-assessment opened", "開始自我評估"),
        ["question-answered"] = new("Question answered", "答覆題目"),
        ["assessment-completed"] = new("Self-assessment completed", "完成自我評估"),
        ["guidance-assessed"] = new("Guidance assessed", "導則差距評估"),
        ["obligation-undertaken"] = new("Obligation to declare taken on", "承擔申報義務"),
        ["undertaking-ended"] = new("Obligation to declare ended", "終止申報義務"),
        ["declaration-sent"] = new("Declaration sent", "提出宣告"),
        ["declaration-corrected"] = new("Declaration corrected", "更正宣告"),
        ["declaration-acknowledged"] = new("Declaration acknowledged", "宣告獲確認"),
        ["arms-statement-recorded"] = new("Statement of a State", "各國聲明"),
        ["arms-statement-withdrawn"] = new("Statement withdrawn", "聲明撤回"),
        ["arms-notification-recorded"] = new("Notification of a treaty party", "締約方通知"),
        ["arms-notification-taken-back"] = new("Notification taken back", "撤回通知登載"),
        ["exchange-recorded"] = new("Treaty totals declared", "申報條約總數"),
        ["objection-recorded"] = new("Objection to a total", "對總數之異議"),
        ["treaty-inspection-recorded"] = new("Treaty inspection", "條約視察"),
        ["attestation-recorded"] = new("Signed statement recorded", "登載簽署陳述"),
        ["assertion-recorded"] = new("Said without a signature", "登載說明"),
        ["statement-withdrawn"] = new("Statement withdrawn", "撤回陳述"),
        ["threshold-set"] = new("Threshold set", "設定門檻"),
        ["applicability-set"] = new("Applicability set", "設定適用性"),
        ["target-set"] = new("Target set", "設定目標"),
        ["document-kept"] = new("Document kept", "保存文件"),
        ["paragraph-kept"] = new("Paragraph kept", "保存段落"),
        ["commitment-added"] = new("Promise added", "新增承諾"),
        ["commitment-ended"] = new("Promise ended", "終止承諾"),
        ["report-published"] = new("Report published", "報告發布"),
        ["publication-withdrawn"] = new("Publication withdrawn", "撤回發布登載"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Bilingual> Books = new Dictionary<string, Bilingual>
    {
        ["people"] = new("People", "人員"),
        ["law"] = new("National law", "國內法規"),
        ["cooperation"] = new("Cooperation", "合作"),
        ["missions"] = new("Missions and actions", "任務與行動"),
        ["arms-control"] = new("Arms control", "裁軍"),
        ["approvals"] = new("Approvals", "核可"),
        ["access"] = new("Access log", "存取紀錄"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Bilingual> Courses = new Dictionary<string, Bilingual>
    {
        ["inspection"] = new("Inspection", "檢查"),
        ["portal-monitors"] = new("Portal monitors", "門式偵檢"),
        ["gamma-spectrometry"] = new("Gamma spectrometry", "加馬能譜分析"),
        ["laboratory-practice"] = new("Laboratory practice", "實驗室實務"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<DoorEvent, Bilingual> Doors = new Dictionary<DoorEvent, Bilingual>
    {
        [DoorEvent.SignedIn] = new("Signed in", "登入"),
        [DoorEvent.SignedOut] = new("Signed out", "登出"),
        [DoorEvent.SignInFailed] = new("Sign-in failed", "登入失敗"),
        [DoorEvent.LockedOut] = new("Locked for a time", "暫時鎖定"),
        [DoorEvent.SessionRevoked] = new("Session ended by somebody", "工作階段遭終止"),
        [DoorEvent.PasswordChanged] = new("Password changed", "密碼變更"),
        [DoorEvent.SecondFactorChanged] = new("Second factor changed", "第二因子變更"),
        [DoorEvent.PasskeysChanged] = new("Passkeys changed", "通行金鑰變更"),
        [DoorEvent.TokenMade] = new("Token made", "權杖開立"),
        [DoorEvent.TokenRevoked] = new("Token revoked", "權杖撤銷"),
        [DoorEvent.CertificateChanged] = new("Client certificate changed", "裝置憑證變更"),
        [DoorEvent.EnrolmentMade] = new("Enrolment code made", "啟用碼開立"),
        [DoorEvent.Enrolled] = new("Enrolled", "完成啟用"),
    }.ToFrozenDictionary();

    /// <summary>What a permission lets one do; its name where it has no words.</summary>
    public static string Permission(string name) => Permissions.TryGetValue(name, out var words) ? Wording.Of(words) : name;

    /// <summary>Whether a permission has words.</summary>
    public static bool HasWords(string permission) => Permissions.ContainsKey(permission);

    /// <summary>A place: its kind in words, and its code.</summary>
    public static string Place(string place)
    {
        if (place == Custodia.Books.Access.Places.State)
            return Wording.Name("The whole State", "全國");
        return place.Split(':', 2) is [var kind, var code] && PlaceKinds.TryGetValue(kind, out var words)
            ? $"{Wording.Of(words)} {code}"
            : place;
    }

    /// <summary>A course by name; its id where it is one of the State's own.</summary>
    public static string Course(string id) => Courses.TryGetValue(id, out var words) ? Wording.Of(words) : id;

    /// <summary>A book, by its name in the journal.</summary>
    public static string Book(string name) => Books.TryGetValue(name, out var words) ? Wording.Of(words) : name;

    /// <summary>A kind of fact, as the journal names it.</summary>
    public static string Fact(string kind) => Facts.TryGetValue(kind, out var words) ? Wording.Of(words) : kind;

    /// <summary>What an organisation is to the regime.</summary>
    public static string Kind(OrganisationKind kind) => kind switch
    {
        OrganisationKind.Authority => Wording.Name("Competent authority", "主管機關"),
        OrganisationKind.Operator => Wording.Name("Operator", "營運者"),
        OrganisationKind.Licensee => Wording.Name("Licensee", "執照持有人"),
        OrganisationKind.Customs => Wording.Name("Customs", "海關"),
        OrganisationKind.Police => Wording.Name("Police", "警察"),
        OrganisationKind.Laboratory => Wording.Name("Laboratory", "實驗室"),
        OrganisationKind.Inspectorate => Wording.Name("Inspectorate", "檢查機構"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>Person or device.</summary>
    public static string Kind(HolderKind kind) =>
        kind == HolderKind.Device ? Wording.Name("Device", "裝置") : Wording.Name("Person", "人員");

    /// <summary>A sort of event in the access log.</summary>
    public static string Kind(AccessKind kind) => kind switch
    {
        AccessKind.Seen => Wording.Name("Content seen", "閱覽內容"),
        AccessKind.Denied => Wording.Name("Refused", "遭拒"),
        AccessKind.Door => Wording.Name("Sign-in", "登入"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>What happened at the door, by the name of the event.</summary>
    public static string Door(string name) =>
        Enum.TryParse<DoorEvent>(name, out var happened) && Doors.TryGetValue(happened, out var words) ? Wording.Of(words) : name;

    /// <summary>How a proposal stands.</summary>
    public static string State(ProposalState state) => state switch
    {
        ProposalState.Open => Wording.Name("Open", "待核"),
        ProposalState.Approved => Wording.Name("Approved", "已核可"),
        ProposalState.Rejected => Wording.Name("Rejected", "已駁回"),
        ProposalState.Withdrawn => Wording.Name("Withdrawn", "已撤回"),
        ProposalState.Expired => Wording.Name("Expired", "已逾期"),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
