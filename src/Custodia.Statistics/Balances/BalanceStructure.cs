using System.Collections.Immutable;

namespace Custodia.Statistics.Balances;

/// <summary>
/// A case laid out over its balance periods: the sparse matrix A of MUF = A x, by location. It depends on times and on the
/// identity of measurements alone, so that one serves all elements, and true as well as measured masses.
/// </summary>
public sealed class BalanceStructure
{
    private BalanceStructure(BalanceCase balanceCase, EvaluationOptions options)
    {
        Case = balanceCase;
        Options = options;
        var dates = balanceCase.Dates.Until(balanceCase.LastStamp, EvaluationOptions.MostPeriods);
        Dates = [.. dates];
        var indexes = balanceCase.Methods.Select((method, index) => (method.Id, index)).ToDictionary(StringComparer.Ordinal);
        Locations = [.. balanceCase.Locations.Select(at => Lay(at, [.. at.Location.Methods.Select(id => indexes[id])], dates, options))];
        var firsts = SharedMeasurements.Join(Locations);
        if (options.IsOpeningExact)
            ExactOpening.Free(Locations, firsts);
        foreach (var at in Locations)
            at.Runs = CalibrationRuns.Of(at.Readings.Times.Span, [.. at.Methods.Select(m => balanceCase.Methods[m].Calibrations)]);
    }

    /// <summary>The case.</summary>
    public BalanceCase Case { get; }

    /// <summary>What was chosen.</summary>
    public EvaluationOptions Options { get; }

    /// <summary>t₀ … t_N (time).</summary>
    public ImmutableArray<double> Dates { get; }

    /// <summary>N, how many balance periods there are.</summary>
    public int Count => Dates.Length - 1;

    /// <summary>The locations, in the order of the case.</summary>
    public ImmutableArray<LocationStructure> Locations { get; }

    /// <summary>Lays out a case.</summary>
    /// <exception cref="ArgumentException">The case breaks one of <see cref="CaseRules"/>; ask them before.</exception>
    public static BalanceStructure Of(BalanceCase balanceCase, EvaluationOptions options) =>
        CaseRules.Faults(balanceCase, options) is [var fault, ..]
            ? throw new ArgumentException(fault.ToString(), nameof(balanceCase))
            : new(balanceCase, options);

    /// <summary>Inventories whose reading lies farther from a balance date than <see cref="EvaluationOptions.OffsetLimit"/>.</summary>
    public IEnumerable<(LocationStructure Location, int Date, double Offset)> FarInventories() =>
        from at in Locations
        from date in Enumerable.Range(0, at.Inventory.Length)
        where Math.Abs(at.Inventory[date].Offset) > Options.OffsetLimit
        select (at, date, at.Inventory[date].Offset);

    private static LocationStructure Lay(LocationReadings at, int[] methods, double[] dates, EvaluationOptions options)
    {
        var times = at.Times.Span;
        if (at.Location.Kind == LocationKind.Inventory)
        {
            var inventory = InventoryDates.Of(times, dates, options.InterpolatesInventories);
            var errors = InventoryDates.Errors(inventory, at.Count, options.IsOpeningExact);
            return new(at, methods, errors, inventory, [.. inventory.Select(taken => taken.Count + taken.LaterCount)]);
        }
        var sign = at.Location.Kind == LocationKind.Input ? 1 : -1;
        var flow = at.Location.Type == FlowType.Discrete
            ? FlowContributions.OfItems(at, dates, sign, options.CountsItemsAtStart)
            : FlowContributions.OfRates(times, dates, sign);
        var items = new int[dates.Length - 1];
        foreach (var period in flow.Periods)
            items[period]++;
        return new(at, methods, flow, [], items);
    }
}
