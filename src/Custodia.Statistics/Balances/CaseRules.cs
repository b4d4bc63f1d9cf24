using System.Globalization;

namespace Custodia.Statistics.Balances;

/// <summary>What a case must hold before its balances mean anything.</summary>
public static class CaseRules
{
    /// <summary>The most faults that are listed; a file of a million wrong rows has said enough by then.</summary>
    public const int MostFaults = 100;

    /// <summary>The largest time, mass or standard deviation: products of several of them, summed up, are still numbers.</summary>
    public const double Largest = 1e18;

    /// <summary>The column of stamps.</summary>
    public const string TimeColumn = "time";

    /// <summary>The column of names of measurements.</summary>
    public const string MeasurementColumn = "measurement";

    /// <summary>Everything that is wrong with a case; empty if it can be evaluated.</summary>
    public static IReadOnlyList<Fault> Faults(BalanceCase balanceCase, EvaluationOptions options)
    {
        var faults = OfNames(balanceCase)
            .Concat(Enumerable.Range(0, balanceCase.Methods.Count).SelectMany(index => OfMethod(balanceCase, index)))
            .Concat(Enumerable.Range(0, balanceCase.Locations.Count).SelectMany(index => OfLocation(balanceCase, index)))
            .Take(MostFaults).ToList();
        // What follows reads the stamps as they should be.
        return faults.Count > 0 ? faults : [.. OfPeriods(balanceCase, options).Concat(OfMeasurements(balanceCase)).Take(MostFaults)];
    }

