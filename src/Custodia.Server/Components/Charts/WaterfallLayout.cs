using Custodia.Quantities;

namespace Custodia.Server.Components.Charts;

/// <summary>Where the bars of a waterfall are drawn, in pixels from the top left.</summary>
/// <remarks>Floating point is for drawing only: the figures beside the bars come from the exact masses.</remarks>
internal sealed class WaterfallLayout
{
    private const double WideSlot = 108;
    private const double NarrowSlot = 86;
    private const int MostWideBars = 8;
    public const double BarWidth = 60;
    public const double PlotTop = 26;
    public const double PlotHeight = 190;
    public const double LabelHeight = 44;
    public const double AxisWidth = 84;
    private const double SmallestBar = 1.5;
    private const int AboutTicks = 5;

    private readonly double _low;
    private readonly double _perGram;

    public WaterfallLayout(IReadOnlyList<WaterfallBar> bars)
    {
        var (spans, low, high) = Spans(bars);
        Step = NiceStep(high - low);
        _low = Math.Floor(low / Step) * Step;
        var top = Math.Max(Math.Ceiling(high / Step) * Step, _low + Step);
        _perGram = PlotHeight / (top - _low);
        Ticks = [.. Enumerable.Range(0, (int)Math.Round((top - _low) / Step) + 1).Select(i => _low + (i * Step))];
        Slot = bars.Count > MostWideBars ? NarrowSlot : WideSlot;
        Bars = [.. spans.Select((span, index) => Place(bars[index], span.From, span.To, index))];
        Width = AxisWidth + (bars.Count * Slot);
    }

    public double Width { get; }

    /// <summary>Width of a bar with the space beside it: less where there are many, to fit on a page.</summary>
    public double Slot { get; }

    public static double LabelTop => PlotTop + PlotHeight + 20;

    public static double Height => PlotTop + PlotHeight + LabelHeight;

    public IReadOnlyList<PlacedBar> Bars { get; }

    /// <summary>The lines across the plot, in grams.</summary>
    public IReadOnlyList<double> Ticks { get; }

    private double Step { get; }

    /// <summary>The height of an amount in grams.</summary>
    public double Y(double grams) => Math.Round(PlotTop + PlotHeight - ((grams - _low) * _perGram), 1);

    private static (List<(double From, double To)> Spans, double Low, double High) Spans(
        IReadOnlyList<WaterfallBar> bars)
    {
        var spans = new List<(double From, double To)>();
        var (reached, low, high) = (Mass.Zero, 0d, 0d);
        foreach (var bar in bars)
        {
            var from = bar.Kind == WaterfallKind.Change ? reached : Mass.Zero;
            reached = from + bar.Value;
            spans.Add(((double)from.Grams, (double)reached.Grams));
            low = Math.Min(low, (double)reached.Grams);
            high = Math.Max(high, (double)reached.Grams);
        }

        return (spans, low, high);
    }

    /// <summary>A step of 1, 2 or 5 times a power of ten that gives about five lines.</summary>
    internal static double NiceStep(double range)
    {
        if (range <= 0)
            return 1;
        var raw = range / AboutTicks;
        var power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        return (raw / power) switch
        {
            <= 1 => power,
            <= 2 => 2 * power,
            <= 5 => 5 * power,
            _ => 10 * power,
        };
    }

    private PlacedBar Place(WaterfallBar bar, double from, double to, int index)
    {
        var top = Y(Math.Max(from, to));
        var height = Math.Max(Y(Math.Min(from, to)) - top, SmallestBar);
        var x = AxisWidth + (index * Slot) + ((Slot - BarWidth) / 2);
        return new PlacedBar(bar, x, Math.Round(top, 1), Math.Round(height, 1), Y(to));
    }
}

/// <summary>A bar with its place; <c>End</c> is the height at which the next change begins.</summary>
internal sealed record PlacedBar(WaterfallBar Bar, double X, double Y, double Height, double End);
