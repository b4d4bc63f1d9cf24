using Custodia.Quantities;

namespace Custodia.Materials.Reports;

/// <summary>
/// How amounts are rounded for a report: each to its unit (kg for N, D and T; g for E, P, U and every isotope), halves
/// away from zero, and what rounding did to a sum is shown as the rounding adjustment RA.
/// </summary>
/// <remarks>Source: the rule of the IAEA's forms as a national transposition states it (sums on unrounded data).</remarks>
public static class Rounding
{
    private const decimal GramsPerKilogram = 1000m;

    /// <summary>The amount in whole units.</summary>
    /// <exception cref="OverflowException">The rounded amount is out of the range of <see cref="Mass"/>.</exception>
    public static Mass Of(Mass exact, MassUnit unit) =>
        Mass.FromGrams(unit == MassUnit.Kilogram ? exact.Round(unit) * GramsPerKilogram : exact.Round(unit));

    /// <summary>The weight as a report states it: the element in its unit, the isotopes in grams.</summary>
    /// <exception cref="OverflowException">The rounded amount is out of the range of <see cref="Mass"/>.</exception>
    public static Weight Of(Weight exact) => exact with
    {
        Amount = new(Of(exact.Amount.Element, exact.Material.Unit), Of(exact.Amount.Fissile, MassUnit.Gram)),
    };

    /// <summary>
    /// The rounding adjustment of lines that are reported rounded: round(sum of the unrounded) − sum of the rounded.
    /// </summary>
    /// <param name="material">The material of all of them.</param>
    /// <param name="exact">The unrounded amounts, with the sign that they have in the balance.</param>
    /// <exception cref="OverflowException">A sum is out of the range of <see cref="Mass"/>.</exception>
    public static Amount Adjustment(MaterialCode material, IEnumerable<Amount> exact)
    {
        var sum = Amount.Zero;
        var rounded = Amount.Zero;
        foreach (var amount in exact)
        {
            sum += amount;
            rounded += Of(new Weight(material, amount)).Amount;
        }

        return Of(new Weight(material, sum)).Amount - rounded;
    }
}
