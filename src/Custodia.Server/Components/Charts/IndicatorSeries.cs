using System.Globalization;
using Custodia.Commitments.Indicators;
using Custodia.Commitments.Queries;

namespace Custodia.Server.Components.Charts;

/// <summary>
/// A series as it can be drawn: by its numbers; where it has none, as of a status or of what is only shown in bands, by how it
/// stood.
/// </summary>
internal sealed class IndicatorSeries
{
    private static readonly Standing[] Order = [Standing.NoEvidence, Standing.OffTrack, Standing.OnTrack, Standing.Met];

    public IndicatorSeries(IReadOnlyList<SeriesPoint> points, string? met, string? onTrack)
    {
        IsOfNumbers = points.Any(point => Number(point) is not null);
        Values = [.. points.Select(point => IsOfNumbers ? Number(point) : Level(point.Standing))];
        Limits = IsOfNumbers ? [.. new[] { met, onTrack }.OfType<string>().SelectMany(LimitsOf).Distinct()] : [];
    }

    /// <summary>Whether it is drawn by its numbers.</summary>
    public bool IsOfNumbers { get; }

    /// <summary>The heights; <c>null</c> where there is nothing to draw.</summary>
    public IReadOnlyList<double?> Values { get; }

    /// <summary>The numbers with which its thresholds compare it.</summary>
    public IReadOnlyList<double> Limits { get; }

    /// <summary>The standings that stand for heights, from the lowest, where it is drawn by them.</summary>
    public static IReadOnlyList<Standing> Levels => Order;

    private static IEnumerable<double> LimitsOf(string rule) =>
        Formula.Parse(rule).Limits().Select(limit => limit.Number).OfType<decimal>().Select(limit => (double)limit);

    private static double? Number(SeriesPoint point) =>
        decimal.TryParse(point.Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? (double)number : null;

    private static double? Level(Standing standing) => Array.IndexOf(Order, standing) is >= 0 and var at ? at : null;
}
