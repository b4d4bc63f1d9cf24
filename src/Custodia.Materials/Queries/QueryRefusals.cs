using Custodia.Books;

namespace Custodia.Materials.Queries;

/// <summary>Why a question to the materials book is not answered, besides <see
/// cref="Rules.MaterialsRefusals"/>.</summary>
public static class QueryRefusals
{
    /// <summary>A page that cannot be.</summary>
    public static readonly RefusalCode PageOutside = new("materials.page-outside",
        new Bilingual("There is no such page, or it would be too long.", "頁碼或每頁列數超出範圍。"),
        new Bilingual("Count pages from 1 and ask for at most 5,000 rows.", "頁碼自 1 起，每頁最多 5,000 列。"));

    /// <summary>A figure that no query shows.</summary>
    public static readonly RefusalCode FigureUnknown = new("materials.figure-unknown",
        new Bilingual("A line of the balance belongs to the book of the whole MBA, not to a batch or another ledger.",
            "平衡表之列屬於整區帳冊，不屬於批次或其他帳。"),
        new Bilingual("Leave the line, or the batch and the ledger, away.", "請移除列名，或移除批次與帳別。"));

    /// <summary>Nothing, or too much, to search for.</summary>
    public static readonly RefusalCode FindTextOutside = new("materials.find-text-outside",
        new Bilingual("There is no text to search for, or it is too long.", "未填搜尋文字，或文字過長。"),
        new Bilingual("Give a name or a part of it, at most 100 characters.", "請填名稱或其部分文字，最多 100 個字元。"));

    /// <summary>An order that a list cannot be had in.</summary>
    public static readonly RefusalCode SortUnknown = new("materials.sort-unknown",
        new Bilingual("The list cannot be ordered by that.", "清單無法依此欄排序。"),
        new Bilingual("Give the name of one of its columns, with a minus before it to turn the order round.",
            "請填可排序之欄名；前加減號為反序。"));

    /// <summary>A search that is deeper than allowed.</summary>
    public static readonly RefusalCode DepthOutside = new("materials.depth-outside",
        new Bilingual("The genealogy is not followed that far.", "批次沿革追溯層數超出範圍。"),
        new Bilingual("Ask for a depth from 0 to 20, and go on from the batch where it ends.",
            "請填 0 至 20 層，並由末端批次繼續追溯。"));
}
