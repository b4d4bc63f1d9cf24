using Custodia.Quantities;
using Custodia.Server.Components;

namespace Custodia.Server.Tests;

public sealed class QuantityFormatTests
{
    [Theory]
    [InlineData(30_400_000_000, MassUnit.Gram, 0, false, "30,400 g")]
    [InlineData(30_400_000_000, MassUnit.Kilogram, 0, false, "30.4 kg")]
    [InlineData(30_400_000_000, MassUnit.Gram, 2, false, "30,400.00 g")]
    [InlineData(1, MassUnit.Gram, 0, false, "0.000001 g")]
    [InlineData(1, MassUnit.Kilogram, 1, false, "0.000000001 kg")]
    [InlineData(-12_500_000, MassUnit.Gram, 0, true, "-12.5 g")]
    [InlineData(12_500_000, MassUnit.Gram, 0, true, "+12.5 g")]
    [InlineData(0, MassUnit.Gram, 0, true, "0 g")]
    [InlineData(long.MaxValue, MassUnit.Gram, 0, false, "9,223,372,036,854.775807 g")]
    public void A_mass_is_written_exactly_with_its_unit(
        long micrograms, MassUnit unit, int decimals, bool signed, string expected) =>
        Assert.Equal(expected, QuantityFormat.WithUnit(Mass.FromMicrograms(micrograms), unit, decimals, signed));
}
