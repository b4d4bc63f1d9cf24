using Custodia.Books;

namespace Custodia.Commitments.Documents;

/// <summary>Why a document that a person brings is not read or not kept.</summary>
public static class DocumentRefusals
{
    /// <summary>The bytes are not text.</summary>
    public static readonly RefusalCode NotText = Code("not-text",
        "The file is not plain text.", "此檔案並非純文字檔。",
        "Save it as plain text in UTF-8 and bring that file.", "請另存為 UTF-8 純文字檔後再匯入。");

    /// <summary>Longer than the limits.</summary>
    public static readonly RefusalCode TooLong = Code("too-long",
        "The file is longer than a document may be.", "檔案長度超過文件上限。",
        "Bring one document at a time, without what is not part of it.", "請一次匯入一份文件，並移除非屬文件之內容。");

    /// <summary>A line longer than the limit.</summary>
    public static readonly RefusalCode LineTooLong = Code("line-too-long",
        "A line is longer than a paragraph may be.", "單行長度超過段落上限。",
        "Break the text into lines or paragraphs.", "請將文字分行或分段。");

    /// <summary>Nothing in the file.</summary>
    public static readonly RefusalCode Empty = Code("empty",
        "The file holds no text.", "檔案中沒有文字。",
        "Bring the file that holds the document; a scanned page needs its text layer.", "請匯入含有文件文字之檔案；掃描頁面須先辨識文字。");

    /// <summary>No numbered paragraph.</summary>
    public static readonly RefusalCode NoNumbers = Code("no-numbered-paragraph",
        "No numbered paragraph was found.", "未找到有編號之段落。",
        "Write each commitment on a line that begins with its number, such as \"1.\".",
        "請使各項承諾自新行以編號起始，如「一、」或「1.」。");

    /// <summary>Several documents in the file.</summary>
    public static readonly RefusalCode Several = Code("several",
        "The file holds several documents.", "檔案內含多份文件。",
        "Say by its number which of them is meant.", "請以編號指定其中一份。");

    /// <summary>As many paragraphs as promises are needed to confirm by order.</summary>
    public static readonly RefusalCode OrderWrong = Code("order-wrong",
        "The text has not as many paragraphs as the document has promises.", "段落數與文件之承諾數不符。",
        "Confirm by words, or one by one.", "請依文字比對確認，或逐項確認。");

    /// <summary>An id that the State may not give.</summary>
    public static readonly RefusalCode IdWrong = Code("id-wrong",
        "This is no id for a document or promise of the State's own.", "此非本國文件或承諾之有效識別碼。",
        "Take two letters, a hyphen, then letters and digits in capitals; a promise begins with its document's id.",
        "請以兩個字母及連字號開頭，其後為大寫字母與數字；承諾須以其文件之識別碼開頭。");

    /// <summary>An id that something has.</summary>
    public static readonly RefusalCode IdTaken = Code("id-taken",
        "That id is given already.", "此識別碼已使用。", "Give another one.", "請改用其他識別碼。");

    /// <summary>Under that id stands a text of another document.</summary>
    public static readonly RefusalCode Another = Code("another",
        "Under that id a text of another document is kept.", "此識別碼已用於另一文件之文本。", "Give another id.", "請改用其他識別碼。");

    /// <summary>The server does not keep the file.</summary>
    public static readonly RefusalCode FileNotKept = Code("file-not-kept",
        "No file of that digest is kept here.", "此處未保存該雜湊值之檔案。", "Bring the file first.", "請先匯入檔案。");

    /// <summary>No paragraphs, too many, or one number twice.</summary>
    public static readonly RefusalCode ParagraphsWrong = Code("paragraphs-wrong",
        "A document has some paragraphs, each with a number of its own in its group.", "文件須有段落，且同組編號不得重複。",
        "Number each paragraph once, within the limit.", "請於上限內為各段落編號一次。");

    /// <summary>A promise of another document.</summary>
    public static readonly RefusalCode ItemWrong = Code("item-wrong",
        "That promise is not of the document of which this is a text.", "該承諾不屬於此文本所屬之文件。",
        "Take one of that document, or none.", "請選用該文件之承諾，或不指定。");

    /// <summary>One promise for two paragraphs.</summary>
    public static readonly RefusalCode ItemTwice = Code("item-twice",
        "Two paragraphs cannot be one promise.", "兩段落不得對應同一承諾。", "Confirm it for one of them.", "請僅於其中一段確認。");

    /// <summary>No document of the State's own.</summary>
    public static readonly RefusalCode NotOwn = Code("not-own",
        "That is no document of the State's own that is kept here.", "此非本國自有且已保存之文件。",
        "Keep the document first; promises of the catalogue cannot be added to.", "請先保存文件；名冊文件不得新增承諾。");

    /// <summary>No indicators, too many, or one twice.</summary>
    public static readonly RefusalCode IndicatorsWrong = Code("indicators-wrong",
        "A promise is shown by some indicators, each named once.", "承諾須有佐證指標，且不得重複。",
        "Name those that show it.", "請列出佐證指標。");

    /// <summary>A day without an indicator, or an indicator without a day.</summary>
    public static readonly RefusalCode TargetHalf = Code("target-half",
        "A day by which to reach it needs the indicator that shows it, and the other way round.", "期限與其所依指標須同時填寫。",
        "Give both, or neither.", "請兩者皆填或皆不填。");

    /// <summary>An end before the beginning.</summary>
    public static readonly RefusalCode EndWrong = Code("end-wrong",
        "A promise ends after the day from which it is counted.", "承諾之終止日須晚於起算日。", "Give a later day.", "請填寫較晚之日期。");

    private static RefusalCode Code(string code, string en, string zh, string remedyEn, string remedyZh) =>
        new("commitments.document-" + code, new(en, zh), new(remedyEn, remedyZh));
}
