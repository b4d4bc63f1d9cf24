// One argument names what is measured. Each figure is a ratio against a reference that runs in turn with it, so that
// it means the same on any machine; run it in a release build on a quiet one. A second argument picks one figure.
using Custodia.Bench.Commitments;
using Custodia.Bench.Journals;
using Custodia.Bench.Materials;
using Custodia.Bench.Statistics;
using Custodia.Bench.Web;

var benchmarks = new Dictionary<string, Func<string?, Task>>
{
    ["journal"] = async figure =>
    {
        await JournalBenchmarks.Run(figure);
        if (figure is null or "3")
            ReplayBenchmark.Run();
    },
    ["commitments"] = _ => HistoryBenchmark.Run(),
    ["find"] = _ =>
    {
        FindBenchmark.Run();
        return Task.CompletedTask;
    },
    ["evaluation"] = _ =>
    {
        EvaluationBenchmark.Run();
        return Task.CompletedTask;
    },
    ["statistics"] = StatisticsBenchmarks.Run,
    ["web"] = WebBenchmark.Run,
    // What the one above starts: given a folder in place of a figure.
    [WebServer.Name] = folder => WebServer.Run(folder!),
};

if (args.Length is not (1 or 2) || !benchmarks.TryGetValue(args[0], out var run))
{
    Console.Error.WriteLine($"usage: bench {string.Join(" | ", benchmarks.Keys)} [figure]");
    return 2;
}
await run(args.ElementAtOrDefault(1));
return 0;
