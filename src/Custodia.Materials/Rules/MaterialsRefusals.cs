using Custodia.Books;

namespace Custodia.Materials.Rules;

/// <summary>Why the materials book does not take something. The numbers in the comments are the checks of State evaluators.</summary>
public static class MaterialsRefusals
{
    // Structure
    /// <summary>The State was named already.</summary>
    public static readonly RefusalCode StateNamedAlready = Code("state-named-already",
        "The State of this book was named already.", "本帳冊之國家已設定。",
        "Start another data folder for another State.", "若為另一國家，請另建資料夾。");

    /// <summary>A code is malformed.</summary>
    public static readonly RefusalCode CodeMalformed = Code("code-malformed",
        "The code does not have the form that reports allow.", "代碼格式不符報告規定。",
        "Use capital letters and digits of the stated length.", "請使用規定長度之大寫字母與數字。");

    /// <summary>A code is taken.</summary>
    public static readonly RefusalCode CodeTaken = Code("code-taken",
        "The code is in use already.", "代碼已被使用。", "Choose another code.", "請改用其他代碼。");

    /// <summary>No such facility.</summary>
    public static readonly RefusalCode FacilityUnknown = Code("facility-unknown",
        "There is no facility of that code.", "查無此設施代碼。", "Register the facility first.", "請先登記設施。");

    /// <summary>No such MBA.</summary>
    public static readonly RefusalCode MbaUnknown = Code("mba-unknown",
        "There is no material balance area of that code.", "查無此物料平衡區代碼。",
        "Register the MBA first, or correct the code.", "請先登記物料平衡區，或更正代碼。");

    /// <summary>The MBA is not in force on that day.</summary>
    public static readonly RefusalCode MbaNotInForce = Code("mba-not-in-force",
        "The material balance area is not in force on that day.", "該日物料平衡區未生效。",
        "Correct the date, or the MBA's time in force.", "請更正日期或物料平衡區之生效期間。");

    /// <summary>No such KMP, in force, of that kind.</summary>
    public static readonly RefusalCode KmpUnknown = Code("kmp-unknown",
        "The MBA has no such key measurement point of that kind in force on that day.", "該日物料平衡區無此類別之關鍵量測點。",
        "Use a flow KMP for a change and an inventory KMP for a listing.", "變動請用流動量測點，清單請用盤存量測點。");

    /// <summary>The KMP does not allow the change code (rule 3).</summary>
    public static readonly RefusalCode CodeNotAtKmp = Code("code-not-at-kmp",
        "That change code does not occur at this key measurement point.", "此關鍵量測點不適用該變動代碼。",
        "Use the KMP that the facility attachment names for it.", "請使用設施附錄所定之量測點。");

    /// <summary>The KMP does not allow the material description (rule 24).</summary>
    public static readonly RefusalCode DescriptionNotAtKmp = Code("description-not-at-kmp",
        "That material description does not occur at this key measurement point.", "此關鍵量測點不適用該物料描述。",
        "Correct the description or the KMP.", "請更正物料描述或量測點。");

    /// <summary>A percentage is out of range.</summary>
    public static readonly RefusalCode EnrichmentLimitRange = Code("enrichment-limit-range",
        "The enrichment limit is not a percentage from 0 to 100.", "濃縮度上限須為 0 至 100 之百分比。",
        "State the limit of the licence in percent.", "請填寫執照所定之百分比上限。");

    /// <summary>A name is missing.</summary>
    public static readonly RefusalCode NameMissing = Code("name-missing",
        "A name is missing, too long, or has control characters.", "缺少名稱、名稱過長或含控制字元。",
        "Give the name in both languages, at most 120 characters.", "請填寫中英文名稱，最多 120 字元。");

    /// <summary>Something ends before it begins, or before what was recorded in it.</summary>
    public static readonly RefusalCode EndTooEarly = Code("end-too-early",
        "The last day lies before the first day, or material is still held after it.", "終止日早於生效日，或其後仍持有物料。",
        "Choose a later day, or move the material out first.", "請選擇較晚日期，或先移出物料。");

    /// <summary>A licence without number, or that ends before it begins.</summary>
    public static readonly RefusalCode LicenceMalformed = Code("licence-malformed",
        "The licence has no number, or its last day lies before its first.", "執照字號缺漏，或末日早於起日。",
        "Give the number and the days of the licence.", "請填寫執照字號與起迄日。");

