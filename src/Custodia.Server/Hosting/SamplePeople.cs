using Custodia.Books;
using Custodia.Books.Access;
using Custodia.People.Facts;

namespace Custodia.Server.Hosting;

/// <summary>Somebody of the sample State.</summary>
/// <param name="Id">Id to sign in with: it says the duty.</param>
/// <param name="Name">Name: it says the duty, too. Nobody is called so.</param>
/// <param name="Organisation">Id of the organisation.</param>
/// <param name="Role">Id of the role.</param>
/// <param name="Places">Where appointed.</param>
/// <param name="IsCleared">Whether cleared for these places.</param>
/// <param name="Kind">Person or device.</param>
public sealed record SamplePerson(string Id, Bilingual Name, string Organisation, string Role, IReadOnlyList<string> Places,
    bool IsCleared, HolderKind Kind = HolderKind.Person);

/// <summary>A certificate of somebody of the sample State.</summary>
/// <param name="Person">Whose.</param>
/// <param name="Course">Course.</param>
/// <param name="YearsAgo">Issued so many years ago; each is valid for two.</param>
public sealed record SampleCertificate(string Person, string Course, int YearsAgo);

/// <summary>
/// The organisations and people of the sample State: one for each role that comes with the product. All of it is invented.
/// Whoever has the manual has the password, so it is taken in the folder of the sample State only.
/// </summary>
public static class SamplePeople
{
    /// <summary>The password of every sample account.</summary>
    public const string Password = "quiet herons over amber reeds";

    private const string Authority = "AUTHORITY";
    private const string Power = "POWER";
    private const string Fuel = "FUEL";
    private const string Institute = "INSTITUTE";

    /// <summary>The organisations.</summary>
    public static IReadOnlyList<Organisation> Organisations { get; } =
    [
        new(Authority, "Sample regulatory authority", "示範管制機關", OrganisationKind.Authority, []),
        new(Power, "Sample power operator", "示範電力營運者", OrganisationKind.Operator, ["facility:XA-R"]),
        new(Fuel, "Sample fuel operator", "示範燃料營運者", OrganisationKind.Operator, ["facility:XA-F", "facility:XA-ST"]),
        new(Institute, "Sample research laboratory", "示範研究實驗室", OrganisationKind.Laboratory, ["facility:XA-RR"]),
        new("CUSTOMS", "Sample customs", "示範海關", OrganisationKind.Customs, []),
        new("POLICE", "Sample police", "示範警察機關", OrganisationKind.Police, []),
        new("INSPECTORATE", "Sample inspectorate", "示範檢查機構", OrganisationKind.Inspectorate, []),
    ];

    /// <summary>The people, and a device.</summary>
    public static IReadOnlyList<SamplePerson> All { get; } =
    [
        At("accountant.xaf", "Accountant, fuel plant", "料帳員（燃料廠）", Fuel, "accountant", "facility:XA-F", "facility:XA-ST"),
        At("approver.xaf", "Approver, fuel plant", "核可人（燃料廠）", Fuel, "operator-approver", "facility:XA-F", "facility:XA-ST"),
        At("accountant.xar", "Accountant, power plant", "料帳員（核能電廠）", Power, "accountant", "facility:XA-R"),
        At("approver.xar", "Approver, power plant", "核可人（核能電廠）", Power, "operator-approver", "facility:XA-R"),
        At("accountant.xarr", "Accountant, research reactor", "料帳員（研究用反應器）", Institute, "accountant", "facility:XA-RR"),
        At("state.accountant", "State accountant", "國家料帳官", Authority, "state-accountant", Places.State),
        At("regulator", "Regulator", "管制官", Authority, "regulator", Places.State),
        At("licensing", "Licensing officer", "核照官", Authority, "licensing-officer", Places.State),
        At("official", "Official", "主管官員", Authority, "official", Places.State),
        At("inspector", "Inspector", "檢查員", "INSPECTORATE", "inspector", Places.State),
        At("customs", "Customs officer", "海關人員", "CUSTOMS", "customs-officer", Places.State) with { IsCleared = false },
        At("spectroscopist", "Spectroscopist", "能譜分析員", Institute, "spectroscopist", Places.State) with { IsCleared = false },
        At("analyst", "Laboratory analyst", "實驗室分析員", Institute, "laboratory-analyst", Places.State) with { IsCleared = false },
        At("duty.officer", "Response duty officer", "應變值勤官", "POLICE", "response-duty-officer", Places.State) with { IsCleared = false },
        At("security", "Security officer", "保安官", Authority, "security-officer", Places.State) with { IsCleared = false },
        At("auditor", "Auditor", "稽核員", Authority, "auditor", Places.State) with { IsCleared = false },
        At("administrator", "Administrator", "系統管理員", Authority, "administrator", Places.State) with { IsCleared = false },
        At("gateway.xaf", "Accounting system, fuel plant", "料帳系統（燃料廠）", Fuel, "accountant", "facility:XA-F") with { Kind = HolderKind.Device },
    ];

    /// <summary>The certificates that roles ask for; the analyst's has expired, and with it the role.</summary>
    public static IReadOnlyList<SampleCertificate> Certificates { get; } =
    [
        new("customs", "portal-monitors", YearsAgo: 1),
        new("spectroscopist", "gamma-spectrometry", YearsAgo: 1),
        new("inspector", "inspection", YearsAgo: 1),
        new("analyst", "laboratory-practice", YearsAgo: 3),
    ];

    /// <summary>The funded posts of the authority and the inspectorate: two are vacant.</summary>
    public static IReadOnlyList<Post> PostsFrom(DateOnly day) =>
    [
        new("regulator-1", Authority, "Regulator", "管制官", day, "regulator"),
        new("licensing-1", Authority, "Licensing officer", "核照官", day, "licensing"),
        new("accounting-1", Authority, "State accountant", "國家料帳官", day, "state.accountant"),
        new("security-1", Authority, "Security officer", "保安官", day, "security"),
        new("transport-1", Authority, "Officer for transport security", "運送保安承辦官", day),
        new("inspector-1", "INSPECTORATE", "Inspector", "檢查員", day, "inspector", "inspection"),
        new("inspector-2", "INSPECTORATE", "Second inspector", "第二檢查員", day, Course: "inspection"),
    ];

    /// <summary>Whether that is the sample's password, however it was typed.</summary>
    internal static bool IsPassword(string typed) => SignIn.PasswordRules.Normal(typed) == Password;

    private static SamplePerson At(string id, string en, string zh, string organisation, string role, params string[] places) =>
        new(id, new Bilingual(en, zh), organisation, role, places, IsCleared: true);
}
