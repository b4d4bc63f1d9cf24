namespace Custodia.Quantities;

/// <summary>
/// The significant quantity: the approximate amount from which a nuclear explosive device cannot be excluded
/// (IAEA Safeguards Glossary, table of significant quantities).
/// </summary>
public static class SignificantQuantities
{
    /// <summary>One significant quantity of a type.</summary>
    /// <returns>Mass of the element for plutonium, natural and depleted uranium and thorium; of the isotope for the
    /// others.</returns>
    public static Mass One(MaterialType type) => type switch
    {
        MaterialType.Plutonium or MaterialType.Uranium233 => Mass.FromKilograms(8),
        MaterialType.HighEnrichedUranium => Mass.FromKilograms(25),
        MaterialType.LowEnrichedUranium => Mass.FromKilograms(75),
        MaterialType.NaturalUranium => Mass.FromKilograms(10_000),
        MaterialType.DepletedUranium or MaterialType.Thorium => Mass.FromKilograms(20_000),
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    /// <summary>Whether the quantity counts the fissile isotope, not the element.</summary>
    public static bool CountsIsotope(MaterialType type) =>
        type is MaterialType.Uranium233 or MaterialType.HighEnrichedUranium or MaterialType.LowEnrichedUranium;

    /// <summary>How many significant quantities there are in an amount; one division, of exact numbers.</summary>
    /// <param name="type">Type of the material.</param>
    /// <param name="element">Mass of the element.</param>
    /// <param name="fissile">Mass of the fissile isotope.</param>
    public static decimal In(MaterialType type, Mass element, Mass fissile) =>
        (decimal)(CountsIsotope(type) ? fissile : element).Micrograms / One(type).Micrograms;
}
