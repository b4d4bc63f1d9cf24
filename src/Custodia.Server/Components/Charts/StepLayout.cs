using System.Globalization;
using System.Text;
using Custodia.Commitments.Cooperation.Queries;

namespace Custodia.Server.Components.Charts;

/// <summary>Where the parts of a <see cref="StepChart"/> stand, in units of its drawing.</summary>
internal sealed class StepLayout
{
    public const int Width = 900;
    public const int Height = 260;
    public const int Left = 80;
    public const int Top = 12;
    public const int Bottom = 226;

    private const int MaxYears = 12;
    private readonly DateOnly _start;
    private readonly int _days;
    private readonly decimal _most;

    /// <summary>Lays it out.</summary>
    public StepLayout(IReadOnlyList<LevelPoint> points, DateOnly start, DateOnly end, DateOnly due)
    {
        // A level from before the first day is what it begins with.
        _start = start;
        var last = due > end ? due : end;
        _days = Math.Max(1, last.DayNumber - start.DayNumber);
        _most = Math.Max(0.000001m, points.Select(point => point.Kilograms).DefaultIfEmpty(0).Max());
        Path = Line(points, end);
        Due = due >= start && due != default ? X(due) : null;
        var every = Math.Max(1, (last.Year - start.Year + MaxYears) / MaxYears);
        Years = [.. Enumerable.Range(start.Year + 1, Math.Max(0, last.Year - start.Year)).Where(year => (year - start.Year) % every == 0)
            .Select(year => (X(new DateOnly(year, 1, 1)), year.ToString(CultureInfo.InvariantCulture)))];
        Ticks = [.. Enumerable.Range(0, 5).Select(i => _most * i / 4)
            .Select(level => (Y(level), level.ToString("#,##0.###", CultureInfo.InvariantCulture)))];
    }

    /// <summary>The line.</summary>
    public string Path { get; }

    /// <summary>Where the last day is on which anything may be there.</summary>
    public string? Due { get; }

    /// <summary>The first days of years.</summary>
    public IReadOnlyList<(string X, string Label)> Years { get; }

    /// <summary>Masses at the side.</summary>
    public IReadOnlyList<(decimal Y, string Label)> Ticks { get; }

    private string Line(IReadOnlyList<LevelPoint> points, DateOnly end)
    {
        var level = points.LastOrDefault(point => point.Day <= _start)?.Kilograms ?? 0;
        var line = new StringBuilder().Append(CultureInfo.InvariantCulture, $"M{X(_start)} {Y(level)}");
        foreach (var point in points.Where(point => point.Day > _start))
            line.Append(CultureInfo.InvariantCulture, $"H{X(point.Day)}V{Y(point.Kilograms)}");
        return line.Append(CultureInfo.InvariantCulture, $"H{X(end > _start ? end : _start)}").ToString();
    }

    private string X(DateOnly day) =>
        Math.Round(Left + ((Width - Left - 10m) * (day.DayNumber - _start.DayNumber) / _days), 1).ToString(CultureInfo.InvariantCulture);

    private decimal Y(decimal level) => Math.Round(Bottom - ((Bottom - Top) * level / _most), 1);
}
