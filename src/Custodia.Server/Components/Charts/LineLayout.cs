using System.Globalization;

namespace Custodia.Server.Components.Charts;

/// <summary>Where the points of a series are drawn, in pixels from the top left.</summary>
/// <remarks>Floating point is for drawing only: the figures beside the line are the exact ones.</remarks>
internal sealed class LineLayout
{
    private const int AboutTicks = 5;

    private readonly IReadOnlyList<double?> _values;
    private readonly (double Left, double Top, double Width, double Height) _plot;
    private readonly double _low;
    private readonly double _high;

    /// <summary>Places a series.</summary>
    /// <param name="values">The values; <c>null</c> where there is none: the line is broken there.</param>
    /// <param name="limits">Levels that must be within the plot, too.</param>
    /// <param name="plot">Where the plot is.</param>
    public LineLayout(IReadOnlyList<double?> values, IReadOnlyList<double> limits, (double Left, double Top, double Width, double Height) plot)
    {
        (_values, _plot) = (values, plot);
        List<double> all = [.. values.OfType<double>(), .. limits];
        var (low, high) = all.Count > 0 ? (all.Min(), all.Max()) : (0, 1);
        // Counts, shares and masses: from nothing, so that a height is to another as their values are.
        low = Math.Min(low, 0);
        var step = WaterfallLayout.NiceStep(high - low);
        // What is counted has no halves.
        step = all.TrueForAll(double.IsInteger) ? Math.Max(step, 1) : step;
        _low = Math.Floor(low / step) * step;
        _high = Math.Max(Math.Ceiling(high / step) * step, _low + step);
        Ticks = [.. Enumerable.Range(0, (int)Math.Min(Math.Round((_high - _low) / step), AboutTicks * 3) + 1).Select(at => _low + (at * step))];
    }

    /// <summary>The lines across the plot, in the unit of the values.</summary>
    public IReadOnlyList<double> Ticks { get; }

    /// <summary>Where a point is from the left.</summary>
    public double X(int at) => Math.Round(_plot.Left + (_values.Count < 2 ? _plot.Width / 2 : at * _plot.Width / (_values.Count - 1)), 1);

    /// <summary>Where a value is from the top.</summary>
    public double Y(double value) => Math.Round(_plot.Top + _plot.Height - ((value - _low) / (_high - _low) * _plot.Height), 1);

    /// <summary>The pieces of the line, as SVG has them: broken where there is no value.</summary>
    public IEnumerable<string> Lines()
    {
        var piece = new List<string>();
        for (var at = 0; at <= _values.Count; at++)
        {
            if (at < _values.Count && _values[at] is { } value)
            {
                piece.Add(string.Create(CultureInfo.InvariantCulture, $"{X(at)},{Y(value)}"));
                continue;
            }

            if (piece.Count > 1)
                yield return string.Join(' ', piece);
            piece.Clear();
        }
    }
}
