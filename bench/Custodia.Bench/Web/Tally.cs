using System.Collections.Concurrent;

namespace Custodia.Bench.Web;

/// <summary>How long each kind of request took, and what failed.</summary>
internal sealed class Tally
{
    private readonly ConcurrentDictionary<string, ConcurrentBag<double>> _seconds = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _errors = new(StringComparer.Ordinal);

    public int Count => _seconds.Values.Sum(bag => bag.Count);

    public int Errors => _errors.Values.Sum();

    public void Add(string kind, double seconds, bool isRight)
    {
        _seconds.GetOrAdd(kind, _ => []).Add(seconds);
        if (!isRight)
            _errors.AddOrUpdate(kind, 1, (_, count) => count + 1);
    }

    /// <summary>Prints each kind, all in all, and how they stand to the reference.</summary>
    /// <param name="most">The most seconds that the 99th of a hundred may take.</param>
    public void Print(double most)
    {
        Rounds.Print($"{"",-30}{"count",7}{"p50",9}{"p95",9}{"p99",9}{"max",9}  ms");
        foreach (var (kind, seconds) in _seconds.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            Line(kind, [.. seconds], most);
        double[] all = [.. _seconds.Where(pair => pair.Key != WebMix.Reference).SelectMany(pair => pair.Value)];
        Line("all", all, most);
        double[] reference = [.. _seconds.GetValueOrDefault(WebMix.Reference, [])];
        double Ratio(double quantile) => Rounds.Quantile(all, quantile) / Rounds.Quantile(reference, quantile);
        Rounds.Print($"against a static file in the same run: p50 {Ratio(0.5):0.0} times, p99 {Ratio(0.99):0.0} times");
        Rounds.Print($"errors {Errors}; target 0 {(Errors == 0 ? "met" : "MISSED")}");
    }

    private void Line(string kind, double[] seconds, double most)
    {
        var p99 = Rounds.Quantile(seconds, 0.99);
        var failed = _errors.GetValueOrDefault(kind);
        var (p50, p95) = (Rounds.Quantile(seconds, 0.5), Rounds.Quantile(seconds, 0.95));
        var verdict = (p99 > most ? "  MISSED" : "") + (failed > 0 ? "  errors: " + failed : "");
        Rounds.Print($"{kind,-30}{seconds.Length,7}{p50 * 1000,9:0.0}{p95 * 1000,9:0.0}{p99 * 1000,9:0.0}{seconds.Max() * 1000,9:0.0}{verdict}");
    }
}
