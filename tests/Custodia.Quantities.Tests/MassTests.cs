namespace Custodia.Quantities.Tests;

public sealed class MassTests
{
    [Theory]
    [InlineData("30400", 30_400_000_000)]
    [InlineData("0.000001", 1)]
    [InlineData("-12.5", -12_500_000)]
    public void A_number_of_grams_is_an_exact_number_of_micrograms(string grams, long micrograms)
    {
        Assert.True(Mass.TryParseGrams(grams, out var mass));
        Assert.Equal(micrograms, mass.Micrograms);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1e3")]
    [InlineData("0.0000001")]
    [InlineData("1,000")]
    [InlineData("NaN")]
    [InlineData("99999999999999")]
    public void What_is_not_a_plain_decimal_number_of_grams_is_refused(string grams) =>
        Assert.False(Mass.TryParseGrams(grams, out _));

    [Fact]
    public void Overflow_is_an_error_and_never_wraps() =>
        Assert.Throws<OverflowException>(() => Mass.MaxValue + Mass.FromMicrograms(1));

    [Theory]
    [InlineData(10.4, 10)]
    [InlineData(10.5, 11)]
    [InlineData(-10.5, -11)]
    public void Rounding_goes_half_away_from_zero(decimal grams, long rounded) =>
        Assert.Equal(rounded, Mass.FromGrams(grams).Round(MassUnit.Gram));

    [Theory]
    [InlineData("30400")]
    [InlineData("0.000001")]
    [InlineData("-12.5")]
    [InlineData("1.0000000")]
    [InlineData("9223372036854.775807")]
    [InlineData("9223372036854.775808")]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("1..2")]
    [InlineData("1e3")]
    [InlineData("0.0000001")]
    [InlineData("1 000")]
    public void Reading_utf8_agrees_with_reading_text(string grams)
    {
        var read = Mass.TryParseGrams(System.Text.Encoding.UTF8.GetBytes(grams), out var fromBytes);
        Assert.Equal(Mass.TryParseGrams(grams.AsSpan(), out var fromText), read);
        Assert.Equal(fromText, read ? fromBytes : default);
    }
}