    // Tables
    /// <summary>No code tables in force on the day.</summary>
    public static readonly RefusalCode TablesMissing = Code("tables-missing",
        "No code tables are in force on that day.", "該日無有效之代碼表。",
        "Adopt code tables that are effective by then.", "請先採用於該日生效之代碼表。");

    /// <summary>Tables are not consistent.</summary>
    public static readonly RefusalCode TablesMalformed = Code("tables-malformed",
        "The code tables are not consistent.", "代碼表內容不一致。",
        "Correct the tables' file.", "請更正代碼表檔案。");

    /// <summary>The change code is not in the tables (rule 3).</summary>
    public static readonly RefusalCode ChangeCodeUnknown = Code("change-code-unknown",
        "The tables in force on that day have no such inventory change code.", "該日有效代碼表無此存量變動代碼。",
        "Use a code of the tables.", "請使用代碼表所列代碼。");

    /// <summary>The material description is not in the tables.</summary>
    public static readonly RefusalCode DescriptionUnknown = Code("description-unknown",
        "The tables in force on that day have no such material description.", "該日有效代碼表無此物料描述代碼。",
        "Form (2), container (1) and state (1): correct the four characters.", "形態（2）、容器（1）、狀態（1）：請更正四個字元。");

    /// <summary>The measurement basis is not in the tables.</summary>
    public static readonly RefusalCode BasisUnknown = Code("basis-unknown",
        "The tables in force on that day have no such measurement basis.", "該日有效代碼表無此量測依據。",
        "Use one of the tables' codes.", "請使用代碼表所列代碼。");

    /// <summary>T or L without, M or N with, an earlier report of the batch (rule 20).</summary>
    public static readonly RefusalCode BasisContradicts = Code("basis-contradicts",
        "The measurement basis contradicts what this MBA reported of the batch before.", "量測依據與本區先前對該批次之報告矛盾。",
        "T or L only for a batch reported before, N only for one that was not; M again only with a new measurement.",
        "T、L 僅用於已報告之批次；N 僅用於未報告者；再次使用 M 須有新量測。");

    // Lines
    /// <summary>The date lies ahead.</summary>
    public static readonly RefusalCode DateInFuture = Code("date-in-future",
        "The date lies in the future.", "日期在未來。", "Correct the date.", "請更正日期。");

    /// <summary>The date lies before the initial inventory.</summary>
    public static readonly RefusalCode DateBeforeOpening = Code("date-before-opening",
        "The date is not after the initial inventory of the MBA.", "日期不晚於物料平衡區之初始存量日。",
        "Correct the date; what was held on that day belongs to the initial inventory.", "請更正日期；該日持有者屬初始存量。");

    /// <summary>The date lies in a closed period.</summary>
    public static readonly RefusalCode PeriodClosed = Code("period-closed",
        "The date lies in a material balance period that is closed.", "日期落在已結算之物料平衡期間。",
        "Record it as a late change with its reason, or correct the date.", "請以逾期變動並敘明理由登載，或更正日期。");

    /// <summary>A late change without a closed period.</summary>
    public static readonly RefusalCode PeriodOpen = Code("period-open",
        "The date lies in an open period: the change is not late.", "日期仍在未結算期間，並非逾期變動。",
        "Record it as an ordinary inventory change.", "請以一般存量變動登載。");

    /// <summary>A reason is missing.</summary>
    public static readonly RefusalCode ReasonMissing = Code("reason-missing",
        "A reason is missing, too long, or has control characters.", "缺少理由、理由過長或含控制字元。",
        "Say why, in at most 500 characters.", "請以 500 字以內說明理由。");

    /// <summary>The batch name is malformed.</summary>
    public static readonly RefusalCode BatchNameMalformed = Code("batch-name-malformed",
        "The batch name is empty, too long, or has characters that reports do not allow.", "批次名稱空白、過長或含報告不允許之字元。",
        "At most 20 of A–Z, 0–9, - . / and space.", "最多 20 個字元：A–Z、0–9、- . / 與空格。");

    /// <summary>The batch is not in the book (rule 5).</summary>
    public static readonly RefusalCode BatchUnknown = Code("batch-unknown",
        "The MBA has no such batch.", "物料平衡區無此批次。",
        "Record where it came from first, or correct the name.", "請先登載其來源，或更正名稱。");

