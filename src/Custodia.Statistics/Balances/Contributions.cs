using System.Runtime.CompilerServices;

namespace Custodia.Statistics.Balances;

/// <summary>
/// How the readings of one location enter the balances: the sparse columns a_ij of MUF = A x, by reading. The errors of
/// MUF are the same form of the errors of the readings, so that all variances follow from here.
/// </summary>
/// <remarks>
/// Reading j enters the periods <c>Periods[k]</c> with the weights <c>Weights[k]</c>, Starts[j] ≤ k &lt; Starts[j + 1], each
/// period once. Weights: +1 or −1 for items, the share for a part of one; for rates the signed weights of the clipped
/// trapezoids (time); for an inventory −1 in the period that it closes and +1 in the one that it opens.
/// </remarks>
public sealed class Contributions
{
    private readonly int[] _starts;
    private readonly int[] _periods;
    private readonly double[] _weights;

    internal Contributions(int[] starts, int[] periods, double[] weights) => (_starts, _periods, _weights) = (starts, periods, weights);

    /// <summary>
    /// Terms common to both sides of a balance: one measurement whose weights in a period cancel, with the sum of their sizes. They are
    /// no entries: an item that stays for years has one where it came and one where it left.
    /// </summary>
    internal IReadOnlyList<(int Reading, int Period, double Gross)> Common { get; private init; } = [];

    /// <summary>How many readings there are.</summary>
    public int Count => _starts.Length - 1;

    /// <summary>Where each reading begins among periods and weights; one more than readings.</summary>
    public ReadOnlySpan<int> Starts => _starts;

    /// <summary>Indexes of periods, from 0.</summary>
    public ReadOnlySpan<int> Periods => _periods;

    /// <summary>a_ij, signed (1, of a part its share, or time for rates).</summary>
    public ReadOnlySpan<double> Weights => _weights;

    /// <summary>
    /// Of entries in any order: those of one reading and period are added up. Gross is the sum of the sizes of what was added up.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static Contributions Of(int readings, List<(int Reading, int Period, double Weight, double Gross)> entries)
    {
        entries.Sort();
        var (starts, periods, weights) = (new int[readings + 1], new int[entries.Count], new double[entries.Count]);
        var common = new List<(int, int, double)>();
        var count = 0;
        for (var k = 0; k < entries.Count;)
        {
            var (reading, period, sum, size) = entries[k];
            for (k++; k < entries.Count && entries[k].Reading == reading && entries[k].Period == period; k++)
                (sum, size) = (sum + entries[k].Weight, size + entries[k].Gross);
            if (sum == 0 && size > 0)
                common.Add((reading, period, size));
            else
                (periods[count], weights[count++]) = (period, sum);
            starts[reading + 1] = count;
        }
        for (var j = 1; j <= readings; j++)
            starts[j] = Math.Max(starts[j], starts[j - 1]);
        return new(starts, periods[..count], weights[..count]) { Common = common };
    }

    /// <summary>The same where some readings enter nothing; what is common stays.</summary>
    internal Contributions Without(HashSet<int> readings)
    {
        var (starts, periods, weights) = (new int[_starts.Length], new List<int>(_periods.Length), new List<double>(_weights.Length));
        for (var j = 0; j < Count; j++)
        {
            if (!readings.Contains(j))
            {
                periods.AddRange(Periods[_starts[j].._starts[j + 1]]);
                weights.AddRange(Weights[_starts[j].._starts[j + 1]]);
            }
            starts[j + 1] = periods.Count;
        }
        return new(starts, [.. periods], [.. weights]) { Common = Common };
    }

    /// <summary>All entries and what is common, as <see cref="Of"/> takes them.</summary>
    internal List<(int Reading, int Period, double Weight, double Gross)> Entries()
    {
        var entries = new List<(int, int, double, double)>(_periods.Length + Common.Count);
        for (var j = 0; j < Count; j++)
            for (var k = _starts[j]; k < _starts[j + 1]; k++)
                entries.Add((j, _periods[k], _weights[k], Math.Abs(_weights[k])));
        entries.AddRange(Common.Select(common => (common.Reading, common.Period, 0.0, common.Gross)));
        return entries;
    }
}
