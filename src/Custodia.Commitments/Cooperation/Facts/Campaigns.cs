using Custodia.Books;

namespace Custodia.Commitments.Cooperation.Facts;

/// <summary>What is kept with the day from which it counts.</summary>
public interface IDated
{
    /// <summary>The day.</summary>
    DateOnly On { get; }
}

/// <summary>How a campaign gets rid of highly enriched uranium.</summary>
public enum CampaignKind
{
    /// <summary>A reactor or plant is changed over to low enriched uranium, and its old material removed.</summary>
    Conversion,

    /// <summary>The material goes back to the State that supplied it.</summary>
    Repatriation,

    /// <summary>The material is blended down to low enriched uranium.</summary>
    DownBlending,
}

/// <summary>
/// Announces a campaign to remove highly enriched uranium. What it removes is never stated: it is read in the ledgers of its places.
/// </summary>
/// <param name="Id">A short id for addresses.</param>
/// <param name="NameEn">Name in English.</param>
/// <param name="NameZh">Name in Chinese.</param>
/// <param name="Kind">How.</param>
/// <param name="On">Day from which what is removed counts.</param>
/// <param name="Due">Day by which nothing is to be left.</param>
/// <param name="Places">Facilities and MBAs of the book of materials, by code.</param>
/// <param name="Batches">Only these batches there, with what is made of them; left out: all highly enriched uranium there.</param>
/// <param name="Items">Ids of the promises of the register that it serves.</param>
/// <param name="Pledge">The pledge in the State's own words, where it is none of the register.</param>
/// <param name="Milestones">The steps on the way.</param>
public sealed record AnnounceCampaign(
    [Meaning("Short id: small letters, digits and hyphens", "簡短識別碼：小寫字母、數字與連字號")] string Id,
    [Meaning("Name in English", "英文名稱")] string NameEn,
    [Meaning("Name in Chinese", "中文名稱")] string NameZh,
    [Meaning("How the material is removed", "去除方式")] CampaignKind Kind,
    [Meaning("Day from which it counts", "起算日")] DateOnly On,
    [Meaning("Day by which nothing is to be left", "期限")] DateOnly Due,
    [Meaning("Facilities and MBAs, by code", "設施與物料平衡區代碼")] IReadOnlyList<string> Places,
    [Meaning("Only these batches there, with what is made of them", "僅其中此等批次及其後續批次")] IReadOnlyList<string>? Batches = null,
    [Meaning("Promises that it serves, such as WP10-6.5", "對應承諾，如 WP10-6.5")] IReadOnlyList<string>? Items = null,
    [Meaning("The pledge in own words", "自訂承諾文字")] string? Pledge = null,
    [Meaning("Steps on the way", "里程碑")] IReadOnlyList<CampaignMilestone>? Milestones = null) : IDated;

/// <summary>A step of a campaign.</summary>
/// <param name="NameEn">Name in English, such as <c>LEU fuel qualified</c>.</param>
/// <param name="NameZh">Name in Chinese.</param>
/// <param name="Due">Day by which it is to be reached.</param>
public sealed record CampaignMilestone(
    [Meaning("Name in English", "英文名稱")] string NameEn,
    [Meaning("Name in Chinese", "中文名稱")] string NameZh,
    [Meaning("Day by which it is to be reached", "期限")] DateOnly Due);
