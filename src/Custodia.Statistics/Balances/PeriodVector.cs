namespace Custodia.Statistics.Balances;

/// <summary>One value for each of some periods in a row; zero for all others.</summary>
/// <param name="First">The first period, from 0.</param>
/// <param name="Values">The values of it and those after it.</param>
internal sealed record PeriodVector(int First, double[] Values)
{
    public int End => First + Values.Length;

    public double this[int period] => period >= First && period < End ? Values[period - First] : 0;

    public static PeriodVector Sum(PeriodVector a, PeriodVector b)
    {
        var first = Math.Min(a.First, b.First);
        var values = new double[Math.Max(a.End, b.End) - first];
        a.Values.CopyTo(values, a.First - first);
        for (var i = 0; i < b.Values.Length; i++)
            values[b.First - first + i] += b.Values[i];
        return new(first, values);
    }

    /// <summary>The first period in which two vectors differ; <see cref="int.MaxValue"/> if none.</summary>
    public static int FirstChange(PeriodVector? a, PeriodVector? b)
    {
        if (a is null || b is null)
            return (a ?? b)?.First ?? int.MaxValue;
        if (a.First != b.First)
            return Math.Min(a.First, b.First);
        var common = a.Values.AsSpan().CommonPrefixLength(b.Values);
        return common == a.Values.Length && common == b.Values.Length ? int.MaxValue : a.First + common;
    }
}
