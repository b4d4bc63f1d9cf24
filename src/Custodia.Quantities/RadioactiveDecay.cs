namespace Custodia.Quantities;

/// <summary>
/// Radioactive decay of a mass, in decimal arithmetic: the same digits on every machine. Half-lives are data and come
/// from
/// the caller; a result is rounded to the microgram, halves away from zero.
/// </summary>
public static class RadioactiveDecay
{
    /// <summary>Days of a year by which half-lives are stated (the Julian year).</summary>
    public const decimal DaysPerYear = 365.25m;

    private const decimal Ln2 = 0.6931471805599453094172321215m;

    /// <summary>What is left of a nuclide.</summary>
    /// <param name="mass">Its mass at the reference date.</param>
    /// <param name="halfLife">Half-life in years, above zero.</param>
    /// <param name="years">Time since then in years, not negative.</param>
    public static Mass Remaining(Mass mass, decimal halfLife, decimal years) => Scale(mass, Fraction(halfLife, years));

    /// <summary>The part of a nuclide that is left, from 1 down to 0.</summary>
    /// <param name="halfLife">Half-life in years, above zero.</param>
    /// <param name="years">Time in years, not negative.</param>
    public static decimal Fraction(decimal halfLife, decimal years)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(halfLife);
        ArgumentOutOfRangeException.ThrowIfNegative(years);
        var halvings = years / halfLife;
        var whole = decimal.Truncate(halvings);
        var fraction = Exp(-(halvings - whole) * Ln2);
        for (; whole > 0 && fraction > 0; whole--)
            fraction /= 2;
        return fraction;
    }

    /// <summary>
    /// What a nuclide leaves of its daughter of the same mass number, which decays in turn, where there was none before
    /// (Bateman's equation for one step), such as americium-241 from plutonium-241.
    /// </summary>
    /// <param name="parent">Mass of the parent at the reference date.</param>
    /// <param name="parentHalfLife">In years.</param>
    /// <param name="daughterHalfLife">In years; not that of the parent.</param>
    /// <param name="years">Time since then in years.</param>
    public static Mass Ingrowth(Mass parent, decimal parentHalfLife, decimal daughterHalfLife, decimal years)
    {
        if (parentHalfLife == daughterHalfLife)
            throw new ArgumentException("Parent and daughter have different half-lives.", nameof(daughterHalfLife));
        // λ1 / (λ2 − λ1) = T2 / (T1 − T2).
        var ratio = daughterHalfLife / (parentHalfLife - daughterHalfLife);
        return Scale(parent, ratio * (Fraction(parentHalfLife, years) - Fraction(daughterHalfLife, years)));
    }

    /// <summary>The time between two days in years.</summary>
    public static decimal Years(DateOnly from, DateOnly to) => (to.DayNumber - from.DayNumber) / DaysPerYear;

    private static Mass Scale(Mass mass, decimal factor) =>
        Mass.FromMicrograms((long)decimal.Round(mass.Micrograms * factor, MidpointRounding.AwayFromZero));

    /// <summary>e to the power of x by its series, for x from −0.7 to 0: each term is at least a factor of 1.4 below
    /// the last.</summary>
    private static decimal Exp(decimal x)
    {
        var (sum, term) = (1m, 1m);
        for (var n = 1; term != 0; n++)
            sum += term *= x / n;
        return sum;
    }
}
