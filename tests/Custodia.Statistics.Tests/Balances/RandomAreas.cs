using Custodia.Statistics.Balances;

namespace Custodia.Statistics.Tests.Balances;

/// <summary>Areas by chance that have everything an area can have, on a coarse grid of times so that ties and shared dates are common.</summary>
internal sealed class RandomAreas(int seed)
{
    private readonly Random _random = new(seed);
    private readonly Dictionary<string, double> _named = [];

    public (BalanceCase Case, EvaluationOptions Options) Next()
    {
        var periods = _random.Next(2, 7);
        var dates = _random.Next(2) == 0
            ? BalanceDates.Every(2)
            : BalanceDates.At([.. Enumerable.Range(0, periods + 1).Select(i => 2.0 * i + (_random.Next(3) == 0 ? 0.5 : 0))]);
        var end = 2.0 * periods + 0.5;
        var methods = Enumerable.Range(0, _random.Next(2, 5)).Select(m => Method(m, end)).ToList();
        var ids = methods.Select(method => method.Id).ToArray();
        var locations = new List<LocationReadings>
        {
            Inventory(0, end, ids), Flow(1, LocationKind.Input, end, ids), Flow(2, LocationKind.Output, end, ids),
        };
        for (var l = 3; l < _random.Next(3, 7); l++)
            locations.Add(_random.Next(3) == 0 ? Inventory(l, end, ids) : Flow(l, (LocationKind)_random.Next(2), end, ids));
        var options = new EvaluationOptions
        {
            Model = (RandomErrorModel)_random.Next(2),
            IsOpeningExact = _random.Next(4) == 0,
            CountsItemsAtStart = _random.Next(4) != 0,
            InterpolatesInventories = _random.Next(4) == 0,
        };
        return (new("random", "kg", "d", ["Pu"], methods, locations, dates), options);
    }

    private MeasurementMethod Method(int m, double end) => new($"m{m}", 0.001 + 0.01 * _random.NextDouble(), 0.01 * Sometimes(),
        0.05 * Sometimes(), 0.05 * Sometimes())
    {
        Calibrations = [.. Enumerable.Range(1, (int)end * 2).Where(_ => _random.Next(6) == 0).Select(at => at / 2.0)],
    };

    private LocationReadings Flow(int l, LocationKind kind, double end, string[] methods)
    {
        var isContinuous = _random.Next(2) == 0;
        var times = Enumerable.Range(0, _random.Next(3, 12)).Select(_ => Grid(end)).Order().ToList();
        if (isContinuous)
            times = [0, .. times.Distinct().Where(time => time > 0 && time < end), end];
        var readings = Readings(new($"l{l}", kind, isContinuous ? FlowType.Continuous : FlowType.Discrete, Some(methods)), times,
            isContinuous ? 0 : 4);
        // Quarters, whose sums are exact in any order.
        return isContinuous || _random.Next(3) > 0
            ? readings
            : readings with { Shares = [.. Enumerable.Range(0, readings.Count).Select(_ => _random.Next(1, 6) / 4.0)] };
    }

    private LocationReadings Inventory(int l, double end, string[] methods)
    {
        var isList = _random.Next(2) == 0;
        var times = Enumerable.Range(0, _random.Next(2, 9)).Select(_ => Grid(end)).Append(end).Order();
        return Readings(new($"l{l}", LocationKind.Inventory, null, Some(methods)), isList ? times : times.Distinct(), isList ? 10 : 2);
    }

    private LocationReadings Readings(Location location, IEnumerable<double> stamps, int named)
    {
        var times = stamps.ToArray();
        var names = times.Select(_ => _random.Next(10) < named ? $"item {_random.Next(named == 10 ? 6 : 12)}" : null).ToArray();
        var masses = names.Select(name => name is null ? Mass() : Known(name)).ToArray();
        return new(location, times, [masses]) { Measurements = names.Any(name => name is not null) ? names : [] };
    }

    private double Known(string name) => _named.TryGetValue(name, out var mass) ? mass : _named[name] = Mass();

    private double Mass() => _random.Next(12) == 0 ? 0 : 1 + 10 * _random.NextDouble();

    private double Grid(double end) => _random.Next((int)(end * 4) + 1) / 4.0;

    private double Sometimes() => _random.Next(3) == 0 ? 0 : _random.NextDouble();

    private string[] Some(string[] methods) => [.. methods.Where(_ => _random.Next(2) == 0).DefaultIfEmpty(methods[0])];
}
