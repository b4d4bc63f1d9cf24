using Custodia.Books;

namespace Custodia.Materials.Files;

/// <summary>Every reason for which a file of an operator is not taken.</summary>
public static class FileRefusals
{
    /// <summary>Nothing in it.</summary>
    public static readonly RefusalCode Empty = Declare("file.empty",
        "The file is empty.", "檔案是空的。",
        "Fill in the template of this kind of file and send it again.", "請填寫此類檔案的範本後重新送出。");

    /// <summary>A header and nothing else.</summary>
    public static readonly RefusalCode NoRows = Declare("file.no-rows",
        "The file has a header but no rows.", "檔案只有標題列，沒有資料列。",
        "Add at least one row below the header.", "請在標題列之下至少填一列。");

    /// <summary>Past <see cref="FileLimits.Bytes"/>.</summary>
    public static readonly RefusalCode TooLarge = Declare("file.too-large",
        "The file is too large.", "檔案過大。",
        "Split it, for example by month, and send the parts.", "請分割檔案（例如按月）後分別送出。");

    /// <summary>Past <see cref="FileLimits.UnpackedBytes"/> or <see cref="FileLimits.Parts"/>.</summary>
    public static readonly RefusalCode UnpackedTooLarge = Declare("file.unpacked-too-large",
        "The workbook unpacks to more than is allowed.", "活頁簿解壓縮後超過上限。",
        "Copy the rows into a fresh template; remove pictures and other sheets.", "請將資料列複製到新的範本，並移除圖片與其他工作表。");

    /// <summary>Neither CSV nor a workbook, or damaged.</summary>
    public static readonly RefusalCode Unreadable = Declare("file.unreadable",
        "The file is damaged or is not of the kind that its content promises.", "檔案已損壞，或內容與其類型不符。",
        "Open it in a spreadsheet program, save it as XLSX or as CSV UTF-8, and send it again.",
        "請以試算表程式開啟，另存為 XLSX 或 CSV UTF-8 後重新送出。");

    /// <summary>The binary workbook of old, or one locked by a password.</summary>
    public static readonly RefusalCode OldWorkbook = Declare("file.old-workbook",
        "The file is a workbook in the old XLS format or is locked by a password.", "檔案為舊版 XLS 格式或受密碼保護的活頁簿。",
        "Save it as XLSX without a password.", "請另存為無密碼的 XLSX。");

    /// <summary>Text in another encoding.</summary>
    public static readonly RefusalCode Encoding = Declare("file.encoding",
        "The text is not in UTF-8, nor in UTF-16 with a byte order mark.", "文字編碼不是 UTF-8，也不是帶位元組順序記號的 UTF-16。",
        "Save it as \"CSV UTF-8\" (not as plain CSV, which may use Big5).", "請另存為「CSV UTF-8」（一般 CSV 可能使用 Big5 編碼）。");

    /// <summary>Past <see cref="FileLimits.Rows"/>.</summary>
    public static readonly RefusalCode TooManyRows = Declare("file.too-many-rows",
        "The file has too many rows.", "檔案的列數過多。",
        "Split it, for example by month, and send the parts.", "請分割檔案（例如按月）後分別送出。");

    /// <summary>Past <see cref="FileLimits.Columns"/>.</summary>
    public static readonly RefusalCode TooManyColumns = Declare("file.too-many-columns",
        "The file has too many columns.", "檔案的欄數過多。",
        "Use the template; remove what stands to the right of its columns.", "請使用範本，並移除範本欄位右方的內容。");

    /// <summary>Past <see cref="FileLimits.CellLength"/>.</summary>
    public static readonly RefusalCode CellTooLong = Declare("file.cell-too-long",
        "The cell holds too much text.", "儲存格文字過長。",
        "Shorten the text. If a quotation mark was left open before it, close it.", "請縮短文字；若前面的引號未關閉，請補上。");

    /// <summary>Past <see cref="FileLimits.RowLength"/>.</summary>
    public static readonly RefusalCode RowTooLong = Declare("file.row-too-long",
        "The row holds too much.", "此列內容過多。",
        "If a quotation mark was left open in it, close it; remove what stands to the right of the template's columns.",
        "若該列引號未關閉請補上，並移除範本欄位右方的內容。");

    /// <summary>A quotation mark where none may be, or one left open.</summary>
    public static readonly RefusalCode Quotes = Declare("file.quotes",
        "A quotation mark is left open or stands inside an unquoted cell.", "引號未關閉，或出現在未加引號的儲存格中。",
        "Put the whole cell in quotation marks and double those inside it.", "請將整個儲存格以引號括起，其中的引號須重複一次。");

    /// <summary>A header that the layout does not know.</summary>
    public static readonly RefusalCode ColumnUnknown = Declare("file.column-unknown",
        "This column is not known in this kind of file.", "此類檔案沒有這個欄位。",
        "Rename it as in the template, units included, or remove it.", "請依範本更名（含單位），或移除該欄。");

    /// <summary>A header that stands twice.</summary>
    public static readonly RefusalCode ColumnTwice = Declare("file.column-twice",
        "This column stands twice.", "此欄位重複。",
        "Keep one of the two.", "請保留其中一欄。");

    /// <summary>A column that must stand.</summary>
    public static readonly RefusalCode ColumnMissing = Declare("file.column-missing",
        "A column that must be there is missing.", "缺少必要欄位。",
        "Add the column with the header of the template.", "請依範本標題加入該欄。");

    /// <summary>A value in a column without a header.</summary>
    public static readonly RefusalCode ColumnUnnamed = Declare("file.column-unnamed",
        "The cell has a value but its column has no header.", "儲存格有值，但該欄沒有標題。",
        "Give the column a header of the template, or empty the cell.", "請為該欄加上範本標題，或清空該儲存格。");

