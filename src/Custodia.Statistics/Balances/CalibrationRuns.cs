using System.Collections.Immutable;

namespace Custodia.Statistics.Balances;

/// <summary>The readings of a location between the calibrations of its methods.</summary>
internal static class CalibrationRuns
{
    public static ImmutableArray<CalibrationRun> Of(ReadOnlySpan<double> times, IReadOnlyList<double>[] calibrations)
    {
        var runs = ImmutableArray.CreateBuilder<CalibrationRun>();
        var epochs = new int[calibrations.Length];
        var first = 0;
        foreach (var date in calibrations.SelectMany(dates => dates).Order().Distinct().Append(double.PositiveInfinity))
        {
            // A reading at the very time of a calibration was made before it.
            var last = first;
            while (last < times.Length && times[last] <= date)
                last++;
            if (last > first)
                runs.Add(new(first, last, [.. epochs]));
            first = last;
            for (var m = 0; m < epochs.Length; m++)
                if (epochs[m] < calibrations[m].Count && calibrations[m][epochs[m]] == date)
                    epochs[m]++;
        }
        return runs.ToImmutable();
    }
}
