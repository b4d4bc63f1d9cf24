using Custodia.Books;

namespace Custodia.Commitments.Documents;

/// <summary>Why a document that a person brings is not read.</summary>
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

    private static RefusalCode Code(string code, string en, string zh, string remedyEn, string remedyZh) =>
        new("commitments.document-" + code, new(en, zh), new(remedyEn, remedyZh));
}