    /// <summary>The batch name was used before in this MBA.</summary>
    public static readonly RefusalCode BatchNameUsed = Code("batch-name-used",
        "The batch name was used in this MBA before.", "該批次名稱在本區已使用過。",
        "Give the batch a new name; keep the shipper's name beside it.", "請另取新名稱，並保留發貨方名稱。");

    /// <summary>There is not that much of it (rule 5).</summary>
    public static readonly RefusalCode BatchShort = Code("batch-short",
        "There would be less than nothing of the batch.", "該批次將出現負值。",
        "Correct the weight or the date, or record what was added first.", "請更正重量或日期，或先登載增加之物料。");

    /// <summary>There are not that many items (rule 6).</summary>
    public static readonly RefusalCode ItemsShort = Code("items-short",
        "There would be less than no items of the batch.", "該批次件數將出現負值。",
        "Correct the number of items.", "請更正件數。");

    /// <summary>The number of items is below one (rule 6).</summary>
    public static readonly RefusalCode ItemsMissing = Code("items-missing",
        "The number of items is not at least 1.", "件數須至少為 1。",
        "Count the items; where the number means nothing, state 1.", "請填件數；無意義時填 1。");

    /// <summary>No weights, or one twice, or all zero.</summary>
    public static readonly RefusalCode WeightsMissing = Code("weights-missing",
        "The line has no weight, or two of the same material.", "該列無重量，或同一物料重複。",
        "State one weight for each material.", "請為每種物料填寫一個重量。");

    /// <summary>A negative weight (rule 4).</summary>
    public static readonly RefusalCode WeightNegative = Code("weight-negative",
        "A weight is negative.", "重量為負值。",
        "State it positive: the change code carries the sign.", "請填正值；正負由變動代碼決定。");

    /// <summary>More isotope than element (rule 4).</summary>
    public static readonly RefusalCode IsotopeExceedsElement = Code("isotope-exceeds-element",
        "The isotope weighs more than its element.", "同位素重量大於元素重量。",
        "Correct the weights; check the units.", "請更正重量並檢查單位。");

    /// <summary>Not enriched, or beyond the limit (rule 4).</summary>
    public static readonly RefusalCode EnrichmentOutside = Code("enrichment-outside",
        "The enrichment is not above natural (0.711 %) and within the limit of the MBA.", "濃縮度未高於天然值（0.711 %）或超出本區上限。",
        "Correct the weights or the category; a higher limit needs a new registration.", "請更正重量或類別；提高上限須重新登記。");

    /// <summary>Category change that does not conserve the element (rule 7).</summary>
    public static readonly RefusalCode CategoryChangeUnbalanced = Code("category-change-unbalanced",
        "A category change states two weights, the old category and the new, of the same element weight.", "類別變更須有新舊兩類別，且元素重量相同。",
        "State both categories with equal element weight.", "請填寫元素重量相等之新舊兩類別。");

    /// <summary>Rebatching that does not net to zero (rule 7).</summary>
    public static readonly RefusalCode RebatchingUnbalanced = Code("rebatching-unbalanced",
        "The rebatching lines of one operation and day do not net to zero.", "同一作業同日之併批列未歸零。",
        "Bring all lines of the operation together, with equal weights out (RM) and in (RP).", "請一次提交該作業全部列，轉出（RM）與轉入（RP）須相等。");

    /// <summary>A field that the code needs is missing.</summary>
    public static readonly RefusalCode FieldMissing = Code("field-missing",
        "A field that this change code needs is missing.", "缺少該變動代碼所需欄位。",
        "Fill in the field.", "請填寫該欄位。");

    /// <summary>The prior agreement is missing (rule 18).</summary>
    public static readonly RefusalCode ConsentMissing = Code("consent-missing",
        "This change needs a prior agreement.", "此變動須有事前同意。",
        "State the reference of the agreement.", "請填寫同意文號。");

    /// <summary>The special report is missing (rule 19).</summary>
    public static readonly RefusalCode SpecialReportMissing = Code("special-report-missing",
        "This change needs a special report.", "此變動須有特別報告。",
        "Make the special report and state its reference.", "請提出特別報告並填寫文號。");

    /// <summary>The partner is not what the code needs.</summary>
    public static readonly RefusalCode PartnerWrong = Code("partner-wrong",
        "The other party is not of the kind that this change code needs.", "對方之類別不符該變動代碼。",
        "Domestic: an MBA of this State. Foreign: a State's two-letter code or a foreign MBA.", "國內：本國物料平衡區；國外：兩字母國碼或外國物料平衡區。");

