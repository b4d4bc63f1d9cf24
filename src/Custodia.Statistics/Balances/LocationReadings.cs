namespace Custodia.Statistics.Balances;

/// <summary>What was read at a location, ascending in time.</summary>
/// <param name="Location">Where.</param>
/// <param name="Times">s_j, when (time).</param>
/// <param name="Masses">x_j for each element of the case, in its order (mass; mass per time for a continuous flow).</param>
public sealed record LocationReadings(
    Location Location, ReadOnlyMemory<double> Times, IReadOnlyList<ReadOnlyMemory<double>> Masses)
{
    /// <summary>
    /// Names of the measurements, one a reading, <c>null</c> where a reading is a measurement of its own; empty if that
    /// holds for all. Readings of one name, here or at another location, are one measurement: they have one value and one error.
    /// </summary>
    public IReadOnlyList<string?> Measurements { get; init; } = [];

    /// <summary>
    /// Of each item, what part of it passed (1), above zero; empty if all of each did. A part of a measured batch takes with it the same part
    /// of the error: readings of one name state the whole that was measured, each with its share.
    /// </summary>
    public IReadOnlyList<double> Shares { get; init; } = [];

    /// <summary>The file that the readings stand in; else the id of the location.</summary>
    public string Source { get; init; } = Location.Id;

    /// <summary>How many readings there are.</summary>
    public int Count => Times.Length;

    /// <summary>The name of the measurement that reading j is, or <c>null</c>.</summary>
    public string? MeasurementOf(int reading) => Measurements.Count == 0 ? null : Measurements[reading];
}
