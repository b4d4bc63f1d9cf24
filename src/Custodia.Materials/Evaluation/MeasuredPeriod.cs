using Custodia.Materials.Ledger;
using Custodia.Quantities;

namespace Custodia.Materials.Evaluation;

/// <summary>One closed balance with the exact sums of its lines.</summary>
internal sealed class MeasuredPeriod(DateOnly from, Closing closing)
{
    public DateOnly From { get; } = from;

    public DateOnly To { get; } = closing.Fact.To;

    public Closing Closing { get; } = closing;

    public Mass Begin { get; set; }

    public Mass Increases { get; set; }

    public Mass Decreases { get; set; }

    public Mass End { get; set; }

    public Mass Active { get; private set; }

    public int Lines { get; set; }

    /// <summary>Measurements whose errors count.</summary>
    public int Measurements { get; private set; }

    /// <summary>The calibrations behind them.</summary>
    public SortedSet<string> Calibrations { get; } = new(StringComparer.Ordinal);

    public Mass Muf => Begin + Increases - Decreases - End;

    /// <summary>Takes in what is left of a measurement when its lines are added up.</summary>
    public void Count(Mass net, Measurement measurement)
    {
        if (net.IsZero)
            return;
        Active += net < Mass.Zero ? -net : net;
        Measurements++;
        foreach (var use in measurement.Methods)
            Calibrations.Add(use.Key);
    }
}

/// <summary>
/// One measurement of a batch: what it puts into each balance, all lines that rest on it together. Where that is nothing, as
/// of a drum that is listed twice on the same weight, it adds no error either.
/// </summary>
internal sealed class Measurement(string batch, int items)
{
    // A measurement enters few balances.
    private readonly List<NetMass> _net = new(2);

    public string Batch { get; } = batch;

    /// <summary>Items of the batch when it was measured.</summary>
    public int Items { get; } = items;

    /// <summary>The weight that was measured: what enters a balance is a share of it, with the same share of its error.</summary>
    public Mass Whole { get; set; }

    /// <summary>What it puts into each balance, by balance.</summary>
    public IReadOnlyList<NetMass> Net => _net;

    /// <summary>Lines that rest on it, by balance.</summary>
    public int Lines { get; set; }

    /// <summary>The methods with their calibrations; empty until a line has any.</summary>
    public IReadOnlyList<MethodUse> Methods { get; set; } = [];

    /// <summary>The line that a method would have to serve.</summary>
    public (string? Kmp, string Description, DateOnly Day) Place { get; set; }

    /// <summary>Adds a line. Lines come by day, and so by balance.</summary>
    public void Add(int period, Mass amount, double time)
    {
        if (_net.Count > 0 && _net[^1].Period == period)
            _net[^1] = _net[^1] with { Mass = _net[^1].Mass + amount };
        else
            _net.Add(new NetMass(period, amount, time));
        Lines++;
    }
}

/// <summary>What the lines that rest on one measurement put into one balance.</summary>
/// <param name="Period">The balance, from 0.</param>
/// <param name="Mass">Signed.</param>
/// <param name="Time">The first of the lines: its day after the opening.</param>
internal readonly record struct NetMass(int Period, Mass Mass, double Time);

/// <summary>A method in one of its calibrations.</summary>
internal sealed record MethodUse(Custodia.Materials.Measurement.RegisteredMethod Method, Custodia.Materials.Measurement.Calibration Calibration)
{
    public string Code => Method.Method.Code;

    public string Key => FormattableString.Invariant($"{Code}#{Calibration.Number}");
}
