namespace Custodia.Quantities.Tests;

public sealed class SafeguardsQuantitiesTests
{
    /// <summary>IAEA Safeguards Glossary: 8 kg Pu and U-233, 25 kg U-235 in HEU, 75 kg in LEU, 10 t natural, 20 t depleted and Th.</summary>
    [Theory]
    [InlineData(MaterialType.Plutonium, 20.25, 0, 2.53125)]
    [InlineData(MaterialType.Uranium233, 100, 4, 0.5)]
    [InlineData(MaterialType.HighEnrichedUranium, 100, 50, 2)]
    [InlineData(MaterialType.LowEnrichedUranium, 30_400, 1_337.6, 17.834666666666666)]
    [InlineData(MaterialType.NaturalUranium, 25_000, 0, 2.5)]
    [InlineData(MaterialType.DepletedUranium, 5_000, 0, 0.25)]
    [InlineData(MaterialType.Thorium, 20_000, 0, 1)]
    public void Significant_quantities_count_the_element_or_the_isotope(
        MaterialType type, decimal element, decimal fissile, decimal expected) =>
        Assert.Equal(expected,
            SignificantQuantities.In(type, Mass.FromKilograms(element), Mass.FromKilograms(fissile)), 12);

    [Fact]
    public void Of_one_significant_quantity_there_is_exactly_one() =>
        Assert.All(Enum.GetValues<MaterialType>(), type => Assert.Equal(
            1m, SignificantQuantities.In(type, SignificantQuantities.One(type), SignificantQuantities.One(type))));

    [Theory]
    [InlineData(MaterialType.LowEnrichedUranium, 30_400, 1_337.6, 58.8544)]
    [InlineData(MaterialType.NaturalUranium, 20_000, 0, 2)]
    [InlineData(MaterialType.DepletedUranium, 20_000, 0, 1)]
    [InlineData(MaterialType.DepletedUranium, 20_000, 120, 2)]
    [InlineData(MaterialType.LowEnrichedUranium, 1_000, 8, 0.1)]
    [InlineData(MaterialType.LowEnrichedUranium, 1_000, 10, 0.1)]
    [InlineData(MaterialType.Plutonium, 1.25, 0, 1.25)]
    [InlineData(MaterialType.Thorium, 20_000, 0, 1)]
    [InlineData(MaterialType.HighEnrichedUranium, 0, 0, 0)]
    public void Effective_kilograms_weigh_uranium_by_its_enrichment(
        MaterialType type, decimal element, decimal fissile, decimal expected) =>
        Assert.Equal(expected, EffectiveKilograms.In(type, Mass.FromKilograms(element), Mass.FromKilograms(fissile)));
}
