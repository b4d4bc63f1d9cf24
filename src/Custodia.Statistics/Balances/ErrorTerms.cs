using System.Runtime.InteropServices;
using Custodia.Statistics.Linear;

namespace Custodia.Statistics.Balances;

/// <summary>
/// All that V is made of, for one element: the parts of its diagonal, random products beside it, and the effects of the
/// systematic errors, each of which is a term of rank 1. Cost: the readings once, and V once for each systematic error.
/// </summary>
/// <remarks>V = Σ_l Σ_j (r² + (a/x_j)²) b_j b_j' + Σ_methods Σ_c s² Y_c Y_c' + b² W_c W_c'.</remarks>
internal sealed class ErrorTerms
{
    private readonly SortedDictionary<SystematicSource, SystematicEffect> _systematic = [];
    private readonly Dictionary<(int Row, int Column), double> _far = [];
    private readonly List<(PeriodVector Effect, double Variance)> _wide = [];
    private readonly double[] _beside;
    private readonly IReadOnlyList<MeasurementMethod> _methods;
    private readonly int _count;

    public ErrorTerms(BalanceStructure structure, int element, RandomErrorModel model)
    {
        _methods = structure.Case.Methods;
        _count = structure.Count;
        _beside = new double[_count];
        var random = new List<VariancePart>();
        for (var l = 0; l < structure.Locations.Length; l++)
        {
            var at = structure.Locations[l];
            var isTotal = model == RandomErrorModel.Total && !at.IsInventory;
            var sums = new RunSums(at, at.Readings.Masses[element].Span, _count, isTotal);
            AddRandom(l, at, sums, random);
            foreach (var (run, mass, weight) in sums.Runs)
                for (var m = 0; m < at.Methods.Length; m++)
                    AddSystematic(l, at.Methods[m], run.Epochs[m], mass, weight);
        }
        Parts = [.. random, .. SystematicParts()];
        Diagonal = new double[_count];
        foreach (var part in Parts)
            for (var i = 0; i < _count; i++)
                Diagonal[i] += part.Variance[i];
        Random = new double[_count];
        foreach (var part in random)
            for (var i = 0; i < _count; i++)
                Random[i] += part.Variance[i];
    }

    /// <summary>V_ii (mass²), the sum of <see cref="Parts"/> in their order.</summary>
    public double[] Diagonal { get; }

    /// <summary>The random part of V_ii (mass²).</summary>
    public double[] Random { get; }

    public List<VariancePart> Parts { get; }

    /// <summary>Rows from the given one on of V, added to those that are known.</summary>
    public double[][] Rows(int from, Func<int, double[]> known)
    {
        var rows = new double[_count][];
        for (var i = 0; i < _count; i++)
            rows[i] = i < from ? known(i) : new double[i + 1];
        foreach (var (source, effect) in _systematic)
            AddRankOne(rows, from, effect.Total, Variance(source));
        foreach (var (effect, variance) in _wide)
            AddRankOne(rows, from, effect, variance);
        for (var i = Math.Max(1, from); i < _count; i++)
            rows[i][i - 1] += _beside[i];
        foreach (var ((row, column), value) in _far)
            if (row >= from)
                rows[row][column] += value;
        for (var i = from; i < _count; i++)
            rows[i][i] = Diagonal[i];
        return rows;
    }

    /// <summary>The first row of V that differs from that of an earlier evaluation, or is new.</summary>
    public int FirstChange(ErrorTerms earlier)
    {
        var first = Math.Min(Diagonal.AsSpan().CommonPrefixLength(earlier.Diagonal), _beside.AsSpan().CommonPrefixLength(earlier._beside));
        return Math.Min(first, Math.Min(FirstMissing(earlier), earlier.FirstMissing(this)));
    }

    // The first row that a term of these changes which the others do not have, or have otherwise.
    private int FirstMissing(ErrorTerms others)
    {
        var first = int.MaxValue;
        foreach (var (source, effect) in _systematic)
            first = Math.Min(first, PeriodVector.FirstChange(effect.Total, others._systematic.GetValueOrDefault(source)?.Total));
        for (var k = 0; k < _wide.Count; k++)
            first = Math.Min(first, PeriodVector.FirstChange(_wide[k].Effect, k < others._wide.Count ? others._wide[k].Effect : null));
        foreach (var (place, value) in _far)
            if (!value.Equals(others._far.GetValueOrDefault(place)))
                first = Math.Min(first, place.Row);
        return first;
    }

    private void AddRandom(int location, LocationStructure at, RunSums sums, List<VariancePart> parts)
    {
        var (relative, additive) = (0.0, 0.0);
        foreach (var m in at.Methods)
        {
            var (r2, a2) = (Square(_methods[m].RelativeRandom), Square(_methods[m].AdditiveRandom));
            var variance = new double[_count];
            for (var i = 0; i < _count; i++)
                variance[i] = r2 * sums.Squares[i] + a2 * sums.WeightSquares[i];
            parts.Add(new(location, m, false, ImmutableCollectionsMarshal.AsImmutableArray(variance)));
            relative += r2;
            additive += a2;
        }
        foreach (var (row, column, product, weights) in sums.Products)
        {
            var value = relative * product + additive * weights;
            if (column == row - 1)
                _beside[row] += value;
            else
                _far[(row, column)] = _far.GetValueOrDefault((row, column)) + value;
        }
        foreach (var (mass, weight) in sums.Wide)
        {
            _wide.Add((mass, relative));
            if (additive > 0)
                _wide.Add((weight, additive));
        }
    }

    private void AddSystematic(int location, int method, int epoch, PeriodVector mass, PeriodVector weight)
    {
        if (_methods[method].RelativeSystematic > 0)
            AddEffect(new(method, epoch, false), location, mass);
        if (_methods[method].AdditiveSystematic > 0)
            AddEffect(new(method, epoch, true), location, weight);
    }

    private void AddEffect(SystematicSource source, int location, PeriodVector effect)
    {
        var known = _systematic.GetValueOrDefault(source);
        var joined = new SystematicEffect(known is null ? effect : PeriodVector.Sum(known.Total, effect));
        if (known is not null)
            joined.Shares.AddRange(known.Shares);
        joined.Shares.Add((location, effect));
        _systematic[source] = joined;
    }

    private IEnumerable<VariancePart> SystematicParts()
    {
        var parts = new SortedDictionary<(int Location, int Method), double[]>();
        foreach (var (source, effect) in _systematic)
            foreach (var (location, share) in effect.Shares)
            {
                if (!parts.TryGetValue((location, source.Method), out var variance))
                    parts[(location, source.Method)] = variance = new double[_count];
                for (var i = share.First; i < share.End; i++)
                    variance[i] += Variance(source) * share[i] * effect.Total[i];
            }
        return parts.Select(part => new VariancePart(part.Key.Location, part.Key.Method, true,
            ImmutableCollectionsMarshal.AsImmutableArray(part.Value)));
    }

    private double Variance(SystematicSource source) => Square(source.IsAdditive
        ? _methods[source.Method].AdditiveSystematic
        : _methods[source.Method].RelativeSystematic);

    private static void AddRankOne(double[][] rows, int from, PeriodVector effect, double variance)
    {
        for (var i = Math.Max(from, effect.First); i < effect.End; i++)
            Dense.AddScaled(rows[i].AsSpan(effect.First), effect.Values.AsSpan(0, i - effect.First), variance * effect[i]);
    }

    private static double Square(double value) => value * value;
}
