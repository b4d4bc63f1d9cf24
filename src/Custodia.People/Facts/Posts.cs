using Custodia.Books;

namespace Custodia.People.Facts;

/// <summary>A funded post of an organisation, and who fills it; set again with its id, it stands as said then.</summary>
public sealed record Post(
    [property: Meaning("Id: 3 to 40 of a–z, 0–9, dash", "識別碼：3 至 40 個 a–z、0–9 或連字號")] string Id,
    [property: Meaning("Id of the organisation", "機構識別碼")] string Organisation,
    [property: Meaning("Name in English", "英文名稱")] string NameEn,
    [property: Meaning("Name in Chinese", "中文名稱")] string NameZh,
    [property: Meaning("From which day it stands so", "生效日")] DateOnly From,
    [property: Meaning("Who fills it; left out: vacant", "任職人員；留空為懸缺")] string? Holder = null,
    [property: Meaning("Course whose certificate it takes, as of an inspector", "須具備之課程證書（如檢查員）")] string? Course = null,
    [property: Meaning("Last day on which it is funded", "編列經費之末日")] DateOnly? LastDay = null);

/// <summary>A funded post was set.</summary>
public sealed record PostSet(Post Post) : PersonalFact;
