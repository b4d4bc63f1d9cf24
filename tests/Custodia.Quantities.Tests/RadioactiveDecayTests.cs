using FsCheck;
using FsCheck.Fluent;

namespace Custodia.Quantities.Tests;

public sealed class RadioactiveDecayTests
{
    private const decimal Pu241 = 14.325m;
    private const decimal Am241 = 432.6m;

    /// <summary>1 000 g of plutonium with 10/600/230/120/40 g of 238/239/240/241/242, three years on.</summary>
    [Theory]
    [InlineData(10, 87.7, 9.7657)]
    [InlineData(120, 14.325, 103.7859)]
    public void Plutonium_isotopes_decay_by_their_half_lives(decimal grams, decimal halfLife, decimal expected) =>
        Assert.Equal(expected, RadioactiveDecay.Remaining(Mass.FromGrams(grams), halfLife, 3).Grams, 4);

    [Fact]
    public void A_kilogram_of_plutonium_loses_16_573_g_in_three_years()
    {
        (decimal Grams, decimal HalfLife)[] isotopes =
            [(10, 87.7m), (600, 24_110), (230, 6_561), (120, Pu241), (40, 375_000)];
        var left = isotopes.Sum(i => RadioactiveDecay.Remaining(Mass.FromGrams(i.Grams), i.HalfLife, 3).Grams);
        Assert.Equal(983.427m, left, 3);
    }

    [Theory]
    [InlineData(1, 5.668)]
    [InlineData(10, 46.033)]
    public void Plutonium_241_becomes_americium(decimal years, decimal lost) =>
        Assert.Equal(120 - lost, RadioactiveDecay.Remaining(Mass.FromGrams(120), Pu241, years).Grams, 3);

    [Fact]
    public void Americium_grows_in_from_plutonium_241() =>
        Assert.Equal(16.17m, RadioactiveDecay.Ingrowth(Mass.FromGrams(120), Pu241, Am241, 3).Grams, 2);

    [Fact]
    public void After_a_whole_number_of_half_lives_the_halves_are_exact() =>
        Assert.Equal(0.125m, RadioactiveDecay.Fraction(Pu241, 3 * Pu241));

    [Fact]
    public void Two_waits_are_as_one() => Prop.ForAll(
        Gen.Choose(0, 100_000).Two().ToArbitrary(),
        waits =>
        {
            var (first, second) = (waits.Item1 / 1_000m, waits.Item2 / 1_000m);
            var stepwise = RadioactiveDecay.Fraction(Pu241, first) * RadioactiveDecay.Fraction(Pu241, second);
            return Math.Abs(stepwise - RadioactiveDecay.Fraction(Pu241, first + second)) < 1e-24m;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Years_between_days_are_julian() =>
        Assert.Equal(4m, RadioactiveDecay.Years(new DateOnly(2024, 1, 1), new DateOnly(2028, 1, 1)));

    [Fact]
    public void A_half_life_of_nothing_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => RadioactiveDecay.Fraction(0, 1));
}
