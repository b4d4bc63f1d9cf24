using Custodia.Statistics.Balances;

namespace Custodia.Statistics.Detection.Simulation;

/// <summary>Readings of one location and calibration run that all enter one period: Start … Start + Length − 1 of the plan.</summary>
internal readonly record struct ChainSegment(int Run, int Period, int Start, int Length, double Nominal, double Weight);

/// <summary>A reading that enters several periods: an inventory, or a rate beside a balance date.</summary>
internal readonly record struct ChainBridge(int Run, double Mass, double Deviation, int[] Periods, double[] Weights);

/// <summary>Readings of one location between two calibrations: their systematic errors and what their variance is made of.</summary>
/// <param name="Relative">Indexes of the relative systematic errors they share.</param>
/// <param name="Additive">Indexes of the additive ones.</param>
/// <param name="RandomSquare">r², the relative random variance (1).</param>
/// <param name="AdditiveSquare">a², the additive random variance (mass²).</param>
internal sealed record ChainRun(int[] Relative, int[] Additive, double RandomSquare, double AdditiveSquare);

/// <summary>
/// The readings of one element laid out for drawing: those of one location and period beside each other, each with a_j ξ_j, a_j
/// and the standard deviation of its random error, √((r ξ)² + a²), times a_j.
/// </summary>
internal sealed class ChainPlan
{
    private readonly List<double> _masses = [];
    private readonly List<double> _weights = [];
    private readonly List<double> _deviations = [];
    private readonly List<double> _sources = [];
    private readonly Dictionary<SystematicSource, int> _indexes = [];

    public ChainPlan(BalanceStructure structure, IReadOnlyList<double[]> masses)
    {
        Periods = structure.Count;
        for (var l = 0; l < structure.Locations.Length; l++)
        {
            foreach (var run in structure.Locations[l].Runs)
                AddRun(structure.Case.Methods, structure.Locations[l], run, masses[l]);
        }
        (Masses, Weights, Deviations) = ([.. _masses], [.. _weights], [.. _deviations]);
        Sources = [.. _sources];
    }

    public int Periods { get; }

    public List<ChainRun> Runs { get; } = [];

    public List<ChainSegment> Segments { get; } = [];

    public List<ChainBridge> Bridges { get; } = [];

    /// <summary>a_j ξ_j (mass).</summary>
    public double[] Masses { get; }

    /// <summary>a_j (1, or time).</summary>
    public double[] Weights { get; }

    /// <summary>a_j √((r ξ_j)² + a²) (mass).</summary>
    public double[] Deviations { get; }

    /// <summary>The standard deviation of each systematic error: s (1) or b (mass).</summary>
    public double[] Sources { get; }

    /// <summary>How many random errors one history has.</summary>
    public int Readings => Masses.Length + Bridges.Count;

    private void AddRun(IReadOnlyList<MeasurementMethod> methods, LocationStructure at, CalibrationRun run, double[] masses)
    {
        var (relative, additive) = (new List<int>(), new List<int>());
        var (randomSquare, additiveSquare) = (0.0, 0.0);
        for (var m = 0; m < at.Methods.Length; m++)
        {
            var method = methods[at.Methods[m]];
            randomSquare += method.RelativeRandom * method.RelativeRandom;
            additiveSquare += method.AdditiveRandom * method.AdditiveRandom;
            if (method.RelativeSystematic > 0)
                relative.Add(Source(new(at.Methods[m], run.Epochs[m], false), method.RelativeSystematic));
            if (method.AdditiveSystematic > 0)
                additive.Add(Source(new(at.Methods[m], run.Epochs[m], true), method.AdditiveSystematic));
        }
        Runs.Add(new([.. relative], [.. additive], randomSquare, additiveSquare));
        var single = new List<(int Period, double Weight, double Mass)>();
        for (var j = run.First; j < run.Last; j++)
        {
            var (from, to) = (at.Errors.Starts[j], at.Errors.Starts[j + 1]);
            if (to == from + 1)
                single.Add((at.Errors.Periods[from], at.Errors.Weights[from], masses[j]));
            else if (to > from)
                Bridges.Add(new(Runs.Count - 1, masses[j], Deviation(masses[j]),
                    at.Errors.Periods[from..to].ToArray(), at.Errors.Weights[from..to].ToArray()));
        }
        foreach (var period in single.GroupBy(reading => reading.Period).OrderBy(group => group.Key))
            AddSegment(period.Key, [.. period], Deviation);

        double Deviation(double mass) => Math.Sqrt((randomSquare * mass * mass) + additiveSquare);
    }

    private void AddSegment(int period, (int Period, double Weight, double Mass)[] readings, Func<double, double> deviation)
    {
        Segments.Add(new(Runs.Count - 1, period, _masses.Count, readings.Length,
            readings.Sum(reading => reading.Weight * reading.Mass), readings.Sum(reading => reading.Weight)));
        foreach (var (_, weight, mass) in readings)
        {
            _masses.Add(weight * mass);
            _weights.Add(weight);
            _deviations.Add(weight * deviation(mass));
        }
    }

    private int Source(SystematicSource source, double deviation)
    {
        if (!_indexes.TryGetValue(source, out var index))
        {
            _indexes[source] = index = _sources.Count;
            _sources.Add(deviation);
        }
        return index;
    }
}
