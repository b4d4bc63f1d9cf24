using System.Globalization;
using Custodia.Quantities;

namespace Custodia.Server.Components;

/// <summary>
/// Writes exact masses as figures: groups of three digits, the same in every language, never rounded.
/// </summary>
public static class QuantityFormat
{
    private const int ExactGramDecimals = 6;
    private const int ExactKilogramDecimals = 9;
    private const decimal GramsPerKilogram = 1000m;

    /// <summary>The symbol of a unit: <c>g</c> or <c>kg</c>.</summary>
    public static string Symbol(MassUnit unit) => unit switch
    {
        MassUnit.Gram => "g",
        MassUnit.Kilogram => "kg",
        _ => throw new ArgumentOutOfRangeException(nameof(unit)),
    };

    /// <summary>The figure without its unit.</summary>
    /// <param name="mass">What to write.</param>
    /// <param name="unit">In which unit.</param>
    /// <param name="decimals">
    /// At least so many decimals, so that a column lines up; more are written where the mass has them.
    /// </param>
    /// <param name="signed">Whether a gain is written with a plus.</param>
    public static string Figure(Mass mass, MassUnit unit, int decimals = 0, bool signed = false)
    {
        var (number, exact) = unit == MassUnit.Gram
            ? (mass.Grams, ExactGramDecimals)
            : (mass.Grams / GramsPerKilogram, ExactKilogramDecimals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, exact);
        var format = "#,##0." + new string('0', decimals) + new string('#', exact - decimals);
        var figure = number.ToString(format, CultureInfo.InvariantCulture);
        return signed && mass > Mass.Zero ? "+" + figure : figure;
    }

    /// <summary>The figure and its unit: <c>30,400 g</c>.</summary>
    public static string WithUnit(Mass mass, MassUnit unit, int decimals = 0, bool signed = false) =>
        $"{Figure(mass, unit, decimals, signed)} {Symbol(unit)}";
}
