using System.Runtime.InteropServices;

namespace Custodia.Statistics.Itemised;

/// <summary>
/// The measurements that stand on both sides of a balance. It is the identity of a measurement that counts, never its value:
/// two drums that weigh the same were still weighed twice.
/// </summary>
internal sealed class Repeats
{
    private const int MostFaults = 100;
    private const int None = -1;

    // The number of each item's measurement by stratum, so that each name is looked up once.
    private readonly int[][] _numbers;
    private readonly Stand[] _stands;

    private Repeats(int[][] numbers, Stand[] stands) => (_numbers, _stands) = (numbers, stands);

    private struct Stand
    {
        public double Mass;
        public double Share;
        public int Net;
        public bool IsKept;
    }

    /// <summary>Counts each measurement with its sign; one with two results, or left over twice on one side, is a fault.</summary>
    /// <param name="strata">The strata.</param>
    /// <param name="ofIsotope">Whether the isotope fraction belongs to the result.</param>
    /// <param name="faults">What is wrong is added to them.</param>
    public static Repeats Of(IReadOnlyList<Stratum> strata, bool ofIsotope, List<Fault> faults)
    {
        var total = strata.Sum(stratum => stratum.Items.Length);
        var names = new Dictionary<string, int>(total, StringComparer.Ordinal);
        var stands = new Stand[total];
        var numbers = new int[strata.Count][];
        for (var k = 0; k < strata.Count; k++)
        {
            var items = strata[k].Items.Span;
            numbers[k] = new int[items.Length];
            for (var i = 0; i < items.Length; i++)
            {
                if (items[i].Measurement is not { } measurement)
                {
                    numbers[k][i] = None;
                    continue;
                }

                ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(names, measurement, out var isKnown);
                if (!isKnown)
                    number = names.Count - 1;
                numbers[k][i] = number;
                ref var stand = ref stands[number];
                var share = ofIsotope ? items[i].Fraction ?? strata[k].Fraction ?? 1 : 1;
                if (!isKnown)
                    (stand.Mass, stand.Share) = (items[i].Mass, share);
                else if (stand.Mass != items[i].Mass && faults.Count < MostFaults)
                    faults.Add(new Fault(FaultCodes.MeasurementDiffers, $"strata[{k}].list[{i}].mass", Text(stand.Mass), Text(items[i].Mass)));
                else if (stand.Share != share && faults.Count < MostFaults)
                    faults.Add(new Fault(FaultCodes.MeasurementDiffers, $"strata[{k}].list[{i}].fraction", Text(stand.Share), Text(share)));
                stand.Net += strata[k].Sign;
            }
        }

        if (stands.Any(stand => Math.Abs(stand.Net) > 1))
        {
            faults.AddRange(names.Where(name => Math.Abs(stands[name.Value].Net) > 1).Take(MostFaults)
                .Select(name => new Fault(FaultCodes.MeasurementTwice, "strata", "1", $"{name.Key}: {Math.Abs(stands[name.Value].Net)}")));
        }
        return new Repeats(numbers, stands);
    }

    /// <summary>Whether an item cancels. Of a measurement that is left over on one side, the first item of that side stays.</summary>
    public bool Cancels(int stratum, int item, int sign)
    {
        var number = _numbers[stratum][item];
        if (number == None)
            return false;
        ref var stand = ref _stands[number];
        if (stand.Net != sign || stand.IsKept)
            return true;
        stand.IsKept = true;
        return false;
    }

    private static string Text(double mass) => FormattableString.Invariant($"{mass:R}");
}
