namespace Custodia.Server.Components.Charts;

/// <summary>One line of a chart through time.</summary>
/// <param name="Label">Its name in the reader's language; short.</param>
/// <param name="Points">Its values by day, the oldest first; a day without one breaks the line.</param>
public sealed record SeriesLine(string Label, IReadOnlyList<(DateOnly Day, int? Value)> Points);

/// <summary>A line that a chart is read against.</summary>
/// <param name="Label">What it is, in the reader's language.</param>
/// <param name="Value">Its height.</param>
/// <param name="From">From which day it applies.</param>
/// <param name="Until">Until which day.</param>
public sealed record SeriesLimit(string Label, int Value, DateOnly From, DateOnly Until);

/// <summary>Where a chart through time is drawn, in pixels from the top left.</summary>
/// <remarks>Floating point is for drawing only: the figures stand beside in a table.</remarks>
internal sealed class SeriesLayout
{
    public const double Width = 400;
    public const double Height = 230;
    public const double Left = 52;
    public const double Right = 12;
    public const double Top = 16;
    public const double Bottom = 30;

    private const int AboutTicks = 5;
    private const int YearsBetweenTicks = 4;

    private readonly int _firstDay;
    private readonly double _perDay;
    private readonly double _low;
    private readonly double _perUnit;

    public SeriesLayout(IReadOnlyList<SeriesLine> lines, SeriesLimit? limit)
    {
        var points = lines.SelectMany(line => line.Points).ToList();
        var days = points.Select(point => point.Day.DayNumber).DefaultIfEmpty(0).ToList();
        _firstDay = days.Min();
        var lastDay = Math.Max(days.Max(), _firstDay + 1);
        _perDay = (Width - Left - Right) / (lastDay - _firstDay);
        var values = points.Select(point => point.Value).Append(limit?.Value).OfType<int>().DefaultIfEmpty(0).ToList();
        var step = Step(values.Max() - values.Min());
        _low = Math.Floor(values.Min() / (double)step) * step;
        var high = Math.Max(Math.Ceiling(values.Max() / (double)step) * step, _low + step);
        _perUnit = (Height - Top - Bottom) / (high - _low);
        Ticks = [.. Enumerable.Range(0, (int)Math.Round((high - _low) / step) + 1).Select(index => (int)_low + (index * step))];
        var (first, last) = (DateOnly.FromDayNumber(_firstDay), DateOnly.FromDayNumber(lastDay));
        Years = [.. Enumerable.Range(first.Year, last.Year - first.Year + 1)
            .Where(year => (year - first.Year) % YearsBetweenTicks == 1 && new DateOnly(year, 1, 1) <= last)];
        LastDay = last;
    }

    /// <summary>The lines across.</summary>
    public IReadOnlyList<int> Ticks { get; }

    /// <summary>The years whose first day is marked.</summary>
    public IReadOnlyList<int> Years { get; }

    /// <summary>The last day that is drawn.</summary>
    public DateOnly LastDay { get; }

    /// <summary>The height of a value.</summary>
    public double Y(int value) => Math.Round(Height - Bottom - ((value - _low) * _perUnit), 1);

    /// <summary>How far to the right a day is.</summary>
    public double X(DateOnly day) => Math.Round(Left + ((Math.Max(day.DayNumber, _firstDay) - _firstDay) * _perDay), 1);

    /// <summary>A line as a path: it begins anew where a value is missing.</summary>
    public string Path(SeriesLine line)
    {
        var path = new System.Text.StringBuilder();
        var isOpen = false;
        foreach (var (day, value) in line.Points)
        {
            if (value is { } known)
                path.Append(System.Globalization.CultureInfo.InvariantCulture, $"{(isOpen ? 'L' : 'M')}{X(day)} {Y(known)}");
            isOpen = value is not null;
        }

        return path.ToString();
    }

    // 1, 2 or 5 times a power of ten that gives about five lines.
    private static int Step(int range)
    {
        var power = 1;
        while (true)
        {
            foreach (var step in new[] { power, 2 * power, 5 * power })
            {
                if (step * AboutTicks >= range)
                    return step;
            }

            power *= 10;
        }
    }
}
