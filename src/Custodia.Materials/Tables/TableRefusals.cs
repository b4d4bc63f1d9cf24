using Custodia.Books;

namespace Custodia.Materials.Tables;

/// <summary>Why a file of code tables is not taken.</summary>
public static class TableRefusals
{
    /// <summary>The file is longer than <see cref="CodeTablesFile.MaxBytes"/>.</summary>
    public static readonly RefusalCode TooLarge = new("tables.too-large",
        new("The file of code tables is too large.", "代碼表檔案過大。"),
        new("Send one authority's tables in one file, without anything else.", "請於一個檔案中僅提供一個主管機關之代碼表。"));

    /// <summary>The file is not JSON of the documented shape.</summary>
    public static readonly RefusalCode Unreadable = new("tables.unreadable",
        new("The file is not a file of code tables.", "此檔案不是代碼表檔案。"),
        new("Compare it with the shipped tables; every field is described in the manual.", "請與隨附之代碼表比對；各欄位於手冊中均有說明。"));

    /// <summary>A table that must have values has none.</summary>
    public static readonly RefusalCode Empty = new("tables.empty",
        new("A table or a text that must not be empty is empty.", "不得空白之代碼表或文字為空白。"),
        new("Fill it in.", "請填入內容。"));

    /// <summary>A code has the wrong length or characters.</summary>
    public static readonly RefusalCode BadCode = new("tables.bad-code",
        new("A code has the wrong length or characters.", "代碼之長度或字元不正確。"),
        new("Use capital letters and digits, as many as the table asks for.", "請使用大寫字母與數字，字數依該表規定。"));

    /// <summary>A code stands twice in its table.</summary>
    public static readonly RefusalCode Duplicate = new("tables.duplicate",
        new("A code stands twice in its table.", "代碼於同一表中重複。"),
        new("Remove one of the two.", "請刪除其中之一。"));

    /// <summary>Something that a line must bring is not among the known needs.</summary>
    public static readonly RefusalCode UnknownNeed = new("tables.unknown-need",
        new("A change code needs something that is not known.", "變動代碼所需之項目不明。"),
        new("Use one of the known needs.", "請使用已知之項目。"));

    /// <summary>The kind of the other party is not known.</summary>
    public static readonly RefusalCode UnknownPartner = new("tables.unknown-partner",
        new("The kind of the other party is not known.", "對方類別不明。"),
        new("Use one of the known kinds.", "請使用已知之類別。"));

    /// <summary>The counter ledger is not known.</summary>
    public static readonly RefusalCode UnknownCounter = new("tables.unknown-counter",
        new("The ledger that takes the opposite entry is not known.", "對應之輔助帳不明。"),
        new("Use one of the known ledgers, or leave it out.", "請使用已知之輔助帳，或省略。"));

    /// <summary>A category change whose letters are not two different uranium categories.</summary>
    public static readonly RefusalCode BadCategoryChange = new("tables.bad-category-change",
        new("A category change is not named by its old and its new category.", "類別變更代碼未以原類別與新類別命名。"),
        new("Use two different letters of D, N and E: the old category, then the new one.",
            "請使用 D、N、E 中兩個不同字母：先原類別，後新類別。"));
}