    private static IEnumerable<Fault> OfNames(BalanceCase of)
    {
        if (of.Elements.Count == 0)
            yield return OfCase(of, FaultCodes.Empty, "elements");
        if (of.Locations.Count == 0)
            yield return OfCase(of, FaultCodes.Empty, "locations");
        var lists = new (string Path, IEnumerable<string> Names)[]
        {
            ("elements[{0}]", of.Elements),
            ("locations[{0}].id", of.Locations.Select(at => at.Location.Id)),
            ("methods[{0}].id", of.Methods.Select(method => method.Id)),
        };
        foreach (var (path, names) in lists)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var (index, name) in names.Index())
                if (!seen.Add(name))
                    yield return OfCase(of, FaultCodes.NameTwice, path.Replace("{0}", Text(index), StringComparison.Ordinal), null, name);
        }
    }

    private static IEnumerable<Fault> OfMethod(BalanceCase of, int index)
    {
        var method = of.Methods[index];
        foreach (var sigma in new[] { method.RelativeRandom, method.RelativeSystematic, method.AdditiveRandom, method.AdditiveSystematic })
            if (!(sigma is >= 0 and <= Largest))
                yield return OfCase(of, FaultCodes.WrongSigma, PathOf(of, index), "≥ 0", Text(sigma));
        for (var i = 0; i < method.Calibrations.Count; i++)
            if (!double.IsFinite(method.Calibrations[i]) || (i > 0 && !(method.Calibrations[i] > method.Calibrations[i - 1])))
                yield return OfCase(of, FaultCodes.WrongCalibrations, PathOf(of, index), null, Text(method.Calibrations[i]));
    }

    private static IEnumerable<Fault> OfLocation(BalanceCase of, int index)
    {
        var at = of.Locations[index];
        var location = at.Location;
        if ((location.Kind == LocationKind.Inventory) != (location.Type is null))
            yield return OfCase(of, FaultCodes.WrongType, $"locations[{Text(index)}].type", "discrete | continuous", location.Id);
        foreach (var method in location.Methods.Where(method => of.Methods.All(known => known.Id != method)))
            yield return OfCase(of, FaultCodes.UnknownMethod, $"locations[{Text(index)}].methods", null, method);
        if (location.Methods.GroupBy(method => method).FirstOrDefault(group => group.Count() > 1) is { } twice)
            yield return OfCase(of, FaultCodes.NameTwice, $"locations[{Text(index)}].methods", null, twice.Key);
        if (at.Count == 0 && location.Type != FlowType.Discrete)
            yield return new Fault(FaultCodes.NoReadings, "").At(at.Source);
        if (at.Masses.Count != of.Elements.Count || at.Masses.Any(masses => masses.Length != at.Count)
            || (at.Measurements.Count > 0 && at.Measurements.Count != at.Count))
            throw new ArgumentException($"{location.Id} needs one mass for each time and element.", nameof(of));
        if (at.Shares.Count > 0
            && (location.Type != FlowType.Discrete || at.Shares.Count != at.Count || at.Shares.Any(share => !(share is > 0 and <= Largest))))
            throw new ArgumentException($"{location.Id} needs one share above zero for each item, and for items alone.", nameof(of));
        foreach (var fault in OfTimes(at))
            yield return fault;
        for (var e = 0; e < at.Masses.Count; e++)
            foreach (var fault in OfMasses(at, e, of.Elements[e]))
                yield return fault;
        if (location.Type == FlowType.Continuous && at.Measurements.Any(name => name is not null))
            yield return new Fault(FaultCodes.RateNamed, MeasurementColumn).At(at.Source, LineOf(FirstNamed(at)), of.Elements.Count + 2);
    }

    private static Fault OfCase(BalanceCase of, string code, string field, string? expected = null, string? found = null) =>
        new Fault(code, field, expected, found).At(of.Source);

    // A method that was made for one location stands there.
    private static string PathOf(BalanceCase of, int method)
    {
        var id = of.Methods[method].Id;
        var alone = of.Locations.Index().Where(at => at.Item.Location.Id == id && at.Item.Location.Methods is [var only] && only == id)
            .Select(at => $"locations[{Text(at.Index)}]").FirstOrDefault();
        return alone ?? $"methods[{Text(method)}]";
    }

    // Items may pass together, and be listed together; one reading of a tank or a rate stands alone at its time.
    private static List<Fault> OfTimes(LocationReadings at)
    {
        var faults = new List<Fault>();
        var times = at.Times.Span;
        for (var j = 0; j < times.Length && faults.Count < MostFaults; j++)
        {
            if (!double.IsFinite(times[j]))
                faults.Add(new Fault(FaultCodes.NotFinite, TimeColumn, null, Text(times[j])).At(at.Source, LineOf(j), 1));
            else if (Math.Abs(times[j]) > Largest)
                faults.Add(new Fault(FaultCodes.TooLarge, TimeColumn, $"≤ {Text(Largest)}", Text(times[j])).At(at.Source, LineOf(j), 1));
            else if (j > 0 && times[j] < times[j - 1])
                faults.Add(new Fault(FaultCodes.Unsorted, TimeColumn, $"≥ {Text(times[j - 1])}", Text(times[j])).At(at.Source, LineOf(j), 1));
            else if (j > 0 && times[j] == times[j - 1] && !MayShareStamp(at, j))
                faults.Add(new Fault(FaultCodes.StampTwice, TimeColumn, $"> {Text(times[j - 1])}", Text(times[j])).At(at.Source, LineOf(j), 1));
        }
        return faults;
    }

    private static bool MayShareStamp(LocationReadings at, int j) => at.Location.Type == FlowType.Discrete
        || (at.Location.Kind == LocationKind.Inventory && at.MeasurementOf(j) is not null && at.MeasurementOf(j - 1) is not null);

    private static List<Fault> OfMasses(LocationReadings at, int element, string name)
    {
        var faults = new List<Fault>();
        var masses = at.Masses[element].Span;
        for (var j = 0; j < masses.Length && faults.Count < MostFaults; j++)
        {
            if (!double.IsFinite(masses[j]))
                faults.Add(new Fault(FaultCodes.NotFinite, name, null, Text(masses[j])).At(at.Source, LineOf(j), element + 2));
            else if (masses[j] > Largest)
                faults.Add(new Fault(FaultCodes.TooLarge, name, $"≤ {Text(Largest)}", Text(masses[j])).At(at.Source, LineOf(j), element + 2));
            else if (masses[j] < 0)
                faults.Add(new Fault(FaultCodes.Negative, name, "≥ 0", Text(masses[j])).At(at.Source, LineOf(j), element + 2));
        }
        return faults;
    }

    private static IEnumerable<Fault> OfPeriods(BalanceCase of, EvaluationOptions options)
    {
        var dates = of.Dates.Until(of.LastStamp, EvaluationOptions.MostPeriods + 1);
        if (dates.Length < 2)
            yield return OfCase(of, FaultCodes.NoPeriod, "mbp", null, Text(of.LastStamp));
        else if (dates.Length - 1 > EvaluationOptions.MostPeriods)
            yield return OfCase(of, FaultCodes.TooManyPeriods, "mbp", $"≤ {Text(EvaluationOptions.MostPeriods)}");
        else if (options.GapLimit is { } limit)
            foreach (var at in of.Locations.Where(at => at.Location.Type == FlowType.Continuous))
                foreach (var fault in OfGaps(at, dates, limit))
                    yield return fault;
    }

    // Before the first stamp and after the last one a rate is as unknown as in a gap.
    private static List<Fault> OfGaps(LocationReadings at, double[] dates, double limit)
    {
        var faults = new List<Fault>();
        var times = at.Times.Span;
        for (var j = 0; j <= times.Length && faults.Count < MostFaults; j++)
        {
            var from = j == 0 ? Math.Min(dates[0], times[0]) : times[j - 1];
            var to = j == times.Length ? Math.Max(dates[^1], times[^1]) : times[j];
            if (to - from > limit && to > dates[0] && from < dates[^1])
                faults.Add(new Fault(FaultCodes.Gap, TimeColumn, $"≤ {Text(limit)}", Text(to - from))
                    .At(at.Source, LineOf(Math.Min(j, times.Length - 1)), 1));
        }
        return faults;
    }

    private static IEnumerable<Fault> OfMeasurements(BalanceCase of)
    {
        var first = new Dictionary<string, (LocationReadings At, int Reading)>(StringComparer.Ordinal);
        foreach (var at in of.Locations)
            for (var j = 0; j < at.Measurements.Count; j++)
                if (at.Measurements[j] is { } name && !first.TryAdd(name, (at, j)))
                    for (var e = 0; e < of.Elements.Count; e++)
                    {
                        var (one, other) = (first[name].At.Masses[e].Span[first[name].Reading], at.Masses[e].Span[j]);
                        if (one != other)
                            yield return new Fault(FaultCodes.TwoValues, of.Elements[e], Text(one), Text(other)).At(at.Source, LineOf(j), e + 2);
                    }
    }

    private static int FirstNamed(LocationReadings at) => Enumerable.Range(0, at.Count).First(j => at.MeasurementOf(j) is not null);

    private static int LineOf(int reading) => reading + 2;

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
