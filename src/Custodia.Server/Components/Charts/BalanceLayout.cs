using System.Globalization;

namespace Custodia.Server.Components.Charts;

/// <summary>One line of a <see cref="BalanceChart"/>.</summary>
/// <param name="Label">Its name in the reader's language.</param>
/// <param name="Style">How it is drawn: <c>main</c>, <c>second</c>, <c>third</c> or <c>ghost</c>.</param>
/// <param name="Values">A value for each place; <c>null</c> where there is none.</param>
public sealed record ChartSeries(string Label, string Style, IReadOnlyList<double?> Values);

/// <summary>A band about zero.</summary>
/// <param name="Label">Its name in the reader's language.</param>
/// <param name="Half">Half its width at each place.</param>
public sealed record ChartBand(string Label, IReadOnlyList<double> Half);

/// <summary>A level that is read against.</summary>
/// <param name="Label">Its name in the reader's language.</param>
/// <param name="Value">Its height.</param>
public sealed record ChartLevel(string Label, double Value);

/// <summary>Where the parts of a <see cref="BalanceChart"/> are drawn, in pixels from the top left.</summary>
/// <remarks>Floating point is for drawing only: the exact sums stand in the table.</remarks>
internal sealed class BalanceLayout
{
    public const double Width = 860;
    public const double Height = 270;
    public const double Left = 92;
    public const double Right = 16;
    public const double Top = 16;
    public const double Plot = 206;

    private const int MostTicks = 15;
    private readonly double _low;
    private readonly double _high;

    public BalanceLayout(int count, IEnumerable<double> values)
    {
        Cell = (Width - Left - Right) / Math.Max(1, count);
        var all = values.Where(double.IsFinite).Append(0).ToList();
        var step = WaterfallLayout.NiceStep(all.Max() - all.Min());
        _low = Math.Floor(all.Min() / step) * step;
        _high = Math.Max(Math.Ceiling(all.Max() / step) * step, _low + step);
        Ticks = [.. Enumerable.Range(0, (int)Math.Min(Math.Round((_high - _low) / step), MostTicks) + 1).Select(at => _low + (at * step))];
    }

    /// <summary>Width of the place of one balance.</summary>
    public double Cell { get; }

    /// <summary>The lines across.</summary>
    public IReadOnlyList<double> Ticks { get; }

    /// <summary>The middle of a place.</summary>
    public double X(int at) => Math.Round(Left + ((at + 0.5) * Cell), 1);

    /// <summary>The height of a value.</summary>
    public double Y(double value) => Math.Round(Top + Plot - ((value - _low) / (_high - _low) * Plot), 1);

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
