using Custodia.Books;

namespace Custodia.People;

/// <summary>Why the book of people refuses a command.</summary>
public static class PeopleRefusals
{
    /// <summary>An id that does not have its form.</summary>
    public static readonly RefusalCode IdMalformed = Code("id-malformed",
        "The id does not have its form.", "識別碼格式不符。",
        "Use the characters and length that are stated.", "請依所述字元與長度填寫。");

    /// <summary>An id that is taken.</summary>
    public static readonly RefusalCode IdTaken = Code("id-taken",
        "The id is taken.", "識別碼已被使用。", "Choose another; an id is never given twice.", "請改用其他識別碼；識別碼不得重複發給。");

    /// <summary>No name.</summary>
    public static readonly RefusalCode NameMissing = Code("name-missing",
        "A name is missing or too long.", "名稱未填或過長。", "Give it in English and Chinese, 1 to 120 characters.", "請填寫中英文名稱，1 至 120 字。");

    /// <summary>No such organisation.</summary>
    public static readonly RefusalCode OrganisationUnknown = Code("organisation-unknown",
        "There is no such organisation.", "查無此機構。", "Register it first, or correct the id.", "請先登記機構或更正識別碼。");

    /// <summary>No such person or device.</summary>
    public static readonly RefusalCode HolderUnknown = Code("holder-unknown",
        "There is no such person or device here, or it has left.", "此處查無此人員或裝置，或已離任。",
        "Register the person first, or correct the id.", "請先登記或更正識別碼。");

    /// <summary>A post filled by somebody who cannot fill it.</summary>
    public static readonly RefusalCode PostHolder = Code("post-holder",
        "A post is filled by a person; a device is none.", "職位須由人員擔任，裝置不得擔任。",
        "Name somebody of that organisation, or leave the post vacant.", "請指定該機構人員，或留空為懸缺。");

    /// <summary>No such role.</summary>
    public static readonly RefusalCode RoleUnknown = Code("role-unknown",
        "There is no such role.", "查無此角色。", "Take the id from the list of roles.", "請由角色清單取得識別碼。");

    /// <summary>A permission that nothing states.</summary>
    public static readonly RefusalCode PermissionUnknown = Code("permission-unknown",
        "No command or query states such a permission.", "無任何命令或查詢使用此權限。",
        "Take the permissions from the matrix of rights.", "請由權限矩陣取得權限名稱。");

    /// <summary>A place that does not have its form.</summary>
    public static readonly RefusalCode PlaceMalformed = Code("place-malformed",
        "The place does not have its form.", "場所格式不符。",
        "Write state, or a kind and a code such as facility:XA-F or mba:XAFB.", "請寫 state，或類別加代碼，如 facility:XA-F、mba:XAFB。");

    /// <summary>Days in the wrong order.</summary>
    public static readonly RefusalCode DatesWrong = Code("dates-wrong",
        "The days are in the wrong order or too far apart.", "日期順序不符或間隔過長。", "Correct the days.", "請更正日期。");

    /// <summary>Roles that exclude each other.</summary>
    public static readonly RefusalCode RolesExclude = Code("roles-exclude",
        "Nobody may hold these two roles together.", "不得同時擔任此二角色。",
        "End the other appointment first, or appoint somebody else.", "請先結束另一職務，或改派他人。");

    /// <summary>Rights to oneself.</summary>
    public static readonly RefusalCode OwnRights = Code("own-rights",
        "Nobody gives rights to themselves, nor approves that they get them.", "不得授予本人權限，亦不得核可本人取得權限。",
        "Have somebody else do it.", "請由他人辦理。");

    /// <summary>A clearance for somebody whose role sees no content.</summary>
    public static readonly RefusalCode NoContent = Code("no-content",
        "A role that this person holds never sees sealed content.", "此人所任角色不得知悉封存內容。",
        "End that appointment first, or clear somebody else.", "請先結束該職務，或改授他人。");

    /// <summary>A device in a role for persons.</summary>
    public static readonly RefusalCode DeviceRole = Code("device-role",
        "A device approves nothing and manages nobody.", "裝置不得核可或管理人員。",
        "Give it a role without such rights.", "請給予不含此類權限之角色。");

    /// <summary>No such grant.</summary>
    public static readonly RefusalCode GrantUnknown = Code("grant-unknown",
        "That entry gives nothing that could be ended, or it has ended.", "該分錄並非可終止之授權，或已終止。",
        "Take the number of the entry from the person's page.", "請由人員頁面取得分錄編號。");

    /// <summary>No reason.</summary>
    public static readonly RefusalCode ReasonMissing = Code("reason-missing",
        "The reason is missing or too long.", "理由未填或過長。", "Give it in 1 to 500 characters.", "請以 1 至 500 字敘明理由。");

    /// <summary>One's own breaking of the glass.</summary>
    public static readonly RefusalCode OwnReview = Code("own-review",
        "Nobody reviews what they did themselves.", "不得覆核本人之行為。", "Have somebody else review it.", "請由他人覆核。");

    /// <summary>Reviewed already, or no such.</summary>
    public static readonly RefusalCode ReviewUnknown = Code("review-unknown",
        "There is no such emergency access that waits for review.", "查無此待覆核之緊急存取。",
        "Take the number from the list.", "請由清單取得編號。");

    private static RefusalCode Code(string code, string en, string zh, string remedyEn, string remedyZh) =>
        new("people." + code, new(en, zh), new(remedyEn, remedyZh));
}
