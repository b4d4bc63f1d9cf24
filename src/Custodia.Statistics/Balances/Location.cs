namespace Custodia.Statistics.Balances;

/// <summary>On which side of the balance a location stands.</summary>
public enum LocationKind
{
    /// <summary>Increases, X: material comes into the area.</summary>
    Input,

    /// <summary>Decreases, Y: material leaves the area.</summary>
    Output,

    /// <summary>Physical inventory, I: material that is there at a balance date.</summary>
    Inventory,
}

/// <summary>What the readings of a flow are.</summary>
public enum FlowType
{
    /// <summary>Each reading is an item with its mass, at the time at which it passed.</summary>
    Discrete,

    /// <summary>Each reading is a rate (mass per time); between two stamps it changes linearly.</summary>
    Continuous,
}

/// <summary>
/// A key measurement point or a stratum of it: where masses are read, and by which methods. A method that two locations
/// name makes one systematic error, common to both.
/// </summary>
/// <param name="Id">Name of the location in its case.</param>
/// <param name="Kind">Increase, decrease or inventory.</param>
/// <param name="Type">Items or rates; <c>null</c> for an inventory.</param>
/// <param name="Methods">Ids of the measurement methods that make up its mass (weighing, concentration, …): their relative
/// variances add.</param>
public sealed record Location(string Id, LocationKind Kind, FlowType? Type, IReadOnlyList<string> Methods);
