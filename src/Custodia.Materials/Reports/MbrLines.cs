using Custodia.Materials.Tables;

namespace Custodia.Materials.Reports;

/// <summary>
/// The lines of a material balance report that are no inventory changes (INFCIRC/153 ¶67), in the order in which they
/// stand: PB; the changes by code; BE; the difference DI; BA; PE; MF.
/// </summary>
public static class MbrLines
{
    /// <summary>Beginning physical inventory.</summary>
    public const string Beginning = "PB";

    /// <summary>Ending book inventory: PB, plus increases, minus decreases, plus rounding adjustment.</summary>
    public const string EndingBook = "BE";

    /// <summary>Adjusted ending book inventory: BE − DI, DI being shipper − receiver.</summary>
    public const string AdjustedBook = "BA";

    /// <summary>Ending physical inventory.</summary>
    public const string EndingPhysical = "PE";

    /// <summary>Material unaccounted for: BA − PE. Positive is an apparent loss.</summary>
    public const string Unaccounted = "MF";

    /// <summary>The lines with their names.</summary>
    public static IReadOnlyList<CodedName> All { get; } =
    [
        new(Beginning, "Beginning physical inventory", "期初實際存量"),
        new(EndingBook, "Ending book inventory", "期末帳面存量"),
        new(AdjustedBook, "Adjusted ending book inventory", "調整後期末帳面存量"),
        new(EndingPhysical, "Ending physical inventory", "期末實際存量"),
        new(Unaccounted, "Material unaccounted for", "不明物料量"),
    ];
}
