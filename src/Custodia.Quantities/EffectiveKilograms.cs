namespace Custodia.Quantities;

/// <summary>The unit by which INFCIRC/153 (paragraph 104) compares different nuclear materials.</summary>
public static class EffectiveKilograms
{
    private const decimal LowFactor = 0.0001m;
    private const decimal LowestFactor = 0.00005m;

    /// <summary>
    /// Effective kilograms in an amount: plutonium by its mass; uranium of 1 % and more by its mass times the square of
    /// its
    /// enrichment; from 1 % down to above 0.5 % its mass times 0.0001; from 0.5 % down, and thorium, times 0.00005.
    /// </summary>
    /// <param name="type">Type of the material.</param>
    /// <param name="element">Mass of the element.</param>
    /// <param name="fissile">
    /// Mass of the fissile isotope; for depleted uranium zero where it was not reported: it then counts as 0.5 % or
    /// less.
    /// </param>
    public static decimal In(MaterialType type, Mass element, Mass fissile) => type switch
    {
        MaterialType.Plutonium => Kilograms(element),
        MaterialType.NaturalUranium => Kilograms(element) * LowFactor,
        MaterialType.Thorium => Kilograms(element) * LowestFactor,
        MaterialType.Uranium233 or MaterialType.HighEnrichedUranium or MaterialType.LowEnrichedUranium
            or MaterialType.DepletedUranium => InUranium(element, fissile),
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    private static decimal InUranium(Mass element, Mass fissile)
    {
        if (element.IsZero)
            return 0;
        var enrichment = (decimal)fissile.Micrograms / element.Micrograms;
        if (enrichment >= 0.01m)
            return Kilograms(fissile) * enrichment;
        return Kilograms(element) * (enrichment > 0.005m ? LowFactor : LowestFactor);
    }

    private static decimal Kilograms(Mass mass) => mass.Grams / 1000m;
}
