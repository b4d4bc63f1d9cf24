using Custodia.Books;

namespace Custodia.Commitments.Cooperation;

/// <summary>Why the book of cooperation refuses a command, a question or a file.</summary>
public static class CooperationRefusals
{
    /// <summary>A text that is missing, too long or of no letters.</summary>
    public static readonly RefusalCode TextMissing = Code("text-missing",
        "A text is missing, too long, or has control characters.", "缺少文字、過長或含控制字元。",
        "Fill it in, within the length that is stated.", "請填寫並符合所述長度。");

    /// <summary>A day to come.</summary>
    public static readonly RefusalCode DayAhead = Code("day-ahead",
        "That day has not come yet.", "該日尚未到來。", "Record it when it was done.", "請於完成後登載。");

    /// <summary>A day before what it follows.</summary>
    public static readonly RefusalCode DayBefore = Code("day-before",
        "That day is before the day of what it belongs to.", "該日早於所屬事項之日期。", "Give a day on or after it.", "請填寫同日或其後之日期。");

    /// <summary>An id that cannot stand in an address.</summary>
    public static readonly RefusalCode IdMalformed = Code("id-malformed",
        "The id does not have its form.", "識別碼格式不符。", "Use 2 to 40 small letters, digits and hyphens.", "請使用 2 至 40 個小寫字母、數字與連字號。");

    /// <summary>An id that another campaign has.</summary>
    public static readonly RefusalCode IdTaken = Code("id-taken",
        "A campaign of that id was announced already.", "已有相同識別碼之專案。", "Choose another id.", "請改用其他識別碼。");

    /// <summary>A list that is empty or too long.</summary>
    public static readonly RefusalCode ListLength = Code("list-length",
        "The list has no elements, or too many.", "清單為空或項目過多。", "Give as many as is stated.", "請符合所述數目。");

    /// <summary>A place or batch that the book of materials does not have.</summary>
    public static readonly RefusalCode NotInLedger = Code("not-in-ledger",
        "The book of materials has no such facility, MBA or batch.", "核物料帳冊無此設施、物料平衡區或批次。",
        "Take the code from the ledger: a campaign is judged by what stands there.", "請依料帳填寫代碼：專案以料帳所示判定。");

    /// <summary>A promise that neither the register nor the State has.</summary>
    public static readonly RefusalCode ItemUnknown = Code("item-unknown",
        "Neither the register nor the State has a promise of that id.", "登記冊與本國承諾均無此識別碼。", "Take the id from the wall, such as WP10-6.5.", "請由承諾牆取得識別碼，如 WP10-6.5。");

    /// <summary>A campaign that serves nothing.</summary>
    public static readonly RefusalCode PledgeMissing = Code("pledge-missing",
        "It is not said which pledge the campaign keeps.", "未指明此專案所履行之承諾。", "Name a promise, or write the pledge.", "請指定承諾，或填寫承諾文字。");

    /// <summary>Something that the register does not have.</summary>
    public static readonly RefusalCode FundUnknown = Code("fund-unknown",
        "The register has no such fund, programme or partnership.", "登記冊無此基金、計畫或夥伴關係。", "Take the id from the register.", "請由登記冊取得識別碼。");

    /// <summary>An amount out of range.</summary>
    public static readonly RefusalCode AmountWrong = Code("amount-wrong",
        "The amount is out of range.", "數值超出範圍。", "Give a number within the range.", "請填寫範圍內之數值。");

    /// <summary>No currency.</summary>
    public static readonly RefusalCode CurrencyWrong = Code("currency-wrong",
        "This is no code of a currency.", "幣別代碼格式不符。", "Use three capital letters (ISO 4217).", "請使用三個大寫字母（ISO 4217）。");

    /// <summary>Taking part at no level.</summary>
    public static readonly RefusalCode LevelMissing = Code("level-missing",
        "The State took part, and it is not said at which level; or it did not, and a level is given.", "出席而未填層級，或未出席而填有層級。",
        "Give the level where the State took part.", "出席者請填寫層級。");

    /// <summary>No hash.</summary>
    public static readonly RefusalCode DigestWrong = Code("digest-wrong",
        "This is no SHA-256.", "SHA-256 格式不符。", "Give 64 hexadecimal digits.", "請填寫 64 位十六進位數字。");

