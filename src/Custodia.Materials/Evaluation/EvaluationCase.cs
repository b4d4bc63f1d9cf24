using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Custodia.Quantities;
using Custodia.Statistics.Balances;
using Method = Custodia.Statistics.Balances.MeasurementMethod;

namespace Custodia.Materials.Evaluation;

/// <summary>The ledger as a case of the statistics library: here alone exact masses become floating point, in grams.</summary>
/// <remarks>
/// A method becomes, for each of its calibrations, one source of systematic errors and, for each number of items, one of random
/// errors, which for a method that measures each item falls with the square root of their number. What a measurement puts into a balance is one
/// reading of the whole with its share; where it enters several balances, the readings bear its name, and so share its one error.
/// </remarks>
internal sealed class EvaluationCase
{
    private const double Percent = 0.01;
    private const char Part = '|';

    private readonly MeasuredLedger _measured;
    private readonly SortedDictionary<string, Method> _methods = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Readings> _locations = new(StringComparer.Ordinal);

    public EvaluationCase(MeasuredLedger measured, IReadOnlyList<double> accepted)
    {
        _measured = measured;
        for (var number = 0; number < measured.Measurements.Count; number++)
            Add(measured.Measurements[number], number);
        AddAccepted(accepted);
        var locations = _locations.Select(pair => pair.Value.Location(pair.Key)).ToList();
        // An empty reading at the last date: the balances are complete though nothing else was measured then.
        locations.Add(new(new("dates", LocationKind.Input, FlowType.Discrete, []), new[] { measured.Dates[^1] }, [new double[1]]));
        Case = new BalanceCase(
            "ledger", "g", "d", ["mass"], [.. _methods.Values], locations, BalanceDates.At(measured.Dates));
    }

    /// <summary>The id under which accepted errors stand in place of a method's code.</summary>
    public const string Accepted = "*";

    public BalanceCase Case { get; }

    /// <summary>The code of the method behind a source of errors.</summary>
    public static string CodeOf(Method method) => method.Id[..method.Id.IndexOfAny(['#', Part])];

    /// <summary>SHA-256 of all that was evaluated, and how.</summary>
    public string Digest(string options)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(options);
        foreach (var method in Case.Methods)
            Append(string.Create(CultureInfo.InvariantCulture,
                $"{method.Id} {method.RelativeRandom:R} {method.RelativeSystematic:R} {method.AdditiveRandom:R} {method.AdditiveSystematic:R}"));
        foreach (var at in Case.Locations)
        {
            Append(at.Location.Id);
            for (var j = 0; j < at.Count; j++)
                Append(string.Create(CultureInfo.InvariantCulture,
                    $"{at.Times.Span[j]:R} {at.Masses[0].Span[j]:R} {(at.Shares.Count == 0 ? 1 : at.Shares[j]):R} {at.MeasurementOf(j)}"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());

        void Append(string line) => hash.AppendData(Encoding.UTF8.GetBytes(line + "\n"));
    }

    private void Add(Measurement measurement, int number)
    {
        var net = measurement.Net.Where(part => !part.Mass.IsZero).ToList();
        var methods = net.Count == 0 ? [] : MethodsOf(measurement);
        var name = net.Count > 1 ? number.ToString(CultureInfo.InvariantCulture) : null;
        foreach (var (_, mass, time) in net)
        {
            var size = mass < Mass.Zero ? -mass : mass;
            var whole = measurement.Whole > Mass.Zero ? measurement.Whole : size;
            At(mass > Mass.Zero, methods).Add(new(time, (double)whole.Grams, (double)size.Micrograms / whole.Micrograms, name));
        }
    }

    private Readings At(bool isInput, IReadOnlyList<string> methods)
    {
        var id = (isInput ? "+ " : "- ") + string.Join(' ', methods);
        if (!_locations.TryGetValue(id, out var readings))
            _locations.Add(id, readings = new Readings(isInput, methods));
        return readings;
    }

    private List<string> MethodsOf(Measurement measurement)
    {
        var ids = new List<string>();
        foreach (var use in measurement.Methods)
        {
            var (errors, items) = (use.Calibration.Errors, use.Method.Method.PerItem ? Math.Max(1, measurement.Items) : 1);
            ids.Add(Source(string.Create(CultureInfo.InvariantCulture, $"{use.Key}{Part}r{items}"),
                (double)errors.RandomPercent * Percent / Math.Sqrt(items), 0, (double)errors.RandomGrams * Math.Sqrt(items), 0));
            ids.Add(Source(use.Key + Part + "s", 0, (double)errors.SystematicPercent * Percent, 0, (double)errors.SystematicGrams));
        }

        return ids;
    }

    private string Source(string id, double random, double systematic, double randomGrams, double systematicGrams)
    {
        _methods.TryAdd(id, new Method(id, random, systematic, randomGrams, systematicGrams));
        return id;
    }

    private void AddAccepted(IReadOnlyList<double> sigmas)
    {
        for (var i = 0; i < sigmas.Count; i++)
        {
            if (sigmas[i] > 0)
                At(isInput: true, [Source(string.Create(CultureInfo.InvariantCulture, $"{Accepted}{Part}{i}"), 0, 0, sigmas[i], 0)])
                    .Add(new(_measured.Dates[i + 1], 0, 1, null));
        }
    }

    private sealed class Readings(bool isInput, IReadOnlyList<string> methods)
    {
        private readonly List<Reading> _all = [];

        public void Add(Reading reading) => _all.Add(reading);

        public LocationReadings Location(string id)
        {
            var sorted = _all.OrderBy(reading => reading.Time).ToList();
            return new LocationReadings(
                new(id, isInput ? LocationKind.Input : LocationKind.Output, FlowType.Discrete, methods),
                sorted.Select(reading => reading.Time).ToArray(), [sorted.Select(reading => reading.Mass).ToArray()])
            {
                Measurements = [.. sorted.Select(reading => reading.Name)],
                Shares = [.. sorted.Select(reading => reading.Share)],
            };
        }
    }

    private readonly record struct Reading(double Time, double Mass, double Share, string? Name);
}
