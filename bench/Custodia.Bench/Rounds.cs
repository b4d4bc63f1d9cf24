using System.Diagnostics;
using System.Globalization;

namespace Custodia.Bench;

/// <summary>Runs a measurement and its reference in turn and prints the medians and their ratio.</summary>
internal static class Rounds
{
    private const int Count = 7;

    /// <summary>A ratio above 1 means that ours is faster than the reference.</summary>
    /// <param name="name">What is measured.</param>
    /// <param name="target">Least ratio that is asked for; null if none is.</param>
    /// <param name="ours">Runs ours once and returns the seconds it took.</param>
    /// <param name="reference">Runs the reference once and returns the seconds it took.</param>
    internal static void Compare(string name, double? target, Func<double> ours, Func<double> reference)
    {
        // The first round only warms up.
        ours();
        reference();
        var (a, b) = (new List<double>(), new List<double>());
        for (var round = 0; round < Count; round++)
        {
            a.Add(ours());
            b.Add(reference());
        }
        var ratio = Median(b) / Median(a);
        var verdict = target is null ? "" : $"; target {target:0.0#} {(ratio >= target ? "met" : "MISSED")}";
        Print($"{name}: {Median(a) * 1000:0.0} ms, reference {Median(b) * 1000:0.0} ms, ratio {ratio:0.00}{verdict}");
    }

    internal static double Time(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    internal static double Median(IReadOnlyCollection<double> values) => Quantile(values, 0.5);

    internal static double Quantile(IReadOnlyCollection<double> values, double quantile) =>
        values.Order().ElementAt((int)Math.Min(values.Count - 1, quantile * values.Count));

    internal static void Print(FormattableString line) =>
        Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
