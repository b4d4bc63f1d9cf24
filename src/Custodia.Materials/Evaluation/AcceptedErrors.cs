using Custodia.Materials.Structure;

namespace Custodia.Materials.Evaluation;

/// <summary>
/// What is expected of the closing of a balance by kind of facility, as a fraction of its inventory or throughput, whichever
/// is larger: IAEA Safeguards Glossary (2022), table on expected measurement accuracy.
/// </summary>
internal static class AcceptedErrors
{
    /// <summary>The relative standard deviation, or <c>null</c> where none is published.</summary>
    public static decimal? Of(FacilityKind facility, char element) => facility switch
    {
        FacilityKind.Enrichment => 0.002m,
        FacilityKind.Fabrication => element == 'P' ? 0.005m : 0.003m,
        FacilityKind.Reprocessing => element == 'P' ? 0.010m : 0.008m,
        _ => null,
    };

    /// <summary>Standard deviation of each balance from the measurements that have no method, in grams.</summary>
    public static double[] Sigmas(MeasuredLedger measured, decimal fraction)
    {
        var (ups, downs) = (new decimal[measured.Periods.Count], new decimal[measured.Periods.Count]);
        foreach (var measurement in measured.Measurements.Where(one => one.Methods.Count == 0))
        {
            foreach (var (period, mass, _) in measurement.Net)
                (mass.Micrograms > 0 ? ups : downs)[period] += Math.Abs(mass.Grams);
        }

        return [.. ups.Zip(downs, (up, down) => (double)(fraction * Math.Max(up, down)))];
    }
}
