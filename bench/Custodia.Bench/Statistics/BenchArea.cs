using Custodia.Statistics.Balances;

namespace Custodia.Bench.Statistics;

/// <summary>An area of ten locations: items, rates and inventories in turn, their readings spread evenly over daily balances.</summary>
internal static class BenchArea
{
    private const int Locations = 10;

    private static readonly (LocationKind Kind, FlowType? Type)[] Kinds =
    [
        (LocationKind.Input, FlowType.Continuous), (LocationKind.Output, FlowType.Discrete), (LocationKind.Inventory, null),
        (LocationKind.Input, FlowType.Discrete), (LocationKind.Output, FlowType.Continuous), (LocationKind.Inventory, null),
    ];

    public static BalanceCase Of(int periods, int readings, int elements)
    {
        var random = new Random(1);
        var each = readings / Locations;
        var methods = Enumerable.Range(0, Locations).Select(l => new MeasurementMethod($"m{l}", 0.01, 0.002)).ToArray();
        return new("bench", "kg", "h", [.. Enumerable.Range(0, elements).Select(e => $"E{e}")], methods,
            [.. Enumerable.Range(0, Locations).Select(l => Readings(l, each, 24.0 * periods, elements, random))],
            BalanceDates.At([.. Enumerable.Range(0, periods + 1).Select(i => 24.0 * i)]));
    }

    private static LocationReadings Readings(int l, int count, double end, int elements, Random random)
    {
        var (kind, type) = Kinds[l % Kinds.Length];
        var times = Enumerable.Range(0, count).Select(j => end * j / (count - 1)).ToArray();
        times[^1] = end;
        return new(new($"l{l}", kind, type, [$"m{l}"]), times,
            [.. Enumerable.Range(0, elements).Select(_ => (ReadOnlyMemory<double>)Enumerable.Range(0, count)
                .Select(_ => 1 + random.NextDouble()).ToArray())]);
    }
}
