namespace Custodia.Statistics.Balances;

/// <summary>The balance dates t₀ &lt; t₁ &lt; … : a length of period from a start, or a list.</summary>
public sealed class BalanceDates
{
    /// <summary>How far the last stamp may stay behind a balance date and still complete it, in parts of the period.</summary>
    private const double Rounding = 1e-9;

    private readonly double _start;
    private readonly double _length;
    private readonly double[]? _listed;

    private BalanceDates(double start, double length, double[]? listed) => (_start, _length, _listed) = (start, length, listed);

    /// <summary>The length of each period (time); <c>null</c> for a list of dates.</summary>
    public double? Length => _listed is null ? _length : null;

    /// <summary>How many periods a list of dates has; <c>null</c> for a length, where the last stamp decides.</summary>
    public int? Listed => _listed is null ? null : Math.Max(0, _listed.Length - 1);

    /// <summary>Periods of one length from t₀ on.</summary>
    /// <param name="length">Length of a period (time), above zero.</param>
    /// <param name="start">t₀ (time).</param>
    public static BalanceDates Every(double length, double start = 0)
    {
        if (!(length > 0) || !double.IsFinite(length) || !double.IsFinite(start))
            throw new ArgumentOutOfRangeException(nameof(length), "A balance period has a finite length above zero and a finite start.");
        return new(start, length, null);
    }

    /// <summary>The dates themselves, t₀ first, ascending.</summary>
    public static BalanceDates At(params IReadOnlyList<double> dates)
    {
        for (var i = 0; i < dates.Count; i++)
            if (!double.IsFinite(dates[i]) || (i > 0 && !(dates[i] > dates[i - 1])))
                throw new ArgumentException("Balance dates are finite and ascend.", nameof(dates));
        return new(dates.Count > 0 ? dates[0] : 0, 0, [.. dates]);
    }

    /// <summary>
    /// t₀ … t_N, N the number of periods that are complete at the last stamp: N = ⌊(last − t₀) / length⌋. A balance date that
    /// equals the last stamp is complete, though the division may fall a rounding short of it.
    /// </summary>
    /// <param name="last">The last time at which anything was read (time).</param>
    /// <param name="limit">The most periods that are made.</param>
    public double[] Until(double last, int limit)
    {
        if (_listed is not null)
            return [.. _listed.TakeWhile(date => date <= last).Take(limit + 1)];
        if (!(last >= _start))
            return [_start];
        var count = Math.Min(limit, Math.Floor((last - _start) / _length + Rounding));
        return [.. Enumerable.Range(0, (int)count + 1).Select(Date)];
    }

    // Three periods of 0.7 end at 2.1, where an item may stand; three times the double 0.7 is a little less.
    private double Date(int i) => IsDecimal(_start) && IsDecimal(_length) && Math.Abs(_start) + i * _length < 1e15
        ? (double)((decimal)_start + i * (decimal)_length)
        : _start + i * _length;

    private static bool IsDecimal(double value) => Math.Abs(value) < 1e12 && (double)(decimal)value == value;
}
