using System.Globalization;

namespace Custodia.Server.Components.Charts;

/// <summary>Where the points of lines are drawn, in pixels from the top left.</summary>
/// <remarks>Floating point is for drawing only: the figures beside the lines are the exact ones.</remarks>
internal sealed class LineLayout
{
    private const int AboutTicks = 5;

    private readonly int _count;
    private readonly (double Left, double Top, double Width, double Height) _plot;
    private readonly bool _inCells;
    private readonly double _low;
    private readonly double _high;

    /// <summary>Places lines of so many points.</summary>
    /// <param name="count">Points of each line.</param>
    /// <param name="values">All that must be within the plot: values, levels, edges of bands.</param>
    /// <param name="plot">Where the plot is.</param>
    /// <param name="inCells">Whether each point stands in the middle of a cell, or the first and the last at the edges.</param>
    public LineLayout(int count, IEnumerable<double> values, (double Left, double Top, double Width, double Height) plot, bool inCells = false)
    {
        (_count, _plot, _inCells) = (count, plot, inCells);
        List<double> all = [.. values.Where(double.IsFinite)];
        var (low, high) = all.Count > 0 ? (all.Min(), all.Max()) : (0, 1);
        // Counts, shares and masses: with nothing in sight, so that a height is to another as their values are.
        (low, high) = (Math.Min(low, 0), Math.Max(high, 0));
        var step = WaterfallLayout.NiceStep(high - low);
        // What is counted has no halves.
        step = all.TrueForAll(double.IsInteger) ? Math.Max(step, 1) : step;
        _low = Math.Floor(low / step) * step;
        _high = Math.Max(Math.Ceiling(high / step) * step, _low + step);
        Ticks = [.. Enumerable.Range(0, (int)Math.Min(Math.Round((_high - _low) / step), AboutTicks * 3) + 1).Select(at => _low + (at * step))];
    }

    /// <summary>The lines across the plot, in the unit of the values.</summary>
    public IReadOnlyList<double> Ticks { get; }

    /// <summary>Width of the cell of a point.</summary>
    public double Cell => _plot.Width / Math.Max(1, _count);

    /// <summary>Where a point is from the left; between two of them where it is not whole.</summary>
    public double X(double at) => Math.Round(_plot.Left + (_inCells ? (at + 0.5) * Cell : _count < 2 ? _plot.Width / 2 : at * _plot.Width / (_count - 1)), 1);

    /// <summary>Where a value is from the top.</summary>
    public double Y(double value) => Math.Round(_plot.Top + _plot.Height - ((value - _low) / (_high - _low) * _plot.Height), 1);

    /// <summary>The pieces of a line, as SVG has them: broken where there is no value.</summary>
    public IEnumerable<string> Pieces(IReadOnlyList<double?> values)
    {
        var piece = new List<string>();
        for (var at = 0; at <= values.Count; at++)
        {
            if (at < values.Count && values[at] is { } value)
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
