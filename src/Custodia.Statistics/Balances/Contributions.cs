namespace Custodia.Statistics.Balances;

/// <summary>
/// How the readings of one location enter the balances: the sparse columns a_ij of MUF = A x, by reading. The errors of
/// MUF are the same form of the errors of the readings, so that all variances follow from here.
/// </summary>
/// <remarks>
/// Reading j enters the periods <c>Periods[k]</c> with the weights <c>Weights[k]</c>, Starts[j] ≤ k &lt; Starts[j + 1], each
/// period once. Weights: +1 or −1 for items; for rates the signed weights of the clipped trapezoids (time); for an inventory
/// −1 in the period that it closes and +1 in the one that it opens.
/// </remarks>
public sealed class Contributions
{
    private readonly int[] _starts;
    private readonly int[] _periods;
    private readonly double[] _weights;
    private readonly double[] _gross;

    internal Contributions(int[] starts, int[] periods, double[] weights, double[]? gross = null) =>
        (_starts, _periods, _weights, _gross) = (starts, periods, weights, gross ?? []);

    /// <summary>How many readings there are.</summary>
    public int Count => _starts.Length - 1;

    /// <summary>Where each reading begins among periods and weights; one more than readings.</summary>
    public ReadOnlySpan<int> Starts => _starts;

    /// <summary>Indexes of periods, from 0.</summary>
    public ReadOnlySpan<int> Periods => _periods;

    /// <summary>a_ij, signed (1, or time for rates).</summary>
    public ReadOnlySpan<double> Weights => _weights;

    /// <summary>
    /// Of entries in any order: those of one reading and period are added up, and stand though they cancel. Gross is the sum of the
    /// sizes of what was added up.
    /// </summary>
    internal static Contributions Of(int readings, List<(int Reading, int Period, double Weight, double Gross)> entries)
    {
        entries.Sort();
        var (starts, periods) = (new int[readings + 1], new int[entries.Count]);
        var (weights, gross) = (new double[entries.Count], new double[entries.Count]);
        var count = 0;
        for (var k = 0; k < entries.Count; k++)
        {
            var (reading, period, weight, size) = entries[k];
            if (k == 0 || entries[k - 1].Reading != reading || entries[k - 1].Period != period)
                periods[count++] = period;
            weights[count - 1] += weight;
            gross[count - 1] += size;
            starts[reading + 1] = count;
        }
        for (var j = 1; j <= readings; j++)
            starts[j] = Math.Max(starts[j], starts[j - 1]);
        return new(starts, periods[..count], weights[..count], gross[..count]);
    }

    /// <summary>All entries, as <see cref="Of"/> takes them.</summary>
    internal List<(int Reading, int Period, double Weight, double Gross)> Entries()
    {
        var entries = new List<(int, int, double, double)>(_periods.Length);
        for (var j = 0; j < Count; j++)
            for (var k = _starts[j]; k < _starts[j + 1]; k++)
                entries.Add((j, _periods[k], _weights[k], _gross.Length > 0 ? _gross[k] : Math.Abs(_weights[k])));
        return entries;
    }

    /// <summary>
    /// Terms common to both sides of a balance: one measurement whose weights in a period cancel, with the sum of their sizes.
    /// </summary>
    internal IEnumerable<(int Reading, int Period, double Gross)> Common()
    {
        for (var j = 0; j < Count; j++)
            for (var k = _starts[j]; k < _starts[j + 1]; k++)
                if (_gross.Length > 0 && _weights[k] == 0 && _gross[k] > 0)
                    yield return (j, _periods[k], _gross[k]);
    }
}
