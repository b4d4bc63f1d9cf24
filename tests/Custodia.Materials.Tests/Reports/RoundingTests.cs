using Custodia.Materials.Reports;
using Custodia.Quantities;

namespace Custodia.Materials.Tests.Reports;

public sealed class RoundingTests
{
    [Fact]
    public void Three_lines_rounded_to_the_kilogram_need_an_adjustment_of_one_kilogram()
    {
        Amount[] lines = [.. new[] { 10.4m, 20.4m, 30.4m }.Select(kg => new Amount(Mass.FromKilograms(kg), Mass.Zero))];
        Assert.Equal([10m, 20m, 30m], lines.Select(line => Rounding.Of(line.Element, MassUnit.Kilogram).Grams / 1000));
        Assert.Equal(Mass.FromKilograms(1), Rounding.Adjustment(new('N', '\0'), lines).Element);
    }

    [Theory]
    [InlineData('N', 1500, 2000)]
    [InlineData('D', 1499, 1000)]
    [InlineData('T', 500, 1000)]
    [InlineData('P', 1500.5, 1501)]
    [InlineData('U', 0.4, 0)]
    [InlineData('P', -0.5, -1)]
    public void An_element_is_rounded_to_its_unit_with_halves_away_from_zero(char element, decimal grams, decimal rounded) =>
        Assert.Equal(Mass.FromGrams(rounded), Rounding.Of(Weight.Of(element, Mass.FromGrams(grams))).Amount.Element);

    [Fact]
    public void Enriched_uranium_and_its_isotopes_are_rounded_to_the_gram_each() =>
        Assert.Equal(Examples.Leu(1001, 45),
            Rounding.Of(Weight.Enriched(Mass.FromGrams(1000.5m), Mass.FromGrams(44.6m))));

    [Fact]
    public void Decreases_are_adjusted_with_their_sign()
    {
        Amount[] lines = [new(Mass.FromGrams(10.6m), Mass.FromGrams(1.4m)), -new Amount(Mass.FromGrams(0.4m), Mass.FromGrams(0.6m))];
        Assert.Equal(new Amount(Mass.FromGrams(-1), Mass.FromGrams(1)), Rounding.Adjustment(new('E', 'G'), lines));
    }
}
