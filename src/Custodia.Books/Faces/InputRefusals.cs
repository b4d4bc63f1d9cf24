namespace Custodia.Books.Faces;

/// <summary>Why a request is not even put to a book.</summary>
public static class InputRefusals
{
    /// <summary>Not JSON, a wrong type, an unknown or a missing field.</summary>
    public static readonly RefusalCode Malformed = new("input.malformed",
        new("The input does not have the documented form.", "輸入內容不符規定格式。"),
        new("Correct the field; help and the API's description state the form of each.", "請更正該欄位；說明與 API 文件載明各欄位格式。"));

    /// <summary>No such thing to ask for.</summary>
    public static readonly RefusalCode Unknown = new("input.unknown",
        new("There is nothing of that name or number.", "查無此名稱或編號。"),
        new("Correct the name or number; help and the API's description list the names.", "請更正名稱或編號；說明與 API 文件列有所有名稱。"));

    /// <summary>More bytes than are taken.</summary>
    public static readonly RefusalCode TooLarge = new("input.too-large",
        new("The input is longer than what is taken at once.", "輸入內容超過單次上限。"),
        new("Split it, for instance by month.", "請分批提交，例如按月。"));
}
