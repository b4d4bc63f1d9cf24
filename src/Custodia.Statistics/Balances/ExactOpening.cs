namespace Custodia.Statistics.Balances;

/// <summary>
/// An opening inventory that is exact: the readings that stand for it have no error, wherever else they stand. So an item that is there
/// at both ends of the first period on one measurement still adds nothing, neither at its opening nor at its closing.
/// </summary>
internal static class ExactOpening
{
    /// <summary>Takes the errors of the readings at t₀ away.</summary>
    /// <param name="locations">All locations, their shared measurements joined.</param>
    /// <param name="firsts">The first reading of each measurement that several share.</param>
    public static void Free(IReadOnlyList<LocationStructure> locations,
        IReadOnlyDictionary<(int Location, int Reading), (int Location, int Reading)> firsts)
    {
        var exact =
            from index in Enumerable.Range(0, locations.Count)
            where locations[index].IsInventory && locations[index].Inventory[0].Later < 0
            from reading in Enumerable.Range(locations[index].Inventory[0].First, locations[index].Inventory[0].Count)
            let at = firsts.GetValueOrDefault((index, reading), (Location: index, Reading: reading))
            group at.Reading by at.Location;
        foreach (var readings in exact.ToList())
            locations[readings.Key].Errors = locations[readings.Key].Errors.Without([.. readings]);
    }
}
