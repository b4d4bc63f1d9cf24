namespace Custodia.Books;

/// <summary>Why the node itself does not take something, whatever the book.</summary>
public static class BooksRefusals
{
    /// <summary>The command id was used for another command.</summary>
    public static readonly RefusalCode CommandIdReused = new("books.command-id-reused",
        new("The command id was used before, for a command that says something else.", "此命令識別碼已用於內容不同的命令。"),
        new("Make a new id for each new command; repeat an id only with the same command.", "每個新命令請使用新的識別碼；僅重送相同命令時才沿用。"));

    /// <summary>The book stopped.</summary>
    public static readonly RefusalCode BookStopped = new("books.book-stopped",
        new("The book stopped at an entry that it could not fold.", "帳冊在無法處理的分錄處停止。"),
        new("Nothing is lost: install a version that can fold that entry, and start again.", "資料並未遺失：請安裝可處理該分錄的版本後重新啟動。"));

    /// <summary>Asked as known at an entry that does not exist yet.</summary>
    public static readonly RefusalCode KnownAtAhead = new("books.known-at-ahead",
        new("The journal has no entry of that number yet.", "日誌尚無該編號之分錄。"),
        new("Ask as known at an entry that exists, or leave it out for the newest.", "請指定已存在的分錄，或留空以採最新。"));

    /// <summary>Evidence that is not there.</summary>
    public static readonly RefusalCode EvidenceUnknown = new("books.evidence-unknown",
        new("The journal has no entry of the number that is given as evidence.", "日誌無作為佐證之該編號分錄。"),
        new("Give the number of an entry that is in the journal: find it on the page of the journal.", "請填入日誌中既有之分錄編號，可於日誌頁查詢。"));

    /// <summary>A command that makes more than fits into one batch.</summary>
    public static readonly RefusalCode CommandTooLarge = new("books.command-too-large",
        new("The command makes more entries, or longer ones, than can become durable together.", "此命令產生的分錄數量或長度超過單次上限。"),
        new("Split it, for instance by month.", "請分批提交，例如按月。"));

    /// <summary>No room on the disk.</summary>
    public static readonly RefusalCode DiskFull = new("books.disk-full",
        new("There is no room on the disk for these entries; nothing was changed.", "磁碟空間不足；未作任何變更。"),
        new("Free room on the disk of the data folder, then repeat the command.", "請釋出資料夾所在磁碟空間後重送命令。"));

    /// <summary>The compartment was erased.</summary>
    public static readonly RefusalCode CompartmentErased = new("books.compartment-erased",
        new("The keys of the compartment were destroyed: nothing more can be sealed into it.", "該區隔之金鑰已銷毀，無法再封存資料。"),
        new("What was erased stays erased. Record what is still held under another area.", "已抹除者不可復原。仍持有之物料請登載於其他區域。"));
}
