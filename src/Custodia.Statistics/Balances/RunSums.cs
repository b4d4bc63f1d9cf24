using System.Runtime.CompilerServices;

namespace Custodia.Statistics.Balances;

/// <summary>
/// One pass over the readings of a location: Σ b_ij and Σ a_ij of each calibration period, Σ b_ij² and Σ a_ij² of each
/// balance, and the products of readings that enter several balances. This is where the time of an evaluation goes.
/// </summary>
internal sealed class RunSums
{
    /// <summary>The most balances of one reading whose products are kept one by one.</summary>
    private const int MostProducts = 4;

    private readonly LocationStructure _at;
    private readonly bool _isTotal;

    public RunSums(LocationStructure at, ReadOnlySpan<double> masses, int periods, bool isTotal)
    {
        _at = at;
        _isTotal = isTotal;
        Squares = new double[periods];
        WeightSquares = new double[periods];
        var (once, onceWeights) = (new double[isTotal ? periods : 0], new double[isTotal ? periods : 0]);
        foreach (var run in at.Runs)
            Add(run, masses, once, onceWeights);
        for (var i = 0; i < once.Length; i++)
        {
            Squares[i] += once[i] * once[i];
            WeightSquares[i] += at.Readings.Location.Type == FlowType.Continuous
                ? onceWeights[i] * onceWeights[i]
                : Math.Min(1, onceWeights[i] * onceWeights[i]);
        }
    }

    /// <summary>Σ_j b_ij² (mass²); of what was measured once, (Σ_j b_ij)².</summary>
    public double[] Squares { get; }

    /// <summary>Σ_j a_ij² (1, or time²); of items that were measured once, 1, or the square of the share of one of them.</summary>
    public double[] WeightSquares { get; }

    /// <summary>b_ij b_kj and a_ij a_kj of a reading in a few balances k &lt; i, one after the other as the readings come.</summary>
    public List<(int Row, int Column, double Product, double WeightProduct)> Products { get; } = [];

    /// <summary>b_j and a_j of a reading in many balances, as a rate that was read but seldom.</summary>
    public List<(PeriodVector Mass, PeriodVector Weight)> Wide { get; } = [];

    /// <summary>Σ b_ij (mass) and Σ a_ij (1, or time) of each run of the location.</summary>
    public List<(CalibrationRun Run, PeriodVector Mass, PeriodVector Weight)> Runs { get; } = [];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Add(CalibrationRun run, ReadOnlySpan<double> masses, double[] once, double[] onceWeights)
    {
        var starts = _at.Errors.Starts;
        var periods = _at.Errors.Periods;
        var weights = _at.Errors.Weights;
        var (first, last) = Range(periods[starts[run.First]..starts[run.Last]]);
        if (last < first)
            return;
        var (sums, weightSums) = (new double[last - first + 1], new double[last - first + 1]);
        for (var j = run.First; j < run.Last; j++)
        {
            var (from, to, mass) = (starts[j], starts[j + 1], masses[j]);
            var isOnce = _isTotal && _at.Readings.MeasurementOf(j) is null;
            for (var k = from; k < to; k++)
            {
                var (period, weight) = (periods[k], weights[k]);
                var part = weight * mass;
                sums[period - first] += part;
                weightSums[period - first] += weight;
                if (isOnce)
                {
                    once[period] += part;
                    onceWeights[period] += weight;
                    continue;
                }
                Squares[period] += part * part;
                WeightSquares[period] += weight * weight;
                for (var other = to - from > MostProducts ? k : from; other < k; other++)
                    Products.Add((period, periods[other], part * weights[other] * mass, weight * weights[other]));
            }
            if (to - from > MostProducts && !isOnce)
                Wide.Add((Spread(periods[from..to], weights[from..to], mass), Spread(periods[from..to], weights[from..to], 1)));
        }
        Runs.Add((run, new(first, sums), new(first, weightSums)));
    }

    private static PeriodVector Spread(ReadOnlySpan<int> periods, ReadOnlySpan<double> weights, double scale)
    {
        var values = new double[periods[^1] - periods[0] + 1];
        for (var k = 0; k < periods.Length; k++)
            values[periods[k] - periods[0]] = scale * weights[k];
        return new(periods[0], values);
    }

    private static (int First, int Last) Range(ReadOnlySpan<int> periods)
    {
        var (first, last) = (int.MaxValue, -1);
        foreach (var period in periods)
            (first, last) = (Math.Min(first, period), Math.Max(last, period));
        return (first, last);
    }
}