    /// <summary>A difference without a receipt (rule 16).</summary>
    public static readonly RefusalCode DifferenceWithoutReceipt = Code("difference-without-receipt",
        "A shipper/receiver difference belongs to the receiver, after the receipt of that batch.", "發收差異僅由收貨方於收到該批次後登載。",
        "Record the receipt first, on the same batch.", "請先登載同一批次之收貨。");

    /// <summary>Production without loss (rule 17).</summary>
    public static readonly RefusalCode ProductionWithoutLoss = Code("production-without-loss",
        "Nuclear production is stated without nuclear loss of the same batch on the same day.", "同批次同日有核生成而無核損耗。",
        "Bring the LN and NP lines of the batch together.", "請一併提交該批次之 LN 與 NP。");

    /// <summary>Irradiated fuel that leaves without loss and production (rule 17).</summary>
    public static readonly RefusalCode IrradiatedWithoutProduction = Code("irradiated-without-production",
        "Irradiated fuel leaves the reactor before its nuclear loss and production are recorded.", "照射後燃料於核損耗與核生成登載前離開反應器。",
        "Record LN and NP of the batch first.", "請先登載該批次之 LN 與 NP。");

    /// <summary>Exemption beyond the ceilings of ¶37 (rule 18).</summary>
    public static readonly RefusalCode ExemptionLimit = Code("exemption-limit",
        "The State's exempted quantities would exceed the ceilings of paragraph 37.", "國家豁免量將超出第 37 段上限。",
        "Exempt less, or end another exemption first.", "請減少豁免量，或先終止其他豁免。");

    /// <summary>More taken from retained waste or exempt material than there is (rule 21).</summary>
    public static readonly RefusalCode CounterLedgerShort = Code("counter-ledger-short",
        "The ledger of retained waste, or of exempt material, would fall below zero.", "保留廢棄物或豁免物料帳將為負值。",
        "Correct the weight.", "請更正重量。");

    /// <summary>The operator's reference was used for another line.</summary>
    public static readonly RefusalCode ReferenceUsed = Code("reference-used",
        "The record number was used for a line that says something else.", "該紀錄編號已用於內容不同之列。",
        "Correct the recorded line by a correction, or number this one anew.", "請以更正方式修正原列，或為本列另編號。");

    // Inventories and closing
    /// <summary>The MBA has an initial inventory.</summary>
    public static readonly RefusalCode OpenedAlready = Code("opened-already",
        "The MBA has an initial inventory already.", "物料平衡區已有初始存量。",
        "Correct it by corrections.", "請以更正方式修正。");

    /// <summary>The MBA has no initial inventory.</summary>
    public static readonly RefusalCode NotOpened = Code("not-opened",
        "The MBA has no initial inventory yet.", "物料平衡區尚無初始存量。",
        "Record the initial inventory first; it may be empty.", "請先登載初始存量，可為空。");

    /// <summary>The batch is listed twice at a KMP.</summary>
    public static readonly RefusalCode ListedTwice = Code("listed-twice",
        "The batch is listed twice at the same key measurement point.", "同一量測點重複列出該批次。",
        "Join the lines.", "請合併該等列。");

    /// <summary>A listed batch that the book does not know (rule 12).</summary>
    public static readonly RefusalCode ListedUnknown = Code("listed-unknown",
        "The listing has a batch that the book of the MBA does not know on that day.", "清單列有帳冊於該日所無之批次。",
        "Record where it came from; in a bulk MBA a new measurement (basis M) may name a new batch.", "請登載其來源；散裝區可以新量測（依據 M）列新批次。");

    /// <summary>No physical inventory of the date.</summary>
    public static readonly RefusalCode InventoryMissing = Code("inventory-missing",
        "There is no physical inventory of that date.", "該日無實地盤點清單。",
        "Import the listing first; it may be empty.", "請先匯入清單，可為空。");

    /// <summary>A difference in an item MBA.</summary>
    public static readonly RefusalCode ItemDifference = Code("item-difference",
        "In an item MBA the balance must close exactly: the listing differs from the book.", "按件料帳區須完全相符：清單與帳面不符。",
        "Find the cause and record it; if it can't be found, close with the reference of the special report.", "請查明原因並登載；無法查明時，以特別報告文號結算。");

