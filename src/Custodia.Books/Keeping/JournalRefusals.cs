namespace Custodia.Books.Keeping;

/// <summary>Why the book of the journal does not take something.</summary>
public static class JournalRefusals
{
    /// <summary>Not the key of a witness.</summary>
    public static readonly RefusalCode WitnessKeyMalformed = new("journal.witness-key-malformed",
        new("That is not the verifier key of a witness, or this machine has no OpenSSL 3 to use it.",
            "此非見證者之驗證金鑰，或本機缺少所需之 OpenSSL 3。"),
        new("Give the line that 'custodia witness keygen' wrote: a cosignature key, type 04.",
            "請提供「custodia witness keygen」產生之金鑰列：副署金鑰，類型 04。"));

    /// <summary>A witness of that name is registered.</summary>
    public static readonly RefusalCode WitnessNameTaken = new("journal.witness-name-taken",
        new("A witness of that name is registered.", "該名稱之見證者已登記。"),
        new("End the other registration first, or make a key under another name.", "請先終止原登記，或以其他名稱產生金鑰。"));

    /// <summary>The key is in use under another name.</summary>
    public static readonly RefusalCode WitnessKeyUsed = new("journal.witness-key-used",
        new("The same key is registered under another name.", "相同金鑰已以其他名稱登記。"),
        new("Each witness makes a key of its own.", "每一見證者須自行產生金鑰。"));

    /// <summary>No organisation was given.</summary>
    public static readonly RefusalCode OrganisationMissing = new("journal.organisation-missing",
        new("The organisation is missing or too long.", "未填機關（構）或過長。"),
        new("Say in words whose witness it is.", "請填寫見證者所屬機關（構）。"));

    /// <summary>Not an address.</summary>
    public static readonly RefusalCode WitnessUrlMalformed = new("journal.witness-url-malformed",
        new("That is not an address that can be asked.", "此非可連線之網址。"),
        new("Give an address that begins with http:// or https:// and has no query, or leave it out.",
            "請填寫以 http:// 或 https:// 開頭且不含查詢參數之網址，或留空。"));

    /// <summary>As many as there may be.</summary>
    public static readonly RefusalCode TooManyWitnesses = new("journal.too-many-witnesses",
        new("There are as many witnesses as a checkpoint can carry.", "見證者數量已達檢查點可載上限。"),
        new("End a registration that is not used.", "請終止不再使用之登記。"));

    /// <summary>No such witness.</summary>
    public static readonly RefusalCode WitnessUnknown = new("journal.witness-unknown",
        new("No witness of that name is registered, or it has ended.", "查無該名稱之見證者，或其登記已終止。"),
        new("The query 'witnesses' lists them.", "可由「witnesses」查詢見證者清單。"));

    /// <summary>It would end before it began.</summary>
    public static readonly RefusalCode WitnessEndTooEarly = new("journal.witness-end-too-early",
        new("The last day lies before the first.", "末日早於生效日。"),
        new("Give a day on or after the first.", "請填寫不早於生效日之日期。"));

    /// <summary>Not a signed checkpoint.</summary>
    public static readonly RefusalCode CosignatureMalformed = new("journal.cosignature-malformed",
        new("That is not a signed checkpoint of three lines.", "此非三列內文之簽署檢查點。"),
        new("Give the file that the witness gave back, unchanged.", "請原樣提供見證者交付之檔案。"));

    /// <summary>Of another journal.</summary>
    public static readonly RefusalCode CosignatureOfOtherJournal = new("journal.cosignature-of-other-journal",
        new("The checkpoint is of another journal.", "檢查點屬於其他日誌。"),
        new("Upload it to the journal that it names.", "請上傳至其所指之日誌。"));

    /// <summary>Larger than the journal.</summary>
    public static readonly RefusalCode CosignatureAhead = new("journal.cosignature-ahead",
        new("The witness saw more entries than this journal has.", "見證者所見分錄多於本日誌。"),
        new("Entries were lost, or this is an older copy: stop using it, and compare with the last backup.",
            "分錄可能遺失，或本日誌為較舊之複本：請停止使用並與最近備份比對。"));

    /// <summary>Another root at that size.</summary>
    public static readonly RefusalCode CosignatureForked = new("journal.cosignature-forked",
        new("The witness saw other entries: at that size this journal has another root.", "見證者所見分錄不同：該筆數下本日誌之樹根不同。"),
        new("There are two journals under one name. Stop using both and find out which is the true one.",
            "同一名稱下存在兩份日誌。請停用並查明何者為真。"));

    /// <summary>By no witness that is registered.</summary>
    public static readonly RefusalCode CosignatureOfNobody = new("journal.cosignature-of-nobody",
        new("None of the signatures is by a registered witness.", "簽章均非出自已登記之見證者。"),
        new("Register the witness's key first.", "請先登記見證者之金鑰。"));

    /// <summary>The signature does not verify.</summary>
    public static readonly RefusalCode CosignatureInvalid = new("journal.cosignature-invalid",
        new("A signature under the name of a witness does not verify.", "以見證者名義所為之簽章未通過驗證。"),
        new("Ask the witness for the file again; if it stays so, somebody may be using its name.",
            "請向見證者重新取得檔案；若仍不符，可能遭人冒名。"));

    /// <summary>Signed at a time that cannot be.</summary>
    public static readonly RefusalCode CosignatureTime = new("journal.cosignature-time",
        new("The witness signed in the future, or on a day on which it was not registered.", "副署時間為未來，或不在登記效力期間。"),
        new("Set the witness's clock right, or register it from that day.", "請校正見證者時鐘，或自該日起登記。"));

    /// <summary>Nothing new.</summary>
    public static readonly RefusalCode CosignatureNotNewer = new("journal.cosignature-not-newer",
        new("The witness's newer cosignature, or this one, is recorded already.", "見證者較新之副署或本副署已登載。"),
        new("Nothing needs to be done.", "無須處理。"));

    /// <summary>No such compartment.</summary>
    public static readonly RefusalCode CompartmentUnknown = new("journal.compartment-unknown",
        new("No such compartment has a key, or its keys were destroyed.", "該區隔並無金鑰，或其金鑰已銷毀。"),
        new("Take the name from the list of compartments.", "請由區隔清單取得名稱。"));

    /// <summary>No reason.</summary>
    public static readonly RefusalCode KeyReasonMissing = new("journal.key-reason-missing",
        new("The reason is missing or too long.", "理由未填或過長。"),
        new("Give it in 1 to 500 characters.", "請以 1 至 500 字敘明理由。"));
}
