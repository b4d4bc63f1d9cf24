using System.Diagnostics;

namespace Custodia.Bench.Statistics;

/// <summary>The statistics of material balances, on one thread, after reading.</summary>
internal static class StatisticsBenchmarks
{
    /// <summary>How long a measurement runs before it counts: by then the runtime has compiled it for speed.</summary>
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(2);

    public static Task Run(string? figure)
    {
        var figures = new Dictionary<string, Action>
        {
            ["balances"] = BalanceBenchmark.Run,
            ["append"] = BalanceBenchmark.RunAppend,
            ["tables"] = TableBenchmark.Run,
            ["items"] = ItemisedBenchmark.Run,
            ["detection"] = DetectionBenchmark.Run,
            ["long"] = BalanceBenchmark.RunLong,
        };
        foreach (var (name, run) in figures)
            if (figure is null || figure == name)
                run();
        return Task.CompletedTask;
    }

    /// <summary>Prints the median of some runs against a limit and against references in the same run.</summary>
    internal static void Against(string name, double limit, Action ours, params (string Name, Action Run)[] references)
    {
        Rounds.Print($"{name}: {Rounds.Time(ours) * 1000:0.0} ms the first time, not yet compiled");
        for (var since = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(since) < Warm;)
        {
            ours();
            foreach (var (_, run) in references)
                run();
        }
        var times = new List<double>();
        var theirs = references.Select(_ => new List<double>()).ToArray();
        for (var round = 0; round < 15; round++)
        {
            times.Add(Rounds.Time(ours));
            for (var r = 0; r < references.Length; r++)
                theirs[r].Add(Rounds.Time(references[r].Run));
        }
        var median = Rounds.Median(times);
        Rounds.Print($"  {median * 1000:0.00} ms; limit {limit * 1000:0} ms {(median <= limit ? "met" : "MISSED")}");
        for (var r = 0; r < references.Length; r++)
        {
            var reference = Rounds.Median(theirs[r]);
            Rounds.Print($"  {references[r].Name}: {reference * 1000:0.00} ms, ours takes {median / reference:0.0#} times as long");
        }
    }

    /// <summary>The most memory that this process has held so far (MiB).</summary>
    internal static long PeakMemory()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 >> 20;
    }
}
