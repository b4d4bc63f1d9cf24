using System.Globalization;
using Custodia.Commitments.Indicators;
using Custodia.Commitments.Queries;
using Custodia.Server.Language;
using Microsoft.Extensions.Localization;

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
        Limits = IsOfNumbers ? [.. LimitsOf(Standing.Met, met), .. LimitsOf(Standing.OnTrack, onTrack)] : [];
    }

    /// <summary>Whether it is drawn by its numbers.</summary>
    public bool IsOfNumbers { get; }

    /// <summary>The heights; <c>null</c> where there is nothing to draw.</summary>
    public IReadOnlyList<double?> Values { get; }

    /// <summary>Whether there is a line to draw: what is measured only, and shown in bands, has none.</summary>
    public bool IsDrawn => Values.Any(value => value is not null);

    /// <summary>The numbers with which its thresholds compare it, each with how it stands there.</summary>
    public IReadOnlyList<(Standing Standing, double Value)> Limits { get; }

    /// <summary>The standings that stand for heights, from the lowest, where it is drawn by them.</summary>
    public static IReadOnlyList<Standing> Levels => Order;

    /// <summary>A series in words: its first and its last value, and how they stand.</summary>
    public static string Said(IReadOnlyList<SeriesPoint> points, string? unit, IStringLocalizer<Text> text) => text["Indicators.SparklineSays",
        Wording.Day(points[0].Day), Said(points[0], unit), Wording.Day(points[^1].Day), Said(points[^1], unit)];

    private static string Said(SeriesPoint point, string? unit) =>
        CommitmentsWording.Value(point.Value, unit) is var value && value == "–"
            ? CommitmentsWording.Of(point.Standing)
            : $"{value} · {CommitmentsWording.Of(point.Standing)}";

    private static IEnumerable<(Standing Standing, double Value)> LimitsOf(Standing standing, string? rule) =>
        rule is null ? [] : Formula.Parse(rule).Limits().Select(limit => limit.Number).OfType<decimal>().Distinct()
            .Select(limit => (standing, (double)limit));

    private static double? Number(SeriesPoint point) =>
        decimal.TryParse(point.Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? (double)number : null;

    private static double? Level(Standing standing) => Array.IndexOf(Order, standing) is >= 0 and var at ? at : null;
}
