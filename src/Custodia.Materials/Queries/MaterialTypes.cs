using Custodia.Quantities;

namespace Custodia.Materials.Queries;

/// <summary>To which type of material an account's amount belongs.</summary>
public static class MaterialTypes
{
    /// <summary>The type: enriched uranium is decided by what is in it, 20 % and more being highly enriched.</summary>
    /// <remarks>
    /// Unified uranium (U), reported without its isotope, counts as natural. In E/J the isotopes are taken together.
    /// </remarks>
    public static MaterialType Of(MaterialCode material, Amount amount) => material.Element switch
    {
        'P' => MaterialType.Plutonium,
        'T' => MaterialType.Thorium,
        'D' => MaterialType.DepletedUranium,
        'E' when material.Isotope == 'K' => MaterialType.Uranium233,
        'E' when (decimal)amount.Fissile.Micrograms * 5 >= amount.Element.Micrograms =>
            MaterialType.HighEnrichedUranium,
        'E' => MaterialType.LowEnrichedUranium,
        _ => MaterialType.NaturalUranium,
    };

    /// <summary>Weight fraction of the fissile isotopes in enriched uranium, in percent; <c>null</c> for other
    /// materials.</summary>
    public static decimal? EnrichmentPercent(Weight weight) =>
        weight.Material.Element != 'E' || weight.Amount.Element.IsZero
            ? null
            : (decimal)weight.Amount.Fissile.Micrograms * 100 / weight.Amount.Element.Micrograms;
}
