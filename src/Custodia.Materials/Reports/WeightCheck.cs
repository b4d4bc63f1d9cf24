using Custodia.Quantities;

namespace Custodia.Materials.Reports;

/// <summary>Checks of the weights of one entry.</summary>
internal static class WeightCheck
{
    /// <summary>Codes whose weights may be below zero: a difference, an adjustment, and MUF.</summary>
    private static readonly string[] OfEitherSign = ["DI", "RA", MbrLines.Unaccounted];

    public static IEnumerable<ReportFinding> Of(ReportEntry entry) =>
        entry.Weights.Count == 0 && entry.Status != EntryStatus.Deletion
            ? [new ReportFinding(ReportRules.NoWeight, entry.Number, "weights")]
            : entry.Weights.SelectMany(weight => Of(entry, weight));

    private static IEnumerable<ReportFinding> Of(ReportEntry entry, Weight weight)
    {
        var isEitherSign = OfEitherSign.Contains(entry.Code);
        if (weight.Amount.IsNegative && !isEitherSign)
            yield return new(ReportRules.NegativeWeight, entry.Number, "weights", ">= 0", weight.ToString());
        if (weight.Amount.Fissile > weight.Amount.Element && !isEitherSign)
            yield return new(ReportRules.IsotopeExceeds, entry.Number, "weights", $"<= {weight.Amount.Element}", weight.ToString());
        var hasIsotope = weight.Material.Isotope != '\0' || weight.Amount.Fissile != Mass.Zero;
        if (weight.Material.Element == 'E' && !hasIsotope)
            yield return new(ReportRules.IsotopeMissing, entry.Number, "weights", "E/G, E/K, E/J", weight.ToString());
        if (weight.Material.Element != 'E' && hasIsotope)
            yield return new(ReportRules.IsotopeForbidden, entry.Number, "weights", $"{weight.Material.Element}", weight.ToString());
    }
}
