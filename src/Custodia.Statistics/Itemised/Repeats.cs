using System.Runtime.InteropServices;
using Custodia.Statistics.Verification;

namespace Custodia.Statistics.Itemised;

/// <summary>
/// The measurements that stand on both sides of a balance. It is the identity of a measurement that counts, never its value:
/// two drums that weigh the same were still weighed twice.
/// </summary>
internal sealed class Repeats
{
    private readonly Dictionary<string, Stand> _stands;

    private Repeats(Dictionary<string, Stand> stands) => _stands = stands;

    private struct Stand
    {
        public double Mass;
        public int Net;
        public int Kept;
    }

    /// <summary>Counts each measurement with its sign; one with two results, or left over twice on one side, is a fault.</summary>
    public static Repeats Of(IReadOnlyList<Stratum> strata, List<Fault> faults)
    {
        var stands = new Dictionary<string, Stand>(StringComparer.Ordinal);
        for (var k = 0; k < strata.Count; k++)
        {
            var items = strata[k].Items.Span;
            for (var i = 0; i < items.Length; i++)
            {
                if (items[i].Measurement is not { } measurement)
                    continue;
                ref var stand = ref CollectionsMarshal.GetValueRefOrAddDefault(stands, measurement, out var isKnown);
                if (!isKnown)
                    stand.Mass = items[i].Mass;
                else if (stand.Mass != items[i].Mass)
                    faults.Add(new Fault(FaultCodes.MeasurementDiffers, $"strata[{k}].list[{i}].mass", $"{stand.Mass:R}", $"{items[i].Mass:R}"));
                stand.Net += strata[k].Sign;
            }
        }

        foreach (var (measurement, stand) in stands)
        {
            if (Math.Abs(stand.Net) > 1)
                faults.Add(new Fault(FaultCodes.MeasurementTwice, "strata", "1", $"{measurement}: {Math.Abs(stand.Net)}"));
        }
        return new Repeats(stands);
    }

    /// <summary>Whether this item cancels. Of a measurement that is left over on one side, the first item of that side stays.</summary>
    public bool Cancels(string? measurement, int sign)
    {
        if (measurement is null)
            return false;
        ref var stand = ref CollectionsMarshal.GetValueRefOrNullRef(_stands, measurement);
        if (stand.Net != sign || stand.Kept == 1)
            return true;
        stand.Kept = 1;
        return false;
    }
}