    /// <summary>A cell that must be filled.</summary>
    public static readonly RefusalCode Blank = Declare("file.blank",
        "The cell must not be blank.", "此儲存格不得空白。",
        "Fill it in.", "請填寫。");

    /// <summary>Not a plain decimal number.</summary>
    public static readonly RefusalCode Number = Declare("file.number",
        "This is not a plain decimal number.", "這不是單純的十進位數字。",
        "Write digits 0-9 with at most one decimal point; no group separators, no unit.",
        "請只用數字 0-9 及至多一個小數點；不要千分位符號或單位。");

    /// <summary>Not a whole number of things.</summary>
    public static readonly RefusalCode Count = Declare("file.count",
        "This is not a whole number.", "這不是整數。",
        "Write a whole number with digits 0-9.", "請以數字 0-9 填寫整數。");

    /// <summary>Finer than a microgram or past the range.</summary>
    public static readonly RefusalCode WeightRange = Declare("file.weight-range",
        "The weight is finer than a microgram or too large to be kept exactly.", "重量細於一微克，或過大而無法精確保存。",
        "State it to a microgram at most: 6 decimals of a gram, 9 of a kilogram.", "最細至一微克：公克小數 6 位，公斤小數 9 位。");

    /// <summary>A weight in stock below zero.</summary>
    public static readonly RefusalCode WeightNegative = Declare("file.weight-negative",
        "A weight in stock must not be negative.", "存量重量不得為負。",
        "Correct the sign or the number.", "請更正正負號或數值。");

    /// <summary>No weight in the row.</summary>
    public static readonly RefusalCode WeightMissing = Declare("file.weight-missing",
        "The row has no weight.", "此列沒有重量。",
        "Fill in the weight of at least one material.", "請至少填寫一種物料的重量。");

    /// <summary>Enriched uranium without its isotope.</summary>
    public static readonly RefusalCode IsotopeMissing = Declare("file.isotope-missing",
        "Enriched uranium has no isotope weight.", "濃縮鈾未填同位素重量。",
        "Fill in U-235, U-233, or both together.", "請填寫鈾-235、鈾-233，或兩者合計。");

    /// <summary>An isotope without enriched uranium.</summary>
    public static readonly RefusalCode IsotopeAlone = Declare("file.isotope-alone",
        "An isotope weight stands without enriched uranium.", "有同位素重量但沒有濃縮鈾重量。",
        "Fill in the weight of enriched uranium, or clear the isotope.", "請填寫濃縮鈾重量，或清除同位素重量。");

    /// <summary>More than one isotope account.</summary>
    public static readonly RefusalCode IsotopeTwice = Declare("file.isotope-twice",
        "More than one isotope weight is filled in.", "填寫了一種以上的同位素重量。",
        "Keep one: U-235, U-233, or both together in the column for both.", "請只保留一種：鈾-235、鈾-233，或兩者合計欄。");

    /// <summary>A category change without exactly the old and the new category.</summary>
    public static readonly RefusalCode CategoryChange = Declare("file.category-change",
        "A category change needs the weight of the old and of the new category, and no other.",
        "類別變更須填舊類別與新類別的重量，且不得有其他重量。",
        "Fill in both categories that the change code names.", "請填寫變動代碼所指的兩個類別。");

    /// <summary>Not a date.</summary>
    public static readonly RefusalCode Date = Declare("file.date",
        "This is not a date without a time of day.", "這不是（不含時刻的）日期。",
        "Write year-month-day of the Gregorian calendar, such as 2025-06-30, or use a date cell.",
        "請以西元年-月-日填寫，例如 2025-06-30，或使用日期儲存格。");

    /// <summary>A date where none belongs.</summary>
    public static readonly RefusalCode DateNotWanted = Declare("file.date-not-wanted",
        "The spreadsheet program has turned this text into a date.", "試算表程式已將此文字轉成日期。",
        "Format the column as text and type the value again.", "請將該欄格式設為文字後重新輸入。");

    /// <summary>Not one of the values of a list.</summary>
    public static readonly RefusalCode Choice = Declare("file.choice",
        "This is not one of the values that may stand here.", "這不是此處可用的值。",
        "Use one of the values named.", "請使用所列的值之一。");

    /// <summary>A control character in a text.</summary>
    public static readonly RefusalCode ControlCharacter = Declare("file.control-character",
        "The text holds a line break or another control character.", "文字含有換行或其他控制字元。",
        "Write it in one line.", "請寫成一行。");

    /// <summary>A formula that was never calculated.</summary>
    public static readonly RefusalCode FormulaWithoutValue = Declare("file.formula-without-value",
        "The cell holds a formula without a calculated value.", "儲存格為未計算的公式。",
        "Open the workbook in a spreadsheet program, let it calculate, and save; or paste the value.",
        "請以試算表程式開啟、計算並存檔，或貼上數值。");

    /// <summary>An error or a truth value.</summary>
    public static readonly RefusalCode NotAValue = Declare("file.not-a-value",
        "The cell holds an error or a truth value.", "儲存格為錯誤值或邏輯值。",
        "Replace it by the value meant.", "請改填實際的值。");

    /// <summary>How many refusals are not listed.</summary>
    public static readonly RefusalCode More = Declare("file.more",
        "There are more refusals than are listed.", "尚有未列出的退件原因。",
        "Correct those listed and send the file again.", "請先更正所列項目後重新送出。");

    private static RefusalCode Declare(string code, string en, string zh, string remedyEn, string remedyZh) =>
        new(code, new(en, zh), new(remedyEn, remedyZh));
}