    /// <summary>A record that is not there, or was taken back.</summary>
    public static readonly RefusalCode RecordUnknown = Code("record-unknown",
        "No entry of this book recorded that, or it was taken back.", "查無此登載，或已撤回。", "Take the entry from the list.", "請由清單取得分錄編號。");

    /// <summary>A step that such a record does not have.</summary>
    public static readonly RefusalCode StepUnfit = Code("step-unfit",
        "That cannot happen to what the entry recorded.", "此類登載無該項進展。", "Choose a step that fits it.", "請選擇相符之進展。");

    /// <summary>A step that was taken.</summary>
    public static readonly RefusalCode StepTwice = Code("step-twice",
        "That is recorded already.", "此進展已登載。", "Take the earlier one back if it is wrong.", "如有錯誤，請先撤回原登載。");

    /// <summary>A milestone that the campaign does not have.</summary>
    public static readonly RefusalCode MilestoneUnknown = Code("milestone-unknown",
        "The campaign has no such milestone.", "此專案無該里程碑。", "Give its number, from 1.", "請填寫里程碑序號（自 1 起）。");

    /// <summary>Another version of the template.</summary>
    public static readonly RefusalCode TemplateUnknown = Code("template-unknown",
        "This is another version of the matrix than the one in use.", "矩陣範本版次不符。", "Export the matrix anew and fill that.", "請重新匯出矩陣後填寫。");

    /// <summary>A cell that the template does not have.</summary>
    public static readonly RefusalCode CellUnknown = Code("cell-unknown",
        "The template has no such cell.", "範本無此欄位。", "Leave the ids of the cells as they were exported.", "請保留匯出時之欄位識別碼。");

    /// <summary>A cell twice.</summary>
    public static readonly RefusalCode CellTwice = Code("cell-twice",
        "The cell is filled twice.", "欄位重複填寫。", "Fill each cell once.", "每一欄位請僅填寫一次。");

    /// <summary>A yes without evidence.</summary>
    public static readonly RefusalCode EvidenceMissing = Code("evidence-missing",
        "A yes needs a clause, a document or an entry that shows it.", "「有」須附條文、文件或分錄。", "Name the evidence, or say unknown.", "請填寫佐證，或填「不詳」。");

    /// <summary>Not applicable without a reason.</summary>
    public static readonly RefusalCode ReasonMissing = Code("reason-missing",
        "It is not said why this does not apply.", "未敘明不適用之理由。", "Say why in the note.", "請於備註敘明理由。");

    /// <summary>A matrix that says nothing.</summary>
    public static readonly RefusalCode MatrixEmpty = Code("matrix-empty",
        "No cell of the matrix was filled by that day.", "截至該日矩陣尚無任何內容。", "Fill the matrix first.", "請先填寫矩陣。");

    /// <summary>A report under a number that was used.</summary>
    public static readonly RefusalCode ReportTwice = Code("report-twice",
        "A report of that number is recorded already.", "此文號之報告已登載。", "Check the number.", "請核對文號。");

    /// <summary>A question that means some day and names none.</summary>
    public static readonly RefusalCode DayMissing = Code("day-missing",
        "How this stands depends on the day.", "狀態須依日期判定。", "Say on which day.", "請指定日期。");

    /// <summary>A campaign that is not there.</summary>
    public static readonly RefusalCode CampaignUnknown = Code("campaign-unknown",
        "There is no campaign of that id.", "查無此識別碼之專案。", "Take the id from the list.", "請由清單取得識別碼。");

    /// <summary>A file that is too large, packed or unpacked.</summary>
    public static readonly RefusalCode FileTooLarge = Code("file-too-large",
        "The file is too large, or unpacks to more than a matrix can be.", "檔案過大，或解壓縮後超出矩陣可有之大小。",
        "Hand in the file as it was exported and filled.", "請提交匯出並填寫之檔案。");

    /// <summary>A file that cannot be read as a matrix.</summary>
    public static readonly RefusalCode FileMalformed = Code("file-malformed",
        "The file is no matrix as this program writes it.", "檔案並非本程式匯出之矩陣。",
        "Export the matrix as DOCX or JSON and fill that.", "請匯出 DOCX 或 JSON 矩陣後填寫。");

    private static RefusalCode Code(string code, string en, string zh, string remedyEn, string remedyZh) =>
        new("cooperation." + code, new(en, zh), new(remedyEn, remedyZh));
}
