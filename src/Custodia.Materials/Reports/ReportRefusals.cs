using Custodia.Books;

namespace Custodia.Materials.Reports;

/// <summary>Why a report is not written or read, and why a profile is not taken.</summary>
public static class ReportRefusals
{
    /// <summary>More characters or entries than <see cref="ReportLimits"/> allows.</summary>
    public static readonly RefusalCode TooLarge = new("report.too-large",
        new("The report is too large.", "報告過大。"),
        new("Split it into several reports.", "請分成數份報告。"));

    /// <summary>A line is longer than the profile allows.</summary>
    public static readonly RefusalCode LineTooLong = new("report.line-too-long",
        new("The line is too long.", "該行過長。"),
        new("Shorten it; a note may go on in further lines.", "請縮短；說明文字可分成數行。"));

    /// <summary>A line does not end as the profile asks, or is empty.</summary>
    public static readonly RefusalCode BadLineEnd = new("report.bad-line-end",
        new("The line does not end as the profile asks, or is empty.", "該行之行尾不符設定，或為空白行。"),
        new("Use the line end of the profile after every line, the last one too, and no empty lines.",
            "每行（含最後一行）均使用設定之行尾，且不得有空白行。"));

    /// <summary>A character is not among those of the profile.</summary>
    public static readonly RefusalCode BadCharacter = new("report.bad-character",
        new("The text has a character that reports may not hold.", "文字含有報告不得使用之字元。"),
        new("Write it with the characters of the profile.", "請改用設定所允許之字元。"));

    /// <summary>A line is not a label with its value, or does not fit its columns.</summary>
    public static readonly RefusalCode BadLine = new("report.bad-line",
        new("The line is not laid out as the profile asks.", "該行之編排不符設定。"),
        new("Write label, separator and value; or put each value into its column, without blanks at the end of the line.",
            "請依標籤、分隔符號、內容書寫；或將各值置於其欄位，行尾不留空白。"));

    /// <summary>A label of the profile stands where it may not.</summary>
    public static readonly RefusalCode NotHere = new("report.not-here",
        new("The label does not belong here.", "此標籤不屬於此處。"),
        new("Move it to its record, or remove it; some fields belong to one type of report only.",
            "請移至所屬紀錄或刪除；部分欄位僅適用於特定類別之報告。"));

    /// <summary>A field stands before one that it must follow.</summary>
    public static readonly RefusalCode OutOfOrder = new("report.out-of-order",
        new("The field stands out of its order.", "欄位順序不正確。"),
        new("Put the fields in the order of the profile.", "請依設定之順序排列欄位。"));

    /// <summary>A field, a material or an entry number stands more than once.</summary>
    public static readonly RefusalCode Repeated = new("report.repeated",
        new("Something stands twice that may stand only once.", "僅得出現一次之內容重複出現。"),
        new("Remove one of the two.", "請刪除其中之一。"));

    /// <summary>A field that must stand is absent.</summary>
    public static readonly RefusalCode Missing = new("report.missing",
        new("A field is missing.", "缺少欄位。"),
        new("Fill it in.", "請填入。"));

    /// <summary>A value is not of its type, or not in the one form in which it is written.</summary>
    public static readonly RefusalCode BadValue = new("report.bad-value",
        new("The value cannot be read, or is not written in its one form.", "內容無法讀取，或非其唯一之書寫形式。"),
        new("Write it as expected: no leading zeros, no blanks around it.", "請依預期之形式書寫：不加前導零，前後不留空白。"));

    /// <summary>A value is longer than its field.</summary>
    public static readonly RefusalCode TooLong = new("report.too-long",
        new("The value is longer than its field.", "內容超過欄位長度。"),
        new("Shorten it.", "請縮短。"));

    /// <summary>A weight has more decimals than the profile allows.</summary>
    public static readonly RefusalCode NotRounded = new("report.not-rounded",
        new("The weight is not rounded to the unit of the report.", "重量未修約至報告單位。"),
        new("Round each weight first, and show the rounding adjustment in the material balance report.",
            "請先將各重量修約，並於物料平衡報告列出修約調整。"));

