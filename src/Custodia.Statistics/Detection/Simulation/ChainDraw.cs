using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Custodia.Statistics.Linear;
using Custodia.Statistics.Sequential;

namespace Custodia.Statistics.Detection.Simulation;

/// <summary>One worker's room for the full chain.</summary>
/// <param name="plan">The readings.</param>
/// <param name="loss">μ (mass).</param>
/// <param name="nominal">L of the nominal masses; null: V and L are estimated anew from the drawn readings.</param>
internal sealed class ChainDraw(ChainPlan plan, double[] loss, CholeskyFactor? nominal) : SequenceDraw
{
    private readonly MufSequence _sequence = new(nominal ?? new(), plan.Periods);
    private readonly double[] _muf = new double[plan.Periods];
    private readonly double[] _systematic = new double[plan.Sources.Length];
    private readonly double[] _random = new double[plan.Readings];
    private readonly double[] _factors = new double[plan.Runs.Count];
    private readonly double[] _shifts = new double[plan.Runs.Count];

    // Σ a_j x_j and Σ a_j by systematic error and period; which of the two counts depends on the error.
    private readonly double[][] _effects = [.. plan.Sources.Select(_ => new double[plan.Periods])];
    private readonly List<double[]> _rows = [.. Enumerable.Range(0, plan.Periods).Select(i => new double[i + 1])];

    public override MufSequence Next(NormalStream numbers)
    {
        numbers.Fill(_systematic);
        numbers.Fill(_random);
        for (var source = 0; source < _systematic.Length; source++)
            _systematic[source] *= plan.Sources[source];
        for (var run = 0; run < _factors.Length; run++)
            (_factors[run], _shifts[run]) = (Sum(plan.Runs[run].Relative), Sum(plan.Runs[run].Additive));
        loss.CopyTo(_muf, 0);
        if (nominal is null)
            Clear();
        foreach (ref readonly var segment in CollectionsMarshal.AsSpan(plan.Segments))
            AddSegment(segment);
        AddBridges();
        if (nominal is null)
            Factor();
        _sequence.SetMuf(_muf);
        return _sequence;
    }

    private double Sum(int[] sources)
    {
        var sum = 0.0;
        foreach (var source in sources)
            sum += _systematic[source];
        return sum;
    }

    private void Clear()
    {
        foreach (var row in _rows)
            Array.Clear(row);
        foreach (var effect in _effects)
            Array.Clear(effect);
    }

    // x_j = ξ_j (1 + S) + B + u_j R_j for each reading of the segment.
    private void AddSegment(in ChainSegment segment)
    {
        var (factor, shift) = (_factors[segment.Run], _shifts[segment.Run]);
        var systematic = (factor * segment.Nominal) + (shift * segment.Weight);
        var numbers = _random.AsSpan(segment.Start, segment.Length);
        var deviations = plan.Deviations.AsSpan(segment.Start, segment.Length);
        if (nominal is not null)
        {
            _muf[segment.Period] += systematic + Dense.Dot(deviations, numbers);
            return;
        }
        var (errors, squares) = Draw(numbers, deviations, plan.Masses.AsSpan(segment.Start, segment.Length),
            plan.Weights.AsSpan(segment.Start, segment.Length), 1 + factor, shift);
        _muf[segment.Period] += systematic + errors;
        var run = plan.Runs[segment.Run];
        _rows[segment.Period][segment.Period] += run.RandomSquare * squares;
        if (run.AdditiveSquare > 0)
        {
            foreach (var weight in plan.Weights.AsSpan(segment.Start, segment.Length))
                _rows[segment.Period][segment.Period] += run.AdditiveSquare * weight * weight;
        }
        AddEffect(run, segment.Period, segment.Nominal + systematic + errors, segment.Weight);
    }

    private void AddBridges()
    {
        var next = plan.Masses.Length;
        foreach (ref readonly var bridge in CollectionsMarshal.AsSpan(plan.Bridges))
        {
            var error = (_factors[bridge.Run] * bridge.Mass) + _shifts[bridge.Run] + (bridge.Deviation * _random[next++]);
            for (var k = 0; k < bridge.Periods.Length; k++)
                _muf[bridge.Periods[k]] += bridge.Weights[k] * error;
            if (nominal is not null)
                continue;
            var (run, measured) = (plan.Runs[bridge.Run], bridge.Mass + error);
            var variance = (run.RandomSquare * measured * measured) + run.AdditiveSquare;
            for (var k = 0; k < bridge.Periods.Length; k++)
            {
                var row = _rows[bridge.Periods[k]];
                for (var other = 0; other <= k; other++)
                    row[bridge.Periods[other]] += variance * bridge.Weights[k] * bridge.Weights[other];
                AddEffect(run, bridge.Periods[k], bridge.Weights[k] * measured, bridge.Weights[k]);
            }
        }
    }

    private void AddEffect(ChainRun run, int period, double mass, double weight)
    {
        foreach (var source in run.Relative)
            _effects[source][period] += mass;
        foreach (var source in run.Additive)
            _effects[source][period] += weight;
    }

    private void Factor()
    {
        for (var source = 0; source < _effects.Length; source++)
        {
            var (effect, variance) = (_effects[source], plan.Sources[source] * plan.Sources[source]);
            for (var i = 0; i < effect.Length; i++)
            {
                if (effect[i] != 0)
                    Dense.AddScaled(_rows[i], effect.AsSpan(0, i + 1), variance * effect[i]);
            }
        }
        if (!_sequence.Factor.TryReplace(_rows, out _))
            throw new InvalidOperationException($"The covariance of a drawn history is singular at period {_sequence.Factor.Count + 1}.");
        _sequence.FactorChanged();
    }

    /// <summary>Σ a u R and Σ (a x)², four readings at a time in one fixed order.</summary>
    private static (double Errors, double Squares) Draw(
        ReadOnlySpan<double> numbers, ReadOnlySpan<double> deviations, ReadOnlySpan<double> masses, ReadOnlySpan<double> weights,
        double factor, double shift)
    {
        var (errors, squares, j) = (Vector256<double>.Zero, Vector256<double>.Zero, 0);
        var (factors, shifts) = (Vector256.Create(factor), Vector256.Create(shift));
        for (; j <= numbers.Length - Vector256<double>.Count; j += Vector256<double>.Count)
        {
            var error = Vector256.Create(numbers[j..]) * Vector256.Create(deviations[j..]);
            var measured = Vector256.FusedMultiplyAdd(factors, Vector256.Create(masses[j..]),
                Vector256.FusedMultiplyAdd(shifts, Vector256.Create(weights[j..]), error));
            errors += error;
            squares = Vector256.FusedMultiplyAdd(measured, measured, squares);
        }
        var (sum, sumOfSquares) = (Vector256.Sum(errors), Vector256.Sum(squares));
        for (; j < numbers.Length; j++)
        {
            var error = numbers[j] * deviations[j];
            var measured = (factor * masses[j]) + (shift * weights[j]) + error;
            sum += error;
            sumOfSquares += measured * measured;
        }
        return (sum, sumOfSquares);
    }
}
