namespace Custodia.Statistics.Balances;

/// <summary>A material balance area over time: what was read where, by which methods, and when it is balanced.</summary>
/// <param name="Name">Name of the case.</param>
/// <param name="MassUnit">Unit of all masses, such as kg.</param>
/// <param name="TimeUnit">Unit of all times, such as h.</param>
/// <param name="Elements">Names of the elements or isotopes, in the order of the masses.</param>
/// <param name="Methods">The measurement methods that locations name.</param>
/// <param name="Locations">The locations with their readings.</param>
/// <param name="Dates">The balance dates.</param>
public sealed record BalanceCase(
    string Name, string MassUnit, string TimeUnit, IReadOnlyList<string> Elements,
    IReadOnlyList<MeasurementMethod> Methods, IReadOnlyList<LocationReadings> Locations, BalanceDates Dates)
{
    /// <summary>The file that describes the case; else its name.</summary>
    public string Source { get; init; } = Name;

    /// <summary>The last time at which anything was read (time); minus infinity if nothing was.</summary>
    public double LastStamp => Locations.Where(at => at.Count > 0).Select(at => at.Times.Span[^1])
        .DefaultIfEmpty(double.NegativeInfinity).Max();
}
