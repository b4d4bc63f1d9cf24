using System.Text.Json.Serialization;
using Custodia.Books;

namespace Custodia.People.Facts;

/// <summary>What an organisation is to the regime.</summary>
public enum OrganisationKind
{
    /// <summary>The State's competent authority.</summary>
    Authority,

    /// <summary>Operator of nuclear facilities.</summary>
    Operator,

    /// <summary>Holder of a licence for radioactive sources.</summary>
    Licensee,

    /// <summary>Customs.</summary>
    Customs,

    /// <summary>Police.</summary>
    Police,

    /// <summary>A laboratory.</summary>
    Laboratory,

    /// <summary>An inspectorate.</summary>
    Inspectorate,
}

/// <summary>An organisation.</summary>
public sealed record Organisation(
    [property: Meaning("Id: 1 to 24 of A–Z, 0–9, dash", "識別碼：1 至 24 個 A–Z、0–9 或連字號")] string Id,
    [property: Meaning("Name in English", "英文名稱")] string NameEn,
    [property: Meaning("Name in Chinese", "中文名稱")] string NameZh,
    [property: Meaning("What it is to the regime", "機構類別")] OrganisationKind Kind,
    [property: Meaning("Places that are its own, such as facility:XA-F", "所屬場所，如 facility:XA-F")] IReadOnlyList<string> Places);

/// <summary>Whether somebody is a person or a device.</summary>
public enum HolderKind
{
    /// <summary>A person.</summary>
    Person,

    /// <summary>A device or another system: it signs in with a token or a certificate, and approves nothing.</summary>
    Device,
}

/// <summary>Somebody who can hold rights: a person or a device.</summary>
public sealed record Holder(
    [property: Meaning("Id to sign in with: 3 to 32 of a–z, 0–9, dot, dash", "登入識別碼：3 至 32 個 a–z、0–9、句點或連字號")] string Id,
    [property: Meaning("Name in English or in Latin letters", "英文姓名")] string NameEn,
    [property: Meaning("Name in Chinese", "中文姓名")] string NameZh,
    [property: Meaning("Id of the organisation", "機構識別碼")] string Organisation,
    [property: Meaning("First day", "起始日")] DateOnly From,
    [property: Meaning("Person or device", "人員或裝置")] HolderKind Kind = HolderKind.Person)
{
    /// <summary>Whether a text has the form of an id.</summary>
    public static bool IsId(string? id) => id is not null && Commands.Checks.HolderId().IsMatch(id);
}

/// <summary>A role: permissions that belong together, and what it takes to hold them. Rules are data.</summary>
/// <param name="Id">Id: a–z, 0–9, dash.</param>
/// <param name="NameEn">Name in English.</param>
/// <param name="NameZh">Name in Chinese.</param>
/// <param name="Permissions">What it may do.</param>
/// <param name="Certificates">Courses of which the holder must have a certificate that is valid that day.</param>
/// <param name="NeedsSecondFactor">Whether signing in takes a second factor.</param>
/// <param name="SeesContent">Whether its holder may be cleared for compartments at all.</param>
/// <param name="Excludes">Roles that nobody may hold beside it.</param>
public sealed record Role(
    [property: Meaning("Id", "識別碼")] string Id,
    [property: Meaning("Name in English", "英文名稱")] string NameEn,
    [property: Meaning("Name in Chinese", "中文名稱")] string NameZh,
    [property: Meaning("Permissions", "權限")] IReadOnlyList<string> Permissions,
    [property: Meaning("Courses whose certificate is required", "須具備之課程證書")] IReadOnlyList<string> Certificates,
    [property: Meaning("Whether a second factor is needed", "是否須第二因子")] bool NeedsSecondFactor,
    [property: Meaning("Whether its holder may see sealed content", "是否得知悉封存內容")] bool SeesContent,
    [property: Meaning("Roles that exclude this one", "互斥角色")] IReadOnlyList<string> Excludes)
{
    // Of the journal's book, which states it for its own commands.
    private const string JournalKeys = "journal.keys";

    /// <summary>Whether it lets its holder decide on what others propose, or give rights to others.</summary>
    public bool IsApproving => Permissions.Any(permission =>
        permission.EndsWith(".approve", StringComparison.Ordinal) || permission is PeoplePermissions.Manage or PeoplePermissions.Clear);

    /// <summary>
    /// Whether appointing to it takes two persons: its holder approves, gives rights, opens content for which nobody cleared
    /// them, says that such an opening was justified, or keeps the keys. No part of the journal's format.
    /// </summary>
    [JsonIgnore]
    public bool TakesTwoPersons => IsApproving
        || Permissions.Any(permission => permission is PeoplePermissions.BreakGlass or PeoplePermissions.Review or JournalKeys);
}
