namespace Custodia.Statistics.Balances;

/// <summary>
/// Readings that are one measurement have one error, at whichever locations and dates they stand: it was made where and when
/// the first of them was read, by the methods of that place. Where their weights in a period cancel, it adds nothing to V.
/// </summary>
internal static class SharedMeasurements
{
    /// <summary>Moves the error of each further reading of a measurement to the first one.</summary>
    /// <returns>The first one of each reading that shares its measurement.</returns>
    public static IReadOnlyDictionary<(int Location, int Reading), (int Location, int Reading)> Join(IReadOnlyList<LocationStructure> locations)
    {
        var groups = (
            from index in Enumerable.Range(0, locations.Count)
            from reading in Enumerable.Range(0, locations[index].Readings.Measurements.Count)
            let name = locations[index].Readings.Measurements[reading]
            where name is not null
            group (Location: index, Reading: reading) by name).Where(group => group.Count() > 1);
        var entries = new Dictionary<int, List<(int Reading, int Period, double Weight, double Gross)>>();
        var firsts = new Dictionary<(int Location, int Reading), (int Location, int Reading)>();
        foreach (var group in groups)
        {
            var first = group.MinBy(at => locations[at.Location].Readings.Times.Span[at.Reading]);
            foreach (var at in group)
                firsts[at] = first;
        }
        foreach (var index in firsts.Values.Concat(firsts.Keys).Select(at => at.Location).Distinct())
            entries[index] = [];
        foreach (var index in entries.Keys)
            foreach (var (reading, period, weight, gross) in locations[index].Errors.Entries())
            {
                var (at, first) = firsts.GetValueOrDefault((index, reading), (index, reading));
                entries[at].Add((first, period, weight, gross));
            }
        foreach (var (index, moved) in entries)
            locations[index].Errors = Contributions.Of(locations[index].Readings.Count, moved);
        return firsts;
    }
}