    /// <summary>Closing would leave a later shipment without material.</summary>
    public static readonly RefusalCode ClosingOverdraws = Code("closing-overdraws",
        "With this physical inventory a batch would fall below zero after the date.", "依此盤點，該批次於盤點日後將為負值。",
        "Correct the listing, or the changes after it.", "請更正清單或其後之變動。");

    // Corrections
    /// <summary>No such line.</summary>
    public static readonly RefusalCode TargetUnknown = Code("target-unknown",
        "The entry to correct is not a line of this MBA that can be corrected.", "欲更正之分錄並非本區可更正之列。",
        "Take the entry number from the ledger.", "請由料帳查得分錄編號。");

    /// <summary>The line was corrected or deleted before (rule 27).</summary>
    public static readonly RefusalCode TargetSuperseded = Code("target-superseded",
        "The line was corrected or deleted before: it counts no longer.", "該列已被更正或刪除，不再有效。",
        "Correct the line that stands in its place.", "請更正取代它的列。");

    /// <summary>A correction that would change nothing.</summary>
    public static readonly RefusalCode CorrectionEmpty = Code("correction-empty",
        "The corrected line says the same as the line it corrects.", "更正內容與原列相同。",
        "Change what was wrong.", "請修改錯誤之處。");

    /// <summary>A correction that moves the line to another MBA.</summary>
    public static readonly RefusalCode CorrectionMovesMba = Code("correction-moves-mba",
        "A correction cannot move a line to another MBA.", "更正不得將列移至其他物料平衡區。",
        "Delete the line and record it in the other MBA.", "請刪除該列並於另一區登載。");

    // Reports
    /// <summary>The report's period does not follow the last one.</summary>
    public static readonly RefusalCode ReportPeriodWrong = Code("report-period-wrong",
        "The report's period does not follow on the last report of that kind.", "報告期間未與前一份同類報告銜接。",
        "Prepare the report for the period that is due.", "請編製應報期間之報告。");

    /// <summary>Nothing to report on.</summary>
    public static readonly RefusalCode ReportNothing = Code("report-nothing",
        "There is nothing to report: no closed balance of that date, or no change to report.", "無可報告事項：該日無已結算之平衡，或無應報變動。",
        "Close the balance first, or choose another period.", "請先結算，或選擇其他期間。");

    /// <summary>The report's date lies before what it reports.</summary>
    public static readonly RefusalCode ReportDateWrong = Code("report-date-wrong",
        "The report's date lies before the end of its period, or in the future.", "報告日期早於期末或在未來。",
        "Correct the date.", "請更正日期。");

    /// <summary>No such report.</summary>
    public static readonly RefusalCode ReportUnknown = Code("report-unknown",
        "There is no such report.", "查無此報告。", "Take the number from the list of reports.", "請由報告清單查得編號。");

    /// <summary>The report was sent before.</summary>
    public static readonly RefusalCode ReportDispatchedAlready = Code("report-dispatched-already",
        "The report was dispatched already.", "該報告已發送。",
        "Correct what it reported; the correction goes into the next report.", "請更正所報告之內容；更正將列入下一份報告。");

    /// <summary>No reference.</summary>
    public static readonly RefusalCode ReferenceMissing = Code("reference-missing",
        "The letter or message by which it was sent is missing, too long, or has control characters.", "未填發送文號，或過長，或含控制字元。",
        "Give the reference of the letter or message.", "請填寫發送文號。");

    /// <summary>No such profile.</summary>
    public static readonly RefusalCode ProfileUnknown = Code("profile-unknown",
        "There is no report profile of that name.", "查無此名稱之報告格式設定。", "Use one of the profiles that are listed.", "請使用所列設定之一。");

    // Input
    /// <summary>Too many rows in one command.</summary>
    public static readonly RefusalCode TooManyRows = Code("too-many-rows",
        "There are too many rows for one command.", "單次列數過多。",
        "Split the file by month.", "請按月分檔。");

    /// <summary>No rows at all.</summary>
    public static readonly RefusalCode NoRows = Code("no-rows",
        "There are no rows.", "沒有任何列。", "Add rows, or leave the file away.", "請新增列，或不提交檔案。");

    private static RefusalCode Code(string code, string en, string zh, string remedyEn, string remedyZh) =>
        new("materials." + code, new Bilingual(en, zh), new Bilingual(remedyEn, remedyZh));
}
