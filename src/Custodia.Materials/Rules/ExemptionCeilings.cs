using System.Globalization;
using Custodia.Quantities;

namespace Custodia.Materials.Rules;

/// <summary>
/// The ceilings of INFCIRC/153 paragraph 37 on what a State may have exempt: 1 kg of special fissionable material (weighted
/// by enrichment), 10 t of natural and depleted uranium above 0.5 %, 20 t of depleted uranium below, 20 t of thorium.
/// </summary>
public static class ExemptionCeilings
{
    private const decimal SpecialFissionableGrams = 1_000m;
    private const decimal NaturalAndDepletedGrams = 10_000_000m;
    private const decimal ThoriumGrams = 20_000_000m;

    /// <summary>
    /// Special fissionable material as ¶37 weighs it, in grams: plutonium as it is; uranium of 20 % and more times its
    /// enrichment; below 20 % and above natural times five times the square of its enrichment.
    /// </summary>
    public static decimal SpecialFissionable(IEnumerable<Weight> weights)
    {
        var sum = 0m;
        foreach (var (material, amount) in weights)
        {
            if (material.Element == 'P')
                sum += amount.Element.Grams;
            if (material.Element != 'E' || amount.Element.IsZero)
                continue;
            var enrichment = (decimal)amount.Fissile.Micrograms / amount.Element.Micrograms;
            sum += amount.Element.Grams * (enrichment >= 0.2m ? enrichment : 5m * enrichment * enrichment);
        }

        return sum;
    }

    /// <summary>The first ceiling that these totals exceed, as texts for a refusal, or <c>null</c>.</summary>
    /// <remarks>
    /// Depleted uranium is reported without its isotope, so that above and below 0.5 % can't be told apart: all of it
    /// counts against the narrower ceiling.
    /// </remarks>
    public static (string Ceiling, string Total)? Exceeded(IEnumerable<Weight> exempt)
    {
        var weights = exempt.ToList();
        var special = SpecialFissionable(weights);
        if (special > SpecialFissionableGrams)
            return ("≤ 1000 g", Grams(special));
        var uranium = Total(weights, 'N') + Total(weights, 'D');
        if (uranium > NaturalAndDepletedGrams)
            return ("≤ 10000000 g", Grams(uranium));
        var thorium = Total(weights, 'T');
        return thorium > ThoriumGrams ? ("≤ 20000000 g", Grams(thorium)) : null;
    }

    private static decimal Total(IEnumerable<Weight> weights, char element) =>
        weights.Where(w => w.Material.Element == element).Aggregate(Mass.Zero, (sum, w) => sum + w.Amount.Element).Grams;

    private static string Grams(decimal grams) => grams.ToString("0.###", CultureInfo.InvariantCulture) + " g";
}
