using Custodia.Statistics.Sequential;

namespace Custodia.Statistics.Detection.Simulation;

/// <summary>
/// Draws histories in blocks of a fixed number of replicates, each block from its own stream. What a replicate gives stands at its
/// own place, and places are counted in order, so that the result is the same to the last bit for any number of threads.
/// </summary>
internal static class Histories
{
    /// <summary>Random numbers for thresholds: those of no loss.</summary>
    public const ulong ForThresholds = 1;

    /// <summary>Random numbers for power: others than those of the thresholds.</summary>
    public const ulong ForPower = 2;

    /// <summary>The largest number of each test in each replicate: [test][replicate].</summary>
    public static double[][] Maxima(SequenceSource source, IReadOnlyList<SequenceScore> tests, SimulationOptions options)
    {
        var maxima = tests.Select(_ => new double[options.Replicates]).ToArray();
        Run(source, options, ForThresholds, (sequence, scores, replicate) =>
        {
            for (var test = 0; test < maxima.Length; test++)
            {
                tests[test].Score(sequence, scores);
                maxima[test][replicate] = Largest(scores);
            }
        });
        return maxima;
    }

    /// <summary>The period (from 1) when the first alarm of each test is known, 0 where there is none: [test][replicate].</summary>
    public static ushort[][] FirstAlarms(SequenceSource source, IReadOnlyList<CalibratedTest> tests, SimulationOptions options)
    {
        var first = tests.Select(_ => new ushort[options.Replicates]).ToArray();
        Run(source, options, ForPower, (sequence, scores, replicate) =>
        {
            for (var test = 0; test < first.Length; test++)
            {
                tests[test].Test.Score(sequence, scores);
                var at = FirstAtLeast(scores, tests[test].Threshold.Value);
                first[test][replicate] = at < 0 ? (ushort)0 : (ushort)(at + 1 + tests[test].Test.Lag);
            }
        });
        return first;
    }

    private static void Run(SequenceSource source, SimulationOptions options, ulong purpose, Visit visit)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(source.Periods, ushort.MaxValue, nameof(source));
        var blocks = ((options.Replicates - 1) / SimulationOptions.BlockSize) + 1;
        var threads = new ParallelOptions
        {
            MaxDegreeOfParallelism = options.Threads > 0 ? options.Threads : Environment.ProcessorCount,
            CancellationToken = options.Cancellation,
        };
        Parallel.For(0, blocks, threads, () => (Draw: source.Begin(), Scores: new double[source.Periods]), (block, _, room) =>
        {
            var numbers = new NormalStream(options.Seed, purpose, (ulong)block);
            var end = Math.Min(options.Replicates, (block + 1) * SimulationOptions.BlockSize);
            for (var replicate = block * SimulationOptions.BlockSize; replicate < end; replicate++)
                visit(room.Draw.Next(numbers), room.Scores, replicate);
            return room;
        }, _ => { });
    }

    // NaN, a period where the test is not defined, is never the largest.
    private static double Largest(ReadOnlySpan<double> scores)
    {
        var largest = double.NegativeInfinity;
        foreach (var score in scores)
        {
            if (score > largest)
                largest = score;
        }
        return largest;
    }

    private static int FirstAtLeast(ReadOnlySpan<double> scores, double threshold)
    {
        for (var i = 0; i < scores.Length; i++)
        {
            if (scores[i] >= threshold)
                return i;
        }
        return -1;
    }

    private delegate void Visit(MufSequence sequence, double[] scores, int replicate);
}