    /// <summary>The report holds something for which the profile has no field.</summary>
    public static readonly RefusalCode NoField = new("report.no-field",
        new("The profile has no field for this.", "設定中無對應之欄位。"),
        new("Remove it from the report, or use a profile that has the field.", "請自報告移除，或使用具有該欄位之設定。"));

    /// <summary>The country is not the one that the MBA code names.</summary>
    public static readonly RefusalCode CountryDiffers = new("report.country-differs",
        new("The country is not the one that the MBA code names.", "國家與物料平衡區代碼所示不符。"),
        new("Correct the country or the MBA code.", "請更正國家或物料平衡區代碼。"));

    /// <summary>A continuation line does not continue the entry before it.</summary>
    public static readonly RefusalCode BadContinuation = new("report.bad-continuation",
        new("The line does not continue the entry before it.", "該行並非前一項目之續行。"),
        new("Number continuation lines 1, 2, … under the number of their entry.", "續行應於其項次下依 1、2、… 編號。"));

    /// <summary>Note lines and marked entries do not agree.</summary>
    public static readonly RefusalCode NoteMismatch = new("report.note-mismatch",
        new("The note lines and the entries marked as having a note do not agree.", "說明行與標示有說明之項目不一致。"),
        new("Give each marked entry its note, in the order of the entries, and no other entry.",
            "請依項次順序為每一標示之項目提供說明，其他項目則不得有說明。"));

    /// <summary>An extra label has no place at its position.</summary>
    public static readonly RefusalCode ExtraMisplaced = new("report.extra-misplaced",
        new("The extra label cannot stand at its position.", "額外標籤無法置於其位置。"),
        new("Give positions inside the record, ascending, after its first line.", "位置須在紀錄之內、遞增，且在首行之後。"));

    /// <summary>The profile file is longer than <see cref="ReportLimits.ProfileBytes"/>.</summary>
    public static readonly RefusalCode ProfileTooLarge = new("report.profile-too-large",
        new("The profile file is too large.", "設定檔過大。"),
        new("Send the profile alone.", "請僅提供設定檔本身。"));

    /// <summary>The file is not JSON of the documented shape.</summary>
    public static readonly RefusalCode ProfileUnreadable = new("report.profile-unreadable",
        new("The file is not a report profile.", "此檔案不是報告設定檔。"),
        new("Compare it with the shipped profiles; every field is described in the manual.",
            "請與隨附之設定檔比對；各欄位於手冊中均有說明。"));

    /// <summary>A field has a name that its layout does not know.</summary>
    public static readonly RefusalCode ProfileUnknownName = new("report.profile-unknown-name",
        new("A field has a name that is not known in this layout.", "欄位名稱於此編排中不明。"),
        new("Use one of the known names.", "請使用已知之名稱。"));

    /// <summary>Two fields or codes of the profile cannot be told apart.</summary>
    public static readonly RefusalCode ProfileDuplicate = new("report.profile-duplicate",
        new("Two fields or codes of the profile cannot be told apart.", "設定中有兩個欄位或代碼無法區別。"),
        new("Give each its own label, name or code.", "請給予各自之標籤、名稱或代碼。"));

    /// <summary>The profile lacks something without which no report can be written.</summary>
    public static readonly RefusalCode ProfileMissing = new("report.profile-missing",
        new("The profile lacks something that every report needs.", "設定缺少每份報告均需之內容。"),
        new("Add it.", "請補上。"));

    /// <summary>A setting of the profile is out of range or contradicts another.</summary>
    public static readonly RefusalCode ProfileBadValue = new("report.profile-bad-value",
        new("A setting of the profile is out of range or contradicts another.", "設定值超出範圍或互相矛盾。"),
        new("Write it as expected.", "請依預期書寫。"));
}
