using System.Globalization;

namespace Custodia.Quantities;

/// <summary>A unit in which a report states a weight.</summary>
public enum MassUnit
{
    /// <summary>Gram: enriched uranium, plutonium and all fissile isotopes.</summary>
    Gram,

    /// <summary>Kilogram: natural and depleted uranium, thorium.</summary>
    Kilogram,
}

/// <summary>
/// An exact mass: a whole number of micrograms, positive, zero or negative.
/// </summary>
/// <remarks>
/// Equality and order are those of the number. <c>default</c> is zero. Immutable and safe on any thread.
/// The range is ±9.2 million tonnes; arithmetic past it throws <see cref="OverflowException"/>, never wraps.
/// Nothing in the product rounds a mass except a report codec, by <see cref="Round"/>.
/// </remarks>
public readonly record struct Mass : IComparable<Mass>
{
    private const long MicrogramsPerGram = 1_000_000;
    private const long MicrogramsPerKilogram = 1_000_000_000;

    private Mass(long micrograms) => Micrograms = micrograms;

    /// <summary>No mass.</summary>
    public static Mass Zero => default;

    /// <summary>The largest mass that can be stated.</summary>
    public static Mass MaxValue => new(long.MaxValue);

    /// <summary>The mass in micrograms, exact.</summary>
    public long Micrograms { get; }

    /// <summary>The mass in grams, exact (six decimals).</summary>
    public decimal Grams => (decimal)Micrograms / MicrogramsPerGram;

    /// <summary>Whether there is none.</summary>
    public bool IsZero => Micrograms == 0;

    /// <summary>A mass of so many micrograms.</summary>
    public static Mass FromMicrograms(long micrograms) => new(micrograms);

    /// <summary>A mass of so many grams.</summary>
    /// <exception cref="ArgumentException">The number has more than six decimals: it would have to be rounded.</exception>
    /// <exception cref="OverflowException">The number is out of range.</exception>
    public static Mass FromGrams(decimal grams)
    {
        var micrograms = grams * MicrogramsPerGram;
        if (decimal.Truncate(micrograms) != micrograms)
            throw new ArgumentException("A mass has at most six decimals of a gram.", nameof(grams));
        return new Mass((long)micrograms);
    }

    /// <summary>A mass of so many kilograms, exact to a microgram.</summary>
    /// <exception cref="ArgumentException">The number would have to be rounded.</exception>
    public static Mass FromKilograms(decimal kilograms) => FromGrams(kilograms * 1000m);

    /// <summary>
    /// Reads a plain decimal number of grams: digits, at most one point, an optional minus; no exponent, no group separators.
    /// </summary>
    /// <returns>Whether the text is such a number, in range and with at most six decimals.</returns>
    public static bool TryParseGrams(ReadOnlySpan<char> text, out Mass mass) => TryParse(text, MicrogramsPerGram, out mass);

    /// <summary>Reads a plain decimal number of grams from UTF-8, without a detour over <see cref="decimal"/>.</summary>
    public static bool TryParseGrams(ReadOnlySpan<byte> utf8, out Mass mass)
    {
        mass = default;
        var negative = utf8.Length > 0 && utf8[0] == '-';
        var digits = negative ? utf8[1..] : utf8;
        long value = 0;
        var decimals = -1;
        var any = false;
        foreach (var symbol in digits)
        {
            if (symbol == '.' && decimals < 0)
            {
                decimals = 0;
                continue;
            }

            var digit = symbol - '0';
            if (digit is < 0 or > 9)
                return false;
            // A seventh decimal would have to be rounded, unless it says nothing.
            if (decimals >= 6)
            {
                if (digit != 0)
                    return false;
                continue;
            }

            any = true;
            if (value > (long.MaxValue - digit) / 10)
                return false;
            value = (value * 10) + digit;
            if (decimals >= 0)
                decimals++;
        }

        for (var i = Math.Max(decimals, 0); i < 6; i++)
        {
            if (value > long.MaxValue / 10)
                return false;
            value *= 10;
        }

        mass = new Mass(negative ? -value : value);
        return any;
    }

    /// <summary>Reads a plain decimal number of kilograms, as <see cref="TryParseGrams(ReadOnlySpan{char}, out Mass)"/> does for grams.</summary>
    public static bool TryParseKilograms(ReadOnlySpan<char> text, out Mass mass) =>
        TryParse(text, MicrogramsPerKilogram, out mass);

    /// <summary>
    /// The whole number of units nearest to this mass, halves going away from zero
    /// (Regulation (Euratom) 302/2005, Annex III: first decimal 0–4 down, 5–9 up).
    /// </summary>
    public long Round(MassUnit unit)
    {
        var perUnit = unit switch
        {
            MassUnit.Gram => MicrogramsPerGram,
            MassUnit.Kilogram => MicrogramsPerKilogram,
            _ => throw new ArgumentOutOfRangeException(nameof(unit)),
        };
        var (quotient, remainder) = Math.DivRem(Micrograms, perUnit);
        if (Math.Abs(remainder) * 2 >= perUnit)
            quotient += Math.Sign(remainder);
        return quotient;
    }

    /// <inheritdoc/>
    public int CompareTo(Mass other) => Micrograms.CompareTo(other.Micrograms);

    /// <summary>The mass in grams, invariant, without trailing zeros, for logs and messages: <c>30400 g</c>.</summary>
    public override string ToString() => Grams.ToString("0.######", CultureInfo.InvariantCulture) + " g";

    /// <summary>The sum; throws on overflow.</summary>
    public static Mass operator +(Mass left, Mass right) => new(left.Micrograms + right.Micrograms);

    /// <summary>The difference; throws on overflow.</summary>
    public static Mass operator -(Mass left, Mass right) => new(left.Micrograms - right.Micrograms);

    /// <summary>The mass with its sign turned.</summary>
    public static Mass operator -(Mass mass) => new(-mass.Micrograms);

    /// <summary>Whether the left is less.</summary>
    public static bool operator <(Mass left, Mass right) => left.Micrograms < right.Micrograms;

    /// <summary>Whether the left is more.</summary>
    public static bool operator >(Mass left, Mass right) => left.Micrograms > right.Micrograms;

    /// <summary>Whether the left is less or equal.</summary>
    public static bool operator <=(Mass left, Mass right) => left.Micrograms <= right.Micrograms;

    /// <summary>Whether the left is more or equal.</summary>
    public static bool operator >=(Mass left, Mass right) => left.Micrograms >= right.Micrograms;

    private static bool TryParse(ReadOnlySpan<char> text, long microgramsPerUnit, out Mass mass)
    {
        mass = default;
        if (!decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture, out var number))
            return false;
        if (Math.Abs(number) > (decimal)long.MaxValue / microgramsPerUnit)
            return false;
        var micrograms = number * microgramsPerUnit;
        if (decimal.Truncate(micrograms) != micrograms)
            return false;
        mass = new Mass((long)micrograms);
        return true;
    }
}
