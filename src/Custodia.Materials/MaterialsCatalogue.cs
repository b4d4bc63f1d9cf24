using Custodia.Books;
using Custodia.Books.Access;
using Custodia.Books.Approvals;
using Custodia.Materials.Commands;
using Custodia.Materials.Evaluation;
using Custodia.Materials.Ledger;
using Custodia.Materials.Measurement;
using Custodia.Materials.Queries;
using Custodia.Materials.Reports;
using Custodia.Materials.Rules;
using Custodia.Materials.Structure;

namespace Custodia.Materials;

/// <summary>The commands and queries of the materials book: what every face offers.</summary>
public static class MaterialsCatalogue
{
    private const string Structure = "materials.structure";
    private const string Account = "materials.account";
    private const string Correct = "materials.correct";
    private const string Report = "materials.report";
    private const string Reports = "materials.reports";
    private const string Approve = "materials.approve";
    private const string Alarms = "materials.alarms";
    private const string AlarmsApprove = "materials.alarms.approve";

    /// <summary>The catalogue.</summary>
    public static Catalogue Instance { get; } = new Catalogue()
        .Command<MaterialsBook, NameState>("name-state", Structure,
            new("Name the State whose book this is.", "設定本帳冊之國家。"), StructureDecisions.Decide, Target.State)
        .Command<MaterialsBook, AdoptCodeTables>("adopt-tables", Structure,
            new("Adopt an authority's code tables.", "採用主管機關之代碼表。"), StructureDecisions.Decide, Target.State)
        .Command<MaterialsBook, Facility>("register-facility", Structure,
            new("Register a facility.", "登記設施。"), StructureDecisions.Decide, MaterialsTargets.Of)
        .Command<MaterialsBook, FacilityLicence>("record-licence", Structure,
            new("Record a licence of a facility, or how it stands from now on.", "登載設施執照，或更新其效期。"), StructureDecisions.Decide, MaterialsTargets.Of)
        .Command<MaterialsBook, MaterialBalanceArea>("register-mba", Structure,
            new("Register a material balance area.", "登記物料平衡區。"), StructureDecisions.Decide, MaterialsTargets.Of)
        .Command<MaterialsBook, KeyMeasurementPoint>("register-kmp", Structure,
            new("Register a key measurement point.", "登記關鍵量測點。"), StructureDecisions.Decide, MaterialsTargets.Of)
        .Command<MaterialsBook, ImportStructure>("import-structure", Structure,
            new("Register facilities, MBAs and KMPs together.", "一併登記設施、物料平衡區與關鍵量測點。"), StructureDecisions.Decide, MaterialsTargets.Of)
        .Command<MaterialsBook, EndStructure>("end-structure", Structure,
            new("End the time in force of an MBA or KMP.", "終止物料平衡區或關鍵量測點之效力。"), StructureDecisions.Decide, MaterialsTargets.Of)
        .Command<MaterialsBook, OpenBook>("open-book", Account,
            new("Open the book of an MBA with its initial inventory.", "以初始存量開立物料平衡區帳冊。"), InventoryDecisions.Decide, MaterialsTargets.Of)
        .Command<MaterialsBook, InventoryChange>("record-change", Account,
            new("Record one inventory change.", "登載一筆存量變動。"), ChangeDecisions.Decide, MaterialsTargets.Of,
            new TwoPersons<MaterialsBook, InventoryChange>(Approve, TwoPersonCases.Applies))
        .Command<MaterialsBook, RecordChanges>("record-changes", Account,
            new("Record inventory changes together, all or nothing.", "一併登載存量變動，全有或全無。"), ChangeDecisions.Decide, MaterialsTargets.Of,
            new TwoPersons<MaterialsBook, RecordChanges>(Approve, TwoPersonCases.Applies))
        .Command<MaterialsBook, RecordLateChanges>("record-late-changes", Correct,
            new("Record changes of a closed period, with the reason.", "登載已結算期間之逾期變動並敘明理由。"), ChangeDecisions.Decide, MaterialsTargets.Of,
            new TwoPersons<MaterialsBook, RecordLateChanges>(Approve, TwoPersonCases.Applies))
        .Command<MaterialsBook, CorrectChanges>("correct-changes", Correct,
            new("Correct or delete recorded changes, with the reason.", "更正或刪除已登載之變動並敘明理由。"), ChangeDecisions.Decide, MaterialsTargets.Of,
            new TwoPersons<MaterialsBook, CorrectChanges>(Approve, TwoPersonCases.Applies))
        .Command<MaterialsBook, TakeInventory>("take-inventory", Account,
            new("Record a physical inventory.", "登載實地盤點。"), InventoryDecisions.Decide, MaterialsTargets.Of)
        .Command<MaterialsBook, CorrectInventory>("correct-inventory", Correct,
            new("Correct a line of a closed physical inventory.", "更正已結算實地盤點之一列。"), InventoryDecisions.Decide, MaterialsTargets.Of,
            new TwoPersons<MaterialsBook, CorrectInventory>(Approve, TwoPersonCases.Applies))
        .Command<MaterialsBook, CloseBalance>("close-balance", Account,
            new("Close a material balance period.", "結算物料平衡期間。"), InventoryDecisions.Decide, MaterialsTargets.Of)
        .Command<MaterialsBook, PrepareReport>("prepare-report", Report,
            new("Prepare a report to the IAEA.", "編製向國際原子能總署之報告。"), ReportDecisions.Decide, MaterialsTargets.Of)
        .Command<MaterialsBook, DispatchReport>("dispatch-report", Report,
            new("Record that a report was sent; two persons.", "登載報告已發送（雙人核可）。"), ReportDecisions.Decide,
            MaterialsTargets.Of, TwoPersons<MaterialsBook, DispatchReport>.Always(Approve))
        .Command<MaterialsBook, MeasurementMethod>("register-measurement-method", Account,
            new("Register a measurement method with its errors.", "登記量測方法及其誤差。"), MethodDecisions.Decide, MaterialsTargets.Of)
        .Command<MaterialsBook, RecalibrateMethod>("recalibrate-measurement-method", Account,
            new("Record a new calibration of a measurement method.", "登載量測方法之重新校正。"), MethodDecisions.Decide, MaterialsTargets.Of)
        .Command<MaterialsBook, WithdrawMethod>("withdraw-measurement-method", Account,
            new("Withdraw a measurement method.", "停用量測方法。"), MethodDecisions.Decide, MaterialsTargets.Of)
        .Command<MaterialsBook, CloseAlarm>("close-alarm", Alarms,
            new("Close the alarms of a balance after their investigation; two persons.", "調查後將某期平衡之警報結案（雙人核可）。"), AlarmDecisions.Decide,
            MaterialsTargets.Of, TwoPersons<MaterialsBook, CloseAlarm>.Always(AlarmsApprove))
        .Command<MaterialsBook, ReopenAlarm>("reopen-alarm", Alarms,
            new("Open closed alarms of a balance again.", "重啟某期平衡已結案之警報。"), AlarmDecisions.Decide, MaterialsTargets.Of)
        .Query<MaterialsBook, ReportQuery, ReportView>("report", Reports,
            new("A prepared report, as data and as the text that is sent.", "已編製之報告：資料與發送文字。"), ReportQueries.Ask, MaterialsTargets.Of)
        .Query<MaterialsBook, ReportTextQuery, ReportReading>("report-check", Reports,
            new("Read the text of a report and say what stands against it.", "讀取報告文字並列出問題。"), ReportQueries.Ask, Target.None)
        .AddQueries();
}
