using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Custodia.Statistics.Balances;

/// <summary>Readings First … Last − 1 of a location, between two calibrations of any of its methods.</summary>
/// <param name="First">The first reading.</param>
/// <param name="Last">One past the last reading.</param>
/// <param name="Epochs">The calibration period of each method of the location, from 0, in its order.</param>
public readonly record struct CalibrationRun(int First, int Last, ImmutableArray<int> Epochs);

/// <summary>How the readings of a location enter the balances: what depends on times alone, and so serves all elements.</summary>
public sealed class LocationStructure
{
    internal LocationStructure(LocationReadings readings, int[] methods, Contributions flow, InventoryAt[] inventory, int[] items)
    {
        Readings = readings;
        Methods = ImmutableCollectionsMarshal.AsImmutableArray(methods);
        Flow = Errors = flow;
        Inventory = ImmutableCollectionsMarshal.AsImmutableArray(inventory);
        Items = ImmutableCollectionsMarshal.AsImmutableArray(items);
    }

    /// <summary>The location and its readings.</summary>
    public LocationReadings Readings { get; }

    /// <summary>Indexes of its methods among those of the case.</summary>
    public ImmutableArray<int> Methods { get; }

    /// <summary>
    /// How the errors of the readings enter the balances. It is what enters the balances themselves, but for readings that are one
    /// measurement, which all stand with the first of them, and for those of an opening inventory that is exact.
    /// </summary>
    public Contributions Errors { get; internal set; }

    /// <summary>What stands for an inventory at each balance date t₀ … t_N; empty for a flow.</summary>
    public ImmutableArray<InventoryAt> Inventory { get; }

    /// <summary>How many readings there are: of a flow in each period, of an inventory at each date t₀ … t_N.</summary>
    public ImmutableArray<int> Items { get; }

    /// <summary>The readings by calibration period, in order of time.</summary>
    public ImmutableArray<CalibrationRun> Runs { get; internal set; }

    /// <summary>How the readings of a flow enter the totals of periods; for an inventory the same as <see cref="Errors"/>.</summary>
    internal Contributions Flow { get; }

    internal bool IsInventory => Readings.Location.Kind == LocationKind.Inventory;
}
