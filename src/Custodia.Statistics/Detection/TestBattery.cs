using Custodia.Statistics.Detection.Simulation;
using Custodia.Statistics.Sequential;

namespace Custodia.Statistics.Detection;

/// <summary>A test with the threshold that its share of the false alarms asks for.</summary>
/// <param name="Test">The test.</param>
/// <param name="Alpha">P(any false alarm of this test in N periods).</param>
/// <param name="Threshold">The threshold; its standard error is 0 where it is exact.</param>
public sealed record CalibratedTest(SequenceScore Test, double Alpha, Estimate Threshold);

/// <summary>How several tests share one total probability of false alarm.</summary>
public enum AlphaSharing
{
    /// <summary>Each has all of α: to compare tests of which one will be used. Used together they alarm more often than α.</summary>
    Each,

    /// <summary>Each gets the same part α/n (Bonferroni): the total is at most α. Exact thresholds are used where they exist.</summary>
    Split,

    /// <summary>All get the same level, found by simulation so that any alarm of any test has probability α.</summary>
    Joint,
}

/// <summary>Several tests of one sequence with one total α.</summary>
/// <param name="Tests">The tests with their thresholds.</param>
/// <param name="Alpha">P(any false alarm of any test in N periods): at most this where split, this where joint, of each where each.</param>
/// <param name="Sharing">How it is shared.</param>
/// <param name="Simulation">What was drawn for the thresholds; null where all are exact.</param>
public sealed record TestBattery(
    IReadOnlyList<CalibratedTest> Tests, double Alpha, AlphaSharing Sharing, SimulationRecord? Simulation)
{
    /// <summary>Finds the thresholds for N periods.</summary>
    /// <param name="tests">The tests.</param>
    /// <param name="alpha">The total α.</param>
    /// <param name="sharing">How the tests share it.</param>
    /// <param name="noLoss">Sequences without loss.</param>
    /// <param name="options">Seed, replicates, threads.</param>
    public static TestBattery Calibrate(
        IReadOnlyList<SequenceScore> tests, double alpha, AlphaSharing sharing, SequenceSource noLoss, SimulationOptions options)
    {
        ArgumentNullException.ThrowIfNull(tests);
        ArgumentNullException.ThrowIfNull(noLoss);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfZero(tests.Count, nameof(tests));
        Level.ThrowIfNotInside(alpha);
        var share = sharing == AlphaSharing.Split ? alpha / tests.Count : alpha;
        var exact = sharing != AlphaSharing.Joint || tests.Count == 1
            ? tests.Select(test => test.ExactThreshold(share, noLoss.Periods)).ToArray()
            : new double?[tests.Count];
        var drawn = tests.Where((_, test) => exact[test] is null).ToList();
        if (drawn.Count == 0)
            return new([.. tests.Select((test, i) => new CalibratedTest(test, share, Estimate.Exact(exact[i]!.Value)))], alpha, sharing, null);
        ThrowIfTooFew(share, options.Replicates);
        var maxima = Histories.Maxima(noLoss, drawn, options);
        var descending = maxima.Select(Descending).ToArray();
        var count = sharing == AlphaSharing.Joint ? JointCount(maxima, descending, alpha) : (int)(share * options.Replicates);
        ThrowIfTooFew((double)count / options.Replicates, options.Replicates);
        var each = sharing == AlphaSharing.Joint ? (double)count / options.Replicates : share;
        var next = 0;
        return new([.. tests.Select((test, i) => new CalibratedTest(test, each,
            exact[i] is { } known ? Estimate.Exact(known) : Quantile(descending[next++], count)))], alpha, sharing, Record(noLoss, options));
    }

    /// <summary>What is said of a simulation.</summary>
    internal static SimulationRecord Record(SequenceSource source, SimulationOptions options) =>
        new(NormalStream.Generator, options.Seed, options.Replicates, source.Name);

    private static void ThrowIfTooFew(double alpha, int replicates)
    {
        if (alpha * replicates < 10)
            throw new ArgumentException(FormattableString.Invariant(
                $"{replicates} replicates give fewer than 10 false alarms at {alpha}; ask for more."));
    }

    // The count-th largest number: as many replicates alarm. Its error from the numbers one standard deviation of the count away.
    private static Estimate Quantile(double[] descending, int count)
    {
        var spread = Math.Sqrt(count * (1 - ((double)count / descending.Length)));
        var (above, below) = ((int)Math.Max(0, count - 1 - spread), (int)Math.Min(descending.Length - 1, count - 1 + spread));
        return new(descending[count - 1], 0.5 * (descending[above] - descending[below]));
    }

    // The largest level at which no more than α n replicates have an alarm in any test.
    private static int JointCount(double[][] maxima, double[][] descending, double alpha)
    {
        var best = new int[maxima[0].Length];
        Array.Fill(best, int.MaxValue);
        for (var test = 0; test < maxima.Length; test++)
        {
            for (var replicate = 0; replicate < best.Length; replicate++)
                best[replicate] = Math.Min(best[replicate], AtLeast(descending[test], maxima[test][replicate]));
        }
        Array.Sort(best);
        return best[(int)(alpha * best.Length)] - 1;
    }

    // How many numbers are at least this one.
    private static int AtLeast(double[] descending, double value)
    {
        var (low, high) = (0, descending.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (descending[middle] >= value)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    private static double[] Descending(double[] values)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        Array.Reverse(sorted);
        return sorted;
    }
}
