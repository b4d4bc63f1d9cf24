using Custodia.Statistics.Detection.Simulation;
using Custodia.Statistics.Linear;

namespace Custodia.Statistics.Detection;

/// <summary>How one test, or all of a battery together, finds one loss.</summary>
/// <param name="Name">The test; "battery" for any of them.</param>
/// <param name="Detection">P(any alarm in N periods).</param>
/// <param name="FirstAlarm">When the first alarm is known, by period.</param>
public sealed record TestPower(string Name, Estimate Detection, FirstAlarm FirstAlarm);

/// <summary>How the tests of a battery find one loss.</summary>
/// <param name="Tests">Each test.</param>
/// <param name="Battery">Any of them; null where there is but one, or each has all of α.</param>
/// <param name="Ceiling">The Neyman–Pearson bound at the total α: no test finds this known pattern more often.</param>
/// <param name="Simulation">What was drawn; null where all is exact.</param>
public sealed record BatteryPower(
    IReadOnlyList<TestPower> Tests, TestPower? Battery, double Ceiling, SimulationRecord? Simulation)
{
    /// <summary>
    /// Works it out for one loss: exactly where that is known, else by the short chain with other random numbers than the thresholds'.
    /// </summary>
    /// <param name="battery">The tests with their thresholds.</param>
    /// <param name="factor">L of the covariance.</param>
    /// <param name="loss">μ_1 … μ_N (mass).</param>
    /// <param name="options">Seed, replicates, threads.</param>
    public static BatteryPower Of(TestBattery battery, CholeskyFactor factor, ReadOnlySpan<double> loss, SimulationOptions options)
    {
        ArgumentNullException.ThrowIfNull(battery);
        var means = factor.Solve(loss);
        var exact = battery.Tests.Select(test => test.Test.ExactFirstAlarm(test.Threshold.Value, means)).ToArray();
        var ceiling = NeymanPearson.Detection(factor, loss, battery.Alpha);
        if (exact.All(first => first is not null) && (exact.Length == 1 || battery.Sharing == AlphaSharing.Each))
            return new([.. battery.Tests.Select((test, i) => Exact(test, exact[i]!))], null, ceiling, null);
        var sampled = Sample(battery, new ShortChain(factor, loss), options);
        return sampled with
        {
            Tests = [.. sampled.Tests.Select((power, i) => exact[i] is { } first ? Exact(battery.Tests[i], first) : power)],
            Ceiling = ceiling,
        };
    }

    /// <summary>By simulation alone, from any source: for instance the full chain, to verify the short one.</summary>
    /// <returns>Without a ceiling (NaN), which the source does not tell.</returns>
    public static BatteryPower Sample(TestBattery battery, SequenceSource source, SimulationOptions options)
    {
        ArgumentNullException.ThrowIfNull(battery);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        var first = Histories.FirstAlarms(source, battery.Tests, options);
        var any = new ushort[options.Replicates];
        for (var replicate = 0; replicate < any.Length; replicate++)
        {
            var earliest = ushort.MaxValue;
            foreach (var test in first)
                earliest = Math.Min(earliest, test[replicate] == 0 ? ushort.MaxValue : test[replicate]);
            any[replicate] = earliest == ushort.MaxValue ? (ushort)0 : earliest;
        }
        return new(
            [.. battery.Tests.Select((test, i) => Sampled(test.Test.Name, first[i], source.Periods))],
            battery is { Tests.Count: > 1, Sharing: not AlphaSharing.Each } ? Sampled("battery", any, source.Periods) : null,
            double.NaN, TestBattery.Record(source, options));
    }

    private static TestPower Exact(CalibratedTest test, FirstAlarm first) => new(test.Test.Name, Estimate.Exact(first.Probability), first);

    private static TestPower Sampled(string name, ushort[] first, int periods)
    {
        var counts = new long[periods + 1];
        foreach (var period in first)
            counts[period]++;
        return new(name, Estimate.Share(first.Length - counts[0], first.Length),
            new([.. counts.Skip(1).Select(count => (double)count / first.Length)]));
    }
}
