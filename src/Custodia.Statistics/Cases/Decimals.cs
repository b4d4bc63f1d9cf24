using System.Globalization;
using System.Runtime.CompilerServices;

namespace Custodia.Statistics.Cases;

/// <summary>Decimal numbers in ASCII, to the nearest double.</summary>
internal static class Decimals
{
    /// <summary>Up to this a whole number, and a power of ten up to 22, are doubles without rounding, so that one division rounds once.</summary>
    private const ulong Exact = 1UL << 53;

    private const int MostDigits = 19;

    private static readonly double[] Powers =
    [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ];

    /// <summary>Reads a number from the start of a text: sign, digits, point, digits, exponent.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The double nearest to it; infinite if it is beyond all doubles.</param>
    /// <returns>How many bytes it has; 0 if there is no number.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Read(ReadOnlySpan<byte> text, out double value)
    {
        var (at, whole, digits, scale) = (0, 0UL, 0, 0);
        var isNegative = text.Length > 0 && text[0] == '-';
        if (isNegative)
            at = 1;
        var first = at;
        at = Digits(text, at, ref whole);
        digits = at - first;
        if (at < text.Length && text[at] == '.')
        {
            var point = at;
            at = Digits(text, at + 1, ref whole);
            scale = point + 1 - at;
            digits -= scale;
        }
        value = 0;
        if (digits == 0)
            return 0;
        if (at < text.Length && (text[at] | 0x20) == 'e' && !TryExponent(text, ref at, ref scale))
            return 0;
        if (digits <= MostDigits && whole <= Exact && scale is >= -22 and <= 22)
        {
            value = scale < 0 ? whole / Powers[-scale] : whole * Powers[scale];
            value = isNegative ? -value : value;
            return at;
        }
        return double.TryParse(text[..at], NumberStyles.Float, CultureInfo.InvariantCulture, out value) ? at : 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Digits(ReadOnlySpan<byte> text, int at, ref ulong whole)
    {
        unchecked
        {
            var sum = whole;
            for (; (uint)at < (uint)text.Length; at++)
            {
                var digit = (uint)(text[at] - '0');
                if (digit > 9)
                    break;
                sum = sum * 10 + digit;
            }
            whole = sum;
            return at;
        }
    }

    private static bool TryExponent(ReadOnlySpan<byte> text, ref int at, ref int scale)
    {
        at++;
        var isNegative = at < text.Length && text[at] == '-';
        if (at < text.Length && text[at] is (byte)'-' or (byte)'+')
            at++;
        var (first, exponent) = (at, 0UL);
        at = Digits(text, at, ref exponent);
        if (at == first || at - first > 4)
            return false;
        scale += isNegative ? -(int)exponent : (int)exponent;
        return true;
    }
}
