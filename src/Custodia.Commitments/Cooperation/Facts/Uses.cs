using Custodia.Books;

namespace Custodia.Commitments.Cooperation.Facts;

/// <summary>From what isotopes are made.</summary>
public enum IsotopeRoute
{
    /// <summary>Targets or fuel of uranium enriched to 20 % or more.</summary>
    HighEnriched,

    /// <summary>Targets or fuel of uranium enriched to less than 20 %.</summary>
    LowEnriched,

    /// <summary>No uranium: accelerators, activation.</summary>
    NoUranium,
}

/// <summary>Records what activity of an isotope was made in a period by one route.</summary>
/// <param name="Isotope">Which, such as <c>Mo-99</c>.</param>
/// <param name="Route">From what.</param>
/// <param name="Activity">In TBq, at the end of irradiation.</param>
/// <param name="On">Last day of the period.</param>
/// <param name="Producer">Who made it, or where.</param>
public sealed record RecordProduction(
    [Meaning("Isotope, such as Mo-99", "同位素，如 Mo-99")] string Isotope,
    [Meaning("From what it is made", "生產路徑")] IsotopeRoute Route,
    [Meaning("Activity in TBq, at the end of irradiation", "照射結束時之活度（TBq）")] decimal Activity,
    [Meaning("Last day of the period", "期間末日")] DateOnly On,
    [Meaning("Who made it", "生產者")] string? Producer = null) : IDated;

/// <summary>Plans how much plutonium goes into MOX fuel in a year; what was planned last for a year counts.</summary>
/// <param name="Year">The calendar year.</param>
/// <param name="Kilograms">Mass of plutonium; zero: none.</param>
/// <param name="On">Day of the plan.</param>
/// <param name="Document">The plan.</param>
public sealed record PlanPlutonium(
    [Meaning("Calendar year", "年度")] int Year,
    [Meaning("Plutonium in kilograms; 0: none", "鈽（公斤）；0 表示無")] decimal Kilograms,
    [Meaning("Day of the plan", "計畫日期")] DateOnly On,
    [Meaning("The plan", "計畫文件")] string Document) : IDated;

/// <summary>For what an expert is lent.</summary>
public enum ExpertPurpose
{
    /// <summary>A mission of the IAEA.</summary>
    Mission,

    /// <summary>The drafting of guidance.</summary>
    Drafting,
}

/// <summary>Records that national experts were lent to the IAEA.</summary>
/// <param name="Purpose">For what.</param>
/// <param name="Title">The mission or publication.</param>
/// <param name="Days">Over all experts, in days.</param>
/// <param name="On">Last day.</param>
public sealed record LendExperts(
    [Meaning("For what", "用途")] ExpertPurpose Purpose,
    [Meaning("Mission or publication", "任務或出版品")] string Title,
    [Meaning("Days over all experts", "全部專家之人日數")] decimal Days,
    [Meaning("Last day", "末日")] DateOnly On) : IDated;
