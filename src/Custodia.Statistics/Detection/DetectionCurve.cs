using Custodia.Statistics.Detection.Simulation;
using Custodia.Statistics.Linear;

namespace Custodia.Statistics.Detection;

/// <summary>The probability of detection against the mass lost, for one pattern in time and each test of a battery.</summary>
/// <param name="Points">One point a mass.</param>
public sealed record DetectionCurve(IReadOnlyList<DetectionPoint> Points)
{
    /// <summary>Most masses of one curve.</summary>
    public const int MostPoints = 1000;

    /// <summary>Works out the curve. All masses see the same random numbers, so that the curve is smooth.</summary>
    /// <param name="battery">The tests with their thresholds.</param>
    /// <param name="factor">L of the covariance.</param>
    /// <param name="pattern">μ_1 … μ_N of any positive total (mass): only its shape counts.</param>
    /// <param name="masses">The masses lost in all, at most <see cref="MostPoints"/>.</param>
    /// <param name="options">Seed, replicates, threads.</param>
    public static DetectionCurve Of(
        TestBattery battery, CholeskyFactor factor, ReadOnlySpan<double> pattern, IReadOnlyList<double> masses, SimulationOptions options) =>
        Of(pattern, masses, loss => BatteryPower.Of(battery, factor, loss, options));

    /// <summary>The same by simulation from any source, for instance the full chain.</summary>
    /// <param name="battery">The tests with their thresholds.</param>
    /// <param name="factor">L of the covariance, for the ceiling.</param>
    /// <param name="pattern">μ_1 … μ_N of any positive total (mass): only its shape counts.</param>
    /// <param name="masses">The masses lost in all, at most <see cref="MostPoints"/>.</param>
    /// <param name="source">Sequences with the loss that it is given.</param>
    /// <param name="options">Seed, replicates, threads.</param>
    public static DetectionCurve Sample(TestBattery battery, CholeskyFactor factor, ReadOnlySpan<double> pattern,
        IReadOnlyList<double> masses, Func<double[], SequenceSource> source, SimulationOptions options) =>
        Of(pattern, masses, loss => BatteryPower.Sample(battery, source(loss), options) with
        {
            Ceiling = NeymanPearson.Detection(factor, loss, battery.Alpha),
        });

    private static DetectionCurve Of(ReadOnlySpan<double> pattern, IReadOnlyList<double> masses, Func<double[], BatteryPower> power)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(masses.Count, MostPoints, nameof(masses));
        var total = 0.0;
        foreach (var mass in pattern)
            total += mass;
        if (!(total > 0))
            throw new ArgumentException("The masses of the pattern must have a positive sum.", nameof(pattern));
        var points = new List<DetectionPoint>(masses.Count);
        foreach (var mass in masses)
        {
            var loss = new double[pattern.Length];
            for (var i = 0; i < loss.Length; i++)
                loss[i] = pattern[i] / total * mass;
            points.Add(new(mass, power(loss)));
        }
        return new(points);
    }
}

/// <summary>One point of a detection curve.</summary>
/// <param name="Mass">The mass lost in all.</param>
/// <param name="Power">How it is found.</param>
public sealed record DetectionPoint(double Mass, BatteryPower Power);
